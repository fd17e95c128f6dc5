"""Comparisons as their file says them. What is wrong with one is in broken.yaml."""

from __future__ import annotations

from readtwice.activities.comparison.part import comparisons_of
from readtwice.figures.comparison import cells
from readtwice.figures.grid import Claimed, Row, Side
from readtwice.pack.compiled import compiled, from_json
from tests.specimens import good_pack


def test_a_comparison_is_read_with_everything_that_its_file_says() -> None:
    (comparison,) = comparisons_of(good_pack())
    grid = comparison.grid
    assert (comparison.id, comparison.claim.text, grid.on) == ("cost-twice", "cost 90,000 crowns", "2026-06-30")
    assert grid.sides[0] == Side("town", "The town", "the town’s")
    assert [(toggle.id, toggle.does, list(toggle.labels)) for toggle in grid.toggles] == [
        ("time", "period", ["total", "year"]),
        ("per", "divide", ["none", "head"]),
        ("money", "currency", ["printed", "XTS"]),
    ]
    assert grid.numbers[1] == Row(
        "story", {}, take="b03.cost", over="2025-05 to 2026-06", note="The story says 14 months."
    )
    assert grid.divisors[0].when == {"per": "head"}
    assert grid.claimed == Claimed("story", "cost 90,000 crowns", "larger", {"per": "none"})


def test_choices_keep_their_order_when_compiled() -> None:
    again = from_json(compiled(good_pack()), "pack.json")
    assert [list(toggle.labels) for toggle in comparisons_of(again)[0].grid.toggles] == [
        ["total", "year"],
        ["none", "head"],
        ["printed", "XTS"],
    ]


def test_the_invented_comparison_computes() -> None:
    pack = good_pack()
    found = cells(comparisons_of(pack)[0].grid, pack.figures)
    assert [(one.by["time"], one.by["per"], one.says) for one in found] == [
        ("total", "none", "equal"),
        ("total", "head", "equal"),
        ("year", "none", "equal"),
        ("year", "head", "equal"),
    ]
