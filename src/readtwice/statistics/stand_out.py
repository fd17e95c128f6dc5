"""Whether some kinds of cards, or some cards, clearly went worse than the others they were asked with.

A permutation test that takes the learner as the unit. Were all kinds equally hard for a learner, it would be chance
which kind that learner's mistakes fell on. So the results of one learner are dealt out anew among the kinds, and the
question is how often a kind would then get at least as many mistakes as it did. That is counted exactly, in whole
numbers, and so is the same on every machine; only beyond MOST_COUNTED learners a normal distribution stands in for the
count. How able or how wary a learner is cannot make a finding, since nothing passes from one learner to another.

Of several kinds the worst is found by chance alone; Holm's step-down correction makes up for it. Sources: permutation
within strata, Good 2005; Holm 1979. `tests/bench` prints how often classes are called uneven that are not, and how
often a weak skill is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import comb, sqrt
from statistics import NormalDist

LEVEL = 1 / 20
"""At most one class in twenty is told of a difference where there is none."""

CLEARLY = Fraction(1, 10)
"""A finding is told only where it is also large: so many more mistakes on an answer than were to be expected."""

MOST_COUNTED = 100
"""So many deals are counted exactly; more of them are as good as normal."""

Deal = Sequence[tuple[str, int]]
"""Results of one learner that chance could have dealt out otherwise: each a label, and how many mistakes it had."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`mistakes` under a label, how many were to be expected were all alike, and how likely it is to get as many."""

    label: str
    mistakes: int
    expected: Fraction
    probability: float


def standings(deals: Iterable[Deal]) -> tuple[Standing, ...]:
    """How each label stands among those that it was dealt with, in the order in which labels first appear.

    Left out are labels that nothing can be compared with.
    """
    labels: dict[str, list[tuple[int, tuple[int, ...], int]]] = {}
    for deal in deals:
        values = tuple(sorted(value for _, value in deal))
        mine: dict[str, tuple[int, int]] = {}
        for label, value in deal:
            places, mistakes = mine.get(label, (0, 0))
            mine[label] = (places + 1, mistakes + value)
        if len(mine) > 1:
            for label, (places, mistakes) in mine.items():
                labels.setdefault(label, []).append((places, values, mistakes))
    return tuple(_standing(label, dealt) for label, dealt in labels.items())


def clearly_worse(found: Iterable[Standing], answers: Mapping[str, int], level: float = LEVEL) -> tuple[str, ...]:
    """The labels that clearly had more mistakes than the others, the clearest first. `answers`: how many each had.

    `level` is how often any may be named where all are alike, 0 to 1.
    """
    ordered = sorted(found, key=lambda one: (one.probability, one.label))
    named = []
    for place, one in enumerate(ordered):
        if one.probability * (len(ordered) - place) > level:
            break
        if one.mistakes - one.expected >= CLEARLY * answers[one.label]:
            named.append(one.label)
    return tuple(named)


def _standing(label: str, dealt: Sequence[tuple[int, tuple[int, ...], int]]) -> Standing:
    mistakes = sum(one for _, _, one in dealt)
    alike = Counter((places, values) for places, values, _ in dealt)
    shares = (times * Fraction(places * sum(values), len(values)) for (places, values), times in alike.items())
    expected = sum(shares, Fraction(0))
    varied = [(places, values) for places, values, _ in dealt if values[0] != values[-1]]
    settled = sum(one for _, values, one in dealt if values[0] == values[-1])
    return Standing(label, mistakes, expected, _at_least(mistakes - settled, varied))


def _at_least(mistakes: int, varied: Sequence[tuple[int, tuple[int, ...]]]) -> float:
    """How likely a label gets at least so many mistakes, being dealt so many places among some values each time."""
    if not varied:
        return 1.0
    if len(varied) > MOST_COUNTED:
        return _normal(mistakes, varied)
    ways = [1]
    for places, values in varied:
        ways = _together(ways, _ways(places, values))
    return sum(ways[mistakes:]) / sum(ways)


def _together(some: Sequence[int], more: Sequence[int]) -> list[int]:
    found = [0] * (len(some) + len(more) - 1)
    for place, count in enumerate(some):
        for further, others in enumerate(more):
            found[place + further] += count * others
    return found


@cache
def _ways(places: int, values: tuple[int, ...]) -> tuple[int, ...]:
    """In how many ways so many of the values add up to 0, to 1, and so on."""
    ways = [[0] * (sum(values) + 1) for _ in range(places + 1)]
    ways[0][0] = 1
    for value in values:
        for chosen in range(places, 0, -1):
            for total in range(sum(values), value - 1, -1):
                ways[chosen][total] += ways[chosen - 1][total - value]
    return tuple(ways[places])


def _normal(mistakes: int, varied: Sequence[tuple[int, tuple[int, ...]]]) -> float:
    mean = variance = Fraction(0)
    for (places, values), times in Counter(varied).items():
        total = comb(len(values), places)
        ways = _ways(places, values)
        one = Fraction(sum(place * count for place, count in enumerate(ways)), total)
        mean += times * one
        square = Fraction(sum(place * place * count for place, count in enumerate(ways)), total)
        variance += times * (square - one * one)
    return NormalDist().cdf(-float(mistakes - Fraction(1, 2) - mean) / sqrt(variance))
