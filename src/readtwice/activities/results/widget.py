"""A page of results: look before you open, open few, say what each is good for, then decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from readtwice.activities.results.about import RESULTS
from readtwice.activities.results.mark import (
    SHOWN_AT_FIRST,
    Search,
    mark_search,
    moves,
    open_result,
    say_worth,
    seen,
    to_answer,
)
from readtwice.activities.results.part import LABELLED, Page, Result, Task, page_for
from readtwice.markup import Html, html, listed
from readtwice.pack import VERDICTS
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand, words_in
from readtwice.page.kept import TALK
from readtwice.page.session import Session
from readtwice.page.views import View, feedback_view
from readtwice.words import say, words


class Results(CourseWidget):
    """One task. What was opened, said and decided is saved as `results-<task>`."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "results"
    phrases = ("verdict_button",)

    def __init__(self, session: Session, task: Task) -> None:
        self._task = task
        super().__init__(session)

    def title(self) -> str:
        return say("results.title", topic=self._task.topic)

    def build(self) -> View:
        page, search = self._seen()
        feedback = mark_search(page, search.verdict) if search.verdict else None
        return {
            **page_view(page, search),
            "worths": [{"code": code, "label": label} for code, label in words()["results_worth"].items()],
            "verdicts": list(VERDICTS["claim"]),
            "you_said": _said(search.verdict),
            "feedback": feedback_view(self.session.pack.article, feedback) if feedback else None,
            "moves": move_lines(page, search) if feedback else [],
        }

    def asked(self) -> list[bool]:
        return [bool(self._seen()[1].verdict)]

    def demand(self) -> Demand:
        # all results are looked at; each page that the budget opens is read, and said of what it is good for
        results, budget = self._seen()[0].results, self._task.budget
        faces = words_in([self._task.claim, *([one.title, one.snippet] for one in results)])
        read = words_in([[one.behind, one.page] for one in results]) * budget // len(results)
        return Demand(faces + read, 2 * budget + 1)

    def _seen(self) -> tuple[Page, Search]:
        event = self.session.latest(RESULTS + self._task.id, TALK)
        return seen(self._task, self.session.record.learner, event.answer if event else None)

    def receive(self, message: dict[str, Any]) -> str:
        (page, search), kind = self._seen(), message["type"]
        said = ""
        if kind in ("rest", "open"):
            search, said = look_on(page, before := search, message)
            if search is before:
                return said
        elif kind == "worth":
            search, said = say_worth(search, message["result"], message["worth"]), say("results.noted")
        elif kind == "again":
            search, said = Search(), say("results.closed")
        elif kind != "verdict":
            raise ValueError("a page of results is looked through, opened, judged or closed")
        elif not search.opened:
            return say("results.open_first")
        else:
            if message["verdict"] not in VERDICTS["claim"]:
                raise ValueError("no such verdict")
            search, feedback = replace(search, verdict=message["verdict"]), mark_search(page, message["verdict"])
            said = f"{feedback.heading} {feedback.line}"
        self.session.save(RESULTS + self._task.id, to_answer(page, search), occasion=TALK)
        return said

    def static_html(self) -> Html:
        lines = listed(f"{one.title}. {one.snippet}" for one in page_for(self._task).results)
        return html("<p>{}</p>{}", self._task.claim, lines)


def page_view(page: Page, search: Search, *, whole: bool = False) -> View:
    """What each page of results shows; what it asks beside the pages, and what is said to that, is put in by its
    widget. `whole`: with all results, whatever was looked at."""
    shown = page.results if whole or search.rest_shown or search.opened else page.results[:SHOWN_AT_FIRST]
    return {
        "locked": "",
        "measures": False,
        "kept": "",
        "claim": page.task.claim,
        "typed": page.task.typed,
        "left": page.task.budget - len(search.opened),
        "budget": page.task.budget,
        "hidden": len(page.results) - len(shown),
        "results": [_result(one, search) for one in shown],
        "worths": [],
        "verdicts": [],
        "you_said": "",
        "feedback": None,
        "moves": [],
    }


def look_on(page: Page, search: Search, message: Mapping[str, Any]) -> tuple[Search, str]:
    """The rest is asked for, or a page opened, and what is said to it. A spent budget gives the same search again.

    Raises KeyError for a result that is not there.
    """
    if message["type"] == "rest":
        return replace(search, rest_shown=True), say("results.all_shown", count=len(page.results))
    if len(search.opened) >= page.task.budget:
        return search, say("results.spent")
    after = open_result(search, page, message["result"])
    return after, say("results.opened", left=page.task.budget - len(after.opened))


def _result(result: Result, search: Search) -> View:
    """One line of the page. What stands behind it, and what it is good for, only travels once it is open."""
    said = dict(search.said).get(result.id, "")
    view: View = {
        "id": result.id,
        "title": result.title,
        "address": result.address,
        "snippet": result.snippet,
        "label": words()["results_kind"][result.kind] if result.kind in LABELLED else "",
        "open": result.id in search.opened,
        "said": said,
    }
    if view["open"]:
        view |= {"page": result.page, "behind": result.behind, "kind": words()["results_kind"][result.kind]}
        if search.verdict:
            name = "fair" if said == result.worth else "we_say_worth"
            view["told"] = say(f"results.{name}", worth=words()["results_worth"][result.worth], why=result.why)
    return view


def _said(verdict: str) -> str:
    return say("form.you_said", answer=words()["verdict_button"]["claim"][verdict]) if verdict else ""


def move_lines(page: Page, search: Search) -> list[str]:
    """The moves made, each as a sentence."""
    return [move.line(words()["results_move"]) for move in moves(page, search)]
