"""A long table of answers, a row an answer: learner, item, correct, and what was chosen where that is known."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from readtwice.statistics.items import Row

NEEDED = ("learner", "item", "correct")
TRUE = frozenset({"1", "true", "yes"})
FALSE = frozenset({"0", "false", "no"})
MAXIMUM_CELL = 200
"""Characters in a cell that is taken up; nothing of ours is longer."""


class TableError(ValueError):
    """A table that cannot be read; the message says where and what to do, in one sentence."""


def read_long_table(path: Path) -> Iterator[Row]:
    """The rows of a CSV file in UTF-8. Other columns are passed over, rows with an empty `correct` too: not tried.

    Raises TableError.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            columns = {name.strip().lower(): name for name in rows.fieldnames or () if name}
            missing = [name for name in NEEDED if name not in columns]
            if missing:
                raise TableError(f"{path.name}:1: there is no column `{missing[0]}`. It needs: {', '.join(NEEDED)}.")
            for row in rows:
                yield from _row(row, columns, f"{path.name}:{rows.line_num}")
    except OSError as error:
        raise TableError(f"{path.name} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise TableError(f"{path.name} is not a text in UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise TableError(f"{path.name} is no CSV table ({error}). Save it as CSV again.") from None


def _row(row: dict[str, str | None], columns: dict[str, str], where: str) -> Iterator[Row]:
    cells = {name: (row.get(column) or "").strip() for name, column in columns.items()}
    correct = cells["correct"].lower()
    if not correct:
        return
    if correct not in TRUE | FALSE:
        raise TableError(f"{where}: `correct` is `{correct[:40]}`. Write 1 or 0.")
    for name in ("learner", "item"):
        if not cells[name] or len(cells[name]) > MAXIMUM_CELL:
            raise TableError(f"{where}: `{name}` is empty or far too long. Write a short code.")
    yield cells["learner"], cells["item"], correct in TRUE, cells.get("choice", "")[:MAXIMUM_CELL]
