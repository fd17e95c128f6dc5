"""Simulated classes, and how often intervals hold what is true of the population that they come from.

Each learner has a sensitivity and a criterion of their own, kept from before to after, and items differ in difficulty:
so a learner's answers hang together, as real ones do. Everything follows from the seed.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt
from statistics import NormalDist, fmean
from typing import get_args

from readtwice.statistics.bearing import bearing
from readtwice.statistics.counts import Response
from readtwice.statistics.discernment import (
    Interval,
    LearnerCounts,
    change,
    class_area,
    class_discernment,
    direction,
    discernment,
)
from readtwice.statistics.items import analyse
from readtwice.statistics.score import Score, Turn, turn
from readtwice.statistics.stand_out import clearly_worse, standings

SKILLS = ("agreement", "who and when", "number", "caption")
_NORMAL = NormalDist()
RATING_STEPS = (-1.0, -0.25, 0.25, 1.0)
"""Where the one-tap scale changes, around a learner's criterion: sure, think so, can't tell, think not, sure not."""


@dataclass(frozen=True)
class Population:
    """Learners with a mean d′ and c before and after, and how far they lie apart; each has so many cards of a kind."""

    learners: int = 30
    before: tuple[float, float] = (1.0, 0.0)
    after: tuple[float, float] = (1.0, 0.0)
    spread: float = 0.5
    cards: int = 4
    items_apart: float = 0.5

    def __str__(self) -> str:
        (d, c), (later_d, later_c) = self.before, self.after
        return (
            f"{self.learners} learners, d′ {d:g} to {later_d:g}, c {c:g} to {later_c:g}, learners {self.spread:g} apart"
        )

    def difficulties(self, seed: int) -> list[float]:
        """Of the flawed cards, then of the clean ones."""
        chance = random.Random(f"items {seed}")
        return [chance.gauss(0, self.items_apart) for _ in range(2 * self.cards)]

    def shares(self, seed: int, means: tuple[float, float], step: float = 0.0) -> tuple[float, float]:
        """True share of flawed and of clean cards that are called at least so flawed, over all learners and items."""
        d, c = means
        wide = sqrt(1 + self.spread**2 / 4 + self.spread**2)
        hard = self.difficulties(seed)
        called = [_NORMAL.cdf((d / 2 - c - step + one) / wide) for one in hard[: self.cards]]
        alarms = [_NORMAL.cdf((-d / 2 - c - step + one) / wide) for one in hard[self.cards :]]
        return fmean(called), fmean(alarms)

    def truth(self, seed: int, means: tuple[float, float]) -> tuple[float, float, float]:
        """d′ and c of the pooled population, and its AUC."""
        z_hit, z_alarm = (_NORMAL.inv_cdf(one) for one in self.shares(seed, means))
        curve = [(1.0, 1.0), *(self.shares(seed, means, step) for step in RATING_STEPS), (0.0, 0.0)]
        area = sum(
            (a_left - a_right) * (h_left + h_right) / 2 for (h_left, a_left), (h_right, a_right) in pairwise(curve)
        )
        return z_hit - z_alarm, -(z_hit + z_alarm) / 2, area

    def classes(self, seed: int, count: int) -> Iterator[tuple[list[LearnerCounts], list[LearnerCounts]]]:
        """So many classes, before and after."""
        chance, hard = random.Random(seed), self.difficulties(seed)
        for _ in range(count):
            habits = [(chance.gauss(0, self.spread), chance.gauss(0, self.spread)) for _ in range(self.learners)]
            yield tuple(  # type: ignore[misc]
                [self._learner(chance, hard, d + more_d, c + more_c) for more_d, more_c in habits]
                for d, c in (self.before, self.after)
            )

    def _learner(self, chance: random.Random, hard: list[float], d: float, c: float) -> LearnerCounts:
        flawed = [chance.gauss(d / 2 - c + one, 1) for one in hard[: self.cards]]
        clean = [chance.gauss(-d / 2 - c + one, 1) for one in hard[self.cards :]]
        hits, alarms = sum(one > 0 for one in flawed), sum(one > 0 for one in clean)
        return LearnerCounts(
            *(hits, self.cards - hits, alarms, self.cards - alarms),
            flawed_ratings=tuple(sum(one > step for step in RATING_STEPS) for one in flawed),
            clean_ratings=tuple(sum(one > step for step in RATING_STEPS) for one in clean),
        )


def coverage(population: Population, classes: int, seed: int = 1) -> dict[str, float]:
    """The share of classes whose 95 percent intervals hold the truth, for each figure.

    "pooled" is from counts alone, as if each answer came from another learner.
    """
    before_truth, after_truth = (population.truth(seed, means) for means in (population.before, population.after))
    held: Counter[str] = Counter()

    def hold(figure: str, interval: Interval | None, truth: float) -> None:
        held[figure] += interval is not None and interval[0] <= truth <= interval[1]

    for before, after in population.classes(seed, classes):
        found, area = class_discernment(before), class_area(before)
        pooled = discernment(found.hits, found.misses, found.false_alarms, found.correct_acceptances)
        changed = change(before, after)
        assert changed is not None
        hold("d′ pooled", pooled.d_prime_interval, before_truth[0])
        hold("c pooled", pooled.criterion_interval, before_truth[1])
        hold("d′", found.d_prime_interval, before_truth[0])
        hold("c", found.criterion_interval, before_truth[1])
        hold("AUC", area and area[1], before_truth[2])
        hold("change of d′", changed.d_prime_interval, after_truth[0] - before_truth[0])
        hold("change of c", changed.criterion_interval, after_truth[1] - before_truth[1])
        hold("change of AUC", changed.auc_interval, after_truth[2] - before_truth[2])
    return {figure: count / classes for figure, count in held.items()}


POPULATIONS = (
    Population(),
    Population(after=(1.6, -0.3)),
    Population(learners=10),
    Population(learners=100),
    Population(before=(2.5, 0.0), after=(2.5, 0.0)),
    Population(before=(0.2, -1.2), after=(0.2, -1.2), spread=0.8),
    Population(spread=0.0),
)


@dataclass(frozen=True)
class Uneven:
    """Classes in which a learner has a card of each skill right so often, "number" by `weaker` less often.

    Learners lie `spread` apart in how able they are, in how wary they are, and in each skill for itself.
    """

    learners: int
    weaker: float = 0.0
    right: float = 0.65
    spread: float = 0.15

    def __str__(self) -> str:
        return (
            f"{self.learners} learners, one skill {100 * self.weaker:g} points weaker, learners {self.spread:g} apart"
        )


def named(uneven: Uneven, seed: int) -> tuple[str, ...]:
    """The skills called clearly worse in one such class, where each learner has a sound and a flawed card of each."""
    chance = random.Random(f"{uneven} {seed}")
    deals = []
    for _ in range(uneven.learners):
        able, wary = chance.gauss(uneven.right, uneven.spread), chance.gauss(0, uneven.spread)
        deal = []
        for skill in SKILLS:
            apt = able + chance.gauss(0, uneven.spread) - uneven.weaker * (skill == "number")
            deal.append((skill, sum(chance.random() >= apt + lean for lean in (wary, -wary))))
        deals.append(deal)
    return clearly_worse(standings(deals), dict.fromkeys(SKILLS, 2 * uneven.learners))


UNEVEN = tuple(
    Uneven(learners, weaker, spread=spread)
    for weaker in (0.0, 0.25)
    for learners in (15, 28, 60)
    for spread in (0.0, 0.15)
)


def seen(learners: int, gain: float, classes: int, *, cards: int = 4) -> tuple[float, float]:
    """The gain, in right answers of 100, that such classes are told is usually seen; and how often one that is `gain`
    times as large is. `cards` are of each kind, sound and flawed.
    """
    still = Population(learners, cards=cards, items_apart=0.0)
    found = [one.seen_from for both in still.classes(1, 60) if (one := bearing(*both))]
    wanted = gain * fmean(found) / 100

    def right(d: float) -> float:
        hits, alarms = still.shares(1, (d, 0.0))
        return (hits + 1 - alarms) / 2

    d = still.before[0]
    while right(d) - right(still.before[0]) < wanted and d < 6:
        d += 0.01
    grown = replace(still, after=(d, 0.0))
    changes = [change(*both) for both in grown.classes(2, classes)]
    up = sum(one is not None and direction(one.d_prime_interval) == "up" for one in changes)
    return fmean(found), up / classes


UNCHANGED = ((0.5, 0.5), (0.65, 0.65), (0.75, 0.4), (0.9, 0.2))
"""Odds with which a learner keeps a sound card and catches a flawed one, who answers after the course as before."""

ONE_IN_TWENTY = 0.05


def told_turned(right: float, caught: float, cards: int, learners: int, *, gain: float = 0.0) -> dict[str, float]:
    """How often learners are told each turn who keep and catch with these odds before and after, after by so much
    more; how many cards are flawed is drawn as the course draws it."""
    chance = random.Random(f"{right} {caught} {cards} {gain}")
    told: Counter[str] = Counter()

    def once(more: float) -> Score:
        flawed = chance.randint(3 * cards // 8, 5 * cards // 8)
        kept = sum(chance.random() < right + more for _ in range(cards - flawed))
        found = sum(chance.random() < caught + more for _ in range(flawed))
        return all_settled(cards - flawed, flawed, kept, found)

    for _ in range(learners):
        told[turn(once(0.0), once(gain))] += 1
    return {name: told[name] / learners for name in get_args(Turn)}


def all_settled(clean: int, flawed: int, kept: int, caught: int) -> Score:
    """Who never says "can't tell": what is not kept is a false alarm, what is not caught a miss."""
    return Score(clean, flawed, kept=kept, caught=caught, false_alarms=clean - kept, misses=flawed - caught)


def reliability_held(learners: int, spread: float, classes: int, cards: int = 8) -> tuple[float, float]:
    """How often the interval of KR-20 holds the truth, and how often KR-20 comes out below zero."""
    odds = _NORMAL.inv_cdf(0.65)

    def rows(count: int, seed: object) -> Iterator[Response]:
        chance = random.Random(f"{count} {spread} {seed}")
        for learner in range(count):
            able = chance.gauss(odds * sqrt(1 + spread**2), spread)
            for card in range(cards):
                yield Response(str(learner), str(card), chance.gauss(0, 1) < able)

    truth = analyse(rows(20_000, "truth")).reliability.kr20
    assert truth is not None
    held = below = 0
    for seed in range(classes):
        found = analyse(rows(learners, seed)).reliability
        held += found.interval is not None and found.interval[0] <= truth <= found.interval[1]
        below += found.kr20 is not None and found.kr20 < 0
    return held / classes, below / classes
