"""Discernment of a class: telling flawed from clean (d′, AUC) apart from calling much flawed (criterion c).

Never for one person. Sources: d′ and c, Green & Swets 1966 and Macmillan & Creelman 2005; log-linear correction,
Hautus 1995; standard error of d′ from independent answers, Gourevitch & Galanter 1967; AUC as the Mann-Whitney
statistic, its standard error, Hanley & McNeil 1982; the jackknife over learners, Efron & Stein 1981; why AUC too needs
the learner as its unit, Obuchowski 1997.

**Whose interval.** The answers of one learner hang together: who is wary is wary on every card. A standard error from
pooled counts takes them for independent and is too narrow, above all for c. So `class_discernment`, `class_area` and
`change` leave out one learner at a time. Where learners happen to be alike, that says nothing of how they might have
answered; then the standard error from pooled counts is the larger one, and the larger one counts. `tests/bench` prints
how often such intervals hold the truth in simulated classes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, fsum, pi, sqrt
from statistics import NormalDist
from typing import Literal

Interval = tuple[float, float]

_NORMAL = NormalDist()
_Z = _NORMAL.inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Discernment:
    """Counts of a class, and what they tell, each with its 95 percent interval.

    `d_prime` above 0: flawed and clean are told apart. `criterion` below 0: much is called flawed; above 0: little is.
    Answers held back enter neither.
    """

    hits: int
    misses: int
    false_alarms: int
    correct_acceptances: int
    held_back: int
    d_prime: float
    d_prime_interval: Interval
    criterion: float
    criterion_interval: Interval


@dataclass(frozen=True, slots=True)
class LearnerCounts:
    """One learner's first answers on one occasion: counts, and the one-tap ratings of flawed and of clean cards.

    A rating is a whole number, the higher the surer that a card is flawed. `to_open` are answers to cards that nothing
    settles: they enter no figure.
    """

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0
    correct_acceptances: int = 0
    held_back: int = 0
    flawed_ratings: tuple[int, ...] = ()
    clean_ratings: tuple[int, ...] = ()
    to_open: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for negative counts."""
        counts = (self.hits, self.misses, self.false_alarms, self.correct_acceptances, self.held_back, self.to_open)
        if min(counts) < 0:
            raise ValueError("a count cannot be below zero")


@dataclass(frozen=True, slots=True)
class Change:
    """After minus before, on learners who did both, each with its 95 percent interval; AUC None without ratings.

    `d_prime` above 0: better at telling apart. `criterion` below 0: more is called flawed than before.
    """

    learners: int
    d_prime: float
    d_prime_interval: Interval
    criterion: float
    criterion_interval: Interval
    auc: float | None = None
    auc_interval: Interval | None = None


def direction(interval: Interval | None) -> Literal["up", "down", "can't tell"]:
    """Which way something went. "can't tell" unless the interval leaves out zero."""
    if interval and interval[0] > 0:
        return "up"
    return "down" if interval and interval[1] < 0 else "can't tell"


def discernment(hits: int, misses: int, false_alarms: int, correct_acceptances: int, held_back: int = 0) -> Discernment:
    """Discernment from counts alone, as if every answer came from another learner: `class_discernment` is to be
    preferred wherever it is known whose answers they are. The log-linear correction is applied always and for everyone.
    Raises ValueError for negative counts.
    """
    one = LearnerCounts(hits, misses, false_alarms, correct_acceptances, held_back)
    return _discernment((one,), _pooled_error((one,)))


def class_discernment(learners: Sequence[LearnerCounts]) -> Discernment:
    """Discernment of the pooled counts of a class on one occasion, with intervals that take the learner as the unit."""
    return _discernment(learners, _pooled_error(learners))


