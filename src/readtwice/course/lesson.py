"""A lesson from a file as a page: its article, its cards, its captions. Nobody has to write a notebook for it.

course.open_lesson()                             # a button that opens one, and its pages below
course.open_lesson("pond")                       # one that is here already, open at once
"""

from __future__ import annotations

from ipywidgets import VBox

from readtwice.lessons.opener import Opener
from readtwice.lessons.pages import LessonPage, show
from readtwice.pack import load_pack


def open_lesson(name: str = "") -> LessonPage:
    """A button that opens a lesson from a file, and below it the pages of the lesson that is open.

    `name` opens one at once: its slug, or the path of its folder. Raises PackError for one that is not there.
    """
    below = VBox([])
    page = LessonPage([Opener(lambda pack: show(pack, below)), below])
    if name:
        show(load_pack(name), below)
    return page
