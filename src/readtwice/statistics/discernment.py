"""Discernment of a class: telling flawed from clean (d′, AUC) apart from calling much flawed (criterion c).

Never for one person. Sources: log-linear correction, Hautus 1995; standard error of d′, Gourevitch & Galanter 1967;
AUC as the Mann-Whitney statistic, its standard error, Hanley & McNeil 1982.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, pi, sqrt
from statistics import NormalDist

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
    d_prime_interval: tuple[float, float]
    criterion: float
    criterion_interval: tuple[float, float]


def discernment(hits: int, misses: int, false_alarms: int, correct_acceptances: int, held_back: int = 0) -> Discernment:
    """Discernment from counts. The log-linear correction is applied always and for everyone. Raises ValueError for
    negative counts."""
    if min(hits, misses, false_alarms, correct_acceptances, held_back) < 0:
        raise ValueError("a count cannot be below zero")
    flawed, clean = hits + misses, false_alarms + correct_acceptances
    hit_rate, alarm_rate = (hits + 0.5) / (flawed + 1), (false_alarms + 0.5) / (clean + 1)
    z_hit, z_alarm = _NORMAL.inv_cdf(hit_rate), _NORMAL.inv_cdf(alarm_rate)
    error = sqrt(_variance(hit_rate, z_hit, flawed + 1) + _variance(alarm_rate, z_alarm, clean + 1))
    d, c = z_hit - z_alarm, -(z_hit + z_alarm) / 2
    return Discernment(
        *(hits, misses, false_alarms, correct_acceptances, held_back),
        d_prime=d,
        d_prime_interval=(d - _Z * error, d + _Z * error),
        criterion=c,
        criterion_interval=(c - _Z * error / 2, c + _Z * error / 2),
    )


def _variance(rate: float, z: float, n: int) -> float:
    density = exp(-z * z / 2) / sqrt(2 * pi)
    return rate * (1 - rate) / (n * density * density)


def area(flawed: Sequence[int], clean: Sequence[int]) -> tuple[float, tuple[float, float]] | None:
    """AUC of ratings (higher: surer that it is flawed), with its 95 percent interval.

    It is how often a flawed card is rated above a clean one, ties counting half; 0.5 is chance. None without both.
    """
    if not flawed or not clean:
        return None
    levels = sorted({*flawed, *clean})
    below = wins = 0
    for level in levels:  # twice the count, so that ties stay whole numbers
        here = clean.count(level)
        wins += flawed.count(level) * (2 * below + here)
        below += here
    m, n = len(flawed), len(clean)
    auc = wins / (2 * m * n)
    q1, q2 = auc / (2 - auc), 2 * auc * auc / (1 + auc)
    error = sqrt(max(0.0, auc * (1 - auc) + (m - 1) * (q1 - auc * auc) + (n - 1) * (q2 - auc * auc)) / (m * n))
    return auc, (max(0.0, auc - _Z * error), min(1.0, auc + _Z * error))
