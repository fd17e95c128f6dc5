"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from typing import Any

from readtwice.activities.timeline.about import ORDER, TIMELINE
from readtwice.activities.timeline.match import statement_match
from readtwice.activities.timeline.part import timeline_of
from readtwice.marking.matching import Match
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, are_all, of_cards


def _order(place: str, answer: Any, pack: Pack) -> list[str] | None:
    held = timeline_of(pack)
    known = {one.id for one in held.events} if held and not place else set()
    return answer if are_all(answer, known) and len({*answer}) == len(answer) else None


def _card(place: str, pack: Pack) -> Match | None:
    statements = held.statements if (held := timeline_of(pack)) else ()
    return next((statement_match(pack, one) for one in statements if one.id == place), None)


LEAVES = {ORDER: Leaves(_order), TIMELINE: of_cards(_card)}
