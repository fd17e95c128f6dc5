"""Result codes of a small class, as they come in one by one."""

from __future__ import annotations

import random

from readtwice.pack import load_pack
from readtwice.record import CardSet, encode, form_set
from readtwice.record.result_code import ANSWERS

SHORT = "one-shot-cards"


def code(cards: CardSet, number: int, *taps: str) -> str:
    """The result code of learner number so, whose taps repeat over the cards."""
    answers = [taps[place % len(taps)] for place in range(len(cards.items))]
    return encode(cards, f"{number:010x}", answers)


def half(number: int, *, pack: str = SHORT, occasion: str = "before") -> CardSet:
    return form_set(load_pack(pack), "second" if number % 2 else "first", occasion)


CLASS = [(n, random.Random(n).choices(ANSWERS[1:], k=4)) for n in range(12)]


CODES = [code(half(n), n, *taps) for n, taps in CLASS]
