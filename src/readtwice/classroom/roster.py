"""A teacher's own list, as a platform exports it or Excel saves it, with one column more: `slip`.

It joins slips to names, stays on the teacher's machine, and goes into nothing but the gradebook made from it.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import lru_cache

from readtwice.classroom.texts import kind_of, text_of
from readtwice.record import UnreadableSlip, learner_of, read_slip
from readtwice.words import say

SLIP = "slip"
MAXIMUM_BYTES = 5_000_000
_POINTS = "points possible"
"""How Canvas names, in its first column, the row that says what an assignment is worth."""


_GROUPS = r".*(?:section|sektion|sección|sezione|secção|group|grupp|groupe|grupo|gruppo|grupa|група|class|klasse).*"
"""Columns that say where somebody belongs, and not who that is."""


class RosterError(ValueError):
    """A list that cannot be used; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: its number, its cells without the slip, and the slip with its learner's code, or ''."""

    line: int
    cells: tuple[str, ...]
    slip: str = ""
    learner: str = ""

    @property
    def is_points(self) -> bool:
        """Whether this is Canvas's row that says what each assignment is worth."""
        return bool(self.cells) and self.cells[0].strip().lower() == _POINTS


@dataclass(frozen=True, slots=True)
class Roster:
    """A list without its slips: `header` names the cells of each row."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, pattern: str) -> int | None:
        """The place of the first column whose name matches as a whole, in small letters; None for none."""
        return next(iter(self.columns(pattern)), None)

    def columns(self, pattern: str) -> list[int]:
        """The places of all columns whose names match as a whole, in small letters."""
        names = [" ".join(name.lower().split()) for name in self.header]
        return [place for place, name in enumerate(names) if re.fullmatch(pattern, name)]

    def person(self, row: Row) -> tuple[str, ...]:
        """All that the list says of somebody but for sections and groups, of which one person may be in several."""
        groups = _groups_of(self.header)
        return tuple(" ".join(cell.split()) for place, cell in enumerate(row.cells) if place not in groups)


@lru_cache(maxsize=8)
def _groups_of(header: tuple[str, ...]) -> frozenset[int]:
    return frozenset(place for place, name in enumerate(header) if re.fullmatch(_GROUPS, name.strip().lower()))


def read_roster(content: bytes, name: str) -> Roster:
    """Read a CSV table in any encoding and with any separator that spreadsheets use. Raises RosterError."""
    rows = _rows(content, name)
    if not rows:
        raise RosterError(say("gradebook.empty", file=name))
    line, header = rows[0]
    places = [place for place, one in enumerate(header) if one.strip().lower() == SLIP]
    if len(places) != 1:
        raise RosterError(say("gradebook.no_slips", file=name, line=line))
    (place,) = places
    found = list[Row]()
    for line, row in rows[1:]:
        if any(cell.strip() for cell in row[len(header) :]):
            raise RosterError(say("gradebook.ragged", file=name, line=line))
        cells = [*row, *[""] * len(header)][: len(header)]
        typed = cells.pop(place).strip()
        slip = _slip(typed, name, line) if typed else ""
        found.append(Row(line, tuple(cells), slip, learner_of(slip) if slip else ""))
    roster = Roster(name, tuple(cell for at, cell in enumerate(header) if at != place), tuple(found))
    holders: dict[str, tuple[str, ...]] = {}
    for one in found:  # somebody in two sections may stand in two lines; two people never share a slip
        person = roster.person(one)
        known = one.slip in holders
        if one.slip and (holders.setdefault(one.slip, person) != person or (known and not any(person))):
            raise RosterError(say("gradebook.slip_twice", file=name, line=one.line, slip=one.slip))
    return roster


def _slip(typed: str, name: str, line: int) -> str:
    try:
        return read_slip(typed)
    except UnreadableSlip as error:
        raise RosterError(f"{name}:{line}: {error}") from None


def _rows(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    kind = kind_of(name, content)
    if kind == "spreadsheet" or (kind and content.startswith(b"\xd0\xcf")):
        raise RosterError(say("gradebook.spreadsheet", file=name))
    text = None if kind or len(content) > MAXIMUM_BYTES else text_of(content)
    if text is None:
        raise RosterError(say("gradebook.no_text", file=name))
    first = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise RosterError(say("gradebook.no_table", file=name, why=error)) from None
