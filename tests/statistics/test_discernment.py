"""Discernment of a class, held against hand-worked values and its own symmetries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.statistics.discernment import area, discernment

COUNTS = st.integers(0, 500)
RATINGS = st.lists(st.integers(1, 5), min_size=1, max_size=30)


def test_known_counts_give_the_known_d_prime() -> None:
    found = discernment(hits=8, misses=2, false_alarms=2, correct_acceptances=8)
    assert found.d_prime == pytest.approx(1.496, abs=0.001)  # z(8.5/11) twice
    assert found.criterion == pytest.approx(0, abs=1e-12)
    low, high = found.d_prime_interval
    assert (round(low, 2), round(high, 2)) == (0.33, 2.66)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_chance_is_nothing_and_swapping_flawed_and_clean_turns_the_criterion(a: int, b: int, c: int, d: int) -> None:
    found, mirrored = discernment(a, b, c, d), discernment(d, c, b, a)
    assert found.d_prime == pytest.approx(mirrored.d_prime, abs=1e-9)
    assert found.criterion == pytest.approx(-mirrored.criterion, abs=1e-9)
    assert discernment(a, b, a, b).d_prime == pytest.approx(0, abs=1e-12)


def test_flagging_everything_is_no_discernment_but_a_criterion_far_down() -> None:
    everything = discernment(hits=120, misses=0, false_alarms=120, correct_acceptances=0)
    assert everything.d_prime == pytest.approx(0, abs=1e-9)
    assert everything.criterion < -2


@given(RATINGS, RATINGS)
def test_the_area_is_the_share_of_pairs_that_are_told_apart(flawed: list[int], clean: list[int]) -> None:
    pairs = [(f > c) + (f == c) / 2 for f in flawed for c in clean]
    auc, (low, high) = area(flawed, clean)  # type: ignore[misc]
    assert auc == pytest.approx(sum(pairs) / len(pairs), abs=1e-12)
    assert 0 <= low <= auc <= high <= 1
    other, _ = area(clean, flawed)  # type: ignore[misc]
    assert other == pytest.approx(1 - auc, abs=1e-12)


def test_without_both_kinds_there_is_no_area_and_no_count_below_zero() -> None:
    assert area([], [1]) is None
    assert area([1], []) is None
    with pytest.raises(ValueError, match="below zero"):
        discernment(-1, 0, 0, 0)
