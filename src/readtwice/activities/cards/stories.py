"""Cards on short stories that we made up: a pair is judged, and cannot be remembered, on a text met for the first time.

Each card has twins. Which of them a learner sees is drawn from the learner's code, and so is which of the cards where
there are more than anybody is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.activities.cards.widget import Judge, card_html
from readtwice.markup import Html, each, html
from readtwice.pack import Item, Pack
from readtwice.pack.draw import alone, drawn, variants
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.record import dealt_to, own_of
from readtwice.syllabus import syllabus
from readtwice.words import say


class Stories(Judge):
    """As Judge, on a pack of stories. Of a card that was answered it shows the twin that was answered."""

    def __init__(self, session: Session, items: Sequence[Item]) -> None:
        self._printed, self._cards = session, tuple(items)
        self._asked = syllabus().asked(items[0].lesson, items[0].use)
        super().__init__(session, items)

    def title(self) -> str:
        return say(f"judge.stories.{self._cards[0].use}")

    def show(self, **more: Any) -> None:
        pack, record = self._printed.pack, self._printed.record
        chosen = dealt_to(pack, record.learner) if record.chosen else {}
        for card in self._cards:
            for one in variants(pack, card.id):
                if self._printed.latest(one.id, self._occasion):
                    chosen[card.id] = one
        told = drawn(pack, chosen)
        own = {item.card: item for item in told.items}
        self.session = self._printed.beside(told)
        self._items = {own[card.id].id: own[card.id] for card in self._own()}
        super().show(**more)

    def _own(self) -> tuple[Item, ...]:
        """The cards that are this learner's: those answered, then as many more as are asked; as printed."""
        record, pack = self._printed.record, self._printed.pack
        if not record.chosen:
            return self._cards[: self._asked]
        answered = {
            card.id
            for card in self._cards
            if any(self._printed.latest(one.id, self._occasion) for one in variants(pack, card.id))
        }
        return own_of(pack.slug, self._cards, record.learner, answered)

    def _card(self, item: Item) -> View:
        view = super()._card(item)
        quotes = [*view["quotes"], *(view["feedback"]["quotes"] if view["feedback"] else [])]
        for quote in quotes:
            quote["where"] = ""  # the paragraphs of a story have no numbers
        return {**view, "story": story_of(self.session.pack, item)}

    def _whole_pack(self) -> Pack:
        return self._printed.pack

    def receive(self, message: dict[str, Any]) -> str:
        # A click that waited for a restart may come before the learner is known, and with the learner the twins.
        waited, pack = message["item"], self._printed.pack
        if waited not in self._items:
            known = {one.id: one for card in self._cards for one in variants(pack, card.id)}
            self._items = {**self._items, waited: alone(pack, known[waited]).item(waited)}
        return super().receive(message)

    def static_html(self) -> Html:
        article = self._printed.pack.article  # as printed: a page that is not running knows nobody
        return html(
            "<ol>{}</ol>", each("<li>{}</li>", (card_html(article, item, "") for item in self._cards[: self._asked]))
        )


def story_of(pack: Pack, item: Item) -> list[dict[str, str]]:
    """The blocks of the story that a card is about, from its heading to the next one: kind and text."""
    blocks, at = pack.article.blocks, item.shown[0].block
    found: list[dict[str, str]] = []
    for block in blocks:
        if block.kind == "heading":
            if any(one["id"] == at for one in found):
                break
            found = []
        found.append({"id": block.id, "kind": block.kind, "text": pack.article.quote(block)})
    return found
