"""What a notebook calls: cards to judge, and those that open a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readtwice.activities.cards.widget import Judge
from readtwice.pack.item import USES
from readtwice.pack.shuffled import shuffled
from readtwice.pack.stories import pack_of
from readtwice.page.open import CourseError, session
from readtwice.syllabus import syllabus
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.activities.cards.recall import Recall
    from readtwice.activities.cards.stories import Stories


def judge(lesson: str, use: str) -> Judge:
    """All items of a lesson and use, shuffled the same way for everyone."""
    items = session().pack.items_for(lesson, use)
    if not items:
        raise CourseError(say("error.cards.no_items", lesson=lesson, use=use, known=", ".join(USES)))
    return Judge(session(), shuffled(items))


def stories(lesson: str, use: str) -> Stories:
    """The cards of a lesson and use on invented texts: each learner's own, in their own twins, shuffled."""
    from readtwice.activities.cards.stories import Stories

    pack = pack_of(lesson, use)
    if pack is None:
        raise CourseError(say("error.cards.no_items", lesson=lesson, use=use, known=", ".join(USES)))
    return Stories(session().beside(pack), shuffled(pack.items_for(lesson, use)))


def recall(lesson: str, *usual: str) -> Recall:
    """The cards that this learner missed and that come back in a lesson, to look at again. Nothing is scored.

    `usual` is read from pages of before: the cards that it names were asked there, and no longer are.
    """
    from readtwice.activities.cards.recall import Recall

    if lesson not in {one.id for one in syllabus().lessons}:
        raise CourseError(say("error.cards.no_lesson", lesson=lesson))
    return Recall(session(), lesson)
