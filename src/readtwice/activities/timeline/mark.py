"""Putting events in order of time, and the day of the week of a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from readtwice.activities.timeline.part import DatedEvent
from readtwice.words import say, words


@dataclass(frozen=True, slots=True)
class Ordered:
    """How many pairs of `of` stand in order, and the first two that do not, as ids."""

    right: int
    of: int
    first_wrong: tuple[str, str] | None


def in_one_line(event: DatedEvent) -> str:
    """An event with its clue."""
    return f"{event.line} {event.clue}".strip()


def when(event: DatedEvent) -> tuple[str, int]:
    """What an event is ordered by. A place of 0 is not known, and never decides: see `stands_before`."""
    return event.day, event.place_in_day


def stands_before(one: DatedEvent, other: DatedEvent) -> bool:
    """Whether `one` may stand before `other`: it is not later.

    Two of one day without both places may stand either way.
    """
    if one.day == other.day and not (one.place_in_day and other.place_in_day):
        return True
    return when(one) <= when(other)


def mark_order(events: Sequence[DatedEvent]) -> Ordered:
    """Mark events in the order in which a learner has put them. Every pair counts."""
    pairs = list(combinations(events, 2))
    wrong = [(one.id, other.id) for one, other in pairs if not stands_before(one, other)]
    return Ordered(len(pairs) - len(wrong), len(pairs), wrong[0] if wrong else None)


def weekday(day: str) -> str:
    """The day of the week of a date, YYYY-MM-DD, in words. Raises ValueError."""
    names: list[str] = words()["weekday"]["names"]
    return names[date.fromisoformat(day).weekday()]


def day_words(day: str) -> str:
    """A date as a reader says it: `2025-02-12` is Wednesday, 12 February 2025. Raises ValueError."""
    read = date.fromisoformat(day)
    months: list[str] = words()["weekday"]["months"]
    return say("weekday.day", weekday=weekday(day), day=read.day, month=months[read.month - 1], year=read.year)


def weekday_steps(start: str, end: str) -> list[str]:
    """From a day whose weekday is known to another, step by step: count the days, take out whole weeks, count on.

    Raises ValueError for what is no date.
    """
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    days = (last - first).days
    weeks, rest = divmod(abs(days), 7)
    direction = "on" if days >= 0 else "back"
    return [
        say("weekday.known", day=day_words(start)),
        say(f"weekday.count_{direction}", days=abs(days)),
        say("weekday.weeks", days=abs(days), weeks=weeks, rest=rest),
        say(f"weekday.move_{direction}", rest=rest, weekday=weekday(start)),
        say("weekday.so", day=day_words(end)),
    ]
