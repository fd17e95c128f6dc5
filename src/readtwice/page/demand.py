"""How much a page asks of somebody: words to read, decisions to take, texts to write; and how long that takes.

The rule is a yardstick and no measurement: nobody was timed. 200 words a minute are a slow reader of news, 25 seconds a
decision leave time to look back into the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WORDS_A_MINUTE = 200
SECONDS_A_DECISION = 25
SECONDS_A_TAP = 3
"""For a choice by first impression: what is read for it is counted by its words."""

SECONDS_A_TEXT = 90
"""For a sentence or two of one's own."""

UNREAD = {
    *("id", "key", "name", "code", "codes", "kind", "case", "outcome", "answers", "said", "address", "sentences"),
    *("chosen", "choices", "options", "relations", "verdicts", "order", "hints", "sources"),
}
"""What a view holds that is not read through: names of things, choices, the article once more, what folds away."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Counts of what one cell, step or page asks."""

    words: int = 0
    decisions: int = 0
    texts: int = 0
    taps: int = 0

    def __add__(self, other: Demand) -> Demand:
        return Demand(
            self.words + other.words,
            self.decisions + other.decisions,
            self.texts + other.texts,
            self.taps + other.taps,
        )

    @property
    def minutes(self) -> float:
        """How long it takes by the rule."""
        acts = self.decisions * SECONDS_A_DECISION + self.texts * SECONDS_A_TEXT + self.taps * SECONDS_A_TAP
        return self.words / WORDS_A_MINUTE + acts / 60


def words_in(value: Any) -> int:
    """How many words of a view are there to read, without what nobody reads through."""
    if isinstance(value, str):
        return len(value.split())
    if isinstance(value, Mapping):
        return sum(words_in(one) for name, one in value.items() if name not in UNREAD)
    return sum(map(words_in, value)) if isinstance(value, (list, tuple)) else 0
