"""Judge: pairs or claims, one at a time, in one format; a verdict, then what it is about; feedback that explains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.article import Article
from readtwice.marking import Answer, mark, relations_for
from readtwice.markup import Html, each, html, joined
from readtwice.pack import VERDICTS, Item, Pack
from readtwice.pack.draw import called, name_on_page
from readtwice.page.answers import answer_item, latest_answer, verdict_words, you_said
from readtwice.page.base import CourseWidget, script
from readtwice.page.deck_title import deck_title
from readtwice.page.hints import Hints, steps_view
from readtwice.page.line import line_view
from readtwice.page.session import Session
from readtwice.page.set_card import set_card
from readtwice.page.views import View, box_html, feedback_view, item_quotes, quote_html
from readtwice.record import Line, line_of, with_earlier
from readtwice.words import say, words


class Judge(CourseWidget):
    """Cards to judge. A worked item shows its reasoning and answer; a faded one its first steps."""

    _esm = script(__package__, "script.js")
    name = "judge"
    phrases = ("verdict_button", "sureness_button", "relation", "relation_question", "set_card")

    def __init__(self, session: Session, items: Sequence[Item], occasion: str = "lesson") -> None:
        self._items = {item.id: item for item in items}
        self._occasion = occasion
        self._hints = Hints()
        super().__init__(session)

    def title(self) -> str:
        items = list(self._items.values())
        if len(items) == 1:
            return say("judge.one", topic=items[0].topic)
        return deck_title(items)

    def build(self) -> View:
        return {
            "cards": [self._card(item) for item in self._items.values()],
            **line_view(self._line()),
            "set": self._set_card(),
        }

    def _set_card(self) -> View | None:
        items = [*self._items.values()]
        return set_card(items, [*map(self._said, items)])

    def asked(self) -> list[bool]:
        return [self._said(item) is not None for item in self._items.values() if item.use != "worked"]

    def holds(self) -> list[str]:
        return [*self._items]

    def forget(self) -> None:
        self._hints.forget()

    def _line(self) -> Line:
        """The result code of a lesson's exit cards, once all are answered; nothing for all other cards."""
        record, asked = self.session.record, {item.card for item in self._items.values()}
        if record.chosen and all(map(self._is_done, self._items.values())):
            for sets in with_earlier(self.session.whole):
                is_whole = asked <= sets[0].cards and len(asked) >= len(sets[0].items)
                if is_whole and sets[0].occasion == self._occasion:
                    return line_of([sets], record.learner, record.events)
        return Line()

    def _is_done(self, item: Item) -> bool:
        return item.use == "exit" and self._said(item) is not None

    def _said(self, item: Item) -> Answer | None:
        return latest_answer(self.session, item, self._occasion)

    def _card(self, item: Item) -> View:
        view = card_view(self.session.pack, item, self._said(item), self._hints)
        return {**view, "id": name_on_page(self.session.whole, item)}

    def receive(self, message: dict[str, Any]) -> str:
        item = called(message["item"], self._items.values())
        if message.get("type") == "hint":
            return self._hints.ask(item)
        parts = [part for part in (message.get("verdict"), message.get("relation")) if part]
        feedback = answer_item(
            self.session, item, message.get("sureness") or parts, self._occasion, int(message.get("hints") or 0)
        )
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> Html:
        article = self.session.pack.article
        return html("<ol>{}</ol>", each("<li>{}</li>", (card_html(article, item) for item in self._items.values())))


def card_view(pack: Pack, item: Item, answer: Answer | None, hints: Hints) -> View:
    """A card as its page gets it: with an answer its feedback too, and what tells the answer only then."""
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
        "quotes": item_quotes(pack.article, item, marked=worked or item.kind != "pair"),
        "box": item.box,
        "story": [],
        "picture": None,
        "verdicts": list(VERDICTS[item.kind]),
        "relations": {v: list(relations_for(v)) for v in VERDICTS[item.kind]} if item.kind == "pair" else {},
        "sureness": item.sureness,
        **steps_view(item, is_open=answer is None),
        **hints.view(item),
        "worked": worked,
        "said": "" if worked else you_said(item, answer),
        "feedback": view,
    }


def card_html(article: Article, item: Item, where: str | None = None) -> Html:
    """A card where nothing is running. `where` stands before its quotes instead of the paragraph."""
    views = item_quotes(article, item, marked=item.kind != "pair")
    quotes = joined(quote_html(view if where is None else {**view, "where": where}) for view in views)
    labels = words()["sureness_button" if item.sureness else "verdict_button"][item.kind]
    topic, choices = say("judge.topic", topic=item.topic), " · ".join(labels.values())
    return html("<p>{}</p>{}{}<p>{} {}</p>", topic, quotes, box_html(item), item.prompt, choices)


def cards(session: Session, items: Sequence[Item]) -> Judge:
    """Items to be judged."""
    return Judge(session, items)
