"""How each card went in each of its states, and how well a class tells its flawed state from its sound one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from readtwice.classroom.reporting.figures import Estimate, InState, Twins
from readtwice.classroom.reporting.first_answers import FirstAnswer, by_learner, counts_of
from readtwice.pack import Pack
from readtwice.pack.item import STATES
from readtwice.statistics.discernment import class_discernment

ENOUGH_OF_EACH = 5
"""So many answers to either state, "can't tell" not counted, must there be for a d′: fewer tell little."""


def twins(answers: Iterable[FirstAnswer], packs: Mapping[str, Pack]) -> tuple[Twins, ...]:
    """Cards that were answered in two states or more, in the order of their forms."""
    by_card: dict[tuple[str, str], list[FirstAnswer]] = {}
    for one in answers:
        by_card.setdefault((one.pack, one.card.item), []).append(one)
    return tuple(_in_order(by_card, packs))


def _in_order(by_card: Mapping[tuple[str, str], list[FirstAnswer]], packs: Mapping[str, Pack]) -> Iterator[Twins]:
    for slug, pack in packs.items():
        for card in pack.form.cards if pack.form else ():
            mine = by_card.get((slug, card.item), [])
            if len({one.item.state for one in mine}) > 1:
                assert pack.form
                yield Twins(slug, pack.form.name, pack.item(card.item), _states(mine), _d_prime(mine))


def _states(answers: Iterable[FirstAnswer]) -> tuple[InState, ...]:
    counts = Counter((one.item.state, one.given.is_right) for one in answers)
    return tuple(InState(state, counts[state, True] + counts[state, False], counts[state, True]) for state in STATES)


def _d_prime(answers: Iterable[FirstAnswer]) -> Estimate | None:
    found = class_discernment([counts_of(mine) for mine in by_learner(list(answers)).values()])
    settled = (found.hits + found.misses, found.false_alarms + found.correct_acceptances)
    return Estimate(found.d_prime, found.d_prime_interval) if min(settled) >= ENOUGH_OF_EACH else None
