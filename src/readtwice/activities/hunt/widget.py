"""Hunt: find the partner of a sentence, or say that there is none. Unscored; what the key does not hold is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.activities.hunt.mark import mark_hunt
from readtwice.markup import Html, each, html
from readtwice.pack import Quote
from readtwice.page.base import CourseWidget, script
from readtwice.page.kept import HUNT
from readtwice.page.session import Session
from readtwice.page.views import View, feedback_view, quote_html, quote_view, sentence_view
from readtwice.words import say


class Hunt(CourseWidget):
    """For each start sentence a list to choose its partner from: every other sentence from `first` to `last`."""

    _esm = script(__package__, "script.js")
    name = "hunt"

    def __init__(self, session: Session, starts: Sequence[str], first: str, last: str) -> None:
        self._sentences = session.pack.article.sentences_of(first, last)
        self._starts = tuple(session.pack.article.sentence(start).id for start in starts)
        super().__init__(session)

    def _within(self, start: str) -> tuple[str, ...]:
        return tuple(sentence.id for sentence in self._sentences if sentence.id != start)

    def _start_quote(self, start: str) -> Quote:
        sentence = self.session.pack.article.sentence(start)
        return Quote(sentence.block, sentence.id, self.session.pack.article.quote(sentence), sentence.span)

    def build(self) -> View:
        return {"hunts": [self._hunt_view(start) for start in self._starts]}

    def _hunt_view(self, start: str) -> View:
        article = self.session.pack.article
        within = self._within(start)
        event = self.session.latest(_item_id(start))
        choice = event.answer if event and event.answer in (*within, "none") else None
        feedback = mark_hunt(self.session.pack, start, within, choice) if choice else None
        return {
            "id": start,
            "start": quote_view(article, self._start_quote(start), marked=False),
            "sentences": [sentence_view(article, s) for s in self._sentences if s.id != start],
            "choice": choice,
            "feedback": feedback_view(article, feedback) if feedback else None,
        }

    def receive(self, message: dict[str, Any]) -> str:
        start, choice = message["hunt"], message["choice"]
        if start not in self._starts:
            raise ValueError("that sentence does not start a hunt here")
        feedback = mark_hunt(self.session.pack, start, self._within(start), choice)
        self.session.save(_item_id(start), choice)
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> Html:
        article = self.session.pack.article
        quotes = (quote_view(article, self._start_quote(start), marked=False) for start in self._starts)
        return html("<p>{}</p><ol>{}</ol>", say("hunt.how"), each("<li>{}</li>", map(quote_html, quotes)))


def _item_id(start: str) -> str:
    return f"{HUNT}{start.replace('.', '-')}"
