"""The card at the end of a set: kept of clean, caught of flawed, false alarms, and what is worth a second look."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.marking import Answer
from readtwice.marking.finding import Finding, finding_of
from readtwice.pack import Item
from readtwice.pack.item import FLAWED, UNDETERMINED
from readtwice.page.views import View
from readtwice.words import say


def set_card(items: Sequence[Item], answers: Sequence[Answer | None]) -> View | None:
    """What came of a set of cards, once all of more than one are answered with a verdict; None before that.

    Only the verdict counts. A card is worth a second look also where its reason or its number did not fit. Worked
    cards, which ask for nothing, are passed over.
    """
    asked = [(place, item, answers[place]) for place, item in enumerate(items) if item.use != "worked"]
    given = [(place, item, answer) for place, item, answer in asked if answer and answer.verdict]
    if len(given) < max(len(asked), 2):
        return None
    said = [(item, answer.verdict) for _, item, answer in given]
    clean = [(item, verdict) for item, verdict in said if item.is_clean]
    flawed = [(item, verdict) for item, verdict in said if item.is_flawed]
    open_ = [(item, verdict) for item, verdict in said if item.key == UNDETERMINED]
    lines = [
        ("kept", _right(clean), len(clean), bool(clean)),
        ("caught", _right(flawed), len(flawed), bool(flawed)),
        ("false_alarms", alarms := sum(verdict == FLAWED[item.kind] for item, verdict in clean), 0, bool(alarms)),
        ("rightly_held_back", _right(open_), len(open_), bool(open_)),
    ]
    again = [place for place, item, answer in given if finding_of(item, answer) is Finding.AGAIN]
    return {
        "name": say("set_card.name", count=len(given)),
        "lines": [say(f"score.{name}", count=count, of=of) for name, count, of, is_said in lines if is_said],
        "again": [{"place": place, "topic": items[place].topic} for place in again],
    }


def _right(said: Sequence[tuple[Item, str]]) -> int:
    return sum(verdict == item.key for item, verdict in said)
