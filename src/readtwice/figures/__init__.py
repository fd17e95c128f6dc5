"""Floor 1: reference figures that know where they are from, and arithmetic that refuses nonsense.

A number about the world is typed once, in a pack's `figures.csv` or in a wide table that `tables.csv` describes.
`Figures` finds one; `share_of`, `per_year`, `per_head` and `convert` compute with it and keep the working; `render`
fills a computed value into a text.

What computes is imported when it is first named: every lesson loads figures, few compute with them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from readtwice.figures.figure import FIGURE_TIERS, GRADABLE_TIERS, TIERS, Figure, Table
from readtwice.figures.figures import FigureNotFound, Figures
from readtwice.figures.periods import Period
from readtwice.figures.quantity import CannotCompute, Quantity
from readtwice.figures.show import show
from readtwice.figures.units import Unit

if TYPE_CHECKING:
    from readtwice.figures.arithmetic import (
        compare,
        difference,
        part_of,
        per_head,
        per_year,
        share_of,
        sum_of,
        whole_of,
    )
    from readtwice.figures.check import check_from_parts
    from readtwice.figures.rates import Rate, convert, rate
    from readtwice.figures.templates import TemplateError, render

_LATER = {
    "arithmetic": ("compare", "difference", "part_of", "per_head", "per_year", "share_of", "sum_of", "whole_of"),
    "check": ("check_from_parts",),
    "rates": ("Rate", "convert", "rate"),
    "templates": ("TemplateError", "render"),
}

__all__ = [
    "FIGURE_TIERS",
    "GRADABLE_TIERS",
    "TIERS",
    "CannotCompute",
    "Figure",
    "FigureNotFound",
    "Figures",
    "Period",
    "Quantity",
    "Rate",
    "Table",
    "TemplateError",
    "Unit",
    "check_from_parts",
    "compare",
    "convert",
    "difference",
    "part_of",
    "per_head",
    "per_year",
    "rate",
    "render",
    "share_of",
    "show",
    "sum_of",
    "whole_of",
]


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"readtwice.figures.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
