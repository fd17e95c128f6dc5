"""Cards on short stories that we made up: a pair is judged, and cannot be remembered, on a text met for the first time.

Each card has twins. Which of them a learner sees is drawn from the learner's code, and where there are more cards than
a learner is asked, which cards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.activities.cards.part import scene_of
from readtwice.activities.cards.scene import scene
from readtwice.activities.cards.widget import Judge, card_html
from readtwice.markup import Html, each, html
from readtwice.pack import Item, Pack
from readtwice.pack.draw import alone, as_asked, called, variants
from readtwice.pack.stories import story_of
from readtwice.page.dealt import as_dealt
from readtwice.page.deck_title import deck_title
from readtwice.page.demand import Demand, words_in
from readtwice.page.drawing import as_address
from readtwice.page.session import Session
from readtwice.page.views import View, item_quotes
from readtwice.words import say


class Stories(Judge):
    """As Judge, on a pack of stories. Of a card that was answered it shows the twin that was answered."""

    def __init__(self, session: Session, items: Sequence[Item]) -> None:
        self._printed, self._cards = session, tuple(items)
        super().__init__(session, items)

    def title(self) -> str:
        return deck_title(self._cards, "stories")

    def show(self, **more: Any) -> None:
        dealt = as_dealt(self._printed, self._cards, self._occasion)
        self.session = self._printed.beside(dealt.pack, whole=self._printed.pack)
        self._items = {item.id: item for item in dealt.asked}
        super().show(**more)

    def demand(self) -> Demand:
        """The most that a learner may be asked: as many cards as each gets, the longest, in their longest states."""
        pack = self._printed.pack
        words = sorted(max(self._words(one) for one in variants(pack, card.id)) for card in self._cards)
        count = len(as_asked(pack, self._cards))
        return Demand(sum(words[-count:]), count)

    def _words(self, item: Item) -> int:
        """How many words a state of a card has to read, before it is answered."""
        told = alone(self._printed.pack, item)
        (own,) = (one for one in told.items if one.card == item.card)
        picture = picture_of(self._printed.pack, own)
        asks = picture["asks"] if picture else ""
        return words_in([own.topic, own.prompt, own.box, item_quotes(told.article, own), story_of(told, own), asks])

    def _card(self, item: Item) -> View:
        return as_story(self._printed.pack, self.session.pack, item, super()._card(item))

    def receive(self, message: dict[str, Any]) -> str:
        # A click that waited for a restart may come before the learner is known, and with the learner the twins.
        pack = self._printed.pack
        waited = called(message["item"], (one for card in self._cards for one in variants(pack, card.id)))
        if waited.id not in self._items:
            self._items = {**self._items, waited.id: alone(pack, waited).item(waited.id)}
        return super().receive(message)

    def static_html(self) -> Html:
        pack = self._printed.pack  # as printed: a page that is not running knows nobody
        asked = as_asked(pack, self._cards)
        return html("<ol>{}</ol>", each("<li>{}</li>", (card_html(pack.article, item, "") for item in asked)))


def as_story(printed: Pack, pack: Pack, item: Item, view: View) -> View:
    """The view of a card with its story, whose paragraphs have no numbers, and the drawing, which is as printed."""
    for quote in (*view["quotes"], *(view["feedback"]["quotes"] if view["feedback"] else ())):
        quote["where"] = ""
    return {**view, "story": story_of(pack, item), "picture": picture_of(printed, item)}


def picture_of(pack: Pack, item: Item) -> View | None:
    """The drawing of the story that a card is about, with its words; None where the story has none.

    It is read from the pack as printed, so that no twin can change it. Where a caption is judged it asks what a camera
    could show.
    """
    story = story_of(pack, item)
    found = scene_of(pack, story[0]["id"]) if story else None
    if found is None:
        return None
    kinds = {block["id"]: block["kind"] for block in story}
    judged = item.kind == "claim" and any(kinds.get(quote.block) == "caption" for quote in item.shown)
    asks = say("judge.scene.asks") if judged else ""
    return {
        "drawing": as_address(scene(found.parts)),
        "shows": say("judge.scene.shows", what=found.shows),
        "asks": asks,
    }
