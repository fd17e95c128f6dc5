"""Floor 6: what a teacher does with a class, and the few verbs that the teacher's notebooks use.

from readtwice import classroom
classroom.report("form-a")                       # what the class handed in, and the report on it
classroom.gradebook_column("form-a", "hegseth-nato-2025")  # completion for the platform's own list
classroom.slips_to_print()                       # slips to hand out, as a page to print
classroom.doctor()                               # is all in order that a lesson needs?
classroom.live()                                 # a class's answers as bars, while they come in
classroom.project("skate-park")                  # a one-shot on one screen, with hands up

A verb shows something that works without commands. Verbs stand in `verbs.py`, and widgets are imported inside them:
the commands use this room too, and load none. No verb is called like a module of this room.
"""

from readtwice.classroom.long_table import ALL, count_table
from readtwice.classroom.verbs import doctor, gradebook_column, live, project, report, slips_to_print
from readtwice.statistics.table import TableError

__all__ = [
    "ALL",
    "TableError",
    "count_table",
    "doctor",
    "gradebook_column",
    "live",
    "project",
    "report",
    "slips_to_print",
]
