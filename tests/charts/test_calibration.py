"""Sure, and right."""

from __future__ import annotations

import pytest

from readtwice.charts import ChartError, Sureness, calibration_chart
from readtwice.words import say
from tests.charts.specimens import make

WORDS = {"title": "Sure?", "description": "Seven of nine were right.", "label_name": "Said"}


def test_counts_stay_counts_and_shares_are_for_the_drawing() -> None:
    chart = make("calibration")
    assert chart.table.rows[0] == ("Sure it holds", "95%", say("charts.right_of", right=7, of=9))
    assert [value["share"] for value in chart.specification["data"]["values"]] == [77.7778, 75, 0]


@pytest.mark.parametrize(
    "row",
    [
        Sureness("Sure", 101, 1, 2),
        Sureness("Sure", -1, 1, 2),
        Sureness("Sure", 90, 0, 0),
        Sureness("Sure", 90, 3, 2),
        Sureness("Sure", 90, -1, 2),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(row: Sureness) -> None:
    with pytest.raises(ChartError, match=r"^[^.]*\.$"):
        calibration_chart([row], **WORDS)


def test_no_rows_or_no_words_are_refused() -> None:
    with pytest.raises(ChartError, match="needs data"):
        calibration_chart([], **WORDS)
    for missing in WORDS:
        with pytest.raises(ChartError, match=r"^A chart needs"):
            calibration_chart([Sureness("Sure", 90, 1, 2)], **{**WORDS, missing: ""})
