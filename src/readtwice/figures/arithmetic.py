"""Share of, per year, per head, and the few steps around them. Each result carries its working; nonsense is refused.

All functions take a Figure or a Quantity and give a Quantity. They raise CannotCompute, in one sentence.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from readtwice.figures.figure import Figure
from readtwice.figures.periods import Period, period
from readtwice.figures.quantity import EXACTLY, CannotCompute, Quantity, all_figures, all_lines, flipped, joined
from readtwice.figures.show import decimals, in_short
from readtwice.figures.units import Unit

Number = Figure | Quantity


def share_of(part: Number, whole: Number) -> Quantity:
    """What part of the whole this is, in percent: part / whole * 100.

    Both must be money of one currency, or both the same thing counted. Money over several years may be set against
    one year's, as aid against GDP is, if its period is stated; the working then says so. Refuses nominal by real.
    """
    a, b = _quantity(part), _quantity(whole)
    _refuse_unlike(a, b, "divided by")
    _refuse_zero(b)
    if a.unit.kind not in ("money", "count", "persons"):
        raise CannotCompute(f"A share of {b.unit.words} needs sums or counts: a percentage is a share already.")
    if a.unit.kind == "money" and b.span == "year" and not a.span:
        raise CannotCompute(
            "This sum has no period, so it cannot be set against one year's total: say from when to when it counts."
        )
    if a.span == "year" and b.span == "sum":
        raise CannotCompute(
            "One year's amount is no share of a sum over another stretch of time: put both per year first."
        )
    unit = Unit("percent", "GDP" if "GDP" in b.what else "", per="year" if a.unit.per == "year" else "")
    value = EXACTLY.multiply(EXACTLY.divide(a.base, b.base), Decimal(100))
    result = _result(value, unit, a, b, bound=joined(a.bound, flipped(b.bound)), when=a.period)
    lines = [f"{_full(a)} ÷ {_full(b)} × 100 {in_short(result)}"]
    if a.span == "sum" and b.span == "year":
        lines.append(f"This sets {_sum_over(a)} against one year.")
    elif a.period and b.period and a.period.text != b.period.text and "year" == a.span == b.span:
        lines.append(f"The two are of different times: {a.period} and {b.period}.")
    return _with(result, a, b, lines)


def per_year(total: Number, over: Period | str | Decimal | int | None = None) -> Quantity:
    """A sum or a share collected over a stretch of time, spread evenly: total / years.

    `over` is the stretch (a period as in periods.py, or a number of years above 0) where the total has none of its
    own, or where another is meant. Refuses a total that is per year already, and a stretch with an open end.
    """
    a = _quantity(total)
    if a.unit.kind == "rate" or a.unit.per:
        raise CannotCompute(f"This is {a.unit.text}: it cannot be put per year again.")
    if isinstance(over, str):
        over = _read_period(over)
    when = over if isinstance(over, Period) else None if over is not None else a.period
    years = when.years if when else Decimal(over) if isinstance(over, (Decimal, int)) else None
    if years is None or not (years.is_finite() and years > 0) or (when and when.is_day):
        why = (
            f"The period “{when}” has an open end" if when and when.is_open else "This number has no period that lasts"
        )
        raise CannotCompute(f"{why}, so nobody can say how much it is per year: say from when to when it counts.")
    unit = replace(a.unit, per="year")
    result = _result(EXACTLY.divide(a.value, years), unit, a, bound=a.bound, when=when or a.period)
    days = f" ({when.days:,} days)" if when and when.days and when.days % 365 else ""
    return _with(result, a, None, [f"{_full(a)} ÷ {decimals(years, 2)} years{days} {in_short(result)}"])


def per_head(total: Number, population: Number) -> Quantity:
    """Money for each person: total / population, in units of the currency. Refuses anything but money by people."""
    a, b = _quantity(total), _quantity(population)
    if a.unit.kind != "money" or a.unit.per == "head":
        raise CannotCompute(f"Only a sum of money can be shared out per head, not {a.unit.words}.")
    if b.unit.kind != "persons":
        raise CannotCompute(f"Per head divides by people, not by {b.unit.words}.")
    _refuse_zero(b)
    unit = replace(a.unit, scale=0, per="head")
    result = _result(EXACTLY.divide(a.base, b.base), unit, a, b, bound=joined(a.bound, flipped(b.bound)), when=a.period)
    lines = [f"{_full(a)} ÷ {_full(b)} {in_short(result)}"]
    if a.unit.per == "year":
        lines.append("That is for one year.")
    elif a.span == "sum" and a.period and not a.period.is_day:
        lines.append(f"That is {_sum_over(a)}.")
    return _with(result, a, b, lines)


def part_of(share: Number, whole: Number) -> Quantity:
    """So many percent of a whole: share / 100 * whole. Undoes `share_of`."""
    a, b = _quantity(share), _quantity(whole)
    if a.unit.kind != "percent" or b.unit.kind not in ("money", "count", "persons"):
        raise CannotCompute(f"This takes a percentage of a sum or a count, not {a.unit.words} of {b.unit.words}.")
    value = EXACTLY.divide(EXACTLY.multiply(a.value, b.value), Decimal(100))
    unit = replace(b.unit, per="year") if a.unit.per == "year" else b.unit
    result = _result(value, unit, a, b, bound=joined(a.bound, b.bound), when=a.period or b.period)
    return _with(result, a, b, [f"{_full(a)} × {_full(b)} {in_short(result)}"])


def whole_of(part: Number, share: Number) -> Quantity:
    """The whole of which the part is so many percent: part / share * 100."""
    a, b = _quantity(part), _quantity(share)
    if b.unit.kind != "percent" or a.unit.kind not in ("money", "count", "persons"):
        raise CannotCompute(f"This divides a sum or a count by a percentage, not {a.unit.words} by {b.unit.words}.")
    _refuse_zero(b)
    value = EXACTLY.multiply(EXACTLY.divide(a.value, b.value), Decimal(100))
    unit = replace(a.unit, per="") if a.unit.per == b.unit.per == "year" else a.unit
    result = _result(value, unit, a, b, bound=joined(a.bound, flipped(b.bound)), when=a.period)
    return _with(result, a, b, [f"{_full(a)} ÷ {_full(b)} {in_short(result)}"])


def sum_of(*parts: Number) -> Quantity:
    """The sum of at least one number, in the first one's unit. Refuses unlike units, and a year's amount with a sum."""
    if not parts:
        raise CannotCompute("A sum needs at least one number.")
    first, *rest = (_quantity(part) for part in parts)
    total = first
    for other in rest:
        total = _add(total, other, 1)
    return total


def difference(from_: Number, less: Number) -> Quantity:
    """The first less the second, in the first one's unit. Refuses what `sum_of` refuses."""
    return _add(_quantity(from_), _quantity(less), -1)


