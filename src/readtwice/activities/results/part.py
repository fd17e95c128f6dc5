"""Pages of search results: an invented claim, what a search for it would show, and what stands behind each result.

A task stands in several states, alike but for what a few of its results say. Which one a learner sees, and the order of
the results, are drawn from the learner's code, so that neither tells anything and neighbours cannot copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from readtwice.pack import Pack
from readtwice.pack.item import SEARCH
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem
from readtwice.pack.shuffled import shuffled_for
from readtwice.words import say

PageKind = Literal[
    "advertisement",
    "encyclopedia",
    "fact-check",
    "forum",
    "machine answer",
    "news report",
    "official",
    "opinion",
    "own page",
    "post passed on",
    "press release",
]

LABELLED: tuple[PageKind, ...] = ("advertisement", "machine answer")
"""Kinds that a page of results itself marks as such, before anything is opened."""

Worth = Literal["settles", "lead", "nothing"]
"""What a page is good for: it settles the claim, it helps to find what does, or nothing."""

Verdict = Literal["supported", "not_supported", "undetermined"]


@dataclass(frozen=True, slots=True)
class Result:
    """result: one line of the page, as it looks before it is opened, and what one finds behind it.

    Results of one `story` go back to one voice.
    """

    id: str
    kind: PageKind
    title: str
    address: str
    snippet: str
    behind: str
    page: str
    worth: Worth
    why: str
    story: str


@dataclass(frozen=True, slots=True)
class Change:
    """change: what one result says in another state."""

    result: str
    page: str
    worth: Worth
    why: str


@dataclass(frozen=True, slots=True)
class State:
    """state: one way in which a task can stand, and the verdict that holds then."""

    state: Literal["clean", "flawed", "open"]
    verdict: Verdict
    why: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """task: a claim, the words typed for it, the results, and how many of them may be opened.

    `half`: for a task that measures, the half-form that it goes with. The item of its id has the key.
    """

    id: str
    topic: str
    claim: str
    typed: str
    budget: int
    results: tuple[Result, ...]
    states: tuple[State, ...]
    half: Literal["", "first", "second", "whole"] = ""

    def state(self, name: str) -> State:
        """A state by its name. Raises KeyError."""
        return {str(one.state): one for one in self.states}[name]


@dataclass(frozen=True, slots=True)
class Pages:
    """pages: all tasks of a pack."""

    tasks: tuple[Task, ...]

    @property
    def measuring(self) -> tuple[Task, ...]:
        """Those that measure, beside a form; all others stand in lessons."""
        return tuple(task for task in self.tasks if task.half)

    def task(self, task: str) -> Task:
        """A task by its id. Raises KeyError."""
        for one in self.tasks:
            if one.id == task:
                return one
        raise KeyError(task)


@dataclass(frozen=True, slots=True)
class Page:
    """One task as one learner sees it: in one state, its results in one order."""

    task: Task
    state: State
    results: tuple[Result, ...]

    def result(self, result: str) -> Result:
        """A result by its id. Raises KeyError."""
        for one in self.results:
            if one.id == result:
                return one
        raise KeyError(result)

    @property
    def mark(self) -> str:
        """Which of its states it is in, in characters that tell nobody how that one is judged."""
        return _mark(self.task, self.state)

    @property
    def can_be_settled(self) -> bool:
        """Whether any page settles the claim."""
        return any(one.worth == "settles" for one in self.results)


def page_in(task: Task, state: State, order: Iterable[str] = ()) -> Page:
    """A task in one of its states, its results in an order of their ids, or as they stand in the pack."""
    told = {change.result: change for change in state.changes}
    by_id = {
        one.id: replace(one, page=told[one.id].page, worth=told[one.id].worth, why=told[one.id].why)
        if one.id in told
        else one
        for one in task.results
    }
    return Page(task, state, tuple(by_id[one] for one in [*order] or by_id))


def _mark(task: Task, state: State) -> str:
    return sha256(f"{task.id} {state.state}".encode()).hexdigest()[:8]


def begun_on(task: Task, answer: object) -> State | None:
    """The state that saved work was begun on, by the mark of its page; earlier versions saved the state's own name."""
    if not isinstance(answer, Mapping):
        return None
    begun = answer.get("page"), answer.get("state")
    return next((one for one in task.states if begun[0] == _mark(task, one) or begun[1] == one.state), None)


def page_for(task: Task, learner: str = "", state: State | None = None) -> Page:
    """A task as a learner sees it. With no learner, as in code and on paper, it is the same for everyone.

    Whoever began on one `state` stays on it, also where their work is joined with that of another code.
    """
    state = state or task.state(shuffled_for(learner, f"{task.id}|state", [one.state for one in task.states])[0])
    return page_in(task, state, shuffled_for(learner, task.id, [one.id for one in task.results]))


PART = Part("results", "results.yaml", Pages)
pages_of = PART.of
the_pages_of = PART.needed


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    held = pages_of(pack)
    for task in held.tasks if held else ():
        yield from (_problem(task, *told) for told in (*_faults(task), *_without_item(task, pack)))


def _problem(task: Task, problem: str, remedy: str) -> Problem:
    return Problem("results.yaml", 0, task.id, problem, remedy)


def _without_item(task: Task, pack: Pack) -> Iterator[tuple[str, str]]:
    """A task that measures has its key twice, here and in the item that is counted: they must agree."""
    keys = {item.state: item.key for item in (*pack.items, *pack.twins) if item.card == task.id and item.use == SEARCH}
    if task.half and keys != {state.state: state.verdict for state in task.states}:
        yield say("problem.results_item"), say("remedy.results_item")


def _faults(task: Task) -> Iterator[tuple[str, str]]:
    known = {one.id for one in task.results}
    names = [state.state for state in task.states]
    if len(set(names)) < len(names) or not {"clean", "flawed"} <= set(names):
        yield say("problem.results_states"), say("remedy.write_each_state_once")
    if task.budget >= len(task.results):
        yield say("problem.all_results_can_be_opened"), say("remedy.lower_budget_offer_more_results")
    for state in task.states:
        unknown = [change.result for change in state.changes if change.result not in known]
        if unknown:
            yield say("problem.no_such_result", result=unknown[0][:40]), say("remedy.correct_id")
        elif page_in(task, state).can_be_settled is (state.verdict == "undetermined"):
            yield (
                say("problem.results_verdict", state=state.state, verdict=state.verdict),
                say("remedy.verdict_or_worth"),
            )
