"""Where a page leads: a lesson to the one before it and the one after, and so does each of its sheets.

The course says which these are, so that a new lesson needs no change in the notebooks of its neighbours.
"""

from __future__ import annotations

import re
from pathlib import Path

from nbformat import NotebookNode

from readtwice.syllabus import Lesson, syllabus
from readtwice.words import say

_LINK = re.compile(r"\[[^\]\n]*\]\([^)\s]*?(?P<lesson>\d\d_\w+)\.ipynb\)")


def link_neighbours(notebook: NotebookNode, path: Path) -> None:
    """Put the links right in the first and the last prose of a lesson or a sheet; others are left as they are.

    A link that leads where it should keeps its words. A next step without a link was that of the last lesson.
    """
    lessons = syllabus().lessons
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    place = {one.notebook: place for place, one in enumerate(lessons)}
    own = next((place[name] for name in (path.stem, path.parent.name) if name in place), None)
    if own is None or not prose:
        return
    is_lesson = path.stem in place
    folder = "" if is_lesson else "../../notebooks/"
    if own and is_lesson:
        prose[0].source = _led(prose[0].source, lessons[own - 1], folder)
    if own + 1 < len(lessons):
        prose[-1].source = _leading_on(prose[-1].source, lessons[own + 1], folder)


def _leading_on(source: str, after: Lesson, folder: str) -> str:
    """The last prose of a page with its next step leading to this lesson, in its words where they hold a link."""
    line = f"**{say('lesson_page.next')}** "

    def led(step: re.Match[str]) -> str:
        return _led(step[0], after, folder) if _LINK.search(step[0]) else line + _link(after, folder)

    return re.sub(rf"^{re.escape(line)}.*?(?= · |$)", led, source, flags=re.M)


def _led(source: str, lesson: Lesson, folder: str) -> str:
    """The prose with its first link to a lesson's page leading to this one."""
    return _LINK.sub(lambda old: old[0] if old["lesson"] == lesson.notebook else _link(lesson, folder), source, count=1)


def _link(lesson: Lesson, folder: str) -> str:
    title = say("guide.neighbour", number=lesson.number, title=lesson.title) if lesson.number else lesson.title
    return f"[{title}]({folder}{lesson.notebook}.ipynb)"
