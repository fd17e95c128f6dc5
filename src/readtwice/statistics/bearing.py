"""What gain a class with these cards could have shown, worked out from how far its own answers spread.

A gain is seen where the 95 percent interval of the change of d′ leaves out zero. It is *usually* seen, four times of
five, from 2.8 standard errors on: 1.96 for the interval and 0.84 for the power (Cohen 1988, chapter 1). The standard
error is that of `discernment.change`, learners as the unit. Twice the cards halve that part of its square which is
chance from answer to answer (Gourevitch & Galanter 1967); several classes of this size divide all of it. The higher
d′ is afterwards, the more of that chance there is, by the same formula; and no d′ is higher than that of all answers
right. A d′ turns into a share of right answers at the lean the class has (Macmillan & Creelman 2005, chapter 2).
`tests/bench` prints how often such gains are seen in simulated classes.
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

STEP = 0.01
"""Of d′, in the search for the gain that is usually seen."""

_NORMAL = NormalDist()
_Z = _NORMAL.inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Bearing:
    """From how many more right answers in 100 on a gain is usually seen: with these `learners` and `cards` each; with
    twice as many cards; with TOGETHER classes like this one. None where no gain would be. `is_planned`: nothing was
    answered after the course yet. The answers after it leave out a gain of more than `at_most`, which is None where
    there are none.
    """

    learners: int
    cards: int
    seen_from: int | None
    twice_the_cards: int | None
    together: int | None
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
        error, later = _error_of(changed.d_prime_interval), _error_of(_pooled(after))
        most = changed.d_prime_interval[1]
        chance = sqrt(by_answer**2 + later**2)
    else:
        error, chance, later = sqrt(2) * _error_of(now.d_prime_interval), sqrt(2) * by_answer, by_answer
    cards = round(sum(map(_cards, before)) / len(before))
    d, c = now.d_prime, now.criterion
    spread = _spread(d, c)

    def more_right(change_of_d: float) -> int:
        return ceil(100 * (_right(d + change_of_d, c) - _right(d, c)))

    def seen_from(square: float, of_later: float, answers: float) -> int | None:
        """`square` of the error and what of it is chance among the later answers, of which there are so many."""
        all_right = 2 * _NORMAL.inv_cdf((answers / 2 + 0.5) / (answers / 2 + 1))
        for step in range(1, 1 + int((all_right - d) / STEP)):
            then = d + STEP * step
            error = sqrt(square + of_later * (_spread(then, c) / spread - 1))
            if then - d >= (_Z + _NORMAL.inv_cdf(POWER)) * error:
                return max(1, more_right(then - d))
        return None

    answers = len(before) * cards
    twice = max(error**2 - chance**2 / 2, error**2 / 2)
    found = (
        seen_from(error**2, later**2, answers),
        seen_from(twice, later**2 / 2, 2 * answers),
        seen_from(error**2 / TOGETHER, later**2 / TOGETHER, TOGETHER * answers),
    )
    return Bearing(len(before), cards, *found, is_planned=not after, at_most=None if most is None else more_right(most))


def _cards(one: LearnerCounts) -> int:
    return one.hits + one.misses + one.false_alarms + one.correct_acceptances + one.held_back + one.to_open


def _pooled(learners: Sequence[LearnerCounts]) -> tuple[float, float]:
    names = ("hits", "misses", "false_alarms", "correct_acceptances")
    return discernment(*(sum(getattr(one, name) for one in learners) for name in names)).d_prime_interval


def _error_of(interval: tuple[float, float]) -> float:
    return (interval[1] - interval[0]) / (2 * _Z)


def _spread(d: float, c: float) -> float:
    """How far the d′ of so many answers varies by chance, up to a factor (Gourevitch & Galanter 1967)."""
    places = (d / 2 - c, -d / 2 - c)
    return sum(_NORMAL.cdf(z) * _NORMAL.cdf(-z) / _NORMAL.pdf(z) ** 2 for z in places)


def _right(d: float, c: float) -> float:
    """The share of right answers among as many sound as flawed cards."""
    return (_NORMAL.cdf(d / 2 - c) + _NORMAL.cdf(d / 2 + c)) / 2
