"""Subjects by features: a dot for each pair, the larger the more, with its value beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.parts import (
    Number,
    Row,
    chart,
    hollow_where,
    inline,
    lines,
    named,
    number,
    pixels,
    row_height,
    row_labels,
    rows_of,
    wrapped,
)
from readtwice.charts.theme import LINE_HEIGHT, MAIN
from readtwice.words import say

HEADING, HEADING_OF_MANY, MANY = 14, 10, 6
"""Characters in a line above a column; fewer from MANY columns on, so that the chart stays within its page."""
LARGEST = 560
"""Square pixels of the largest dot, some 27 across."""


@dataclass(frozen=True)
class Cell:
    """What one subject has of one feature. Below zero the dot is hollow; at zero there is none."""

    row: str
    column: str
    value: Number
    text: str


def grid_chart(cells: Sequence[Cell], *, title: str, description: str, row_name: str, column_name: str) -> Chart:
    """Rows and columns stand in the order in which they first come. A pair without a cell is said to have no figure.

    Raises ChartError for no cells, two for one pair, a value that is no number, or words that are missing.
    """
    if not cells:
        raise ChartError(say("error.charts.no_cells"))
    for cell in cells:
        named(say("error.charts.cell_place"), cell.row and cell.column)
        named(say("error.charts.value_text"), cell.text)
    by_pair = {(cell.row, cell.column): cell for cell in cells}
    if len(by_pair) < len(cells):
        raise ChartError(say("error.charts.cell_twice"))
    rows = list(dict.fromkeys(cell.row for cell in cells))
    columns = list(dict.fromkeys(cell.column for cell in cells))
    missing = say("charts.no_figure")
    heading = HEADING if len(columns) < MANY else HEADING_OF_MANY
    values: list[Row] = [
        {
            "label": wrapped(row),
            "column": wrapped(column, heading),
            "value": number(cell.value, f"{row}, {column}") if cell else 0.0,
            "text": wrapped(cell.text if cell else missing, heading),
        }
        for row in rows
        for column in columns
        for cell in [by_pair.get((row, column))]
    ]
    wide = max(pixels(text) for value in values for text in (value["column"], value["text"]))
    headings = [wrapped(column, heading) for column in columns]
    labels = [wrapped(row) for row in rows]
    x, y = alt.X("column:N", axis=None).scale(domain=headings), rows_of(labels)
    largest = max(abs(value["value"]) for value in values) or 1.0
    size = alt.Size("size:Q", legend=None).scale(domain=[0, largest], range=[0, LARGEST])
    dots = alt.Chart().mark_point(opacity=1, stroke=MAIN, strokeWidth=2, xOffset=-20)
    words = {"align": "left", "baseline": "middle", **lines("text")}
    layers = [
        dots.transform_calculate(size="abs(datum.value)")
        .transform_filter("datum.value !== 0")
        .encode(x=x, y=y, size=size, fill=hollow_where("datum.value < 0")),
        alt.Chart().mark_text(**words).encode(x=x, y=y, text="text:N"),
        row_labels(y, labels),
        _column_labels(headings, x),
    ]
    table = [
        (row, *(by_pair[row, column].text if (row, column) in by_pair else missing for column in columns))
        for row in rows
    ]
    return chart(
        title=title,
        subtitle=named(say("error.charts.columns_name"), column_name),
        description=description,
        width=max(96 if len(columns) < MANY else 72, wide + 20) * len(columns),
        height=row_height([value[name] for value in values for name in ("label", "text")], 40) * len(rows),
        values=values,
        layers=layers,
        table=Table(title, (named(say("error.charts.rows_name"), row_name), *columns), tuple(table)),
    )


def _column_labels(headings: Sequence[str], x: alt.X) -> alt.Chart:
    """A layer with the columns' labels above the plot; a label of several lines grows upwards."""
    up = alt.expr(f"-10 - {LINE_HEIGHT} * (length(split(datum.column, '\\n')) - 1)")
    layer: alt.Chart = (
        alt.Chart(inline("columns", [{"column": heading} for heading in headings]))
        .mark_text(align="center", baseline="bottom", dy=up, lineBreak="\n")
        .encode(x=x, y=alt.value(0), text="column:N")
    )
    return layer
