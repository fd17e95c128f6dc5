"""Claim ledger: sentences pinned to prepared rows, so that the first statement is still in view at the second.

Readers miss contradictions because the first statement is forgotten, not because they cannot compare. The ledger
keeps it in view, sorts and aligns; it never says that two rows conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readtwice.activities.ledger.part import LedgerTopic
from readtwice.markup import Html, html, joined
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand
from readtwice.page.kept import LEDGER
from readtwice.page.session import Session
from readtwice.page.views import View, paragraph, sentence_view
from readtwice.words import say

MAXIMUM_PINS = 8
ENOUGH_PINS = 6
"""From so many on a ledger is what was asked for."""

FIELDS = ("who", "position", "date", "number")
MAXIMUM_TEXT = 400
"""Characters in one corrected field."""


class Ledger(CourseWidget):
    """Pins of sentences to topics. What is pinned is saved as one answer to the item `ledger-<first>-<last>`."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "ledger"
    marks = False

    def __init__(self, session: Session, first: str, last: str, topics: Sequence[LedgerTopic]) -> None:
        self._sentences = session.pack.article.sentences_of(first, last)
        self._order = {sentence.id: place for place, sentence in enumerate(self._sentences)}
        self._topics = {topic.id: topic for topic in topics}
        self._item = f"{LEDGER}{first}-{last}"
        super().__init__(session)

    def build(self) -> View:
        article = self.session.pack.article
        return {
            "maximum": MAXIMUM_PINS,
            "longest": MAXIMUM_TEXT,
            "sentences": [sentence_view(article, sentence) for sentence in self._sentences],
            "topics": [{"id": t.id, "label": t.label, "question": t.question} for t in self._topics.values()],
            "pins": [self._pin_view(pin) for pin in self._pins()],
        }

    def asked(self) -> list[bool]:
        return [len(self._pins()) >= ENOUGH_PINS]

    def demand(self) -> Demand:
        return replace(super().demand(), decisions=ENOUGH_PINS)

    def _pins(self) -> list[dict[str, str]]:
        """The saved pins; what a damaged or foreign answer holds is left out."""
        event = self.session.latest(self._item)
        pins = event.answer if event and isinstance(event.answer, list) else []
        wanted = ("topic", "sentence", *FIELDS)
        sound = [pin for pin in pins if isinstance(pin, dict) and all(isinstance(pin.get(n), str) for n in wanted)]
        return [dict(pin) for pin in sound if pin["topic"] in self._topics and pin["sentence"] in self._order][
            :MAXIMUM_PINS
        ]

    def _pin_view(self, pin: dict[str, str]) -> View:
        sentence = self.session.pack.article.sentence(pin["sentence"])
        entry = self._prepared(pin["topic"], pin["sentence"])
        return {
            **pin,
            "id": _pin_id(pin),
            "where": paragraph(sentence.block),
            "order": self._order[sentence.id],
            "quote": entry.quote.text if entry else self.session.pack.article.quote(sentence),
        }

    def _prepared(self, topic: str, sentence: str) -> Any:
        return next((e for e in self._topics[topic].entries if e.quote.sentence == sentence), None)

    def _new_pin(self, topic: str, sentence: str) -> dict[str, str]:
        entry = self._prepared(topic, sentence)
        if entry:
            filled = {name: getattr(entry, name) for name in FIELDS}
        else:
            from readtwice.reading import names_with_titles, stated_date  # only where nothing was prepared

            text = self.session.pack.article.quote(self.session.pack.article.sentence(sentence))
            names = names_with_titles(text)
            filled = {"who": names[0] if names else "", "position": "", "date": stated_date(text), "number": ""}
        return {"topic": topic, "sentence": sentence, **filled}

    def receive(self, message: dict[str, Any]) -> str:
        pins = self._pins()
        if message["type"] == "pin":
            topic, sentence = self._topics[message["topic"]], message["sentence"]
            if sentence not in self._order:
                raise ValueError("that sentence is not on this page")
            if any(pin["topic"] == topic.id and pin["sentence"] == sentence for pin in pins):
                return say("ledger.already")
            if len(pins) >= MAXIMUM_PINS:
                return say("ledger.full", maximum=MAXIMUM_PINS)
            pin = self._new_pin(topic.id, sentence)
            pins.append(pin)
            who = pin["who"] or paragraph(sentence.partition(".")[0])
            said = say("ledger.pinned", label=topic.label, who=who, count=len(pins), maximum=MAXIMUM_PINS)
        else:
            pin = {_pin_id(pin): pin for pin in pins}[message["pin"]]
            if message["type"] == "remove":
                pins.remove(pin)
                said = say("ledger.unpinned", label=self._topics[pin["topic"]].label)
            elif message["type"] == "correct" and message["field"] in FIELDS:
                value = str(message["value"])
                pin[message["field"]] = value[:MAXIMUM_TEXT]
                too_long = len(value) > MAXIMUM_TEXT  # never from our own page, which stops there
                said = say("ledger.field_full", longest=MAXIMUM_TEXT) if too_long else say("ledger.saved")
            else:
                raise ValueError("the ledger knows no such message")
        self.session.save(self._item, pins)
        return said

    def static_html(self) -> Html:
        rows = joined(html("<li><strong>{}</strong>: {}</li>", t.label, t.question) for t in self._topics.values())
        return html("<p>{}</p><ul>{}</ul>", say("ledger.how", maximum=MAXIMUM_PINS), rows)


def _pin_id(pin: dict[str, str]) -> str:
    return f"{pin['topic']}-{pin['sentence'].replace('.', '-')}"