def compare(one: Number, other: Number) -> Decimal:
    """How many times the other goes into the one. Both must measure the same thing over a like stretch of time.

    A share over several years beside a share of one year is refused: that is the unfair comparison.
    """
    a, b = _quantity(one), _quantity(other)
    _refuse_unlike(a, b, "compared with")
    _refuse_zero(b)
    _refuse_unlike_spans(a, b)
    return EXACTLY.divide(a.base, b.base)


def _add(a: Quantity, b: Quantity, sign: int) -> Quantity:
    _refuse_unlike(a, b, "added to" if sign > 0 else "taken from")
    if a.unit.kind == "rate":
        raise CannotCompute("Exchange rates cannot be added up.")
    if a.unit.per == "head" and b.unit.per == "head":
        raise CannotCompute("Amounts per head of different groups cannot be added up: add the sums, then divide.")
    _refuse_unlike_spans(a, b)
    value = EXACTLY.add(a.value, (sign * b.base).scaleb(-a.unit.scale, EXACTLY))
    bound = joined(a.bound, b.bound if sign > 0 else flipped(b.bound))
    result = _result(value, a.unit, a, b, bound=bound, when=a.period)
    return _with(result, a, b, [f"{_full(a)} {'+' if sign > 0 else '-'} {_full(b)} {in_short(result)}"])


def _refuse_unlike(a: Quantity, b: Quantity, verb: str) -> None:
    if a.unit.kind == b.unit.kind == "money" and a.unit.name != b.unit.name:
        raise CannotCompute(
            f"{_capital(a.unit.words)} cannot be {verb} {b.unit.words}: convert one of them first, on a stated date."
        )
    if a.unit.real != b.unit.real:
        real, nominal = ("first", "second") if a.unit.real else ("second", "first")
        raise CannotCompute(
            f"Money of the day cannot be {verb} money in real terms: the {real} number has price changes taken out, "
            f"the {nominal} has not."
        )
    both_percent = a.unit.kind == b.unit.kind == "percent" and not (a.unit.name and b.unit.name)
    alike = both_percent or (a.unit.kind, a.unit.name) == (b.unit.kind, b.unit.name)
    if not alike or (a.unit.per == "head") != (b.unit.per == "head"):
        one, other = (f"{q.unit.words} per head" if q.unit.per == "head" else q.unit.words for q in (a, b))
        if one == other:
            one, other = a.unit.text, b.unit.text
        raise CannotCompute(f"{_capital(one)} cannot be {verb} {other}: they do not measure the same thing.")


def _refuse_unlike_spans(a: Quantity, b: Quantity) -> None:
    if {a.span, b.span} == {"year", "sum"}:
        long = a if a.span == "sum" else b
        raise CannotCompute(f"One number is {_sum_over(long)}, the other is for one year: put both per year first.")


def _refuse_zero(b: Quantity) -> None:
    if not b.value:
        raise CannotCompute("Nothing can be divided by zero.")


def _quantity(number: Number) -> Quantity:
    return number.quantity if isinstance(number, Figure) else number


def _read_period(text: str) -> Period:
    try:
        return period(text)
    except ValueError as error:
        raise CannotCompute(f"The {error}: write it like 2022-02-24 to 2025-01-08.") from None


def _result(value: Decimal, unit: Unit, *used: Quantity, bound: str, when: Period | None) -> Quantity:
    return Quantity(value, unit, when, bound, used[0].what, (), all_figures(*used))


def _with(result: Quantity, a: Quantity, b: Quantity | None, lines: list[str]) -> Quantity:
    return replace(result, working=(*all_lines(*filter(None, (a, b))), *lines))


def _full(quantity: Quantity) -> str:
    """A number for a line of working: all its digits if it was given, rounded if it was computed."""
    return in_short(quantity).lstrip("=≈ ")


def _sum_over(quantity: Quantity) -> str:
    when = quantity.period
    if when is None or when.years is None:
        return f"a sum over an open stretch of time ({when})"
    if when.is_day:
        return f"a sum of one day ({when})"
    return f"a sum over {decimals(when.years, 2)} years ({when})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
