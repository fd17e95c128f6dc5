"""Events to draw from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from readtwice.record import Event
from readtwice.record.files import SessionFile

LEARNERS = ("ann", "ben", "cem")

TIMES = st.builds(
    "2026-11-{:02d}T{:02d}:{:02d}:00.{:03d}Z".format,
    st.integers(1, 30),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 999),
)
ANSWERS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=4,
)
"""Anything that JSON can hold, lone halves of emoji and all."""

IDS = st.sampled_from([f"id{number}" for number in range(12)])
"""Few ids, so that different lines claim the same one."""

EVENTS = st.one_of(
    st.builds(
        Event,
        id=IDS,
        learner=st.sampled_from(LEARNERS),
        item=st.sampled_from(["one", "two"]),
        revision=st.integers(0, 3),
        occasion=st.sampled_from(["lesson", "exit"]),
        answer=ANSWERS,
        n=st.integers(1, 5),
        time=TIMES,
    ),
    st.builds(
        Event,
        id=IDS,
        learner=st.sampled_from(LEARNERS),
        answer=st.sampled_from(LEARNERS),
        time=TIMES,
        kind=st.just("join"),
    ),
)
RECORDS = st.lists(EVENTS, max_size=8)

AN_EVENT = Event(
    "id0", "ann", "lindow-bridge", "one", 1, "lesson", ["clash", "date"], "", 0, 1, "2026-11-23T14:32:05.123Z"
)


def saved(folder: Path, events: list[Event]) -> Path:
    """A session file with these events, each id made its own."""
    file = SessionFile(folder)
    for number, event in enumerate(events):
        file.append(replace(event, id=f"{event.id}-{number}"))
    assert file.path is not None
    return file.path
