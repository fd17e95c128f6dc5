"""What several builders need: numbers for the drawing, wrapped labels, room for words, a frame around it all."""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.theme import CHARACTER, CONFIG, EMBED, INK, LINE_HEIGHT, QUIET
from readtwice.words import say

Number = int | float | Decimal
Spec = dict[str, Any]

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v5.json"
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
        raise ChartError(f"The value of “{of}” must be a number, not {value!r}.")
    return float(value)


def named(what: str, name: str) -> str:
    """A text that must not be empty. Raises ChartError, saying what is missing."""
    if not isinstance(name, str) or not name.strip():
        raise ChartError(f"A chart needs {what}.")
    return name


def once_each(labels: Sequence[str]) -> None:
    """Raises ChartError where there are no rows, or where two could not be told apart."""
    if not labels:
        raise ChartError("A chart needs data: there are no rows to show.")
    for label in labels:
        named("a label for every row", label)
    label, count = Counter(labels).most_common(1)[0]
    if count > 1:
        raise ChartError(f"Two rows are called “{label}”; give each a label of its own.")


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


def rows_of(labels: Sequence[str]) -> Spec:
    """The vertical place of a row, in the order given. Without the domain, layers of other data would mix it up."""
    return {"field": "label", "type": "nominal", "axis": None, "scale": {"domain": list(labels)}}


def row_labels(y: Spec) -> Spec:
    """A layer with the rows' labels, left of the plot, each centred on its row however many lines it has."""
    return {
        "data": {"name": "labels", "values": [{"label": label} for label in y["scale"]["domain"]]},
        "mark": {"type": "text", "align": "right", "baseline": "middle", "dx": -14, **lines("label")},
        "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "label", "type": "nominal"}},
    }


def lines(field: str) -> Spec:
    """Properties of a text that is broken at line ends and stays centred."""
    return {"lineBreak": "\n", "dy": {"expr": _DOWN_FROM_MIDDLE.format(field=field)}}


def line_at(channel: str, value: float, axis: Spec) -> Spec:
    """A layer with one quiet line across the plot, placed on an axis that other layers use as well.

    A `datum` would be shorter, but the Vega-Lite in JupyterLab fails on one beside an axis that is switched off.
    """
    return {
        "data": {"name": "line", "values": [{"at": value}]},
        "mark": {"type": "rule", "color": QUIET, "strokeWidth": 1},
        "encoding": {channel: {**axis, "field": "at"}},
    }


def chart(
    *, title: str, description: str, width: int, height: int, values: list[Spec], layers: list[Spec], table: Table,
    subtitle: str = "",
) -> Chart:  # fmt: skip
    """Layers over the same values, in the frame that all charts have."""
    specification = {
        "$schema": SCHEMA,
        "config": CONFIG,
        "data": {"name": "rows", "values": values},
        "description": description,
        "height": height,
        "layer": layers,
        "title": heading(title, subtitle),
        "usermeta": {"embedOptions": EMBED},
        "width": width,
    }
    return Chart(specification, description, table)


def heading(title: str, subtitle: str = "") -> Spec:
    """A title in lines, silent like all else in the drawing. Raises ChartError where it is missing."""
    below = {"subtitle": wrapped(subtitle, TITLE).split("\n")} if subtitle else {}
    return {"aria": False, "text": wrapped(named("a title", title), TITLE).split("\n"), **below}


def quantity_axis(title: str) -> Spec:
    """An axis with few numbers and the name of what they count."""
    return {"title": wrapped(title, 48).split("\n"), "tickCount": 5, "labelFlush": False}


def quiet_text(**more: Any) -> Spec:
    """A text mark for words that belong to a reference line."""
    return {"type": "text", "color": INK, "fontStyle": "italic", **more}


def _short(value: float) -> float:
    """Six digits are finer than any pixel, and hide what floats do in the last ones."""
    return float(f"{value:.6g}")
