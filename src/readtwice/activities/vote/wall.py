"""The teacher's wall: a card, how many phones have voted, and bars once all have or the teacher shows them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from readtwice.activities.vote.asked import Deck, choices_of, decks, question, votable
from readtwice.activities.vote.ballots import (
    Call,
    FolderTrouble,
    folder_of,
    named_folder,
    new_number,
    read_ballots,
    write_call,
)
from readtwice.pack import Item, Pack
from readtwice.page.base import PageWidget, script, style
from readtwice.page.views import View
from readtwice.words import say

ENOUGH = 5
"""So many phones, and all of them have voted: then bars show by themselves. Behind fewer everybody knows who it is."""


class VoteWall(PageWidget):
    """Counts only, and those not before they are shown: until then the page itself does not hold them.

    What was shown stays as it was: a ballot that changes later counts no more.
    """

    _esm = script(__package__, "wall.js", of_a_class=True)
    _css = style(of_a_class=True)
    name = "votes"
    static_phrase = "how"

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._deck: Deck = decks()[0]
        self._index = 0
        self._call = Call(new_number(), new_number())
        self._joined = self._voted = 0
        self._trouble = ""
        self._counts: dict[str, int] = {}
        self._shown: dict[str, int] | None = None
        super().__init__()

    def build(self) -> View:
        found = votable(self._call.pack, self._call.item) if self._folder and self._call.item else None
        return {
            "named": bool(named_folder()),
            "folder": (self._folder.name or str(self._folder)) if self._folder else "",
            "decks": [{"code": one.code, "label": one.title} for one in decks()],
            "chosen": self._deck.code,
            "index": self._index,
            "count": len(self._deck.items),
            "joined": self._joined,
            "voted": self._voted,
            "round": self._call.round,
            "shown": self._shown is not None,
            "trouble": self._trouble,
            "card": self._card(*found) if found else None,
        }

    def _card(self, pack: Pack, item: Item) -> View:
        shown = self._shown
        choices = [
            {"code": code, "label": label, "all": shown.get(code, 0) if shown is not None else 0}
            for code, label in choices_of(item).items()
        ]
        told = (
            {"key": item.key, "explanation": item.explanation} if shown is not None else {"key": "", "explanation": ""}
        )
        return {**question(pack, item), "choices": choices, **told}

    def _take(self, widget: object, content: Any, buffers: object) -> None:
        if not isinstance(content, dict) or content.get("type") != "look":
            super()._take(widget, content, buffers)
            return
        before = (self._joined, self._voted, self._shown, self._trouble)
        self._trouble = ""
        try:
            self._look()
        except FolderTrouble as error:
            self._trouble = str(error)
        if before != (self._joined, self._voted, self._shown, self._trouble):
            self.show()

    def receive(self, message: dict[str, Any]) -> str:
        does = {
            "folder": self._begin,
            "deck": self._choose,
            "card": self._ask,
            "again": self._again,
            "show": self._show,
            "end": self._end,
        }
        try:
            return does[message["type"]](message)
        except FolderTrouble as error:
            return str(error)

    def _begin(self, message: dict[str, Any]) -> str:
        """Call the class together: phones join before the first card is asked."""
        folder = folder_of(named_folder() or str(message["path"]))
        call = Call(new_number(), new_number())
        write_call(folder, call)
        self._folder, self._call, self._shown = folder, call, None
        self._joined = self._voted = self._index = 0
        return say("votes.called")

    def _choose(self, message: dict[str, Any]) -> str:
        self._deck = {one.code: one for one in decks()}[message["code"]]
        self._index = 0
        if self._call.item:
            self._call_for(self._deck.items[0])
        return self._deck.title

    def _ask(self, message: dict[str, Any]) -> str:
        index = message["index"]
        if type(index) is not int or not 0 <= index < len(self._deck.items):
            raise ValueError("there is no such card")
        self._call_for(self._deck.items[index])
        self._index = index
        return say("votes.asked", number=index + 1, count=len(self._deck.items))

    def _again(self, _message: dict[str, Any]) -> str:
        self._call_for(self._deck.items[self._index])
        return say("votes.again_said")

    def _call_for(self, item: str) -> None:
        folder = self._there()
        call = Call(self._call.vote, new_number(), self._deck.pack, item)
        write_call(folder, call)
        self._call, self._shown, self._voted = call, None, 0

    def _show(self, _message: dict[str, Any]) -> str:
        self._count()
        self._close()
        return say("votes.shown", count=self._voted)

    def _end(self, _message: dict[str, Any]) -> str:
        write_call(self._there(), Call(self._call.vote, new_number(), open=False))
        self._folder, self._shown = None, None
        return say("votes.ended")

    def _look(self) -> None:
        if self._folder is None or self._shown is not None:
            return
        self._count()
        if self._call.item and self._joined >= ENOUGH and self._voted == self._joined:
            self._close()

    def _count(self) -> None:
        """How many are there, and how many of them have voted on this card."""
        folder = self._there()
        ballots = read_ballots(folder, self._call.vote).values()
        self._joined = len(ballots)
        self._counts = self._counted([one.answer for one in ballots if one.round == self._call.round])
        self._voted = sum(self._counts.values())

    def _counted(self, answers: list[str]) -> dict[str, int]:
        found = votable(self._call.pack, self._call.item)
        known = choices_of(found[1]) if found else {}
        return dict(Counter(one for one in answers if one in known))

    def _close(self) -> None:
        """Show what came, and take nothing more: first of all the phones are told."""
        folder = self._there()
        closed = Call(self._call.vote, self._call.round, self._call.pack, self._call.item, open=False)
        write_call(folder, closed)
        self._call = closed
        self._count()  # what was written while we looked
        self._shown = self._counts

    def _there(self) -> Path:
        if self._folder is None:
            raise FolderTrouble(say("votes.no_folder"))
        return self._folder
