"""What the course asks of the article's writer it asks of itself: its own prose stays at grade 9 or below."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice.reading.readability import readability
from tests.browser.lab import COURSE
from tests.notebooks.prose import GRADE, feedback, long_sentences, page, plain, worst_lines
from tests.specimens import hegseth

PAGES = sorted(path for folder in ("notebooks", "solutions") for path in (COURSE / folder).rglob("*.ipynb"))
LEARNERS = [path for path in PAGES if path.parent.name != "teacher" and path.parent.parent.name != "teacher"]
LESSONS = sorted({item.lesson for item in hegseth().items})


@pytest.mark.long
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(COURSE).as_posix())
def test_a_page_reads_at_grade_nine_or_below(path: Path) -> None:
    text = page(path)
    assert readability(text).flesch_kincaid_grade <= GRADE, "\n".join(["The hardest lines:", *worst_lines(text)])


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_feedback_of_a_lesson_reads_at_grade_nine_or_below(lesson: str) -> None:
    text = feedback([item for item in hegseth().items if item.lesson == lesson])
    assert readability(text).flesch_kincaid_grade <= GRADE, "\n".join(["The hardest lines:", *worst_lines(text)])


@pytest.mark.parametrize("path", LEARNERS, ids=lambda path: path.relative_to(COURSE).as_posix())
def test_a_sentence_for_learners_has_at_most_twenty_words(path: Path) -> None:
    assert long_sentences(page(path)) == []


def test_a_long_sentence_would_be_found() -> None:
    words = " ".join(["word"] * 20)
    assert long_sentences(f"Short. {words}: then {words}\n\n{words}.") == [f"then {words}"]


def test_quotations_names_and_marks_are_set_aside() -> None:
    assert plain("- **Read** ¶4: “many long words” by Pete Hegseth").split() == ["Read", ":", "this", "by", "Lee"]


def test_hard_prose_would_be_found() -> None:
    hard = "Notwithstanding considerable institutional reservations, international representatives deliberated."
    assert readability(plain(hard)).flesch_kincaid_grade > GRADE
    assert worst_lines(f"We read it once more, and then we talk.\n{hard} Representatives deliberated.")[0][5:].strip()
