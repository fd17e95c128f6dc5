"""A check built from parts: take a number, convert it, put it per year, divide it. And its result as a person reads it.

Each step is one of the room's own, with its working and its refusals. Nothing is computed here.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from readtwice.figures.arithmetic import per_head, share_of, whole_of
from readtwice.figures.arithmetic import per_year as spread
from readtwice.figures.figure import Figure
from readtwice.figures.figures import Figures
from readtwice.figures.quantity import EXACTLY, CannotCompute, Quantity, hedged
from readtwice.figures.rates import convert_with
from readtwice.figures.show import in_full, in_short, percent_places, show, with_per
from readtwice.figures.units import unit
from readtwice.words import number, say

DIGITS_TO_USE = 5
"""How many digits of a result are carried over into an answer: more than any answer needs."""


def check_from_parts(
    take: Figure,
    *,
    rate: Figure | None = None,
    per_year: bool = False,
    divide_by: Figure | None = None,
    figures: Figures,
) -> Quantity:
    """A number of the article, converted at a rate, put per year and divided, as far as these are asked for.

    Divided by people, money comes out per head; divided by a percentage, it is the whole that this would be a part of;
    divided by anything else it is a share in percent. Raises CannotCompute where that means nothing, or where nothing
    is asked for.
    """
    if rate is None and divide_by is None and not per_year:
        raise CannotCompute(say("error.figures.nothing_to_work_out"))
    if divide_by is not None and divide_by.id == take.id:
        raise CannotCompute(say("error.figures.divided_by_itself"))
    amount = take.quantity if rate is None else convert_with(take, rate, figures)
    if per_year:
        amount = spread(amount)
    if divide_by is None:
        return amount
    divisor = unit(divide_by.unit).kind
    if divisor == "persons" and amount.unit.kind == "money":
        return per_head(amount, divide_by)
    if divisor == "percent" and amount.unit.kind != "percent":
        return whole_of(amount, divide_by)
    return share_of(amount, divide_by)


def can_be_spread(figure: Figure) -> bool:
    """Whether it makes sense to ask how much a figure is per year: it is no rate and not of one year already.

    An open or missing period does not matter here: `per_year` then says what is missing.
    """
    quantity = figure.quantity
    return quantity.unit.kind in ("money", "percent", "count") and not quantity.unit.per and quantity.span != "year"


def in_words(quantity: Quantity) -> str:
    """A result in words: `about 65.9 billion dollars a year`; a percentage as a part of its whole, `1 part in 436`."""
    if quantity.unit.kind == "money":
        return hedged(quantity.bound, with_per(show(quantity, "words"), quantity.unit))
    if quantity.unit.kind != "percent":
        return in_short(quantity).lstrip("=≈ ")
    one_in = 100 / quantity.value if 0 < quantity.value < 50 else Decimal(0)
    if one_in:
        parts = say("figure.one_part", whole=_rounded(one_in, 0 if one_in > 10 else 1))
    else:
        parts = say("figure.parts", parts=_rounded(quantity.value, 0))
    return hedged("about" if quantity.bound == "exact" else quantity.bound, with_per(parts, quantity.unit))


def in_digits(quantity: Quantity) -> str:
    """A result in digits: `$65,900,000,000 a year`, `0.23% of GDP`."""
    if quantity.unit.kind == "money":
        form = "digits" if abs(quantity.base) >= 100 else "money"
        return with_per(show(quantity, form), quantity.unit)
    if quantity.unit.kind == "percent":
        share = f"{_rounded(quantity.value, percent_places(quantity.value))}%"
        if quantity.unit.name:
            share = say("figure.share_of", share=share, whole=quantity.unit.name)
        return with_per(share, quantity.unit)
    return _plain(quantity.base)


def as_read(value: Decimal, unit_text: str) -> str:
    """A number in a unit, short: `$22.9 billion a year`, `26 drones`; of a percentage only `4%`."""
    unit_ = unit(unit_text)
    return f"{_plain(value)}%" if unit_.kind == "percent" else in_full(value, unit_)


def measured_in(unit_text: str) -> str:
    """What stands behind a number in this unit: `percent of GDP`, `billion dollars a year`, `million people`."""
    unit_ = unit(unit_text)
    if unit_.kind == "percent":
        name = say("figure.percent_of", whole=unit_.name) if unit_.name else say("figure.percent")
    elif unit_.kind == "rate":
        name = unit_.rate_words
    else:
        name = unit_.words
    return with_per(f"{unit_.scale_word} {name}".strip(), unit_)


def to_type(quantity: Quantity, unit_text: str) -> str:
    """A result as one would type it where an answer in this unit is asked for; empty where it is of another kind.

    A result per year is taken for one that is not, and the other way round: that is a slip to learn from.
    """
    asked = unit(unit_text)
    if quantity.unit.kind != asked.kind or (quantity.unit.per == "head") != (asked.per == "head"):
        return ""
    if asked.kind != "percent" and quantity.unit.name != asked.name:
        return ""
    value = quantity.base.scaleb(-asked.scale, EXACTLY)
    if asked.kind == "percent":
        rounded = value.quantize(Decimal(1).scaleb(-percent_places(value)), ROUND_HALF_UP, EXACTLY)
        return f"{rounded.normalize():f}%"
    return f"{Context(prec=DIGITS_TO_USE).plus(value).normalize():f}"


def _rounded(value: Decimal, places: int) -> str:
    return _plain(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACTLY))


def _plain(value: Decimal) -> str:
    text = f"{value:,f}"
    return number(text.rstrip("0").rstrip(".") if "." in text else text)
