"""Altair, told once what our charts look like, and how JupyterLab shows one without a network.

Left to itself, Altair 6 shows nothing there: it asks for scripts from elsewhere, or for Vega-Lite 6, where JupyterLab
4.6 brings version 5 along. What the charts of this course use is the same in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import altair as alt

from readtwice.charts.chart import Chart, ChartError, Table
from readtwice.charts.theme import CONFIG, EMBED, NAME
from readtwice.words import say

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v5.json"
_PARTS = ("layer", "hconcat", "vconcat", "concat", "spec")


@alt.theme.register(NAME, enable=False)
def theme() -> alt.theme.ThemeConfig:
    """Our look, as Altair lays it under a chart."""
    return {"config": CONFIG, "usermeta": {"embedOptions": EMBED}}  # type: ignore[typeddict-item]


def specification(made: alt.TopLevelMixin) -> dict[str, Any]:
    """A chart in our look, as JupyterLab draws it. Altair raises its own error for a chart that it finds invalid."""
    with alt.theme.enable(NAME):
        return {**made.to_dict(), "$schema": SCHEMA}


def use_altair() -> None:
    """From here on, a chart that a cell ends with is shown as ours are: in our look, described, with its data below.

    Does nothing outside a notebook.
    """
    from IPython import get_ipython

    alt.theme.enable(NAME)
    shell = get_ipython()
    if shell is None:
        return

    def show(made: alt.TopLevelMixin) -> None:
        try:
            described(made)._ipython_display_()
        except Exception:  # shown here, or Altair would go on and ask a server for scripts
            shell.showtraceback()

    shell.display_formatter.ipython_display_formatter.for_type(alt.TopLevelMixin, show)


def described(made: alt.TopLevelMixin) -> Chart:
    """Someone's own chart. Its description or else its title is what is heard, its rows are the table.

    Where it has neither, that is what is heard, and how to add one. Raises ChartError for a chart without rows that
    stand in the chart itself, and for a description that is too long to listen to.
    """
    found = specification(made)
    title = _title(found)
    told = " ".join(found.get("description", "").split()) or title or say("charts.not_described")
    description = told if told[-1] in ".?!" else f"{told}."
    rows = next((rows for part in with_parts(found) if (rows := rows_in(part, found)) is not None), None)
    if rows is None:
        raise ChartError(say("error.charts.rows_of_your_code"))
    return Chart({**found, "description": description}, description, _table(title or description, rows))


def _title(found: dict[str, Any]) -> str:
    title = found.get("title", "")
    words = title.get("text", "") if isinstance(title, dict) else title
    return words if isinstance(words, str) else " ".join(words)


def rows_in(part: dict[str, Any], whole: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The rows that stand in a part of a chart itself; None where there are none."""
    data = part.get("data") or {}
    values = data.get("values", whole.get("datasets", {}).get(data.get("name")))
    return values if isinstance(values, list) and all(isinstance(row, dict) and row for row in values) else None


def with_parts(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A specification, then what it is made of."""
    yield found
    for name in _PARTS:
        parts = found.get(name, [])
        for part in [parts] if isinstance(parts, dict) else parts:
            yield from with_parts(part)


def _table(caption: str, rows: Sequence[dict[str, Any]]) -> Table:
    """All rows; where they have nothing but a value each, with their numbers in front."""
    header = tuple(dict.fromkeys(name for row in rows for name in row))
    cells = tuple(tuple(_cell(row.get(name)) for name in header) for row in rows)
    if len(header) == 1:
        header = (say("charts.row"), *header)
        cells = tuple((str(place), *row) for place, row in enumerate(cells, 1))
    return Table(caption, header, cells)


def _cell(value: object) -> str:
    """A value as text; numbers with four digits or as many as stand before the point."""
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    if isinstance(value, int) and abs(value) >= 10_000:
        return f"{value:,}"
    return "" if value is None else str(value)
