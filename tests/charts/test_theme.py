"""The theme, as Altair knows it."""

from __future__ import annotations

from typing import Any

import altair
import pytest

from readtwice.charts.theme import COLOURS, CONFIG, INK, NAME, QUIET
from readtwice.colours import colour
from tests.charts.specimens import make


def test_it_is_registered_and_stays_off_until_somebody_asks() -> None:
    make("bars")
    assert NAME in altair.theme.names()
    assert altair.theme.active != NAME


def test_nothing_is_left_to_the_theme_around_the_chart() -> None:
    assert CONFIG["background"] == "transparent"
    for part, names in {
        "axis": ("domainColor", "gridColor", "labelColor", "tickColor", "titleColor"),
        "title": ("color", "subtitleColor"),
        "legend": ("labelColor", "titleColor"),
        "header": ("labelColor", "titleColor"),
        "mark": ("color",),
        "rule": ("color",),
        "text": ("color",),
    }.items():
        assert all(CONFIG[part][name] in (INK, QUIET, *COLOURS) for name in names)


def colours_in(node: Any, key: str = "") -> set[str]:
    if isinstance(node, dict):
        return {found for name, below in node.items() for found in colours_in(below, name)}
    if isinstance(node, list):
        return {found for below in node for found in colours_in(below, key)}
    return {node} if isinstance(node, str) and (node.startswith("#") or "color" in key.lower()) else set()


@pytest.mark.parametrize("name", ["bars", "ranges", "grid", "by hand"])
def test_a_chart_has_no_colour_of_its_own(name: str) -> None:
    shared = {colour(one) for one in ("line", "first", "second", "third", "fourth")}
    assert colours_in(make(name).specification) <= shared | {INK}
