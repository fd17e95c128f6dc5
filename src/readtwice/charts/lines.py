"""One value for each paragraph, from left to right in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readtwice.charts.chart import Chart, Table
from readtwice.charts.parts import Mark, Number, Spec, chart, line_at, named, number, once_each, quiet_text
from readtwice.charts.theme import CHARACTER, MAIN

HEIGHT = 220
NARROWEST, WIDEST = 160, 500
"""Pixels of the plot; where labels would run into each other, some are left out. The table has them all."""


@dataclass(frozen=True)
class Point:
    """A short label such as `¶4`, a number for the height, and the same value as it is to be read."""

    label: str
    value: Number
    text: str


def line_chart(
    rows: Sequence[Point], *, title: str, description: str, label_name: str, value_name: str, mark: Mark | None = None
) -> Chart:
    """A line through the values in the order given, with the highest and the lowest written out.

    The axis includes zero. Raises ChartError for no rows, two rows of one label, a value that is no number, or words
    that are missing.
    """
    once_each([row.label for row in rows])
    numbers = [number(row.value, row.label) for row in rows]
    marked = [] if mark is None else [number(mark.value, named("words for its line", mark.text))]
    low, high = min(0.0, *numbers, *marked), max(0.0, *numbers, *marked)
    room = 0.16 * (high - low) or 1.0
    domain = [low - room if low < 0 else 0.0, high + room]
    highest, lowest = numbers.index(max(numbers)), numbers.index(min(numbers))
    # Words below the lowest point would run into the axis where it lies close to the floor.
    below = {lowest} - {highest} if numbers[lowest] - domain[0] > room else set()
    values: list[Spec] = [
        {
            "label": row.label,
            "value": value,
            "text": named("a text for every value", row.text) if place in (highest, lowest) else "",
            "above": place not in below,
        }
        for place, (row, value) in enumerate(zip(rows, numbers, strict=True))
    ]
    axis = {
        "labelAngle": 0,
        "labelOverlap": "parity",
        "labelSeparation": 6,
        "title": named("a name for its labels", label_name),
    }
    x = {"field": "label", "type": "ordinal", "sort": None, "axis": axis}
    y = {
        "field": "value",
        "type": "quantitative",
        "axis": {"title": named("a name for its values", value_name), "tickCount": 5},
        "scale": {"domain": [float(f"{end:.6g}") for end in domain], "nice": False},
    }
    text = {"field": "text", "type": "nominal"}
    written = [
        {
            "transform": [{"filter": f"datum.text !== '' && {test}"}],
            "mark": {"type": "text", "baseline": baseline, "dy": dy, "fontWeight": 600},
            "encoding": {"x": x, "y": y, "text": text},
        }
        for test, baseline, dy in (("datum.above", "bottom", -9), ("!datum.above", "top", 9))
    ]
    layers: list[Spec] = [
        {"mark": {"type": "line", "color": MAIN, "strokeWidth": 2}, "encoding": {"x": x, "y": y}},
        {
            "mark": {"type": "point", "filled": True, "color": MAIN, "opacity": 1, "size": 50},
            "encoding": {"x": x, "y": y},
        },
        *written,
    ]
    cells = [(row.label, named("a text for every value", row.text)) for row in rows]
    if mark is not None:
        layers += [line_at("y", marked[0], y), _words(mark, y)]
        cells.append((mark.text, str(mark.value)))
    step = max(28, CHARACTER * max(len(row.label) for row in rows) + 8)
    return chart(
        title=title,
        description=description,
        width=min(max(step * len(rows), NARROWEST), WIDEST),
        height=HEIGHT,
        values=values,
        layers=layers,
        table=Table(title, (label_name, value_name), tuple(cells)),
    )


def _words(mark: Mark, y: Spec) -> Spec:
    """The words of a line to compare with, right of the plot, so that the curve never runs through them."""
    return {
        "data": {"name": "mark", "values": [{"value": number(mark.value, mark.text), "text": mark.text}]},
        "mark": quiet_text(align="left", baseline="middle", dx=8),
        "encoding": {"x": {"value": "width"}, "y": y, "text": {"field": "text", "type": "nominal"}},
    }
