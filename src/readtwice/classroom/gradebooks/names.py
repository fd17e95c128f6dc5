"""Where a list holds its learners' names, and which of its lines are no learner's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readtwice.classroom.gradebooks.roster import Roster, RosterError, Row, plain
from readtwice.words import say

TOP = 6
"""Rows, among which a list says what its columns hold. Schools print titles above."""

_OF = r"(?:(?:legal|official|student|pupil|learner|child)(?:'?s)? )?"
_FIRST_NAMES = (
    rf"{_OF}(?:first ?names?|given ?names?|forenames?|christian names?)|vornamen?|rufnamen?|prenoms?"
    r"|nombres?|nombre\(s\)|nome(?: proprio)?|imie|ім'я"
    r"|voornaam|roepnaam|fornamn|fornavn|etunimi|jmeno|krestni jmeno|adi?|keresztnev"
)
_CALLED = rf"{_OF}(?:preferred (?:(?:first|given) ?)?|chosen |usual |nick)names?|known as"
"""What some are called beside their first names. It may be left empty, or stand for the whole name."""

_LAST_NAMES = (
    rf"{_OF}(?:last ?names?|surnames?|family ?names?)|nachnamen?|familiennamen?|zunamen?"
    r"|noms?(?: de famille)?|apellidos?(?:\(s\))?|cognome|apelido"
    r"|sobrenome|ultimo nome|nazwisko|прізвище|achternaam|efternamn|etternavn|efternavn|sukunimi|prijmeni|soyadi?"
    r"|vezeteknev"
)
_AND = r"(?: ?[,/&+|-] ?| (?:and|und|et|y|e|i|en|och|og|a) | )"
_FULL_NAMES = (
    rf"(?:{_LAST_NAMES}|name){_AND}(?:{_FIRST_NAMES})|(?:{_FIRST_NAMES}){_AND}(?:{_LAST_NAMES}|name)"
    r"|(?:students?|pupils?|learners?|participants?|candidates?)(?:'?s)?(?: (?:full )?names?)?"
    r"|(?:(?:full|display|sortable|legal|complete) ?)?names?|names? of (?:the )?(?:students?|pupils?|learners?)"
    r"|last ?, ?first|namen|vor- ?(?:und|/) ?(?:nach|zu)name|vollstandiger name"
    r"|schuler(?:in)?(?:\W?(?:in|innen))?|lernende"
    r"|nom complet|nombre completo|nome completo|повне ім'я|eleves?|alumno|alumna|alumnos|uczen|uczniowie|учень"
    r"|naam|volledige naam|leerling|namn|navn|elev|elever|nimi"
)
_IN_BRACKETS = re.compile(r"\s+\([^()]*\)$")
"""What a heading adds, as in “Student (last, first)”."""

_ALSO_A_NAME = "adi"
"""A heading in Turkish, and what somebody may be called: alone it is no heading."""

_TEST_STUDENT = r"student ?, ?test|test ?student"
"""As Canvas calls the learner that it makes up for each course."""

_CLASS = r"(?:class|klass|year|grade|form|group|grup|kurs|course|curso|turma|period|jahrgang|section|sektion)\w*"
_TITLE = re.compile(rf"(?:{_CLASS}\b.{{0,20}}\d.{{0,20}}|\d{{1,2}}\.? ?{_CLASS}.{{0,20}})")


def name_places(roster: Roster) -> list[int]:
    """The columns that hold a name, or its first and its last part; where none is known, none."""
    header = tuple(_IN_BRACKETS.sub("", name.replace("_", " ").strip(" :*")) for name in roster.header)
    named = Roster("", header, ())
    full, first, last = (named.column(one) for one in (_FULL_NAMES, _FIRST_NAMES, _LAST_NAMES))
    if first is None and (last is not None or full is None):
        first = named.column(_CALLED)
    if first is not None and last is None:  # as in “Name, Vorname”
        last = full
    if full is None or first is not None:
        return [one for one in (first, last) if one is not None]
    return [full]


def name_of(row: Row, places: Sequence[int]) -> str:
    """The name in a row; where no column is known to hold names, what stands in the first one."""
    return " ".join(" ".join(row.cells[place] for place in places or [0]).split())


def names_of(roster: Roster) -> list[tuple[Row, str]]:
    """The rows that are somebody's, with the name that stands there.

    Rows on points and dates and Canvas's own test student are nobody's. Raises RosterError for a list without columns.
    """
    if not roster.header:
        raise RosterError(say("gradebook.no_names", file=roster.name))
    places = name_places(roster)
    named = [(row, name_of(row, places)) for row in roster.rows]
    return [(row, name) for row, name in named if name and not _is_of_platform(row, name, places)]


def _is_of_platform(row: Row, name: str, places: Sequence[int]) -> bool:
    """Whether a platform put this row into its list. Who has a slip is a learner, whatever the name."""
    return row.is_points or row.is_of_google(places) or (not row.slip and is_test_student(name))


def is_test_student(name: str) -> bool:
    """Whether this is Canvas's own test student."""
    return bool(re.fullmatch(_TEST_STUDENT, plain(name)))


def heading_at(rows: Sequence[Sequence[str]]) -> int | None:
    """The place of the row that says where the names are: the fullest of those near the top that do. None for none.

    What stands above it are titles, so it is fuller than they are or names both parts of a name.
    """
    top = rows[:TOP]
    found = [at for at, row in enumerate(top) if _is_heading(row) and _is_below_titles(top[at], top[:at])]
    return max(found, key=lambda at: len(filled(top[at])), default=None)


def _is_below_titles(row: Sequence[str], above: Sequence[Sequence[str]]) -> bool:
    most = max(map(len, map(filled, above)), default=0)
    return most < max(2, len(filled(row))) or len(name_places(Roster("", tuple(row), ()))) > 1


def _is_heading(row: Sequence[str]) -> bool:
    cells = tuple(cell for cell in row if plain(cell) != _ALSO_A_NAME)
    return bool(name_places(Roster("", cells, ()))) and not is_test_student(",".join(filled(row)))


def titles_among(rows: Sequence[Sequence[str]]) -> list[int]:
    """The places of rows that only say which class comes below, as “Class 10b”. Groups that get slips are none."""
    titles = [_is_title(row) for row in rows]
    return [place for place, one in enumerate(titles) if one and titles[place + 1 : place + 2] == [False]]


def _is_title(row: Sequence[str]) -> bool:
    cells = filled(row)
    return len(cells) == 1 and bool(_TITLE.fullmatch(plain(cells[0])))


def filled(row: Sequence[str]) -> list[str]:
    """What stands in the cells of a row that hold anything."""
    return [cell.strip() for cell in row if cell.strip()]
