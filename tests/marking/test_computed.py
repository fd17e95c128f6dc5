"""Numbers worked out for number items: what fits, which slip was made, and what becomes of the verdict."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.marking import Answer, Case, Outcome, mark, read_answer
from readtwice.marking.computed import mark_number
from readtwice.pack.item import Computation, NumberSlip, Option
from tests.specimens import number_pack

SHARE = Computation(
    ask="What share of GDP is it?",
    value=Decimal("0.2258"),
    shown="0.23%",
    unit="percent of GDP",
    low=Decimal("0.22"),
    high=Decimal("0.26"),
    estimate_low=Decimal(0),
    estimate_high=Decimal(10),
    working=(),
    perspective="It is small.",
    slips=(NumberSlip(Decimal("0.0786"), "That is the share per year.", "a sum and a yearly amount are the same"),),
    take=(),
    figures=(),
)
ITEM = replace(
    number_pack().item("cost-per-head"),
    computation=SHARE,
    key="not_supported",
    options={verdict: Option(f"said to {verdict}") for verdict in ("supported", "not_supported", "undetermined")},
)
MONEY = replace(SHARE, unit="USD million", value=Decimal("186.65"), low=Decimal("186"), high=Decimal("188"), slips=())


@pytest.mark.parametrize("typed", ["0.226 %", "0.23%", ".0023", "0,23 %", "2.3e-3", 0.002258, Decimal("0.23"), "0.23"])
def test_a_right_number_is_right_however_it_is_written(typed: object) -> None:
    feedback = mark(ITEM, typed)
    assert (feedback.outcome, feedback.case) == (Outcome.RIGHT, Case.VALUE_RIGHT)
    assert "0.23%" in feedback.line
    assert feedback.quotes == ITEM.shown


@given(st.decimals("0.22", "0.26", places=55) | st.floats(0.22, 0.26, exclude_max=True))
def test_a_number_worked_out_by_code_is_saved_so_that_it_can_be_read_again(number: Decimal | float) -> None:
    answer = read_answer(ITEM, [number, "not_supported"])
    assert read_answer(ITEM, answer.parts) == answer
    assert mark(ITEM, answer).case == Case.HIT


def test_a_fraction_is_told_how_it_was_read() -> None:
    assert mark(ITEM, ".0023").line == "We read .0023 as a fraction, which is 0.23%. We get 0.23%."


@pytest.mark.parametrize(
    ("computation", "typed", "case", "words"),
    [
        (SHARE, "23%", Case.VALUE_SLIP, "hundred times too big"),
        (SHARE, "0.0023%", Case.VALUE_SLIP, "hundred times too small"),
        (SHARE, "0.08%", Case.VALUE_SLIP, "share per year"),
        (SHARE, "0.0785%", Case.VALUE_SLIP, "share per year"),
        (SHARE, "44286%", Case.VALUE_SLIP, "upside down"),
        (SHARE, "0.21%", Case.VALUE_OFF, "Round only at the end"),
        (SHARE, "3%", Case.VALUE_OFF, "too big"),
        (SHARE, "0.1%", Case.VALUE_OFF, "too small"),
        (MONEY, "0.187", Case.VALUE_SLIP, "too small by a thousand"),
        (MONEY, "187000000", Case.VALUE_SLIP, "too big by a thousand or a million"),
        (MONEY, "-187", Case.VALUE_SLIP, "wrong sign"),
    ],
)
def test_each_slip_has_its_own_words(computation: Computation, typed: str, case: Case, words: str) -> None:
    feedback = mark(replace(ITEM, computation=computation), typed)
    assert (feedback.outcome, feedback.case) == (Outcome.NOT_YET, case)
    assert words in feedback.line


DAYS = replace(
    MONEY,
    high=Decimal("187"),
    slips=(
        NumberSlip(Decimal("191.70"), "It takes the mean rate of the year.", "any rate will do"),
        NumberSlip(Decimal("188.66"), "It takes the rate of another day.", "any rate will do"),
    ),
)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("188.7", "another day"), ("189", "another day"), ("191", "mean rate"), ("187.5", "Round only at the end")],
)
def test_the_nearest_slip_is_named_and_none_that_the_answer_is_nearer_than(typed: str, words: str) -> None:
    assert words in mark(replace(ITEM, computation=DAYS), typed).line


def test_a_slip_is_told_as_one_way_to_the_number_and_never_as_what_was_done() -> None:
    line = mark(ITEM, "0.08%").line
    assert line.startswith("One slip leads to about 0.08%.")


def test_a_slip_of_the_item_names_its_misconception() -> None:
    assert mark(ITEM, "0.08%").misconception == "a sum and a yearly amount are the same"


@pytest.mark.parametrize(
    ("value", "case"),
    [
        ("doesn't hold up", Case.HIT),
        (["0.23", "Doesn’t hold up"], Case.HIT),
        (["23%", "not_supported"], Case.NEAR_MISS),
        (["0.23", "holds up"], Case.MISS),
        (["23%", "holds up"], Case.MISS),
        (["0.23", "can't tell yet"], Case.HELD_BACK),
    ],
)
def test_only_the_verdict_decides_and_a_number_that_is_off_makes_a_near_miss(value: object, case: Case) -> None:
    assert mark(ITEM, value).case == case


@pytest.mark.parametrize("value", ["maybe", "1,234", ["0.23", "perhaps"], ["0.23", "holds up", "more"], [], True, {}])
def test_what_is_neither_number_nor_verdict_cannot_be_marked(value: object) -> None:
    assert mark(ITEM, value).outcome is Outcome.CANNOT_BE_MARKED


def test_a_misread_verdict_is_told_what_was_expected() -> None:
    assert "doesn't hold up, holds up, can't tell" in mark(ITEM, ["0.23", "perhaps"]).line


@given(st.decimals("0.22", "0.26", places=4), st.sampled_from(["", "supported", "not_supported", "undetermined"]))
def test_what_is_saved_is_read_again(number: Decimal, verdict: str) -> None:
    answer = read_answer(ITEM, [str(number), verdict] if verdict else str(number))
    assert read_answer(ITEM, answer.parts) == answer == Answer(verdict, number=str(number))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_number_is_right_exactly_inside_the_range(number: Decimal) -> None:
    right = mark_number(SHARE, f"{number:f}%").outcome is Outcome.RIGHT
    assert right == (SHARE.low <= number <= SHARE.high)


@pytest.mark.parametrize(("value", "case"), [("forecast", Case.SORTED), ("Opinion", Case.MISSORTED)])
def test_a_statement_is_sorted(value: str, case: Case) -> None:
    feedback = mark(number_pack().item("statement-safe"), value)
    assert feedback.case == case
    assert feedback.line == number_pack().item("statement-safe").options[value.lower()].feedback
