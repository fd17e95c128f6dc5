"""What one learner's saved work holds: cards answered, pins in the ledger and hunts, each counted apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readtwice.record import Event
from readtwice.words import say

LEDGER = "ledger-"
"""How the item ids begin under which ledgers are saved."""

TALK = "talk"
"""The occasion of an opinion or a free text: kept, shown again, never marked."""

HUNT = "hunt-"
"""How the item ids begin under which hunts are saved."""


MOVES = "moves-"
"""How the item ids begin under which the moves on a task of search that measures are saved; the task follows."""

OFF_PAGE = "off-page-"
"""How the item ids begin under which is saved what was found off the page; the lesson follows."""

FOUND = ("typed", "where", "says")
"""What a learner writes of a find, each in words of their own."""

LONGEST_FOUND = 600
"""Characters of one field of a find that are kept."""


def found_off_page(answer: object) -> dict[str, str]:
    """The fields of a saved or sent find; what is no text counts as empty, and what is too long is cut."""
    told = answer if isinstance(answer, Mapping) else {}
    return {one: told[one][:LONGEST_FOUND] if isinstance(told.get(one), str) else "" for one in FOUND}


def kept(events: Iterable[Event]) -> str:
    """In words, what is there now: a card tried three times counts once, a pin taken out does not count.

    The events stand as they happened.
    """
    latest = {(event.pack, event.item): event.answer for event in events}
    ledgers = [answer for (_, item), answer in latest.items() if item.startswith(LEDGER)]
    hunts = sum(item.startswith(HUNT) for _, item in latest)
    pins = sum(len(answer) for answer in ledgers if isinstance(answer, list))
    parts = [say("start.holds_cards", count=len(latest) - len(ledgers) - hunts)]
    parts += [say("start.holds_pins", count=pins)] if pins else []
    parts += [say("start.holds_hunts", count=hunts)] if hunts else []
    return " ".join(parts)
