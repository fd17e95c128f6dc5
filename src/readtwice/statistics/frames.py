"""Counting a long table in the engine that holds it: polars, DuckDB, Spark, or whatever else narwhals speaks for.

The engine only counts: how many answers to an item are alike in all that matters, the learner's score among it. What
comes back is a small table, and everything is summed from it in Python's own whole numbers, which never run over;
`items` makes the figures, as it does for plain Python. Needs the extra `tables`.

**First answers.** Where a learner answered an item more than once, the first counts. A table in memory has its rows in
order. A query has none: give `order`, a column whose smallest value came first. Without it, or where two answers share
the smallest value, answers given twice are refused, since which of them counts would be left to chance.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, NamedTuple

import narwhals as nw

from readtwice.statistics.counts import NOTHING, Alike, Counts, Sums
from readtwice.statistics.table import MAXIMUM_CELL, TableError, choice_of, columns_of, correct_of, sure_of
from readtwice.words import say

ROW = "row number"
"""The column of row numbers, from 0 on, that a table in memory is given and that a reader of files may give."""


def count_frame(native: Any, *, order: str = "", name: str = "", occasion: str | None = None) -> Counts:
    """Count a table with the columns `learner`, `item` and `correct`, and perhaps `choice`, `sureness`, `occasion`.

    `native` is a polars DataFrame or LazyFrame, a DuckDB relation, a Spark DataFrame, or another that narwhals takes.
    `order` names the column that says which answer came first, `occasion` the one occasion to count (all of them where
    it is None), `name` the table in messages. Raises TableError for a column that is missing, a cell that means
    nothing, and answers given twice in no order.
    """
    name = name or say("error.statistics.the_table")
    table = nw.from_native(native)
    if isinstance(table, nw.DataFrame) and not order:
        table, order = table.with_row_index(ROW), ROW
    table = table.lazy()
    names = columns_of(table.collect_schema().names(), name, occasion=occasion is not None)
    table = _select(table, names, order)
    if occasion is not None:
        table = table.filter(nw.col("occasion") == occasion)
    table = _in_small_codes(_answers(table, name, order))
    cells = _cells(table)
    if _twice(cells):
        table = _first_answers(table, order, name)
        cells = _cells(table)
        if _twice(cells):
            raise TableError(say("error.statistics.same_order", name=name, order=order))
    return _counts(cells, _items_in_order(table, cells, order), name)


def occasions_of(native: Any, *, order: str = "", name: str = "") -> list[str]:
    """The occasions with answers, the earliest first where `order` is given, else in alphabetical order.

    None where it has no such column. Raises TableError.
    """
    name = name or say("error.statistics.the_table")
    table = nw.from_native(native).lazy()
    names = columns_of(table.collect_schema().names(), name)
    if "occasion" not in names:
        return []
    grouped = _select(table, names, order).group_by("occasion", "correct")
    found: dict[str, int] = {}
    for occasion, correct, place in _fetch(grouped.agg(nw.col(ROW).min() if order else nw.len().alias("n"))):
        if occasion not in (None, "") and correct_of(correct, name) is not None:
            found[str(occasion)] = min(place, found.get(str(occasion), place)) if order else 0
    return sorted(found, key=lambda occasion: (found[occasion], occasion))


def _select(table: nw.LazyFrame[Any], names: dict[str, str], order: str) -> nw.LazyFrame[Any]:
    columns = [nw.col(theirs).alias(ours) for ours, theirs in names.items()]
    absent = [nw.lit("").alias(ours) for ours in ("choice", "sureness") if ours not in names]
    return table.select(*columns, *absent, *([nw.col(order).alias(ROW)] if order else []))


def _answers(table: nw.LazyFrame[Any], name: str, order: str) -> nw.LazyFrame[Any]:
    """The rows that hold an answer, each `right` 1 or 0. Raises TableError for a cell that means nothing."""
    schema = table.collect_schema()
    blank = reduce(or_, [_is_blank(column, schema[column] == nw.String) for column in ("learner", "item")])
    kinds = _fetch(table.with_columns(blank=blank).group_by("correct", "sureness", "blank").agg(nw.len().alias("n")))
    right: dict[object, bool] = {}
    for correct, sureness, is_blank, _ in sorted(kinds, key=str):
        try:
            means = correct_of(correct, name)
            if means is None:
                continue
            sure_of(sureness, name)
        except TableError as error:
            where = _where(table, (nw.col("correct") == correct) & _equals("sureness", sureness), name, order)
            raise TableError(f"{where}{str(error)[len(name) :]}") from None
        if is_blank:
            where = _where(
                table.with_columns(blank=blank), nw.col("blank") & (nw.col("correct") == correct), name, order
            )
            raise TableError(say("error.statistics.no_code", where=where))
        right[correct] = means
    if not right:
        return table.with_columns(right=nw.lit(0).cast(nw.Int64)).head(0)
    correct = nw.col("correct")
    is_right = reduce(or_, [correct == cell for cell, means in right.items() if means], nw.lit(False))
    tried = reduce(or_, [correct == cell for cell in right])
    return table.filter(tried).with_columns(right=nw.when(is_right).then(1).otherwise(0).cast(nw.Int64))


def _in_small_codes(table: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Polars groups texts in half the memory where each is a number in a list of texts."""
    if not table.implementation.is_polars():
        return table
    schema = table.collect_schema()
    texts = [column for column in ("learner", "item", "choice") if schema[column] == nw.String]
    return table.with_columns(nw.col(*texts).cast(nw.Categorical)) if texts else table


