"""Questions about data that are answered in code."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from readtwice.marking.values import Slip, ValueQuestion
from readtwice.page.code_question import CodeQuestion
from readtwice.page.open import CourseError
from readtwice.page.reply import Reply
from readtwice.words import say


class DataQuestion(CodeQuestion):
    """A question about a table: a dictionary whose numbers are rounded before they are compared."""

    def __init__(self, kind: str, question: ValueQuestion, values: dict[str, Any], places: tuple[int, ...]) -> None:
        super().__init__(kind, question, values)
        self._places = places

    def check(self, answer: Any) -> Reply:
        """Mark a dictionary. None is *not tried yet*."""
        return super().check(_all_rounded(answer, self._places))


def numbers_question(
    kind: str, exact: dict[str, Any], slips: dict[str, dict[str, Any]], places: tuple[int, ...], /, **values: Any
) -> DataQuestion:
    """A question in the words of its kind. A slip that happens to lead to the right value is no slip."""
    if not exact:
        raise CourseError(say("error.page.nothing_to_compare"))
    expected = _all_rounded(exact, places)
    rounded = {key: _all_rounded(value, places) for key, value in slips.items()}
    known = [Slip(value, say(f"code.{kind}.{key}", **values)) for key, value in rounded.items() if value != expected]
    form, right, next_step = (say(f"code.{kind}.{part}", **values) for part in ("form", "right", "next"))
    return DataQuestion(kind, ValueQuestion(expected, form, right, next_step, tuple(known)), values, places)


def _all_rounded(answer: Any, places: tuple[int, ...]) -> Any:
    """A dictionary with its numbers rounded and written out; anything else as it is."""
    if not isinstance(answer, Mapping):
        return answer
    return {key: rounded(value, places) for key, value in answer.items()}


def rounded(value: Any, places: tuple[int, ...]) -> Any:
    """A number written out with so many places, a list of numbers each with its own; anything else as it is."""
    if isinstance(value, (list, tuple)):
        if len(value) != len(places):
            return list(value)
        return [rounded(part, (digits,)) for part, digits in zip(value, places, strict=True)]
    if len(places) != 1 or isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return value
    exact = Decimal(str(value))
    if not exact.is_finite() or abs(exact) >= BILLION * BILLION:
        return value
    return str(exact.quantize(Decimal(1).scaleb(-places[0]), ROUND_HALF_UP))


BILLION = Decimal(10) ** 9
