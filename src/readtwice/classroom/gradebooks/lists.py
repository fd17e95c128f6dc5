"""A gradebook column from what a class handed in, and all that a teacher reads of it before there is a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.gradebooks.completion import Arrived, Assigned, arrived, assigned, handed_in, of_the_class
from readtwice.classroom.gradebooks.gradebook import Gradebook, gradebook
from readtwice.classroom.gradebooks.roster import Roster
from readtwice.pack import Pack
from readtwice.page.inert import inert
from readtwice.words import say


@dataclass(frozen=True, slots=True)
class CellList:
    """Cells of one kind: how many there are and what becomes of them, and a line for each."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A gradebook, `notes` on what it counts, and lists of every cell that changes or stays against the work."""

    gradebook: Gradebook
    notes: tuple[str, ...]
    lists: tuple[CellList, ...]


def fill(
    roster: Roster,
    format: str,
    collected: Collected,
    packs: Mapping[str, Pack],
    form: str,
    article: str,
    *,
    what: str = "",
    column: str = "",
    overwrite: bool = False,
) -> Filled:
    """The column for a list. `what` is a name that `assigned` knows; by default, all that the class handed in.

    `column` is the name of the column; by default that of the work, or, where the list has none such and the choice is
    left as it stands, the course's own name. Raises RosterError and NothingAssigned.
    """
    found = arrived(collected, packs, form, article)
    names = what or ",".join(of_the_class(found)) or "both"
    work = assigned(names, packs, form, article)
    instead = "" if what or column else say("gradebook.title_all")
    done = handed_in(collected, work)
    made = gradebook(roster, format, column or work.title, done, instead=instead, overwrite=overwrite)
    sets = {one.what: assigned(one.what, packs, form, article) for one in found}
    notes = (*roster.notes, _counted(found, work, sets), *_of_the_column(made, roster.name))
    return Filled(made, notes, tuple(_lists(made)))


def _counted(found: Sequence[Arrived], work: Assigned, sets: Mapping[str, Assigned]) -> str:
    """Which sets are counted, and which arrived and are not."""
    told, beside = list[str](), list[str]()
    for one in found:
        its = sets[one.what]
        is_counted = not {*work.parts, *work.saved}.isdisjoint((*its.parts, *its.saved))
        (told if is_counted else beside).append(say("gradebook.set", what=its.label, count=one.learners))
    lines = [say("gradebook.counted", what=", ".join(told) or say("gradebook.set", what=work.label, count=0))]
    lines += [say("gradebook.not_counted", what=", ".join(beside))] if beside else []
    return " ".join(lines)


def _of_the_column(made: Gradebook, file: str) -> Iterator[str]:
    name = inert(made.column)
    yield say("gradebook.column_new", file=file, column=name) if made.is_new else say("gradebook.column", column=name)
    if not made.is_worth_told and (made.changes or made.kept):
        yield say("gradebook.worth_untold", file=file, column=name)


def _lists(made: Gradebook) -> Iterator[CellList]:
    """The cells that change, also where there are none; then those that stay, where there are any."""
    for kind, cells in (("changes", made.changes), ("kept", made.kept)):
        if cells or kind == "changes":
            lines = (
                say(
                    f"gradebook.{kind}_line",
                    slip=one.slip,
                    line=one.line,
                    held=" ".join(inert(one.held).split()) or say("gradebook.nothing_held"),
                    earned=one.earned,
                )
                for one in cells
            )
            yield CellList(say(f"gradebook.{kind}", count=len(cells)), tuple(lines))
