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
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from readtwice.figures.quantity import EXACTLY, CannotCompute, Quantity, hedged
from readtwice.figures.units import SCALES, SYMBOLS, Unit
from readtwice.words import number, say

FORMAT = re.compile(r"(percent|trillions|billions|millions|rate|number)([0-6])?|money|words|digits", re.ASCII)
_PLACES = {"percent": 1, "trillions": 1, "billions": 1, "millions": 1, "rate": 5, "number": 0}
_KINDS = {"percent": ("percent",), "rate": ("rate",), "number": ("count", "persons", "rate")}


def show(quantity: Quantity, form: str) -> str:
    """A quantity in one of the formats above.

    Raises CannotCompute for a format that is not known or does not fit, such as money shown as a percentage.
    """
    found = FORMAT.fullmatch(form)
    if found is None:
        raise CannotCompute(say("error.figures.no_format", form=form[:20], formats=say("figure.formats")))
    name = found[1] or form
    if quantity.unit.kind not in _KINDS.get(name, ("money",)):
        raise CannotCompute(say("error.figures.format_does_not_fit", form=form, words=quantity.unit.words))
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
    digits = _rounded(quantity.base.scaleb(-scale, EXACTLY), places)
    return " ".join(filter(None, (digits, replace(quantity.unit, scale=scale).scale_word, quantity.unit.words)))


def in_full(value: Decimal, unit: Unit, bound: str = "exact") -> str:
    """A number with all its digits, its unit and its hedge, such as `over $66.5 billion` or `0.2 percent of GDP`."""
    if unit.kind == "money":
        base = value.scaleb(unit.scale, EXACTLY)
        scale = _scale_of(base)
        amount = with_per(_money(base, scale, None, unit), unit)
        return hedged(bound, say("figure.real", amount=amount) if unit.real else amount)
    return hedged(bound, f"{_all_digits(value)} {_after_number(unit)}")


def with_per(amount: str, unit: Unit) -> str:
    """An amount with `a year` or `per head`; as it is for a rate, whose other currency stands in the same place."""
    return say(f"figure.with_per.{unit.per}", amount=amount) if unit.per in ("year", "head") else amount


def in_short(quantity: Quantity) -> str:
    """A result for a line of working: `= $23.5 billion a year`, or `≈` where it is hedged or digits were dropped."""
    places = {"percent": percent_places(quantity.value), "rate": 5}
    shown = places.get(quantity.unit.kind, 2)
    scale = _scale_of(quantity.base) if quantity.unit.kind in ("money", "persons") else 0
    base = quantity.base.scaleb(-scale, EXACTLY)
    rounded = base.quantize(Decimal(1).scaleb(-shown), ROUND_HALF_UP, EXACTLY)
    is_rounded = quantity.bound == "about" or rounded != base
    sign = "≈" if is_rounded else "="
    bound = "exact" if quantity.bound == "about" else quantity.bound
    unit = Unit(quantity.unit.kind, quantity.unit.name, scale, quantity.unit.per, quantity.unit.real)
    return f"{sign} {in_full(rounded, unit, bound)}"


def percent_places(value: Decimal) -> int:
    """After how many decimal places a computed percentage is rounded: to three digits that count, 76.6 or 0.152."""
    return max(2 - value.adjusted(), 0) if value else 0


def decimals(value: Decimal, places: int) -> str:
    """A plain number with so many decimal places and commas between thousands; never `-0`."""
    return _rounded(value, places)


def _after_number(unit: Unit) -> str:
    if unit.kind == "rate":
        return unit.rate_words
    if unit.kind == "percent":
        percent = say("figure.percent_of", whole=unit.name) if unit.name else say("figure.percent")
        return say("figure.per_year", amount=percent) if unit.per else percent
    if unit.kind == "persons":
        return f"{unit.scale_word} {unit.words}".strip()
    return say("figure.per_year", amount=unit.name) if unit.per else unit.name


def _scale_of(base: Decimal) -> int:
    """Millions and billions are named; trillions stay thousands of billions, so that two sums compare at a glance."""
    return 9 if abs(base) >= 10**9 else 6 if abs(base) >= 10**6 else 0


def _money(base: Decimal, scale: int, places: int | None, unit: Unit) -> str:
    scaled = base.scaleb(-scale, EXACTLY)
    digits = _all_digits(scaled) if places is None else _rounded(scaled, places)
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    symbol = SYMBOLS.get(unit.name, f"{unit.name} ")
    return f"{sign}{symbol}{digits} {replace(unit, scale=scale).scale_word}".rstrip()


def _rounded(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACTLY)
    return number(f"{rounded if rounded else abs(rounded):,f}")


def _all_digits(value: Decimal) -> str:
    text = f"{value:,f}"
    return number(text.rstrip("0").rstrip(".") if "." in text else text)
