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

from readtwice.article import read_plain
from readtwice.classroom.files.tables import (
    HEAD,
    MAXIMUM_BYTES,
    Shape,
    UnreadableTable,
    read_table,
    reader_of,
    said_of,
    shape_of,
)
from readtwice.classroom.files.texts import encoding_by_mark
from readtwice.statistics.counts import Counts, Response, count
from readtwice.statistics.table import MAXIMUM_CELL, NOT_KNOWN, TableError, code_of, columns_of, correct_of, sure_of
from readtwice.words import say

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

    import polars

PIECE = 1 << 20
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
        raise TableError(
            say("error.classroom.cannot_read", name=path.name, reason=getattr(error, "strerror", None) or error)
        ) from None
    if not stat.S_ISREG(status.st_mode):
        raise TableError(say("error.classroom.no_plain_file", name=path.name))
    if path.suffix.lower() in PARQUET:
        if not _has_polars():
            raise TableError(say("error.classroom.needs_polars", name=path.name))
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
        if _is_sheet(path):
            yield from _answers(_Sheet(path), 0, path.name, occasion)
            return
        shape = _shape(path)
        with path.open(encoding=shape.encoding, newline="") as file:
            yield from _answers(reader_of(file, shape.separator, shape.skipped), shape.skipped, path.name, occasion)
    except OSError as error:
        raise TableError(say("error.classroom.cannot_read", name=path.name, reason=error.strerror)) from None
    except UnicodeDecodeError:
        raise TableError(say("error.classroom.not_utf8", name=path.name)) from None
    except csv.Error as error:
        raise TableError(say("error.classroom.no_csv", name=path.name, reason=error)) from None


class _Sheet:
    """The rows of a spreadsheet, with the number of the last one, as csv's reader has it. Raises TableError."""

    def __init__(self, path: Path) -> None:
        try:
            self._rows = iter(read_table(read_plain(path, MAXIMUM_BYTES), path.name).rows)
        except UnreadableTable as error:
            raise TableError(str(error)) from None
        self.line_num = 1

    def __iter__(self) -> Iterator[list[str]]:
        for self.line_num, row in self._rows:  # noqa: B020
            yield row


def _answers(rows: _Sheet | CsvReader, skipped: int, name: str, occasion: str) -> Iterator[tuple[str, Response]]:
    each = iter(rows)
    header = next((row for row in each if any(row)), [])
    columns = columns_of(header, f"{name}:{max(1, rows.line_num + skipped)}", occasion=bool(occasion))
    places = {known: header.index(column) for known, column in columns.items()}
    for row in each:
        for when, response in _response(row, places, name, rows.line_num + skipped):
            if not occasion or when == occasion:
                yield when, response


def _is_sheet(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _shape(path: Path) -> Shape:
    """How a file is to be read, from its beginning; from where it stops being UTF-8, if it does. Raises csv.Error."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        decoder = None if encoding_by_mark(head) else codecs.getincrementaldecoder("utf-8")()
        sample, chunk = head, head
        while chunk:
            try:
                if decoder:
                    decoder.decode(chunk)
            except UnicodeDecodeError:
                sample, decoder = head + b"\n" + chunk, None
            chunk = file.read(PIECE)
            if len(chunk) == PIECE and b"\n" not in chunk and b"\r" not in chunk:  # it would be read whole
                raise csv.Error(say("error.classroom.line_too_long"))
    cut = sample[: sample.rfind(b"\n") + 1] if len(sample) >= HEAD and not encoding_by_mark(head) else sample
    shape = shape_of(cut or sample)
    if shape is None:
        raise TableError(say("error.classroom.not_utf8", name=path.name))
    return shape


def odd(path: Path) -> str:
    """A sentence on how a table had to be read, where that was a guess; else ''. Raises TableError."""
    if path.suffix.lower() in PARQUET:
        return ""
    try:
        page = "" if _is_sheet(path) else _shape(path).code_page
    except csv.Error as error:
        raise TableError(say("error.classroom.no_csv", name=path.name, reason=error)) from None
    except OSError as error:
        raise TableError(say("error.classroom.cannot_read", name=path.name, reason=error.strerror)) from None
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
    choice = cell("choice")
    known = "" if choice in NOT_KNOWN else choice[:MAXIMUM_CELL]  # as choice_of, which would be called a million times
    yield cell("occasion"), Response(learner, item, right, known, sure)


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
            header: list[str] = next((row for row in reader_of(file, shape.separator, 0) if any(row)), [])
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
        raise TableError(say("error.classroom.cannot_read_parquet", name=path.name, why=why[:120])) from None


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
