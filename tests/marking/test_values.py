"""Values that code worked out: right, a known slip, how much is there, not tried, cannot be marked."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.marking import Case, Outcome
from readtwice.marking.values import Slip, ValueQuestion, mark_value
from readtwice.words import say

COUNTS = ValueQuestion({"Jane": 2, "June": 1}, "a dictionary", "Both.", "Look.", (Slip({"Jane": 2}, "Go on."),))
IDS = ValueQuestion(frozenset({"b01.s1", "b02.s1"}), "a list", "Both.", "Look.", (Slip(frozenset({"b03.s1"}), "No."),))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (COUNTS, {"June": 1, "Jane": 2}),
        (COUNTS, Counter(["Jane", "June", "Jane"])),
        (IDS, ["b02.s1", "b01.s1", "b01.s1"]),
        (IDS, ("b01.s1", "b02.s1")),
        (IDS, {"b01.s1", "b02.s1"}),
        (IDS, {"b01.s1": 1, "b02.s1": 2}.keys()),
    ],
)
def test_a_right_value_is_right_in_every_form_that_fits(question: ValueQuestion, value: object) -> None:
    feedback = mark_value(question, value)
    assert (feedback.outcome, feedback.case) == (Outcome.RIGHT, Case.VALUE_RIGHT)
    assert (feedback.line, feedback.next_step) == ("Both.", "Look.")


@pytest.mark.parametrize(("question", "value", "line"), [(COUNTS, {"Jane": 2}, "Go on."), (IDS, ["b03.s1"], "No.")])
def test_a_known_slip_gets_its_own_line(question: ValueQuestion, value: object, line: str) -> None:
    feedback = mark_value(question, value)
    assert (feedback.outcome, feedback.case, feedback.line) == (Outcome.NOT_YET, Case.VALUE_SLIP, line)


@pytest.mark.parametrize(
    ("question", "value", "right", "extra"),
    [
        (COUNTS, {"Jane": 2, "June": 3, "Jo": 1}, 1, 2),
        (COUNTS, {}, 0, 0),
        (COUNTS, {"Jane": [2], 5: {}}, 0, 2),
        (IDS, ["b01.s1", "b09.s1"], 1, 1),
        (IDS, [], 0, 0),
    ],
)
def test_any_other_value_is_told_how_much_is_there(
    question: ValueQuestion, value: object, right: int, extra: int
) -> None:
    feedback = mark_value(question, value)
    assert (feedback.outcome, feedback.case) == (Outcome.NOT_YET, Case.VALUE_OFF)
    assert feedback.line == say("code.partly", right=right, count=2, extra=extra)


@pytest.mark.parametrize("question", [COUNTS, IDS])
def test_nothing_is_not_tried(question: ValueQuestion) -> None:
    assert mark_value(question, None).outcome is Outcome.NOT_TRIED


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (COUNTS, ["Jane"]),
        (COUNTS, "Jane"),
        (COUNTS, 3),
        (IDS, "b01.s1"),
        (IDS, {"b01.s1": 1}),
        (IDS, [1, 2]),
        (IDS, ...),
    ],
)
def test_another_form_cannot_be_marked_and_says_what_can(question: ValueQuestion, value: object) -> None:
    feedback = mark_value(question, value)
    assert feedback.outcome is Outcome.CANNOT_BE_MARKED
    assert question.form in feedback.line


def test_a_long_wrong_form_is_shown_in_short() -> None:
    assert len(mark_value(IDS, "x" * 10_000).line) < 200


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_no_value_breaks_the_marking_or_learns_what_is_missing(value: Any) -> None:
    for question in (COUNTS, IDS):
        feedback = mark_value(question, value)
        assert feedback.outcome in Outcome
        if feedback.case is Case.VALUE_OFF:
            assert not any(word in feedback.line for word in ("Jane", "June", "b01", "b02"))
