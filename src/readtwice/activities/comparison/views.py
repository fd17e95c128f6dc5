"""One cell of a comparison in words: its two numbers, the sentence about them, its working, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from readtwice.activities.comparison.part import Comparison
from readtwice.figures import Figure, Figures, Quantity, show
from readtwice.figures.grid import ANY
from readtwice.figures.periods import period
from readtwice.page.views import View
from readtwice.words import fill, say, words

if TYPE_CHECKING:
    from readtwice.figures.comparison import Cell, Measured


def cells_of(comparison: Comparison, figures: Figures) -> tuple[Cell, ...]:
    """Every cell of a comparison, computed."""
    from readtwice.figures.comparison import cells  # here, because a lesson that compares nothing should not wait

    return cells(comparison.grid, figures)


def cell_view(comparison: Comparison, cell: Cell, lines: list[str]) -> View:
    """A cell for the browser. Its working stands in `lines`, which all cells share; the view holds the places."""
    longest = max((end.base for side in cell.sides for end in side.ends), default=Decimal(0))
    return {
        "by": cell.by,
        "sides": [_side_view(side, longest if cell.says else Decimal(0), lines) for side in cell.sides],
        "sentence": sentence(comparison, cell),
        "claim": claim_line(comparison, cell),
        "graded": not cell.sides or cell.is_gradable,
        "doubts": doubts(cell),
    }


def _side_view(side: Measured, longest: Decimal, lines: list[str]) -> View:
    """`length` and `high` are parts of the longest bar; 0 where no bar is drawn. `hollow` bars stand on less."""
    working = [*(line for end in side.ends for line in end.working), *side.notes]
    lines += [line for line in dict.fromkeys(working) if line not in lines]
    ends = [float(round(end.base / longest, 4)) if longest else 0 for end in side.ends]
    return {
        "text": value_text(side),
        "length": ends[0],
        "high": ends[-1],
        "hollow": side.is_ceiling or not all(end.is_gradable for end in side.ends),
        "working": [lines.index(line) for line in dict.fromkeys(working)],
    }


def value_text(side: Measured) -> str:
    """A number as learners read it, such as `about $65.9 billion a year` or `0.4% to 0.5%`."""
    if side.high is not None:
        text = say("comparison.range", low=_number(side.low), high=_number(side.high))
    else:
        text = " ".join(filter(None, (words()["comparison"]["bounds"].get(side.low.bound), _number(side.low))))
    per_head = words()["comparison"]["per_head"] if side.low.unit.per == "head" else ""
    a_year = words()["comparison"]["a_year"] if side.is_per_year else ""
    return " ".join(filter(None, (text, per_head, a_year)))


def _number(quantity: Quantity) -> str:
    if quantity.unit.kind != "percent":
        return show(quantity, "money")
    shown = -int(quantity.value.as_tuple().exponent)
    return show(quantity, f"percent{min(max(shown, 0), 1 if quantity.value >= 10 else 2)}")


def sentence(comparison: Comparison, cell: Cell) -> str:
    """What the two numbers say about each other, or why they say nothing."""
    if not cell.says:
        return say("comparison.unlike" if cell.sides else "comparison.none", why=cell.why)
    if cell.larger is None or cell.ratio is None:
        return say(f"comparison.says.{'overlap' if cell.says == 'about_equal' else cell.says}")
    unit = cell.sides[0].low.unit
    noun = words()["comparison"]["nouns"]["head" if unit.per == "head" else unit.kind]
    more, less = (
        say("comparison.owned", owner=comparison.grid.sides[place].owner, noun=noun)
        for place in (cell.larger, 1 - cell.larger)
    )
    return fill(words()["comparison"]["says"][cell.says], more=more, less=less, times=times(cell.ratio))


def times(ratio: Decimal) -> str:
    """How many times, in words: `about twice`, `about 1.3 times`, `about 7 times`."""
    rounded = ratio.quantize(Decimal("0.1") if ratio < 5 else Decimal(1), ROUND_HALF_UP)
    return say("comparison.twice") if rounded == 2 else say("comparison.times", number=rounded)


def claim_line(comparison: Comparison, cell: Cell) -> str:
    """Whether this comparison shows what the article states, with the date of the figures; empty if it is no test."""
    from readtwice.figures.comparison import bears_out

    claimed = comparison.grid.claimed
    shown = bears_out(claimed, comparison.grid, cell)
    if claimed is None or shown is None:
        return ""
    verdict = say("comparison.shown" if shown else "comparison.not_shown", words=claimed.words)
    dates = [figure.date for figure in _figures(cell) if figure.date[:1].isdigit()]
    dated = say("comparison.dated", date=period(max(dates))) if dates else say("comparison.undated")
    return f"{verdict} {dated}"


def doubts(cell: Cell) -> list[str]:
    """Why a cell is reported and not graded: each source that was not read, or that is below what may be graded."""
    found = [figure for figure in _figures(cell) if not (figure.is_gradable or figure.is_of_the_article)]
    reasons = (
        say("comparison.below" if figure.read else "comparison.unread", publisher=figure.publisher) for figure in found
    )
    return list(dict.fromkeys(reasons))


def _figures(cell: Cell) -> list[Figure]:
    return [figure for side in cell.sides for end in side.ends for figure in end.figures]


def how(comparison: Comparison, by: dict[str, str]) -> str:
    """A combination of choices in words."""
    return "; ".join(f"{t.label}: {_choice(t.labels, by[t.id])}" for t in comparison.grid.toggles)


def _choice(labels: dict[str, str], choice: str) -> str:
    return say("comparison.any") if choice == ANY else labels[choice]


def table_words(comparison: Comparison, found: Sequence[Cell]) -> tuple[list[str], list[list[str]]]:
    """The whole grid as a header and rows of words."""
    grid = comparison.grid
    header = [*(t.label for t in grid.toggles), *(side.label for side in grid.sides), say("comparison.measure")]
    rows = [
        [
            *(_choice(t.labels, cell.by[t.id]) for t in grid.toggles),
            *([value_text(side) for side in cell.sides] or [say("comparison.no_number")] * len(grid.sides)),
            " ".join(filter(None, (sentence(comparison, cell), _standing(cell)))),
        ]
        for cell in found
    ]
    return header, rows


def _standing(cell: Cell) -> str:
    return f"{say('comparison.reported')}." if cell.sides and not cell.is_gradable else ""


def table_values(comparison: Comparison, found: Sequence[Cell]) -> list[dict[str, Any]]:
    """The whole grid for a program: exact decimals, each with its unit as in figures.csv; None where there is none.

    A range has its upper end as `<side>_to`. A toggle that makes no difference has the choice `any`.
    """
    rows = []
    for cell in found:
        row: dict[str, Any] = {name: choice or say("comparison.any") for name, choice in cell.by.items()}
        for place, side in enumerate(comparison.grid.sides):
            measured = cell.sides[place] if cell.sides else None
            row[side.id] = measured.low.value if measured else None
            row[f"{side.id}_to"] = measured.high.value if measured and measured.high else None
            row[f"{side.id}_unit"] = measured.low.unit.text if measured else ""
        graded = bool(cell.says) and cell.is_gradable
        rows.append({**row, "ratio": cell.ratio, "says": cell.says, "graded": graded, "why": cell.why})
    return rows
