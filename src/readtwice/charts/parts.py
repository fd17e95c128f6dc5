"""What several builders need: numbers for the drawing, wrapped labels, room for words, a frame around it all."""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import altair as alt

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.made_with_altair import specification
from readtwice.charts.theme import CHARACTER, HOLLOW, LINE_HEIGHT, MAIN
from readtwice.words import say

Number = int | float | Decimal
Row = dict[str, Any]

WIDTH: Final = 360
"""Pixels between the left and the right edge of a plot with labelled rows. Labels come on top of it."""
LABEL: Final = 26
"""Characters in a line of a row's label."""
TITLE: Final = 64
"""Characters in a line of a title."""
_DOWN_FROM_MIDDLE = f"-{LINE_HEIGHT / 2:g} * (length(split(datum.{{field}}, '\\n')) - 1)"


@dataclass(frozen=True)
class Mark:
    """A line to compare with, and the words beside it."""

    value: Number
    text: str


def number(value: Number, of: str) -> float:
    """A value for the drawing; what is read as text stands beside it in full.

    Raises ChartError for anything but a finite number.
    """
    if isinstance(value, bool) or not isinstance(value, Number) or not math.isfinite(value):
        raise ChartError(say("error.charts.value_no_number", of=of, value=value))
    return float(value)


def named(what: str, name: str) -> str:
    """A text that must not be empty. Raises ChartError, saying what is missing."""
    if not isinstance(name, str) or not name.strip():
        raise ChartError(say("error.charts.chart_needs", what=what))
    return name


def once_each(labels: Sequence[str]) -> None:
    """Raises ChartError where there are no rows, or where two could not be told apart."""
    if not labels:
        raise ChartError(say("error.charts.no_rows"))
    for label in labels:
        named(say("error.charts.row_label"), label)
    label, count = Counter(labels).most_common(1)[0]
    if count > 1:
        raise ChartError(say("error.charts.label_twice", label=label))


def wrapped(text: str, characters: int = LABEL) -> str:
    """A label in lines of so many characters; a longer word is broken."""
    return "\n".join(textwrap.wrap(text, characters))


def marked_reported(text: str, reported: bool, between: str = "\n") -> str:
    """A value as text, and that it was only reported where it was."""
    return f"{text}{between}{say('charts.reported')}" if reported else text


def row_height(labels: Iterable[str], least: int = 36) -> int:
    """Pixels for each row, so that the label with most lines fits."""
    return max(least, *(LINE_HEIGHT * (1 + label.count("\n")) + 14 for label in labels))


def pixels(text: str) -> int:
    """The most that a text of one or more lines takes from left to right."""
    return CHARACTER * max((len(line) for line in text.split("\n")), default=0)


def with_room(low: float, high: float, left: int, right: int, width: int = WIDTH) -> list[float]:
    """An axis from low to high that leaves so many pixels free on either side. Equal ends are spread by one."""
    if low == high:
        low, high = low - 0.5, high + 0.5
    free = max(width - left - right, width // 4)
    pixel = (high - low) / free
    return [_short(low - left * pixel), _short(high + right * pixel)]


def rows_of(labels: Sequence[str]) -> alt.Y:
    """The vertical place of a row, in the order given. Without the domain, layers of other data would mix it up."""
    return alt.Y("label:N", axis=None).scale(domain=list(labels))


def row_labels(y: alt.Y, several: Sequence[str] = ()) -> alt.Chart:
    """A layer with the rows' labels, left of the plot, each centred on its row however many lines it has.

    `several`: the labels, where more than one of the chart's values stands in a row, so that each is drawn once.
    """
    text = {"align": "right", "baseline": "middle", "dx": -14, **lines("label")}
    rows = alt.Chart(inline("labels", [{"label": label} for label in several])) if several else alt.Chart()
    layer: alt.Chart = rows.mark_text(**text).encode(x=alt.value(0), y=y, text="label:N")
    return layer


def inline(name: str, values: list[Row]) -> alt.InlineData:
    """Rows that stand in the chart under a name, so that a layer can have others than the rest."""
    return alt.InlineData(values=values, name=name)


def lines(field: str) -> dict[str, Any]:
    """Properties of a text that is broken at line ends and stays centred."""
    return {"lineBreak": "\n", "dy": alt.expr(_DOWN_FROM_MIDDLE.format(field=field))}


def line_at(value: float, x: alt.X) -> alt.Chart:
    """A layer with one quiet line down the plot, placed on an axis that other layers use as well.

    A `datum` would be shorter, but the Vega-Lite in JupyterLab fails on one beside an axis that is switched off.
    """
    at = x.copy()
    at.shorthand = "at:Q"
    layer: alt.Chart = alt.Chart(inline("line", [{"at": value}])).mark_rule(strokeWidth=1).encode(x=at)
    return layer


def hollow_where(test: str, filled: str = MAIN) -> Any:
    """A fill for marks, none where a test holds."""
    return alt.when(test).then(alt.value(HOLLOW)).otherwise(alt.value(filled))


def dashed_where(test: str) -> Any:
    """A stroke for marks, dashed where a test holds."""
    return alt.when(test).then(alt.value([4, 3])).otherwise(alt.value([1, 0]))


def chart(
    *, title: str, description: str, width: int, height: int, values: list[Row], layers: list[alt.Chart], table: Table,
    subtitle: str = "", characters: int = TITLE,
) -> Chart:  # fmt: skip
    """Layers over the same values, in the frame that all charts have. `characters`: in a line of its title."""
    made = alt.layer(*layers, data=inline("rows", values)).properties(
        width=width, height=height, description=description, title=heading(title, subtitle, characters)
    )
    return Chart(specification(made), description, table)


def heading(title: str, subtitle: str = "", characters: int = TITLE) -> alt.Title:
    """A title in lines, silent like all else in the drawing. Raises ChartError where it is missing."""
    below: dict[str, Any] = {"subtitle": wrapped(subtitle, characters).split("\n")} if subtitle else {}
    return alt.Title(wrapped(named(say("error.charts.title"), title), characters).split("\n"), aria=False, **below)


def quantity_axis(title: str) -> alt.Axis:
    """An axis with few numbers and the name of what they count."""
    return alt.Axis(title=wrapped(title, 48).split("\n"), tickCount=5, labelFlush=False)


def _short(value: float) -> float:
    """Six digits are finer than any pixel, and hide what floats do in the last ones."""
    return float(f"{value:.6g}")
