"""A lesson from a file as a page: its article, its cards, its captions. Nobody has to write a notebook for it.

course.open_lesson()                             # a button that opens one, and its pages below
course.open_lesson("pond")                       # one that is here already, open at once
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from typing import Any

from ipywidgets import HTML, VBox

from readtwice.activities import deck, verbs
from readtwice.lessons.opener import Opener
from readtwice.markup import html, listed
from readtwice.pack import Pack, load_pack
from readtwice.pack.shuffled import shuffled
from readtwice.page.open import session, turn_to
from readtwice.words import say

ORDER_OF_USES = ("recall", "worked", "faded", "solo", "practice", "extra", "exit")
"""Captions stand before the exit cards."""


class LessonPage(VBox):  # type: ignore[misc]
    """The opener and the pages of what is open; where nothing is running, what the opener shows there."""

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle: Any = super()._repr_mimebundle_(**kwargs)
        said: Any = self.children[0]._repr_mimebundle_(**kwargs)
        if bundle is None or said is None:
            return bundle
        here, there = (one[0] if isinstance(one, tuple) else one for one in (bundle, said))
        return {**here, "text/plain": there["text/plain"], "text/html": there["text/html"]}


def open_lesson(name: str = "") -> LessonPage:
    """A button that opens a lesson from a file, and below it the pages of the lesson that is open.

    `name` opens one at once: its slug, or the path of its folder. Raises PackError for one that is not there.
    """
    below = VBox([])
    page = LessonPage([Opener(lambda pack: _show(pack, below)), below])
    if name:
        _show(load_pack(name), below)
    return page


def _show(pack: Pack, below: VBox) -> None:
    """Put the pages of a lesson in place of those that stood there. Answers are the lesson's own from now on."""
    turn_to(pack)
    below.children = tuple(_pages(pack))


def _pages(pack: Pack) -> Iterator[Any]:
    about = [one for one in (pack.notice, *pack.about) if one]
    yield HTML(html("<h2>{}</h2>{}", pack.article.title, listed(about)))
    known = verbs()
    yield import_module(known["read"]).read()
    if not pack.items and not pack.captions:
        yield HTML(html("<p>{}</p>", say("lessons.is_empty")))
    for use in ORDER_OF_USES:
        if use == "exit" and pack.captions:
            yield HTML(html("<h3>{}</h3>", say("captions.name")))
            yield import_module(known["captions"]).captions()
        for items in _decks(pack, use):
            part = "numbers" if items[0].kind == "number" else use
            yield HTML(html("<h3>{}</h3>", say(f"lessons.part.{part}")))
            yield deck(session(), shuffled(items))


def _decks(pack: Pack, use: str) -> Iterator[tuple[Any, ...]]:
    """The items of a use, those with a number to work out apart: they are worked out on the bench."""
    found = sorted((one for one in pack.items if one.use == use), key=lambda one: one.kind == "number")
    for _, items in groupby(found, key=lambda one: one.kind == "number"):
        yield tuple(items)
