"""Numbers as a person reads them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import CannotCompute, show
from readtwice.figures.show import decimals, in_full, in_short
from readtwice.figures.units import unit
from tests.figures.samples import MONEY, amount


@pytest.mark.parametrize(
    ("value", "unit_text", "form", "shown"),
    [
        ("0.2258", "percent of GDP", "percent2", "0.23%"),
        ("0.2258", "percent of GDP", "percent1", "0.2%"),
        ("0.225", "percent", "percent2", "0.23%"),
        ("-0.001", "percent", "percent2", "0.00%"),
        ("65.9", "USD billion", "billions", "$65.9 billion"),
        ("28719942", "USD million", "billions", "$28,719.9 billion"),
        ("28719942", "USD million", "trillions", "$28.7 trillion"),
        ("0.15", "GBP billion", "millions0", "£150 million"),
        ("186.56", "GBP million", "millions2", "£186.56 million"),
        ("4.25", "GBP billion", "billions", "£4.3 billion"),
        ("65.9", "USD billion", "money", "$65.9 billion"),
        ("195.56", "USD per head", "money", "$196"),
        ("19.556", "USD per head", "money", "$19.56"),
        ("-2.5", "EUR million", "money", "-€2.5 million"),
        ("3", "PLN million", "money", "PLN 3.0 million"),
        ("65.9", "USD billion", "words", "65.9 billion dollars"),
        ("65.9", "USD billion", "digits", "$65,900,000,000"),
        ("1.244329", "USD per GBP", "rate", "1.24433"),
        ("1.244329", "USD per GBP", "rate2", "1.24"),
        ("26", "meetings", "number", "26"),
        ("336.99", "persons million", "number", "336,990,000"),
    ],
)
def test_each_format(value: str, unit_text: str, form: str, shown: str) -> None:
    assert show(amount(value, unit_text), form) == shown


@pytest.mark.parametrize(
    ("unit_text", "form"),
    [
        *(("USD billion", "percent2"), ("percent", "billions"), ("percent", "money"), ("USD per EUR", "money")),
        *(("USD", "rate"), ("USD", "number"), ("persons", "digits"), ("members", "words")),
    ],
)
def test_a_format_that_does_not_fit_is_refused(unit_text: str, form: str) -> None:
    with pytest.raises(CannotCompute, match="does not fit"):
        show(amount("1", unit_text), form)


@pytest.mark.parametrize(
    "form", ["", "percent7", "percents", "money2", "Percent2", "billions-1", "percent2 ", "{}", "%s"]
)
def test_a_format_that_does_not_exist_is_refused_with_those_that_do(form: str) -> None:
    with pytest.raises(CannotCompute, match=r"There is no format .* use percent0"):
        show(amount("1"), form)


@pytest.mark.parametrize(
    ("value", "unit_text", "bound", "shown"),
    [
        ("66.5", "USD billion", "over", "over $66.5 billion"),
        ("28719942", "USD million", "exact", "$28,719.942 billion"),
        ("0.2", "percent of GDP per year", "less than", "less than 0.2 percent of GDP per year"),
        ("3", "GBP billion per year", "exact", "£3 billion a year"),
        ("2536.090", "GBP billion in real terms", "exact", "£2,536.09 billion in real terms"),
        ("1.0370", "USD per EUR", "exact", "1.037 dollars per euro"),
        ("336.99", "persons million", "about", "about 336.99 million people"),
        ("500000", "rounds", "over", "over 500,000 rounds"),
        ("10", "USD per head", "exact", "$10 per head"),
    ],
)
def test_a_figure_in_full_keeps_its_digits_and_its_hedge(value: str, unit_text: str, bound: str, shown: str) -> None:
    assert in_full(Decimal(value), unit(unit_text), bound) == shown


def test_a_line_of_working_says_whether_it_was_rounded() -> None:
    assert in_short(amount("23.5")) == "= $23.5 billion"
    assert in_short(amount("22.946")) == "≈ $22.95 billion"
    assert in_short(amount("336.99", "persons million")) == "= 336.99 million people"


@given(MONEY, st.integers(0, 6))
def test_what_is_shown_is_the_value_rounded(value: Decimal, places: int) -> None:
    shown = show(amount(value, "USD billion"), f"billions{places}")
    number = Decimal(shown.removeprefix("$").removesuffix(" billion").replace(",", ""))
    assert abs(number - value) <= Decimal("0.5").scaleb(-places)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15), st.integers(0, 6))
def test_nothing_is_ever_minus_zero(value: Decimal, places: int) -> None:
    assert decimals(value, places).strip("-0.,") or not decimals(value, places).startswith("-")
