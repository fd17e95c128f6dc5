"""Bands, and tenths with chance mixed in: what one learner answered hardly moves what is published."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import e

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.statistics.sharing import (
    BANDS,
    ENOUGH_TO_SHARE,
    TooFewToShare,
    band,
    check_shareable,
    may_be_off,
    nearest,
    tenths,
)
from tests.classroom.attack import gained, likelihood


def test_ten_learners_may_be_shared_and_nine_may_not() -> None:
    check_shareable(ENOUGH_TO_SHARE)
    for few in (ENOUGH_TO_SHARE - 1, 1, 0):
        with pytest.raises(TooFewToShare, match=rf"^Figures .* from 10 learners on\. Learners here: {few}\.$"):
            check_shareable(few)
        with pytest.raises(TooFewToShare):
            tenths({str(one): Fraction(1) for one in range(few)}, [])


@pytest.mark.parametrize(
    ("learners", "told"),
    [(10, "10 to 19"), (19, "10 to 19"), (20, "20 to 29"), (27, "20 to 29"), (49, "30 to 49"), (4000, "1,000 or more")],
)
def test_a_number_of_learners_is_a_band(learners: int, told: str) -> None:
    assert band(learners) == told


def test_below_the_first_band_there_is_none() -> None:
    with pytest.raises(ValueError, match="no band"):
        band(BANDS[0] - 1)


@pytest.mark.long
@pytest.mark.parametrize("learners", [10, 26, 27, 60])
def test_chance_is_drawn_as_the_rule_says(learners: int) -> None:
    shares = {str(one): Fraction(one % 5, 4) for one in range(learners)}
    total, times = float(sum(shares.values())), 3000
    seen = Counter(tenths(shares, [f"class {number}"]) for number in range(times))
    for tenth in range(11):
        assert seen[tenth] / times == pytest.approx(likelihood(tenth, total, learners), abs=0.03)


@given(st.integers(ENOUGH_TO_SHARE, 60), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=200, deadline=None)
def test_no_answers_of_one_learner_make_any_tenth_more_than_e_times_as_likely(
    learners: int, others: float, one: float, other: float
) -> None:
    """So nothing that is published can be told for certain, whatever else is known of all others."""
    rest = others * (learners - 1)
    for tenth in range(11):
        some, more = likelihood(tenth, rest + one, learners), likelihood(tenth, rest + other, learners)
        assert some > 0
        assert some <= e * more * (1 + 1e-6)


@given(st.lists(st.text(max_size=5), max_size=6), st.randoms())
def test_the_same_answers_in_any_order_give_the_same_figure(answers: list[str], chance: object) -> None:
    shares = {str(one): Fraction(1, 2) for one in range(20)}
    mixed = sorted(answers, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert tenths(shares, answers) == tenths(shares, mixed)


@pytest.mark.parametrize("learners", [10, 20, 30, 50, 100])
def test_a_figure_is_off_by_no_more_than_is_said_19_times_of_20(learners: int) -> None:
    shares = {str(one): Fraction(1, 2) for one in range(learners)}
    off = [abs(tenths(shares, [str(number)]) - 5) for number in range(1000)]
    assert sum(one > may_be_off(learners) for one in off) <= 50


def test_a_share_is_the_nearest_tenth() -> None:
    assert [nearest(total, 20) for total in (-3, 0, 0.9, 1, 9.9, 19, 20, 25)] == [0, 0, 0, 1, 5, 10, 10, 10]


@pytest.mark.long
def test_an_attacker_with_two_versions_gains_next_to_nothing_where_rounding_alone_gives_learners_away() -> None:
    """27 learners, then 26. Whether the one between them had more than half right, guessed as well as can be."""
    guessed, blind, sure = gained(27, 1500)
    assert guessed - blind <= 0.04
    assert sure <= 0.01
    *_, sure_by_rounding = gained(27, 1500, ours=False)
    assert sure_by_rounding > 0.03, "the attack works where nothing is mixed in"
