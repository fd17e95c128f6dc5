"""A problem in a pack, said in one line: where it is, what is wrong, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from readtwice.words import say

LONGEST = 300
"""Letters of a message: it may repeat what an author wrote, however long that is."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """`line` counts from 1; 0 where no line can be named. `item` is empty where the problem is not one item's."""

    file: str
    line: int
    item: str
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        item = say("problem_at.item", item=self.item) if self.item else ""
        message = self.message if len(self.message) <= LONGEST else f"{self.message[:LONGEST]}…"
        return f"{' '.join(filter(None, (f'{place}:', item, message)))}. {self.remedy}."


def is_day(text: str) -> bool:
    """Whether it is a day of the calendar, as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