def _is_blank(column: str, is_text: bool) -> nw.Expr:
    cell = nw.col(column)
    if not is_text:
        return cell.is_null()
    size = cell.fill_null("").str.len_chars()
    return (size == 0) | (size > MAXIMUM_CELL)


def _equals(column: str, value: object) -> nw.Expr:
    return nw.col(column).is_null() if value is None else nw.col(column) == value


def _where(table: nw.LazyFrame[Any], condition: nw.Expr, name: str, order: str) -> str:
    """The first row that meets a condition, where rows are numbered from 0."""
    if order != ROW:
        return name
    [(row,)] = _fetch(table.filter(condition).select(nw.col(ROW).min()))
    return say("error.statistics.in_row", name=name, row=row + 1)


class _Cell(NamedTuple):
    """So many answers have the same item, right, choice and sureness, of learners with as many answers, to as many
    items, and with the same score."""

    item: Any
    right: int
    choice: Any
    sureness: Any
    answered: int
    items: int
    score: int
    n: int


def _cells(table: nw.LazyFrame[Any]) -> list[_Cell]:
    learners = table.group_by("learner").agg(
        nw.len().alias("answered"), nw.col("item").n_unique().alias("items"), nw.col("right").sum().alias("score")
    )
    grouped = table.join(learners, on="learner").group_by(*_Cell._fields[:-1])
    return [_Cell(*row) for row in _fetch(grouped.agg(nw.len().alias("n")))]


def _twice(cells: list[_Cell]) -> bool:
    """Whether some learner answered some item more than once."""
    return any(cell.answered > cell.items for cell in cells)


def _first_answers(table: nw.LazyFrame[Any], order: str, name: str) -> nw.LazyFrame[Any]:
    if not order:
        raise TableError(say("error.statistics.no_order", name=name))
    ranked = table.with_columns(first=nw.col(ROW).min().over("learner", "item"))
    return ranked.filter(nw.col(ROW) == nw.col("first")).drop("first")


def _items_in_order(table: nw.LazyFrame[Any], cells: list[_Cell], order: str) -> list[Any]:
    """As the table first names them where it has an order, else in alphabetical order."""
    if not order:
        return sorted({cell.item for cell in cells}, key=str)
    first = _fetch(table.group_by("item").agg(nw.col(ROW).min().alias("first")))
    return [item for item, _ in sorted(first, key=lambda one: (one[1], str(one[0])))]


def _counts(cells: list[_Cell], items: list[Any], name: str) -> Counts:
    places = {item: place for place, item in enumerate(items)}
    found: dict[Alike, Sums] = {}
    scores: dict[int, int] = {}
    for cell in sorted(cells, key=lambda cell: places[cell.item]):
        choice = choice_of(cell.choice)
        complete, rest = cell.answered == len(items), int(cell.score) - cell.right
        alike = Alike(str(cell.item), bool(cell.right), choice, sure_of(cell.sureness, name), complete)
        found[alike] = found.get(alike, NOTHING).plus(Sums(cell.n, cell.n * rest, cell.n * rest * rest))
        if complete and cell.item == items[0]:  # whoever answered every item answered this one, and once
            scores[int(cell.score)] = scores.get(int(cell.score), 0) + cell.n
    return Counts(found, dict(sorted(scores.items())))


def _fetch(frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
    """The rows of a small result, by each engine's own way: none of them then needs Arrow."""
    if frame.implementation.is_duckdb():
        return list(frame.to_native().fetchall())
    if frame.implementation.is_spark_like():
        return [tuple(row) for row in frame.to_native().collect()]
    if frame.implementation.is_polars():
        return frame.collect(engine="streaming").rows()  # in pieces, so that a large file never stands in memory
    return frame.collect().rows()
