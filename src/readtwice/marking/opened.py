"""Something opened within a budget, what the learner says of it, and the moves made: shared by all that is opened."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from readtwice.words import fill, say

Said = tuple[tuple[str, str], ...]
"""What the learner says of each that is open, by its id."""


SEARCH_MOVES = ("scanned", "chosen", "found", "rested")
"""The moves that a task of search counts: looked at all first, opened what is of use, found what decides, and decided
on nothing else."""


@dataclass(frozen=True, slots=True)
class Move:
    """One move of lateral reading: its id, and whether it was made. `count` of `of` where it can be counted.

    `nothing_settles`: what was asked cannot be settled by what there is to open, so to find out that was the move.
    """

    id: str
    made: bool
    count: int = 0
    of: int = 0
    nothing_settles: bool = False

    def line(self, section: Mapping[str, Mapping[str, str]]) -> str:
        """The move as a sentence of a section of the words, which has other ones for a single thing and for none."""
        lines = section[f"{self.id}_open" if self.nothing_settles else self.id]
        way = "made" if self.made else "not_made"
        names = [f"{way}_none"] * (self.count == 0) + [f"{way}_one"] * (self.of == 1) + [way]
        return fill(next(lines[name] for name in names if name in lines), count=self.count, of=self.of)


def with_open(opened: tuple[str, ...], one: str, budget: int) -> tuple[str, ...]:
    """With one more open. Raises ValueError where the budget is spent."""
    if one in opened:
        return opened
    if len(opened) >= budget:
        raise ValueError("the budget is spent")
    return (*opened, one)


def with_said(said: Said, opened: Collection[str], one: str, word: str, words: Collection[str]) -> Said:
    """With what the learner says of an open one. Raises KeyError for a closed one, ValueError for another word."""
    if one not in opened:
        raise KeyError(one)
    if word not in words:
        raise ValueError(say("problem.not_one_of", given=word, known=", ".join(words)))
    return tuple({**dict(said), one: word}.items())


def opened_from(answer: Mapping[str, object], known: Collection[str], budget: int) -> tuple[str, ...]:
    """What a saved answer has as opened, without what is not offered, and never more than the budget allows."""
    listed = answer.get("opened")
    found = [one for one in listed if isinstance(one, str) and one in known] if isinstance(listed, list) else []
    return tuple(dict.fromkeys(found))[:budget]


def said_from(answer: Mapping[str, object], opened: Collection[str], words: Collection[str]) -> Said:
    """What a saved answer says of those that are open, without words that are not offered."""
    told = answer.get("said")
    pairs = told.items() if isinstance(told, Mapping) else ()
    return tuple((one, word) for one, word in pairs if one in opened and word in words)
