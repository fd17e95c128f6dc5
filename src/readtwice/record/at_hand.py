"""What some events say when one learner is at work: that learner's answers, and everybody else's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from readtwice.record.event import Event, codes_of, settled
from readtwice.record.slip import learners_with_slips

Work = tuple[Event, ...]
"""The answers of one learner, under all codes that joins say are theirs, as they happened."""


def main_code(learner: str, events: Iterable[Event]) -> str:
    """The one slip among the codes that are a learner's, as a learner's code; else the code itself."""
    codes = codes_of(learner, events)
    slips = codes & learners_with_slips() if len(codes) > 1 else set()
    return slips.pop() if len(slips) == 1 else learner


class AtHand:
    """Worked out when first asked for. Made anew whenever an event comes in, or another learner is at work."""

    def __init__(self, events: tuple[Event, ...], learner: str) -> None:
        self._learner = learner
        self._events = events

    @cached_property
    def codes(self) -> set[str]:
        """Every code that is this learner's."""
        return codes_of(self._learner, self._joins)

    @cached_property
    def _joins(self) -> tuple[Event, ...]:
        return tuple(event for event in self._events if event.kind == "join")

    @cached_property
    def _settled(self) -> tuple[Event, ...]:
        return tuple(sorted(settled(self._events), key=lambda event: event.order))

    @cached_property
    def along(self) -> tuple[Event, ...]:
        """The learner's answers, and the joins that make them one learner's, as they happened."""
        return tuple(event for event in self._settled if event.learner in self.codes)

    @cached_property
    def answers(self) -> Work:
        """The learner's answers."""
        return tuple(event for event in self.along if event.kind == "answer")

    @cached_property
    def by_item(self) -> dict[tuple[str, str, str], list[Event]]:
        """The same by pack, item and occasion."""
        found: dict[tuple[str, str, str], list[Event]] = {}
        for event in self.answers:
            found.setdefault((event.pack, event.item, event.occasion), []).append(event)
        return found

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """Everybody's answers, by learner, the most recent learner first."""
        group_of: dict[str, list[Event]] = {}
        groups: list[list[Event]] = []
        for event in (one for one in self._settled if one.kind == "answer"):
            if event.learner not in group_of:
                groups.append([])
                group_of |= dict.fromkeys(codes_of(event.learner, self._joins), groups[-1])
            group_of[event.learner].append(event)
        return tuple(tuple(work) for work in sorted(groups, key=lambda work: work[-1].order, reverse=True))

    @cached_property
    def others(self) -> tuple[Work, ...]:
        """As `works`, without the learner's."""
        return tuple(work for work in self.works if work[-1].learner not in self.codes)
