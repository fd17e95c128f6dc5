"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readtwice.activities.comparison.about import COMPARISON
from readtwice.activities.comparison.part import comparisons_of
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, is_one


def _chosen(place: str, answer: Any, pack: Pack) -> dict[str, Any] | None:
    grids = {one.id: one.grid for one in comparisons_of(pack)}
    if place not in grids or not isinstance(answer, Mapping):
        return None
    grid, to, by = grids[place], answer.get("to"), answer.get("by")
    if not is_one(to, {"both", "unsure", *(side.id for side in grid.sides)}) or not isinstance(by, Mapping):
        return None
    if not all(is_one(by.get(toggle.id), toggle.labels) for toggle in grid.toggles):
        return None
    return {"to": to, "by": {toggle.id: by[toggle.id] for toggle in grid.toggles}}


LEAVES = {COMPARISON: Leaves(_chosen)}
