"""What the course asks of the article's writer it asks of itself: its own prose stays at grade 9 or below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from readtwice.authoring.notebook_files import read_notebook
from readtwice.pack.draw import as_asked
from readtwice.pack.stories import pack_of
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


NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "twenty-five")
COUNTS = dict(zip(NUMBERS, (*range(1, 9), 25), strict=True))
SETS = re.compile(r"[A-Z][a-z]+ (?:last )?(?:card|claim|number|pair|sentence)")
"""How a line begins that says how many cards follow."""

STORIES = re.compile(r'course\.stories\("(\d\d)", "(\w+)"\)')


def said(text: str) -> int | None:
    """The first number in words, below any heading."""
    words = re.findall(r"[a-z-]+", re.sub(r"^#.*$", "", text, flags=re.MULTILINE).casefold())
    return next((COUNTS[word] for word in words if word in COUNTS), None)


def asked(lesson: str, use: str) -> int:
    """How many cards on short stories each learner is asked."""
    pack = pack_of(lesson, use)
    assert pack
    return len(as_asked(pack, pack.items_for(lesson, use)))


def story_sets() -> Iterator[tuple[str, str, str, str]]:
    """The page, lesson and use of each set of cards on short stories, and what stands above it."""
    for path in LEARNERS:
        for above, cell in pairwise(read_notebook(path).cells):
            for lesson, use in STORIES.findall(cell.source) if above.cell_type == "markdown" else ():
                yield path.stem, lesson, use, above.source


def test_a_page_says_as_many_cards_on_short_stories_as_it_asks() -> None:
    found = list(story_sets())
    assert len(found) > 15
    wrong = [(name, lesson, use) for name, lesson, use, above in found if said(above) != asked(lesson, use)]
    assert wrong == []


def test_a_sheet_says_as_many_cards_on_short_stories_as_it_asks() -> None:
    paper = hegseth().paper
    assert paper
    sets = [(one.id, part) for one in paper.lessons for part in one.parts if part.does == "stories"]
    begun = [(lesson, part.of, part.say[0]) for lesson, part in sets if part.say and SETS.match(part.say[0])]
    assert len(begun) > 10
    assert [one for *one, say in begun if said(say) != sum(asked(one[0], use) for use in one[1])] == []


def test_hard_prose_would_be_found() -> None:
    hard = "Notwithstanding considerable institutional reservations, international representatives deliberated."
    assert readability(plain(hard)).flesch_kincaid_grade > GRADE
    assert worst_lines(f"We read it once more, and then we talk.\n{hard} Representatives deliberated.")[0][5:].strip()