def _discernment(learners: Sequence[LearnerCounts], pooled_error: float) -> Discernment:
    d, c = _indices(_sums(learners))
    without = _without_each(learners)
    d_half = _half(pooled_error, [one for one, _ in without])
    c_half = _half(pooled_error / 2, [one for _, one in without])
    return Discernment(
        *_sums(learners),
        sum(one.held_back for one in learners),
        d_prime=d,
        d_prime_interval=(d - d_half, d + d_half),
        criterion=c,
        criterion_interval=(c - c_half, c + c_half),
    )


def class_area(learners: Sequence[LearnerCounts]) -> tuple[float, Interval] | None:
    """AUC of the pooled one-tap ratings of a class, with an interval that takes the learner as the unit.

    It is how often a flawed card is rated above a clean one, ties counting half; 0.5 is chance. None without both.
    """
    flawed, clean = _ratings(learners)
    if not flawed or not clean:
        return None
    auc = _area(flawed, clean)
    half = _half(_area_error(auc, flawed.total(), clean.total()), _areas_without_each(learners))
    return auc, (max(0.0, auc - half), min(1.0, auc + half))


def change(before: Sequence[LearnerCounts], after: Sequence[LearnerCounts]) -> Change | None:
    """What changed from before to after. The two hold the same learners in the same order: each is left out of both at
    once, so that what a learner brings to both occasions cancels out. None for nobody. Raises ValueError where the two
    differ in length.
    """
    pairs = list(zip(before, after, strict=True))
    if not pairs:
        return None
    (d_before, c_before), (d_after, c_after) = _indices(_sums(before)), _indices(_sums(after))
    d, c = d_after - d_before, c_after - c_before
    without = list(zip(_without_each(before), _without_each(after), strict=True))
    error = sqrt(_pooled_error(before) ** 2 + _pooled_error(after) ** 2)
    d_half = _half(error, [second[0] - first[0] for first, second in without])
    c_half = _half(error / 2, [second[1] - first[1] for first, second in without])
    found = Change(len(pairs), d, (d - d_half, d + d_half), c, (c - c_half, c + c_half))
    area_before, area_after = class_area(before), class_area(after)
    if not area_before or not area_after:
        return found
    error = sqrt(_area_error(area_before[0], *_totals(before)) ** 2 + _area_error(area_after[0], *_totals(after)) ** 2)
    areas = zip(_areas_without_each(before), _areas_without_each(after), strict=True)
    auc, half = area_after[0] - area_before[0], _half(error, [second - first for first, second in areas])
    return replace(found, auc=auc, auc_interval=(auc - half, auc + half))


_Four = tuple[int, int, int, int]


def _sums(learners: Iterable[LearnerCounts]) -> _Four:
    """Hits, misses, false alarms and correct acceptances."""
    rows = [(one.hits, one.misses, one.false_alarms, one.correct_acceptances) for one in learners]
    hits, misses, alarms, kept = (sum(column) for column in zip(*rows, strict=True)) if rows else (0, 0, 0, 0)
    return hits, misses, alarms, kept


def _rates(counts: _Four) -> tuple[float, float]:
    """Share of flawed cards that were caught and of clean ones called flawed, with the log-linear correction."""
    hits, misses, alarms, kept = counts
    return (hits + 0.5) / (hits + misses + 1), (alarms + 0.5) / (alarms + kept + 1)


def _indices(counts: _Four) -> tuple[float, float]:
    """d′ and c."""
    z_hit, z_alarm = (_NORMAL.inv_cdf(rate) for rate in _rates(counts))
    return z_hit - z_alarm, -(z_hit + z_alarm) / 2


def _without_each(learners: Sequence[LearnerCounts]) -> list[tuple[float, float]]:
    """d′ and c of the class without its first learner, without its second, and so on."""
    hits, misses, alarms, kept = _sums(learners)
    return [
        _indices((hits - one.hits, misses - one.misses, alarms - one.false_alarms, kept - one.correct_acceptances))
        for one in learners
    ]


