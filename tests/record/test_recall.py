"""The cards that open a lesson: what was missed, at growing distances."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.pack import Item
from readtwice.pack.item import TAPPED
from readtwice.record import Event, recall
from readtwice.record.recall import OCCASION, opening_cards
from readtwice.syllabus import syllabus
from tests.specimens import hegseth

ITEMS = hegseth().items
JUDGED = [item for item in ITEMS if item.kind in TAPPED and item.use == "solo" and item.is_scored]
USUAL = [item for item in ITEMS if item.lesson == "04" and item.use == "recall" and item.kind in TAPPED]


def event(item: Item, right: bool, occasion: str = "lesson", n: int = 1) -> Event:
    wrong = {"no_clash": "clash", "clash": "no_clash", "supported": "not_supported", "not_supported": "supported"}
    answer = item.key if right else wrong[item.key]
    return Event(f"{item.id}{occasion}{n}", "a" * 10, hegseth().slug, item.id, 1, occasion, [answer], n=n)


def opened(lesson: str, *events: Event) -> list[str]:
    return [item.id for item in opening_cards(ITEMS, events, lesson, USUAL)]


MISSED = next(item for item in JUDGED if item.lesson == "01" and item.is_clean)


def test_without_a_record_everyone_gets_the_usual_cards() -> None:
    assert opened("04") == [item.id for item in USUAL]


def test_whoever_missed_nothing_gets_the_usual_cards() -> None:
    assert opened("04", *(event(item, True) for item in JUDGED)) == [item.id for item in USUAL]


def test_a_missed_card_opens_the_next_lesson() -> None:
    assert opened("02", event(MISSED, False))[0] == MISSED.id


def test_the_first_attempt_tells_whether_it_was_missed() -> None:
    assert MISSED.id in opened("02", event(MISSED, False), event(MISSED, True, n=2))
    assert MISSED.id not in opened("02", event(MISSED, True), event(MISSED, False, n=2))


def test_answered_well_it_comes_back_two_lessons_later_then_four_then_no_more() -> None:
    events = [event(MISSED, False), event(MISSED, True, OCCASION + "02")]
    assert MISSED.id not in opened("03", *events)
    assert MISSED.id in opened("04", *events)
    events.append(event(MISSED, True, OCCASION + "04"))
    assert [lesson for lesson in ("05", "06", "07", "08", "09") if MISSED.id in opened(lesson, *events)] == ["08", "09"]
    events.append(event(MISSED, True, OCCASION + "08"))
    assert MISSED.id not in opened("09", *events)


def test_lessons_count_as_the_course_has_them_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """With lesson 08 behind lesson 01, a card that was missed in 01 opens 08, and is due no sooner in 02."""
    lessons = {lesson.id: lesson for lesson in syllabus().lessons}
    course = replace(syllabus(), lessons=tuple(lessons[one] for one in ("00", "01", "08", "02", "03", "04")))
    monkeypatch.setattr(recall, "syllabus", lambda: course)
    assert MISSED.id in opened("08", event(MISSED, False))
    events = [event(MISSED, False), event(MISSED, True, OCCASION + "08")]
    assert [lesson for lesson in ("02", "03", "04") if MISSED.id in opened(lesson, *events)] == ["03", "04"]


def test_missed_again_it_comes_back_in_the_next_lesson() -> None:
    events = [event(MISSED, False), event(MISSED, True, OCCASION + "02"), event(MISSED, False, OCCASION + "04")]
    assert MISSED.id in opened("05", *events)


def test_what_was_answered_at_this_opening_stays_when_the_page_is_opened_again() -> None:
    events = [event(MISSED, False), event(MISSED, True, OCCASION + "02")]
    assert MISSED.id in opened("02", *events)


def test_the_order_stays_whatever_has_been_answered() -> None:
    before = opened("04", event(MISSED, False))
    for card in before:
        item = next(one for one in ITEMS if one.id == card)
        assert opened("04", event(MISSED, False), event(item, True, OCCASION + "04")) == before


@given(st.lists(st.tuples(st.sampled_from(JUDGED), st.booleans()), max_size=40), st.sampled_from(["02", "05", "09"]))
def test_there_are_as_many_as_usual_each_once_and_at_most_half_are_flawed(
    answers: list[tuple[Item, bool]], lesson: str
) -> None:
    events = [event(item, right, n=n) for n, (item, right) in enumerate(answers, start=1)]
    cards = opening_cards(ITEMS, events, lesson, USUAL)
    assert len({card.id for card in cards}) == len(cards) <= len(USUAL)
    assert 2 * sum(card.is_flawed for card in cards) <= len(USUAL)
    assert len(cards) >= len(USUAL) // 2
