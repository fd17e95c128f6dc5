"""What the first readable answer to an item says."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.marking import read_answer
from readtwice.marking.answer import SURE
from readtwice.pack import Item
from readtwice.record import Event
from readtwice.statistics.score import Answered


def answered(item: Item, events: Iterable[Event]) -> Answered:
    """What the first readable answer to an item says; the first scores, whatever came later."""
    key = "clean" if item.is_clean else "flawed" if item.is_flawed else "open"
    for event in events:
        try:
            verdict = read_answer(item, event.answer).verdict
        except ValueError:
            continue  # an answer to an older revision that no longer fits
        said = {"supported": "holds", "no_clash": "holds", "undetermined": "held back"}.get(verdict, "does not")
        return Answered(key, said, event.sureness in SURE)  # type: ignore[arg-type]
    return Answered(key, "")  # type: ignore[arg-type]
