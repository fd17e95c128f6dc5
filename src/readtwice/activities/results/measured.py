"""One page of results before the course and one after it, or one on a fresh text: no feedback until the end.

The verdict is answered by one tap as the cards of a form are, and is an answer to the item of the task's id. The moves
are saved beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from readtwice.activities.results.about import RESULTS
from readtwice.activities.results.mark import Search, moves, search_from, to_answer
from readtwice.activities.results.part import Page, Task, begun_on, page_for, the_pages_of
from readtwice.activities.results.widget import look_on, move_lines, page_view
from readtwice.marking import mark
from readtwice.marking.answer import SURENESS, verdict_of_sureness
from readtwice.marking.opened import SEARCH_MOVES, Move
from readtwice.markup import Html, html
from readtwice.pack import Item
from readtwice.pack.draw import variants
from readtwice.page.answers import answer_item, answers_to, saved_answer, tapped_words, you_said
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand, words_in
from readtwice.page.kept import MOVES
from readtwice.page.session import Session
from readtwice.page.views import View, feedback_view
from readtwice.record import Event, dealt_to, parity
from readtwice.record.card_sets import UNLOCKED_BY
from readtwice.words import say, words


@dataclass(frozen=True, slots=True)
class Seen:
    """The page of a learner on an occasion, what they did on it, the item that it is, and the first answer to it."""

    session: Session
    page: Page
    search: Search
    item: Item
    event: Event | None

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves that count here."""
        return tuple(move for move in moves(self.page, self.search) if move.id in SEARCH_MOVES)


def place_of(sessions: Sequence[Session], occasion: str) -> tuple[Session, Task]:
    """Which form and which of its tasks is a learner's on an occasion: the one begun there; else by their parity.

    Of one form with two tasks, the other one comes on the other occasion. Of two parallel forms, the other form.
    """
    offered = [(one, task) for one in sessions for task in the_pages_of(one.pack).measuring]
    for one, task in offered:
        if _first(one, task, occasion):
            return one, task
    if len(offered) == 1:
        return offered[0]
    second = bool(parity(sessions[0].record.learner)) != (occasion == "after")
    if len(sessions) > 1:
        form = sessions[-1] if second else sessions[0]
        return next(
            (one, task) for one, task in offered if one is form and (task.half == "second") == (occasion == "after")
        )
    met = {
        task.id for one, task in offered for when in ("before", "after") if when != occasion and _first(one, task, when)
    }
    left = [found for found in offered if found[1].id not in met]
    return left[0] if len(left) == 1 else offered[int(second)]


def _first(session: Session, task: Task, occasion: str) -> tuple[Item, Event] | None:
    """The first answer that can be read to a task on an occasion, with the state that was answered."""
    for item in variants(session.pack, task.id):
        if answers := answers_to(session, item, occasion):
            return item, answers[0]
    return None


def seen_by(sessions: Sequence[Session], occasion: str) -> Seen:
    """What a learner sees on an occasion, as far as they are."""
    session, task = place_of(sessions, occasion)
    learner, event = session.record.learner, session.latest(RESULTS + task.id, occasion)
    begun = event.answer if event else None
    answered = _first(session, task, occasion)
    state = task.state(answered[0].state) if answered else begun_on(task, begun)
    page = page_for(task, learner, state or task.state(dealt_to(session.pack, learner)[task.id].state))
    item = next(one for one in variants(session.pack, task.id) if one.state == page.state.state)
    search = search_from(begun, page)
    if answered and (said := saved_answer(item, answered[1])):
        search = replace(search, verdict=said.verdict)
    return Seen(session, page, search, item, answered[1] if answered else None)


