"""A gradebook column: completion for each learner of a teacher's own list, in the form that a platform takes in.

What the platforms take is read off their own code:

- Canvas (`lib/gradebook_importer.rb`): the columns up to `Section` name the student, and each further column is an
  assignment: one without a number in brackets makes a new one. So no other column may come along, or it would make or
  overwrite assignments. The row `Points Possible` sets what an assignment is worth.
- Moodle (`grade/import/csv`): one column identifies the user. A user who is not found stops the whole import, and in a
  row without one the grade goes to the user before. So a file holds an identifier and a grade, and no row lacks either.
- Google Classroom takes in no grades from a file: the list is for reading and copying, in the order of the roster.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from readtwice.classroom.gradebooks.completion import ALL
from readtwice.classroom.gradebooks.held import Cell, is_same, may_change, readings
from readtwice.classroom.gradebooks.names import name_places, names_of
from readtwice.classroom.gradebooks.roster import SPOILT, Roster, RosterError, Row, plain
from readtwice.publish.table import begins_formula, seen
from readtwice.words import say

POINTS_ROW = "    Points Possible"
"""As Canvas writes it."""

_COMPUTED = re.compile(r"(?:current|final|override) (?:score|points|grade|status)", re.IGNORECASE)
"""Columns of a Canvas export that are no assignments, and are never taken in."""

_READ_ONLY = re.compile(r"read\s+only", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?", re.ASCII)
_INNER = re.compile(r"([;\t\r\n])([^;\t\r\n]+)")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What one program or another takes for the end of a row, and no cell of a list needs."""
_ADDRESS = r".*(?:e-?mail|mail-?adress|courriel|correo|correio|posta elettronica|poczt|пошт).*"
_IDENTIFIERS = (
    _ADDRESS,
    r"(?=.*\b(?:id|identi\w*|ідентиф\w*|індивід\w*)\b)(?=.*(?:num|nº|номер)).*|student id|matrikelnummer|(?:ід|id)",
    r"user ?name|log[- ]?in|benutzername|anmeldename|nom d'utilisateur|nombre de usuario|nome utente"
    r"|nome d[eo] (?:usuario|utilizador)|identificacao (?:de|do) (?:usuario|utilizador)|nazwa uzytkownika"
    r"|ім'я користувача|логін",
)
"""How Moodle's exports name what they know a user by, the surest first: stems of the words in English, German, French,
Spanish, Italian, Portuguese, Polish and Ukrainian. In other languages, e-mail addresses are known by their looks."""

_LOOKS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
"""An e-mail address, whatever the column is called."""


@dataclass(frozen=True, slots=True)
class Gradebook:
    """What to import or copy, and all that there is to say of it before anybody imports it.

    `changes` are the cells that will hold something else than they do; `kept` those in which what is held stays,
    although something else was handed in. `column` is the name of the column, `is_new` whether the list has none of
    it. `is_worth_told` is False where the list has it and does not say how many points it is out of: then what is
    handed in counts out of ALL. `missing` are the slips on the list of which nothing was handed in; `unknown` is how
    many handed in and are not on the list; `left_out` are sentences about rows that had to be left out.
    """

    text: str
    missing: tuple[str, ...]
    unknown: int
    left_out: tuple[str, ...] = field(default=())
    column: str = ""
    is_new: bool = True
    is_worth_told: bool = True
    changes: tuple[Cell, ...] = ()
    kept: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Platform:
    """How a platform's file is made. `column` is how its exports write a column's name, with `{}` for the name itself.

    `suffix` ends the file's name. `no_grade` is what an export writes where nobody has graded yet: Canvas leaves such
    cells empty, and any other word is a status. `computed` are columns that are never taken in.
    """

    make: Callable[[Roster, _Column], tuple[str, Sequence[str]]]
    suffix: str = ".csv"
    column: str = r"(?:[^:]{{1,40}}: ?)?{}(?: ?\([^()]*\))?"
    no_grade: tuple[str, ...] = ()
    computed: re.Pattern[str] | None = None


