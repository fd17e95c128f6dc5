"""What may leave the classroom: shares of a group, in tenths, with chance mixed in, and bands instead of counts.

Two reports on one class, one of them without a single learner, must not tell what that learner answered. Rounding
alone does not do it: where a share crosses a border, the crossing says what was taken out. So chance is mixed in before
rounding, drawn from a Laplace distribution as wide as one learner can move the sum at most. Whatever a learner
answered, any published tenth is then at most e times as likely as had the same learner answered otherwise (Dwork,
McSherry, Nissim & Smith 2006, with epsilon 1 a figure). Nothing can be told for certain. What an attacker gains in
practice stands in `tests/bench`.

The chance follows from the answers themselves. So the same answers give the same figure again, and making a version
twice tells nothing new. Other answers, be it one more or one fewer, get other chance.

Ten is the smallest group that most school authorities in the United States report on (NCES 2011-603).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil, floor
from random import Random

from readtwice.words import say

ENOUGH_TO_SHARE = 10
"""Learners."""

BANDS = (10, 20, 30, 50, 100, 200, 500, 1000)
"""Where the bands begin in which numbers of learners are told."""

TWENTY = 3
"""A Laplace distribution of width 1 stays within so much of its middle 19 times of 20."""


class TooFewToShare(ValueError):
    """Figures of fewer learners than may be shared; the message says how many there are and how many it takes."""


def check_shareable(learners: int) -> None:
    """Raise TooFewToShare for figures of fewer than ENOUGH_TO_SHARE learners."""
    if learners < ENOUGH_TO_SHARE:
        raise TooFewToShare(say("report.shared_too_few", enough=ENOUGH_TO_SHARE, count=learners))


def band(learners: int) -> str:
    """A number of learners as a band, such as "20 to 29". Raises ValueError below the first."""
    place = sum(low <= learners for low in BANDS)
    if not place:
        raise ValueError("so few learners have no band")
    if place == len(BANDS):
        return say("report.band_open", low=f"{BANDS[-1]:,}")
    return say("report.band", low=BANDS[place - 1], high=BANDS[place] - 1)


def may_be_off(learners: int) -> int:
    """How many tenths a published share may be off, 19 times of 20. Follows from the band, not from the number."""
    low = max(one for one in BANDS if one <= learners)
    return ceil(Fraction(10 * TWENTY, low) + Fraction(1, 2))


def tenths(shares: Mapping[str, Fraction], answers: Iterable[str]) -> int:
    """The mean of the shares of some learners, each 0 to 1, in tenths, 0 to 10, with chance mixed in.

    `answers` are all that the figure rests on, in any order: the chance follows from them, and only who has all of
    them could work it out. Raises TooFewToShare.
    """
    check_shareable(len(shares))
    chance = Random("\n".join(sorted(answers)))
    mixed_in = chance.expovariate(1) - chance.expovariate(1)
    return nearest(float(sum(shares.values())) + mixed_in, len(shares))


def nearest(total: float, learners: int) -> int:
    """A sum over learners as tenths of what it could be at most."""
    return min(10, max(0, floor(10 * total / learners + 0.5)))
