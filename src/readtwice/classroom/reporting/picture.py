"""The report's picture as a chart, for a page that JupyterLab draws; a page that stands alone draws its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readtwice.classroom.reporting.parts import Picture
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.charts import Chart


def chart_of(picture: Picture) -> Chart:
    """Dots that move, described. Where all rows together are too long to listen to, the description says how many."""
    from readtwice.charts import Move, move_chart  # Altair takes half a second
    from readtwice.charts.chart import LONGEST_DESCRIPTION

    seen = Counter[str]()
    rows = []
    for one in picture.rows:
        seen[one.label] += 1
        label = one.label if seen[one.label] == 1 else f"{one.label} ({seen[one.label]})"
        rows.append(Move(label, one.now, one.told, one.before))
    told = picture.description
    if len(told) > LONGEST_DESCRIPTION:
        told = say("report.picture.many", title=picture.title, count=len(rows))
    return move_chart(
        rows,
        title=picture.title,
        description=told,
        label_name=say("report.columns.cards"),
        value_name=say("report.picture.axis"),
        legend="   ".join(
            f"{sign} {text}" for sign, text in zip("○●"[-len(picture.legend) :], picture.legend, strict=True)
        ),
    )
