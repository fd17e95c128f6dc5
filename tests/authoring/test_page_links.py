"""A lesson and its sheets lead to the lessons beside it, whatever stood there."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from readtwice.authoring.notebook_files import lock, read_notebook
from readtwice.syllabus import syllabus

BEFORE, OWN, AFTER, *_, ALMOST, LAST = syllabus().lessons
NEXT = f"[lesson {AFTER.number}: {AFTER.title}]"


def locked(path: Path, first: str, last: str) -> list[str]:
    """The prose of a page that begins and ends so, once it was locked."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cells = [nbformat.v4.new_markdown_cell(source, id=name) for name, source in (("first", first), ("last", last))]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    lock(path)
    return [cell.source for cell in read_notebook(path).cells]


@pytest.mark.parametrize("step", ["[what was next](05_gone.ipynb)", "whatever you read. Read it twice."])
def test_a_lesson_leads_to_the_next_one_and_back(step: str, tmp_path: Path) -> None:
    told = locked(tmp_path / f"{OWN.notebook}.ipynb", "Before this: [it](09_gone.ipynb).", f"Yes.\n\n**Next:** {step}")
    back = f"[{BEFORE.title}]({BEFORE.notebook}.ipynb)"
    assert told == [f"Before this: {back}.", f"Yes.\n\n**Next:** {NEXT}({AFTER.notebook}.ipynb)"]


def test_a_link_that_leads_where_it_should_keeps_its_words(tmp_path: Path) -> None:
    page = [f"See [there]({BEFORE.notebook}.ipynb).", f"**Next:** tomorrow, [this]({AFTER.notebook}.ipynb). Rest now."]
    assert locked(tmp_path / f"{OWN.notebook}.ipynb", *page) == page


def test_a_sheet_leads_to_the_next_lesson_and_its_way_back_stays(tmp_path: Path) -> None:
    back = f" · **Back:** [its lesson](../../notebooks/{OWN.notebook}.ipynb)"
    sheet = tmp_path / OWN.notebook / "practice.ipynb"
    _, told = locked(sheet, "Practice.", f"**Next:** [x](../../notebooks/07_gone.ipynb){back}")
    assert told == f"**Next:** {NEXT}(../../notebooks/{AFTER.notebook}.ipynb){back}"


def test_the_last_lesson_and_a_page_beside_the_lessons_lead_where_they_say(tmp_path: Path) -> None:
    page = [f"[Before]({ALMOST.notebook}.ipynb)", "**Next:** [home](00_home.ipynb)"]
    for name in (LAST.notebook, "vote"):
        assert locked(tmp_path / f"{name}.ipynb", *page) == page
