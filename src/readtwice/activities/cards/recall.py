"""Look again: the cards that this learner missed some lessons ago. Nothing is asked, and nothing of it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readtwice.activities.cards.stories import as_story
from readtwice.activities.cards.widget import Judge, card_view
from readtwice.markup import Html, html
from readtwice.pack import Item, Pack
from readtwice.pack.compiled import load_pack
from readtwice.pack.draw import alone, called, name_on_page
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.record.recall import MOST, OCCASION, to_look_at_again
from readtwice.syllabus import syllabus
from readtwice.words import say


class Recall(Judge):
    """Each card as it was asked. What holds travels to the page when it is opened, and not before."""

    def __init__(self, session: Session, lesson: str) -> None:
        self._lesson = lesson
        self._packs: dict[str, Pack] = {}
        self._opened: set[str] = set()
        super().__init__(session, (), OCCASION + lesson)

    def title(self) -> str:
        return say("judge.look_again.name")

    def show(self, **more: Any) -> None:
        found = [(pack, item) for pack in self._whose_cards() for item in self._due(pack)][:MOST]
        self._packs = {item.id: pack for pack, item in found}
        self._items = {item.id: item for _, item in found}
        super().show(**more)

    def _whose_cards(self) -> list[Pack]:
        """The article, then the invented texts."""
        stories = [load_pack(slug) for slug in syllabus().stories]
        return [self.session.pack, *(pack for pack in stories if pack.slug != self.session.pack.slug)]

    def _due(self, pack: Pack) -> list[Item]:
        events = [event for event in self.session.record.events if event.pack == pack.slug]
        return to_look_at_again((*pack.items, *pack.twins), events, self._lesson)

    def build(self) -> View:
        return {"cards": [*map(self._card, self._items.values())], "code": "", "set": None, "look_again": True}

    def _card(self, item: Item) -> View:
        printed = self._packs[item.id]
        pack = alone(printed, item)  # the state that was seen
        own = next(one for one in pack.items if one.id == item.id)
        if item.id in self._opened:
            own = replace(own, use="worked")
        view = {**card_view(pack, own, None, self._hints), "id": name_on_page(printed, own), "hint_count": 0}
        return view if printed.slug == self.session.pack.slug else as_story(printed, pack, own, view)

    def asked(self) -> list[bool]:
        return []

    def holds(self) -> list[str]:
        return []  # nothing can be answered here

    def forget(self) -> None:
        super().forget()
        self._opened.clear()

    def receive(self, message: dict[str, Any]) -> str:
        item = called(message["item"], self._items.values())
        self._opened.add(item.id)
        feedback = self._card(item)["feedback"]
        return f"{feedback['heading']} {feedback['line']}"

    def static_html(self) -> Html:
        return html("<p>{}</p>", say("judge.look_again.nothing"))  # a page that is not running knows nobody
