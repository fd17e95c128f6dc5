"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from readtwice.activities.drift.about import DRIFT
from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import drifts_of
from readtwice.marking.matching import Match
from readtwice.pack import Pack
from readtwice.page.leaving import of_cards


def _card(place: str, pack: Pack) -> Match | None:
    rows = held.rows if (held := drifts_of(pack)) else ()
    return next((drift_match(pack, one) for one in rows if one.id == place), None)


LEAVES = {DRIFT: of_cards(_card)}
