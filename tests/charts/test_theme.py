"""The colours, by the numbers."""

from __future__ import annotations

import pytest

from readtwice.charts.theme import COLOURS, CONFIG, INK, PAPER, QUIET

DARK = "#111111"
"""What JupyterLab's dark theme puts behind a cell's output."""


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("paper", [PAPER, DARK])
@pytest.mark.parametrize("colour", COLOURS)
def test_marks_hold_three_to_one_on_the_card_and_on_dark(colour: str, paper: str) -> None:
    assert contrast(colour, paper) >= 3


def test_text_and_lines_hold_seven_to_one_on_the_card() -> None:
    assert contrast(INK, PAPER) >= 16
    assert contrast(QUIET, PAPER) >= 7


def test_nothing_is_left_to_the_theme_around_the_chart() -> None:
    assert CONFIG["background"] == PAPER
    for part, names in {
        "axis": ("domainColor", "gridColor", "labelColor", "tickColor", "titleColor"),
        "title": ("color", "subtitleColor"),
        "text": ("color",),
    }.items():
        assert all(CONFIG[part][name].startswith("#") for name in names)
