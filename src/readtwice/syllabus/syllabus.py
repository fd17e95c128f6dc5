"""The lessons of the course, read from `course.toml` beside this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. `id` is two digits; `notebook` its file's name and that of its sheets' folder, without ending.

    `learn` says what a learner does in it, `afterwards` what a teacher can expect after it, `practice` what its sheets
    ask; minutes are planned ones. `occasion` is that of its test cards, `done_by` how the ids of what is saved in it
    begin where that, and not cards alone, shows that it was done. `skill` is what cards of forms ask that it practises.
    `reads` are the parts of the article that its page has to read, each from block to block. `asked` says for a use how
    many of its cards on invented texts a learner gets, where other lessons have another number. `pages` are how many
    its `sheet` and its page of `answers` have on A4, once they were printed.
    """

    id: str
    notebook: str
    title: str
    learn: str
    afterwards: str
    minutes: int
    pages: Mapping[str, int]
    sheets: Mapping[str, int] = field(default_factory=dict)
    practice: str = ""
    occasion: str = ""
    done_by: str = ""
    skill: str = ""
    reads: Sequence[str] = ()
    asked: Mapping[str, int] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """As a learner calls it: lesson 1."""
        return int(self.id)


@dataclass(frozen=True, slots=True)
class Syllabus:
    """The whole course: the pack under study, the form asked before and after, the packs of invented texts whose
    cards are judged beside the article's, and the lessons in order.

    `beside` are packs that are a lesson by themselves, made on the page for teachers' own articles.
    `keyed` are the articles with a key of all their pairs, on which the tools for any text are counted.
    """

    article: str
    form: str
    stories: tuple[str, ...]
    beside: tuple[str, ...]
    keyed: tuple[str, ...]
    lessons: tuple[Lesson, ...]

    @property
    def practised(self) -> tuple[Lesson, ...]:
        """The lessons that teach: those without test cards."""
        return tuple(lesson for lesson in self.lessons if not lesson.occasion)

    @property
    def practises(self) -> dict[str, str]:
        """For each skill the id of the lesson that practises it."""
        return {lesson.skill: lesson.id for lesson in self.lessons if lesson.skill}

    def lesson(self, lesson_id: str) -> Lesson | None:
        """The lesson of the course with this id, if there is one."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)

    def asked(self, lesson_id: str) -> Mapping[str, int]:
        """For each use how many cards on invented texts a learner gets in a lesson, where the course says so."""
        lesson = self.lesson(lesson_id)
        return lesson.asked if lesson else {}

    def place(self, lesson_id: str) -> int:
        """How many lessons come before one; for one that is not of the course, what its two digits say."""
        ids = [lesson.id for lesson in self.lessons]
        return ids.index(lesson_id) if lesson_id in ids else int(lesson_id)


@cache
def syllabus() -> Syllabus:
    """The course as it ships."""
    import tomllib  # here, because the first cell of a lesson should not wait for it

    told = tomllib.loads((resources.files("readtwice.syllabus") / "course.toml").read_text("utf-8"))
    lessons = tuple(Lesson(**one) for one in told["lessons"])
    packs = {name: tuple(told[name]) for name in ("stories", "beside", "keyed")}
    return Syllabus(**{**told, **packs, "lessons": lessons})
