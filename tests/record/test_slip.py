"""Slips: codes on paper instead of names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.record import UnreadableSlip, learner_of, learners_with_slips, new_slips, parity, read_slip
from readtwice.record.slip import COLOURS, EXAMPLE, MOST_SLIPS, check_characters
from readtwice.words import words
from tests.notebooks import COURSE

SLIPS = st.builds(
    lambda colour, number: f"{colour}-{number}-{check_characters(colour, number)}",
    st.sampled_from(COLOURS),
    st.integers(10, 99),
)


@given(SLIPS)
def test_a_slip_is_read_however_it_is_typed(slip: str) -> None:
    assert read_slip(slip) == read_slip(f" {slip.lower()} ") == read_slip(slip.replace("-", " ")) == slip
    assert read_slip(slip.replace("-", "")) == slip


@given(SLIPS)
def test_the_number_s_parity_is_the_learner_s(slip: str) -> None:
    assert parity(learner_of(slip)) == int(slip.split("-")[1]) % 2
    assert len(learner_of(slip)) == 10


def test_no_two_slips_make_one_learner() -> None:
    slips = [*new_slips(MOST_SLIPS), EXAMPLE]
    assert len({learner_of(slip) for slip in slips}) == len(slips) == len(set(slips)) == len(COLOURS) * 90
    assert {learner_of(slip) for slip in slips} == learners_with_slips()


@given(SLIPS, st.data())
def test_a_number_misread_is_caught_more_often_than_not(slip: str, data: st.DataObject) -> None:
    colour, number, check = slip.split("-")
    others = [n for n in range(10, 100) if n != int(number) and check_characters(colour, n) == check]
    assert len(others) < 10, "of 89 other numbers, few have the same two last characters"


@pytest.mark.parametrize("text", ["", "TEAL", "27", "TEAL-27", "TEAL-27-K5", "TEEL-27-K4", "TEAL-07-K4", "x" * 99])
def test_what_cannot_be_a_slip_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableSlip, match=r"\.$"):
        read_slip(text)


def test_one_slip_stands_in_our_own_words_and_nobody_is_given_it() -> None:
    guides = (COURSE / "notebooks/teacher").rglob("*.md")
    told = [str(words()), *(page.read_text(encoding="utf-8") for page in guides)]
    assert {*re.findall(r"[A-Z]{3,7}-\d\d-[A-Z]\d", " ".join(told))} == {EXAMPLE}
    assert read_slip(EXAMPLE) == EXAMPLE
    assert EXAMPLE not in new_slips(MOST_SLIPS)


def test_there_are_no_more_slips_than_can_be_given() -> None:
    with pytest.raises(ValueError, match=f"1 to {MOST_SLIPS:,} learners"):
        new_slips(MOST_SLIPS + 1)


@pytest.mark.parametrize("count", [0, -1, 100_000])
def test_no_slips_or_more_than_there_are_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"not for {count}"):
        new_slips(count)


@pytest.mark.parametrize("dash", ["-", "–", "—", "‑", "−", "ー", " ", "", " - ", "\u00a0–\u00a0", "－"])
@pytest.mark.parametrize("letters", ["TEAL", "ТEАL", "ТЕАL", "τEAL", "ｔｅａｌ", "te\u200bal", "ＴＥＡＬ"])
def test_a_slip_is_read_in_any_alphabet_that_looks_alike_and_with_any_dash(letters: str, dash: str) -> None:
    assert read_slip(f"{letters}{dash}27{dash}K4") == "TEAL-27-K4"
    assert read_slip(f"{letters}{dash}２７{dash}К4") == "TEAL-27-K4"


@pytest.mark.parametrize(
    "typed",
    [
        "TEAL·27·K4",
        "“teal-27-k4”.",
        "(TEAL 27 K4)",
        "TEAL_27_K4",
        "𝐓𝐄𝐀𝐋-𝟐𝟕-𝐊𝟒",
        "ＴＥＡＬ・２７・Ｋ４",
        "TEAl-٢٧-K٤",
        "TEA1/27/K4",
    ],
)
def test_a_slip_is_read_through_whatever_stands_in_it_and_in_any_font(typed: str) -> None:
    assert read_slip(typed) == "TEAL-27-K4"


@given(SLIPS)
def test_an_o_for_a_zero_and_an_l_for_a_one_are_read(slip: str) -> None:
    colour, number, check = slip.split("-")
    assert read_slip(f"{colour}-{number.replace('0', 'O').replace('1', 'l')}-{check}") == slip
    assert read_slip(f"{colour.replace('O', '0').replace('I', '1')}-{number}-{check}") == slip
