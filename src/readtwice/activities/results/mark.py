"""Reading a page of results: which moves a learner made, and whether the verdict holds.

The moves are those that people make who check for a living: look at all results before opening one, open few and the
right ones, and know what each is good for (Wineburg and McGrew, "Lateral Reading and the Nature of Expertise", Teachers
College Record 121, 2019, who call the first click restraint).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import get_args

from readtwice.activities.results.part import Page, Task, Worth, begun_on, page_for
from readtwice.marking import Feedback
from readtwice.marking.choice import mark_choice
from readtwice.marking.opened import Move, Said, opened_from, said_from, with_open, with_said
from readtwice.pack import VERDICTS
from readtwice.pack.item import UNDETERMINED
from readtwice.words import words

WORTHS: tuple[str, ...] = get_args(Worth)
SHOWN_AT_FIRST = 3
"""How many results stand on the screen before somebody asks for the rest, as on a phone."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a learner did on one page of results.

    `scanned`: whether all results were on the screen before the first was opened. `opened` in their order, `said` what
    each is good for, and a `verdict`, "" before there is one.
    """

    rest_shown: bool = False
    scanned: bool = False
    opened: tuple[str, ...] = ()
    said: Said = ()
    verdict: str = ""


def to_answer(page: Page, search: Search) -> dict[str, object]:
    """As it is saved, with the mark of the page that it was done on: it is saved before there is a verdict."""
    return {
        "page": page.mark,
        "rest_shown": search.rest_shown,
        "scanned": search.scanned,
        "opened": list(search.opened),
        "said": dict(search.said),
        "verdict": search.verdict,
    }


def seen(task: Task, learner: str, answer: object) -> tuple[Page, Search]:
    """The page of a learner, and what was saved of their work on it."""
    page = page_for(task, learner, begun_on(task, answer))
    return page, search_from(answer, page)


def search_from(answer: object, page: Page) -> Search:
    """What was saved, without what does not stand on this page, and never more than the budget allows."""
    if not isinstance(answer, Mapping):
        return Search()
    known = {one.id for one in page.results}
    opened = opened_from(answer, known, page.task.budget)
    rest_shown, verdict = answer.get("rest_shown") is True, answer.get("verdict")
    return Search(
        rest_shown,
        rest_shown and answer.get("scanned") is True and bool(opened),
        opened,
        said_from(answer, opened, WORTHS),
        verdict if opened and isinstance(verdict, str) and verdict in VERDICTS["claim"] else "",
    )


def open_result(search: Search, page: Page, result: str) -> Search:
    """With one more page open. Raises KeyError for what is not there, ValueError where the budget is spent."""
    page.result(result)
    scanned = search.scanned if search.opened else search.rest_shown
    return replace(search, scanned=scanned, opened=with_open(search.opened, result, page.task.budget))


def say_worth(search: Search, result: str, worth: str) -> Search:
    """With what the learner says that an open page is good for. Raises KeyError for a closed one, ValueError else."""
    return replace(search, said=with_said(search.said, search.opened, result, worth, WORTHS))


def moves(page: Page, search: Search) -> tuple[Move, ...]:
    """The five moves, as made with the pages that are open.

    `scanned`: all results seen before the first was opened. `chosen`: most of the pages opened were of use. `found`:
    one that settles the claim or, where none does, two that say what is missing. `weighed`: rightly said what each is
    good for. `rested`: the verdict is what an open page settles, or "can't tell" where none of them settles it. A guess
    that happens to be right is no move.
    """
    opened = [page.result(one) for one in search.opened]
    useful = [one for one in opened if one.worth != "nothing"]
    said = dict(search.said)
    right = sum(said.get(one.id) == one.worth for one in opened)
    settled = any(one.worth == "settles" for one in opened)
    found = settled if page.can_be_settled else len(useful) > 1
    borne = page.state.verdict if settled else UNDETERMINED
    return (
        Move("scanned", bool(opened) and search.scanned, len(page.results)),
        Move("chosen", len(useful) * 2 > len(opened), len(useful), len(opened)),
        Move("found", found, nothing_settles=not page.can_be_settled),
        Move("weighed", bool(opened) and right == len(opened), right, len(opened)),
        Move("rested", bool(opened) and search.verdict == borne),
    )


def mark_search(page: Page, verdict: object) -> Feedback:
    """Mark a verdict on the claim. None is *not tried*; what is none of the three *cannot be marked*."""
    labels = words()["verdict_button"]["claim"]
    offered = {one: labels[one] for one in VERDICTS["claim"]}
    return mark_choice(verdict, page.state.verdict, offered, page.state.why)
