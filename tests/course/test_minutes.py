"""Forty minutes are forty minutes: what a lesson asks is counted, step by step, and the first answer comes soon."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import nbformat
import pytest

from readtwice.course.minutes import Lesson, lesson
from readtwice.page.demand import Demand, words_in
from readtwice.syllabus import syllabus
from tests.notebooks import COURSE

pytestmark = pytest.mark.long  # every lesson is opened

BUDGET = 38
"""Minutes that a lesson of forty may ask for: two are lost before it begins."""
FIRST = 3
"""Minutes before the first answer is marked."""
GRACE = 1
"""Minutes by which one step may be over what its heading promises."""
OPENING = 20
"""Seconds before the first answer is marked on the page that opens the course."""
TAUGHT = [one for one in syllabus().lessons if one.minutes == 40 and not one.occasion]
"""The lessons that teach; the cards of the others measure, and say nothing before the end."""


@cache
def counted(notebook: str) -> Lesson:
    return lesson(COURSE / "notebooks" / f"{notebook}.ipynb")


@pytest.mark.parametrize("one", syllabus().lessons, ids=lambda one: one.id)
def test_a_lesson_asks_no_more_than_its_minutes_allow(one: object) -> None:
    found = counted(one.notebook)  # type: ignore[attr-defined]
    allowed = one.minutes - (40 - BUDGET)  # type: ignore[attr-defined]
    assert found.demand.words > 200, "nothing was counted"
    assert found.demand.minutes <= allowed, [f"{s.title}: {s.demand.minutes:.1f}" for s in found.steps]


@pytest.mark.parametrize("one", syllabus().lessons, ids=lambda one: one.id)
def test_each_step_keeps_what_its_heading_promises(one: object) -> None:
    steps = counted(one.notebook).steps  # type: ignore[attr-defined]
    over = {s.title: round(s.demand.minutes, 1) for s in steps if s.promised and s.demand.minutes > s.promised + GRACE}
    assert over == {}
    assert sum(step.promised or 0 for step in steps) <= one.minutes  # type: ignore[attr-defined]


@pytest.mark.parametrize("one", TAUGHT, ids=lambda one: one.id)
def test_the_first_answer_is_marked_within_three_minutes(one: object) -> None:
    first = counted(one.notebook).first  # type: ignore[attr-defined]
    assert first is not None
    assert first.minutes <= FIRST


def test_the_course_opens_with_an_answer_within_twenty_seconds() -> None:
    first = counted(syllabus().lessons[0].notebook).first
    assert first is not None
    assert first.taps == 2
    assert first.words > 30, "the lines are counted"
    assert first.minutes * 60 <= OPENING


def page(folder: Path, *sources: str) -> Path:
    cells = [
        nbformat.v4.new_code_cell(one) if one.startswith("course.") else nbformat.v4.new_markdown_cell(one)
        for one in sources
    ]
    path = folder / "page.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def test_steps_are_counted_by_what_they_ask(tmp_path: Path) -> None:
    found = lesson(
        page(
            tmp_path,
            "# A page\n\nThree words here. <details>not this one</details>\n\n*nor this about rights*",
            "## Cards (5 minutes)",
            'course.voices("b06-own-defense", "b06-aligns")',
            "## Write (2 minutes)",
            'course.rewrite("b02")',
            "## More",
            'course.timeline("inauguration", "interview", "ministers")',
        )
    )
    head, cards, write, more = found.steps
    assert (head.title, head.promised, head.demand) == ("A page", None, Demand(6))
    assert (cards.promised, cards.demand.decisions, write.demand.texts) == (5, 6, 1)
    assert more.demand == Demand(2), "what a step without minutes offers is extra"
    assert found.demand.decisions == 6
    assert found.first is not None
    assert found.first.decisions == 1


def test_an_order_asks_for_each_event_and_a_number_card_for_each_part(tmp_path: Path) -> None:
    found = lesson(page(tmp_path, "## One (5 minutes)", 'course.timeline("inauguration", "interview", "ministers")'))
    assert found.demand.decisions == 3
    found = lesson(page(tmp_path, "## One (5 minutes)", 'course.question("package-dollars-b24")'))
    assert found.demand.decisions == 6, "the estimate, three parts of the check, the number, the verdict"


def test_minutes_are_words_decisions_and_texts() -> None:
    assert Demand(400, 12, 2).minutes == 2 + 5 + 3
    assert Demand(1, 2, 3, 4) + Demand(10, 20, 30, 40) == Demand(11, 22, 33, 44)
    assert Demand(taps=20).minutes == 1
    assert words_in({"line": "three words here", "id": "not counted", "cards": [{"text": "two more"}]}) == 5
