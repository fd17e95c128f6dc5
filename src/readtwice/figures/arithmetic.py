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
from readtwice.words import number, say

Number = Figure | Quantity


def share_of(part: Number, whole: Number) -> Quantity:
    """What part of the whole this is, in percent: part / whole * 100.

    Both must be money of one currency, or both the same thing counted. Money over several years may be set against
    one year's, as aid against GDP is, if its period is stated; the working then says so. Refuses nominal by real.
    """
    a, b = _quantity(part), _quantity(whole)
    _refuse_unlike(a, b, say("problem.divided"))
    _refuse_zero(b)
    if a.unit.kind not in ("money", "count", "persons"):
        raise CannotCompute(say("error.figures.share_of_percentage", words=b.unit.words))
    if a.unit.kind == "money" and b.span == "year" and not a.span:
        raise CannotCompute(say("error.figures.sum_without_period"))
    if a.span == "year" and b.span == "sum":
        raise CannotCompute(say("error.figures.year_of_stretch"))
    unit = Unit("percent", "GDP" if "GDP" in b.what else "", per="year" if a.unit.per == "year" else "")
    value = EXACTLY.multiply(EXACTLY.divide(a.base, b.base), Decimal(100))
    result = _result(value, unit, a, b, bound=joined(a.bound, flipped(b.bound)), when=a.period)
    lines = [f"{_full(a)} ÷ {_full(b)} × 100 {in_short(result)}"]
    if a.span == "sum" and b.span == "year":
        lines.append(say("figure.sets_against_year", sum_over=_sum_over(a)))
    elif a.period and b.period and a.period.text != b.period.text and "year" == a.span == b.span:
        lines.append(say("figure.two_different_times", first=a.period, later=b.period))
    return _with(result, a, b, lines)


def per_year(total: Number, over: Period | str | Decimal | int | None = None) -> Quantity:
    """A sum or a share collected over a stretch of time, spread evenly: total / years.

    `over` is the stretch (a period as in periods.py, or a number of years above 0) where the total has none of its
    own, or where another is meant. Refuses a total that is per year already, and a stretch with an open end.
    """
    a = _quantity(total)
    if a.unit.kind == "rate" or a.unit.per:
        raise CannotCompute(
            say("error.figures.already_per_year", text=a.unit.rate_words if a.unit.kind == "rate" else a.unit.text)
        )
    if isinstance(over, str):
        over = _read_period(over)
    when = over if isinstance(over, Period) else None if over is not None else a.period
    years = when.years if when else Decimal(over) if isinstance(over, (Decimal, int)) else None
    if years is None or not (years.is_finite() and years > 0) or (when and when.is_day):
        why = say("figure.period_has_open_end", when=when) if when and when.is_open else say("figure.no_period")
        raise CannotCompute(say("error.figures.not_per_year", why=why))
    unit = replace(a.unit, per="year")
    result = _result(EXACTLY.divide(a.value, years), unit, a, bound=a.bound, when=when or a.period)
    spread = {"full": _full(a), "years": decimals(years, 2), "result": in_short(result)}
    if when and when.days and when.days % 365:
        line = say("figure.years_days", **spread, days=number(f"{when.days:,}"))
    else:
        line = say("figure.years", **spread)
    return _with(result, a, None, [line])


def per_head(total: Number, population: Number) -> Quantity:
    """Money for each person: total / population, in units of the currency. Refuses anything but money by people."""
    a, b = _quantity(total), _quantity(population)
    if a.unit.kind != "money" or a.unit.per == "head":
        raise CannotCompute(say("error.figures.only_money_per_head", words=a.unit.words))
    if b.unit.kind != "persons":
        raise CannotCompute(say("error.figures.per_head_by_people", words=b.unit.words))
    _refuse_zero(b)
    unit = replace(a.unit, scale=0, per="head")
    result = _result(EXACTLY.divide(a.base, b.base), unit, a, b, bound=joined(a.bound, flipped(b.bound)), when=a.period)
    lines = [f"{_full(a)} ÷ {_full(b)} {in_short(result)}"]
    if a.unit.per == "year":
        lines.append(say("figure.year"))
    elif a.span == "sum" and a.period and not a.period.is_day:
        lines.append(say("figure.that_is", sum_over=_sum_over(a)))
    return _with(result, a, b, lines)


def part_of(share: Number, whole: Number) -> Quantity:
    """So many percent of a whole: share / 100 * whole. Undoes `share_of`."""
    a, b = _quantity(share), _quantity(whole)
    if a.unit.kind != "percent" or b.unit.kind not in ("money", "count", "persons"):
        raise CannotCompute(say("error.figures.percentage_of", part=a.unit.words, whole=b.unit.words))
    value = EXACTLY.divide(EXACTLY.multiply(a.value, b.value), Decimal(100))
    unit = replace(b.unit, per="year") if a.unit.per == "year" else b.unit
    result = _result(value, unit, a, b, bound=joined(a.bound, b.bound), when=a.period or b.period)
    return _with(result, a, b, [f"{_full(a)} × {_full(b)} {in_short(result)}"])


