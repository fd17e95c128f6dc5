"""A long table of answers, a row an answer: learner, item, correct, and what was chosen where that is known.

CSV is read in plain Python, and by polars where it is large and polars is there; Parquet needs polars. Either way the
same is counted, so the same figures come out. Of several answers of a learner to an item, the first row counts.
"""

from __future__ import annotations

import codecs
import csv
import stat
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from readtwice.classroom.tables import (
    HEAD,
    MAXIMUM_BYTES,
    Shape,
    UnreadableTable,
    read_table,
    rows_of_lines,
    said_of,
    shape_of,
)
from readtwice.classroom.texts import encoding_by_mark
from readtwice.statistics.counts import Counts, Response, count
from readtwice.statistics.table import TableError, choice_of, code_of, columns_of, correct_of, sure_of
from readtwice.words import say

if TYPE_CHECKING:
    import polars

PARQUET = (".parquet", ".pq")
LARGE = 5_000_000
"""Bytes of a CSV file from which on polars, which takes a moment to load, is the quicker way."""

ALL = ""
"""In place of an occasion: all of them, the first answer of any occasion counting."""


def count_table(path: Path, occasion: str = "") -> dict[str, Counts]:
    """What a CSV or Parquet file holds: under ALL everything, then each occasion that it names, in alphabetical order.

    With `occasion` that one alone. Raises TableError.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise TableError(f"{path.name} cannot be read ({getattr(error, 'strerror', None) or error}).") from None
    if not stat.S_ISREG(status.st_mode):
        raise TableError(f"{path.name} is no plain file. Give the table itself.")
    if path.suffix.lower() in PARQUET:
        if not _has_polars():
            raise TableError(
                f"{path.name} needs the package polars: pip install 'readtwice[tables]', or save it as CSV."
            )
        return _count_parquet(path, occasion)
    if status.st_size >= LARGE and _has_polars():
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
        rows = ((line, row) for line, row in _lines(path) if any(row))
        line, header = next(rows, (1, []))
        columns = columns_of(header, f"{path.name}:{line}", occasion=bool(occasion))
        places = {known: header.index(name) for known, name in columns.items()}
        for line, row in rows:
            for when, response in _response(row, places, path.name, line):
                if not occasion or when == occasion:
                    yield when, response
    except OSError as error:
        raise TableError(f"{path.name} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise TableError(f"{path.name} is not a text in UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise TableError(f"{path.name} is no CSV table ({error}). Save it as CSV again.") from None


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of a file as `tables` reads them, one after the other: it may be larger than memory."""
    with path.open("rb") as file:
        start = file.read(4)
    if start == b"PK\x03\x04":
        try:
            yield from read_table(path.read_bytes() if path.stat().st_size <= MAXIMUM_BYTES else start, path.name).rows
        except UnreadableTable as error:
            raise TableError(str(error)) from None
        return
    shape = _shape(path)
    with path.open(encoding=shape.encoding, newline="") as file:
        yield from rows_of_lines(file, shape.separator, shape.skipped)


def _shape(path: Path) -> Shape:
    """How a file is to be read, from its beginning; from where it stops being UTF-8, if it does."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        decoder = None if encoding_by_mark(head) else codecs.getincrementaldecoder("utf-8")()
        sample, chunk = head, head
        while chunk and decoder:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                sample = head + b"\n" + chunk
                break
            chunk = file.read(1 << 20)
    cut = sample[: sample.rfind(b"\n") + 1] if decoder and len(sample) >= HEAD else sample
    shape = shape_of(cut or sample)
    if shape is None:
        raise TableError(f"{path.name} is not a text in UTF-8. Save it as CSV in UTF-8.")
    return shape


def odd(path: Path) -> str:
    """A sentence on how a table had to be read, where that was a guess; else ''. Raises TableError."""
    if path.suffix.lower() in PARQUET:
        return ""
    try:
        with path.open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                return ""
        page = _shape(path).code_page
    except OSError as error:
        raise TableError(f"{path.name} cannot be read ({error.strerror}).") from None
    return say("tables.code_page", file=path.name, page=said_of(page)) if page else ""


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
    yield cell("occasion"), Response(learner, item, right, choice_of(cell("choice")), sure)


def _count_csv(path: Path, occasion: str) -> dict[str, Counts] | None:
    """By polars. None where it stumbles: plain Python then says what is wrong, and on which line."""
    import polars
    from narwhals.exceptions import NarwhalsError

    from readtwice.statistics.frames import ROW

    try:
        shape = _shape(path)
        if shape.encoding != "utf-8-sig" or shape.skipped:
            return None
        with path.open(encoding="utf-8-sig", newline="") as file:
            _, header = next(rows_of_lines(file, shape.separator), (1, []))
        columns = columns_of(header, f"{path.name}:1")
        table = polars.read_csv(
            path,
            separator=shape.separator,
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
