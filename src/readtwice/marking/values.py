"""A value that a learner's code worked out, compared with one that the library works out from the same article.

Nothing that is compared is ever typed in: what is expected, and what the likely slips would give, is computed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from readtwice.marking.answer import shown
from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.words import say

Value = dict[str, object] | frozenset[str]
"""A dictionary, compared as it is, or a group of texts in which order and repeats do not count."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A likely mistake: the value that it leads to, and what to say to it."""

    value: Value
    line: str


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """What a value should be, what to say when it is, and an example of the form that can be marked."""

    expected: Value
    form: str
    right: str
    next_step: str
    slips: tuple[Slip, ...] = ()


def mark_value(question: ValueQuestion, value: object) -> Feedback:
    """Mark a value. None is *not tried*; what has another form than the expected value *cannot be marked*.

    A value that is off, but by no known slip, is told how much of it is there, and never what is missing.
    """
    if value is None:
        return Feedback(Outcome.NOT_TRIED, Case.NOT_TRIED, say("heading.not_tried"), say("code.not_tried"))
    found = _same_form(question.expected, value)
    if found is None:
        line = say("code.expected", form=question.form, got=shown(value))
        return Feedback(Outcome.CANNOT_BE_MARKED, Case.CANNOT_BE_MARKED, say("heading.cannot_be_marked"), line)
    if found == question.expected:
        heading = say("heading.value_right")
        return Feedback(Outcome.RIGHT, Case.VALUE_RIGHT, heading, question.right, next_step=question.next_step)
    for slip in question.slips:
        if found == slip.value:
            return Feedback(Outcome.NOT_YET, Case.VALUE_SLIP, say("heading.value_slip"), slip.line)
    return Feedback(Outcome.NOT_YET, Case.VALUE_OFF, say("heading.value_off"), _how_much(question.expected, found))


def _same_form(expected: Value, value: object) -> Value | None:
    """The value in the form of the expected one; None where it has another."""
    if isinstance(expected, dict):
        return dict(value) if isinstance(value, Mapping) else None
    if isinstance(value, Collection) and not isinstance(value, str | Mapping):
        return frozenset(value) if all(isinstance(part, str) for part in value) else None
    return None


def _how_much(expected: Value, found: Value) -> str:
    ours, yours = (list(v.items()) if isinstance(v, dict) else list(v) for v in (expected, found))
    right = sum(part in ours for part in yours)  # by comparing: what a learner put in a dictionary may not hash
    return say("code.partly", right=right, count=len(ours), extra=len(yours) - right)
