"""A long table of answers, a row an answer: learner, item, correct, and what was chosen where that is known.

CSV is read in plain Python, and by polars where it is large and polars is there; Parquet needs polars. Either way the
same is counted, so the same figures come out. Of several answers of a learner to an item, the first row counts.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from readtwice.statistics.counts import Counts, Response, count
from readtwice.statistics.table import MAXIMUM_CELL, TableError, code_of, columns_of, correct_of, sure_of

if TYPE_CHECKING:
    import polars

LARGE = 5_000_000
"""Bytes of a CSV file from which on polars, which takes a moment to load, is the quicker way."""

ALL = ""
"""In place of an occasion: all of them, the first answer of any occasion counting."""


def count_table(path: Path, occasion: str = "") -> dict[str, Counts]:
    """What a CSV or Parquet file holds: under ALL everything, then each occasion that it names, in alphabetical order.

    With `occasion` that one alone. Raises TableError.
    """
    if path.suffix.lower() in (".parquet", ".pq"):
        if not _has_polars():
            raise TableError(
                f"{path.name} needs the package polars: pip install 'readtwice[tables]', or save it as CSV."
            )
        return _count_parquet(path, occasion)
    try:
        large = path.stat().st_size >= LARGE
    except OSError as error:
        raise TableError(f"{path.name} cannot be read ({error.strerror}).") from None
    if large and _has_polars():
        counted = _count_csv(path, occasion)
        if counted is not None:
            return counted
    return _count_rows(path, occasion)


def _has_polars() -> bool:
    return find_spec("polars") is not None and find_spec("narwhals") is not None


def _count_rows(path: Path, occasion: str) -> dict[str, Counts]:
    """In plain Python. The file is read once more for each occasion, so that no table need fit into memory twice."""
    if occasion:
        return {occasion: count(row for _, row in _rows(path, occasion))}
    occasions = dict.fromkeys(when for when, _ in _rows(path) if when)
    return {
        ALL: count(row for _, row in _rows(path)),
        **{name: count(row for _, row in _rows(path, name)) for name in occasions},
    }


def _rows(path: Path, occasion: str = "") -> Iterator[tuple[str, Response]]:
    """Occasion and answer, row by row; with `occasion` its rows alone."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter=_delimiter(path), strict=True)
            columns = columns_of(header := next(rows, []), f"{path.name}:1", occasion=bool(occasion))
            places = {known: header.index(name) for known, name in columns.items()}
            for row in rows:
                for when, response in _response(row, places, path.name, rows.line_num):
                    if not occasion or when == occasion:
                        yield when, response
    except OSError as error:
        raise TableError(f"{path.name} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise TableError(f"{path.name} is not a text in UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise TableError(f"{path.name} is no CSV table ({error}). Save it as CSV again.") from None


def _delimiter(path: Path) -> str:
    """What parts the names of the columns: a comma, or a semicolon or a tab, as some spreadsheets have it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline(10_000)
    return max(",;\t", key=header.count)


def _response(row: list[str], places: dict[str, int], name: str, line: int) -> Iterator[tuple[str, Response]]:
    def cell(column: str) -> str:
        place = places.get(column, len(row))
        return row[place].strip() if place < len(row) else ""

    where = f"{name}:{line}"
    right = correct_of(cell("correct"), where)
    if right is None:
        return
    learner, item = (code_of(cell(column), column, where) for column in ("learner", "item"))
    sure = sure_of(cell("sureness"), where)
    yield cell("occasion"), Response(learner, item, right, cell("choice")[:MAXIMUM_CELL], sure)


def _count_csv(path: Path, occasion: str) -> dict[str, Counts] | None:
    """By polars. None where it stumbles: plain Python then says what is wrong, and on which line."""
    import polars
    from narwhals.exceptions import NarwhalsError

    from readtwice.statistics.frames import ROW

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file, delimiter=_delimiter(path)), [])
        columns = columns_of(header, f"{path.name}:1")
        table = polars.read_csv(
            path,
            separator=_delimiter(path),
            infer_schema=False,
            columns=[header.index(one) for one in columns.values()],
        )
        table.columns = list(columns)
        table = table.with_columns(polars.all().str.strip_chars().fill_null("")).with_row_index(ROW)
        return _count_polars(table.lazy(), path.name, occasion)
    except (TableError, UnicodeDecodeError, csv.Error, NarwhalsError, polars.exceptions.PolarsError):
        return None


def _count_parquet(path: Path, occasion: str) -> dict[str, Counts]:
    import polars
    from narwhals.exceptions import NarwhalsError

    from readtwice.statistics.frames import ROW

    try:
        table = polars.scan_parquet(path, row_index_name=ROW)
        return _count_polars(table, path.name, occasion)
    except (OSError, NarwhalsError, polars.exceptions.PolarsError) as error:
        why = getattr(error, "strerror", None) or str(error).partition("\n")[0]
        raise TableError(f"{path.name} cannot be read as Parquet ({why[:120]}).") from None


def _count_polars(table: polars.LazyFrame, name: str, occasion: str) -> dict[str, Counts]:
    from readtwice.statistics.frames import ROW, count_frame, occasions_of

    if occasion:
        return {occasion: count_frame(table, order=ROW, name=name, occasion=occasion)}
    return {
        ALL: count_frame(table, order=ROW, name=name),
        **{
            one: count_frame(table, order=ROW, name=name, occasion=one)
            for one in occasions_of(table, order=ROW, name=name)
        },
    }
