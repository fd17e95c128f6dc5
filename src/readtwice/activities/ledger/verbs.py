"""What a notebook calls: the claim ledger over some blocks."""

from __future__ import annotations

from readtwice.activities.ledger.part import ledger_of
from readtwice.activities.ledger.widget import Ledger
from readtwice.page.open import CourseError, block_range, session
from readtwice.words import say


def ledger(part: str, *topics: str) -> Ledger:
    """The claim ledger over some blocks, with all prepared rows or the named ones."""
    prepared = ledger_of(session().pack)
    known = {topic.id: topic for topic in prepared}
    for topic in topics:
        if topic not in known:
            raise CourseError(say("error.ledger.no_row", topic=topic, known=", ".join(known)))
    return Ledger(session(), *block_range(part), [known[topic] for topic in topics] or list(prepared))
