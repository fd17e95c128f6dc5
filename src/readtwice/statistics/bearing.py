"""What gain a class with these cards could have shown, worked out from how far its own answers spread.

A gain is seen where the 95 percent interval of the change of d′ leaves out zero. It is *usually* seen, four times of
five, from 2.8 standard errors on: 1.96 for the interval and 0.84 for the power (Cohen 1988, chapter 1). The standard
error is that of `discernment.change`, learners as the unit. Twice the cards halve that part of its square which is
chance from answer to answer (Gourevitch & Galanter 1967); several classes of this size divide all of it. A d′ turns
into a share of right answers at the lean the class has (Macmillan & Creelman 2005, chapter 2). `tests/bench` prints
how often such gains are seen in simulated classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist

from readtwice.statistics.discernment import LearnerCounts, change, class_discernment, discernment

POWER = 0.8
"""A change is usually seen where it is seen so often."""

TOGETHER = 3
"""So many classes are looked at together."""

_NORMAL = NormalDist()
_Z = _NORMAL.inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Bearing:
    """From how many more right answers in 100 on a gain is usually seen: with these `learners` and `cards` each; with
    twice as many cards; with TOGETHER classes like this one. `is_planned`: nothing was answered after the course yet.
    The answers after it leave out a gain of more than `at_most`, which is None where there are none.
    """

    learners: int
    cards: int
    seen_from: int
    twice_the_cards: int
    together: int
    is_planned: bool
    at_most: int | None


def bearing(before: Sequence[LearnerCounts], after: Sequence[LearnerCounts] = ()) -> Bearing | None:
    """What these learners could show. Without `after`, as if they answered as many cards once more.

    None for fewer than two learners, whose answers have no spread. Raises ValueError where lengths differ.
    """
    if len(before) < 2:
        return None
    now = class_discernment(before)
    by_answer = _error_of(_pooled(before))
    most = None
    if after:
        changed = change(before, after)
        assert changed is not None
        error = _error_of(changed.d_prime_interval)
        most = changed.d_prime_interval[1]
        chance = sqrt(by_answer**2 + _error_of(_pooled(after)) ** 2)
    else:
        error, chance = sqrt(2) * _error_of(now.d_prime_interval), sqrt(2) * by_answer

    def more_right(change_of_d: float) -> int:
        d, c = now.d_prime, now.criterion
        return ceil(100 * (_right(d + change_of_d, c) - _right(d, c)))

    def seen_from(one_error: float) -> int:
        return more_right((_Z + _NORMAL.inv_cdf(POWER)) * one_error)

    cards = round(sum(map(_cards, before)) / len(before))
    twice = sqrt(max(error**2 - chance**2 / 2, error**2 / 2))
    found = (seen_from(error), seen_from(twice), seen_from(error / sqrt(TOGETHER)))
    return Bearing(len(before), cards, *found, is_planned=not after, at_most=None if most is None else more_right(most))


def _cards(one: LearnerCounts) -> int:
    return one.hits + one.misses + one.false_alarms + one.correct_acceptances + one.held_back + one.to_open


def _pooled(learners: Sequence[LearnerCounts]) -> tuple[float, float]:
    names = ("hits", "misses", "false_alarms", "correct_acceptances")
    return discernment(*(sum(getattr(one, name) for one in learners) for name in names)).d_prime_interval


def _error_of(interval: tuple[float, float]) -> float:
    return (interval[1] - interval[0]) / (2 * _Z)


def _right(d: float, c: float) -> float:
    """The share of right answers among as many sound as flawed cards."""
    return (_NORMAL.cdf(d / 2 - c) + _NORMAL.cdf(d / 2 + c)) / 2
