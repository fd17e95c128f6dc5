"""For those who program: the events of the record as data, with a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from readtwice.activities.timeline.part import the_timeline_of
from readtwice.page.data_question import DataQuestion, numbers_question
from readtwice.page.open import session


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of the record: its day is a `datetime.date`."""

    id: str
    day: date
    line: str


def events() -> list[EventRow]:
    """The events of the record, earliest first."""
    found = the_timeline_of(session().pack)
    rows = [EventRow(event.id, date.fromisoformat(event.day), event.line) for event in found.events]
    return sorted(rows, key=lambda row: row.day)


def days_to_the_summit() -> DataQuestion:
    """How many days lie between each event and the last one."""
    rows = events()
    last = rows[-1].day
    exact = {row.id: (last - row.day).days for row in rows}
    slips = {
        "both_days": {name: days + 1 for name, days in exact.items()},
        "from_the_first": {row.id: (row.day - rows[0].day).days for row in rows},
    }
    return numbers_question("days_to_the_summit", exact, slips, (0,), count=len(rows))
