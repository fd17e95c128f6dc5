"""From the lowest to the highest value that sources or vintages give, a line for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.parts import (
    WIDTH,
    Mark,
    Number,
    Spec,
    chart,
    line_at,
    lines,
    marked_reported,
    named,
    number,
    once_each,
    pixels,
    quantity_axis,
    quiet_text,
    row_height,
    row_labels,
    rows_of,
    with_room,
    wrapped,
)
from readtwice.charts.theme import MAIN, PAPER


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
        ends.append(number(mark.value, named("words for its line", mark.text)))
    room = max(pixels(value["text"]) + 14 for value in values)
    scale = {"domain": with_room(min(ends), max(ends), 14, room), "nice": False, "zero": False}

    def x(field: str) -> Spec:
        axis = quantity_axis(named("a name for its values", value_name))
        return {"field": field, "type": "quantitative", "axis": axis, "scale": scale}

    end_tick = {"type": "tick", "orient": "vertical", "size": 16, "thickness": 3, "color": MAIN, "opacity": 1}
    y = rows_of([value["label"] for value in values])
    layers: list[Spec] = [
        {
            "mark": {"type": "rule", "color": MAIN, "strokeWidth": 3},
            "encoding": {
                "x": x("low"),
                "x2": {"field": "high"},
                "y": y,
                "strokeDash": {"condition": {"test": "datum.reported", "value": [4, 3]}, "value": [1, 0]},
            },
        },
        {"mark": end_tick, "encoding": {"x": x("low"), "y": y}},
        {"mark": end_tick, "encoding": {"x": x("high"), "y": y}},
        {
            "transform": [{"filter": "datum.value !== null"}],
            "mark": {"type": "point", "size": 120, "opacity": 1, "stroke": MAIN, "strokeWidth": 2},
            "encoding": {
                "x": x("value"),
                "y": y,
                "fill": {"condition": {"test": "datum.reported", "value": PAPER}, "value": MAIN},
            },
        },
        {
            "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 12, **lines("text")},
            "encoding": {"x": x("high"), "y": y, "text": {"field": "text", "type": "nominal"}},
        },
        row_labels(y),
    ]
    cells = [(row.label, marked_reported(row.text, row.reported, ", ")) for row in rows]
    if mark is not None:
        layers += _marked(mark, x("value"))
        cells.append((mark.text, str(mark.value)))
    header = (named("a name for its labels", label_name), value_name)
    return chart(
        title=title,
        description=description,
        width=WIDTH,
        height=len(rows) * row_height([text for value in values for text in (value["label"], value["text"])]),
        values=values,
        layers=layers,
        table=Table(title, header, tuple(cells)),
    )


def _values(row: Range) -> Spec:
    low, high = number(row.low, row.label), number(row.high, row.label)
    value = None if row.value is None else number(row.value, row.label)
    if low > high or (value is not None and not low <= value <= high):
        raise ChartError(f"“{row.label}” must go from a lower to a higher value, with its dot between the two.")
    text = marked_reported(named("a text for every value", row.text), row.reported)
    return {
        "label": wrapped(row.label),
        "low": low,
        "high": high,
        "value": value,
        "text": text,
        "reported": row.reported,
    }


def _marked(mark: Mark, x: Spec) -> list[Spec]:
    """A line to compare with, and its words above the plot."""
    line = line_at("x", number(mark.value, mark.text), x)
    words: Spec = {
        "data": {"name": "mark", "values": [{"value": number(mark.value, mark.text), "text": mark.text}]},
        "mark": quiet_text(align="center", baseline="bottom", dy=-4),
        "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "text", "type": "nominal"}},
    }
    return [line, words]
