"""Ranges."""

from __future__ import annotations

import pytest

from readtwice.charts import ChartError, Mark, Range, range_chart
from tests.charts.specimens import make

WORDS = {"title": "Milk", "description": "Elsa gives milk.", "label_name": "Cow", "value_name": "Litres"}


def test_the_line_to_compare_with_is_in_the_plot_and_in_the_table() -> None:
    chart = range_chart([Range("Elsa", 2, 3, "2 to 3")], mark=Mark(40, "the claim"), **WORDS)
    low, high = chart.specification["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low < 2 < 40 < high
    assert chart.table.rows[-1] == ("the claim", "40")


def test_a_row_without_a_dot_and_one_without_a_width() -> None:
    values = make("ranges").specification["data"]["values"]
    assert [value["value"] for value in values] == [3.38, 3.1, None]
    assert values[1]["low"] == values[1]["high"]


@pytest.mark.parametrize(
    "row",
    [
        Range("Elsa", 3, 2, "3 to 2"),
        Range("Elsa", 2, 3, "2 to 3", 4),
        Range("Elsa", 2, 3, "2 to 3", 1),
        Range("Elsa", float("nan"), 3, "? to 3"),
        Range("Elsa", 2, 3, ""),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(row: Range) -> None:
    with pytest.raises(ChartError, match=r"^[^.]*\.$"):
        range_chart([row], **WORDS)


def test_no_rows_or_no_words_are_refused() -> None:
    with pytest.raises(ChartError, match="needs data"):
        range_chart([], **WORDS)
    for missing in WORDS:
        with pytest.raises(ChartError, match=r"^A chart needs"):
            range_chart([Range("Elsa", 2, 3, "2 to 3")], **{**WORDS, missing: ""})
    with pytest.raises(ChartError, match="words for its line"):
        range_chart([Range("Elsa", 2, 3, "2 to 3")], mark=Mark(2, ""), **WORDS)
