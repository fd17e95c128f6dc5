"""What of a saved answer may leave the course: of items what is said here, of all else what their activity names.

See `page/leaving.py` for the rule.
"""

from __future__ import annotations

import re
from typing import Any

from readtwice.activities import leaves_of
from readtwice.marking import read_answer
from readtwice.marking.answer import SURENESS
from readtwice.marking.numbers import read_number
from readtwice.pack import Item, Pack
from readtwice.record import Event

OCCASIONS = re.compile(r"lesson|before|after|fresh|talk|estimate|recall-\d\d", re.ASCII)
"""What an answer may say of its occasion."""


def chosen(event: Event, pack: Pack) -> Any:
    """What was picked among what the course offers; None where the event is of no named kind, or holds none of it."""
    if not _is_of(event, pack):
        return None
    for item in (*pack.items, *pack.twins):
        if event.item == item.id:
            return _verdict(item, event.answer)
    found = leaves_of(event.item)
    return found[0].chosen(found[1], event.answer, pack) if found and found[0].chosen else None


def written(event: Event, pack: Pack) -> Any:
    """What a learner wrote, in the fields that are named; None where the event is of no kind that holds words."""
    found = leaves_of(event.item) if _is_of(event, pack) else None
    return found[0].written(found[1], event.answer, pack) if found and found[0].written else None


def _is_of(event: Event, pack: Pack) -> bool:
    return event.kind == "answer" and event.pack in ("", pack.slug)


def occasion(event: Event) -> str:
    """When an answer was given, where that is one of the course's own occasions, else nothing."""
    return event.occasion if OCCASIONS.fullmatch(event.occasion) else ""


def sureness(event: Event) -> str:
    """How sure the learner said to be, where that is one of the five one-tap answers, else nothing."""
    return event.sureness if event.sureness in SURENESS else ""


def _verdict(item: Item, answer: Any) -> list[str] | None:
    try:
        read = read_answer(item, answer)
        number = read_number(read.number, item.computation.unit if item.computation else "") if read.number else None
    except ValueError:
        return None
    if number:  # as it was read, not as it was typed
        return [f"{number.value}{'%' if number.is_percent else ''}", *([read.verdict] if read.verdict else [])]
    return read.parts or None
