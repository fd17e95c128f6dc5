"""Bars."""

from __future__ import annotations

from typing import Any

import pytest

from readtwice.charts import Bar, ChartError, bar_chart
from readtwice.words import say
from tests.charts.specimens import make

WORDS = {"title": "Milk", "description": "Elsa gives milk.", "label_name": "Cow", "value_name": "Litres"}


def domain(name: str) -> list[float]:
    found: list[float] = make(name).specification["layer"][0]["encoding"]["x"]["scale"]["domain"]
    return found


def test_bars_start_at_zero_and_go_both_ways() -> None:
    assert domain("bars")[0] == 0
    low, high = domain("bars below zero")
    assert low < -1.25 < 0.5 < high
    assert domain("bars all below zero")[1] == 0
    assert domain("bars all zero") == [0, 1]


def test_values_are_read_as_they_were_written() -> None:
    chart = make("bars")
    assert [row[1] for row in chart.table.rows] == [
        "$65.9 billion",
        f"$15.0 billion a year, {say('charts.reported')}",
        "$0",
    ]
    assert chart.specification["data"]["values"][1]["text"] == f"$15.0 billion a year\n{say('charts.reported')}"


@pytest.mark.parametrize("missing", WORDS)
def test_no_word_may_be_missing(missing: str) -> None:
    with pytest.raises(ChartError, match=r"^A chart needs [^.]*\.$"):
        bar_chart([Bar("Elsa", 5, "5 litres")], **{**WORDS, missing: " "})


@pytest.mark.parametrize("rows", [[], [Bar("Elsa", 5, "")], [Bar("", 5, "5")], [Bar("Elsa", 5, "5")] * 2])
def test_what_cannot_be_drawn_is_refused_in_a_sentence(rows: list[Any]) -> None:
    with pytest.raises(ChartError, match=r"^[^.]*\.$"):
        bar_chart(rows, **WORDS)
