"""Five simulated classes: nothing learned, better, only more suspicious, one skill weak, and some who are absent."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from random import Random

from readtwice.classroom.collecting.collect import Collected
from readtwice.pack import Item, load_pack
from readtwice.pack.item import VERDICTS
from readtwice.record import Event, learner_of
from readtwice.record.slip import COLOURS, check_characters, parity
from tests.classroom.classes import FORM, STORIES, answers_in_memory
from tests.specimens import exits_of

PACKS = {FORM: load_pack(FORM)}
COURSE = PACKS | {STORIES: load_pack(STORIES)}
CARDS = {card.item: card for card in PACKS[FORM].form.cards}  # type: ignore[union-attr]

Odds = Callable[[Item, bool], float]
"""How likely a card is answered rightly, before and after the course."""


def nothing_learned(item: Item, taught: bool) -> float:
    return 0.65


def better(item: Item, taught: bool) -> float:
    return 0.85 if taught else 0.6


def only_more_suspicious(item: Item, taught: bool) -> float:
    return 0.65 + 0.2 * (taught and (1 if item.is_flawed else -1))


def one_skill_weak(item: Item, taught: bool) -> float:
    return 0.3 if CARDS[item.id].skill == "number" else 0.75


def a_class(
    odds: Odds, seed: int, *, absent: int = 0, size: int = 28, occasions: Container[str] = ("before", "after")
) -> Collected:
    """Learners under slips, while there are slips; so many did not come after the course."""
    found: dict[str, tuple[Event, ...]] = {}
    for number in range(size):
        chance = Random(f"{odds.__name__} {seed} {number}")

        def habit(item: Item, _chance: Random, taught: bool) -> str:
            is_right = chance.random() < odds(item, taught)  # noqa: B023
            return "think_so" if is_right == item.is_clean else "think_not"

        code = learner_of(SLIPS[number]) if number < len(SLIPS) else f"{number:010x}"
        first, second = ("second", "first") if parity(code) else ("first", "second")
        halves = {"before": first} | ({} if number < absent else {"after": second})
        halves = {when: half for when, half in halves.items() if when in occasions}
        found |= answers_in_memory(PACKS[FORM], habit, number, halves, name=code)
    return Collected(found, ())


def with_exits(collected: Collected, seed: int, right: Mapping[str, float]) -> Collected:
    """The same class, which did the exit cards of these lessons too, each rightly with such odds."""
    found, chance = {}, Random(f"exits {seed}")
    for code, events in collected.learners.items():
        more = []
        for lesson, odds in right.items():
            for one in exits_of(code, lesson):
                wrong = next(said for said in VERDICTS[one.kind] if said != one.key)
                said = one.key if chance.random() < odds else wrong
                time = f"2026-01-2{int(lesson)}T10:00:00.000Z"
                more.append(Event(f"{code}-{one.id}", code, STORIES, one.id, one.revision, "lesson", [said], time=time))
        found[code] = (*events, *more)
    return Collected(found, ())


SLIPS = tuple(f"{colour}-{place}-{check_characters(colour, place)}" for place, colour in enumerate(COLOURS[:28], 10))