def gradebook(
    roster: Roster, format: str, title: str, done: Mapping[str, int], *, instead: str = "", overwrite: bool = False
) -> Gradebook:
    """The column called `title` for everybody on a list, from what each learner has done in percent.

    Who is not in `done` handed in nothing, and what the list holds for them stays. Where the list has no such column
    and one called `instead`, that one is filled. A grade is never lowered and no word replaced, but with `overwrite`.
    Raises RosterError for a list that the format cannot be made of, ValueError for a format that does not exist.
    """
    if format not in PLATFORMS:
        raise ValueError(f"there is no format {format!r}")
    platform = PLATFORMS[format]
    own = _own_column(roster, platform, title)
    if own is None and instead:
        own = _own_column(roster, platform, instead)
    name = roster.header[own] if own is not None else title
    column = _Column(name, own, done, platform.no_grade, overwrite, is_told=own is None)
    text, left_out = platform.make(roster, column)
    slips = {row.slip: row.learner for row in roster.rows if row.slip}
    return Gradebook(
        text,
        tuple(slip for slip, learner in slips.items() if learner not in column.done),
        len(set(done) - set(slips.values())),
        tuple(left_out),
        column.title,
        own is None,
        column.is_told,
        tuple(column.changes),
        tuple(column.kept),
    )


@dataclass(slots=True)
class _Column:
    """The column under way: what it is called and worth, where the list holds it, and what becomes of its cells.

    `done` is in percent, by learner. `is_told`: whether `worth` is what the list says, or the column a new one; else it
    may be worth anything.
    """

    title: str
    own: int | None
    done: Mapping[str, int]
    no_grade: tuple[str, ...]
    overwrite: bool
    is_told: bool
    worth: float = float(ALL)
    changes: list[Cell] = field(default_factory=list)
    kept: list[Cell] = field(default_factory=list)

    def held(self, row: Row) -> str:
        return row.cells[self.own] if self.own is not None else ""

    def filled(self, row: Row) -> str:
        """What a learner's cell is to hold, and a note of it where it changes or stays against what was handed in."""
        held, percent = self.held(row), self.done.get(row.learner)
        if percent is None or not row.slip:
            return held
        cell = Cell(row.slip, row.line, held.strip(), _score(percent, self.worth))
        if may_change(
            held,
            cell.earned,
            self.worth,
            is_told=self.is_told,
            no_grade=self.no_grade,
            overwrite=self.overwrite,
        ):
            self.changes.append(cell)
            return cell.earned
        if not is_same(held, cell.earned, self.worth):
            self.kept.append(cell)
        return held


_Made = tuple[str, Sequence[str]]


def _own_column(roster: Roster, platform: Platform, title: str) -> int | None:
    """The place of a column in a list, as the platform exports it: with its number or its kind in brackets.

    Raises RosterError where several may be meant, or where it says who somebody is, or is for reading only.
    """
    name = re.escape(plain(title))
    exact = roster.columns(name)
    found = exact if title.rstrip().endswith(")") and exact else roster.columns(platform.column.format(name))
    if len(found) > 1:
        names = ", ".join(roster.header[place] for place in found)
        raise RosterError(say("gradebook.which_column", file=roster.name, column=title, names=names))
    if platform.computed and platform.computed.search(title):
        raise RosterError(say("gradebook.read_only", file=roster.name, column=title))
    return found[0] if found else None


def _canvas(roster: Roster, column: _Column) -> _Made:
    last, first = roster.column(".*section.*"), roster.column(r"student|last ?name")
    key = roster.column("id")
    if last is None or first != 0 or key is None or not 0 < key < last:
        raise RosterError(say("gradebook.no_canvas", file=roster.name))
    own = column.own
    if own is not None and own <= last:
        raise RosterError(say("gradebook.not_grades", file=roster.name, column=roster.header[own]))
    points = _points_of(roster, column, must_be_told=True)
    column.done = _by_person(roster, column.done, key)
    head = _canvas_columns(roster, key, last)
    table = [[*head, column.title], [POINTS_ROW, *[""] * (len(head) - 1), points]]
    left_out = []
    if tuple(head) != roster.header[: last + 1]:
        left_out.append(say("gradebook.header_mended", file=roster.name, columns=", ".join(head)))
    for row in _as_one_user(roster, column, key):
        student = [row.cells[place] if place is not None else "" for place in head.values()]
        if row.is_points or not any(cell.strip() for cell in student):
            continue
        if _is_spoilt(row.cells[key]):  # Canvas would read its first digit, and grade somebody else
            name = roster.header[key]
            left_out.append(say("gradebook.spoilt_left_out", file=roster.name, line=row.line, column=name))
            continue
        held = column.held(row)
        filled = column.filled(row)
        if filled == held and safe(held) != held:  # as a formula's cure it would come back as another word
            left_out.append(say("gradebook.held_formula", file=roster.name, line=row.line))
        else:
            table.append([*student, filled])
    return as_csv(table), left_out


