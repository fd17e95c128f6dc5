"""Charts of figures that a lesson names by their ids: how far counters lie apart, and what a later vintage changed.

    course.bars("Three counters, one country", "R51", "R57", "R83", by="counter")
    course.vintages("Then and later", ["R43", "R82.us"], ["R42", "R82.poland"])

What stands in a chart is computed from the figures: values, units, and whether they were read or only reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from readtwice.page.open import CourseError, session
from readtwice.words import number, say

if TYPE_CHECKING:
    from readtwice.charts import Chart, Mark
    from readtwice.charts.parts import Number
    from readtwice.figures import Figure

LABELS = ("entity", "counter", "period", "vintage")
"""What may tell the rows of a chart apart."""


def bars(title: str, *figure_ids: str, by: str = "entity") -> Chart:
    """A bar for each figure, from zero; hollow where a figure was reported and not read.

    Raises CourseError for a figure that is not there, figures of unlike units, and rows that cannot be told apart.
    """
    from readtwice.charts import Bar, bar_chart

    found = [_figure(figure_id) for figure_id in figure_ids]
    _refuse_unlike(found)
    rows = [Bar(_label(one, by), one.quantity.base, _text(one), _is_reported(one)) for one in found]
    _refuse_unnamed([row.label for row in rows], by)
    description = _description([(row.value, f"{row.label}: {row.text}") for row in rows])
    return bar_chart(
        rows, title=title, description=description, label_name=say(f"charts.by.{by}"), value_name=_value_name(found)
    )


def vintages(title: str, *rows: Sequence[str], by: str = "entity", line: str = "", line_name: str = "") -> Chart:
    """A row for each list of figures, which are vintages of one thing, the one first published first.

    The dot is the first vintage, and the line through it reaches to the others; the name of the values says where later
    ones were only reported. `line` is a figure to compare with, `line_name` what to call it. Raises CourseError as
    `bars` does, and for a row without figures.
    """
    from readtwice.charts import Range, range_chart

    found = [[_figure(figure_id) for figure_id in row] for row in rows]
    if not all(found):
        raise CourseError(say("error.course.row_without_figure"))
    mark = _figure(line) if line else None
    _refuse_unlike([one for row in found for one in row] + ([mark] if mark else []))
    ranges = []
    for row in found:
        values = [one.quantity.base for one in row]
        text, reported = _then_and_later(row), _is_reported(row[0])
        ranges.append(Range(_label(row[0], by), min(values), max(values), text, values[0], reported))
    _refuse_unnamed([row.label for row in ranges], by)
    name, later = _value_name([row[0] for row in found]), [one for row in found for one in row[1:]]
    told = [(row.low, f"{row.label}: {row.text}") for row in ranges]
    drawn = _mark(mark, line_name) if mark else None
    return range_chart(
        ranges,
        title=title,
        description=_description(told, drawn.text if drawn else ""),
        label_name=say(f"charts.by.{by}"),
        value_name=say("charts.later_reported", name=name) if any(map(_is_reported, later)) else name,
        mark=drawn,
    )


def _mark(figure: Figure, name: str) -> Mark:
    from readtwice.charts import Mark

    return Mark(figure.quantity.base, say("charts.line", name=name or figure.series, value=_text(figure)))


def _figure(figure_id: str) -> Figure:
    from readtwice.figures import FigureNotFound

    try:
        return session().pack.figures[figure_id]
    except FigureNotFound as error:
        raise CourseError(str(error)) from None


def _refuse_unlike(figures: Sequence[Figure]) -> None:
    """Refuse to draw dollars beside pounds, or shares beside sums, on one scale."""
    from dataclasses import replace

    if not figures:
        raise CourseError(say("error.course.no_figures"))
    kinds = {replace(one.quantity.unit, scale=0) for one in figures}
    if len(kinds) > 1:
        told = " and ".join(sorted(kind.text for kind in kinds))
        raise CourseError(say("error.course.several_units", told=told))


def _refuse_unnamed(labels: Sequence[str], by: str) -> None:
    if len(set(labels)) < len(labels):
        others = ", ".join(name for name in LABELS if name != by)
        raise CourseError(say("error.course.rows_alike", by=by, others=others))


def _label(figure: Figure, by: str) -> str:
    if by not in LABELS:
        raise CourseError(say("error.course.not_told_apart_by", by=by, known=", ".join(LABELS)))
    label: str = getattr(figure, by)
    return label


def _text(figure: Figure) -> str:
    """A value as a person reads it, percentages with the digits that were printed."""
    from readtwice.figures import show
    from readtwice.figures.quantity import hedged
    from readtwice.figures.show import in_full

    quantity = figure.quantity
    if quantity.unit.kind == "money":
        return hedged(figure.bound, show(quantity, "money"))
    if quantity.unit.kind == "percent":
        return hedged(figure.bound, f"{number(str(figure.value))}%")
    return in_full(figure.value, quantity.unit, figure.bound)


def _then_and_later(row: Sequence[Figure]) -> str:
    texts = list(dict.fromkeys(_text(one) for one in row))
    if len(row) == 1:
        return texts[0]
    if len(texts) == 1:
        return say("charts.unchanged", value=texts[0])
    return say("charts.later", first=texts[0], last=texts[-1])


def _is_reported(figure: Figure) -> bool:
    return not (figure.is_gradable or figure.is_of_the_article)


def _value_name(figures: Sequence[Figure]) -> str:
    """What is measured, and when, as far as all rows share it."""
    from readtwice.figures.check import measured_in

    units = {one.unit for one in figures}
    unit = measured_in(figures[0].unit) if len(units) == 1 else figures[0].quantity.unit.words
    periods = {str(one.when) for one in figures if one.when}
    shared = [*periods] if len(periods) == 1 else []
    return ", ".join([unit[:1].upper() + unit[1:], *shared])


def _description(told: Sequence[tuple[Number, str]], line: str = "") -> str:
    """All rows in one line or, where that is too much to listen to, the lowest and the highest."""
    from readtwice.charts.chart import LONGEST_DESCRIPTION

    end = say("charts.line_at", line=line) if line else ""
    everything = f"{'; '.join(text for _, text in told)}. {end}".strip()
    if len(everything) <= LONGEST_DESCRIPTION:
        return everything
    ordered = sorted(told, key=lambda row: row[0])
    lowest, highest = ordered[0][1], ordered[-1][1]
    return f"{say('charts.from_to', count=len(told), lowest=lowest, highest=highest)} {end}".strip()
