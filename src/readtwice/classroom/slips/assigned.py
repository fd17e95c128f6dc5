"""Slips for the learners on a teacher's list: pasted names, or a platform's own export, which gets one column more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from readtwice.classroom.gradebooks.gradebook import as_csv
from readtwice.classroom.gradebooks.names import (
    filled,
    heading_at,
    is_test_student,
    name_of,
    name_places,
    names_of,
    titles_among,
)
from readtwice.classroom.gradebooks.roster import (
    SLIP,
    Roster,
    RosterError,
    Row,
    in_short,
    is_of_google,
    plain,
    roster_of,
    rows_of,
)
from readtwice.page.inert import inert
from readtwice.record import new_slips
from readtwice.record.slip import MOST_SLIPS
from readtwice.words import say

MOST_NAMES = 2_000
"""On one list. A school year has a few hundred."""

LONGEST = 40
"""Characters that are said of a line without a slip."""

_MARK = re.compile(r"\s*(?:\d{1,4}[.)]|[-–•*])[^\S\t]+(?=\S)")
"""Of a list that numbers its names, or puts a dot before each."""

_COUNTED = re.compile(r"\d{1,4}[.)]?\s*[;,]\s*(?=\S)")
"""How a line of a table begins whose first column counts."""

_NUMBER = re.compile(r"\d{1,4}[.)]?")
"""In a column that counts the learners."""

_WORDS = re.compile(r"[^\d@]{2,}")
"""What may be somebody's other name: no number and no address."""

_BETWEEN = re.compile(r"[\t;,]")
"""What stands between the headings of a table that was copied."""


_Line = tuple[int, str]
"""The number of a line, and what stands there."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Names with their slips, in the order of the list, and the list itself with a column of slips, as CSV."""

    slips: tuple[tuple[str, str], ...]
    table: str
    notes: tuple[str, ...] = ()


def assign_names(text: str) -> Assigned:
    """New slips for names, one a line, as typed or as a spreadsheet copies them.

    Raises ValueError for none, and for more than MOST_NAMES.
    """
    typed = [_MARK.sub("", line, count=1).strip() for line in text.splitlines()]
    lines = [(number, line) for number, line in enumerate(typed, start=1) if line]
    rows = [_BETWEEN.split(line) for _, line in lines]
    at = heading_at(rows)
    if any("\t" in line for line in typed) or (at is not None and len(rows[at]) > 1):
        return assign_lists([(say("slips.pasted"), "\n".join(typed).encode())])
    named = [(number, " ".join(_COUNTED.sub("", line, count=1).split())) for number, line in lines]
    found = _learners(named, at)
    left = [one for one in named if one not in found]
    names = [inert(name) for _, name in found]
    pairs = tuple(zip(names, _drawn(len(names)), strict=True))
    numbered = [any(map(str.isdigit, name)) for name in names]
    notes = [say("slips.no_heading", file=say("slips.pasted"))] if numbered[0] and not any(numbered[1:]) else []
    notes.extend(_left_and_alike(say("slips.pasted"), left, found))
    return Assigned(pairs, as_csv([["name", SLIP], *pairs]), tuple(notes))


def _learners(named: Sequence[_Line], heading: int | None) -> list[_Line]:
    """The pasted lines without a heading and what is above it, titles, and what platforms put among names."""
    above = 0 if heading is None else heading + 1
    if len(named) > above + 1 and all(is_of_google(name) for _, name in named[above : above + 2]):
        above += 2
    titles = titles_among([[name] for _, name in named])
    return [
        one for place, one in enumerate(named) if place >= above and place not in titles and not is_test_student(one[1])
    ]