class SearchTask(CourseWidget):
    """The task of one occasion: looked through, a page or two opened, then one tap. It hears no feedback here."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "results"
    marks = False
    phrases = ("verdict_button", "sureness_button")

    def __init__(self, session: Session, occasion: str, *, parallel: Session | None = None) -> None:
        self._occasion = occasion
        self._sessions = (session, parallel) if parallel else (session,)
        super().__init__(session)

    def title(self) -> str:
        return say(f"results.task_title.{self._occasion}")

    def build(self) -> View:
        if not self._sessions[0].record.chosen:  # another learner's task would be the wrong one
            return {"locked": say("form.choose_first")}
        seen = seen_by(self._sessions, self._occasion)
        answer = saved_answer(seen.item, seen.event)
        unsaid = replace(seen.search, said=(), verdict="")
        return {
            **page_view(seen.page, unsaid, whole=seen.event is not None),
            "measures": True,
            "kept": say("form.kept", answer=tapped_words(seen.item, answer)) if answer else "",
        }

    def asked(self) -> list[bool]:
        if not self._sessions[0].record.chosen:
            return []
        session, task = place_of(self._sessions, self._occasion)
        return [_first(session, task, self._occasion) is not None]

    def demand(self) -> Demand:
        tasks = [task for one in self._sessions for task in the_pages_of(one.pack).measuring]
        return max((_demand(task) for task in tasks), key=lambda one: one.minutes)

    def receive(self, message: dict[str, Any]) -> str:
        seen, kind = seen_by(self._sessions, self._occasion), message["type"]
        if seen.event:
            return say("results.answered")
        if kind == "answer":
            return self._answer(seen, message["sureness"])
        if kind not in ("rest", "open"):
            raise ValueError("a task of search is looked through, opened or answered")
        search, said = look_on(seen.page, seen.search, message)
        if search is not seen.search:
            answer = to_answer(seen.page, search)
            seen.session.save(RESULTS + seen.page.task.id, answer, occasion=self._occasion)
        return said

    def _answer(self, seen: Seen, sureness: object) -> str:
        if sureness not in SURENESS:
            raise ValueError("this is no answer to a task of search")
        if not seen.search.opened:
            return say("results.open_first")
        said = replace(seen.search, verdict=verdict_of_sureness(seen.item.kind, sureness))
        made = [move.id for move in replace(seen, search=said).moves if move.made]
        seen.session.save(MOVES + seen.page.task.id, made, occasion=self._occasion)
        answer_item(seen.session, seen.item, sureness, self._occasion)
        return say("results.answered")

    def static_html(self) -> Html:
        return html("<p>{}</p>", say("results.how"))


def _demand(task: Task) -> Demand:
    """All results are looked at, the longest pages that the budget opens are read, and one tap is given."""
    longest = sorted((words_in([one.behind, one.page]) for one in task.results), reverse=True)[: task.budget]
    faces = words_in([task.claim, *([one.title, one.snippet] for one in task.results)])
    return Demand(faces + sum(longest), task.budget + 1)


class SearchAnswers(CourseWidget):
    """What is said to the tasks of some occasions, once the last of them is answered: verdict, moves, each result."""

    _esm = script(__package__, "answers.js")
    name = "search_answers"
    marks = False
    phrases = ("score_card",)

    def __init__(self, session: Session, occasions: Sequence[str], *, parallel: Session | None = None) -> None:
        self._occasions = tuple(occasions)
        self._sessions = (session, parallel) if parallel else (session,)
        super().__init__(session)
        session.tell(saved=self.show)

    def build(self) -> View:
        if not self._sessions[0].record.chosen:
            return {"waiting": say("form.choose_first"), "sets": [], "compared": []}
        if not seen_by(self._sessions, UNLOCKED_BY[self._occasions[-1]]).event:
            return {"waiting": say("search_answers.waiting"), "sets": [], "compared": []}
        done = [(when, one) for when in self._occasions if (one := seen_by(self._sessions, when)).event]
        compared = _compared([one for _, one in done]) if len(done) == len(self._occasions) == 2 else []
        return {"waiting": "", "sets": [_answers(*one) for one in done], "compared": compared}

    def asked(self) -> list[bool]:
        return []

    def receive(self, message: dict[str, Any]) -> str:
        raise ValueError("this widget takes no message")


def _answers(when: str, seen: Seen) -> View:
    page, search, answer = seen.page, seen.search, saved_answer(seen.item, seen.event)
    worth, opened = words()["results_worth"], f" ({say('results.opened_column').lower()})"
    lines = zip(move_lines(page, search), moves(page, search), strict=True)
    return {
        "occasion": words()["score_card"]["occasion"][when],
        "claim": page.task.claim,
        "said": you_said(seen.item, answer),
        "feedback": feedback_view(seen.session.pack.article, mark(seen.item, answer, seen.session.pack)),
        "moves": [line for line, move in lines if move.id in SEARCH_MOVES],
        "results": [
            f"{one.title}{opened if one.id in search.opened else ''}: {worth[one.worth]}. {one.why}"
            for one in page.results
        ],
    }


def _compared(done: Sequence[Seen]) -> list[str]:
    """Before and after side by side: the moves made, and how little one task can show."""
    before, after = (sum(move.made for move in one.moves) for one in done)
    told = say("search_answers.compared", before=before, after=after, of=len(SEARCH_MOVES))
    return [told, say("search_answers.few")]
