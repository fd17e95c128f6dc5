"""Rates of the European Central Bank: those of the figures first, any other day offline, each day said."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import currency_converter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import CannotCompute, Figures, convert, rate
from readtwice.figures.rates import MAXIMUM_DAYS_BACK
from tests.figures.samples import MONEY, amount, figures

NONE = Figures()
CONVERTER = currency_converter.CurrencyConverter(decimal=True)


@pytest.mark.parametrize(
    ("day", "usd_per_gbp", "package_in_dollars"),
    [
        ("2025-02-10", "1.23915", "185.87"),
        ("2025-02-11", "1.23856", "185.78"),
        ("2025-02-12", "1.24433", "186.65"),
        ("2025-02-13", "1.24710", "187.07"),
        ("2025-02-14", "1.25915", "188.87"),
    ],
)
def test_the_days_of_the_announcement(day: str, usd_per_gbp: str, package_in_dollars: str) -> None:
    found = rate("USD", "GBP", day, figures())
    assert f"{found.value:.5f}" == usd_per_gbp
    assert len(found.figures) == 2, "the figures come first"
    assert f"{convert(figures()['R61'], 'USD', day, figures()).value:.2f}" == package_in_dollars


@pytest.mark.parametrize("figure_id", [one.id for one in figures().rows if one.unit.endswith("per EUR")])
def test_the_rates_in_the_figures_are_those_of_the_bank(figure_id: str) -> None:
    one = figures()[figure_id]
    if len(one.period) == len("2025-02-12"):
        assert CONVERTER.convert(1, "EUR", one.unit[:3], date.fromisoformat(one.period)) == one.value


@pytest.mark.parametrize("figure_id", ["R24", "R26", "R27"])
def test_the_mean_rates_of_a_year_are_the_means_of_its_days(figure_id: str) -> None:
    one = figures()[figure_id]
    rates = []
    for number in range(366):
        day = date(int(one.period), 1, 1) + timedelta(days=number)
        try:
            rates.append(CONVERTER.convert(1, one.unit[-3:], one.unit[:3], day))
        except currency_converter.RateNotFoundError:
            continue
    assert len(rates) > 250
    assert round(sum(rates) / len(rates), 4) == one.value


def test_another_day_comes_from_the_package() -> None:
    found = rate("USD", "EUR", date(2025, 2, 17), figures())
    assert found.figures == ()
    assert found.value == CONVERTER.convert(1, "EUR", "USD", date(2025, 2, 17))
    assert "European Central Bank" in found.working[0]


@pytest.mark.parametrize(
    ("day", "used", "line"),
    [
        ("2025-02-15", "2025-02-14", "No rate of USD on Saturday 2025-02-15: the rate of 2025-02-14 was used."),
        ("2025-02-16", "2025-02-14", "No rate of USD on Sunday 2025-02-16: the rate of 2025-02-14 was used."),
        ("2024-12-26", "2024-12-24", "No rate of USD on 2024-12-26: the rate of 2024-12-24 was used."),
    ],
)
def test_a_day_without_a_rate_says_which_was_used(day: str, used: str, line: str) -> None:
    for known in (figures(), NONE):
        found = rate("USD", "EUR", day, known)
        assert (found.asked, found.used) == (day, used)
        assert line in found.working
        assert line in convert(amount("1", "EUR"), "USD", day, known).working


def test_a_mean_rate_serves_a_year() -> None:
    aid = convert(figures()["R38"], "USD", "2024", figures())
    assert (f"{aid.value:.1f}", aid.bound) == ("123.4", "about")
    assert f"{convert(figures()['R38'], 'USD', '2024-12-31', figures()).value:.1f}" == "118.4"
    pounds = convert(amount("1.2786"), "GBP", "2024", figures())
    assert pounds.value == 1


def test_converting_keeps_the_unit_the_hedge_and_the_sources() -> None:
    aid = convert(figures()["b19.uk-aid"], "USD", "2025-02-12", figures())
    assert (aid.unit.text, aid.bound, f"{aid.value:.2f}") == ("USD billion per year", "about", "5.35")
    assert [one.id for one in aid.figures] == ["b19.uk-aid", "R21.usd", "R21.gbp"]
    assert aid.working[-2:] == (
        "The bank sets both against the euro: 1.0370 ÷ 0.83338 ≈ 1.24433 dollars per pound",
        "£4.3 billion a year × 1.24433 dollars per pound ≈ $5.35 billion a year",
    )


def test_money_of_that_currency_stays_as_it_is() -> None:
    assert convert(amount("5"), "USD", "2025-02-12", NONE) == amount("5")


@pytest.mark.parametrize(
    ("currency", "on", "sentence"),
    [
        ("ABC", "2025-02-12", "The European Central Bank sets no rate of 'ABC': use a code such as USD."),
        ("usd", "2025-02-12", "The European Central Bank sets no rate of 'usd': use a code such as USD."),
        ("GBP", "1998-12-31", "Rates of GBP are known from 1999-01-04 to "),
        ("GBP", "2999-01-01", "Rates of GBP are known from 1999-01-04 to "),
        ("RUB", "2025-02-12", "Rates of RUB are known from 2005-04-01 to 2022-03-01, not for 2025-02-12."),
        ("USD", "2025", "There is no rate of USD for “2025”: name a day, such as 2025-02-12."),
        ("USD", "2025-02-30", "There is no rate of USD for “2025-02-30”: name a day, such as 2025-02-12."),
        ("USD", "yesterday", "There is no rate of USD for “yesterday”: name a day, such as 2025-02-12."),
        ("EUR", "2025-02-12", "There is no rate of EUR against itself."),
    ],
)
def test_a_rate_that_nobody_set_is_refused(currency: str, on: str, sentence: str) -> None:
    with pytest.raises(CannotCompute) as told:
        rate(currency, "EUR", on, figures())
    assert str(told.value).startswith(sentence)


@pytest.mark.parametrize("unit", ["percent", "persons", "members", "USD per EUR"])
def test_only_money_is_converted(unit: str) -> None:
    with pytest.raises(CannotCompute, match="Only money can be converted"):
        convert(amount("1", unit), "USD", "2025-02-12", figures())


@given(st.dates(date(1999, 1, 4), date(2026, 10, 30)))
def test_every_day_has_a_rate_not_long_before(day: date) -> None:
    found = rate("USD", "GBP", day, NONE)
    assert found.value > 0
    assert timedelta(0) <= day - date.fromisoformat(found.used) <= timedelta(days=MAXIMUM_DAYS_BACK)


@given(MONEY, st.sampled_from(["2025-02-12", "2025-02-15", "2024-07-01"]))
def test_there_and_back_again(value: Decimal, day: str) -> None:
    there = convert(amount(value), "GBP", day, figures())
    assert abs(convert(there, "USD", day, figures()).value - value) <= Decimal("1e-40") * value
