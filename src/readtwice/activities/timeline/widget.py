"""Put events in order: by buttons, by keys, or by dragging. Checked when the learner asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readtwice.activities.timeline.about import ORDER
from readtwice.activities.timeline.mark import day_words, in_one_line, mark_order, when
from readtwice.activities.timeline.part import DatedEvent
from readtwice.markup import Html, html, listed
from readtwice.pack.shuffled import shuffled, shuffled_for
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.words import say


class Order(CourseWidget):
    """Events to order. What was checked is saved as `timeline-order`; the latest order of just these events shows.

    Once something was checked, the right order can be shown. That is not saved: it is no answer of the learner's.
    """

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "order"

    def __init__(self, session: Session, events: Sequence[DatedEvent]) -> None:
        self._events = {event.id: event for event in shuffled(events)}
        self._shown = False
        super().__init__(session)

    def build(self) -> View:
        saved = self._saved()
        begin = shuffled_for(self.session.record.learner, ORDER, self._events)
        order = [event.id for event in sorted(self._events.values(), key=when)] if self._shown else saved
        view: View = {
            "events": [{"id": event.id, "line": event.line, "clue": event.clue} for event in self._events.values()],
            "order": order or begin,
            **(self._marked(order) if order else {"dates": {}, "heading": "", "wrong": []}),
        }
        return {
            **view,
            "heading": say("order.shown") if self._shown else view["heading"],
            "may_show": bool(view["wrong"]),
        }

    def forget(self) -> None:
        self._shown = False

    def asked(self) -> list[bool]:
        return [bool(self._saved())]

    def demand(self) -> Demand:
        return replace(super().demand(), decisions=len(self._events))  # each is put in its place

    def _saved(self) -> list[str]:
        saved = [event.answer for event in self.session.answers(ORDER) if self._is_order(event.answer)]
        return saved[-1] if saved else []

    def _is_order(self, answer: object) -> bool:
        return (
            isinstance(answer, list)
            and all(isinstance(one, str) for one in answer)
            and len(answer) == len(self._events)
            and set(answer) == set(self._events)
        )

    def _marked(self, order: list[str]) -> View:
        marked = mark_order([self._events[one] for one in order])
        done = marked.first_wrong is None
        dates = {}
        for one in order if done else ():
            source = self.session.pack.evidence(self._events[one].source)
            dates[one] = {"day": day_words(self._events[one].day), "source": source.source_line if source else ""}
        return {"dates": dates, "heading": order_line(self._events, order), "wrong": list(marked.first_wrong or ())}

    def receive(self, message: dict[str, Any]) -> str:
        if message["type"] == "show":
            if not self._saved():
                raise ValueError("an order is tried before one is shown")
            self._shown = True
            return say("order.shown")
        order = message["order"]
        if message["type"] != "check" or not self._is_order(order):
            raise ValueError("an order holds each event once")
        self._shown = False
        self.session.save(ORDER, order)
        return order_line(self._events, order)

    def static_html(self) -> Html:
        return html("<p>{}</p>{}", say("order.how"), listed(in_one_line(event) for event in self._events.values()))


def order_line(events: dict[str, DatedEvent], order: Sequence[str]) -> str:
    """One sentence on an order: all right, or how many pairs are and where to look first."""
    marked = mark_order([events[one] for one in order])
    if marked.first_wrong is None:
        return say("order.right")
    first, second = (events[one].line for one in marked.first_wrong)
    return say("order.not_yet", right=marked.right, of=marked.of, first=first, second=second)
