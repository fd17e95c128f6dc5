"""One reader of tables, for rosters, answers to forms and long tables alike, as spreadsheets and platforms save them.

The separator is whichever splits several rows into the same number of cells, quotation marks minded; a first line such
as `sep=;` names it. The encoding is told by its mark, by being UTF-8, or else guessed (`code_pages`) and said.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readtwice.classroom.files.code_pages import CODE_PAGES, code_page_of
from readtwice.classroom.files.sheets import SheetTrouble, is_sheet, rows_of_sheet
from readtwice.classroom.files.texts import encoding_by_mark, kind_of, looks_like_text
from readtwice.words import say

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

SEPARATORS = (",", ";", "\t", "|")
HEAD = 65_536
"""Bytes, or characters, at the beginning of a table by which it is judged."""

MAXIMUM_BYTES = 8_000_000
_ROWS_COMPARED = 40
_TITLES = 5
_NAMED = re.compile(r'\s*"?sep=(.)"?[,;\t| ]*\r?\n?', re.IGNORECASE)


class UnreadableTable(ValueError):
    """A file that is no table of ours; the message is one sentence that names it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold anything, each with the number of the line it ends on, and which code page was guessed."""

    rows: tuple[tuple[int, list[str]], ...]
    code_page: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table in text is to be read: encoding, separator, lines before its header, and what of it was guessed."""

    encoding: str
    separator: str
    skipped: int = 0
    code_page: str = ""


def read_table(content: bytes, name: str) -> Table:
    """A small table, whole. Raises UnreadableTable."""
    if is_sheet(content):
        try:
            return Table(tuple((line, row) for line, row in rows_of_sheet(content) if _has_any(row)))
        except SheetTrouble as error:
            raise UnreadableTable(say(f"tables.{error}", file=name)) from None
    kind = kind_of(name, content)
    if kind == "spreadsheet" or (kind and content.startswith(b"\xd0\xcf")):
        raise UnreadableTable(say("tables.spreadsheet", file=name))
    if len(content) > MAXIMUM_BYTES:
        raise UnreadableTable(say("tables.too_large", file=name, most=MAXIMUM_BYTES // 1_000_000))
    shape = None if kind else shape_of(content)
    if shape is None:
        raise UnreadableTable(say("tables.no_text", file=name))
    try:
        text = content.decode(shape.encoding, errors="replace" if shape.encoding.startswith("utf-") else "strict")
    except UnicodeDecodeError:  # a byte that its code page does not have
        raise UnreadableTable(say("tables.no_text", file=name)) from None
    if not looks_like_text(text, guessed=bool(shape.code_page)):
        raise UnreadableTable(say("tables.no_text", file=name))
    try:
        rows = tuple((line, row) for line, row in rows_of_text(text) if _has_any(row))
    except csv.Error as error:
        raise UnreadableTable(say("tables.no_table", file=name, why=error)) from None
    return Table(rows, shape.code_page)


def shape_of(content: bytes) -> Shape | None:
    """How the text of a table is to be read; None for what is no text."""
    encoding, page = encoding_by_mark(content), ""
    if not encoding:
        try:
            content.decode("utf-8")
            encoding = "utf-8-sig"
        except UnicodeDecodeError:
            encoding = page = code_page_of(content)
    if not encoding:
        return None
    try:
        head = content[: HEAD * 4].decode(encoding, errors="replace" if page else "ignore")
    except (UnicodeDecodeError, LookupError):
        return None
    separator, skipped = _separator_of(head[:HEAD], is_whole=len(content) <= HEAD)
    return Shape(encoding, separator, skipped, page)


def rows_of_text(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with the number of the line each ends on. Raises csv.Error for what is no table."""
    separator, skipped = _separator_of(text[:HEAD], is_whole=len(text) <= HEAD)
    reader = reader_of(io.StringIO(text, newline=""), separator, skipped)
    for row in reader:
        yield reader.line_num + skipped, row


def reader_of(lines: io.TextIOBase, separator: str, skipped: int) -> CsvReader:
    """A reader of the rows of a file that is open; its own count of lines begins after those that are skipped."""
    for _ in range(skipped):
        lines.readline()
    return csv.reader(lines, delimiter=separator, strict=True)


def said_of(code_page: str) -> str:
    """The name of a code page that was guessed."""
    return f"{CODE_PAGES[code_page]}, {code_page.replace('mac_roman', 'Mac Roman')}"


def _separator_of(head: str, *, is_whole: bool) -> tuple[str, int]:
    """What separates the cells, and how many lines before the header only say so."""
    head = head.removeprefix("\ufeff")
    named = _NAMED.match(head)
    if named and (named[1] == "\\" and head[named.end(1) :].lower().startswith("t")):
        return "\t", 1
    if named:
        return named[1], 1
    if not is_whole:  # the last line may be half a line
        head = head[: max(head.rfind("\n"), head.rfind("\r")) + 1] or head
    scores = {one: _fit(head, one) for one in SEPARATORS}
    return max(SEPARATORS, key=lambda one: scores[one]), 0  # of equals the first


def _fit(head: str, separator: str) -> tuple[float, int]:
    """How well a separator fits: the share of rows that are as wide as most are, and how wide. Else (0, 0)."""
    widths = []
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator, strict=True):
            if _has_any(row):
                widths.append(len(row))
            if len(widths) == _ROWS_COMPARED:
                break
    except csv.Error:
        if len(widths) < 2:
            return 0, 0
    widths = _below_titles(widths) if separator != "," else widths  # a column of names may have a comma in each
    if not widths or widths[0] < 2:
        return 0, 0
    width, count = max(Counter(widths).items(), key=lambda one: (one[1], one[0] == widths[0]))
    return (count / len(widths) if width == widths[0] else count / len(widths) / 2, min(width, widths[0]))


def _below_titles(widths: list[int]) -> list[int]:
    """The widths without those of a few titles of one cell, where all rows below are wide alike."""
    wide = next((at for at, width in enumerate(widths) if width > 1), 0)
    return widths[wide:] if wide <= _TITLES and len(set(widths[wide:])) == 1 else widths


def _has_any(row: list[str]) -> bool:
    return any(cell.strip() for cell in row)
