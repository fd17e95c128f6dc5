"""A difference is called one only where it is clear: counted by hand, by brute force, and over many classes."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readtwice.statistics import stand_out
from readtwice.statistics.stand_out import Deal, clearly_worse, standings
from tests.statistics.simulated import Uneven, named

DEALS = st.lists(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 2)), min_size=1, max_size=4), min_size=1, max_size=4
)


def by_brute_force(deals: list[list[tuple[str, int]]], label: str) -> tuple[int, Fraction]:
    """Mistakes of a label, and how many of all ways to deal give it at least as many."""
    deals = [deal for deal in deals if len({name for name, _ in deal}) > 1 and label in {name for name, _ in deal}]

    def mistakes(dealt: tuple[tuple[int, ...], ...]) -> int:
        pairs = zip(deals, dealt, strict=True)
        return sum(
            value for deal, values in pairs for (name, _), value in zip(deal, values, strict=True) if name == label
        )

    found = mistakes(tuple(tuple(value for _, value in deal) for deal in deals))
    ways = list(product(*(list(permutations([value for _, value in deal])) for deal in deals)))
    return found, Fraction(sum(mistakes(way) >= found for way in ways), len(ways))


@pytest.mark.long
@given(DEALS)
@settings(max_examples=60, deadline=None)
def test_the_probability_is_that_of_dealing_in_every_way(deals: list[list[tuple[str, int]]]) -> None:
    for one in standings(deals):
        mistakes, probability = by_brute_force(deals, one.label)
        assert one.mistakes == mistakes
        assert one.probability == pytest.approx(float(probability), abs=1e-12)


def test_four_learners_by_hand() -> None:
    """Each got one of two kinds wrong, and always the same one: one way of sixteen."""
    deals: list[Deal] = [[("a", 1), ("b", 0)]] * 4
    worst, best = standings(deals)
    assert (worst.mistakes, worst.expected, worst.probability) == (4, 2, 1 / 16)
    assert (best.mistakes, best.probability) == (0, 1.0)
    assert clearly_worse([worst, best], {"a": 4, "b": 4}) == ()
    assert clearly_worse(standings(deals * 2), {"a": 8, "b": 8}) == ("a",)


def test_what_nothing_is_compared_with_is_left_out() -> None:
    assert standings([[("a", 1)], [("a", 1), ("a", 0)]]) == ()
    assert standings([]) == ()


def test_a_clear_but_small_difference_is_not_told() -> None:
    """Two of a hundred more: with so many learners no chance, and nothing to teach by."""
    deals: list[Deal] = [[("a", 1), ("b", 0)]] * 40 + [[("a", 0), ("b", 0)]] * 1960
    assert standings(deals)[0].probability < 1e-9
    assert clearly_worse(standings(deals), {"a": 2000, "b": 2000}) == ()


@pytest.mark.long
@given(st.lists(st.permutations([0, 1, 1, 2]), min_size=105, max_size=125))
@settings(max_examples=15, deadline=None)
def test_beyond_a_hundred_learners_a_normal_distribution_is_as_good(rows: list[list[int]]) -> None:
    deals = [list(zip("abcd", row, strict=True)) for row in rows]
    quick = standings(deals)
    most, stand_out.MOST_COUNTED = stand_out.MOST_COUNTED, 1000
    try:
        exact = standings(deals)
    finally:
        stand_out.MOST_COUNTED = most
    for one, other in zip(quick, exact, strict=True):
        assert one.probability == pytest.approx(other.probability, abs=0.005)


@pytest.mark.long
@pytest.mark.parametrize("spread", [0.0, 0.25])
def test_where_all_is_alike_at_most_one_class_in_twenty_is_told_otherwise(spread: float) -> None:
    found = sum(bool(named(Uneven(28, spread=spread), seed)) for seed in range(300))
    assert found <= 15


def test_a_skill_that_is_much_weaker_is_found_in_most_classes() -> None:
    found = [named(Uneven(28, weaker=0.25), seed) for seed in range(100)]
    assert sum("number" in one for one in found) >= 65
    assert sum(bool(set(one) - {"number"}) for one in found) <= 5
