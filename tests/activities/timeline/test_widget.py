"""Events to order: some of them with clues that are true, and after a try the order can be shown."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from readtwice import course
from readtwice.activities.timeline.about import ORDER
from readtwice.activities.timeline.part import DatedEvent, the_timeline_of
from readtwice.activities.timeline.widget import Order
from readtwice.page.open import CourseError
from readtwice.words import say
from tests.specimens import hegseth

EVENTS = {event.id: event for event in the_timeline_of(hegseth()).events}
LESSON = ("inauguration", "confirmation", "interview", "meeting-26", "putin-call", "ministers", "lavrov")
SHEET = ("meeting-25", "starmer-in-kyiv", "toretsk", "zelensky-call")
WRONG = [*LESSON[::-1]]


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def send(widget: Order, **message: object) -> str:
    return widget.receive(message) or ""


def test_some_events_are_asked_for_by_their_ids_and_an_unknown_one_is_named() -> None:
    assert sorted(one["id"] for one in course.timeline(*LESSON).view["events"]) == sorted(LESSON)
    assert len(course.timeline().view["events"]) == len(EVENTS)
    with pytest.raises(CourseError, match="no-such-event"):
        course.timeline("no-such-event")


def test_the_order_can_be_shown_after_a_try_and_is_no_answer_of_the_learner() -> None:
    widget = course.timeline(*LESSON)
    assert widget.build()["may_show"] is False
    with pytest.raises(ValueError, match="tried"):
        send(widget, type="show")
    send(widget, type="check", order=WRONG)
    assert widget.build()["may_show"] is True
    assert send(widget, type="show") == say("order.shown")
    shown = widget.build()
    assert (shown["order"], shown["heading"], shown["may_show"]) == ([*LESSON], say("order.shown"), False)
    assert set(shown["dates"]) == set(LESSON)
    saved = course.session().record.latest(ORDER)
    assert saved
    assert saved.answer == WRONG
    send(widget, type="check", order=[*LESSON])
    assert widget.build()["heading"] == say("order.right")


def test_the_lesson_s_seven_and_all_thirteen_keep_their_own_order() -> None:
    send(course.timeline(*LESSON), type="check", order=WRONG)
    send(course.timeline(), type="check", order=[*EVENTS])
    assert course.timeline(*LESSON).view["order"] == WRONG
    assert course.timeline().view["order"] == [*EVENTS]


def day(event_id: str) -> date:
    return date.fromisoformat(EVENTS[event_id].day)


def test_each_clue_agrees_with_the_days_and_together_they_settle_the_order() -> None:
    days = {one: (day(one) - day("meeting-26")).days for one in LESSON}
    assert 20 <= -days["inauguration"] <= 24, "about three weeks before the meeting"
    assert (day("confirmation") - day("inauguration")).days == 4
    assert days["interview"] == -1
    assert days["ministers"] == 1
    assert (days["putin-call"], EVENTS["putin-call"].place_in_day) == (0, 2), "hours after Hegseth's speech"
    assert (day("lavrov") - day("ministers")).days == 5
    clued = [one for one in LESSON if EVENTS[one].clue]
    assert clued == [one for one in LESSON if one != "meeting-26"], "the clues start from the one without"
    assert sorted(LESSON, key=lambda one: (EVENTS[one].day, EVENTS[one].place_in_day)) == [*LESSON]
    assert not any(re.search(r"\d{4}|January|February|June", EVENTS[one].clue) for one in LESSON)


def test_the_clues_of_the_sheet_start_from_events_of_the_lesson_and_settle_its_order() -> None:
    assert not {*SHEET} & {*LESSON}
    assert (day("inauguration") - day("meeting-25")).days == 11
    assert (day("inauguration") - day("starmer-in-kyiv")).days == 4
    assert (day("toretsk") - day("confirmation")).days == 14
    assert day("zelensky-call") == day("putin-call")
    assert EVENTS["zelensky-call"].place_in_day > EVENTS["putin-call"].place_in_day
    assert all(EVENTS[one].clue for one in SHEET)
    assert sorted(SHEET, key=lambda one: (EVENTS[one].day, EVENTS[one].place_in_day)) == [*SHEET]


def test_a_clue_stands_with_its_event_and_on_paper() -> None:
    clue = EVENTS["confirmation"].clue
    assert {"id": "confirmation", "line": EVENTS["confirmation"].line, "clue": clue} in course.timeline().view["events"]
    assert clue in course.timeline().static_html()
    assert DatedEvent("x", "2025-01-01", "Something.", "s").clue == ""
