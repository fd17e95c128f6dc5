"""How far a share moved: a hollow dot where it was, a filled one where it is now, and a line between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.parts import (
    WIDTH,
    Number,
    Row,
    chart,
    lines,
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
from readtwice.charts.theme import HOLLOW, MAIN
from readtwice.words import say


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
    room = max(pixels(value["text"]) + 14 for value in values)
    axis = quantity_axis(named(say("error.charts.values_name"), value_name))
    axis.values = [0, 25, 50, 75, 100]

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", axis=axis).scale(domain=with_room(0, 100, 8, room), nice=False, zero=False)

    y = rows_of([value["label"] for value in values])
    dot = alt.Chart().mark_point(size=160, opacity=1, stroke=MAIN, strokeWidth=2)
    words = {"align": "left", "baseline": "middle", "dx": 14, **lines("text")}
    moved = alt.Chart().transform_filter("datum.before !== null")
    layers = [
        moved.mark_rule(color=MAIN, strokeWidth=3).encode(x=x("before"), x2="now", y=y),
        dot.transform_filter("datum.before !== null").encode(x=x("before"), y=y, fill=alt.value(HOLLOW)),
        dot.encode(x=x("now"), y=y, fill=alt.value(MAIN)),
        alt.Chart().mark_text(**words).encode(x=x("end"), y=y, text="text:N"),
        row_labels(y),
    ]
    header = (named(say("error.charts.labels_name"), label_name), value_name)
    return chart(
        title=title,
        subtitle=legend,
        description=description,
        width=WIDTH,
        height=len(rows) * row_height([text for value in values for text in (value["label"], value["text"])]),
        values=values,
        layers=layers,
        table=Table(title, header, tuple((row.label, row.text) for row in rows)),
    )


def _values(row: Move) -> Row:
    now, before = number(row.now, row.label), None if row.before is None else number(row.before, row.label)
    if any(not 0 <= one <= 100 for one in (now, before) if one is not None):
        raise ChartError(say("error.charts.no_share", label=row.label))
    text = named(say("error.charts.value_text"), row.text)
    end = now if before is None else max(now, before)
    return {"label": wrapped(row.label), "now": now, "before": before, "end": end, "text": text}
