"""Slips for the learners on a teacher's list: pasted names, or a platform's own export, which gets one column more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from readtwice.classroom.gradebooks.gradebook import as_csv, has_names, names_of
from readtwice.classroom.gradebooks.roster import SLIP, Roster, RosterError, Row, is_of_google, read_roster
from readtwice.page.inert import inert
from readtwice.record import new_slips
from readtwice.record.slip import MOST_SLIPS
from readtwice.words import say

MOST_NAMES = 2_000
"""On one list. A school year has a few hundred."""

_MARK = re.compile(r"\s*(?:\d{1,4}[.)]|[-–•*])\s+")
"""Of a list that numbers its names, or puts a dot before each."""

_WORDS = re.compile(r"[^\d@]{2,}")
"""What may be somebody's other name: no number and no address."""

_BETWEEN = re.compile(r"[\t;,]")
"""What stands between the headings of a table that was copied."""


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
    lines = [_MARK.sub("", line, count=1) for line in text.splitlines() if line.strip()]
    title, *rest = lines or [""]
    if _is_heading(title):
        if len(_BETWEEN.split(title.strip())) > 1:
            return assign_lists([(say("slips.pasted"), "\n".join(lines).encode())])
        lines = rest
    left = 2 if len(lines) > 1 and all(map(is_of_google, lines[:2])) else 0
    names = [inert(" ".join(line.split())) for line in lines[left:]]
    slips = _drawn(len(names))
    pairs = tuple(zip(names, slips, strict=True))
    notes = (say("slips.no_learners", file=say("slips.pasted"), count=left),) if left else ()
    return Assigned(pairs, as_csv([["name", SLIP], *pairs]), notes)


def _is_heading(line: str) -> bool:
    return has_names(Roster("", tuple(_BETWEEN.split(line.strip())), ()))


def assign_lists(files: Sequence[tuple[str, bytes]]) -> Assigned:
    """Slips for everybody on one or more lists with the same columns, as platforms export them.

    A slip that stands there already stays. Rows that are no learners, as those on points and dates, get none.
    Raises RosterError, with the file and the line, for a list that cannot be used.
    """
    rosters = [_headed(read_roster(content, name, needs_slips=False)) for name, content in files]
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
    return Assigned(tuple(pairs), as_csv(table), tuple(_notes(rosters, map(len, named))))


def _headed(roster: Roster) -> Roster:
    """A list without headings begins with somebody, who is not to be lost: its first line is a row as all others."""
    if has_names(roster) or not any(cell.strip() for cell in roster.header):
        return roster
    rows = (Row(1, roster.header), *roster.rows)
    two = len(roster.header) > 1 and all(_WORDS.fullmatch(row.cells[1].strip()) for row in rows)
    titles = ("last name", "first name") if two else ("name",)
    header = (*titles, *("" for _ in roster.header[len(titles) :]))
    return replace(roster, header=header, rows=rows, notes=(*roster.notes, say("slips.no_heading", file=roster.name)))


def _notes(rosters: Sequence[Roster], learners: Iterable[int]) -> Iterator[str]:
    for one, count in zip(rosters, learners, strict=True):
        yield from one.notes
        if left := len(one.rows) - count:
            yield say("slips.no_learners", file=one.name, count=left)


def _drawn(count: int, given: Set[str] = frozenset()) -> list[str]:
    """New slips that nobody has yet. Raises ValueError for none and for more than MOST_NAMES."""
    if not 0 < count <= MOST_NAMES:
        raise ValueError(say("slips.how_many", most=f"{MOST_NAMES:,}"))
    return [one for one in new_slips(min(count + len(given), MOST_SLIPS)) if one not in given][:count]
