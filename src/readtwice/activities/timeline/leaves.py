"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.activities.timeline.mark import ORDER
from readtwice.activities.timeline.match import TIMELINE, statement_match
from readtwice.activities.timeline.part import Statement, timeline_of
from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, are_all, matched, stands_on


def _order(place: str, answer: Any, pack: Pack) -> list[str] | None:
    held = timeline_of(pack)
    return answer if not place and held and are_all(answer, {one.id for one in held.events}) else None


def _statement(place: str, pack: Pack) -> Statement | None:
    held = timeline_of(pack)
    return next((one for one in held.statements if one.id == place), None) if held else None


def _chosen(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    statement = _statement(place, pack)
    return matched(statement_match(pack, statement), answer) if statement else None


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    statement = _statement(place, pack)
    return stands_on(statement.quote, answer) if statement else iter(())


LEAVES = {ORDER: Leaves(_order), TIMELINE: Leaves(_chosen, stands=_stands)}
