"""What a learner types or clicks is understood, and what cannot be is told what was expected."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.marking import SURENESS, Answer, Outcome, UnreadableAnswer, mark, read_answer, relations_for
from readtwice.marking.answer import verdict_of_sureness
from readtwice.pack import VERDICTS, Item
from readtwice.pack.item import AGREEMENTS, CLEAN, DISAGREEMENTS, FLAWED, UNDETERMINED
from tests.specimens import good_pack

PAIR = good_pack().item("mayor-b03-b04")
CLAIM = good_pack().item("cost-b03")
EXIT = good_pack().item("safe-b04")


@pytest.mark.parametrize(
    ("item", "typed", "verdict"),
    [
        (PAIR, "clash", "clash"),
        (PAIR, "Clash", "clash"),
        (PAIR, "  CLASH ", "clash"),
        (PAIR, "no clash", "no_clash"),
        (PAIR, "no_clash", "no_clash"),
        (PAIR, "No   Clash", "no_clash"),
        (PAIR, "can't tell", "undetermined"),
        (PAIR, "can’t tell", "undetermined"),
        (PAIR, "cant tell", "undetermined"),
        (PAIR, "Can’t tell from the text", "undetermined"),
        (PAIR, "undetermined", "undetermined"),
        (CLAIM, "holds up", "supported"),
        (CLAIM, "supported", "supported"),
        (CLAIM, "doesn't hold up", "not_supported"),
        (CLAIM, "Doesn’t hold up", "not_supported"),
        (CLAIM, "not_supported", "not_supported"),
        (CLAIM, "can't tell yet", "undetermined"),
    ],
)
def test_words_codes_and_buttons_mean_the_same(item: Item, typed: str, verdict: str) -> None:
    assert read_answer(item, typed) == Answer(verdict)
    assert read_answer(item, [typed]) == Answer(verdict)


@pytest.mark.parametrize("relation", AGREEMENTS + DISAGREEMENTS)
def test_a_relation_is_understood_in_any_dress(relation: str) -> None:
    verdict = "no_clash" if relation in AGREEMENTS else "clash"
    for typed in (relation, relation.upper(), relation.replace(" ", "_"), f" {relation} "):
        assert read_answer(PAIR, (verdict, typed)) == Answer(verdict, relation)


@pytest.mark.parametrize("kind", FLAWED)
@pytest.mark.parametrize("code", SURENESS)
def test_five_one_tap_answers_hold_a_verdict_and_how_sure(kind: str, code: str) -> None:
    expected = {"sure_it_holds": CLEAN, "think_so": CLEAN, "think_not": FLAWED, "sure_not": FLAWED}
    assert verdict_of_sureness(kind, code) == (expected[code][kind] if code in expected else UNDETERMINED)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("sure_it_holds", Answer("supported", sureness="sure_it_holds")),
        ("Sure it holds", Answer("supported", sureness="sure_it_holds")),
        ("think so", Answer("supported", sureness="think_so")),
        ("can't tell", Answer("undetermined", sureness="cant_tell")),
        ("Think not", Answer("not_supported", sureness="think_not")),
        ("SURE NOT", Answer("not_supported", sureness="sure_not")),
        ("holds up", Answer("supported")),
    ],
)
def test_exit_cards_take_sureness_or_a_plain_verdict(typed: str, answer: Answer) -> None:
    assert read_answer(EXIT, typed) == answer


def test_sureness_is_understood_only_where_it_is_asked() -> None:
    with pytest.raises(UnreadableAnswer):
        read_answer(PAIR, "sure not")


def test_an_answer_that_was_read_before_stays_as_it_is() -> None:
    answer = Answer("clash", "date", "sure_not")
    assert read_answer(PAIR, answer) == answer


@pytest.mark.parametrize("verdict", VERDICTS["pair"])
def test_each_verdict_offers_what_it_can_be_about(verdict: str) -> None:
    assert relations_for(verdict) == {"clash": DISAGREEMENTS, "no_clash": AGREEMENTS}.get(verdict, ())


# --- what cannot be read -----------------------------------------------------------------------------------------


class Unshowable:
    """An object that cannot even be printed."""

    def __repr__(self) -> str:
        raise RuntimeError("no")


def nested(depth: int) -> list[Any]:
    deep: list[Any] = []
    for _ in range(depth):
        deep = [deep]
    return deep


UNREADABLE = {
    "an empty text": "",
    "a blank text": "   ",
    "another word": "perhaps",
    "a number": 3,
    "a huge number": 10**5000,
    "a fraction": 0.5,
    "not a number": float("nan"),
    "a truth value": True,
    "bytes": b"clash",
    "an empty list": [],
    "an empty pair": (),
    "three parts": ["clash", "date", "number"],
    "a list of numbers": [1, 2],
    "a list in a list": [["clash"]],
    "lists in lists without end": nested(100_000),
    "a dictionary": {"verdict": "clash"},
    "a set": {"clash"},
    "nothing in a list": [None],
    "a huge text": "clash" * 1_000_000,
    "a huge list": ["clash"] * 1_000_000,
    "a text of hidden characters": "\x00\u202e\ud800",
    "a verdict on another kind": "holds up",
    "an answer with an unknown verdict": Answer("perhaps"),
    "an answer to another kind": Answer("supported"),
    "an answer that holds back and has a relation": Answer("undetermined", "date"),
    "an unknown relation": ("clash", "colour"),
    "an empty relation": ("clash", ""),
    "a relation that belongs to the other verdict": ("clash", "aim and effect"),
    "a relation to an answer that holds back": ("can't tell", "date"),
    "an object that cannot be printed": Unshowable(),
    "a class": int,
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_cannot_be_marked_and_never_breaks_anything(name: str) -> None:
    feedback = mark(PAIR, UNREADABLE[name], good_pack())
    assert feedback.outcome is Outcome.CANNOT_BE_MARKED
    assert feedback.line.startswith("Expected")
    assert len(feedback.line) < 220


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (PAIR, "Expected one of: clash, no clash, can't tell. Got: 'perhaps'."),
        (CLAIM, "Expected one of: doesn't hold up, holds up, can't tell. Got: 'perhaps'."),
        (
            EXIT,
            "Expected one of: Sure: it holds up, I think it holds up, Can’t tell yet, I think it doesn’t, "
            "Sure: it doesn’t. Got: 'perhaps'.",
        ),
    ],
)
def test_what_was_expected_is_told_in_the_learners_words(item: Item, expected: str) -> None:
    assert mark(item, "perhaps").line == expected


def test_a_claim_takes_no_relation() -> None:
    assert mark(CLAIM, ("holds up", "date")).outcome is Outcome.CANNOT_BE_MARKED


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.tuples(inside, inside) | st.dictionaries(st.text(), inside),
    max_leaves=8,
)


@settings(max_examples=150)
@given(st.sampled_from(good_pack().items), ANYTHING)
def test_marking_never_raises(item: Item, value: object) -> None:
    assert mark(item, value).outcome in set(Outcome)
