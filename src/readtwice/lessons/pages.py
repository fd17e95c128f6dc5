"""The pages of a lesson: its article, its cards, its bench, its captions. Nobody has to write a notebook for it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from ipywidgets import HTML, VBox

from readtwice.activities import deck, verbs
from readtwice.markup import html, listed
from readtwice.pack import Pack
from readtwice.pack.shuffled import shuffled
from readtwice.page.open import begin_with, session, turn_to
from readtwice.record import Record
from readtwice.words import say

ORDER_OF_USES = ("recall", "worked", "faded", "solo", "practice", "extra", "exit")
"""Captions stand before the exit cards."""


class LessonPage(VBox):  # type: ignore[misc]
    """A widget, and the pages below it; where nothing is running, what the widget shows there."""

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle: Any = super()._repr_mimebundle_(**kwargs)
        said: Any = self.children[0]._repr_mimebundle_(**kwargs)
        if bundle is None or said is None:
            return bundle
        here, there = (one[0] if isinstance(one, tuple) else one for one in (bundle, said))
        return {**here, "text/plain": there["text/plain"], "text/html": there["text/html"]}, {}


def show(pack: Pack, below: VBox) -> None:
    """Put the pages of a lesson in place of those that stood there. Answers are the lesson's own from now on."""
    turn_to(pack)
    below.children = tuple(_pages(pack))


def preview(pack: Pack, below: VBox) -> None:
    """The same as learners see it, for its author. What is answered there is kept nowhere that a class hands in."""
    begin_with(pack, Record(Path(mkdtemp(prefix="readtwice-")), pack.slug))
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
