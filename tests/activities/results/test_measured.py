"""The pages of results that measure: whose they are, what is kept, what leaves in a code, who comes out on top."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from readtwice import course
from readtwice.activities.results.about import MOVES
from readtwice.activities.results.mark import moves
from readtwice.activities.results.measured import SearchTask, seen_by
from readtwice.activities.results.part import LABELLED, page_for, page_in, the_pages_of
from readtwice.marking.opened import SEARCH_MOVES
from readtwice.pack import load_pack
from readtwice.pack.draw import variants
from readtwice.page.session import Session
from readtwice.record import Record, dealt_to, decode, learners_with_slips
from readtwice.record.card_sets import known_sets, search_sets
from tests.activities.results.readers import LEARNERS, READERS

FORMS = ("form-a", "form-b", "fresh-text")
TASKS = [(slug, task) for slug in FORMS for task in the_pages_of(load_pack(slug)).tasks]
each_task = pytest.mark.parametrize(("slug", "task"), TASKS, ids=lambda one: getattr(one, "id", one))
SLIPS = sorted(learners_with_slips())[:40]


def test_each_form_has_a_task_for_each_half_and_the_fresh_text_one() -> None:
    halves = {slug: [task.half for one, task in TASKS if one == slug] for slug in FORMS}
    assert halves == {"form-a": ["first", "second"], "form-b": ["first", "second"], "fresh-text": ["whole"]}


@each_task
def test_twins_look_alike_until_a_page_is_open_and_each_can_be_decided(slug: str, task: Any) -> None:
    assert [state.state for state in task.states] == ["clean", "flawed", "open"]
    pages = [page_in(task, state) for state in task.states]
    assert len({tuple((one.id, one.title, one.address, one.snippet) for one in page.results) for page in pages}) == 1
    for page in pages:
        assert sum(one.worth == "nothing" for one in page.results) >= 2
        assert page.can_be_settled is (page.state.state != "open")
        assert page.can_be_settled or sum(one.worth == "lead" for one in page.results) >= 2
        item = next(one for one in variants(load_pack(slug), task.id) if one.state == page.state.state)
        assert item.key == page.state.verdict
        decides = next(one for one in page.results if one.page == item.box)
        assert decides.worth == ("lead" if item.state == "open" else "settles")


def test_neither_place_nor_kind_gives_the_key() -> None:
    kinds: dict[str, set[str]] = {}
    places = []
    for _, task in TASKS:
        for state in task.states:
            for one in page_in(task, state).results:
                kinds.setdefault(one.kind, set()).add(one.worth)
        for learner in LEARNERS:
            page = page_for(task, learner)
            places.append(next(place for place, one in enumerate(page.results) if one.worth != "nothing"))
    assert all("nothing" in kinds[kind] for kind in LABELLED)
    assert kinds["advertisement"] > {"nothing", "settles"}
    assert "lead" in kinds["machine answer"]
    assert 0.1 < mean(place == 0 for place in places) < 0.7


def test_four_ways_of_searching_come_out_in_the_order_that_one_would_expect() -> None:
    right, made = {}, {}
    for reader in READERS:
        looked = [(page, *reader(page)) for _, task in TASKS for page in (page_for(task, one) for one in LEARNERS)]
        right[reader.__name__] = mean(is_right for _, _, is_right in looked)
        made[reader.__name__] = mean(
            mean(move.made for move in moves(page, search) if move.id in SEARCH_MOVES) for page, search, _ in looked
        )
    assert right["opens_the_first"] < right["opens_everything"] < right["restrained"]
    assert right["opens_the_first"] < right["reads_the_address"] < right["restrained"]
    assert max(made["opens_the_first"], made["opens_everything"]) < made["reads_the_address"] < made["restrained"]


@pytest.mark.parametrize("slug", FORMS)
def test_each_state_is_drawn_for_many(slug: str) -> None:
    pack = load_pack(slug)
    for task in the_pages_of(pack).tasks:
        drawn = [dealt_to(pack, one)[task.id].state for one in sorted(learners_with_slips())]
        assert all(drawn.count(state.state) > len(drawn) / 8 for state in task.states), task.id


# --- a learner's way through ---------------------------------------------------------------------------------------


@pytest.fixture
def session(tmp_path: Path) -> Session:
    course.begin(folder=tmp_path)
    here = course.session()
    here.record.start_fresh()
    return here


NUMBERS = iter(range(10_000))


def send(widget: Any, **message: object) -> str:
    widget._take(widget, {**message, "number": f"n{next(NUMBERS)}"}, [])
    return str(widget.view.get("said", ""))


def done(task: Any, sureness: str = "think_so") -> None:
    send(task, type="rest")
    send(task, type="open", result=task.view["results"][0]["id"])
    send(task, type="answer", sureness=sureness)


def test_the_other_task_comes_after_the_course_and_nothing_is_said_before(session: Session) -> None:
    before = course.search_task("before", "form-a")
    answers = course.search_answers("form-a", "before", "after")
    alone = course.search_answers("form-a", "before")
    told = json.dumps(before.view)
    for task in the_pages_of(load_pack("form-a")).tasks:
        assert all(one.page not in told and one.why not in told for one in task.results)
        assert all(state.why not in told for state in task.states)
    done(before)
    assert before.view["kept"]
    assert before.view["feedback"] is None
    assert answers.view["waiting"]
    assert alone.view["waiting"], "what unlocks it need not be shown with it"
    after = course.search_task("after", "form-a")
    assert after.view["claim"] != before.view["claim"]
    done(after, "sure_not")
    assert not answers.view["waiting"]
    assert [len(one["moves"]) for one in alone.view["sets"]] == [4]
    assert [len(one["moves"]) for one in answers.view["sets"]] == [4, 4]
    assert len(answers.view["compared"]) == 2


def test_what_was_opened_and_the_moves_are_there_after_a_restart(session: Session, tmp_path: Path) -> None:
    """All moves, or none: both are answers. A budget that a reload fills again would be none."""
    done(before := course.search_task("before", "form-a"))
    after = course.search_task("after", "form-a")
    send(after, type="open", result=after.view["results"][0]["id"])
    course.begin(folder=tmp_path)
    course.session().record.continue_()
    again = course.search_task("after", "form-a")
    assert again.view["left"] == after.view["left"] == after.view["budget"] - 1
    assert course.search_task("before", "form-a").view["results"] == before.view["results"]
    done(again, "sure_not")
    told = course.search_answers("form-a", "before", "after").view
    course.begin(folder=tmp_path)
    course.session().record.continue_()
    assert course.search_answers("form-a", "before", "after").view == told


@pytest.mark.parametrize("saved", ["page", "state"])
@pytest.mark.parametrize("state", ["clean", "flawed", "open"])
def test_a_task_stays_in_the_state_it_was_begun_in_whatever_is_drawn(session: Session, state: str, saved: str) -> None:
    """Earlier versions saved the name of the state, which is its key."""
    page = (shown := seen_by([session.beside(load_pack("form-a"))], "before")).page
    begun = page_in(page.task, page.task.state(state))
    told = {"page": begun.mark} if saved == "page" else {"state": state}
    shown.session.save(f"results-{page.task.id}", {**told, "opened": [page.results[0].id]}, occasion="before")
    later = seen_by([shown.session], "before")
    assert (later.page.state.state, later.item.state, len(later.search.opened)) == (state, state, 1)


@pytest.mark.parametrize("made", [[], ["scanned", "chosen", "found", "rested"]])
def test_no_move_and_every_move_are_read_again(session: Session, made: list[str]) -> None:
    task = next(iter(the_pages_of(load_pack("form-a")).tasks))
    session.beside(load_pack("form-a")).save(MOVES + task.id, made, occasion="before")
    again = Record(session.record.folder, session.pack.slug)
    again.continue_()
    assert [event.answer for event in again.events] == [made]


def test_the_first_tap_counts_and_nothing_is_answered_unread(session: Session) -> None:
    task = course.search_task("before", "form-a")
    send(task, type="answer", sureness="sure_not")
    assert task.asked() == [False], "no page was open"
    done(task)
    kept = task.view["kept"]
    send(task, type="answer", sureness="sure_not")
    send(task, type="open", result=task.view["results"][1]["id"])
    again = course.search_task("before", "form-a")
    assert again.view["kept"] == kept
    assert sum(one["open"] for one in again.view["results"]) == 1


def test_the_verdict_travels_in_the_line_that_is_handed_in(session: Session) -> None:
    form = course.form("before", "form-a")
    for card in form.view["cards"]:
        send(form, type="answer", item=card["id"], sureness="think_so")
    (alone,) = form.view["code"].split()
    done(course.search_task("before", "form-a"), "think_not")
    first, search = form.view["code"].split()
    assert first == alone, "the code of the eight cards is as it was"
    result = decode(search, known_sets())
    assert result.answers == ("think_not",)
    assert (result.learner, result.cards.occasion) == (session.record.learner, "before")
    assert result.cards.items[0].use == "search"


def test_sets_of_search_have_numbers_of_their_own() -> None:
    for slug in FORMS:
        pack = load_pack(slug)
        numbers = [one.number for one in search_sets(pack)]
        assert len({*numbers}) == len(numbers) == (4 if slug != "fresh-text" else 1)
        assert all(10 <= number < 16 for number in numbers)


def test_of_parallel_forms_the_other_one_comes_after(session: Session) -> None:
    one = course.search_task("before", "form-a", parallel="form-b")
    done(one)
    other = course.search_task("after", "form-a", parallel="form-b")
    slugs = {task.claim: slug for slug, task in TASKS}
    assert {slugs[one.view["claim"]], slugs[other.view["claim"]]} == {"form-a", "form-b"}


def test_nobody_is_asked_before_it_is_known_who_is_at_work(tmp_path: Path) -> None:
    beside = Session(load_pack("form-a"), Record(tmp_path, "form-a"))
    task = SearchTask(beside, "before")
    assert task.view["locked"] or beside.record.chosen
