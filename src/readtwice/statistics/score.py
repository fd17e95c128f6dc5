"""One learner's answers to one set of cards, counted. A false alarm costs what a miss costs.

For one person there is no d′: on so few cards it would be noise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Key = Literal["clean", "flawed", "open"]
Said = Literal["holds", "does not", "held back", ""]
"""What the learner said; empty where a card was not tried."""


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
