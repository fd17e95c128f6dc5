"""The pages of a lesson: its article, its cards, its bench, its captions. Nobody has to write a notebook for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from ipywidgets import HTML, VBox

from readtwice.activities import deck, in_lesson
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import Item, Pack
from readtwice.pack.draw import alone, variants
from readtwice.pack.shuffled import shuffled
from readtwice.page.dealt import as_dealt
from readtwice.page.open import begin_with, session, turn_to
from readtwice.record import Record
from readtwice.words import say

ORDER_OF_USES = ("recall", "worked", "faded", "solo", "practice", "extra", "exit")
"""Captions stand before the exit cards."""

WALL = "wall"
"""What of a lesson is shown: one large card at a time, for a class with one screen."""


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
    """Put the pages of a lesson in place of those that stood there. Answers are the lesson's own from now on.

    Where cards have twins, the whole text reads as it was dealt to this learner, anew when another learner goes on.
    """
    _page(pack, below)
    if pack.twins:
        mine = session()

        def again() -> None:
            nonlocal mine
            if session() is mine:  # no other lesson was opened since
                mine = _page(pack, below)

        mine.tell(chosen=again)


def _page(pack: Pack, below: VBox) -> Any:
    """The pages of a lesson as its learner reads it, and the session that they have."""
    dealt = as_dealt(turn_to(pack), pack.items)
    turn_to(dealt.pack, pack)
    below.children = tuple(_pages(dealt.pack, dealt.asked))
    return session()


def preview(pack: Pack, below: VBox, what: str = "") -> None:
    """The same as learners see it, for its author: all of it, one card in each of its states, or the projector's.

    What is answered there is kept nowhere that a class hands in.
    """
    record = kept_nowhere(pack)
    begin_with(pack, record)
    if what == WALL:
        below.children = (_title(pack), projector(pack, record))
    elif what:
        below.children = tuple(_one_card(pack, what))
    else:
        _page(pack, below)


def kept_nowhere(pack: Pack) -> Record:
    """A record for what a class never hands in: in a folder that the system clears."""
    return Record(Path(mkdtemp(prefix="readtwice-")), pack.slug)


def projector(pack: Pack, record: Record | None = None) -> Any:
    """A lesson for a class with one screen."""
    return in_lesson(WALL)(pack, record)


def _title(pack: Pack, *below: Html) -> HTML:
    return HTML(html("<h2>{}</h2>{}", pack.article.title, joined(below)))


def _one_card(pack: Pack, card: str) -> Iterator[Any]:
    """A card as learners get it, in each of its states."""
    states = variants(pack, card)
    for item in states:
        told = alone(pack, item)
        if len(states) > 1:
            yield HTML(html("<h2>{}</h2>", say(f"lessons.state.{item.state}")))
        turn_to(told, pack)
        yield deck(session(), [one for one in told.items if one.card == card])


def _pages(pack: Pack, asked: Sequence[Item]) -> Iterator[Any]:
    about = [one for one in (pack.notice, *pack.about) if one]
    yield _title(pack, listed(about))
    yield in_lesson("text")()
    if not pack.items and not pack.captions:
        yield HTML(html("<p>{}</p>", say("lessons.is_empty")))
    for use in ORDER_OF_USES:
        if use == "exit" and pack.captions:
            yield HTML(html("<h3>{}</h3>", say("captions.name")))
            yield in_lesson("pictures")()
        for items in _decks(asked, use):
            part = "number" if items[0].kind == "number" else use
            yield HTML(html("<h2>{}</h2>", say(f"lessons.part.{part}")))
            yield deck(session(), shuffled(items))


def _decks(asked: Sequence[Item], use: str) -> Iterator[tuple[Item, ...]]:
    """The items of a use, those with a number to work out apart: they are worked out on the bench."""
    found = sorted((one for one in asked if one.use == use), key=lambda one: one.kind == "number")
    for _, items in groupby(found, key=lambda one: one.kind == "number"):
        yield tuple(items)
