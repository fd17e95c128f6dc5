"""What nbval cannot see: these tests go with it, and run over every notebook that is there."""

from __future__ import annotations

from pathlib import Path

COURSE = Path(__file__).parents[2]


def notebooks(*folders: str) -> list[Path]:
    """All notebook files of some folders of the course, without the copies that JupyterLab keeps."""
    found = (path for folder in folders for path in (COURSE / folder).rglob("*.ipynb"))
    return sorted(path for path in found if ".ipynb_checkpoints" not in path.parts)


def name(path: Path) -> str:
    """A notebook's path within the course, for the name of a test."""
    return path.relative_to(COURSE).as_posix()


EXECUTED = notebooks("notebooks", "solutions")
SOLUTIONS = notebooks("solutions")
EXERCISES = notebooks("exercises")

NO_LESSON = {"open_a_lesson", "vote", "whole_form_before", "whole_form_after"}
"""Pages beside the lessons: one opens any lesson from a file, two take the place of cards in lessons 0 and 8."""