def whole_of(part: Number, share: Number) -> Quantity:
    """The whole of which the part is so many percent: part / share * 100."""
    a, b = _quantity(part), _quantity(share)
    if b.unit.kind != "percent" or a.unit.kind not in ("money", "count", "persons"):
        raise CannotCompute(say("error.figures.not_by_percentage", dividend=a.unit.words, divisor=b.unit.words))
    _refuse_zero(b)
    value = EXACTLY.multiply(EXACTLY.divide(a.value, b.value), Decimal(100))
    unit = replace(a.unit, per="") if a.unit.per == b.unit.per == "year" else a.unit
    result = _result(value, unit, a, b, bound=joined(a.bound, flipped(b.bound)), when=a.period)
    return _with(result, a, b, [f"{_full(a)} ÷ {_full(b)} {in_short(result)}"])


def sum_of(*parts: Number) -> Quantity:
    """The sum of at least one number, in the first one's unit. Refuses unlike units, and a year's amount with a sum."""
    if not parts:
        raise CannotCompute(say("error.figures.empty_sum"))
    first, *rest = (_quantity(part) for part in parts)
    total = first
    for other in rest:
        total = _add(total, other, 1)
    return total


def difference(from_: Number, less: Number) -> Quantity:
    """The first less the second, in the first one’s unit; of two percentages, in points. Refuses what `sum_of` does."""
    return _add(_quantity(from_), _quantity(less), -1)


def compare(one: Number, other: Number) -> Decimal:
    """How many times the other goes into the one. Both must measure the same thing over a like stretch of time.

    A share over several years beside a share of one year is refused: that is the unfair comparison.
    """
    a, b = _quantity(one), _quantity(other)
    _refuse_unlike(a, b, say("problem.compared"))
    _refuse_zero(b)
    _refuse_unlike_spans(a, b)
    return EXACTLY.divide(a.base, b.base)


def ratio_of(one: Number, other: Number) -> Quantity:
    """How many times the other goes into the one, as so many `times`. Refuses what `compare` refuses."""
    a, b = _quantity(one), _quantity(other)
    times = compare(a, b)
    bound = joined(a.bound, flipped(b.bound))
    result = _result(times, Unit("count", "times"), a, b, bound=bound, when=None)
    return _with(result, a, b, [f"{_full(a)} ÷ {_full(b)} {in_short(result)}"])


POINTS = Unit("count", "percentage points")
"""What lies between two percentages: from 24 to 33 percent are 9 points, and not 9 percent."""


def _add(a: Quantity, b: Quantity, sign: int) -> Quantity:
    _refuse_unlike(a, b, say("problem.added") if sign > 0 else say("problem.taken_from"))
    if a.unit.kind == "rate":
        raise CannotCompute(say("error.figures.sum_of_rates"))
    if a.unit.per == "head" and b.unit.per == "head":
        raise CannotCompute(say("error.figures.sum_of_per_head"))
    _refuse_unlike_spans(a, b)
    value = EXACTLY.add(a.value, (sign * b.base).scaleb(-a.unit.scale, EXACTLY))
    bound = joined(a.bound, b.bound if sign > 0 else flipped(b.bound))
    unit = POINTS if sign < 0 and a.unit.kind == "percent" else a.unit
    result = _result(value, unit, a, b, bound=bound, when=a.period)
    return _with(result, a, b, [f"{_full(a)} {'+' if sign > 0 else '-'} {_full(b)} {in_short(result)}"])


def _refuse_unlike(a: Quantity, b: Quantity, verb: str) -> None:
    if a.unit.kind == b.unit.kind == "money" and a.unit.name != b.unit.name:
        raise CannotCompute(
            say(
                "error.figures.convert_first",
                capital=_capital(a.unit.words),
                verb=verb,
                words=b.unit.words,
            )
        )
    if a.unit.real != b.unit.real:
        order = "first" if a.unit.real else "second"
        raise CannotCompute(say(f"error.figures.real_is_{order}", verb=verb))
    both_percent = a.unit.kind == b.unit.kind == "percent" and not (a.unit.name and b.unit.name)
    alike = both_percent or (a.unit.kind, a.unit.name) == (b.unit.kind, b.unit.name)
    if not alike or (a.unit.per == "head") != (b.unit.per == "head"):
        one, other = (
            say("figure.per_head", words=q.unit.words) if q.unit.per == "head" else q.unit.words for q in (a, b)
        )
        if one == other:
            one, other = a.unit.text, b.unit.text
        raise CannotCompute(say("error.figures.unlike_measures", capital=_capital(one), verb=verb, other=other))


def _refuse_unlike_spans(a: Quantity, b: Quantity) -> None:
    if {a.span, b.span} == {"year", "sum"}:
        long = a if a.span == "sum" else b
        raise CannotCompute(say("error.figures.one_per_year", sum_over=_sum_over(long)))


def _refuse_zero(b: Quantity) -> None:
    if not b.value:
        raise CannotCompute(say("error.figures.divided_by_zero"))


def _quantity(number: Number) -> Quantity:
    return number.quantity if isinstance(number, Figure) else number


def _read_period(text: str) -> Period:
    try:
        return period(text)
    except ValueError as error:
        raise CannotCompute(say("error.figures.write_stretch", reason=error)) from None


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
        return say("figure.sum_over_open", when=when)
    if when.is_day:
        return say("figure.sum_day", when=when)
    return say("figure.sum_over_years", decimals=decimals(when.years, 2), when=when)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
