"""Each lesson ends with a move off the page: what to type or take, when to stop, where to write it, and why one reads
closely all the same."""

from __future__ import annotations

import re

import nbformat
import pytest

from readtwice.syllabus import syllabus
from tests.notebooks import COURSE

LESSONS = [one for one in syllabus().lessons if "01" <= one.id <= "08"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda one: one.id)
def test_a_lesson_says_when_to_stop_where_to_write_and_why_close_reading_is_worth_it(lesson: object) -> None:
    cells = nbformat.read(COURSE / "notebooks" / f"{lesson.notebook}.ipynb", as_version=4).cells  # type: ignore[attr-defined]
    move = next(one.source for one in cells if one.cell_type == "markdown" and "## One move off the page" in one.source)
    assert re.search(r"\b[Tt]ype\b|\b[Ss]earch for\b", move)
    assert re.search(r"\b(?:list|results?)\b|\b[Ll]ook for\b", move)
    assert re.search(r"\b[Ss]top (?:at|when|after)\b", move)
    assert re.search(r"close reading|reading closely", move, re.IGNORECASE)
    assert any(f'course.found("{lesson.id}")' in one.source for one in cells)  # type: ignore[attr-defined]
