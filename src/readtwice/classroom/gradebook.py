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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from readtwice.classroom.completion import ALL
from readtwice.classroom.roster import Roster, RosterError, Row
from readtwice.publish.inert import HIDDEN
from readtwice.publish.table import FORMULA
from readtwice.words import say

FORMATS = ("canvas", "moodle", "plain", "classroom")
POINTS_ROW = "    Points Possible"
"""As Canvas writes it."""

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?", re.ASCII)
_INNER_FORMULA = re.compile(r"([;\t\r\n]\s*)(?=[=+\-@＝＋－＠])")
_IDENTIFIERS = (r"e-?mail.*", r"id[- ]?num\w*|student id", r"user ?name")
"""How Moodle's exports name what they know a user by. In other languages, e-mail addresses are known by their looks."""

_FULL_NAMES = r"student|name|full ?name|student name|learner|participant"
_FIRST_NAMES = r"first ?name|given name|vorname|prénom|nombre"
_LAST_NAMES = r"last ?name|surname|family name|nachname|nom(?: de famille)?|apellido(?:\(s\)|s)?"


@dataclass(frozen=True, slots=True)
class Gradebook:
    """What to import or copy; the slips on the list of which nothing was handed in; how many handed in and are not on
    the list; and sentences about rows that had to be left out."""

    text: str
    missing: tuple[str, ...]
    unknown: int
    left_out: tuple[str, ...] = field(default=())


def gradebook(roster: Roster, format: str, title: str, done: Mapping[str, int]) -> Gradebook:
    """The column called `title` for everybody on a list, from what each learner has done in percent.

    Raises RosterError for a list that the format cannot be made of, ValueError for a format that does not exist.
    """
    if format not in FORMATS:
        raise ValueError(f"there is no format {format!r}")
    text, left_out = {"canvas": _canvas, "moodle": _moodle, "plain": _plain, "classroom": _classroom}[format](
        roster, title, done
    )
    with_slip = [row for row in roster.rows if row.slip]
    return Gradebook(
        text,
        tuple(row.slip for row in with_slip if row.learner not in done),
        len(set(done) - {row.learner for row in with_slip}),
        tuple(left_out),
    )


_Made = tuple[str, Sequence[str]]


def _canvas(roster: Roster, title: str, done: Mapping[str, int]) -> _Made:
    last, first = roster.column(".*section.*"), roster.column(r"student|lastname")
    if last is None or first != 0 or roster.column("id") not in range(1, last):
        raise RosterError(say("gradebook.no_canvas", file=roster.name))
    own = roster.column(rf"{re.escape(' '.join(title.lower().split()))} ?(?:\(\d+\))?")
    points = str(ALL)
    for row in roster.rows:
        if row.is_points and own is not None and row.cells[own].strip():
            points = row.cells[own].strip()
    worth = _points(points)
    if worth is None:
        raise RosterError(say("gradebook.no_points", file=roster.name, column=title))
    table = [[*roster.header[: last + 1], roster.header[own] if own is not None else title]]
    table.append([POINTS_ROW, *[""] * last, points])
    for row in roster.rows:
        student = row.cells[: last + 1]
        if row.is_points or not any(cell.strip() for cell in student):
            continue
        kept = row.cells[own] if own is not None else ""
        table.append([*student, _score(done.get(row.learner, 0), worth) if row.slip else kept])
    return _table(table), ()


def _moodle(roster: Roster, title: str, done: Mapping[str, int]) -> _Made:
    rows = [row for row in roster.rows if row.slip]
    column = _identifier(roster, rows)
    if column is None:
        raise RosterError(say("gradebook.no_moodle", file=roster.name))
    table, left_out, seen = [[roster.header[column], title]], list[str](), dict[str, int]()
    for row in rows:
        user = row.cells[column].strip()
        if user in seen:
            raise RosterError(say("gradebook.user_twice", file=roster.name, line=row.line, other=seen[user]))
        if not user:
            left_out.append(say("gradebook.no_user", file=roster.name, line=row.line))
        elif safe(user) != user:
            left_out.append(say("gradebook.formula", file=roster.name, line=row.line))
        else:
            seen[user] = row.line
            table.append([user, str(done.get(row.learner, 0))])
    return _table(table), left_out


def _plain(roster: Roster, title: str, done: Mapping[str, int]) -> _Made:
    return _table(
        [["slip", title], *([row.slip, str(done.get(row.learner, 0))] for row in roster.rows if row.slip)]
    ), ()


def _classroom(roster: Roster, title: str, done: Mapping[str, int]) -> _Made:
    full, first, last = (roster.column(one) for one in (_FULL_NAMES, _FIRST_NAMES, _LAST_NAMES))
    places = [one for one in (first, last) if one is not None] if full is None else [full]
    if not roster.header:
        raise RosterError(say("gradebook.no_names", file=roster.name))
    lines = []
    for row in roster.rows:
        name = " ".join(" ".join(row.cells[place] for place in places or [0]).split())
        if name and not row.is_points:
            lines.append(f"{safe(name)}\t{done.get(row.learner, 0) if row.slip else ''}\n")
    return "".join(lines), ()


def _identifier(roster: Roster, rows: Sequence[Row]) -> int | None:
    """The column that tells users apart: the surest that is filled in for everybody, or else for most."""
    found = [place for place in map(roster.column, _IDENTIFIERS) if place is not None]
    found += [place for place in range(len(roster.header)) if rows and all("@" in row.cells[place] for row in rows)]
    return max(found, key=lambda place: sum(bool(row.cells[place].strip()) for row in rows), default=None)


def _points(text: str) -> float | None:
    """What an assignment is worth, with a decimal point or comma; None for what is no number."""
    try:
        worth = float(text.replace(",", "."))
    except ValueError:
        return None
    return worth if 0 <= worth < 1e9 else None


def _score(percent: int, worth: float) -> str:
    return f"{percent * worth / ALL:.2f}".rstrip("0").rstrip(".")


def _table(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([[safe(cell) for cell in row] for row in rows])
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever separator it goes by; numbers stay as they are.

    An apostrophe comes before what would begin one (OWASP, “CSV injection”). A lone hyphen, which stands for no grade,
    and names with hyphens and apostrophes in them stay as they are too.
    """
    shown = HIDDEN.sub("", cell).lstrip()
    if len(shown) > 1 and shown.startswith(FORMULA) and not _NUMBER.fullmatch(shown.strip()):
        cell = f"'{cell}"
    return _INNER_FORMULA.sub(r"\1'", cell)
