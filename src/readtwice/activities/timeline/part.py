"""The timeline: dated events from the record, and statements of the article to place beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from readtwice.pack import Pack
from readtwice.pack.evidence import is_gradable, unknown_evidence
from readtwice.pack.item import Quote
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem, is_day
from readtwice.words import say

Fit = Literal["fits", "cannot be", "can't tell"]
By = Literal["the text alone", "look it up"]


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """event: a day, YYYY-MM-DD, what happened in our own words, and the id of the source that says so.

    `place_in_day` orders events of one day where the record has it; where it has not (0), they come in any order.
    `clue` says how it lies to another event, so that the order can be worked out and need not be guessed.
    """

    id: str
    day: str
    line: str
    source: str
    place_in_day: int = 0
    clue: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """statement: words of the article about time, whether they fit, and by what that shows.

    `record` is what the record shows of it; it stands on the card before it is asked.
    """

    id: str
    quote: Quote
    asks: str
    fit: Fit
    by: By
    why: str
    evidence: tuple[str, ...] = ()
    record: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """timeline: all events, in any order, and all statements."""

    events: tuple[DatedEvent, ...]
    statements: tuple[Statement, ...]

    def only(self, named: tuple[str, ...]) -> tuple[DatedEvent, ...]:
        """The events with these ids, in the order of the file; without any, all."""
        return tuple(event for event in self.events if not named or event.id in named)

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id. Raises KeyError."""
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)


PART = Part("timeline", "timeline.yaml", Timeline)
timeline_of = PART.of
the_timeline_of = PART.needed


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    held = timeline_of(pack)
    if held is None:
        return
    file = "timeline.yaml"
    for event in held.events:
        if not is_day(event.day):
            yield Problem(file, 0, event.id, say("problem.not_day", text=event.day[:40]), say("remedy.write_date"))
        yield from unknown_evidence(pack, file, event.id, (event.source,))
        if pack.evidence(event.source) and not is_gradable(pack, event.source):
            message = say("problem.source_unread", source=event.source)
            yield Problem(file, 0, event.id, message, say("remedy.cite_better_source"))
    for statement in held.statements:
        yield from unknown_evidence(pack, file, statement.id, statement.evidence)
        by_record = statement.by == "look it up" and statement.fit != "can't tell"
        if by_record and not any(is_gradable(pack, one) for one in statement.evidence):
            message = say("problem.shelf_item_unread")
            yield Problem(file, 0, statement.id, message, say("remedy.source_or_cant_tell"))
