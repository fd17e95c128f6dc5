"""For those who program: a wide table of the pack as it stands in its file, and questions about comparisons in it.

    from readtwice.course import in_data
    rows = in_data.rows("towns.csv")
    question = in_data.side_by_side("cost", "income", "people", "2026", "Lindow", "Harby")
    question.check({"Lindow": [0.1, 4.5, 45], "Harby": [0.2, 5.5, 60]})

What is right is computed from the figures of the pack, never from the learner's file. The names before the period are
prefixes of the pack's tables. Numbers are compared after rounding, so that nobody has to round.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO
from typing import Any

from readtwice.course.in_code import figures
from readtwice.figures import CannotCompute, Figure, FigureNotFound
from readtwice.figures.figure import slug
from readtwice.pack.compiled import home_of
from readtwice.page.data_question import BILLION, DataQuestion, numbers_question
from readtwice.page.open import CourseError, session
from readtwice.words import say

MEASURES = ("sum", "share", "head")
SIDE_BY_SIDE = (1, 2, 0)
"""Places of a sum in billions, of a percentage, of money per head."""


def rows(file: str) -> list[dict[str, str]]:
    """The rows of a file that ships with the open pack, as texts. Raises CourseError for one that does not."""
    found = home_of(session().pack.slug) / file
    if "/" in file or "\\" in file or not file.endswith(".csv") or not found.is_file():
        raise CourseError(say("error.course.no_file", file=file))
    return list(csv.DictReader(StringIO(found.read_text(encoding="utf-8"))))


def side_by_side(sums: str, wholes: str, people: str, period: str, *entities: str) -> DataQuestion:
    """For each entity its sum in billions, that as a percentage of the whole, and per head: a dictionary of lists.

    Raises CourseError for figures that are not there or cannot be divided.
    """
    exact = {entity: measures(sums, wholes, people, period, entity) for entity in entities}
    slips = {
        "fraction": {entity: [sum_, share / 100, head] for entity, (sum_, share, head) in exact.items()},
        "millions": {entity: [sum_ * 1000, share, head] for entity, (sum_, share, head) in exact.items()},
        "upside_down": {entity: [sum_, 10_000 / share, head] for entity, (sum_, share, head) in exact.items()},
    }
    return numbers_question("side_by_side", exact, slips, SIDE_BY_SIDE, period=period, count=len(exact))


def ahead(sums: str, wholes: str, people: str, period: str, one: str, other: str) -> DataQuestion:
    """Which of two is ahead by the sum, by its share of the whole and per head: a dictionary of three names.

    Raises CourseError as `side_by_side` does.
    """
    measured = {entity: measures(sums, wholes, people, period, entity) for entity in (one, other)}
    winners = {name: max(measured, key=lambda entity: measured[entity][place]) for place, name in enumerate(MEASURES)}
    slips = {
        "one_measure": dict.fromkeys(winners, winners["sum"]),
        "turned": {name: other if winner == one else one for name, winner in winners.items()},
    }
    return numbers_question("ahead", winners, slips, (), one=one, other=other, period=period)


def at_or_above(shares: str, line: int, *without: str) -> DataQuestion:
    """How many of a table are at or above a line, leaving some out: a dictionary of periods and counts."""
    found = _table(shares)
    single = [figure for figure in found if figure.entity not in without]
    counts = _counts(single, lambda value: value >= line)
    slips = {
        "above_only": _counts(single, lambda value: value > line),
        "totals_too": _counts(found, lambda value: value >= line),
        "below": _counts(single, lambda value: value < line),
    }
    return numbers_question(
        "at_or_above", counts, slips, (0,), line=line, without=", ".join(without), count=len(counts)
    )


def growth(sums: str, entity: str, period: str) -> DataQuestion:
    """By how many percent a sum grew up to one period, from each other one: a dictionary of periods and percentages."""
    series = {figure.period: figure.value for figure in _table(sums) if figure.entity == entity}
    if period not in series:
        raise CourseError(say("error.course.no_sum", sums=sums, entity=entity, period=period))
    last = series.pop(period)
    grown = {base: (last / first - 1) * 100 for base, first in series.items() if first}
    slips = {
        "whole": {base: percent + 100 for base, percent in grown.items()},
        "by_the_last": {base: (last - first) / last * 100 for base, first in series.items() if last},
        "fraction": {base: percent / 100 for base, percent in grown.items()},
    }
    return numbers_question("growth", grown, slips, (1,), entity=entity, period=period, count=len(grown))


def measures(sums: str, wholes: str, people: str, period: str, entity: str) -> tuple[Decimal, Decimal, Decimal]:
    """The sum in billions, its share of the whole in percent, and its amount per head, all exact."""
    from readtwice.figures import per_head, share_of

    sum_, whole, heads = (_figure(prefix, entity, period) for prefix in (sums, wholes, people))
    try:
        return sum_.quantity.base / BILLION, share_of(sum_, whole).value, per_head(sum_, heads).base
    except CannotCompute as error:
        raise CourseError(str(error)) from None


def _figure(prefix: str, entity: str, period: str) -> Figure:
    try:
        return figures()[f"{prefix}.{slug(entity)}.{slug(period)}"]
    except FigureNotFound as error:
        raise CourseError(str(error)) from None


def _table(prefix: str) -> list[Figure]:
    """All figures of a wide table. Raises CourseError where there is none of that name."""
    found = [figure for table in figures().tables if table.prefix == prefix for figure in table]
    if not found:
        known = ", ".join(table.prefix for table in figures().tables)
        raise CourseError(say("error.course.no_table", prefix=prefix, known=known))
    return found


def _counts(found: list[Figure], fits: Any) -> dict[str, int]:
    periods = dict.fromkeys(figure.period for figure in found)
    return {period: sum(fits(one.value) for one in found if one.period == period) for period in periods}
