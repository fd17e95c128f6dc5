"""Bars from zero, one below the other, each with its value written at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from readtwice.charts.chart import Chart, Table
from readtwice.charts.parts import (
    WIDTH,
    Number,
    Row,
    chart,
    dashed_where,
    hollow_where,
    line_at,
    lines,
    marked_reported,
    named,
    number,
    once_each,
    pixels,
    row_height,
    row_labels,
    rows_of,
    with_room,
    wrapped,
)
from readtwice.charts.theme import MAIN
from readtwice.words import say


@dataclass(frozen=True)
class Bar:
    """A label, a number for the length, and the same value as it is to be read. `reported` bars are hollow."""

    label: str
    value: Number
    text: str
    reported: bool = False


def bar_chart(rows: Sequence[Bar], *, title: str, description: str, label_name: str, value_name: str) -> Chart:
    """Compare values of one unit. Values below zero go to the left.

    Raises ChartError for no rows, two rows of one label, a value that is no number, or words that are missing.
    """
    once_each([row.label for row in rows])
    texts = [marked_reported(named(say("error.charts.value_text"), row.text), row.reported) for row in rows]
    values: list[Row] = [
        {"label": wrapped(row.label), "value": number(row.value, row.label), "text": text, "reported": row.reported}
        for row, text in zip(rows, texts, strict=True)
    ]
    numbers = [number(row.value, row.label) for row in rows]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    left = max((pixels(text) + 8 for text, value in zip(texts, numbers, strict=True) if value < 0), default=0)
    right = max((pixels(text) + 8 for text, value in zip(texts, numbers, strict=True) if value >= 0), default=0)
    domain = with_room(low, high, left, right) if low < high else [0.0, 1.0]
    labels = [value["label"] for value in values]
    x, y = alt.X("value:Q", axis=None).scale(domain=domain, nice=False), rows_of(labels)
    bars = alt.Chart().mark_bar(height=20, stroke=MAIN, strokeWidth=1.5)
    at_the_end = {
        "align": alt.expr("datum.value < 0 ? 'right' : 'left'"),
        "baseline": "middle",
        "dx": alt.expr("datum.value < 0 ? -8 : 8"),
        **lines("text"),
    }
    layers = [
        bars.encode(x=x, y=y, fill=hollow_where("datum.reported"), strokeDash=dashed_where("datum.reported")),
        line_at(0.0, x),
        alt.Chart().mark_text(**at_the_end).encode(x=x, y=y, text="text:N"),
        row_labels(y),
    ]
    cells = [(row.label, marked_reported(row.text, row.reported, ", ")) for row in rows]
    header = (named(say("error.charts.labels_name"), label_name), named(say("error.charts.values_name"), value_name))
    return chart(
        title=title,
        description=description,
        subtitle=value_name,
        width=WIDTH,
        height=row_height(labels + texts) * len(rows),
        values=values,
        layers=layers,
        table=Table(title, header, tuple(cells)),
    )
