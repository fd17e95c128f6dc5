"""Cards with short questions on quoted words; each is marked when all its questions have an answer."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from readtwice.marking import Feedback, Outcome
from readtwice.marking.matching import Match, mark_match, read_match
from readtwice.widgets.base import CourseWidget, script
from readtwice.widgets.session import Session
from readtwice.widgets.views import View, feedback_view, quote_html, quote_view


class Matching(CourseWidget):
    """Some cards under a title. Each answer is saved under the id of its card."""

    _esm = script("matching.js")
    name = "matching"
    phrases = ("judge",)

    def __init__(self, session: Session, title: str, how: str, cards: Sequence[Match]) -> None:
        self._title, self._how = title, how
        self._cards = {card.id: card for card in cards}
        super().__init__(session)

    def title(self) -> str:
        return self._title

    def build(self) -> View:
        return {"how": self._how, "cards": [self._card(card) for card in self._cards.values()]}

    def _card(self, card: Match) -> View:
        event = self.session.record.latest(card.id)
        answer = read_match(card, event.answer if event else None)
        return {
            "id": card.id,
            "asks": card.asks,
            "original": {"where": card.source, "before": card.original, "exact": "", "after": ""}
            if card.original
            else None,
            "quote": quote_view(self.session.pack.article, card.quote),
            "parts": [
                {
                    "name": part.name,
                    "label": part.label,
                    "choices": [{"code": code, "label": label} for code, label in part.choices.items()],
                    "chosen": answer.get(part.name, ""),
                }
                for part in card.parts
            ],
            "feedback": feedback_view(self.session.pack.article, mark_match(card, answer)) if answer else None,
        }

    def receive(self, message: dict[str, Any]) -> str:
        card = self._cards[message["card"]]
        feedback = answer_match(self.session, card, message["answer"])
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> str:
        article = self.session.pack.article
        cards = "".join(
            f"<li>{f'<p>{escape(card.original)}</p>' if card.original else ''}"
            f"{quote_html(quote_view(article, card.quote))}"
            f"{''.join(f'<p>{escape(part.label)}</p>' for part in card.parts)}</li>"
            for card in self._cards.values()
        )
        return f"<p>{escape(self._how)}</p><ol>{cards}</ol>"


def answer_match(session: Session, card: Match, answer: object) -> Feedback:
    """Mark an answer and, where it is whole, save it. The same way for a click and for a call."""
    feedback = mark_match(card, answer)
    if feedback.outcome in (Outcome.RIGHT, Outcome.NOT_YET):
        session.save(card.id, read_match(card, answer))
    return feedback
