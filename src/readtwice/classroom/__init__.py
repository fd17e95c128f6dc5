"""Floor 6: what a teacher does with a class: read long tables of answers, and say what they tell."""

from readtwice.classroom.long_table import TableError, read_long_table

__all__ = ["TableError", "read_long_table"]
