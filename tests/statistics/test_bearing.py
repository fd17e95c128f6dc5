"""What figures can bear: the gain that is said to be seen is seen, an unchanged learner is seldom told of a change."""

from __future__ import annotations

from itertools import product

import pytest

from readtwice.statistics.bearing import bearing
from readtwice.statistics.counts import Response
from readtwice.statistics.discernment import LearnerCounts
from readtwice.statistics.items import analyse
from readtwice.statistics.score import Score, turn
from tests.statistics.simulated import Population, all_settled, reliability_held, seen, told_turned


@pytest.mark.long
@pytest.mark.parametrize("learners", [15, 26])
def test_a_gain_that_is_usually_seen_is_and_half_of_it_usually_is_not(learners: int) -> None:
    said, often = seen(learners, 1.0, 150)
    assert 5 <= said <= 25
    assert 0.65 <= often <= 0.95
    assert seen(learners, 0.5, 150)[1] <= 0.5
    assert seen(learners, 0.0, 150)[1] <= 0.06


def test_more_cards_and_more_classes_show_smaller_gains() -> None:
    before, after = next(Population(26).classes(1, 1))
    found = bearing(before, after)
    assert found is not None
    assert (found.learners, found.cards, found.is_planned) == (26, 8, False)
    assert found.seen_from > found.twice_the_cards > 0
    assert found.seen_from > found.together > 0
    planned = bearing(before)
    assert planned is not None
    assert planned.is_planned
    assert bearing(before[:1]) is None
    assert bearing([LearnerCounts(4, 0, 0, 4)] * 20) is not None  # all alike, all right


@pytest.mark.parametrize(("clean", "later"), list(product((3, 4, 5), (3, 4, 5))))
def test_every_pair_of_draws_tells_the_strongest_change_and_no_other(clean: int, later: int) -> None:
    def score(cards: int, kept: int, caught: int) -> Score:
        return all_settled(cards, 8 - cards, kept, caught)

    assert turn(score(clean, clean, 0), score(later, later, 8 - later)) == "better"
    assert turn(score(clean, clean, 8 - clean), score(later, 0, 8 - later)) == "worse"
    assert turn(score(clean, clean, 0), score(later, 0, 8 - later)) == "stricter"
    assert turn(score(clean, 0, 8 - clean), score(later, later, 0)) == "milder"
    assert turn(score(clean, clean, 7 - clean), score(later, later, 8 - later)) == "same"
    assert turn(score(clean, clean, 0), score(later, later, 0)) == "same"


def test_nobody_is_called_stricter_who_kept_no_less_nor_milder_who_caught_no_less() -> None:
    """All pairs of scores on four sound and four flawed cards."""
    counts = range(5)
    for kept, caught, later, more in product(counts, counts, counts, counts):
        told = turn(all_settled(4, 4, kept, caught), all_settled(4, 4, later, more))
        assert told != "stricter" or (later < kept and more > caught)
        assert told != "milder" or (later > kept and more < caught)


@pytest.mark.parametrize("learners", [3, 10, 26])
def test_where_all_is_right_no_gain_could_be_seen(learners: int) -> None:
    found = bearing([LearnerCounts(4, 0, 0, 4)] * learners)
    assert found is not None
    assert found.seen_from is None


@pytest.mark.long
@pytest.mark.parametrize("cards", [8, 16])
@pytest.mark.parametrize(("kept", "caught"), [(0.5, 0.5), (0.75, 0.4), (0.9, 0.2), (0.65, 0.65), (0.95, 0.95)])
def test_who_did_not_change_is_told_so_19_times_of_20(kept: float, caught: float, cards: int) -> None:
    told = told_turned(kept, caught, cards, 3000)
    assert told["better"] + told["worse"] <= 0.062  # 0.05, and three standard errors of 3,000 learners
    grown = told_turned(0.5, 0.4, cards, 1000, gain=0.5)
    assert grown["better"] > 5 * told["better"]
    assert grown["worse"] == 0


def test_kr20_has_an_interval_from_ten_learners_on() -> None:
    def figures(learners: int) -> tuple[bool, bool]:
        rows = [Response(str(n), str(card), (n + card) % 3 > card % 2) for n in range(learners) for card in range(8)]
        found = analyse(rows).reliability
        return found.is_told, found.interval is not None

    assert figures(9) == (False, False)
    assert figures(10) == (True, True)


@pytest.mark.long
@pytest.mark.parametrize("spread", [0.5, 1.0])
def test_the_interval_of_kr20_holds_the_truth(spread: float) -> None:
    held, _ = reliability_held(26, spread, 200)
    assert held >= 0.9
