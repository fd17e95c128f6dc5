"""How far a share moved: a hollow dot where it was, a filled one where it is now, and a line between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import altair as alt

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.parts import (
    Number,
    Row,
    chart,
    named,
    number,
    once_each,
    quantity_axis,
    rows_of,
    with_room,
    wrapped,
)
from readtwice.charts.theme import HOLLOW, LINE_HEIGHT, MAIN
from readtwice.words import say

NARROW: Final = 270
"""Pixels of the plot: with its labels above the dots, the whole chart fits a telephone."""
LINE: Final = 33
"""Characters in a line of a label or of the title."""
TRACK: Final = 30
"""Pixels for the dots of a row, below its words."""


@dataclass(frozen=True)
class Move:
    """A share of 100 `now`, and `before` where that is known. `text` says both, such as `45, then 62`."""

    label: str
    now: Number
    text: str
    before: Number | None = None


def move_chart(
    rows: Sequence[Move], *, title: str, description: str, label_name: str, value_name: str, legend: str = ""
) -> Chart:
    """Shares of 100 as dots that move, on an axis from 0 to 100. `legend` says what the two dots are.

    Raises ChartError for no rows, two rows of one label, a share below 0 or above 100, or words that are missing.
    """
    once_each([row.label for row in rows])
    values = [_values(row) for row in rows]
    words = LINE_HEIGHT * max(value["words"].count("\n") + 1 for value in values)
    axis = quantity_axis(named(say("error.charts.values_name"), value_name))
    axis.values = [0, 25, 50, 75, 100]

    def x(field: str) -> alt.X:
        domain = with_room(0, 100, 8, 8, NARROW)
        return alt.X(f"{field}:Q", axis=axis).scale(domain=domain, nice=False, zero=False)

    y = rows_of([value["label"] for value in values])
    below = {"yOffset": words / 2}  # of the row's middle
    dot = alt.Chart().mark_point(size=160, opacity=1, stroke=MAIN, strokeWidth=2, **below)
    text = {"align": "left", "baseline": "top", "lineBreak": "\n", "dy": -(words + TRACK) / 2}
    had = "datum.before !== null"
    layers = [
        alt.Chart()
        .transform_filter(had)
        .mark_rule(color=MAIN, strokeWidth=3, **below)
        .encode(x=x("before"), x2="now", y=y),
        dot.transform_filter(had).encode(x=x("before"), y=y, fill=alt.value(HOLLOW)),
        dot.encode(x=x("now"), y=y, fill=alt.value(MAIN)),
        alt.Chart().mark_text(**text).encode(x=alt.value(0), y=y, text="words:N"),
    ]
    header = (named(say("error.charts.labels_name"), label_name), value_name)
    return chart(
        title=title,
        subtitle=legend,
        description=description,
        characters=LINE,
        width=NARROW,
        height=len(rows) * (words + TRACK),
        values=values,
        layers=layers,
        table=Table(title, header, tuple((row.label, row.text) for row in rows)),
    )


def _values(row: Move) -> Row:
    now, before = number(row.now, row.label), None if row.before is None else number(row.before, row.label)
    if any(not 0 <= one <= 100 for one in (now, before) if one is not None):
        raise ChartError(say("error.charts.no_share", label=row.label))
    text = named(say("error.charts.value_text"), row.text)
    told = f"{wrapped(row.label, LINE)}\n{wrapped(text, LINE)}"
    return {"label": row.label, "now": now, "before": before, "words": told}
