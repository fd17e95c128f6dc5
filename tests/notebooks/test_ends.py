"""A lesson ends in what can now be done and a next step, and in nothing else."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from readtwice.authoring.notebook_files import read_notebook
from readtwice.syllabus import syllabus
from tests.notebooks import COURSE

LESSONS = [COURSE / "notebooks" / f"{one.notebook}.ipynb" for one in syllabus().lessons]
ONE_SHOTS = sorted((COURSE / "notebooks").glob("one_shot*.ipynb"))
MOST = 6
"""Things that one lesson can leave somebody able to do."""


def problems(path: Path) -> list[str]:
    """What is wrong with the end of a page; none for a list of what can be done, one next step and the rights."""
    *_, last, end = read_notebook(path).cells
    if end.source.splitlines()[-1] != "course.end()" or last.cell_type != "markdown":
        return ["the last words do not stand right above the end of the page"]
    heading, *parts = last.source.split("\n\n")
    if heading != "## Now you can" or len(parts) != 3:
        return [f"{heading}: {len(parts)} parts"]
    can, on, rights = parts
    found = []
    if not 2 <= len(can.splitlines()) <= MOST or not all(re.match(r"- \S", line) for line in can.splitlines()):
        found.append("what can now be done is no short list")
    if not on.startswith("**Next:** ") or "**" in on.removeprefix("**Next:** ").replace("**Download my work**", ""):
        found.append("not one next step")
    if not re.fullmatch(r"\*[^*]+\*", rights):
        found.append("after the next step stands more than the rights")
    return found


@pytest.mark.parametrize("path", [*LESSONS, *ONE_SHOTS], ids=lambda path: path.stem)
def test_a_lesson_ends_in_what_can_be_done_and_a_next_step(path: Path) -> None:
    assert problems(path) == []


@pytest.mark.parametrize(("path", "after"), [*pairwise(LESSONS)], ids=lambda path: path.stem)
def test_the_next_step_leads_to_the_next_lesson(path: Path, after: Path) -> None:
    steps = read_notebook(path).cells[-2].source.split("**Next:** ")[1]
    assert f"]({after.name})" in steps


def test_no_page_says_that_nothing_is_saved_beside_saved_answers() -> None:
    assert [path.stem for path in LESSONS if "Nothing here is saved" in path.read_text("utf-8")] == []
