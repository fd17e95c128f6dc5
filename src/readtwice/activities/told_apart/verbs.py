"""What a notebook calls: pages and pictures to be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readtwice.activities.told_apart.part import ToldApart, told_apart_of
from readtwice.page.matching import refuse_unknown
from readtwice.page.open import CourseError, session
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.activities.told_apart.widget import TellApart


def kinds_of_page(*pages: str) -> TellApart:
    """Short pages: which kind is each? All, or the named ones. Raises CourseError for another."""
    from readtwice.activities.told_apart.widget import TellApart

    held = _held()
    refuse_unknown(pages, [one.id for one in held.kinds], "page")
    return TellApart(session(), "kinds", [one for one in held.kinds if not pages or one.id in pages])


def picture_past(*pictures: str) -> TellApart:
    """Drawn pictures: what does a find of their past tell? All, or the named ones. Raises CourseError for another."""
    from readtwice.activities.told_apart.widget import TellApart

    held = _held()
    refuse_unknown(pictures, [one.id for one in held.pictures], "picture")
    return TellApart(session(), "pictures", [one for one in held.pictures if not pictures or one.id in pictures])


def _held() -> ToldApart:
    found = told_apart_of(session().pack)
    if found is None:
        raise CourseError(say("error.told_apart.pack_has_none"))
    return found
