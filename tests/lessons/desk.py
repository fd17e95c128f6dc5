"""A desk at which a lesson is made by clicks: the page, what it was handed, and a lesson of a card of each sort."""

from __future__ import annotations

import json
from typing import Any

from readtwice import classroom
from readtwice.lessons.maker import Maker
from readtwice.words import say

TEXT = """The Pond at Orling

Mayor Ann Bell opened the pond in Orling on 3 May. The pond was open every day. It was closed on Mondays.

Of the 200 visitors 50 were children, or 40 percent.

Photo: Happy children swim bravely

Mayor Eve Bell said on Tuesday that the pond in Orling belongs to everybody."""


class Desk:
    """The page, and what it was handed."""

    def __init__(self) -> None:
        self.shown = classroom.make_a_lesson()
        self.maker: Maker = self.shown.children[0]
        self.files: dict[str, dict[str, Any]] = {}
        self.maker.send = self._handed

    def _handed(self, message: dict[str, Any]) -> None:
        self.files[message["file"]["name"]] = message["file"]

    def do(self, kind: str, **message: Any) -> str:
        self.maker._take(None, {"type": kind, **message, "number": f"n{kind}{json.dumps(message)}"[:60]}, [])
        return str(self.maker.view["said"])

    @property
    def view(self) -> dict[str, Any]:
        return dict(self.maker.view)

    def card(self, kind: str, key: str, *sentences: str, **more: Any) -> str:
        return self.do("card", values={"kind": kind, "key": key, "sentences": list(sentences), **more})


def whole(desk: Desk) -> Desk:
    """A lesson with one card of each sort that the page makes."""
    about = {"title": "The Pond at Orling", "made_by": "Ida Holm", "date": "2026-05-03", "licence": "CC BY 4.0"}
    assert desk.do("about", values=about) == say("maker.kept")
    added = say("maker.card_added")
    assert desk.card("pair", "clash", "b02.s2", "b02.s3", relation="date", topic="when it is open") == added
    assert desk.card("pair", "no_clash", "b02.s1", "b05.s1", relation="different times") == added
    assert desk.card("claim", "supported", "b02.s3") == added
    assert desk.card("statement", "report", "b02.s1") == added
    assert desk.card("number", "not_supported", "b03.s1", verb="share", figures=["n02", "n01"]) == added
    tag = {"quote": "bravely", "tag": "added", "reason": "No camera shows courage."}
    assert desk.do("tag", block="b04", values=tag) == say("maker.kept")
    return desk


def twin(desk: Desk, card: str, state: str, sentence: str, text: str, **more: Any) -> str:
    return desk.do("twin", card=card, state=state, values={"sentences": {sentence: text}, **more})


def with_twins(desk: Desk) -> Desk:
    """As `whole`, with a pair, a claim, a number and a caption that have twins."""
    whole(desk)
    kept = say("maker.twin_kept")
    told = "It was never closed on Mondays."
    assert desk.card("claim", "undetermined", "b05.s1", topic="whose it is") == say("maker.card_added")
    assert desk.card("wording", "not_supported", "b04.s1") == say("maker.card_added")
    desk.do("remove", card="card-03")
    desk.do("untag", place=0)
    assert twin(desk, "card-01", "clean", "b02.s3", told, relation="the same in other words") == kept
    assert twin(desk, "card-01", "open", "b02.s3", "It may be closed on Mondays.", relation="date") == kept
    told = "Of the 200 visitors 50 were children, or 25 percent."
    assert twin(desk, "card-05", "clean", "b03.s1", told, supported="Yes, a quarter.") == kept
    assert twin(desk, "card-07", "clean", "b04.s1", "Photo: Children swim") == kept
    return desk
