"""The line through the paragraphs."""

from __future__ import annotations

import pytest

from readtwice.charts import Chart, ChartError, Mark, Point, line_chart
from tests.charts.specimens import make

WORDS = {"title": "Grade", "description": "It rises.", "label_name": "Paragraph", "value_name": "Grade"}


def written(chart: Chart) -> dict[str, str]:
    return {value["label"]: value["text"] for value in chart.specification["data"]["values"] if value["text"]}


def line(*numbers: float) -> Chart:
    return line_chart([Point(f"¶{place}", value, f"{value}!") for place, value in enumerate(numbers, 1)], **WORDS)


def test_the_highest_and_the_lowest_are_written_out_and_the_table_has_all() -> None:
    chart = make("line")
    assert written(chart) == {"¶4": "15.6", "¶5": "7.2"}
    assert len(chart.table.rows) == 24 + 1
    assert chart.table.rows[-1] == ("grade 9", "9")


def test_equal_values_are_written_once_and_never_into_the_axis() -> None:
    assert written(line(0, 0, 0)) == {"¶1": "0!"}
    assert [value["above"] for value in line(9, 0).specification["data"]["values"]] == [True, True]
    assert [value["above"] for value in line(9, 5).specification["data"]["values"]] == [True, False]


@pytest.mark.parametrize(("numbers", "low", "high"), [((9, 5), 0, 9), ((-3, -1), -3, 0), ((0, 0), 0, 0)])
def test_the_axis_includes_zero(numbers: tuple[float, ...], low: float, high: float) -> None:
    start, end = line(*numbers).specification["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert start <= low <= high < end
    assert start <= 0 <= end


def test_what_cannot_be_drawn_is_refused_in_a_sentence() -> None:
    with pytest.raises(ChartError, match="needs data"):
        line()
    with pytest.raises(ChartError, match="must be a number"):
        line(float("nan"))
    with pytest.raises(ChartError, match="words for its line"):
        line_chart([Point("¶1", 1, "1")], mark=Mark(9, " "), **WORDS)
    with pytest.raises(ChartError, match="a text for every value"):
        line_chart([Point("¶1", 1, "1"), Point("¶2", 2, "2"), Point("¶3", 1.5, "")], **WORDS)


@pytest.mark.parametrize("missing", WORDS)
def test_no_word_may_be_missing(missing: str) -> None:
    with pytest.raises(ChartError, match=r"^A chart needs [^.]*\.$"):
        line_chart([Point("¶1", 1, "1")], **{**WORDS, missing: ""})
