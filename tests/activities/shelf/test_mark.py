"""The moves on the source shelf: the budget holds, copies count once, and what a card adds depends on what was open."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.shelf.mark import (
    ADDS,
    Looked,
    fair_answers,
    looked_from,
    moves,
    open_card,
    say_adds,
    to_answer,
    voices,
)
from readtwice.activities.shelf.part import Shelf, Task, shelf_of
from tests.specimens import hegseth


def shelf() -> Shelf:
    found = shelf_of(hegseth())
    assert found
    return found


TASKS = shelf().tasks
tasks = st.sampled_from(TASKS)


simple = st.one_of(st.none(), st.text(), st.integers())
names = st.sampled_from(["opened", "said", "decided", "x"])
anything = st.recursive(simple, lambda part: st.one_of(st.lists(part), st.dictionaries(names, part)))


def opened(task: Task, cards: list[str]) -> Looked:
    looked = Looked()
    for card in cards:
        looked = open_card(looked, task, card)
    return looked


@st.composite
def looks(draw: Any) -> tuple[Task, Looked]:
    task = draw(tasks)
    cards = draw(st.permutations([offer.card for offer in task.offers]))[: draw(st.integers(0, task.budget))]
    looked = opened(task, cards)
    for card in cards:
        looked = say_adds(looked, card, draw(st.sampled_from(ADDS)))
    return task, looked


@given(looks())
def test_what_is_saved_comes_back(look: tuple[Task, Looked]) -> None:
    task, looked = look
    assert looked_from(to_answer(looked), task) == looked


@given(tasks, anything)
def test_a_foreign_answer_is_read_as_nothing_worse_than_nothing(task: Task, answer: Any) -> None:
    looked = looked_from(answer, task)
    assert len(looked.opened) <= task.budget
    assert set(looked.opened) <= {offer.card for offer in task.offers}


@given(tasks)
def test_the_budget_holds(task: Task) -> None:
    cards = [offer.card for offer in task.offers]
    looked = opened(task, cards[: task.budget])
    assert open_card(looked, task, cards[0]) == looked
    with pytest.raises(ValueError, match="budget"):
        open_card(looked, task, cards[task.budget])
    with pytest.raises(KeyError):
        open_card(looked, task, "no such card")


@given(looks())
def test_voices_are_never_more_than_cards_and_copies_add_none(look: tuple[Task, Looked]) -> None:
    _, looked = look
    heard = voices(shelf(), looked.opened)
    assert heard <= len(looked.opened)
    assert voices(shelf(), (*looked.opened, *looked.opened)) == heard


@given(looks())
def test_moves_say_what_was_done(look: tuple[Task, Looked]) -> None:
    task, looked = look
    made = {move.id: move for move in moves(shelf(), task, looked)}
    assert made["looked"].made is bool(looked.opened)
    said = dict(looked.said)
    right = [card for card in looked.opened if said[card] in fair_answers(shelf(), task, looked, card)]
    assert made["weighed"].count == len(right)
    if not looked.opened:
        assert not any(move.made for move in made.values())


def test_a_copy_may_be_called_a_repeat_only_after_its_story_was_open() -> None:
    task = shelf().task("spoke-with-putin-shelf")
    alone = opened(task, ["trump-all-land"])
    assert fair_answers(shelf(), task, alone, "trump-all-land") == ("repeats", "background")
    after = opened(task, ["call-length", "trump-all-land"])
    assert fair_answers(shelf(), task, after, "call-length") == ("settles",)
    assert fair_answers(shelf(), task, after, "trump-all-land") == ("repeats",)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.item)
def test_each_task_can_be_settled_within_its_budget_and_tempts(task: Task) -> None:
    settling = [offer.card for offer in task.offers if offer.adds == "settles"]
    item = hegseth().item(task.item)
    assert bool(settling) is item.is_scored
    assert any(offer.adds == "nothing" for offer in task.offers)
    best = settling[:1] or [offer.card for offer in task.offers if offer.adds == "background"][: task.budget]
    looked = opened(task, best)
    for card in best:
        looked = say_adds(looked, card, task.adds(card))
    made = {move.id: move.made for move in moves(shelf(), task, looked)}
    assert made["looked"]
    assert made["found"]
    assert made["weighed"]


def test_the_shelf_holds_cards_of_mixed_quality() -> None:
    cards = shelf().cards
    assert len(cards) >= 14
    kinds = {card.kind for card in cards}
    assert kinds >= {
        *("transcript", "own words", "official record", "wire copy", "quality press", "trade press"),
        *("partisan press", "think tank", "publisher unknown", "state-media relay", "repost"),
    }
    assert len({card.story for card in cards}) < len(cards)
    used = {offer.card for task in TASKS for offer in task.offers}
    assert len(used) >= 14


def test_at_least_six_tasks_half_of_them_clean_where_scored() -> None:
    items = [hegseth().item(task.item) for task in TASKS]
    assert len(items) >= 6
    scored = [item for item in items if item.is_scored]
    assert 2 * sum(item.is_clean for item in scored) >= len(scored)


@pytest.mark.parametrize("entry", ["C05", "C07", "S02", "S05"])
def test_what_was_open_is_settled_here(entry: str) -> None:
    assert any(item.entry == entry and item.judged_by == "shelf" for item in hegseth().items)
