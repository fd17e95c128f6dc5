"""Floor 8: what a teacher does with a class, and the few verbs that the teacher's notebooks use.

from readtwice import classroom
classroom.report("form-a")                       # what the class handed in, and the report on it
classroom.gradebook_column("form-a", "skate-park")  # completion for the platform's own list
classroom.slips_to_print()                       # slips to hand out, with names or without, as a page to print
classroom.doctor()                               # is all in order that a lesson needs?
classroom.live()                                 # a class's answers as bars, while they come in
classroom.votes()                                # votes from phones, by a folder that the class shares
classroom.make_a_lesson()                        # a lesson of any text, by clicking
classroom.open_lesson()                          # take in a lesson from a file
classroom.project("skate-park")                  # a one-shot on one screen, with hands up

A verb shows something that works without commands. Verbs stand in `verbs.py`, and widgets are imported inside them:
the commands use this room too, and load none. No verb is called like a module of this room.
"""

from importlib import import_module
from typing import Any

from readtwice.activities import teacher_verbs
from readtwice.classroom.reporting.long_table import ALL, count_table
from readtwice.classroom.verbs import doctor, gradebook_column, live, make_a_lesson, open_lesson, report, slips_to_print
from readtwice.statistics.table import TableError

__all__ = [
    "ALL",
    "TableError",
    "count_table",
    "doctor",
    "gradebook_column",
    "live",
    "make_a_lesson",
    "open_lesson",
    "report",
    "slips_to_print",
]


def __getattr__(name: str) -> Any:
    """A verb for teachers that belongs to an activity, loaded when it is first named."""
    home = teacher_verbs().get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*__all__, *teacher_verbs()})
