"""Simulated learners: how each answers a card. They know the key, and their habits decide what they make of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from readtwice.marking import mark
from readtwice.pack import Item
from readtwice.pack.item import CLEAN, FLAWED, TAPPED
from readtwice.record import Record
from readtwice.record.recall import OCCASION

Answer = Callable[[Item, random.Random, bool], str]
"""From an item, chance, and whether the course lies behind the learner, to a one-tap answer."""

CLEANLY = ("sure_it_holds", "think_so")
FLAWEDLY = ("sure_not", "think_not")


def careful(item: Item, chance: random.Random, taught: bool) -> str:
    """Knows, says so, and holds back where nothing settles it."""
    return "sure_it_holds" if item.is_clean else "sure_not" if item.is_flawed else "cant_tell"


def guessing(item: Item, chance: random.Random, taught: bool) -> str:
    """Sure of whatever comes."""
    return chance.choice(("sure_it_holds", "sure_not"))


def suspicious(item: Item, chance: random.Random, taught: bool) -> str:
    return chance.choice(FLAWEDLY)


def trusting(item: Item, chance: random.Random, taught: bool) -> str:
    return chance.choice(CLEANLY)


def waiting(item: Item, chance: random.Random, taught: bool) -> str:
    """Never says anything definite."""
    return "cant_tell"


def learning(item: Item, chance: random.Random, taught: bool) -> str:
    """Trusts everything before the course, and knows after it."""
    return careful(item, chance, taught) if taught else trusting(item, chance, taught)


def hardening(item: Item, chance: random.Random, taught: bool) -> str:
    """Trusts everything before the course and nothing after it: stricter, not sharper."""
    return suspicious(item, chance, taught) if taught else trusting(item, chance, taught)


LEARNERS: tuple[Answer, ...] = (careful, guessing, suspicious, trusting, waiting, learning, hardening)


def take(record: Record, learner: Answer, items: Iterable[Item], occasion: str, pack: str, seed: int = 1) -> int:
    """Let a learner answer some cards. Returns how many were right, as the marking has it."""
    chance, right = random.Random(f"{learner.__name__} {seed} {occasion}"), 0
    taught = occasion not in ("before", "lesson")
    for item in items:
        tap = learner(item, chance, taught)
        verdict = _verdict(item, tap)
        feedback = mark(item, verdict)
        assert feedback.outcome in ("right", "not_yet"), f"{item.id}: {feedback.line}"
        right += feedback.outcome == "right"
        sure = tap if item.sureness else ""
        record.answer(item.id, [verdict], revision=item.revision, occasion=occasion, sureness=sure, pack=pack)
    return right


def _verdict(item: Item, tap: str) -> str:
    return CLEAN[item.kind] if tap in CLEANLY else FLAWED[item.kind] if tap in FLAWEDLY else "undetermined"


def lesson_cards(items: Iterable[Item], lesson: str) -> list[Item]:
    """What a learner answers in a lesson with a verdict, numbers too."""
    uses, kinds = ("faded", "solo", "exit", "extra"), (*TAPPED, "number")
    return [item for item in items if item.lesson == lesson and item.use in uses and item.kind in kinds]


__all__ = ["LEARNERS", "OCCASION", "Answer", "lesson_cards", "take"]
