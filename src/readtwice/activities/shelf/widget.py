"""The source shelf: one claim, some closed cards, a budget; what each card adds; then a verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readtwice.activities.shelf.about import SHELF
from readtwice.activities.shelf.mark import (
    Looked,
    fair_answers,
    looked_from,
    moves,
    open_card,
    say_adds,
    to_answer,
    voices,
)
from readtwice.activities.shelf.part import Shelf, Task, offers_for, the_shelf_of
from readtwice.marking import mark
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import VERDICTS, Pack
from readtwice.pack.pack import Source
from readtwice.page.answers import answer_item, latest_answer, you_said
from readtwice.page.base import CourseWidget, script
from readtwice.page.demand import Demand, words_in
from readtwice.page.kept import TALK
from readtwice.page.session import Session
from readtwice.page.views import View, feedback_view, item_quotes, quote_html
from readtwice.words import say, words


class SourceShelf(CourseWidget):
    """One task. The cards opened are saved as `shelf-<item>`, the verdict under the item, as on any card."""

    _esm = script(__package__, "script.js")
    name = "shelf"
    phrases = ("verdict_button",)

    def __init__(self, session: Session, task: Task) -> None:
        self._task = task
        self._item = session.pack.item(task.item)
        super().__init__(session)

    def title(self) -> str:
        return say("shelf.title", topic=self._item.topic)

    def build(self) -> View:
        item, pack, looked = self._item, self.session.pack, self._looked()
        answer = latest_answer(self.session, item)
        decided = answer is not None and looked.decided
        feedback = feedback_view(pack.article, mark(item, answer, pack)) if decided else None
        return {
            "quotes": item_quotes(pack.article, item),
            "prompt": item.prompt,
            "left": self._task.budget - len(looked.opened),
            "budget": self._task.budget,
            "cards": [
                self._card(offer.card, offer.why, looked, decided)
                for offer in offers_for(self._task, self.session.record.learner)
            ],
            "adds": [{"code": code, "label": label} for code, label in words()["shelf_adds"].items()],
            "verdicts": list(VERDICTS[item.kind]),
            "kind": item.kind,
            "you_said": you_said(item, answer) if decided else "",
            "feedback": feedback,
            "moves": move_lines(the_shelf_of(pack), self._task, looked) if decided else [],
        }

    def _card(self, card_id: str, why: str, looked: Looked, decided: bool) -> View:
        pack = self.session.pack
        card, source = the_shelf_of(pack).card(card_id), source_of(pack, card_id)
        said = dict(looked.said).get(card_id, "")
        is_open = card_id in looked.opened
        view: View = {
            "id": card_id,
            "title": source.title,
            "from": say("shelf.from", publisher=source.publisher, kind=words()["shelf_kind"][card.kind]),
            "date": source.date,
            "open": is_open,
            "said": said,
        }
        if is_open:
            facts = ("behind", card.behind), ("evidence", card.evidence), ("others", card.others)
            view |= {"says": source.says, "address": source.address, "facts": [list(fact) for fact in facts]}
        if decided and is_open:
            fair = said in fair_answers(the_shelf_of(pack), self._task, looked, card_id)
            label = words()["shelf_adds"][self._task.adds(card_id)]
            view["verdict"] = say("shelf.fair" if fair else "shelf.we_say", adds=label, why=why)
        return view

    def asked(self) -> list[bool]:
        return [latest_answer(self.session, self._item) is not None]

    def holds(self) -> list[str]:
        return [self._item.id]

    def demand(self) -> Demand:
        # each card that the budget opens is read, and said of what it is good for; then the verdict
        shelf, budget = the_shelf_of(self.session.pack), self._task.budget
        cards = [shelf.card(offer.card) for offer in self._task.offers]
        read = sum(words_in([one.behind, one.evidence, one.others]) for one in cards) * budget // len(cards)
        seen = super().demand()
        return Demand(seen.words + read, 2 * budget + 1)

    def _looked(self) -> Looked:
        event = self.session.latest(SHELF + self._item.id, TALK)
        return looked_from(event.answer if event else None, self._task)

    def _keep(self, looked: Looked) -> None:
        self.session.save(SHELF + self._item.id, to_answer(looked), occasion=TALK)

    def receive(self, message: dict[str, Any]) -> str:
        looked, kind = self._looked(), message["type"]
        if kind == "open":
            if len(looked.opened) >= self._task.budget:
                return say("shelf.spent")
            looked = open_card(looked, self._task, message["card"])
            self._keep(looked)
            return say("shelf.opened", left=self._task.budget - len(looked.opened))
        if kind == "adds":
            self._keep(say_adds(looked, message["card"], message["adds"]))
            return say("shelf.noted")
        if kind == "again":
            self._keep(Looked())
            return say("shelf.closed")
        if kind != "verdict":
            raise ValueError("a shelf is opened, judged or closed")
        if not looked.opened:
            return say("shelf.open_first")
        feedback = answer_item(self.session, self._item, [message["verdict"]])
        self._keep(replace(looked, decided=True))
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> Html:
        pack = self.session.pack
        quotes = joined(map(quote_html, item_quotes(pack.article, self._item)))
        cards = listed(
            f"{source.title}. {source.publisher}, {source.date}"
            for source in (source_of(pack, offer.card) for offer in offers_for(self._task))
        )
        return html("{}<p>{}</p>{}", quotes, self._item.prompt, cards)


def move_lines(shelf: Shelf, task: Task, looked: Looked) -> list[str]:
    """The moves made, each as a sentence; then how many voices were heard."""
    lines = [move.line(words()["shelf_move"]) for move in moves(shelf, task, looked)]
    heard = voices(shelf, looked.opened)
    return [*lines, say("shelf.voices", cards=len(looked.opened), voices=heard)] if looked.opened else lines


def source_of(pack: Pack, source_id: str) -> Source:
    """A source of the pack. Raises KeyError."""
    for source in pack.sources:
        if source.id == source_id:
            return source
    raise KeyError(source_id)
