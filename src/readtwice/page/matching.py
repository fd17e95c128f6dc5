"""Cards with short questions on quoted words; each is marked when all its questions have an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readtwice.marking import Feedback, Outcome
from readtwice.marking.matching import Match, MatchPart, key_line, mark_match, read_match
from readtwice.markup import Html, each, html
from readtwice.pack.shuffled import shuffled_for
from readtwice.page.base import CourseWidget, script
from readtwice.page.demand import Demand
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply, reply
from readtwice.page.session import Session
from readtwice.page.views import View, feedback_view, page_html, quote_html, quote_view
from readtwice.words import say


class Matching(CourseWidget):
    """Some cards under a title. Each answer is saved under the id of its card."""

    _esm = script(__package__, "matching.js")
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

    def asked(self) -> list[bool]:
        latest = ((card, self.session.latest(card.id)) for card in self._cards.values())
        return [bool(event and read_match(card, event.answer)) for card, event in latest]

    def demand(self) -> Demand:
        return replace(super().demand(), decisions=sum(len(card.parts) for card in self._cards.values()))

    def _card(self, card: Match) -> View:
        event = self.session.latest(card.id)
        answer = read_match(card, event.answer if event else None)
        return {
            "id": card.id,
            "asks": card.asks,
            "original": {"where": card.source, "before": card.original, "exact": "", "after": ""}
            if card.original
            else None,
            "quote": quote_view(self.session.pack.article, card.quote, lead=card.lead),
            "record": card.record,
            "parts": [
                {
                    "name": part.name,
                    "label": part.label,
                    "choices": [{"code": code, "label": part.choices[code]} for code in self._order(card, part)],
                    "chosen": answer.get(part.name, ""),
                }
                for part in card.parts
            ],
            "feedback": feedback_view(self.session.pack.article, mark_match(card, answer)) if answer else None,
        }

    def _order(self, card: Match, part: MatchPart) -> list[str]:
        return shuffled_for(self.session.record.learner, card.id, part.choices) if part.any_order else [*part.choices]

    def receive(self, message: dict[str, Any]) -> str:
        card = self._cards[message["card"]]
        feedback = answer_match(self.session, card, message["answer"])
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> Html:
        article = self.session.pack.article
        cards = (
            each("<p>{}</p>", filter(None, [card.original]))
            + quote_html(quote_view(article, card.quote, lead=card.lead))
            + (html("<p><strong>{}:</strong> {}</p>", say("feedback.box"), card.record) if card.record else "")
            + each("<p>{}</p>", (part.label for part in card.parts))
            for card in self._cards.values()
        )
        return html("<p>{}</p><ol>{}</ol>", self._how, each("<li>{}</li>", cards))


def answer_match(session: Session, card: Match, answer: object) -> Feedback:
    """Mark an answer and, where it is whole, save it. The same way for a click and for a call."""
    feedback = mark_match(card, answer)
    if feedback.outcome in (Outcome.RIGHT, Outcome.NOT_YET):
        session.save(card.id, read_match(card, answer))
    return feedback


class MatchQuestion:
    """One card in code: `check`, `solution`."""

    def __init__(self, match: Match) -> None:
        self._match = match

    def check(self, answer: object = None, **parts: str) -> Reply:
        """Mark an answer to all questions of the card, as a dictionary or by their names, and save it."""
        return reply(answer_match(session(), self._match, parts or answer))

    def solution(self) -> Reply:
        """The fair answers and why."""
        line = say("matching.we_say", answers=key_line(self._match))
        return Reply(f"{line} {self._match.why}", page_html(html("<p>{} {}</p>", line, self._match.why)))

    def __repr__(self) -> str:
        return f"“{self._match.quote.text}” ({', '.join(part.name for part in self._match.parts)})"


def matching(name: str, cards: Sequence[Match], more: str = "") -> Matching:
    """Cards of one kind under the title of a section of the interface words; `more` says of what."""
    title = say(f"{name}.title", more=more) if more else say(f"{name}.title_all")
    return Matching(session(), title, say(f"{name}.how"), cards)


def refuse_unknown(named: Sequence[str], known: Sequence[str], what: str) -> None:
    """Raises CourseError for a name that is not known."""
    for one in named:
        if one not in known:
            raise CourseError(say("error.page.no_such", what=what, one=one, known=", ".join(known)))
