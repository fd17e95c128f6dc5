"""What leaves is named: each field of an event, each kind of answer and each part of it. Anything new stays in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities import activities, leaves_of
from readtwice.activities.comparison.part import comparisons_of
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.publish import FORMATS, NothingToExport, export, leaving
from readtwice.record import Event
from tests.publish.events import ALL_KINDS, event, written
from tests.record.events import ANSWERS
from tests.specimens import HEGSETH, hegseth

SECRET = "SECRET my own words"

GRID = comparisons_of(hegseth())[0]
CHOSEN = [one for one in ALL_KINDS if not one.item.startswith(("rewrite-", "fact-check-", "off-page-"))] + [
    event(20, "swap-b12", "news", occasion="talk"),
    event(21, f"comparison-{GRID.id}", {"to": "both", "by": {t.id: next(iter(t.labels)) for t in GRID.grid.toggles}}),
    event(22, "timeline-order", [one.id for one in the_timeline_of(hegseth()).events]),
    event(23, "moves-velora", ["scanned", "found"], occasion="before"),
]
OWN_WORDS = ("rewrite-", "fact-check-", "ledger-", "off-page-", "own-answers-")
REGISTERED = {prefix for one in activities() for prefix in one.events}
UNKNOWN = (
    "essay-b02",
    "essay",
    "note-b02",
    "rewrite",
    "rewrite-b99",
    "fact-check-nothing",
    "ledger-",
    "caption-b99",
    "",
)
EVENT_FIELDS = {
    *("id", "learner", "pack", "item", "revision", "occasion"),
    *("answer", "sureness", "hints", "n", "time", "kind"),
}


def test_each_kind_of_answer_in_the_register_was_looked_at() -> None:
    """A new kind that may leave fails here, until an answer of it is tried below, or it is named as own words."""
    named = {prefix: found[0] for prefix in REGISTERED if (found := leaves_of(prefix))}
    assert REGISTERED - {*named} == {"own-text"}
    assert {prefix for prefix, one in named.items() if one.written} == {*OWN_WORDS}
    tried = {prefix for prefix in REGISTERED if any(one.item.startswith(prefix) for one in CHOSEN)}
    assert {prefix for prefix, one in named.items() if one.chosen} == tried


@pytest.mark.parametrize("prefix", sorted(REGISTERED))
@pytest.mark.parametrize("rest", ["", "b02", "0123456789ab"])
@pytest.mark.parametrize("answer", [SECRET, [SECRET], {"text": SECRET}, {"essay": SECRET}, {SECRET: "x"}], ids=str)
def test_what_is_no_answer_of_a_kind_stays_in(prefix: str, rest: str, answer: Any) -> None:
    for format in ("csv",) if prefix in OWN_WORDS else FORMATS:
        assert "SECRET" not in exported([event(1, prefix + rest, answer)], format), format


def exported(events: list[Event], format: str) -> str:
    try:
        return export(events, hegseth(), format)
    except NothingToExport:
        return ""


def row(table: str) -> dict[str, str]:
    _, names, *rows = csv.reader(io.StringIO(table, newline=""))
    return dict(zip(names, rows[0], strict=True))


def test_each_field_of_an_event_was_looked_at() -> None:
    """A new field of an event fails here, until somebody says below whether it may leave."""
    assert {one.name for one in fields(Event)} == EVENT_FIELDS


def test_a_row_of_the_table_says_what_is_named_and_no_more() -> None:
    full = replace(CHOSEN[0], sureness="think_so", hints=2, n=3, time="2026-11-24T09:13:17.123Z", learner=SECRET)
    assert row(exported([full], "csv")) == {
        "item": "name-b06-b11",
        "occasion": "lesson",
        "answer": "clash; name or role",
        "sureness": "think_so",
        "hints": "2",
        "n": "3",
        "day": "2026-11-24",
    }


@pytest.mark.parametrize("name", sorted(EVENT_FIELDS - {"item", "answer", "time", "revision", "hints", "n"}))
@pytest.mark.parametrize("one", [*CHOSEN, event(9, "rewrite-b02", "Mine."), written()], ids=lambda one: one.item)
def test_no_field_takes_words_along(name: str, one: Event) -> None:
    """Whatever stands in a field that is no field for words stays in, for every kind and every format."""
    assert isinstance(getattr(one, name), str)
    for format in FORMATS:
        assert "SECRET" not in exported([replace(one, **{name: SECRET})], format), format  # type: ignore[arg-type]


def hidden_in(answer: Any) -> Iterator[Any]:
    """Answers like this one, with words in one place each: in place of a part, beside the parts, as a name."""
    yield SECRET
    yield [SECRET]
    if isinstance(answer, dict):
        yield answer | {"essay": SECRET}
        yield answer | {SECRET: "x"}
        yield from (answer | {name: SECRET} for name in answer)
    if isinstance(answer, list):
        yield [*answer, SECRET]
        yield from ([*answer[:place], SECRET, *answer[place + 1 :]] for place in range(len(answer)))


@pytest.mark.parametrize("one", CHOSEN, ids=lambda one: one.item)
def test_words_in_an_answer_that_is_chosen_leave_in_no_format(one: Event) -> None:
    for answer in hidden_in(one.answer):
        for format in FORMATS:
            assert "SECRET" not in exported([replace(one, answer=answer)], format), (answer, format)


def said_in(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Each value in an answer, with the name that it stands under."""
    if isinstance(value, dict):
        yield from (found for key, part in value.items() for found in said_in(part, key))
    elif isinstance(value, list):
        yield from (found for part in value for found in said_in(part, name))
    else:
        yield name, value


