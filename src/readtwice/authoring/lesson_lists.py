"""Lists of the lessons for the front page and the teacher's pages, made from the syllabus."""

from __future__ import annotations

from collections.abc import Iterator

from readtwice.pack import load_pack
from readtwice.syllabus import syllabus
from readtwice.words import say, words


def lessons() -> Iterator[str]:
    """The map of the course for teachers."""
    yield say("guide.lessons_head")
    yield "|---|---|---|"
    for one in syllabus().lessons:
        page = f"lessons/{one.notebook}.md"
        yield say("guide.lessons_row", id=one.id, title=one.title, page=page, text=one.afterwards)


def lessons_and_sheets() -> Iterator[str]:
    """What the course has, lesson by lesson, for the front page."""
    yield say("guide.course_head")
    yield "|---|---|---|---|"
    for one in syllabus().lessons:
        page = f"notebooks/{one.notebook}.ipynb"
        yield say("guide.course_row", id=one.id, title=one.title, page=page, text=one.learn, minutes=one.minutes)
        sheets = [
            say("guide.sheet", how=words()["guide"]["sheets"][name], page=f"exercises/{one.notebook}/{name}.ipynb")
            for name in one.sheets
        ]
        if sheets:
            minutes = ", ".join(map(str, one.sheets.values()))
            named = ", ".join(sheets)
            yield say("guide.sheets_row", number=one.number, sheets=named, text=one.practice, minutes=minutes)


def cards() -> Iterator[str]:
    """The cards for one hour, each with its page to print."""
    for one in syllabus().lessons:
        yield say("guide.cards_row", number=one.number, notebook=one.notebook)


def on_paper() -> Iterator[str]:
    """What there is of each lesson on paper. Test cards have a sheet for each half of a class."""
    yield say("guide.paper_head")
    yield "|---|---|---|---|---|"
    for one in syllabus().lessons:
        two = say("guide.sheets_on_paper", notebook=one.notebook)
        yield say(
            "guide.paper_row",
            number=one.number,
            title=one.title,
            sheets=two if one.occasion else say("guide.sheet_on_paper", notebook=one.notebook),
            sheet=one.pages["sheet"],
            notebook=one.notebook,
            answers=one.pages["answers"],
        )


def not_on_paper() -> Iterator[str]:
    """What each lesson has on screen alone."""
    paper = load_pack(syllabus().article).paper
    for one in paper.lessons if paper else ():
        if one.not_on_paper:
            yield say("guide.not_on_paper_row", id=one.id, text=" ".join(one.not_on_paper))


LISTS = {
    "lessons and sheets": lessons_and_sheets,
    "lessons": lessons,
    "cards": cards,
    "on paper": on_paper,
    "not on paper": not_on_paper,
}
"""What a page calls each list."""
