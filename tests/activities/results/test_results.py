"""Pages of search results: states, moves, what is saved, and what four kinds of readers get out of them."""

from __future__ import annotations

import json
from dataclasses import replace
from statistics import mean
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.results.mark import (
    SHOWN_AT_FIRST,
    WORTHS,
    Search,
    mark_search,
    moves,
    open_result,
    say_worth,
    search_from,
    seen,
    to_answer,
)
from readtwice.activities.results.part import LABELLED, Page, Task, page_for, page_in, the_pages_of
from readtwice.activities.results.widget import Results
from readtwice.marking import Outcome
from readtwice.pack import VERDICTS
from readtwice.page.session import Session
from readtwice.record import Record
from tests.activities.results.readers import LEARNERS, READERS
from tests.specimens import hegseth

PAGES = the_pages_of(hegseth())
TASKS = PAGES.tasks
STATES = [(task, state) for task in TASKS for state in task.states]
a_page = st.builds(
    lambda which, learner: page_in(*which) if learner else page_for(which[0]), st.sampled_from(STATES), st.booleans()
)
simple = st.one_of(st.none(), st.text(), st.integers(), st.booleans())
names = st.sampled_from(["opened", "said", "verdict", "state", "scanned", "rest_shown", "line"])
anything = st.recursive(simple, lambda part: st.one_of(st.lists(part), st.dictionaries(names, part)))


@st.composite
def looks(draw: Any) -> tuple[Page, Search]:
    page = draw(a_page)
    search = Search(rest_shown=draw(st.booleans()))
    for one in draw(st.permutations([one.id for one in page.results]))[: draw(st.integers(0, page.task.budget))]:
        search = say_worth(open_result(search, page, one), one, draw(st.sampled_from(WORTHS)))
    return page, search


@given(looks())
def test_what_is_saved_comes_back(look: tuple[Page, Search]) -> None:
    page, search = look
    again, same = seen(page.task, "", json.loads(json.dumps(to_answer(page, search))))
    assert (again.state, same) == (page.state, search)


@given(a_page, anything)
def test_a_foreign_answer_is_read_as_nothing_worse_than_nothing(page: Page, answer: Any) -> None:
    search = search_from(answer, page)
    assert len(search.opened) <= page.task.budget
    assert set(search.opened) <= {one.id for one in page.results}
    assert search.opened or not (search.scanned or search.verdict)
    assert search_from(to_answer(page, search), page) == search


@given(looks())
def test_no_move_is_made_without_a_page_open(look: tuple[Page, Search]) -> None:
    page, search = look
    made = {move.id: move.made for move in moves(page, search)}
    assert search.opened or not any(made.values())
    assert made["scanned"] is (bool(search.opened) and search.rest_shown)


def test_looking_at_the_rest_after_the_first_page_comes_too_late() -> None:
    page = page_for(TASKS[0])
    first, second = (one.id for one in page.results[:2])
    late = open_result(Search(), page, first)
    late = open_result(search_from({**to_answer(page, late), "rest_shown": True}, page), page, second)
    assert not dict((move.id, move.made) for move in moves(page, late))["scanned"]


@pytest.mark.parametrize(("task", "state"), STATES, ids=lambda one: getattr(one, "id", "") or one.state)
def test_each_state_can_be_decided_within_the_budget_and_tempts(task: Task, state: Any) -> None:
    page = page_in(task, state)
    want = "settles" if page.can_be_settled else "lead"
    best = [one for one in page.results if one.worth == want][: task.budget]
    search = Search(rest_shown=True)
    for one in best:
        search = say_worth(open_result(search, page, one.id), one.id, one.worth)
    assert all(move.made for move in moves(page, replace(search, verdict=state.verdict)))
    assert mark_search(page, state.verdict).outcome is Outcome.RIGHT
    assert all(mark_search(page, one).outcome is Outcome.NOT_YET for one in VERDICTS["claim"] if one != state.verdict)
    assert sum(one.worth == "nothing" for one in page.results) >= 2


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_twins_look_alike_until_a_page_is_open(task: Task) -> None:
    assert [state.state for state in task.states] == ["clean", "flawed", "open"]
    faces = [
        [(one.id, one.title, one.address, one.snippet) for one in page_in(task, state).results] for state in task.states
    ]
    assert faces[0] == faces[1] == faces[2]
    assert all(
        one.address.split("/")[0].endswith(".example") or one.address.startswith("made from") for one in task.results
    )