def _canvas_columns(roster: Roster, key: int, last: int) -> dict[str, int | None]:
    """The columns that name a student as Canvas's importer asks for them, in its order and spelling, and where each
    stands in the list. It takes SIS User ID only with SIS Login ID beside it, which may be empty."""
    user, login = roster.column("sis user id"), roster.column("sis login id")
    integration, account = roster.column("integration id"), roster.column("root account")
    first_names = roster.column("first ?name")
    columns: dict[str, int | None] = {"Student": 0}
    if roster.column("last ?name") == 0 and first_names is not None:
        columns = {"LastName": 0, "FirstName": first_names}
    columns["ID"] = key
    if user is not None:
        columns |= {"SIS User ID": user, "SIS Login ID": login}
        columns |= {"Integration ID": integration} if integration is not None else {}
        columns |= {"Root Account": account} if account is not None else {}
    elif login is not None:
        columns["SIS Login ID"] = login
    return {**columns, "Section": last}


def _points_of(roster: Roster, column: _Column, *, must_be_told: bool = False) -> str:
    """What the column is worth, as the list has it; the column learns it as a number. Else, and of a new one: ALL.

    It stands in a row, as Canvas and Google Classroom write it, or in the column beside it, as Teams does.
    """
    if column.own is None:
        return str(ALL)
    names = name_places(roster)
    rows = [row for row in roster.rows if row.is_points or row.is_worth_of_google(names)]
    held = [text for row in rows if (text := column.held(row).strip())]
    if any(_READ_ONLY.search(text) for text in held):
        raise RosterError(say("gradebook.read_only", file=roster.name, column=column.title))
    told = held[-1] if held else roster.worth_beside(column.own)
    worth = readings(told, ALL)
    if len(worth) != 1 or told.endswith("%") or not 0 <= min(worth) < 1e9:  # a word, such as Ungraded
        if not must_be_told:
            return str(ALL)
        name = re.sub(r" ?\(\d+\)$", "", column.title)
        raise RosterError(say("gradebook.no_points", file=roster.name, column=name))
    (column.worth,), column.is_told = worth, True
    return told


def _by_person(roster: Roster, done: Mapping[str, int], key: int) -> dict[str, int]:
    """What was done, where one user stands in several lines: under several slips the fuller one counts for each."""
    people: dict[str, set[str]] = {}
    for row in roster.rows:
        if row.slip and (user := row.cells[key].strip()) and not _is_spoilt(user):
            people.setdefault(user, set()).add(row.learner)
    shared = {
        learner: max(done[one] for one in theirs if one in done)
        for theirs in people.values()
        for learner in theirs
        if len(theirs) > 1 and not theirs.isdisjoint(done)
    }
    return {**done, **shared}


def _as_one_user(roster: Roster, column: _Column, key: int) -> list[Row]:
    """The rows, where one user stands in several: a slip in one of them is the slip of all.

    Raises RosterError where they hold different grades, of which the last would undo the others.
    """
    with_slip = {row.cells[key].strip(): row for row in reversed(roster.rows) if row.slip}
    first: dict[str, Row] = {}
    found = []
    for row in roster.rows:
        user = row.cells[key].strip()
        if user and not _is_spoilt(user):
            other, twin = first.setdefault(user, row), with_slip.get(user)
            if column.held(row).strip() != column.held(other).strip():
                raise RosterError(say("gradebook.user_twice", file=roster.name, line=row.line, other=other.line))
            if twin and not row.slip:
                row = replace(row, slip=twin.slip, learner=twin.learner)
        found.append(row)
    return found


