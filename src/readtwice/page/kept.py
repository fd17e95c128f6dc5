"""What one learner's saved work holds: cards answered, pins in the ledger and hunts, each counted apart."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.record import Event
from readtwice.words import say

LEDGER = "ledger-"
"""How the item ids begin under which ledgers are saved."""

TALK = "talk"
"""The occasion of an opinion or a free text: kept, shown again, never marked."""

HUNT = "hunt-"
"""How the item ids begin under which hunts are saved."""


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
