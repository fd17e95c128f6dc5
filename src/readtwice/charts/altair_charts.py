"""A chart that someone made with Altair, shown like the others.

Left to itself, Altair 6 shows nothing in JupyterLab without a network: it asks for scripts from elsewhere, or for a
newer Vega-Lite than JupyterLab brings along.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from readtwice.charts.chart import Chart, Table
from readtwice.charts.parts import SCHEMA, heading
from readtwice.charts.theme import CONFIG, EMBED

if TYPE_CHECKING:
    import altair


def from_altair(
    made: altair.TopLevelMixin, *, title: str, description: str, header: Sequence[str], rows: Sequence[Sequence[object]]
) -> Chart:
    """Give a chart from Altair the course's look, a description, and its figures as a table.

    Raises ChartError for missing words or rows; Altair raises an error of its own for a chart that it finds invalid.
    """
    specification: dict[str, Any] = made.to_dict()
    specification |= {"$schema": SCHEMA, "config": CONFIG, "description": description}
    specification |= {"title": heading(title), "usermeta": {"embedOptions": EMBED}}
    table = Table(title, tuple(header), tuple(tuple(str(cell) for cell in row) for row in rows))
    return Chart(specification, description, table)
