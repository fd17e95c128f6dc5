"""Judge: pairs or claims, one at a time, in one format; a verdict, then what it is about; feedback that explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import Any, Protocol, TypeVar

from readtwice.article import Article
from readtwice.marking import Answer, mark, read_answer, relations_for
from readtwice.pack import VERDICTS, Item
from readtwice.record import Event, answers_of, card_sets, encode
from readtwice.widgets.base import CourseWidget, script
from readtwice.widgets.session import Session
from readtwice.widgets.views import View, feedback_view, quote_html, quote_view
from readtwice.words import say, words


class Named(Protocol):
    """Something with an id, such as an item or an event."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)


def shuffled(items: Sequence[N]) -> tuple[N, ...]:
    """The items in an order that says nothing about their keys, and is the same for everyone in a class."""
    from hashlib import sha256  # here, because the first cell of a lesson should not wait for it

    return tuple(sorted(items, key=lambda item: sha256(item.id.encode()).digest()))


class Judge(CourseWidget):
    """Cards to judge. A worked item shows its reasoning and answer; a faded one its first steps."""

    _esm = script("judge.js")
    name = "judge"
    phrases = ("verdict_button", "sureness_button", "relation", "relation_question", "result_code")

    def __init__(self, session: Session, items: Sequence[Item], occasion: str = "lesson") -> None:
        self._items = {item.id: item for item in items}
        self._occasion = occasion
        super().__init__(session)

    def title(self) -> str:
        items = list(self._items.values())
        if len(items) == 1:
            return say("judge.one", topic=items[0].topic)
        return say(f"judge.sets.{items[0].use}")

    def build(self) -> View:
        return {"cards": [self._card(item) for item in self._items.values()], "code": self._code()}

    def _code(self) -> str:
        """The result code of a lesson's exit cards, once all are answered; empty for all other cards."""
        record, asked = self.session.record, set(self._items)
        if not record.chosen or any(item.use != "exit" for item in self._items.values()):
            return ""
        for cards in card_sets(self.session.pack):
            if cards.occasion == self._occasion and {item.id for item in cards.items} == asked:
                answers = answers_of(cards, record.events)
                return encode(cards, record.learner, answers) if all(answers) else ""
        return ""

    def _card(self, item: Item) -> View:
        pack = self.session.pack
        event = self.session.record.latest(item.id, self._occasion)
        answer = saved_answer(item, event)
        worked = item.use == "worked"
        if worked:
            answer = Answer(item.key, item.relation)
        feedback = mark(item, answer, pack) if answer else None
        view = feedback_view(pack.article, feedback) if feedback else None
        if worked and view:
            view["heading"] = say("feedback.solution", verdict=verdict_words(item, answer))
        return {
            "id": item.id,
            "kind": item.kind,
            "topic": item.topic,
            "prompt": item.prompt,
            "quotes": [quote_view(pack.article, quote, marked=worked or item.kind != "pair") for quote in item.shown],
            "box": item.box,
            "verdicts": list(VERDICTS[item.kind]),
            "relations": {v: list(relations_for(v)) for v in VERDICTS[item.kind]} if item.kind == "pair" else {},
            "sureness": item.sureness,
            "steps": list(item.steps),
            "given": item.given,
            "hints": [] if item.sureness or item.use == "faded" else list(item.hints),
            "worked": worked,
            "feedback": view,
        }

    def receive(self, message: dict[str, Any]) -> str:
        item = self._items[message["item"]]
        parts = [part for part in (message.get("verdict"), message.get("relation")) if part]
        feedback = answer_item(
            self.session, item, message.get("sureness") or parts, self._occasion, int(message.get("hints") or 0)
        )
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> str:
        article = self.session.pack.article
        cards = "".join(f"<li>{_card_html(article, item)}</li>" for item in self._items.values())
        return f"<ol>{cards}</ol>"


def answer_item(session: Session, item: Item, value: object, occasion: str = "lesson", hints: int = 0) -> Any:
    """Mark a value and, where it can be read, save it. The same way for a click and for a call."""
    feedback = mark(item, value, session.pack)
    if feedback.outcome in ("right", "not_yet"):
        answer = read_answer(item, value)
        session.save(
            item.id,
            answer.parts,
            revision=item.revision,
            occasion=occasion,
            sureness=answer.sureness,
            hints=hints,
        )
    return feedback


def saved_answer(item: Item, event: Event | None) -> Answer | None:
    """The answer in an event. None where there is none, or where it is to an older revision that no longer fits."""
    if event is None:
        return None
    try:
        answer = read_answer(item, event.answer)
    except ValueError:
        return None
    return replace(answer, sureness=event.sureness)


def verdict_words(item: Item, answer: Answer | None) -> str:
    """A verdict and what it is about, as a learner would say it."""
    if answer is None:
        return ""
    verdict = say(f"verdict.{item.kind}.{answer.verdict}")
    return (
        f"{verdict}, {say('feedback.about', relation=words()['relation'][answer.relation])}"
        if answer.relation
        else verdict
    )


def _card_html(article: Article, item: Item) -> str:
    quotes = "".join(quote_html(quote_view(article, quote, marked=item.kind != "pair")) for quote in item.shown)
    labels = words()["sureness_button" if item.sureness else "verdict_button"][item.kind]
    choices = " · ".join(escape(label) for label in labels.values())
    topic = escape(say("judge.topic", topic=item.topic))
    box = f"<p><strong>{say('feedback.box')}:</strong> {escape(item.box)}</p>" if item.box else ""
    return f"<p>{topic}</p>{quotes}{box}<p>{escape(item.prompt)} {choices}</p>"
