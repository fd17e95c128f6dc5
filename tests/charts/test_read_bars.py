"""What bars a chart shows, however it was written."""

from __future__ import annotations

from typing import Any

import altair as alt
import pytest

from readtwice.charts.read_bars import Bars, read_bars

ROWS = [{"cow": "Elsa", "day": "Mon", "litres": 20}, {"cow": "Berta", "day": "Mon", "litres": 31}]
LENGTHS = {"Elsa": 20.0, "Berta": 31.0}


def chart(rows: list[dict[str, Any]] = ROWS, **encoding: Any) -> alt.Chart:
    made: alt.Chart = alt.Chart(alt.Data(values=rows)).mark_bar().encode(**{"x": "litres:Q", "y": "cow:N", **encoding})
    return made


@pytest.mark.parametrize(
    "made",
    [
        chart(),
        chart(x="cow:N", y="litres:Q"),
        chart(x="sum(litres):Q"),
        chart(color="cow:N"),
        chart(text="day:N", tooltip="day:N"),
        chart() + chart().mark_text().encode(text="litres:Q"),
        chart().mark_text() + chart(),
        alt.layer(alt.Chart().mark_bar().encode(x="litres:Q", y="cow:N"), data=alt.Data(values=ROWS)),
        alt.hconcat(chart(), chart(y="day:N")),
        alt.Chart({"values": ROWS})
        .mark_bar(clip=True)
        .encode(alt.X(field="litres", type="quantitative"), alt.Y("cow:O")),
    ],
)
def test_bars_are_read_whichever_way_they_are_drawn(made: alt.TopLevelMixin) -> None:
    assert read_bars(made) == Bars(LENGTHS, "zero")


def test_bars_of_one_name_stand_on_each_other_and_rows_are_counted() -> None:
    twice = read_bars(chart([*ROWS, ROWS[0]]))
    assert twice is not None
    assert twice.lengths == {"Elsa": 40.0, "Berta": 31.0}
    counted = read_bars(chart([*ROWS, ROWS[0]], x="count()"))
    assert counted is not None
    assert counted.lengths == {"Elsa": 2.0, "Berta": 1.0}


@pytest.mark.parametrize("channel", ["color", "column", "row", "yOffset"])
def test_two_names_make_one_in_any_order(channel: str) -> None:
    for encoding in ({"y": "cow:N", channel: "day:N"}, {"y": "day:N", channel: "cow:N"}):
        found = read_bars(chart(**encoding))
        assert found is not None
        assert found.lengths == {"Elsa · Mon": 20.0, "Berta · Mon": 31.0}


def test_a_facet_is_looked_into() -> None:
    found = read_bars(chart().facet(row="cow:N"))
    assert found is not None
    assert found.lengths == LENGTHS


@pytest.mark.parametrize(
    ("scale", "axis"),
    [
        ({"domain": [0, 40]}, "zero"),
        ({"domain": [-40, 40]}, "zero"),
        ({"domain": [10, 40]}, "cut"),
        ({"domainMin": 10}, "cut"),
        ({"domainMax": 90}, "zero"),
        ({"domainMin": alt.expr("5 + 5")}, "zero"),
        ({"zero": False}, "cut"),
        ({"type": "linear"}, "zero"),
        ({"type": "sqrt"}, "squeezed"),
        ({"type": "log"}, "squeezed"),
    ],
)
def test_the_axis_is_told(scale: dict[str, Any], axis: str) -> None:
    found = read_bars(chart(x=alt.X("litres:Q").scale(**scale)))
    assert found is not None
    assert (found.lengths, found.axis) == (LENGTHS, axis)


@pytest.mark.parametrize(
    "made",
    [
        chart().mark_line(),
        chart(x="mean(litres):Q"),
        chart(x="cow:N"),
        chart(x="cow:Q"),
        alt.Chart(alt.UrlData(url="milk.csv")).mark_bar().encode(x="litres:Q", y="cow:N"),
        alt.Chart().mark_bar(),
    ],
)
def test_what_has_no_bars_to_read_is_none(made: alt.TopLevelMixin) -> None:
    assert read_bars(made) is None
