"""Comparisons: what an article compares, and the grid of every way to compare it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from readtwice.figures.grid import Choice, Claimed, Grid, Row, Side, Toggle
from readtwice.pack.item import Quote


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the article compares, in its own words, and every way to compare it."""

    id: str
    title: str
    claim: Quote
    grid: Grid


def comparison_from(compiled: dict[str, Any], quote: Callable[[dict[str, Any]], Quote]) -> Comparison:
    """A comparison out of its compiled form; `quote` reads a quote. Raises KeyError and TypeError for a damaged one."""
    grid = compiled["grid"]
    claimed = grid.get("claimed")
    return Comparison(
        compiled["id"],
        compiled["title"],
        quote(compiled["claim"]),
        Grid(
            sides=tuple(Side(**side) for side in grid["sides"]),
            toggles=tuple(
                Toggle(**{**toggle, "choices": tuple(Choice(**one) for one in toggle["choices"])})
                for toggle in grid["toggles"]
            ),
            numbers=tuple(Row(**row) for row in grid["numbers"]),
            divisors=tuple(Row(**row) for row in grid.get("divisors", ())),
            on=grid.get("on", ""),
            claimed=Claimed(**claimed) if claimed else None,
        ),
    )
