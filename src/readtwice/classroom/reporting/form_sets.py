"""Which sets of a form's cards were handed in on an occasion, who finished them, and how reliable each was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readtwice.classroom.reporting.figures import SetCount, SetReliability
from readtwice.classroom.reporting.first_answers import FirstAnswer, by_learner
from readtwice.pack import Pack
from readtwice.record import form_set
from readtwice.record.card_sets import OCCASIONS
from readtwice.statistics.items import analyse


class SetsOfForm:
    """The answers of one occasion to one form: by whole form for those who finished it, by halves for the others."""

    def __init__(self, pack: Pack, answers: Iterable[FirstAnswer], occasion: str) -> None:
        self._pack, self.occasion = pack, occasion
        self._answers = [one for one in answers if one.pack == pack.slug]
        given = {learner: {one.item.card for one in mine} for learner, mine in by_learner(self._answers).items()}
        whole = self._items("whole")
        wholly = {learner for learner, items in given.items() if whole <= items}
        self._parts: list[tuple[str, set[str], set[str]]] = []  # a half, who began it, who finished it
        if wholly or not self._items("first"):
            began = wholly if self._items("first") else set(given)
            self._parts.append(("whole", began, wholly))
        for half in ("first", "second"):
            items = self._items(half)
            began = {learner for learner, mine in given.items() if learner not in wholly and mine & items}
            self._parts.append((half, began, {learner for learner in began if items <= given[learner]}))
        self.finished = set().union(*(finished for _, _, finished in self._parts))

    def _items(self, half: str) -> frozenset[str]:
        assert self._pack.form
        return frozenset(card.item for card in self._pack.form.cards_of(half))  # type: ignore[arg-type]

    def _name(self, half: str) -> str:
        return form_set(self._pack, half, self.occasion).name

    def counts(self) -> Iterable[SetCount]:
        """Each part that somebody began."""
        return [SetCount(self._name(half), len(began), len(done)) for half, began, done in self._parts if began]

    def reliabilities(self) -> Iterator[SetReliability]:
        """Each part that somebody finished."""
        for half, _, finished in self._parts:
            if finished:
                items = self._items(half)
                mine = [one for one in self._answers if one.learner in finished and one.item.card in items]
                rows = [one.row._replace(item=one.item.card) for one in mine]  # in either state, one place of the test
                yield SetReliability(self._name(half), self._pack.slug, items, analyse(rows).reliability)


def sets_of(by_occasion: Mapping[str, Sequence[FirstAnswer]], packs: Mapping[str, Pack]) -> list[SetsOfForm]:
    """What was handed in of each form on each occasion."""
    return [SetsOfForm(pack, mine, when) for when, mine in by_occasion.items() for pack in packs.values()]


def matched_in(sets: Iterable[SetsOfForm]) -> set[str]:
    """The learners who finished a set before and a set after the course."""
    finished: dict[str, set[str]] = {when: set() for when in OCCASIONS}
    for one in sets:
        finished[one.occasion] |= one.finished
    return finished["before"] & finished["after"]
