"""The article's words on time, each as a card with two short questions."""

from __future__ import annotations

from readtwice.activities.timeline.about import TIMELINE
from readtwice.activities.timeline.part import Statement
from readtwice.marking.matching import Match, MatchPart
from readtwice.pack import Pack
from readtwice.words import words


def statement_match(pack: Pack, statement: Statement) -> Match:
    """Do the words fit the record in time, and by what does that show."""
    asked = words()["timeline"]
    found = [pack.evidence(one) for one in statement.evidence]
    return Match(
        TIMELINE + statement.id,
        statement.quote,
        (
            MatchPart("fit", asked["ask_fit"], asked["fit"], (statement.fit,)),
            MatchPart("by", asked["ask_by"], asked["by"], (statement.by,)),
        ),
        statement.why,
        asks=statement.asks,
        sources=tuple(one.source_line for one in found if one is not None),
        record=statement.record,
        lead=True,
    )
