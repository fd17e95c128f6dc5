"""Order and weekdays: only the right order is all right, ties may stand either way, and weekdays are computed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.timeline.mark import day_words, mark_order, stands_before, weekday, weekday_steps
from readtwice.activities.timeline.part import DatedEvent, the_timeline_of
from tests.specimens import hegseth

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def made(*parts: tuple[str, int]) -> list[DatedEvent]:
    return [DatedEvent(str(number), day, "", "", place) for number, (day, place) in enumerate(parts)]


@given(st.lists(days, unique=True, min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_only_the_right_order_is_all_right(found: list[date], chance: object) -> None:
    events = made(*((day.isoformat(), 0) for day in sorted(found)))
    mixed = list(events)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    marked = mark_order(mixed)
    assert (marked.right == marked.of) is (mixed == events) is (marked.first_wrong is None)
    assert mark_order(events[::-1]).right == 0


@given(days)
def test_events_of_one_day_may_stand_either_way(day: date) -> None:
    one, other = made((day.isoformat(), 1), (day.isoformat(), 0))
    assert stands_before(one, other)
    assert stands_before(other, one)
    first, second = made((day.isoformat(), 1), (day.isoformat(), 2))
    assert stands_before(first, second)
    assert not stands_before(second, first)


def test_the_first_two_that_are_wrong_are_named() -> None:
    early, late = made(("2025-01-01", 0), ("2025-01-02", 0))
    assert mark_order([late, early]).first_wrong == (late.id, early.id)


@given(days)
def test_weekdays_are_those_of_the_calendar(day: date) -> None:
    assert weekday(day.isoformat()) == day.strftime("%A")


@given(days, days)
def test_the_steps_of_a_weekday_add_up(known: date, wanted: date) -> None:
    steps = weekday_steps(known.isoformat(), wanted.isoformat())
    between = abs((wanted - known).days)
    assert str(between) in steps[1]
    rest = between % 7
    assert steps[3].rstrip(".").endswith(f" {rest}")
    there = known + timedelta(days=rest if wanted >= known else -rest)
    assert there.weekday() == wanted.weekday()
    assert day_words(wanted.isoformat()) in steps[-1]


@pytest.mark.parametrize("text", ["", "June", "2025-02-30", "2025-2-1"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        weekday(text)


def test_the_events_of_the_course_run_from_january_to_june_and_rest_on_good_sources() -> None:
    pack = hegseth()
    events = sorted(the_timeline_of(pack).events, key=lambda event: (event.day, event.place_in_day))
    assert (events[0].day, events[-1].day) == ("2025-01-09", "2025-06-25")
    assert mark_order(events).first_wrong is None
    for event in events:
        source = pack.evidence(event.source)
        assert source
        assert source.is_gradable
        assert event.day[:4] == source.date[:4]
