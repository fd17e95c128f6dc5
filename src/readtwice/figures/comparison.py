"""Every cell of a comparison, computed: each combination of toggles gives two numbers, or one sentence why it cannot.

How far apart two numbers are is said in four steps, by the larger divided by the smaller:

| ratio | said |
|---|---|
| below 1.25 | about equal |
| to 2 | larger |
| above 2 | much larger |

Below 1.25 nothing is made of a difference: the choice of a GDP's vintage and of a day's exchange rate alone can move a
share by a fifth. A floor (“at least”) is taken at its number, and is shown as a floor. Two ceilings (“less than”) are
never compared: what lies below them is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from typing import Final

from readtwice.figures.arithmetic import compare, difference, per_head, per_year, share_of, sum_of
from readtwice.figures.figures import Figures
from readtwice.figures.grid import ANY, FRACTIONS, PRINTED, UNDIVIDED, Claimed, Grid, Row, Side
from readtwice.figures.quantity import CannotCompute, Quantity
from readtwice.figures.rates import convert
from readtwice.words import say

ABOUT_EQUAL: Final = Decimal("1.25")
MUCH: Final = Decimal(2)
_CEILINGS: Final = ("at most", "less than")


@dataclass(frozen=True, slots=True)
class Measured:
    """One side's number, with the upper end of its range if it is one. `notes` say what was decided on the way."""

    low: Quantity
    high: Quantity | None = None
    is_per_year: bool = False
    notes: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[Quantity, ...]:
        return (self.low,) if self.high is None else (self.low, self.high)

    @property
    def is_ceiling(self) -> bool:
        return self.high is None and self.low.bound in _CEILINGS


@dataclass(frozen=True, slots=True)
class Cell:
    """One combination of choices (`by`; ANY where a toggle makes no difference) and what comes of it.

    `says` is `equal`, `about_equal`, `larger`, `much_larger` or `ceilings`, and empty where nothing can be compared:
    then `why` says why, in one sentence. `larger` is the place of the larger side, `ratio` how many times the smaller
    one goes into it; both None where that is not known. `sides` is empty where there is no number to show.
    """

    by: dict[str, str]
    sides: tuple[Measured, ...] = ()
    says: str = ""
    larger: int | None = None
    ratio: Decimal | None = None
    why: str = ""

    @property
    def is_gradable(self) -> bool:
        """Whether all that it rests on was read and is of tier trade or better, the article's own numbers aside."""
        return all(end.is_gradable for side in self.sides for end in side.ends)


def cells(grid: Grid, figures: Figures) -> tuple[Cell, ...]:
    """All combinations, in the order of the toggles. Those that a toggle does not change are one cell."""
    names = [toggle.id for toggle in grid.toggles]
    every = [
        cell(grid, dict(zip(names, choices, strict=True)), figures)
        for choices in product(*(toggle.labels for toggle in grid.toggles))
    ]
    for toggle in reversed(grid.toggles):
        every = list(_merged(every, toggle.id, len(toggle.choices)))
    places = {toggle.id: (ANY, *toggle.labels) for toggle in grid.toggles}
    return tuple(sorted(every, key=lambda one: [places[name].index(choice) for name, choice in one.by.items()]))


def cell(grid: Grid, by: dict[str, str], figures: Figures) -> Cell:
    """One combination of choices. Raises FigureNotFound for a grid that names a figure which is not there."""
    try:
        sides = tuple(_measured(grid, side, by, figures) for side in grid.sides)
    except CannotCompute as error:
        return Cell(by, why=str(error))
    try:
        _refuse_unlike(grid, by, figures)
        return _contrast(by, sides)
    except CannotCompute as error:
        return Cell(by, sides, why=str(error))


def bears_out(claimed: Claimed | None, grid: Grid, found: Cell) -> bool | None:
    """Whether a cell shows what the article states; None where the statement is not about such a cell."""
    if claimed is None or not found.says or not _fits(claimed.when, found.by):
        return None
    place = [side.id for side in grid.sides].index(claimed.side)
    if claimed.says in FRACTIONS:
        low = found.sides[place].low
        return low.unit.kind == "percent" and _nearest_fraction(low.value) == claimed.says
    wanted = place if claimed.says.endswith("larger") else 1 - place
    return found.larger == wanted and (found.says == "much_larger" or not claimed.says.startswith("much"))


def _nearest_fraction(percent: Decimal) -> str:
    return min(FRACTIONS, key=lambda name: abs(percent - Decimal(100 * FRACTIONS[name][0]) / FRACTIONS[name][1]))


def _measured(grid: Grid, side: Side, by: dict[str, str], figures: Figures) -> Measured:
    row, start = _start(grid, side, by, figures)
    divisor = _divisor(grid, side, by, row, figures)
    ends = [_divided(end, divisor) for end in start]
    is_per_year = any(end.unit.per == "year" for end in start)
    return Measured(ends[0], ends[1] if len(ends) > 1 else None, is_per_year, (row.note,) if row.note else ())


