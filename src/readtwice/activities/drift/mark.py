"""A source beside the article's version, as a card that asks what changed."""

from __future__ import annotations

from readtwice.activities.drift.about import DRIFT
from readtwice.activities.drift.part import Drift
from readtwice.marking.matching import Match, MatchPart
from readtwice.pack import Pack
from readtwice.words import words


def drift_match(pack: Pack, row: Drift) -> Match:
    """What differs between a source and the article."""
    asked = words()["drift"]
    source = pack.evidence(row.source)
    return Match(
        DRIFT + row.id,
        row.quote,
        (MatchPart("changed", asked["ask"], asked["changed"], row.changed, any_order=True),),
        row.why,
        original=row.original,
        source=source.source_line if source else "",
    )
