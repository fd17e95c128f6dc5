"""`readtwice gradebook`: a column of completion for a learning platform's own list."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.classroom.collect import collect
from readtwice.classroom.gradebook import RosterError, completion, gradebook
from readtwice.course.open import FORM
from readtwice.pack import load_pack
from readtwice.record import known_sets


def print_gradebook(paths: list[Path], roster: Path, format: str) -> int:
    """Print the table to import; what is missing goes to standard error. Returns 1 for a roster that cannot be used."""
    collected = collect(paths, known_sets())
    try:
        made = gradebook(roster, format, completion(collected, load_pack(FORM)))
    except RosterError as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.write(made.text)
    for one in collected.rejected:
        print(f"{collected.full_name(one)}: {one.reason}", file=sys.stderr)
    for slip in made.missing:
        print(f"{slip}: nothing was handed in.", file=sys.stderr)
    return 0
