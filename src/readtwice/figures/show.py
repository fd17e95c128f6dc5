"""Numbers as a person reads them. Rounding happens here and nowhere else: half goes away from zero.

| format | 65.9 billion dollars, 0.2295 percent, 1.24433 |
|---|---|
| `percent0` to `percent6` | 0.23% |
| `trillions`, `billions`, `millions` with places 0 to 6 (1 if none) | $65.9 billion |
| `money` | $65.9 billion; below a million $196; below a hundred $19.56 |
| `words` | 65.9 billion dollars |
| `digits` | $65,900,000,000 |
| `rate0` to `rate6` (5 if none) | 1.24433 |
| `number0` to `number6` (0 if none) | 26 |

Formats leave out the hedge and "a year": the sentence around them says so.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from readtwice.figures.quantity import EXACTLY, CannotCompute, Quantity
from readtwice.figures.units import SCALE_NAMES, SCALES, SYMBOLS, Unit

FORMAT = re.compile(r"(percent|trillions|billions|millions|rate|number)([0-6])?|money|words|digits", re.ASCII)
FORMATS = (
    "percent0 to percent6, trillions, billions or millions (with 0 to 6 places), money, words, digits, rate, number"
)
_PLACES = {"percent": 1, "trillions": 1, "billions": 1, "millions": 1, "rate": 5, "number": 0}
_KINDS = {"percent": ("percent",), "rate": ("rate",), "number": ("count", "persons", "rate")}


def show(quantity: Quantity, form: str) -> str:
    """A quantity in one of the formats above.

    Raises CannotCompute for a format that is not known or does not fit, such as money shown as a percentage.
    """
    found = FORMAT.fullmatch(form)
    if found is None:
        raise CannotCompute(f"There is no format `{form[:20]}`: use {FORMATS}.")
    name = found[1] or form
    if quantity.unit.kind not in _KINDS.get(name, ("money",)):
        raise CannotCompute(f"The format `{form}` does not fit {quantity.unit.words}.")
    places = int(found[2]) if found[2] else _PLACES.get(name, 0)
    if name == "percent":
        return f"{_rounded(quantity.value, places)}%"
    if name in ("rate", "number"):
        return _rounded(quantity.base, places)
    if name == "digits":
        return _money(quantity.base, 0, 0, quantity.unit)
    if name in ("trillions", "billions", "millions"):
        return _money(quantity.base, SCALES[name[:-1]], places, quantity.unit)
    scale = _scale_of(quantity.base)
    places = 1 if scale else 2 if abs(quantity.base) < 100 else 0
    if name == "money":
        return _money(quantity.base, scale, places, quantity.unit)
    number = _rounded(quantity.base.scaleb(-scale, EXACTLY), places)
    return " ".join(filter(None, (number, SCALE_NAMES[scale], quantity.unit.words)))


def in_full(value: Decimal, unit: Unit, bound: str = "exact") -> str:
    """A number with all its digits, its unit and its hedge, such as `over $66.5 billion` or `0.2 percent of GDP`."""
    hedge = "" if bound == "exact" else f"{bound} "
    if unit.kind == "money":
        base = value.scaleb(unit.scale, EXACTLY)
        scale = _scale_of(base)
        per = {"year": " a year", "head": " per head"}.get(unit.per, "")
        real = " in real terms" if unit.real else ""
        return f"{hedge}{_money(base, scale, None, unit)}{per}{real}"
    return f"{hedge}{_all_digits(value)} {_after_number(unit)}"


def in_short(quantity: Quantity) -> str:
    """A result for a line of working: `= $23.5 billion a year`, or `≈` where it is hedged or digits were dropped."""
    shown = 4 if quantity.unit.kind == "percent" else 5 if quantity.unit.kind == "rate" else 2
    scale = _scale_of(quantity.base) if quantity.unit.kind in ("money", "persons") else 0
    base = quantity.base.scaleb(-scale, EXACTLY)
    rounded = base.quantize(Decimal(1).scaleb(-shown), ROUND_HALF_UP, EXACTLY)
    is_rounded = quantity.bound == "about" or rounded != base
    sign = "≈" if is_rounded else "="
    bound = "exact" if quantity.bound == "about" else quantity.bound
    unit = Unit(quantity.unit.kind, quantity.unit.name, scale, quantity.unit.per, quantity.unit.real)
    return f"{sign} {in_full(rounded, unit, bound)}"


def decimals(value: Decimal, places: int) -> str:
    """A plain number with so many decimal places and commas between thousands; never `-0`."""
    return _rounded(value, places)


def _after_number(unit: Unit) -> str:
    if unit.kind != "persons":
        return unit.text
    return f"{SCALE_NAMES[unit.scale]} people".strip()


def _scale_of(base: Decimal) -> int:
    """Millions and billions are named; trillions stay thousands of billions, so that two sums compare at a glance."""
    return 9 if abs(base) >= 10**9 else 6 if abs(base) >= 10**6 else 0


def _money(base: Decimal, scale: int, places: int | None, unit: Unit) -> str:
    scaled = base.scaleb(-scale, EXACTLY)
    number = _all_digits(scaled) if places is None else _rounded(scaled, places)
    sign, number = ("-", number[1:]) if number.startswith("-") else ("", number)
    symbol = SYMBOLS.get(unit.name, f"{unit.name} ")
    return f"{sign}{symbol}{number} {SCALE_NAMES[scale]}".rstrip()


def _rounded(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACTLY)
    return f"{rounded if rounded else abs(rounded):,f}"


def _all_digits(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
