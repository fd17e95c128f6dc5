"""How sure a learner was, beside how often the learner was right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from readtwice.statistics.score import Answered

Sure = Literal["sure", "think"]

LEVELS: dict[Sure, int] = {"sure": 100, "think": 75}
"""What each word is taken to promise, in percent of such answers right: sure, all; think so, three of four.

A convention of the course, printed beside the chart: the learner gave words and no numbers.
"""


def percent(some: int, of: int) -> int:
    """So many of so many in percent, 0 to 100, rounded half up. Raises ZeroDivisionError for none."""
    return (200 * some + of) // (2 * of)


@dataclass(frozen=True, slots=True)
class Level:
    """All verdicts given with one degree of sureness: `right` of `of`."""

    sureness: Sure
    right: int
    of: int

    @property
    def promise(self) -> int:
        """What the word promised, in percent."""
        return LEVELS[self.sureness]

    @property
    def percent(self) -> int:
        """Right answers in percent of these verdicts, 0 to 100, rounded half up. Raises ZeroDivisionError for none."""
        return percent(self.right, self.of)


def levels_of(answers: Iterable[Answered]) -> tuple[Level, ...]:
    """The verdicts by sureness, the surest first. "Can't tell" and untried cards promise nothing and are left out."""
    verdicts = [card for card in answers if card.said in ("holds", "does not")]
    found = []
    for sureness in LEVELS:
        group = [card for card in verdicts if card.sure == (sureness == "sure")]
        if group:
            found.append(Level(sureness, sum(card.is_right for card in group), len(group)))
    return tuple(found)
