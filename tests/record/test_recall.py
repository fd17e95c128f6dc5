"""The cards that a lesson shows again: what was missed, at growing distances."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.pack import Item
from readtwice.pack.item import TAPPED
from readtwice.record import Event, recall
from readtwice.record.recall import DISTANCES, OCCASION, to_look_at_again
from readtwice.syllabus import syllabus
from tests.specimens import hegseth

ITEMS = hegseth().items
JUDGED = [item for item in ITEMS if item.kind in TAPPED and item.use == "solo" and item.is_scored]


def event(item: Item, right: bool, occasion: str = "lesson", n: int = 1) -> Event:
    wrong = {"no_clash": "clash", "clash": "no_clash", "supported": "not_supported", "not_supported": "supported"}
    answer = item.key if right else wrong[item.key]
    return Event(f"{item.id}{occasion}{n}", "a" * 10, hegseth().slug, item.id, 1, occasion, [answer], n=n)


def shown(lesson: str, *events: Event) -> list[str]:
    return [item.id for item in to_look_at_again(ITEMS, events, lesson)]


MISSED = next(item for item in JUDGED if item.lesson == "01" and item.is_clean)


def test_without_a_record_or_a_miss_nothing_comes_back() -> None:
    assert shown("04") == []
    assert shown("02", *(event(item, True) for item in JUDGED)) == []


def test_a_missed_card_comes_back_in_the_next_lesson_and_two_lessons_later() -> None:
    lessons = [f"{number:02}" for number in range(10)]
    assert [lesson for lesson in lessons if shown(lesson, event(MISSED, False))] == ["02", "04"]


def test_the_first_attempt_tells_whether_it_was_missed() -> None:
    assert shown("02", event(MISSED, False), event(MISSED, True, n=2)) == [MISSED.id]
    assert shown("02", event(MISSED, True), event(MISSED, False, n=2)) == []


def test_one_missed_at_an_opening_of_before_counts_from_there() -> None:
    events = [event(MISSED, False), event(MISSED, False, OCCASION + "02")]
    assert [lesson for lesson in ("02", "03", "04", "05") if shown(lesson, *events)] == ["03", "05"]


def test_lessons_count_as_the_course_has_them_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    lessons = {lesson.id: lesson for lesson in syllabus().lessons}
    course = replace(syllabus(), lessons=tuple(lessons[one] for one in ("00", "01", "08", "02", "03", "04")))
    monkeypatch.setattr(recall, "syllabus", lambda: course)
    assert [one for one in ("08", "02", "03", "04") if shown(one, event(MISSED, False))] == ["08", "03"]


def test_an_answer_that_nobody_can_read_is_passed_over() -> None:
    assert shown("02", replace(event(MISSED, True), answer=["perhaps"]), event(MISSED, False, n=2)) == []


@given(st.lists(st.tuples(st.sampled_from(JUDGED), st.booleans()), max_size=40), st.sampled_from(["02", "05", "09"]))
def test_each_comes_back_once_was_missed_and_the_last_missed_stand_first(
    answers: list[tuple[Item, bool]], lesson: str
) -> None:
    events = [event(item, right, n=n) for n, (item, right) in enumerate(answers, start=1)]
    found = to_look_at_again(ITEMS, events, lesson)
    first = {item.id: right for item, right in reversed(answers)}
    assert len({card.id for card in found}) == len(found)
    assert not any(first[card.id] for card in found)
    away = [syllabus().place(lesson) - syllabus().place(card.lesson) for card in found]
    assert set(away) <= set(DISTANCES)
    assert away == sorted(away)
