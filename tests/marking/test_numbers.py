"""Numbers as learners type them."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.marking.numbers import Fit, Range, TypedNumber, UnreadableNumber, fit, read_number

SHARE = Range(Decimal("0.22"), Decimal("0.26"), is_percent=True)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0.226 %", Fit.FITS),
        ("0.23%", Fit.FITS),
        ("0,23 %", Fit.FITS),
        ("0.23 percent", Fit.FITS),
        ("0.23 per cent", Fit.FITS),
        (".0023", Fit.FITS_AS_FRACTION),
        ("2.3e-3", Fit.FITS_AS_FRACTION),
        (65.9 / 29184.9, Fit.FITS_AS_FRACTION),
        ("0.23", Fit.FITS_AS_PERCENT),
        (Decimal("0.23"), Fit.FITS_AS_PERCENT),
        ("23%", Fit.HUNDRED_TIMES_TOO_BIG),
        ("23", Fit.HUNDRED_TIMES_TOO_BIG),
        ("0.0023%", Fit.HUNDRED_TIMES_TOO_SMALL),
        ("−0.23%", Fit.WRONG_SIGN),
        ("3%", Fit.TOO_BIG),
        ("0.08%", Fit.TOO_SMALL),
    ],
)
def test_a_share_is_understood_however_it_is_written(typed: object, expected: Fit) -> None:
    assert fit(read_number(typed), SHARE) == expected


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1 234 567", "1234567"), ("1,234,567.5", "1234567.5"), ("12,3456", "12.3456"), ("1,23", "1.23"), ("+7", "7")],
)
def test_spaces_and_commas_are_read_as_people_mean_them(typed: str, value: str) -> None:
    assert read_number(typed) == TypedNumber(Decimal(value))


@pytest.mark.parametrize("typed", ["1,234", "-12,345 %"])
def test_a_number_that_may_mean_two_things_is_asked_about(typed: str) -> None:
    with pytest.raises(UnreadableNumber, match="may mean"):
        read_number(typed)


def test_a_leading_zero_makes_a_comma_decimal() -> None:
    assert read_number("0,234").value == Decimal("0.234")


@pytest.mark.parametrize(
    "typed", ["", "about 3", "1.2.3", "%", "1,2,3", "1e9999", "x" * 99, None, True, [1], float("nan"), b"1"]
)
def test_what_is_not_a_number_is_said_in_one_sentence(typed: object) -> None:
    with pytest.raises(UnreadableNumber) as raised:
        read_number(typed)
    assert str(raised.value).endswith(".")


@given(st.decimals(min_value="0.0001", max_value="1000000", places=4))
def test_any_number_is_read_back_exactly(value: Decimal) -> None:
    for text in (str(value), f"{value} %", str(value).replace(".", ",") + "0"):
        assert read_number(text).value == value


@given(st.text(max_size=80))
def test_no_text_raises_anything_else(text: str) -> None:
    with suppress(UnreadableNumber):
        read_number(text)


@pytest.mark.parametrize(
    "typed",
    [
        *("$186.56 million", "186.56", "186.56 million dollars", "0.18656 billion", "US$ 186.56m", "USD 186.56 mn"),
        *(
            "186.56 million USD",
            "$186,560,000",
            "186,560,000 dollars",
            "186 560 000 $",
            "186.560.000 USD",
            "~$186,56 m",
        ),
        *("186'560'000 US dollars", "$0.00018656 trillion", "186,560 thousand dollars".replace(",", " ")),
    ],
)
def test_an_amount_is_understood_with_its_unit_before_or_behind(typed: str) -> None:
    assert read_number(typed, "USD million") == TypedNumber(Decimal("186.56"))


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("187 million pounds", "USD million"),
        ("€187", "USD million"),
        ("0.2 million", "percent of GDP"),
        ("$0.2", "percent of GDP"),
        ("$3 $", "USD"),
        ("3 million billion", "USD"),
        ("dollars", "USD"),
    ],
)
def test_another_unit_is_refused_in_one_sentence(typed: str, unit: str) -> None:
    with pytest.raises(UnreadableNumber, match=r"^\S[^\n]*\.$"):
        read_number(typed, unit)


@pytest.mark.parametrize("typed", ["0.23% of GDP", "0,23 per cent", "0.23 percent a year"])
def test_what_a_percentage_is_of_may_be_said(typed: str) -> None:
    assert read_number(typed, "percent of GDP") == TypedNumber(Decimal("0.23"), is_percent=True)


@given(st.text(max_size=60), st.sampled_from(["USD million", "percent of GDP", "USD per EUR", "persons", "drones"]))
def test_no_text_raises_anything_else_in_any_unit(text: str, unit: str) -> None:
    with suppress(UnreadableNumber):
        read_number(text, unit)
