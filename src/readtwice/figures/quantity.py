"""A number with its unit, its period and the working that led to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from readtwice.figures.periods import Period, period
from readtwice.figures.units import Unit, unit
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.figures.figure import Figure

EXACTLY = Context(prec=60)
"""All arithmetic is done in this: sums and products are exact, quotients carry 60 digits. Only display rounds."""

BOUNDS = ("exact", "about", "at least", "over", "at most", "less than")
"""How a number is hedged. `exact` means printed without a hedge, not measured without error."""

_FLIPPED = {"at least": "at most", "over": "less than", "at most": "at least", "less than": "over"}
_LOWER, _UPPER = {"at least", "over"}, {"at most", "less than"}


class CannotCompute(ValueError):
    """A computation that would mean nothing; the message is one sentence that says why and what would help."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, and no traceback."""
        return [str(self)]


@dataclass(frozen=True, slots=True)
class Quantity:
    """What computations take and give. `value` is in `unit`; `working` says line by line how it came about."""

    value: Decimal
    unit: Unit
    period: Period | None = None
    bound: str = "exact"
    what: str = ""
    working: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = field(default=())

    @classmethod
    def of(cls, value: Decimal | int | str, unit_text: str, period_text: str = "", what: str = "") -> Quantity:
        """A number that somebody names, such as one read in an article. Raises ValueError for what is not known."""
        return cls(Decimal(value), unit(unit_text), period(period_text) if period_text else None, what=what)

    @property
    def base(self) -> Decimal:
        """The value without the unit's scale: 65.9 billion dollars are 65900000000."""
        return self.value.scaleb(self.unit.scale, EXACTLY)

    @property
    def is_gradable(self) -> bool:
        """Whether all that it rests on, the article's own numbers aside, was read and is of tier trade or better."""
        return all(figure.is_gradable or figure.is_of_the_article for figure in self.figures)

    @property
    def span(self) -> str:
        """`year` for an amount of one year, `sum` for one over another stretch of time, else empty: not known."""
        if self.unit.per == "year":
            return "year"
        if self.period is None:
            return ""
        return "year" if self.period.is_one_year else "sum"


def flipped(bound: str) -> str:
    """The bound of what a number is divided into: something over at least 5 is at most what it is over 5."""
    return _FLIPPED.get(bound, bound)


def joined(one: str, other: str) -> str:
    """The bound of a product or a sum of two numbers above 0."""
    if one == "exact" or one == other:
        return other
    if other == "exact":
        return one
    if {one, other} <= _LOWER:
        return "over"
    if {one, other} <= _UPPER:
        return "less than"
    return "about"


def hedged(bound: str, amount: str) -> str:
    """An amount behind its hedge, as in `at least $5`; as it is where it is exact."""
    if bound == "exact":
        return amount
    return say("figure.hedged", bound=say(f"figure.bound.{bound.replace(' ', '_')}"), amount=amount)


def all_lines(*quantities: Quantity) -> tuple[str, ...]:
    """The working of several quantities, no line twice."""
    return tuple(dict.fromkeys(line for quantity in quantities for line in quantity.working))


def all_figures(*quantities: Quantity) -> tuple[Figure, ...]:
    """The figures behind several quantities, none twice."""
    return tuple({figure.id: figure for quantity in quantities for figure in quantity.figures}.values())
