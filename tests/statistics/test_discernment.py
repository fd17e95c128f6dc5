"""Discernment of a class, held against hand-worked values, the textbook's slow formulas, and its own symmetries."""

from __future__ import annotations

import random
import statistics
from math import sqrt
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.statistics.discernment import (
    Interval,
    LearnerCounts,
    change,
    class_area,
    class_discernment,
    direction,
    discernment,
    student_t,
)
from tests.statistics.simulated import POPULATIONS, Population, coverage

COUNTS = st.integers(0, 500)
RATINGS = st.lists(st.integers(1, 5), min_size=1, max_size=30)
FEW = st.integers(0, 4)
TAPS = st.lists(st.integers(0, 4), max_size=4).map(tuple)
LEARNER = st.builds(LearnerCounts, FEW, FEW, FEW, FEW, FEW, TAPS, TAPS)
CLASS = st.lists(LEARNER, min_size=3, max_size=12)


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


def area(flawed: list[int], clean: list[int]) -> tuple[float, Interval] | None:
    """The area of one learner's ratings."""
    return class_area((LearnerCounts(flawed_ratings=tuple(flawed), clean_ratings=tuple(clean)),))


@given(RATINGS, RATINGS)
def test_the_area_is_the_share_of_pairs_that_are_told_apart(flawed: list[int], clean: list[int]) -> None:
    pairs = [(f > c) + (f == c) / 2 for f in flawed for c in clean]
    auc, (low, high) = area(flawed, clean)  # type: ignore[misc]
    assert auc == pytest.approx(sum(pairs) / len(pairs), abs=1e-12)
    assert 0 <= low <= auc <= high <= 1
    assert high > low, "no class is so clear that nothing is left open"
    other, _ = area(clean, flawed)  # type: ignore[misc]
    assert other == pytest.approx(1 - auc, abs=1e-12)


def test_without_both_kinds_there_is_no_area_and_no_count_below_zero() -> None:
    assert area([], [1]) is None
    assert area([1], []) is None
    with pytest.raises(ValueError, match="below zero"):
        discernment(-1, 0, 0, 0)
    with pytest.raises(ValueError, match="below zero"):
        LearnerCounts(held_back=-1)


