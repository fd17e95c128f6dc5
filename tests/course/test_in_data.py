"""Questions about a table work out for themselves what is right, from the figures of whatever pack is open."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.course import in_data
from readtwice.page.open import CourseError
from readtwice.words import say, words
from tests.course.cows import MEASURES, cows

__all__ = ["cows"]  # a fixture: invented tables are open


def line(kind: str, key: str) -> str:
    return words()["code"][kind][key]


def test_three_measures_side_by_side_need_no_rounding() -> None:
    question = in_data.side_by_side(*MEASURES, "Norland", "Sudland")
    exact = {"Norland": [5.0, 2.0, 625], "Sudland": (4.5, Decimal(3), 4500 / 9.5)}
    assert question.check(exact).outcome == "right"
    assert question.check({"Norland": [5, 2, 625], "Sudland": [4.5, 3, 474]}).outcome == "right"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ({"Norland": [5, 0.02, 625]}, "fraction"),
        ({"Norland": [5000, 2, 625]}, "millions"),
        ({"Norland": [5, 5000, 625]}, "upside_down"),
    ],
)
def test_slips_between_measures_are_told_apart(answer: Any, key: str) -> None:
    said = in_data.side_by_side(*MEASURES, "Norland").check(answer)
    assert said.feedback.case == "value_slip"
    assert said.feedback.line == line("side_by_side", key)


@pytest.mark.parametrize(
    "answer", [{"Norland": [5, 2]}, {"Norland": 5}, {"Norland": "5"}, {"Norland": [1e40, 2, None]}]
)
def test_a_value_of_another_shape_is_off(answer: Any) -> None:
    assert in_data.side_by_side(*MEASURES, "Norland").check(answer).feedback.case == "value_off"


def test_who_is_ahead_depends_on_the_measure() -> None:
    question = in_data.ahead(*MEASURES, "Norland", "Sudland")
    assert question.check({"sum": "Norland", "share": "Sudland", "head": "Norland"}).outcome == "right"
    one_measure = question.check(dict.fromkeys(("sum", "share", "head"), "Norland"))
    assert one_measure.feedback.line == line("ahead", "one_measure")
    turned = question.check({"sum": "Sudland", "share": "Norland", "head": "Sudland"})
    assert turned.feedback.line == line("ahead", "turned")


def test_counts_at_or_above_a_line_leave_totals_out() -> None:
    question = in_data.at_or_above("share", 2, "All")
    assert question.check({"2029": 1, "2030": 2}).outcome == "right"
    assert question.check({"2029": 1, "2030": 1}).feedback.line == line("at_or_above", "above_only")
    assert question.check({"2029": 2, "2030": 3}).feedback.line == say("code.at_or_above.totals_too", without="All")
    assert question.check({"2029": 1, "2030": 0}).feedback.line == line("at_or_above", "below")
    assert question.check({"2029": True, "2030": 2}).outcome == "not_yet"


def test_growth_depends_on_the_base_year() -> None:
    question = in_data.growth("money", "Sudland", "2030")
    assert question.check({"2029": 50.04}).outcome == "right"
    assert question.check({"2029": 150}).feedback.line == line("growth", "whole")
    assert question.check({"2029": 100 / 3}).feedback.line == line("growth", "by_the_last")
    assert question.check({"2029": 0.5}).feedback.line == line("growth", "fraction")


def test_what_is_no_dictionary_cannot_be_marked() -> None:
    question = in_data.growth("money", "Sudland", "2030")
    assert question.check(None).outcome == "not_tried"
    for answer in (12.5, [50], "50"):
        assert question.check(answer).outcome == "cannot_be_marked"


@pytest.mark.parametrize(
    "question",
    [
        lambda: in_data.side_by_side(*MEASURES, "Norland"),
        lambda: in_data.ahead(*MEASURES, "Norland", "Sudland"),
        lambda: in_data.at_or_above("share", 2, "All"),
        lambda: in_data.growth("money", "Sudland", "2030"),
    ],
)
def test_hints_and_the_question_are_filled_in(question: Callable[[], in_data.DataQuestion]) -> None:
    asked = question()
    said = [repr(asked), *(repr(asked.hint(number)) for number in (1, 2, 3)), asked.question.form]
    assert not [text for text in said[:-1] if "{" in text]
    assert "{{" not in said[-1]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: in_data.side_by_side(*MEASURES), "holds nothing to compare"),
        (lambda: in_data.side_by_side(*MEASURES, "Westland"), "There is no figure"),
        (lambda: in_data.side_by_side("money", "people", "people", "2030", "Norland"), "cannot be divided"),
        (lambda: in_data.at_or_above("cheese", 2), "There is no table 'cheese'"),
        (lambda: in_data.growth("money", "Norland", "1999"), "There is no 'money' of Norland"),
        (lambda: in_data.rows("cows.csv"), "There is no file"),
        (lambda: in_data.rows("../cows/cows.csv"), "There is no file"),
        (lambda: in_data.rows("pack.json"), "There is no file"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(ask: Callable[[], object], told: str) -> None:
    with pytest.raises(CourseError, match=told) as caught:
        ask()
    assert len(caught.value._render_traceback_()) == 1


def test_the_rows_of_a_file_that_ships_are_texts(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)
    (name,) = {path.name for path in Path(in_data.__file__).parents[1].glob("packs/*/*-20*.csv")}
    rows = in_data.rows(name)
    assert len(rows) > 100
    assert all(isinstance(value, str) for row in rows for value in row.values())