def test_neither_place_nor_label_nor_kind_gives_the_key() -> None:
    """Where the best result stands, and whether an advertisement or a machine's answer is any good, differs."""
    places = [
        next(place for place, one in enumerate(page.results) if one.worth != "nothing")
        for learner in LEARNERS
        for page in (page_for(task, learner) for task in TASKS)
    ]
    assert mean(place == 0 for place in places) < 0.7
    assert mean(place >= SHOWN_AT_FIRST for place in places) > 0.03
    worth = {
        kind: {one.worth for task, state in STATES for one in page_in(task, state).results if one.kind == kind}
        for kind in LABELLED
    }
    assert all({"nothing", "lead"} <= found for found in worth.values()), worth
    assert "settles" in worth["advertisement"]
    for task in TASKS:
        drawn = [page_for(task, learner).state.state for learner in LEARNERS]
        assert all(drawn.count(state.state) >= 8 for state in task.states)


def test_four_ways_of_searching_come_out_in_the_order_that_one_would_expect() -> None:
    """Over all tasks and sixty learners: the share of right verdicts, and of moves made."""
    right, made = {}, {}
    for reader in READERS:
        looked = [(page, *reader(page)) for task in TASKS for page in (page_for(task, one) for one in LEARNERS)]
        right[reader.__name__] = mean(is_right for _, _, is_right in looked)
        made[reader.__name__] = mean(
            mean(move.made for move in moves(page, search) if move.id != "weighed") for page, search, _ in looked
        )
    assert right["opens_the_first"] < right["reads_the_address"] < right["restrained"]
    assert right["opens_the_first"] < right["opens_everything"] < right["restrained"]
    assert right["restrained"] > 0.9
    assert max(made["opens_the_first"], made["opens_everything"]) < made["reads_the_address"] < made["restrained"]


def test_a_verdict_rests_on_what_was_opened_and_a_lucky_guess_does_not() -> None:
    """A page that settles the claim gives its verdict; without one, to hold back is the move, whatever is true."""
    for task, state in STATES:
        page = page_in(task, state)
        for one in page.results:
            opened = open_result(Search(), page, one.id)
            for verdict in VERDICTS["claim"]:
                made = {move.id: move.made for move in moves(page, replace(opened, verdict=verdict))}
                borne = state.verdict if one.worth == "settles" else "undetermined"
                assert made["rested"] is (verdict == borne)
        assert not {move.id: move.made for move in moves(page, Search(verdict="undetermined"))}["rested"]


def test_what_stands_behind_a_result_does_not_travel_before_it_is_opened(tmp_path: Any) -> None:
    session = Session(hegseth(), Record(tmp_path, hegseth().slug))
    task = PAGES.task("ferry")
    widget = Results(session, task)
    told = json.dumps(widget.view)
    for one in task.results:
        assert one.page not in told
        assert one.why not in told
        assert one.behind not in told
    assert all(state.why not in told for state in task.states)


def test_the_state_that_was_begun_stays_where_work_is_joined() -> None:
    task = TASKS[0]
    for learner in LEARNERS:
        page = page_for(task, learner)
        again, _ = seen(task, "ANOTHER", to_answer(page, Search()))
        earlier, _ = seen(task, "ANOTHER", {"state": page.state.state})  # as it was saved before
        assert again.state == earlier.state == page.state