def _moodle(roster: Roster, column: _Column) -> _Made:
    rows = [row for row in roster.rows if row.slip]
    named = [place for pattern in _IDENTIFIERS for place in roster.columns(pattern)]
    key = _identifier(roster, rows, named, column.own)
    if key is None:
        raise RosterError(say("gradebook.no_moodle", file=roster.name))
    if column.own in named:
        raise RosterError(say("gradebook.not_grades", file=roster.name, column=column.title))
    _points_of(roster, column)
    column.done = _by_person(roster, column.done, key)
    table, left_out, seen = [[roster.header[key], column.title]], list[str](), dict[str, Row]()
    for row in rows:
        user = row.cells[key].strip()
        other = seen.get(user)
        if other and user and not _is_spoilt(user) and roster.person(other) != roster.person(row):
            raise RosterError(say("gradebook.user_twice", file=roster.name, line=row.line, other=other.line))
        if not user:
            left_out.append(say("gradebook.no_user", file=roster.name, line=row.line))
        elif _is_spoilt(user):
            name = roster.header[key]
            left_out.append(say("gradebook.spoilt_left_out", file=roster.name, line=row.line, column=name))
        elif safe(user) != user:
            left_out.append(say("gradebook.formula", file=roster.name, line=row.line))
        elif not other:
            seen[user] = row
            changed = len(column.changes)
            filled = column.filled(row)
            if len(column.changes) > changed:  # what stays as it is need not be imported
                table.append([user, filled])
    return as_csv(table), left_out


def _plain(roster: Roster, column: _Column) -> _Made:
    _points_of(roster, column)
    rows = {row.slip: row for row in reversed(roster.rows) if row.slip}  # of a slip in several sections, the first line
    table = [[row.slip, column.filled(row)] for row in reversed(rows.values())]
    return as_csv([["slip", column.title], *table]), ()


def _classroom(roster: Roster, column: _Column) -> _Made:
    found = names_of(roster)
    if column.own in (name_places(roster) or [0]):
        raise RosterError(say("gradebook.not_grades", file=roster.name, column=column.title))
    _points_of(roster, column)
    lines = []
    for row, name in found:
        filled = " ".join(column.filled(row).split())
        lines.append(f"{safe(name)}\t{safe(filled)}\n")
    return "".join(lines), ()


PLATFORMS = {
    "canvas": Platform(_canvas, column=r"{}(?: ?\(\d+\))?", computed=_COMPUTED),
    "moodle": Platform(_moodle, no_grade=("-",)),
    "classroom": Platform(_classroom, suffix=".txt"),
    "plain": Platform(_plain),
}
"""Each is called in the interface words, under `gradebook_column.formats`."""


def _identifier(roster: Roster, rows: Sequence[Row], named: Sequence[int], own: int | None) -> int | None:
    """The column that tells users apart: addresses if half of the users have one, else what is filled in for most."""
    looks = [
        place
        for place in range(len(roster.header))
        if place != own and any(_LOOKS.fullmatch(row.cells[place].strip()) for row in rows)
    ]
    found = [*named, *looks]

    def known(place: int) -> int:
        return sum(bool(row.cells[place].strip()) and not _is_spoilt(row.cells[place]) for row in rows)

    for place in found:
        addresses = sum(bool(_LOOKS.fullmatch(row.cells[place].strip())) for row in rows)
        if addresses and 2 * addresses >= len(rows):
            return place
    return max(found, key=known, default=None)


def _is_spoilt(cell: str) -> bool:
    return bool(SPOILT.fullmatch(cell.strip()))


def _score(percent: int, worth: float) -> str:
    return f"{percent * worth / ALL:.2f}".rstrip("0").rstrip(".")


def as_csv(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table for spreadsheets and platforms, in which no cell is a formula or breaks a line."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([[safe(_LINE_ENDS.sub(" ", cell)) for cell in row] for row in rows])
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever separator it goes by; numbers stay as they are.

    An apostrophe comes before what would begin one (OWASP, “CSV injection”), also behind signs that do not show. A lone
    hyphen, which stands for no grade, and names with hyphens and apostrophes in them stay as they are too.
    """
    shown = seen(cell.lstrip(' "'))
    if len(shown) > 1 and begins_formula(shown) and not _NUMBER.fullmatch(shown.strip()):
        cell = f"'{cell}"
    return _INNER.sub(_disarmed, cell)


def _disarmed(match: re.Match[str]) -> str:
    return f"{match[1]}'{match[2]}" if begins_formula(match[2].lstrip(' "')) else match[0]
