"""A teacher's own list, as a platform exports it or Excel saves it, with one column more: `slip`.

It joins slips to names, stays on the teacher's machine, and goes into nothing but the gradebook made from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from readtwice.classroom.files.code_pages import is_garbled
from readtwice.classroom.files.tables import Table, UnreadableTable, read_table, said_of
from readtwice.page.inert import inert
from readtwice.record import UnreadableSlip, learner_of, read_slip
from readtwice.words import say

SLIP = "slip"
SPOILT = re.compile(r"\d(?:[.,]\d+)?E\+\d+|\d{15}0+", re.IGNORECASE | re.ASCII)
"""A long number as spreadsheets leave it: in powers of ten, or with zeros after the fifteenth digit."""

_AS_READ = str.maketrans(dict.fromkeys("’‘ʼ`", "'") | {"ł": "l", "Ł": "l", "ı": "i"})
_POINTS = "points possible"
"""How Canvas names, in its first column, the row that says what an assignment is worth."""


_WORTH_OF_GOOGLE = {"points", "punkte", "puntos", "punti", "pontos", "punkty", "punten", "poang", "бали"}
_OF_GOOGLE = {*_WORTH_OF_GOOGLE, "date", "datum", "fecha", "data", "дата"}
"""How Google Classroom names, in its first column, the rows below the header: when an assignment is due, its worth."""

_WORTH_BESIDE = {*_WORTH_OF_GOOGLE, _POINTS, "maximum grade"}
"""How Teams, and Moodle's sheet for grading, name the column to the right of an assignment that says its worth."""

_GROUPS = r".*(?:section|sektion|seccion|sezione|seccao|group|grupp|grupo|grupa|група|class|klass|curso|turma|клас).*"
"""Columns that say where somebody belongs, and not who that is."""


def is_of_google(cell: str) -> bool:
    """Whether a cell reads as the first of one of Google Classroom's rows on the assignments."""
    return plain(cell) in _OF_GOOGLE


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

    def is_worth_of_google(self, names: Sequence[int]) -> bool:
        """Whether it is the one of those rows that says what each assignment is worth."""
        return self.is_of_google(names) and plain(self.cells[0]) in _WORTH_OF_GOOGLE

    def is_of_google(self, names: Sequence[int]) -> bool:
        """Whether this is one of Google Classroom's rows on the assignments; `names` are the places of a name's parts.

        Somebody may be called Date or Points: then a slip or another part of the name stands there too.
        """
        alone = sum(bool(self.cells[place].strip()) for place in names) == 1 < len(names)
        return not self.slip and alone and is_of_google(self.cells[0])


@dataclass(frozen=True, slots=True)
class Roster:
    """A list without its slips: `header` names the cells of each row."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """Sentences about what is odd in it and stops nothing."""

    def column(self, pattern: str) -> int | None:
        """The place of the first column whose name matches as a whole, as in `columns`; None for none."""
        return next(iter(self.columns(pattern)), None)

    def columns(self, pattern: str) -> list[int]:
        """The places of all columns whose names match as a whole, in small letters and without accents."""
        return [place for place, name in enumerate(_plain(self.header)) if re.fullmatch(pattern, name)]

    def worth_beside(self, place: int) -> str:
        """What the column to the right of one says that it is worth, the same in each line with a slip; else ''."""
        beside = place + 1
        if beside >= len(self.header) or plain(self.header[beside]) not in _WORTH_BESIDE:
            return ""
        told = {row.cells[beside].strip() for row in self.rows if row.slip} - {""}
        return told.pop() if len(told) == 1 else ""

    def person(self, row: Row) -> tuple[str, ...]:
        """All that the list says of somebody but for sections and groups, of which one person may be in several."""
        groups = _groups_of(self.header)
        return tuple(" ".join(cell.split()) for place, cell in enumerate(row.cells) if place not in groups)


@lru_cache(maxsize=8)
def _groups_of(header: tuple[str, ...]) -> frozenset[int]:
    return frozenset(place for place, name in enumerate(_plain(header)) if re.fullmatch(_GROUPS, name))


@lru_cache(maxsize=8)
def _plain(header: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(name) for name in header)


def plain(name: str) -> str:
    """A name of a column in small letters, with single blanks and straight apostrophes, and without accents."""
    letters = unicodedata.normalize("NFKD", name.translate(_AS_READ).lower())
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def read_roster(content: bytes, name: str) -> Roster:
    """Read a table as `tables` does. Raises RosterError, also for a list without slips."""
    return roster_of(rows_of(content, name), name)


def rows_of(content: bytes, name: str) -> Table:
    """The rows of a list, one at least. Raises RosterError."""
    try:
        table = read_table(content, name)
    except UnreadableTable as error:
        raise RosterError(str(error)) from None
    if not table.rows:
        raise RosterError(say("gradebook.empty", file=name))
    return table


def roster_of(table: Table, name: str, *, needs_slips: bool = True) -> Roster:
    """The list in a table whose first row names its columns. Where it `needs_slips`, one without them is refused.

    Raises RosterError.
    """
    rows = table.rows
    line, header = rows[0]
    places = [place for place, one in enumerate(header) if one.strip().strip("\ufeff").lower() == SLIP]
    if len(places) > 1 or (needs_slips and not places):
        raise RosterError(say("gradebook.no_slips", file=name, line=line))
    place = places[0] if places else None
    found = list[Row]()
    for line, row in rows[1:]:
        if any(cell.strip() for cell in row[len(header) :]):
            raise RosterError(say("gradebook.ragged", file=name, line=line))
        cells = [*row, *[""] * len(header)][: len(header)]
        typed = "" if place is None else cells.pop(place).strip()
        slip = _slip(typed, name, line) if typed else ""
        found.append(Row(line, tuple(cells), slip, learner_of(slip) if slip else ""))
    names = tuple(cell for at, cell in enumerate(header) if at != place)
    roster = Roster(name, names, tuple(found), tuple(_notes(name, names, found, table.code_page)))
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


def _notes(name: str, header: tuple[str, ...], rows: list[Row], code_page: str) -> Iterator[str]:
    """What a spreadsheet or a code page did to a list."""
    if code_page:
        yield say("tables.code_page", file=name, page=said_of(code_page))
    if garbled := [row.line for row in rows if any(map(is_garbled, row.cells))]:
        yield say("gradebook.garbled", file=name, lines=in_short(garbled))
    for place, column in enumerate(header):
        if spoilt := [row for row in rows if SPOILT.fullmatch(row.cells[place].strip())]:
            lines, value = in_short([row.line for row in spoilt]), spoilt[0].cells[place].strip()
            yield say("gradebook.spoilt", file=name, lines=lines, column=inert(column), value=value)
            twice = [row for row in spoilt if row.cells[place].strip() == value]
            if len({row.cells[:1] for row in twice}) > 1:
                lines = in_short([row.line for row in twice])
                yield say("gradebook.id_twice", file=name, lines=lines, column=inert(column), value=value)


def in_short(lines: Sequence[int | str]) -> str:
    """Some lines, by number or as told of: the first dozen of them."""
    return ", ".join(map(str, lines[:12])) + (", …" if len(lines) > 12 else "")