@pytest.mark.parametrize(
    ("degrees", "table"), [(2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (29, 2.045), (60, 2.000), (1000, 1.962)]
)
def test_students_t_is_that_of_the_printed_table(degrees: int, table: float) -> None:
    assert student_t(degrees) == pytest.approx(table, rel=0.01 if degrees == 2 else 0.002)


def test_students_t_is_not_given_where_the_expansion_fails() -> None:
    with pytest.raises(ValueError, match="2 degrees"):
        student_t(1)


# What follows writes the textbook's formulas out the slow way.
Z = NormalDist().inv_cdf


def by_hand(learners: list[LearnerCounts]) -> tuple[float, float, float]:
    """d′, c, and the standard error of d′ after Gourevitch and Galanter."""
    hits, misses = sum(one.hits for one in learners), sum(one.misses for one in learners)
    alarms, kept = sum(one.false_alarms for one in learners), sum(one.correct_acceptances for one in learners)
    h, f = (hits + 0.5) / (hits + misses + 1), (alarms + 0.5) / (alarms + kept + 1)
    spread_h = h * (1 - h) / ((hits + misses + 1) * NormalDist().pdf(Z(h)) ** 2)
    spread_f = f * (1 - f) / ((alarms + kept + 1) * NormalDist().pdf(Z(f)) ** 2)
    return Z(h) - Z(f), -0.5 * (Z(h) + Z(f)), sqrt(spread_h + spread_f)


def area_by_hand(learners: list[LearnerCounts]) -> float:
    flawed = [one for learner in learners for one in learner.flawed_ratings]
    clean = [one for learner in learners for one in learner.clean_ratings]
    pairs = [(f > c) + (f == c) / 2 for f in flawed for c in clean]
    return sum(pairs) / len(pairs) if pairs else 0.5


def jackknife(without: list[float]) -> float:
    """The standard error by pseudo-values: n times the whole less n - 1 times the rest; their mean's own error."""
    n = len(without)
    whole = statistics.fmean(without)  # any constant does: it shifts all pseudo-values alike
    pseudo = [n * whole - (n - 1) * one for one in without]
    return statistics.stdev(pseudo) / sqrt(n)


@given(CLASS)
def test_the_interval_of_a_class_is_the_wider_of_learners_and_answers(learners: list[LearnerCounts]) -> None:
    found, (d, c, error) = class_discernment(learners), by_hand(learners)
    assert (found.d_prime, found.criterion) == (pytest.approx(d, abs=1e-9), pytest.approx(c, abs=1e-9))
    without = [by_hand(learners[:place] + learners[place + 1 :]) for place in range(len(learners))]
    t = student_t(len(learners) - 1)
    d_half = max(1.959964 * error, t * jackknife([one[0] for one in without]))
    c_half = max(1.959964 * error / 2, t * jackknife([one[1] for one in without]))
    assert found.d_prime_interval == pytest.approx((d - d_half, d + d_half), abs=1e-5)
    assert found.criterion_interval == pytest.approx((c - c_half, c + c_half), abs=1e-5)
    assert found.held_back == sum(one.held_back for one in learners)


@given(CLASS)
def test_the_area_of_a_class_leaves_out_a_learner_at_a_time(learners: list[LearnerCounts]) -> None:
    found = class_area(learners)
    if not any(one.flawed_ratings for one in learners) or not any(one.clean_ratings for one in learners):
        assert found is None
        return
    assert found is not None
    auc, (low, high) = found
    assert auc == pytest.approx(area_by_hand(learners), abs=1e-9)
    without = [area_by_hand(learners[:place] + learners[place + 1 :]) for place in range(len(learners))]
    half = student_t(len(learners) - 1) * jackknife(without)
    assert low <= max(0, auc - half) + 1e-9
    assert high >= min(1, auc + half) - 1e-9


@given(CLASS, st.randoms())
def test_no_order_of_the_learners_changes_a_figure(learners: list[LearnerCounts], chance: random.Random) -> None:
    mixed = learners[:]
    chance.shuffle(mixed)
    one, other = class_discernment(learners), class_discernment(mixed)
    assert one.d_prime == other.d_prime
    assert one.criterion_interval == pytest.approx(other.criterion_interval, abs=1e-9)


@given(CLASS, CLASS)
def test_a_change_is_the_difference_and_turns_round_with_time(
    before: list[LearnerCounts], after: list[LearnerCounts]
) -> None:
    n = min(len(before), len(after))
    before, after = before[:n], after[:n]
    found, back = change(before, after), change(after, before)
    assert found is not None
    assert back is not None
    assert found.learners == n
    assert found.d_prime == pytest.approx(
        class_discernment(after).d_prime - class_discernment(before).d_prime, abs=1e-9
    )
    assert back.criterion == pytest.approx(-found.criterion, abs=1e-9)
    assert back.d_prime_interval == pytest.approx((-found.d_prime_interval[1], -found.d_prime_interval[0]), abs=1e-9)
    without = [
        by_hand(after[:one] + after[one + 1 :])[0] - by_hand(before[:one] + before[one + 1 :])[0] for one in range(n)
    ]
    error = sqrt(by_hand(before)[2] ** 2 + by_hand(after)[2] ** 2)
    half = max(1.959964 * error, student_t(n - 1) * jackknife(without)) if n > 2 else 1.959964 * error
    assert found.d_prime_interval[1] - found.d_prime == pytest.approx(half, abs=1e-5)
    assert (found.auc is None) == (class_area(before) is None or class_area(after) is None)


def test_habits_that_stay_cancel_out_of_a_change() -> None:
    """Half a class is wary of everything and half trusts everything, before and after alike."""
    wary, trusting = LearnerCounts(4, 0, 4, 0), LearnerCounts(0, 4, 0, 4)
    habits = [wary, trusting] * 15
    found, once = change(habits, habits), class_discernment(habits)
    assert found is not None
    width = found.criterion_interval[1] - found.criterion_interval[0]
    assert width < (once.criterion_interval[1] - once.criterion_interval[0]) / 1.5
    assert direction(found.d_prime_interval) == "can't tell"


def test_nobody_has_not_changed_and_everyone_needs_both_occasions() -> None:
    assert change([], []) is None
    with pytest.raises(ValueError, match="shorter"):
        change([LearnerCounts()], [])


def test_a_direction_is_told_only_where_zero_is_left_out() -> None:
    assert direction((0.01, 2)) == "up"
    assert direction((-2, -0.01)) == "down"
    assert direction((-0.01, 2)) == direction((0, 1)) == direction(None) == "can't tell"


@pytest.mark.slow
@pytest.mark.parametrize("population", POPULATIONS, ids=str)
def test_intervals_hold_the_truth_as_often_as_they_promise(population: Population) -> None:
    """95 of 100 are promised; three standard errors of 600 simulated classes are left to chance."""
    held = coverage(population, classes=600)
    for figure in ("d′", "c", "AUC", "change of d′", "change of c", "change of AUC"):
        assert held[figure] >= 0.95 - 3 * sqrt(0.95 * 0.05 / 600), f"{figure}: {held[figure]}"


@pytest.mark.slow
def test_pooled_counts_promise_too_much_where_learners_differ() -> None:
    """Why the learner is the unit: the interval from counts alone is too narrow for c."""
    assert coverage(Population(spread=0.8), classes=600)["c pooled"] < 0.9
