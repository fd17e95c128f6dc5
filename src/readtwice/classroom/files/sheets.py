"""Spreadsheets of the .xlsx kind, such as Microsoft Forms exports: the cells of the first sheet with any, as text.

Needs the extra `spreadsheets` (openpyxl). Such a file is a zip from anybody: sizes are asked before anything is opened,
declarations of entities are refused, and rows and columns have their limits.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec

MAXIMUM_SHEET = 20_000_000
"""Bytes of a spreadsheet's parts together, unpacked: a form with ten thousand answers has some five million."""

MAXIMUM_PART = 1_000_000
"""Bytes of a part that is neither a sheet nor its texts: styles, themes, lists of parts."""

MOST_ROWS = 50_000
MOST_COLUMNS = 200
_MOST_PARTS = 2_000
_TEXTS = ("xl/worksheets/", "xl/sharedstrings")


class SheetTrouble(ValueError):
    """A spreadsheet that cannot be read: no_reader, large_sheet or damaged_sheet, as the interface words have it."""


def is_sheet(content: bytes) -> bool:
    """Whether these bytes are a spreadsheet of the .xlsx kind."""
    return content.startswith(b"PK\x03\x04") and b"xl/workbook" in content


def has_reader() -> bool:
    """Whether the package that reads spreadsheets is there."""
    return find_spec("openpyxl") is not None


def rows_of_sheet(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet that holds any, numbered from 1. Raises SheetTrouble."""
    if not has_reader():
        raise SheetTrouble("no_reader")
    _weigh(content)
    return _rows(content)


def _rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            holds_any = False
            sheet.reset_dimensions()  # a file may claim any
            for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True), 1):
                cells = [_as_text(cell) for cell in row]
                while cells and not cells[-1]:
                    cells.pop()
                holds_any = holds_any or bool(cells)
                yield number, cells
            if holds_any:
                return
    except Exception as error:  # openpyxl, zipfile and expat answer damage with exceptions of any kind
        raise SheetTrouble("damaged_sheet") from error


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def _weigh(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            parts = opened.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MAXIMUM_SHEET:
                raise SheetTrouble("large_sheet")
            for part in parts:
                name = part.filename.lower()
                if not name.endswith((".xml", ".rels")):
                    continue
                if not name.startswith(_TEXTS) and part.file_size > MAXIMUM_PART:
                    raise SheetTrouble("large_sheet")
                with opened.open(part) as file:
                    if _declares(file.read(MAXIMUM_SHEET + 1)):
                        raise SheetTrouble("damaged_sheet")
    except SheetTrouble:
        raise
    except Exception:  # as above
        raise SheetTrouble("damaged_sheet") from None


def _declares(part: bytes) -> bool:
    """Whether a part declares a type of its own, which no spreadsheet needs, in whatever encoding."""
    plain = part[:100_000].replace(b"\x00", b"")
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
