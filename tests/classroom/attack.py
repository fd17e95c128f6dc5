"""Two versions of one class side by side, and what somebody who has both can tell of the learner between them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import exp
from random import Random

from readtwice.classroom.collecting.collect import Collected
from readtwice.pack import Item, load_pack
from readtwice.record import Event
from readtwice.statistics.sharing import nearest, tenths
from tests.classroom.classes import FORM, answers_in_memory, halves_of
from tests.publish import learners

CARDS = 4
"""Sound cards, and flawed ones, of one learner on one occasion."""


def mixed(able: float, leaning: float) -> learners.Answer:
    """A habit between all others: right so often, and what is wrong leans to turning down, keeping or holding back."""

    def habit(item: Item, chance: Random, taught: bool) -> str:
        if chance.random() < able:
            return learners.careful(item, chance, taught)
        return "cant_tell" if chance.random() < leaning else learners.guessing(item, chance, taught)

    return habit


def inverted(item: Item, chance: Random, taught: bool) -> str:
    """Gets every card wrong."""
    return "sure_not" if item.is_clean else "sure_it_holds"


def a_class(count: int, able: float = 0.6, leaning: float = 0.2, dropped: int = 0, *, seed: int = 0) -> Collected:
    """So many learners, the last `dropped` of them only before."""
    found: dict[str, tuple[Event, ...]] = {}
    for number in range(count):
        halves = halves_of(number)
        if number >= count - dropped:
            del halves["after"]
        found |= answers_in_memory(load_pack(FORM), mixed(able, leaning), 1000 * seed + number, halves)
    return Collected(found, ())


def rounded(shares: dict[str, Fraction], _rests_on: list[str]) -> int:
    """The rule that is not ours: rounded to tenths, and nothing else."""
    return nearest(float(sum(shares.values())), len(shares))


def attacks(learners_in_class: int, classes: int, *, ours: bool = True) -> Iterator[tuple[int, int, Fraction]]:
    """What was published with and without one learner, and which share of the cards that learner had right."""
    rule = tenths if ours else rounded
    for number in range(classes):
        chance = Random(f"{learners_in_class} {number}")
        able = {f"{one:02} {chance.random()}": chance.gauss(0.6, 0.2) for one in range(learners_in_class)}
        right = {one: [chance.random() < p for _ in range(CARDS)] for one, p in able.items()}
        shares = {one: Fraction(sum(mine), CARDS) for one, mine in right.items()}
        rests_on = [f"{one} {place} {is_right}" for one, mine in right.items() for place, is_right in enumerate(mine)]
        target = next(iter(shares))
        fewer = {one: share for one, share in shares.items() if one != target}
        left = [line for line in rests_on if not line.startswith(target)]
        yield rule(shares, rests_on), rule(fewer, left), shares[target]


def gained(learners_in_class: int, classes: int, *, ours: bool = True) -> tuple[float, float, float]:
    """How often the best guess from both versions says rightly whether the learner had more than half right; how often
    the best guess from nothing does; and how often the two versions leave no doubt of it, all over so many classes.

    The best guess knows how often each pair of versions comes with each kind of learner, which nobody knows.
    """
    seen: dict[tuple[int, int], list[int]] = {}
    for one, other, share in attacks(learners_in_class, classes, ours=ours):
        seen.setdefault((one - other, 0), [0, 0])[2 * share > 1] += 1
    good = sum(counts[1] for counts in seen.values())
    best = sum(max(counts) for counts in seen.values())
    sure = sum(sum(counts) for counts in seen.values() if not min(counts) and sum(counts) > 1)
    return best / classes, max(good, classes - good) / classes, sure / classes


def likelihood(tenth: int, total: float, count: int) -> float:
    """How likely the published rule gives this tenth for a sum of shares over so many learners."""

    def below(x: float) -> float:
        return exp(x) / 2 if x < 0 else 1 - exp(-x) / 2

    low = float("-inf") if tenth == 0 else (tenth - 0.5) * count / 10 - total
    high = float("inf") if tenth == 10 else (tenth + 0.5) * count / 10 - total
    return below(-low) - below(-high) if low > 0 else below(high) - below(low)  # the end where digits are not lost
