"""One learner's answers to one set of cards, counted. A false alarm costs what a miss costs.

For one person there is no d′: on so few cards it would be noise. Whether one person changed is told by an exact test of
two pairs of shares, whose level holds at whatever odds that person answers (unconditional: Suissa & Shuster 1985).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from math import comb, inf, sqrt
from operator import itemgetter
from typing import Literal, NamedTuple

Key = Literal["clean", "flawed", "open"]
Said = Literal["holds", "does not", "held back", ""]
"""What the learner said; empty where a card was not tried."""

Turn = Literal["better", "worse", "otherwise", "stricter", "milder", "same"]
"""What became of one learner: better or worse at telling sound from flawed; or "can't tell" said more or less often
(otherwise); or more turned down, sound and flawed (stricter), or more kept of both (milder)."""

BY_CHANCE = 0.045
"""So often at most is a learner told "better" or "worse" who answers as before. It is a little less than one time in
twenty, since between the ODDS that are tried chance does a little more."""

ODDS = tuple(place / 20 for place in range(1, 20))
"""At each of these, of sound cards and of flawed ones, chance is reckoned with."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One card: how it is keyed, what was said, and whether the learner was sure."""

    key: Key
    said: Said
    sure: bool = False

    @property
    def is_right(self) -> bool:
        return (self.key, self.said) in (("clean", "holds"), ("flawed", "does not"), ("open", "held back"))


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of cards. `kept` of `clean` were kept, `caught` of `flawed` caught, `rightly_held_back` of `open`.

    A clean card called flawed is a false alarm, a flawed one kept is a miss. `held_back` counts "can't tell" on cards
    that could be settled, `overreached` a verdict on cards that could not.
    """

    clean: int = 0
    flawed: int = 0
    open: int = 0
    kept: int = 0
    caught: int = 0
    false_alarms: int = 0
    misses: int = 0
    held_back: int = 0
    rightly_held_back: int = 0
    overreached: int = 0
    not_tried: int = 0

    @property
    def cards(self) -> int:
        return self.clean + self.flawed + self.open

    @property
    def settled(self) -> int:
        """Cards that could be settled."""
        return self.clean + self.flawed

    @property
    def tried(self) -> int:
        return self.cards - self.not_tried

    @property
    def right(self) -> int:
        return self.kept + self.caught + self.rightly_held_back


def score_of(answers: Iterable[Answered]) -> Score:
    """The counts of some cards, each answered at most once."""
    cards = tuple(answers)

    def count(key: Key, said: Said) -> int:
        return sum(card.key == key and card.said == said for card in cards)

    return Score(
        clean=sum(card.key == "clean" for card in cards),
        flawed=sum(card.key == "flawed" for card in cards),
        open=sum(card.key == "open" for card in cards),
        kept=count("clean", "holds"),
        caught=count("flawed", "does not"),
        false_alarms=count("clean", "does not"),
        misses=count("flawed", "holds"),
        held_back=count("clean", "held back") + count("flawed", "held back"),
        rightly_held_back=count("open", "held back"),
        overreached=count("open", "holds") + count("open", "does not"),
        not_tried=sum(not card.said for card in cards),
    )


def turn(before: Score, after: Score) -> Turn:
    """What became of one learner who answered all cards, where the difference is larger than BY_CHANCE allows; else
    "same".

    Who gives each card the same answer tells nothing apart, whichever answer it is. So "better" and "worse" rest on two
    changes at once: of what was right, and of how far sound cards are rated above flawed ones, with "can't tell"
    halfway between "holds" and "doesn't".
    """
    kept = _Shares(before.kept, before.clean, after.kept, after.clean)
    alarms = _Shares(before.false_alarms, before.clean, after.false_alarms, after.clean)
    caught = _Shares(before.caught, before.flawed, after.caught, after.flawed)
    misses = _Shares(before.misses, before.flawed, after.misses, after.flawed)
    least = _least(before.clean, after.clean, before.flawed, after.flawed)
    right, apart = _apart(kept, caught), _apart(_rated(kept, alarms), _rated(caught, misses))
    if min(right, apart) >= least:
        return "better"
    if max(right, apart) <= -least:
        return "worse"
    held = _apart(_held_back(kept, alarms), _held_back(caught, misses))
    turned_down, passed = _apart(alarms, caught), _apart(misses, kept)
    if max(abs(right), abs(apart), abs(held)) < least:
        if turned_down >= least and min(alarms.change, caught.change, -kept.change) > 0:
            return "stricter"
        if passed >= least and min(misses.change, kept.change, -caught.change) > 0:
            return "milder"
    moved = max(abs(one) for one in (right, apart, held, turned_down, passed)) >= least
    return "otherwise" if moved and held else "same"


class _Shares(NamedTuple):
    """So many of so many before, and so many of so many after; among both are so many cards that count half."""

    some: float
    of: int
    more: float
    of_more: int
    halves: float = 0

    @property
    def change(self) -> float:
        return self.more / self.of_more - self.some / self.of if self.of and self.of_more else 0.0


def _held_back(right: _Shares, wrong: _Shares) -> _Shares:
    """The cards that were answered neither way."""
    return _Shares(right.of - right.some - wrong.some, right.of, right.of_more - right.more - wrong.more, right.of_more)


def _rated(right: _Shares, wrong: _Shares) -> _Shares:
    """The right answers, those held back counting half."""
    held = _held_back(right, wrong)
    return _Shares(
        right.some + held.some / 2, right.of, right.more + held.more / 2, right.of_more, held.some + held.more
    )


def _apart(*shares: _Shares) -> float:
    """Changes of shares together, in standard errors; 0 where nothing varies."""
    change = variance = 0.0
    for one in shares:
        if one.of and one.of_more:
            change += one.change
            share = (one.some + one.more) / (one.of + one.of_more)
            spread = share * (1 - share) - one.halves / (one.of + one.of_more) / 4
            variance += spread * (1 / one.of + 1 / one.of_more)
    return round(change / sqrt(variance), 9) if round(variance, 9) else 0.0


@cache
def _least(clean: int, clean_after: int, flawed: int, flawed_after: int) -> float:
    """From which difference on, in standard errors, one learner is called better or worse.

    Whoever answers as before is then told of a change at most BY_CHANCE of the time, at any of ODDS.
    """
    kept = list(product(range(clean + 1), range(clean_after + 1)))
    caught = list(product(range(flawed + 1), range(flawed_after + 1)))
    found = [
        (abs(_apart(_Shares(one, clean, more, clean_after), _Shares(other, flawed, later, flawed_after))), place, at)
        for place, (one, more) in enumerate(kept)
        for at, (other, later) in enumerate(caught)
    ]
    found.sort(reverse=True)
    half = ODDS[: len(ODDS) // 2 + 1]  # who is as often wrong as another is right goes wrong alike
    tables = [
        (_chances(kept, clean + clean_after, clean, odds), _chances(caught, flawed + flawed_after, flawed, more))
        for odds in half
        for more in ODDS
    ]
    least = inf
    sums = [0.0] * len(tables)
    for size, level in groupby(found, key=itemgetter(0)):
        for _, place, at in level:
            for number, (some, others) in enumerate(tables):
                sums[number] += some[place] * others[at]
        if max(sums) > BY_CHANCE or not size:
            break
        least = size
    return least


def _chances(pairs: Sequence[tuple[int, int]], of: int, first: int, odds: float) -> list[float]:
    """How likely each pair of counts is, where `first` cards come before and the rest of them after."""
    return [
        comb(first, some) * comb(of - first, more) * odds ** (some + more) * (1 - odds) ** (of - some - more)
        for some, more in pairs
    ]
