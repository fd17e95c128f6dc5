"""The card at the end of a set: both sides counted, slips named, nothing before all is answered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readtwice.marking import Answer
from readtwice.pack.item import CLEAN, FLAWED, VERDICTS
from readtwice.page.set_card import set_card
from readtwice.words import say
from tests.specimens import hegseth

SOLO = hegseth().items_for("02", "solo")


def test_all_right_says_so_and_asks_for_nothing() -> None:
    card = set_card(SOLO, [Answer(item.key) for item in SOLO])
    assert card is not None
    clean, flawed = sum(item.is_clean for item in SOLO), sum(item.is_flawed for item in SOLO)
    assert card["lines"][:2] == [
        say("score.kept", count=clean, of=clean),
        say("score.caught", count=flawed, of=flawed),
    ]
    assert card["again"] == []


def test_whoever_doubts_everything_catches_all_and_keeps_nothing() -> None:
    card = set_card(SOLO, [Answer(FLAWED[item.kind]) for item in SOLO])
    clean = sum(item.is_clean for item in SOLO)
    assert card is not None
    assert say("score.kept", count=0, of=clean) in card["lines"]
    assert say("score.false_alarms", count=clean) in card["lines"]
    fair = {item.topic for item in SOLO if item.accept_dissent}
    assert {one["topic"] for one in card["again"]} >= {item.topic for item in SOLO if item.is_clean} - fair


def test_nothing_before_the_last_answer_for_one_card_alone_and_for_worked_cards() -> None:
    answers = [Answer(item.key) for item in SOLO]
    assert set_card(SOLO, [*answers[:-1], None]) is None
    assert set_card(SOLO[:1], answers[:1]) is None
    worked = hegseth().items_for("01", "worked")
    assert set_card(worked, [None for _ in worked]) is None
    mixed = [worked[0], *SOLO]
    card = set_card(mixed, [None, *(Answer(CLEAN[item.kind]) for item in SOLO)])
    assert card is not None
    assert all(mixed[one["place"]].topic == one["topic"] for one in card["again"]), "the deck counts worked cards too"


@given(st.lists(st.integers(0, 2), min_size=len(SOLO), max_size=len(SOLO)))
def test_each_card_is_sound_in_one_list_or_worth_a_second_look(chosen: list[int]) -> None:
    verdicts = [VERDICTS[item.kind][one] for item, one in zip(SOLO, chosen, strict=True)]
    card = set_card(SOLO, [Answer(verdict) for verdict in verdicts])
    assert card is not None
    wrong = [
        place
        for place, (item, verdict) in enumerate(zip(SOLO, verdicts, strict=True))
        if verdict != item.key and not (item.accept_dissent and item.accept_dissent.answer == verdict)
    ]
    assert [one["place"] for one in card["again"]] == wrong


def test_where_no_clean_card_was_asked_the_line_of_the_flawed_reads_by_itself() -> None:
    flawed = [item for item in hegseth().items if item.kind == "claim" and item.is_flawed and not item.accept_dissent][
        :2
    ]
    card = set_card(flawed, [Answer(CLEAN[item.kind]) for item in flawed])
    assert card is not None
    assert card["lines"] == ["Flawed cards that you caught: 0 of 2."]
