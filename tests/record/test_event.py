"""A record is a set of answers that only grows: merging loses nothing, and no line can break anything."""

from __future__ import annotations

import json
import random
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.record import Event, UnreadableEvent, event_from_line, events_of, merge
from readtwice.record.event import MAXIMUM_LINE, now
from tests.record.events import AN_EVENT, EVENTS, LEARNERS, RECORDS


def lines(events: tuple[Event, ...]) -> list[str]:
    """Events as the lines that they are saved as; comparing these tells 1 from true."""
    return [event.to_line() for event in events]


@given(RECORDS, RECORDS)
def test_merging_commutes(one: list[Event], other: list[Event]) -> None:
    assert lines(merge(one, other)) == lines(merge(other, one))


@given(RECORDS, RECORDS, RECORDS)
def test_merging_associates(one: list[Event], other: list[Event], third: list[Event]) -> None:
    assert (
        lines(merge(merge(one, other), third))
        == lines(merge(one, merge(other, third)))
        == lines(merge(one, other, third))
    )


@given(RECORDS)
def test_merging_again_changes_nothing(events: list[Event]) -> None:
    once = merge(events)
    assert lines(merge(once, once)) == lines(once) == lines(merge(events, once))


@given(RECORDS, st.randoms())
def test_the_order_in_which_lines_were_read_does_not_matter(events: list[Event], chance: random.Random) -> None:
    shuffled = events.copy()
    chance.shuffle(shuffled)
    assert lines(merge(shuffled)) == lines(merge(events))


@given(RECORDS)
def test_merging_keeps_each_id_once_and_no_event_of_its_own_making(events: list[Event]) -> None:
    merged = merge(events)
    assert [event.id for event in merged] == [event.id for event in sorted(merged, key=lambda event: event.order)]
    assert {event.id for event in merged} == {event.id for event in events}
    assert set(lines(merged)) <= {event.to_line() for event in events}


@given(EVENTS)
def test_an_event_comes_back_from_its_line(event: Event) -> None:
    assert event_from_line(event.to_line()).to_line() == event.to_line()


@given(EVENTS)
def test_a_line_is_one_line_of_plain_ascii(event: Event) -> None:
    assert event.to_line().isascii()
    assert "\n" not in event.to_line()


def test_fields_of_a_later_version_are_passed_over() -> None:
    line = json.dumps({**json.loads(AN_EVENT.to_line()), "mood": "cheerful"})
    assert event_from_line(line) == AN_EVENT


def line(**changes: object) -> str:
    return json.dumps({**json.loads(AN_EVENT.to_line()), **changes})


UNREADABLE = {
    "empty": "",
    "blank": "  ",
    "no JSON": "clash",
    "cut off": AN_EVENT.to_line()[:-9],
    "two on one line": AN_EVENT.to_line() * 2,
    "a list": "[]",
    "a text": '"clash"',
    "null": "null",
    "an empty object": "{}",
    "no id": line(id=""),
    "an id that is a number": line(id=7),
    "an id that is very long": line(id="a" * 65),
    "no learner": line(learner=""),
    "a learner that is a list": line(learner=[]),
    "no time": line(time=""),
    "a time of another form": line(time="yesterday"),
    "a time in other digits": line(time="２０２６-11-23T14:32:05.123Z"),
    "a time with a line end": line(time="2026-11-23T14:32:05.123Z\n"),
    "an item that is null": line(item=None),
    "a negative count": line(n=-1),
    "a count that is true": line(n=True),
    "a count that is a fraction": line(hints=1.5),
    "a count beyond reason": line(revision=10**9),
    "a number of thousands of digits": AN_EVENT.to_line().replace('"n": 1', '"n": ' + "9" * 5000),
    "not a number": line(answer=float("nan")),
    "an infinite answer": line(answer=float("inf")),
    "an unknown kind": line(kind="gossip"),
    "a kind that is a list": line(kind=[]),
    "a join to nobody": line(kind="join", answer=None),
    "a join to a list": line(kind="join", answer=["ann"]),
    "an answer nested too deeply": line(answer=[[[[[[[[[[[[1]]]]]]]]]]]]),
    "lists without end": "[" * 100_000,
    "an answer of lists without end": AN_EVENT.to_line().replace('["clash", "date"]', "[" * 900 + "]" * 900),
    "far too long": line(answer="a" * MAXIMUM_LINE),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_line_that_is_no_event_is_refused_in_a_few_words(name: str) -> None:
    with pytest.raises(UnreadableEvent) as told:
        event_from_line(UNREADABLE[name])
    assert 0 < len(str(told.value)) < 60


def test_a_full_ledger_fits_into_a_line_even_in_emoji() -> None:
    pins = [dict.fromkeys(("who", "position", "date", "number"), "🎀" * 400)] * 8
    assert event_from_line(line(answer=pins)).answer == pins


@settings(max_examples=200)
@given(st.text(max_size=60) | st.builds(str.__mul__, st.sampled_from('[{"a":1,0e9'), st.integers(0, 2000)))
def test_reading_a_line_gives_an_event_or_a_refusal_and_no_other_error(text: str) -> None:
    try:
        event_from_line(text)
    except UnreadableEvent:
        return
    pytest.fail("a random text is no event")


def test_the_present_moment_is_a_time_that_events_take() -> None:
    assert event_from_line(line(time=now()))


# --- joins -------------------------------------------------------------------------------------------------------


def answer(learner: str) -> Event:
    return Event(f"by-{learner}", learner, item="one", time="2026-11-23T14:32:05.123Z")


def join(learner: str, other: str) -> Event:
    return Event(f"{learner}-{other}", learner, answer=other, time="2026-11-23T14:32:06.123Z", kind="join")


ANSWERS_OF_ALL = [answer(learner) for learner in LEARNERS]


@pytest.mark.parametrize("order", list(permutations([join("ann", "ben"), join("ben", "cem")])))
def test_joins_link_whatever_their_order(order: tuple[Event, ...]) -> None:
    for learner in LEARNERS:
        assert len(events_of(learner, [*order, *ANSWERS_OF_ALL])) == 3


def test_joins_in_a_circle_end() -> None:
    circle = [join("ann", "ben"), join("ben", "cem"), join("cem", "ann"), join("ann", "ann")]
    assert len(events_of("ben", [*ANSWERS_OF_ALL, *circle])) == 3


def test_without_a_join_each_learner_has_their_own_answers() -> None:
    assert [event.learner for event in events_of("ben", [*ANSWERS_OF_ALL, join("ann", "cem")])] == ["ben"]


def test_a_join_is_no_answer() -> None:
    assert all(event.kind == "answer" for event in events_of("ann", [*ANSWERS_OF_ALL, join("ann", "ben")]))
