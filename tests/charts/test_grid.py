"""The grid."""

from __future__ import annotations

import pytest

from readtwice.charts import Cell, ChartError, grid_chart
from readtwice.words import say
from tests.charts.specimens import make

WORDS = {"title": "Herd", "description": "Elsa gives milk.", "row_name": "Cow", "column_name": "Litres"}


def test_rows_and_columns_keep_their_order_and_gaps_are_named() -> None:
    table = make("grid").table
    assert table.header == ("Who", "Praise", "Blame", "Words from unnamed speakers")
    assert [row[0] for row in table.rows] == ["Mayor Lee", "The farmers’ union of the upper valley"]
    assert table.rows[1][1:] == ("1", "-2", say("charts.no_figure"))
    x = make("grid").specification["layer"][0]["encoding"]["x"]
    assert x["scale"]["domain"] == ["Praise", "Blame", "Words from\nunnamed\nspeakers"]


def test_all_zero_has_no_dots_and_still_a_scale() -> None:
    chart = grid_chart([Cell("Elsa", "Monday", 0, "0")], **WORDS)
    assert chart.specification["layer"][0]["encoding"]["size"]["scale"]["domain"] == [0, 1]


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [Cell("Elsa", "Monday", 1, "1")] * 2,
        [Cell("", "Monday", 1, "1")],
        [Cell("Elsa", " ", 1, "1")],
        [Cell("Elsa", "Monday", 1, "")],
        [Cell("Elsa", "Monday", float("inf"), "much")],
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(cells: list[Cell]) -> None:
    with pytest.raises(ChartError, match=r"^[^.]*\.$"):
        grid_chart(cells, **WORDS)


@pytest.mark.parametrize("missing", WORDS)
def test_no_word_may_be_missing(missing: str) -> None:
    with pytest.raises(ChartError, match=r"^A chart needs [^.]*\.$"):
        grid_chart([Cell("Elsa", "Monday", 1, "1")], **{**WORDS, missing: ""})
