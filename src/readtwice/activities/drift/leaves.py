"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.activities.drift.mark import DRIFT, drift_match
from readtwice.activities.drift.part import Drift, drifts_of
from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, matched, stands_on


def _row(place: str, pack: Pack) -> Drift | None:
    held = drifts_of(pack)
    return next((one for one in held.rows if one.id == place), None) if held else None


def _chosen(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    row = _row(place, pack)
    return matched(drift_match(pack, row), answer) if row else None


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    row = _row(place, pack)
    return stands_on(row.quote, answer) if row else iter(())


LEAVES = {DRIFT: Leaves(_chosen, stands=_stands)}
