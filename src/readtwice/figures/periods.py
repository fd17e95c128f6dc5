"""The time that a figure is about, as it stands in a file, and how many years it lasts.

| form | meaning |
|---|---|
| `2024`, `2024 Q3`, `2024-09`, `2025-02-12` | a year, a quarter, a month, a day |
| `2022-02-24 to 2025-01-08`, `2022-02 to 2024-09` | a stretch; both ends may be days, months or years |
| `since 2022-02` | no end is given |
| `to 2025-01-08` | no beginning is given |

A stretch between two days lasts as many days as lie between them; whole months and years count with their last day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from readtwice.words import say, words

_POINT = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?| Q[1-4])?"
_FORM = re.compile(rf"(?P<open>since |to )?(?P<start>{_POINT})(?: to (?P<end>{_POINT}))?", re.ASCII)

DAYS_IN_A_YEAR = Decimal("365.25")
"""The mean length of a year in the Julian calendar: four years have one leap day."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: from `start` up to, not including, `after`. None where an end is open."""

    text: str
    start: date | None
    after: date | None

    @property
    def is_day(self) -> bool:
        return self.days == 1

    @property
    def is_open(self) -> bool:
        """Whether its beginning or its end is not given."""
        return self.start is None or self.after is None

    @property
    def is_one_year(self) -> bool:
        """Whether it is twelve whole months, so that a sum over it is a year's sum."""
        return self.years == 1

    @property
    def days(self) -> int | None:
        """How many days it lasts; None where an end is open."""
        return None if self.start is None or self.after is None else (self.after - self.start).days

    @property
    def years(self) -> Decimal | None:
        """How many years it lasts, above 0; None where an end is open.

        Whole months count as twelfths; anything else is days / 365.25. From 24 Feb 2022 to 8 Jan 2025 are 1049 days,
        so 2.87 years.
        """
        if self.start is None or self.after is None:
            return None
        if self.start.day == 1 and self.after.day == 1:
            months = (self.after.year - self.start.year) * 12 + self.after.month - self.start.month
            return Decimal(months) / 12
        return Decimal((self.after - self.start).days) / DAYS_IN_A_YEAR

    def __str__(self) -> str:
        """The period in words, such as `24 Feb 2022 to 8 Jan 2025`."""
        found = _FORM.fullmatch(self.text)
        if found is None:
            return self.text
        start = _in_words(found["start"])
        if found["open"]:
            return say(f"figure.period.{found['open'].strip()}", day=start)
        return say("figure.period.stretch", start=start, end=_in_words(found["end"])) if found["end"] else start


def _in_words(point: str) -> str:
    year, *rest = re.split("[- ]", point)
    if not rest:
        return year
    if rest[0].startswith("Q"):
        return say("figure.period.quarter", quarter=rest[0][1:], year=year)
    month = words()["figure_months"][int(rest[0]) - 1]
    if len(rest) == 1:
        return say("figure.period.month", month=month, year=year)
    return say("figure.period.day", day=int(rest[1]), month=month, year=year)


@lru_cache(maxsize=512)
def period(text: str) -> Period:
    """Read a period. Raises ValueError for one that is in none of the forms above or ends before it begins."""
    found = _FORM.fullmatch(text)
    if found is None or (found["open"] and found["end"]):
        raise ValueError(say("error.figures.no_period", text=text[:40]))
    try:
        first, after_first = _point(found["start"])
        if found["open"]:
            return Period(text, first, None) if found["open"] == "since " else Period(text, None, after_first)
        if not found["end"]:
            return Period(text, first, after_first)
        last, after_last = _point(found["end"])
    except (ValueError, OverflowError):
        raise ValueError(say("error.figures.period_no_such_day", text=text[:40])) from None
    # Between two days lie as many days as the later is away; a month or a year counts with its last day.
    after = last if len(found["end"]) == len("2025-01-08") else after_last
    if after <= first:
        raise ValueError(say("error.figures.period_reversed", text=text[:40]))
    return Period(text, first, after)


def _point(text: str) -> tuple[date, date]:
    """The first day of a year, quarter, month or day, and the first day after it."""
    year = int(text[:4])
    if len(text) == 4:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if text[5] == "Q":
        month = 3 * int(text[6]) - 2
        return date(year, month, 1), _first_of(year, month + 3)
    month = int(text[5:7])
    if len(text) == 7:
        return date(year, month, 1), _first_of(year, month + 1)
    day = date(year, month, int(text[8:]))
    return day, day + timedelta(days=1)


def _first_of(year: int, month: int) -> date:
    return date(year + (month > 12), (month - 1) % 12 + 1, 1)
