"""From the lowest to the highest value that sources or vintages give, a line for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.parts import (
    WIDTH,
    Mark,
    Number,
    Row,
    chart,
    dashed_where,
    hollow_where,
    inline,
    line_at,
    lines,
    marked_reported,
    named,
    number,
    once_each,
    pixels,
    quantity_axis,
    row_height,
    row_labels,
    rows_of,
    with_room,
    wrapped,
)
from readtwice.charts.theme import MAIN
from readtwice.words import say


@dataclass(frozen=True)
class Range:
    """From low to high, with a dot at `value` if there is one. `text` says it all, such as `3.36% to 3.43%`."""

    label: str
    low: Number
    high: Number
    text: str
    value: Number | None = None
    reported: bool = False


def range_chart(
    rows: Sequence[Range], *, title: str, description: str, label_name: str, value_name: str, mark: Mark | None = None
) -> Chart:
    """Show how far figures for the same thing lie apart. The axis need not begin at zero: nothing has a length.

    Raises ChartError for no rows, two rows of one label, low above high, a value outside, or words that are missing.
    """
    once_each([row.label for row in rows])
    values = [_values(row) for row in rows]
    ends = [end for value in values for end in (value["low"], value["high"])]
    if mark is not None:
        ends.append(number(mark.value, named(say("error.charts.line_words"), mark.text)))
    room = max(pixels(value["text"]) + 14 for value in values)
    domain = with_room(min(ends), max(ends), 14, room)

    named(say("error.charts.values_name"), value_name)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", axis=quantity_axis(value_name)).scale(domain=domain, nice=False, zero=False)

    labels = [value["label"] for value in values]
    y = rows_of(labels)
    end = alt.Chart().mark_tick(orient="vertical", size=16, thickness=3, color=MAIN, opacity=1)
    dot = alt.Chart().mark_point(size=120, opacity=1, stroke=MAIN, strokeWidth=2)
    words = {"align": "left", "baseline": "middle", "dx": 12, **lines("text")}
    layers = [
        alt.Chart()
        .mark_rule(color=MAIN, strokeWidth=3)
        .encode(x=x("low"), x2="high", y=y, strokeDash=dashed_where("datum.reported")),
        end.encode(x=x("low"), y=y),
        end.encode(x=x("high"), y=y),
        dot.transform_filter("datum.value !== null").encode(x=x("value"), y=y, fill=hollow_where("datum.reported")),
        alt.Chart().mark_text(**words).encode(x=x("high"), y=y, text="text:N"),
        row_labels(y),
    ]
    cells = [(row.label, marked_reported(row.text, row.reported, ", ")) for row in rows]
    if mark is not None:
        layers += _marked(mark, x("value"))
        cells.append((mark.text, str(mark.value)))
    header = (named(say("error.charts.labels_name"), label_name), value_name)
    return chart(
        title=title,
        description=description,
        width=WIDTH,
        height=len(rows) * row_height([text for value in values for text in (value["label"], value["text"])]),
        values=values,
        layers=layers,
        table=Table(title, header, tuple(cells)),
    )


def _values(row: Range) -> Row:
    low, high = number(row.low, row.label), number(row.high, row.label)
    value = None if row.value is None else number(row.value, row.label)
    if low > high or (value is not None and not low <= value <= high):
        raise ChartError(say("error.charts.range_upside_down", label=row.label))
    text = marked_reported(named(say("error.charts.value_text"), row.text), row.reported)
    return {
        "label": wrapped(row.label),
        "low": low,
        "high": high,
        "value": value,
        "text": text,
        "reported": row.reported,
    }


def _marked(mark: Mark, x: alt.X) -> list[alt.Chart]:
    """A line to compare with, and its words above the plot."""
    at = number(mark.value, mark.text)
    words = alt.Chart(inline("mark", [{"value": at, "text": mark.text}])).mark_text(
        align="center", baseline="bottom", dy=-4, fontStyle="italic"
    )
    return [line_at(at, x), words.encode(x=x, y=alt.value(0), text="text:N")]
