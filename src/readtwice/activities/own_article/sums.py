"""Two numbers of a text, or a reference figure of the reader's own, worked out: what is unlike is not compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from readtwice.reading import quantity_tables as t
from readtwice.reading.arithmetic.window import read_numbers
from readtwice.reading.quantities import Quantity, read_quantities
from readtwice.words import say

OPERATIONS = ("share", "times", "sum", "difference", "change")
MOST_LETTERS = 300

_BETWEEN = re.compile(r"(.+?)[\s-]*(?:\b(?:to|or|and|until|till)\b|[-‐‑‒–—−])[\s-]*(.+)", re.S)
_ALIKE = (
    "millimetre millimetres millimeter millimeters mm",
    "centimetre centimetres centimeter centimeters cm",
    "metre metres meter meters m",
    "kilometre kilometres kilometer kilometers km",
    "foot feet ft",
    "inch inches in",
    "yard yards yd yds",
    "mile miles mi",
    "acre acres",
    "hectare hectares ha",
    "gram grams g",
    "kilogram kilograms kilo kilos kg",
    "ton tons",
    "tonne tonnes t",
    "ounce ounces oz",
    "pound pounds lb lbs",
    "litre litres liter liters l L",
    "gallon gallons gal",
    "barrel barrels bbl",
    "second seconds s sec secs",
    "minute minutes min mins",
    "hour hours h hr hrs",
    "day days",
    "week weeks",
    "month months",
    "year years yr yrs",
    "square sq",
    "cubic cu",
    "°C C Celsius",
    "°F F Fahrenheit",
)
_NAMES = {name: names.split()[0] for names in _ALIKE for name in names.split()}
"""One name for each unit, whatever it is written as."""

_MEASURES = t.MEASURES | t.SHORT_UNITS | frozenset(_NAMES)


def usable(text: str) -> Iterator[Quantity]:
    """The numbers of a text that a sum can be made of, each with words that say it alone.

    Both ends of a range are numbers, and a fraction is a percentage.
    """
    for one in read_numbers(text):
        if one.kind == "fraction":
            yield _in_percent(one)
        elif one.kind in ("count", "money", "percent"):
            yield from map(_said_alone, _ends(one))


def labelled(one: Quantity) -> str:
    """A number as it is printed, with its currency, unit and period where the printed words do not hold them."""
    alone = next(iter(read_quantities(one.text)), None)
    missing = [
        one.currency if alone and not alone.currency else None,
        one.unit if one.kind != "percent" and (one.unit or "") not in one.text and not (alone and alone.unit) else None,
        f"per {one.period}" if one.period and not (alone and alone.period) else None,
    ]
    return " ".join(filter(None, (one.text, *missing)))


def _in_percent(one: Quantity) -> Quantity:
    part, _, whole = one.value.partition("/")
    value = 100 * Decimal(part) / (Decimal(whole) or 1)
    told = f"{' '.join(one.text.split())} ({_plain(value)}%)"
    return replace(one, kind="percent", unit="percent", value=f"{value:f}", text=told)


def _ends(one: Quantity) -> tuple[Quantity, ...]:
    between = _BETWEEN.fullmatch(one.text)
    if one.value_to is None or between is None:
        return (one,)
    return replace(one, text=between[1], value_to=None), replace(
        one, text=between[2], value=one.value_to, value_to=None
    )


def _said_alone(one: Quantity) -> Quantity:
    """With its value as its words where the printed ones need a neighbour: the 5 of `5 to 6 million`."""
    alone = next(iter(read_quantities(one.text)), None)
    is_plain = alone is None or alone.value == one.value or one.number is None
    return replace(one, text=" ".join(one.text.split()) if is_plain else f"{one.number:,}")


def own_figure(text: str, source: str) -> str | None:
    """A reference figure in one line, with where it is from; None where no number stands in it, or no source."""
    told, of = (" ".join(part.split())[:MOST_LETTERS] for part in (text, source))
    return f"{told} [{of}]" if of and first_number(told) is not None else None


def first_number(text: str) -> Quantity | None:
    """The first number of a line; None where there is none."""
    return next(usable(text[:MOST_LETTERS]), None)


def work_out(one: Quantity | None, other: Quantity | None, how: str) -> str:
    """The sum in words, or why these two cannot be put together. Raises ValueError for another operation."""
    if how not in OPERATIONS:
        raise ValueError("there is no such operation")
    if one is None or other is None or one.number is None or other.number is None:
        return say("own_article.choose_two")
    if against := _against(one, other, how):
        return against
    return ". ".join((_told(one.text, other.text, one.number, other.number, how), *_questions(one, other)))


def _against(one: Quantity, other: Quantity, how: str) -> str:
    """Why a sum of two numbers would say nothing, in words; empty where it may say something."""
    a, b = labelled(one), labelled(other)
    if one.kind != other.kind or len({one.currency, other.currency} - {None}) > 1:
        return say("own_article.unlike", one=a, other=b)
    if one.period and other.period and one.period != other.period:
        return say("own_article.other_period", one=a, other=b)
    counted, beside = _counted(one), _counted(other)
    if not counted or not beside or counted == beside:
        return ""
    adds = how in ("sum", "difference")
    if {one.unit, other.unit} == {"percent", "percentage points"}:
        return "" if adds else say("own_article.points", one=a, other=b)
    if one.kind == "percent" or any(word in _MEASURES for word in re.split(r"[ /]", f"{counted} {beside}")):
        return say("own_article.other_unit", one=a, other=b)
    return say("own_article.unlike", one=a, other=b) if adds else ""


def _counted(one: Quantity) -> str:
    """What is counted, under one name: `km`, `kilometre` and `kilometres` are one."""
    parts = re.split(r"([ /])", (one.unit or "").removeprefix("degrees "))
    return "".join(_NAMES.get(part, part.removesuffix("s")) for part in parts)


def _questions(one: Quantity, other: Quantity) -> Iterator[str]:
    """What a reader should ask of two numbers that may be unlike."""
    if one.kind != "percent" and _counted(one) != _counted(other):
        if one.unit and other.unit:
            yield say("own_article.other_things", one=one.unit, other=other.unit)
        else:
            yield say("own_article.one_says", told=one.unit or other.unit)
    if one.period != other.period:
        yield say("own_article.one_says", told=f"per {one.period or other.period}")


def _told(one: str, other: str, a: Decimal, b: Decimal, how: str) -> str:
    if how == "sum":
        return f"{one} + {other} = {_plain(a + b)}"
    if how == "difference":
        return f"{one} − {other} = {_plain(a - b)}"
    if not b:
        return say("own_article.zero")
    try:
        if how == "share":
            return f"{one} ÷ {other} × 100 = {_plain(100 * a / b)}%"
        if how == "times":
            return f"{one} ÷ {other} = {_plain(a / b)}"
        return f"({one} − {other}) ÷ {other} × 100 = {_plain(100 * (a - b) / b)}%"
    except InvalidOperation:
        return say("own_article.zero")


def _plain(value: Decimal) -> str:
    if value and abs(value) < Decimal("0.005"):
        return f"{Decimal(f'{value:.2g}'):f}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")
