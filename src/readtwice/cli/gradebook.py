"""`readtwice gradebook`: a column of completion for a learning platform's own list."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.classroom.collect import collect
from readtwice.classroom.completion import NothingAssigned, assigned, completion
from readtwice.classroom.gradebook import gradebook
from readtwice.classroom.roster import MAXIMUM_BYTES, RosterError, read_roster
from readtwice.cli.said import refuse
from readtwice.course.open import ARTICLE, FORM
from readtwice.pack import load_pack
from readtwice.pack.compiled import shipped_packs
from readtwice.publish import write_text
from readtwice.record import known_sets
from readtwice.words import say


def print_gradebook(paths: list[Path], roster: Path, format: str, what: str, column: str, output: str) -> int:
    """Print the table to import, or write it; who is missing goes to standard error. Returns 1 for what cannot be."""
    try:
        work = assigned(what, {slug: load_pack(slug) for slug in shipped_packs()}, FORM, ARTICLE)
        with roster.open("rb") as file:
            listed = read_roster(file.read(MAXIMUM_BYTES + 1), roster.name)
        collected = collect(paths, known_sets())
        made = gradebook(listed, format, column or work.title, completion(collected, work))
        if output:
            if Path(output).exists() and Path(output).samefile(roster):
                raise RosterError(say("gradebook.same_file", file=output))
            write_text(Path(output), made.text)
        else:
            sys.stdout.write(made.text)
    except (RosterError, NothingAssigned) as error:
        return refuse(error)
    except OSError as error:
        return refuse(say("gradebook.closed", file=error.filename or output, why=error.strerror))
    for one in collected.rejected:
        print(f"{collected.full_name(one)}: {one.reason}", file=sys.stderr)
    for line in made.left_out:
        print(line, file=sys.stderr)
    for slip in made.missing:
        print(say("gradebook.missing", slip=slip), file=sys.stderr)
    if made.unknown:
        print(say("gradebook.unknown", count=made.unknown), file=sys.stderr)
    return 0
