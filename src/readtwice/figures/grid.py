"""What a comparison is made of: two sides, toggles, and which figures each choice takes. Light: nothing computes here.

A toggle either chooses figures, or says what is done with them: `period` (`total` leaves a sum as it is, `year` puts it
per year), `currency` (`printed` leaves it, else a code such as USD) or `divide` (`none`, or what it is divided by).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

STEPS: Final = ("period", "currency", "divide")
PERIODS: Final = ("total", "year")
PRINTED: Final = "printed"
UNDIVIDED: Final = "none"
ANY: Final = ""
"""Stands in a cell for a toggle whose choice makes no difference there."""

FRACTIONS: Final = {
    "a fifth": (1, 5),
    "a quarter": (1, 4),
    "a third": (1, 3),
    "half": (1, 2),
    "two thirds": (2, 3),
    "three quarters": (3, 4),
}
CLAIMS: Final = ("smaller", "much smaller", "larger", "much larger", *FRACTIONS)
"""What an article may state of one side: how it compares with the other, or what fraction of a whole it is."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared. `owner` goes before a noun, as in “Britain’s share”."""

    id: str
    label: str
    owner: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a toggle: its id, and what learners read."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """A group of choices in their order, of which one is on. `does` is one of STEPS, or empty."""

    id: str
    label: str
    choices: tuple[Choice, ...]
    does: str = ""

    @property
    def labels(self) -> dict[str, str]:
        """What learners read for each choice."""
        return {choice.id: choice.label for choice in self.choices}


@dataclass(frozen=True, slots=True)
class Row:
    """A number of one side: figure ids, and the choices (`when`) for which it counts.

    `plus` and `less` are added and taken away, `to` is the upper end of a range that begins with `take`, `over` the
    stretch of time that a sum per year is spread over where the figure has no end of its own. A row without `take` says
    why there is none. A row that names a toggle which does something gives the number with that done already.
    """

    side: str
    when: dict[str, str]
    take: str = ""
    plus: str = ""
    less: str = ""
    to: str = ""
    over: str = ""
    note: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the article states of one side, in its `words`, where the choices in `when` are on."""

    side: str
    words: str
    says: str
    when: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """Two sides, toggles, and the numbers and divisors that they choose. `on` is the day of every exchange rate."""

    sides: tuple[Side, ...]
    toggles: tuple[Toggle, ...]
    numbers: tuple[Row, ...]
    divisors: tuple[Row, ...] = ()
    on: str = ""
    claimed: Claimed | None = None

    def toggle(self, does: str) -> Toggle | None:
        """The toggle that does this step; None where there is none."""
        return next((toggle for toggle in self.toggles if toggle.does == does), None)
