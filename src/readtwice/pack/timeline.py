"""The timeline: dated events from the record, and statements of the article to place beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readtwice.pack.item import Quote

Fit = Literal["fits", "cannot be", "can't tell"]
By = Literal["the text alone", "look it up"]


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """event: a day, YYYY-MM-DD, what happened in our own words, and the id of the source that says so.

    `place_in_day` orders events of one day where the record has it; where it has not (0), they come in any order.
    """

    id: str
    day: str
    line: str
    source: str
    place_in_day: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """statement: words of the article about time, whether they fit, and by what that shows."""

    id: str
    quote: Quote
    asks: str
    fit: Fit
    by: By
    why: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """timeline: all events, in any order, and all statements."""

    events: tuple[DatedEvent, ...]
    statements: tuple[Statement, ...]

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id. Raises KeyError."""
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)