def _start(grid: Grid, side: Side, by: dict[str, str], figures: Figures) -> tuple[Row, list[Quantity]]:
    """One side's number before it is divided: taken, put per year if asked, and in the currency that is wanted."""
    row = _row(grid.numbers, side, by)
    if row is None:
        raise CannotCompute(say("error.figures.no_figure_here", label=side.label))
    if row.why:
        raise CannotCompute(row.why)
    ends = [_taken(row, figures)] + ([figures[row.to].quantity] if row.to else [])
    if _choice(grid, "period", by, row) == "year":
        ends = [end if end.unit.per == "year" else per_year(end, row.over or None) for end in ends]
    divisor = _divisor(grid, side, by, row, figures)
    currency = _choice(grid, "currency", by, row)
    if divisor is not None and divisor.unit.kind == "money":
        currency = divisor.unit.name  # a share is the same in every currency: the sum goes into that of the whole
    if currency not in (ANY, PRINTED):
        ends = [convert(end, currency, grid.on, figures) if end.unit.kind == "money" else end for end in ends]
    return row, ends


def _divisor(grid: Grid, side: Side, by: dict[str, str], row: Row, figures: Figures) -> Quantity | None:
    if _choice(grid, "divide", by, row) in (ANY, UNDIVIDED):
        return None
    divisor = _row(grid.divisors, side, by)
    if divisor is None or divisor.why:
        raise CannotCompute(divisor.why if divisor else say("error.figures.no_divisor", label=side.label))
    return _taken(divisor, figures)


def _divided(number: Quantity, divisor: Quantity | None) -> Quantity:
    if divisor is None:
        return number
    return per_head(number, divisor) if divisor.unit.kind == "persons" else share_of(number, divisor)


def _refuse_unlike(grid: Grid, by: dict[str, str], figures: Figures) -> None:
    """A sum over years stays unlike one year's after both were divided by people, where the units no longer tell."""
    one, other = (_start(grid, side, by, figures)[1][0] for side in grid.sides)
    if (one.unit.kind, one.unit.name) == (other.unit.kind, other.unit.name):
        compare(one, other)


def _contrast(by: dict[str, str], sides: tuple[Measured, ...]) -> Cell:
    one, other = sides
    compare(one.low, other.low)  # says so where the two are unlike
    if (one.high or other.high) and one.low.base <= other.ends[-1].base and other.low.base <= one.ends[-1].base:
        return Cell(by, sides, "about_equal")
    larger = 0 if one.low.base >= other.ends[-1].base else 1
    ratio = compare(sides[larger].low, sides[1 - larger].ends[-1])
    if sides[larger].is_ceiling or (ratio == 1 and sides[1 - larger].is_ceiling):
        return Cell(by, sides, "ceilings")
    if ratio == 1:
        return Cell(by, sides, "equal", ratio=ratio)
    says = "about_equal" if ratio < ABOUT_EQUAL else "larger" if ratio <= MUCH else "much_larger"
    return Cell(by, sides, says, larger, ratio)


def _taken(row: Row, figures: Figures) -> Quantity:
    number = figures[row.take].quantity
    if row.plus:
        number = sum_of(number, figures[row.plus])
    return difference(number, figures[row.less]) if row.less else number


def _row(rows: tuple[Row, ...], side: Side, by: dict[str, str]) -> Row | None:
    """The row of a side that fits these choices: the one that names most of them, and of equals the first."""
    fitting = [row for row in rows if row.side == side.id and _fits(row.when, by)]
    return max(fitting, key=lambda row: len(row.when), default=None)


def _fits(when: dict[str, str], by: dict[str, str]) -> bool:
    return all(by.get(name) == choice for name, choice in when.items())


def _choice(grid: Grid, does: str, by: dict[str, str], row: Row) -> str:
    """What is chosen for a step; ANY where there is no such step, or where the row's number has it done already."""
    toggle = grid.toggle(does)
    return ANY if toggle is None or toggle.id in row.when else by[toggle.id]


def _merged(every: list[Cell], name: str, count: int) -> Iterator[Cell]:
    """The same cells; where all choices of a toggle come to the same, one cell stands for them."""
    groups: dict[tuple[tuple[str, str], ...], list[Cell]] = {}
    for one in every:
        groups.setdefault(tuple((n, c) for n, c in one.by.items() if n != name), []).append(one)
    for group in groups.values():
        first = replace(group[0], by={})
        if len(group) == count and all(replace(one, by={}) == first for one in group):
            yield replace(group[0], by={**group[0].by, name: ANY})
        else:
            yield from group
