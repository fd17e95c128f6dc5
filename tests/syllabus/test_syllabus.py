"""The course is one file: whatever else names a lesson, its title, minutes, sheets or neighbours, agrees with it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from readtwice.authoring.notebook_files import read_notebook
from readtwice.pack import load_pack
from readtwice.pack.form import SKILLS
from readtwice.syllabus import Lesson, syllabus
from readtwice.words import words
from tests.notebooks import COURSE

COURSE_OF = syllabus()
EACH = pytest.mark.parametrize("lesson", COURSE_OF.lessons, ids=lambda one: one.id)


def prose(path: Path) -> str:
    return "\n".join(cell.source for cell in read_notebook(path).cells if cell.cell_type == "markdown")


def page(lesson: Lesson) -> str:
    return prose(COURSE / "notebooks" / f"{lesson.notebook}.ipynb")


def link(lesson: Lesson, folder: str = "") -> str:
    """How a page leads to a lesson; the first one has no number."""
    title = f"lesson {lesson.number}: {lesson.title}" if lesson.number else lesson.title
    return f"[{title}]({folder}{lesson.notebook}.ipynb)"


def sheets(lesson: Lesson, top: str) -> set[str]:
    return {path.stem for path in (COURSE / top / lesson.notebook).glob("*.ipynb")}


def test_each_lesson_is_a_notebook_and_each_notebook_a_lesson() -> None:
    found = sorted(path.stem for path in (COURSE / "notebooks").glob("[0-9]*.ipynb"))
    assert found == sorted(lesson.notebook for lesson in COURSE_OF.lessons)
    assert all(lesson.notebook.startswith(f"{lesson.id}_") for lesson in COURSE_OF.lessons)


@EACH
def test_a_page_says_the_number_the_title_and_the_minutes_of_its_lesson(lesson: Lesson) -> None:
    text = page(lesson)
    head = text.partition("\n")[0]
    assert head == (f"# {lesson.number} · {lesson.title}" if lesson.number else "# Read Twice")
    assert not lesson.number or re.search(rf"^{lesson.minutes} minutes\.", text, re.MULTILINE)
    assert re.findall(r"^\| \d+ to (\d+) \|", text, re.MULTILINE)[-1] == str(lesson.minutes), "its plan"


def test_each_page_leads_to_the_next_lesson_and_back() -> None:
    for before, after in pairwise(COURSE_OF.lessons):
        assert link(after) in page(before), f"{before.notebook} does not lead to {after.notebook}"
        assert link(before) in page(after), f"{after.notebook} does not lead back to {before.notebook}"


def test_each_sheet_leads_to_its_lesson_and_to_the_next() -> None:
    for lesson, after in pairwise(COURSE_OF.lessons):
        for sheet in lesson.sheets:
            for top in ("exercises", "solutions"):
                text = prose(COURSE / top / lesson.notebook / f"{sheet}.ipynb")
                for word, there in (("Back", lesson), ("Next", after)):
                    assert f"**{word}:** {link(there, '../../notebooks/')}" in text, f"{top}/{lesson.notebook}/{sheet}"


@EACH
def test_a_lesson_has_the_sheets_that_are_listed_and_its_page_leads_to_each(lesson: Lesson) -> None:
    assert sheets(lesson, "exercises") == sheets(lesson, "solutions") == {*lesson.sheets}
    for sheet in lesson.sheets:
        assert f"(../exercises/{lesson.notebook}/{sheet}.ipynb)" in page(lesson)


@EACH
def test_only_the_cards_of_its_own_number_open_a_lesson(lesson: Lesson) -> None:
    cells = read_notebook(COURSE / "notebooks" / f"{lesson.notebook}.ipynb").cells
    opened = [one for cell in cells for one in re.findall(r'course\.recall\("(\d\d)"', cell.source)]
    assert opened in ([], [lesson.id])


def test_paper_has_the_lessons_of_the_course_in_their_order() -> None:
    paper = load_pack(COURSE_OF.article).paper
    assert paper
    told = [(one.id, f"{one.id}_{one.name}", one.title) for one in paper.lessons if one.id.isdigit()]
    assert told[: len(COURSE_OF.lessons)] == [(one.id, one.notebook, one.title) for one in COURSE_OF.lessons]


def test_each_skill_has_one_lesson_and_the_words_name_it() -> None:
    assert tuple(COURSE_OF.practises) == SKILLS
    by_id = {lesson.id: lesson for lesson in COURSE_OF.lessons}
    for skill, lesson_id in COURSE_OF.practises.items():
        lesson = by_id[lesson_id]
        assert words()["report"]["teach"]["lesson"][skill] == f"Lesson {lesson.number} ({lesson.title})"
        assert words()["score"]["practise"][skill].endswith(f": lesson {lesson.number}.")
