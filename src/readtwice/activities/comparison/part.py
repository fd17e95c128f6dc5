"""Comparisons: what an article compares, and the grid of every way to compare it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from readtwice.figures.grid import Choice, Claimed, Grid, Row, Side, Toggle
from readtwice.pack import Pack
from readtwice.pack.item import Quote
from readtwice.pack.part import Part, QuoteOf
from readtwice.pack.problem import Problem


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


def _build(compiled: list[dict[str, Any]], quote: QuoteOf) -> tuple[Comparison, ...]:
    return tuple(comparison_from(one, quote) for one in compiled)


PART: Part[tuple[Comparison, ...]] = Part(
    "comparisons", "comparisons.yaml", build=_build, read="readtwice.activities.comparison.read"
)


def comparisons_of(pack: Pack) -> tuple[Comparison, ...]:
    """What a pack has of it; empty where it has none."""
    return PART.of(pack) or ()


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it beyond its own file: nothing."""
    return iter(())
