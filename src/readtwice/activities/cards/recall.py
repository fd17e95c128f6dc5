"""Recall: the cards that open a lesson. They come from what this learner missed, once the learner is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.activities.cards.widget import Judge
from readtwice.markup import Html
from readtwice.pack import Item
from readtwice.pack.item import TAPPED
from readtwice.page.session import Session
from readtwice.record.recall import OCCASION, USES, opening_cards
from readtwice.words import say


class Recall(Judge):
    """As Judge. The cards are picked anew when the learner is chosen or joins other work, and stay else."""

    def __init__(self, session: Session, lesson: str, usual: Sequence[Item]) -> None:
        self._lesson, self._usual = lesson, tuple(usual)
        self._picked_for: set[str] = set()
        super().__init__(session, usual, OCCASION + lesson)

    def title(self) -> str:
        return say("judge.sets.recall")

    def show(self, **more: Any) -> None:
        record, pack = self.session.record, self.session.pack
        if self._picked_for != record.codes:
            events = [event for event in record.events if event.pack == pack.slug]
            self._items = {item.id: item for item in opening_cards(pack.items, events, self._lesson, self._usual)}
            self._picked_for = record.codes
        super().show(**more)

    def receive(self, message: dict[str, Any]) -> str:
        # A click that waited for a restart may come before the learner is known, and with the learner the cards.
        known = {item.id: item for item in self.session.pack.items if item.kind in TAPPED and item.use in USES}
        waited = message["item"]
        if waited not in self._items and waited in known:
            self._items = {**self._items, waited: known[waited]}
        return super().receive(message)

    def static_html(self) -> Html:
        picked, self._items = self._items, {item.id: item for item in self._usual}
        try:
            return super().static_html()  # the same for everyone: a page that is not running knows nobody
        finally:
            self._items = picked
