"""Pieces told apart, one card at a time; each is marked when it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readtwice.activities.told_apart.about import TOLD_APART
from readtwice.activities.told_apart.mark import Card, card_for, mark_card, said_in, to_answer
from readtwice.activities.told_apart.part import Drawing, Page, Picture
from readtwice.activities.told_apart.scenes import ALIKE, ANOTHER, BITS, differ, svg_of
from readtwice.markup import Html, each, html, joined
from readtwice.pack.shuffled import shuffled_for
from readtwice.page.base import CourseWidget, script
from readtwice.page.demand import Demand
from readtwice.page.drawing import as_address
from readtwice.page.kept import TALK
from readtwice.page.session import Session
from readtwice.page.views import View, feedback_view
from readtwice.words import say, words


class TellApart(CourseWidget):
    """Some pieces. What was said of each is saved as `told-apart-<piece>`."""

    _esm = script(__package__, "script.js")
    name = "told_apart"
    phrases = ("judge", "matching")

    def __init__(self, session: Session, what: str, pieces: Sequence[Page | Picture]) -> None:
        """`what` is kinds or pictures: the title, and how it is asked."""
        self._what, self._pieces = what, {one.id: one for one in pieces}
        super().__init__(session)

    def title(self) -> str:
        return say(f"told_apart.title.{self._what}", count=len(self._pieces))

    def build(self) -> View:
        return {"how": say(f"told_apart.how_{self._what}"), "cards": [self._view(one) for one in self._pieces]}

    def asked(self) -> list[bool]:
        return [bool(self._card(one)[1]) for one in self._pieces]

    def demand(self) -> Demand:
        return replace(super().demand(), decisions=len(self._pieces))

    def _card(self, piece: str) -> tuple[Card, str]:
        event = self.session.latest(TOLD_APART + piece, TALK)
        answer = event.answer if event else None
        card = card_for(self._pieces[piece], self.session.record.learner, answer)
        return card, said_in(card, answer)

    def _view(self, piece_id: str) -> View:
        card, said = self._card(piece_id)
        order = shuffled_for(self.session.record.learner, piece_id, card.choices)
        return {
            "id": piece_id,
            "topic": card.piece.topic,
            **_shown(card),
            "ask": card.asks,
            "choices": [{"code": code, "label": card.choices[code]} for code in order],
            "said": said,
            "feedback": feedback_view(self.session.pack.article, mark_card(card, said)) if said else None,
        }

    def receive(self, message: dict[str, Any]) -> str:
        card, _ = self._card(message["piece"])
        if message["said"] not in card.choices:
            raise ValueError("that is not offered")
        self.session.save(TOLD_APART + card.piece.id, to_answer(card, message["said"]), occasion=TALK)
        feedback = mark_card(card, message["said"])
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> Html:
        cards = (
            joined(html("<p>{}</p>", one) for one in _stored_lines(card))
            for card in map(card_for, self._pieces.values())
        )
        return html("<p>{}</p><ol>{}</ol>", say(f"told_apart.how_{self._what}"), each("<li>{}</li>", cards))


def _shown(card: Card) -> View:
    if isinstance(card.piece, Page):
        return {"pictures": [], "lines": list(card.state.lines), "note": ""}
    pictures = [{**picture_view(card.piece.shown), "label": say("told_apart.seen"), "lines": [card.piece.caption]}]
    for find in card.state.find:
        pictures.append({**picture_view(find), "label": say("told_apart.found"), "lines": list(card.state.lines)})
    lines = [] if card.state.find else list(card.state.lines)
    return {"pictures": pictures, "lines": lines, "note": fingerprint_line(card)}


def _stored_lines(card: Card) -> list[str]:
    """What stands for a card in a stored notebook: a page whole; of a picture its caption."""
    if isinstance(card.piece, Page):
        return [*card.state.lines, card.asks]
    return [card.piece.caption]


def picture_view(drawing: Drawing) -> View:
    """A drawing with the words that stand for it where it cannot be seen."""
    return {"drawing": as_address(svg_of(drawing)), "alt": describe(drawing)}


def describe(drawing: Drawing) -> str:
    """What is to be seen on it, and on which side: mirrored, the sides are exchanged."""
    sides = ("left", "right") if drawing.mirrored == "no" else ("right", "left")
    left, right = (words()["told_apart"]["side"][one] for one in sides)
    return say(f"told_apart.scene.{drawing.scene}", left=left, right=right)


def fingerprint_line(card: Card) -> str:
    """How far the fingerprints of what is shown and what was found differ, as it is and mirrored back."""
    if not isinstance(card.piece, Picture) or not card.state.find:
        return ""
    shown, (find, *_) = card.piece.shown, card.state.find
    turned = replace(shown, mirrored="no" if shown.mirrored == "yes" else "yes")
    counts = {"count": differ(shown, find), "turned": differ(turned, find), "of": BITS}
    return say("told_apart.fingerprint", **counts, alike=ALIKE, another=ANOTHER)
