"""What bars someone's own Altair chart shows: how long each is, and what its axis does to the lengths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import altair as alt

from readtwice.charts.made_with_altair import rows_in, specification, with_parts

Axis = Literal["zero", "cut", "squeezed"]
SQUEEZED: Final = ("log", "pow", "sqrt", "symlog")
NAMING: Final = ("x", "y", "color", "fill", "row", "column", "facet", "xOffset", "yOffset", "detail")
"""The channels by which one bar is told from another."""


@dataclass(frozen=True)
class Bars:
    """Lengths by what names each bar, its names in alphabetical order: `{"added · b02": 3.0}`."""

    lengths: dict[str, float]
    axis: Axis


def read_bars(made: alt.TopLevelMixin) -> Bars | None:
    """The first bars in a chart; None where it has none that stand for a number, a sum or a count of its rows."""
    found = specification(made)
    for part in with_parts(found):
        mark = part.get("mark", {})
        encoding = found.get("encoding", {}) | part.get("encoding", {})
        along = next((name for name in ("x", "y") if encoding.get(name, {}).get("type") == "quantitative"), None)
        rows = rows_in(part, found) or rows_in(found, found)
        if (mark if isinstance(mark, str) else mark.get("type")) == "bar" and along and rows:
            lengths = _lengths(encoding, along, rows)
            return None if lengths is None else Bars(lengths, _axis(encoding[along].get("scale") or {}))
    return None


def bar_name(*names: str) -> str:
    """What tells a bar from all others, in whatever order a chart names it."""
    return " · ".join(sorted(names))


def _lengths(encoding: dict[str, Any], along: str, rows: list[dict[str, Any]]) -> dict[str, float] | None:
    """Bars of one name stand on top of each other, so they add up."""
    measure = encoding[along]
    fields = [encoding[name]["field"] for name in NAMING if name != along and "field" in encoding.get(name, {})]
    lengths: dict[str, float] = {}
    for row in rows:
        if measure.get("aggregate") == "count":
            length = 1.0
        elif measure.get("aggregate") in (None, "sum") and isinstance(row.get(measure.get("field")), int | float):
            length = float(row[measure["field"]])
        else:
            return None
        name = bar_name(*dict.fromkeys(str(row.get(field)) for field in dict.fromkeys(fields)))
        lengths[name] = lengths.get(name, 0.0) + length
    return lengths


def _axis(scale: dict[str, Any]) -> Axis:
    if scale.get("type") in SQUEEZED:
        return "squeezed"
    domain = scale.get("domain")
    ends = domain if isinstance(domain, list) else [0]
    low, high = _end(scale.get("domainMin"), ends, min), _end(scale.get("domainMax"), ends, max)
    return "cut" if scale.get("zero") is False or low > 0 or high < 0 else "zero"


def _end(named: object, ends: list[Any], pick: Callable[[list[float]], float]) -> float:
    """An end of an axis, zero where it is no number but reckoned in the page."""
    numbers = [end for end in ends if isinstance(end, int | float)]
    return named if isinstance(named, int | float) else pick(numbers or [0.0])