def _pooled_error(learners: Sequence[LearnerCounts]) -> float:
    """Standard error of d′ were all answers independent; that of c is half of it."""
    hits, misses, alarms, kept = counts = _sums(learners)
    hit_rate, alarm_rate = _rates(counts)
    return sqrt(_variance(hit_rate, hits + misses + 1) + _variance(alarm_rate, alarms + kept + 1))


def _variance(rate: float, n: int) -> float:
    z = _NORMAL.inv_cdf(rate)
    density = exp(-z * z / 2) / sqrt(2 * pi)
    return rate * (1 - rate) / (n * density * density)


def _half(error_of_independent_answers: float, without_each: Sequence[float]) -> float:
    """Half of a 95 percent interval: the larger of what independent answers give and of the jackknife over learners.

    The jackknife takes Student's t. Of fewer than three learners it is not taken at all.
    """
    half, n = _Z * error_of_independent_answers, len(without_each)
    if n < 3:
        return half
    mean = fsum(without_each) / n
    error = sqrt((n - 1) / n * fsum((one - mean) ** 2 for one in without_each))
    return max(half, student_t(n - 1) * error)


def student_t(degrees: int) -> float:
    """The 97.5th percentile of Student's t, for 2 degrees of freedom or more; within 1 percent at 2, 0.2 from 3 on.

    Source: the expansion in Abramowitz & Stegun 1964, 26.7.5. Raises ValueError below 2.
    """
    if degrees < 2:
        raise ValueError("Student's t is given for 2 degrees of freedom or more")
    z, z2 = _Z, _Z * _Z
    return (
        z
        + z * (z2 + 1) / (4 * degrees)
        + z * (5 * z2**2 + 16 * z2 + 3) / (96 * degrees**2)
        + z * (3 * z2**3 + 19 * z2**2 + 17 * z2 - 15) / (384 * degrees**3)
        + z * (79 * z2**4 + 776 * z2**3 + 1482 * z2**2 - 1920 * z2 - 945) / (92160 * degrees**4)
    )


def _ratings(learners: Iterable[LearnerCounts]) -> tuple[Counter[int], Counter[int]]:
    flawed: Counter[int] = Counter()
    clean: Counter[int] = Counter()
    for one in learners:
        flawed.update(one.flawed_ratings)
        clean.update(one.clean_ratings)
    return flawed, clean


def _totals(learners: Sequence[LearnerCounts]) -> tuple[int, int]:
    flawed, clean = _ratings(learners)
    return flawed.total(), clean.total()


def _area(flawed: Mapping[int, int], clean: Mapping[int, int]) -> float:
    """From how often each rating was given. Half where one of the two was never rated."""
    below = wins = 0
    for level in sorted({*flawed, *clean}):  # twice the count, so that ties stay whole numbers
        here = clean.get(level, 0)
        wins += flawed.get(level, 0) * (2 * below + here)
        below += here
    pairs = sum(flawed.values()) * below
    return wins / (2 * pairs) if pairs else 0.5


def _area_error(auc: float, flawed: int, clean: int) -> float:
    """Standard error of an AUC were all ratings independent. Half a pair is added to either side, as for d′, so that it
    is not zero where all pairs were told apart."""
    auc = (auc * flawed * clean + 0.5) / (flawed * clean + 1)
    q1, q2 = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    spread = auc * (1 - auc) + (flawed - 1) * (q1 - auc * auc) + (clean - 1) * (q2 - auc * auc)
    return sqrt(max(0.0, spread) / (flawed * clean))


def _areas_without_each(learners: Sequence[LearnerCounts]) -> list[float]:
    flawed, clean = _ratings(learners)
    found = []
    for one in learners:
        fewer_flawed, fewer_clean = flawed.copy(), clean.copy()
        fewer_flawed.subtract(one.flawed_ratings)
        fewer_clean.subtract(one.clean_ratings)
        found.append(_area(fewer_flawed, fewer_clean))
    return found
