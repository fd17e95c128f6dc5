"""How sure people said they were, beside how often they were right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.parts import WIDTH, Spec, chart, named, once_each, row_height, row_labels, rows_of, wrapped
from readtwice.charts.theme import MAIN, PAPER, SECOND
from readtwice.words import say


@dataclass(frozen=True)
class Sureness:
    """Answers given with one degree of sureness: said to be right in so many percent (0 to 100), right so often."""

    label: str
    said: int
    right: int
    of: int


def calibration_chart(rows: Sequence[Sureness], *, title: str, description: str, label_name: str) -> Chart:
    """A ring where people said they would be, a dot where they were. The closer the two, the better judged.

    Raises ChartError for no rows, two rows of one label, no answers, or counts and percentages that cannot be.
    """
    once_each([row.label for row in rows])
    for row in rows:
        _check(row)
    values: list[Spec] = [
        {
            "label": wrapped(row.label),
            "said": row.said,
            "share": float(f"{100 * row.right / row.of:.6g}"),
            "text": say("charts.right_of", right=row.right, of=row.of),
        }
        for row in rows
    ]

    def x(field: str) -> Spec:
        axis = {"title": say("charts.percent"), "values": [0, 25, 50, 75, 100]}
        return {"field": field, "type": "quantitative", "axis": axis, "scale": {"domain": [0, 100]}}

    ring = {"type": "point", "shape": "circle", "size": 260, "opacity": 1, "strokeWidth": 2.5}
    y = rows_of([value["label"] for value in values])
    layers: list[Spec] = [
        {
            "mark": {"type": "rule", "color": MAIN, "strokeWidth": 2},
            "encoding": {"x": x("said"), "x2": {"field": "share"}, "y": y},
        },
        {"mark": {**ring, "stroke": SECOND, "fill": PAPER}, "encoding": {"x": x("said"), "y": y}},
        {"mark": {**ring, "size": 90, "stroke": MAIN, "fill": MAIN}, "encoding": {"x": x("share"), "y": y}},
        {
            "mark": {"type": "text", "align": "left", "baseline": "middle", "dx": 18},
            "encoding": {"x": {"value": WIDTH}, "y": y, "text": {"field": "text", "type": "nominal"}},
        },
        row_labels(y),
    ]
    header = (named("a name for its labels", label_name), say("charts.said"), say("charts.was_right"))
    cells = [(row.label, f"{row.said}%", value["text"]) for row, value in zip(rows, values, strict=True)]
    return chart(
        title=title,
        subtitle=say("charts.ring_and_dot"),
        description=description,
        width=WIDTH,
        height=len(rows) * row_height([value["label"] for value in values]),
        values=values,
        layers=layers,
        table=Table(title, header, tuple(cells)),
    )


def _check(row: Sureness) -> None:
    if not 0 <= row.said <= 100:
        raise ChartError(f"“{row.label}”: a percentage lies between 0 and 100, not at {row.said}.")
    if row.of < 1 or not 0 <= row.right <= row.of:
        raise ChartError(f"“{row.label}”: {row.right} right of {row.of} cannot be.")
