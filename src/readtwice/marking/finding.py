"""What came of a claim: kept, caught, rightly held back, or to be looked at again.

A sound claim that was kept is a finding as good as a flaw that was caught.
"""

from __future__ import annotations

from enum import StrEnum

from readtwice.marking.answer import UnreadableAnswer, read_answer
from readtwice.marking.feedback import Case
from readtwice.marking.marking import case_of
from readtwice.pack import Item


class Finding(StrEnum):
    """In the order in which a sentence shows them, where several claims of it were judged."""

    AGAIN = "again"
    CAUGHT = "caught"
    KEPT = "kept"
    HELD = "held"


_OF = {
    Case.HIT: Finding.CAUGHT,
    Case.RIGHT_ACCEPTANCE: Finding.KEPT,
    Case.RIGHTLY_HELD_BACK: Finding.HELD,
    Case.DISSENT: Finding.HELD,
}


def finding_of(item: Item, answer: object) -> Finding | None:
    """What came of an item by an answer as it is saved. None where it has no verdict, and for a statement that was
    sorted as the key has it: sorting finds nothing out about a claim."""
    try:
        read = read_answer(item, answer)
    except UnreadableAnswer:
        return None
    case = case_of(item, read) if read.verdict else None
    return None if case in (None, Case.SORTED) else _OF.get(case, Finding.AGAIN)
