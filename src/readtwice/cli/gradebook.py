"""`readtwice gradebook`: a column of completion for a learning platform's own list."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from readtwice.article import read_plain
from readtwice.classroom.collecting.collect import Collected, collect
from readtwice.classroom.files.tables import MAXIMUM_BYTES
from readtwice.classroom.gradebooks.completion import NothingAssigned
from readtwice.classroom.gradebooks.lists import Filled, fill
from readtwice.classroom.gradebooks.roster import RosterError, read_roster
from readtwice.cli.said import refuse, write_page
from readtwice.pack.compiled import all_packs
from readtwice.record import known_sets
from readtwice.syllabus import syllabus
from readtwice.words import say


def print_gradebook(
    paths: list[Path],
    roster: Path,
    format: str,
    what: str,
    column: str,
    output: str,
    *,
    overwrite: bool = False,
    list_only: bool = False,
    yes: bool = False,
) -> int:
    """List on standard error what will change, then print the table to import, or write it.

    With `list_only` nothing is made. Before a file is written somebody at a terminal is asked, but with `yes`; scripts
    are not asked. Returns 1 for what cannot be.
    """
    try:
        if output and Path(output).exists() and Path(output).samefile(roster):
            raise RosterError(say("gradebook.same_file", file=output))
        listed = read_roster(read_plain(roster, MAXIMUM_BYTES), roster.name)
        collected = collect(paths, known_sets())
        refused: list[str] = []
        packs = all_packs(refused)
        for reason in refused:
            print(reason, file=sys.stderr)
        filled = fill(
            listed,
            format,
            collected,
            packs,
            syllabus().form,
            syllabus().article,
            what=what,
            column=column,
            overwrite=overwrite,
        )
    except (RosterError, NothingAssigned) as error:
        return refuse(error)
    except OSError as error:
        return refuse(say("gradebook.closed", file=roster, why=error.strerror))
    if output and not Path(output).absolute().parent.is_dir():
        return refuse(say("gradebook.no_folder", file=output))
    for line in _told(collected, filled):
        print(line, file=sys.stderr)
    if list_only:
        return 0
    sys.stderr.flush()
    if not output:
        sys.stdout.write(filled.gradebook.text)
        return 0
    if not yes and not _agreed(output):
        print(say("gradebook.not_written"), file=sys.stderr)
        return 1
    return write_page(output, filled.gradebook.text)


def _told(collected: Collected, filled: Filled) -> Iterator[str]:
    """All that there is to say before there is a file."""
    made = filled.gradebook
    for one in collected.rejected:
        yield f"{collected.full_name(one)}: {one.reason}"
    yield from filled.notes
    yield from made.left_out
    for cells in filled.lists:
        yield cells.heading
        yield from (f"  {line}" for line in cells.lines)
    for slip in made.missing:
        yield say("gradebook.missing", slip=slip)
    if made.unknown:
        yield say("gradebook.unknown", count=made.unknown)


def _agreed(output: str) -> bool:
    """Whether somebody at a terminal wants the file. Where nobody can be asked, the list has been printed."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    print(say("gradebook.ask", file=output), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