@pytest.mark.parametrize("one", CHOSEN, ids=lambda one: one.item)
def test_nothing_leaves_as_chosen_that_the_answer_does_not_say(one: Event) -> None:
    lacking = (
        [{k: v for k, v in one.answer.items() if k != name} for name in one.answer] if type(one.answer) is dict else []
    )
    for answer in ({"SECRETN": ["SECRETO"]}, {}, [], *lacking, *hidden_in(one.answer)):
        read = leaving.chosen(replace(one, answer=answer), hegseth())
        assert {*map(repr, said_in([] if read is None else read))} <= {*map(repr, said_in(answer))}, answer


@pytest.mark.parametrize("item", UNKNOWN)
@pytest.mark.parametrize(
    "answer", [SECRET, [SECRET], {"text": SECRET}, ["clash"], [{"sentence": "b04.s1", "who": SECRET}]]
)
def test_a_kind_that_is_not_named_stays_in(item: str, answer: Any) -> None:
    for format in FORMATS:
        assert exported([event(1, item, answer)], format) == "", format


@pytest.mark.parametrize("format", ["annotations", "html", "markdown", "claimreview"])
def test_own_words_leave_in_named_fields_alone(format: str) -> None:
    pin = {"topic": "a", "sentence": "b04.s1", "who": "mine", "essay": SECRET}
    check = written(text="mine")
    hidden = replace(
        check,
        answer={**check.answer, "essay": SECRET, "evidence": [{"source": "own", "adds": "mine", "essay": SECRET}]},
    )
    of_own_text = {"part:b04": "mine", "figure:0": SECRET, "rows:x": SECRET, "essay": SECRET}
    out = exported(
        [event(1, "ledger-b04-b06", [pin]), event(2, "own-answers-0123456789ab", of_own_text), hidden], format
    )
    assert "mine" in out
    assert "SECRET" not in out


def test_the_table_has_no_own_words_and_the_others_say_that_they_have() -> None:
    everything = [event(1, "ledger-b04-b06", [{"sentence": "b04.s1", "who": SECRET}]), written(text=SECRET), CHOSEN[0]]
    assert "SECRET" not in exported(everything, "csv")
    assert "what the student wrote" in json.loads(exported(everything, "annotations"))["label"]


def test_each_kind_that_the_course_saves_is_named_or_stays_in() -> None:
    assert all(leaving.chosen(one, hegseth()) == one.answer for one in CHOSEN if not one.item.startswith("shelf-"))
    named = [one for one in ALL_KINDS if leaving.chosen(one, hegseth()) is not None]
    own = [one for one in ALL_KINDS if leaving.written(one, hegseth()) is not None]
    assert {one.item for one in own} == {one.item for one in ALL_KINDS if one.item.startswith(OWN_WORDS)}
    assert {one.item for one in (*named, *own)} == {one.item for one in ALL_KINDS}


@given(st.text(max_size=30), ANSWERS)
def test_whatever_an_answer_is_only_what_is_offered_is_taken_as_chosen(item: str, answer: Any) -> None:
    assert leaving.chosen(event(1, item, answer), hegseth()) is None
    read = leaving.chosen(event(1, "drift-borders", answer), hegseth())
    assert read is None or set(read) == {"changed"}


def test_answers_to_another_pack_stay_in() -> None:
    other = Event("x", "me", "form-a", CHOSEN[0].item, answer=["clash"], time="2026-11-24T09:00:00.000Z")
    assert leaving.chosen(other, hegseth()) is None
    assert leaving.chosen(replace(other, pack=HEGSETH), hegseth()) is not None
