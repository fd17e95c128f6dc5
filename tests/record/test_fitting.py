"""One gate for what no page of the course writes: it is named, and nothing behind it meets it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from readtwice.activities import activities
from readtwice.record import Event
from readtwice.record.files import lines_of
from readtwice.record.fitting import SHAPES, fits

CARD = Event("id", "a" * 10, "form-a", "card", 1, "before", ["clash"], "", 0, 1, "2026-11-23T14:32:05.123Z")

NONSENSE: dict[str, tuple[str, str, Any]] = {
    "an object as a verdict": ("form-a", "before", {"a": 1}),
    "a list in a list": ("form-a", "before", [["x"]]),
    "a number as a verdict": ("form-a", "recall-02", [10**30]),
    "nothing as a verdict": ("hegseth-nato-2025", "lesson", None),
    "no part at all": ("form-a", "fresh", []),
    "a word that is no verdict": ("form-a", "before", ["x"]),
    "a text that is no verdict": ("form-a", "after", "zzz"),
    "an empty verdict": ("short-stories", "lesson", [""]),
    "far too many parts": ("hegseth-nato-2025", "lesson", ["x"] * 4),
}
OTHER_ITEMS: dict[str, Any] = {
    "hunt-b04-s1": ["b06.s1"],
    "ledger-b04-b11": {"a": 1},
    "moves-x": {"a": 1},
    "off-page-01": "a",
    "own-answers-x": ["a"],
    "own-text": "a",
    "results-x": ["a"],
    "told-apart-x": {"a": [1]},
    "caption-b02": [["seen"]],
    "timeline-order": {"a": 1},
    "timeline-x": ["a"],
    "voices-x": {"a": [1]},
    "drift-x": "a",
    "fact-check-own": "a",
    "shelf-x": ["a"],
    "swap-b02": {},
    "rewrite-b02": [],
    "comparison-x": "a",
}


@pytest.mark.parametrize("name", NONSENSE)
def test_what_can_be_no_answer_to_a_card_is_set_aside_and_named(name: str) -> None:
    pack, occasion, answer = NONSENSE[name]
    wrong = replace(CARD, pack=pack, occasion=occasion, answer=answer)
    raw = (
        b'{"readtwice_record": 1}\n'
        + wrong.to_line().encode()
        + b"\n"
        + replace(CARD, id="2").to_line().encode()
        + b"\n"
    )
    events, notices = lines_of(raw, "x")
    assert [event.id for event in events] == ["2"]
    assert [notice.reason for notice in notices] == [
        "Answers that no page of this course writes: 1, the first is line 2."
    ]


@pytest.mark.parametrize("item", OTHER_ITEMS)
def test_so_is_what_can_be_no_answer_to_anything_else(item: str) -> None:
    assert not fits(replace(CARD, item=item, occasion="talk", answer=OTHER_ITEMS[item]))


def test_what_each_activity_saves_has_a_shape() -> None:
    """Outside of talk, what has none would be taken for no answer to a card, and be gone at the next start."""
    saved = {event for one in activities() for event in one.events}
    assert saved <= {*SHAPES}, "give it a shape in record/fitting.py"
    assert {name for name in OTHER_ITEMS for event in saved if name.startswith(event)} == {*OTHER_ITEMS}


@pytest.mark.parametrize("answer", ["clash", ["clash"], ["clash", "date"], ["4%", "not_supported"]])
def test_what_a_page_writes_or_wrote_passes(answer: Any) -> None:
    assert fits(replace(CARD, answer=answer))


def test_counts_of_hands_and_answers_to_unknown_packs_are_not_judged() -> None:
    assert fits(replace(CARD, item="caption-b02", occasion="projector", answer=[1, [[2, 3]], [[0, 0]]]))
    assert fits(replace(CARD, pack="somebody's", answer={"a": 1}))


@pytest.mark.parametrize(
    "change",
    [
        *(
            {"occasion": one}
            for one in ("recall-", "recall-x", "recall-٣", "recall-7", "recall-" + "9" * 90, "le\nsson")
        ),
        *(
            {"time": one}
            for one in ("2026-99-99T99:99:99.999Z", "0000-00-00T00:00:00.000Z", "2026-02-30T10:00:00.000Z")
        ),
        *({name: "half \ud83c"} for name in ("id", "learner", "pack", "item", "occasion", "sureness")),
        {"kind": "void", "answer": "one"},
        {"kind": "void", "answer": [1]},
    ],
)
def test_a_line_with_impossible_fields_is_set_aside(change: dict[str, Any]) -> None:
    raw = b'{"readtwice_record": 1}\n' + replace(CARD, **change).to_line().encode() + b"\n"
    assert lines_of(raw, "x")[0] == ()
