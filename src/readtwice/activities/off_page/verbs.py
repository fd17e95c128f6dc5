"""What a notebook calls: a place for what was found off the page."""

from __future__ import annotations

from readtwice.activities.off_page.widget import OffPage
from readtwice.page.open import CourseError, session
from readtwice.syllabus import syllabus
from readtwice.words import say


def found(lesson: str) -> OffPage:
    """A place to write what was looked up after a lesson, such as "01", where it stood, and what it says."""
    known = [one.id for one in syllabus().lessons]
    if lesson not in known:
        raise CourseError(say("error.off_page.no_lesson", lesson=lesson, known=", ".join(known)))
    return OffPage(session(), lesson)