def assign_lists(files: Sequence[tuple[str, bytes]]) -> Assigned:
    """Slips for everybody on one or more lists with the same columns, as platforms export them.

    A slip that stands there already stays. Rows that are no learners, as those on points and dates, get none. Titles
    above the list are left out.
    Raises RosterError, with the file and the line, for a list that cannot be used.
    """
    lists = [_list_of(content, name) for name, content in files]
    rosters = [one for one, _ in lists]
    for other in rosters[1:]:
        if other.header != rosters[0].header:
            raise RosterError(say("slips.other_columns", file=other.name, first=rosters[0].name))
    named = [names_of(one) for one in rosters]
    given = {row.slip for one in rosters for row in one.rows if row.slip}
    without = [row for people in named for row, _ in people if not row.slip]
    fresh = iter(_drawn(len(without), given) if without else ())
    new = {id(row): next(fresh) for row in without}
    table = [[*rosters[0].header, SLIP]]
    pairs = list[tuple[str, str]]()
    for one, people in zip(rosters, named, strict=True):
        learners = {id(row): name for row, name in people}
        for row in one.rows:
            slip = row.slip or new.get(id(row), "")
            table.append([*row.cells, slip])
            if slip:
                pairs.append((inert(learners.get(id(row), "")), slip))
    if not pairs:
        raise RosterError(say("slips.nobody", file=rosters[0].name))
    notes = [note for (one, titles), people in zip(lists, named, strict=True) for note in _notes(one, titles, people)]
    return Assigned(tuple(pairs), as_csv(table), tuple(notes))


def _list_of(content: bytes, name: str) -> tuple[Roster, list[_Line]]:
    """A list, and the lines above it. One without headings begins with somebody, who is not to be lost."""
    table = rows_of(content, name)
    rows = [cells for _, cells in table.rows]
    at = heading_at(rows)
    if at is None:
        at = next((at for at, row in enumerate(rows) if SLIP in map(plain, row)), None)
    titles = titles_among(rows) if at is None else range(at)
    kept = tuple(row for place, row in enumerate(table.rows) if place not in titles)
    if at is None:
        kept = ((0, _made_up_heading([cells for _, cells in kept])), *kept)
    roster = roster_of(replace(table, rows=kept), name, needs_slips=False)
    if at is None:
        roster = replace(roster, notes=(*roster.notes, say("slips.no_heading", file=name)))
    return roster, [(line, " ".join(filled(cells))) for line, cells in (table.rows[place] for place in titles)]


def _made_up_heading(rows: Sequence[Sequence[str]]) -> list[str]:
    """For a list without headings: after a column that counts, one of names, or two for their parts."""
    width = max(map(len, rows), default=1)
    whole = [[*row, *[""] * width] for row in rows if len(filled(row)) > 1]
    first = 1 if whole and all(_NUMBER.fullmatch(row[0].strip()) for row in whole) else 0
    two = width > first + 1 and all(_WORDS.fullmatch(row[first + 1].strip()) for row in whole)
    titles = ["last name", "first name"] if two else ["name"]
    return [*[""] * first, *titles, *[""] * width][:width]


def _notes(roster: Roster, titles: Iterable[_Line], people: Sequence[tuple[Row, str]]) -> Iterator[str]:
    yield from roster.notes
    places, learners = name_places(roster), {id(row) for row, _ in people}
    left = [(row.line, name_of(row, places)) for row in roster.rows if not (row.slip or id(row) in learners)]
    yield from _left_and_alike(roster.name, [*titles, *left], [(row.line, name) for row, name in people])


def _left_and_alike(file: str, left: Sequence[_Line], learners: Sequence[_Line]) -> Iterator[str]:
    """Which lines got no slip, and which learners' names cannot be told apart."""
    if left:
        lines = in_short([f"{line} ({inert(text)[:LONGEST]})" if text else str(line) for line, text in left])
        yield say("slips.no_learners", file=file, lines=lines)
    often = Counter(name.casefold() for _, name in learners)
    if alike := [line for line, name in learners if often[name.casefold()] > 1]:
        yield say("slips.alike", file=file, lines=in_short(alike))


def _drawn(count: int, given: Set[str] = frozenset()) -> list[str]:
    """New slips that nobody has yet. Raises ValueError for none and for more than MOST_NAMES."""
    if not 0 < count <= MOST_NAMES:
        raise ValueError(say("slips.how_many", most=f"{MOST_NAMES:,}"))
    return [one for one in new_slips(min(count + len(given), MOST_SLIPS)) if one not in given][:count]
