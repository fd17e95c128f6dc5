"""Share of, per year, per head: exact, with the working, and kindly refusing nonsense."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import (
    CannotCompute,
    Quantity,
    compare,
    difference,
    part_of,
    per_head,
    per_year,
    share_of,
    sum_of,
    whole_of,
)
from tests.figures.samples import MONEY, amount, figure

NEAR = Decimal("1e-40")


def gdp(value: str = "1000", period: str = "2024") -> Quantity:
    return amount(value, "USD billion", period, "Atlantis, GDP")


# --- what comes out ----------------------------------------------------------------------------------------------


def test_a_share_says_what_it_is_of_and_how_it_came_about() -> None:
    share = share_of(figure(value="2"), figure("X2", "1000", "USD billion", series="GDP"))
    assert (share.value, share.unit.text) == (Decimal("0.2"), "percent of GDP")
    assert share.working[-1] == "$2 billion ÷ $1,000 billion × 100 = 0.2 percent of GDP"
    assert [line.startswith("Atlantis, ") for line in share.working[:-1]] == [True, True]
    assert [one.id for one in share.figures] == ["X1", "X2"]


def test_scales_are_brought_together() -> None:
    assert share_of(amount("4500", "USD million"), amount("0.009", "USD trillion")).value == 50


def test_a_sum_over_years_beside_one_year_is_said_to_be_so() -> None:
    share = share_of(amount("65.9", period="2022-02-24 to 2025-01-08"), gdp("28719.942"))
    assert share.working[-1] == "This sets a sum over 2.87 years (24 Feb 2022 to 8 Jan 2025) against one year."


def test_different_years_are_pointed_out() -> None:
    assert "different times: 2024 and 2023" in share_of(amount("1"), gdp(period="2023")).working[-1]


def test_a_share_of_a_yearly_amount_is_per_year() -> None:
    assert share_of(amount("1", "USD billion per year"), gdp()).unit.text == "percent of GDP per year"


@pytest.mark.parametrize(
    ("period", "over", "expected"),
    [
        ("2022 to 2024", None, Decimal(10)),
        ("", "2022-01-01 to 2025-01-01", Decimal(10)),
        ("", 3, Decimal(10)),
        ("2024", Decimal("2.5"), Decimal(12)),
    ],
)
def test_per_year_divides_by_the_years(period: str, over: object, expected: Decimal) -> None:
    result = per_year(amount("30", period=period), over)  # type: ignore[arg-type]
    assert (round(result.value, 6), result.unit.text) == (expected, "USD billion per year")


def test_a_share_can_be_put_per_year_too() -> None:
    share = share_of(amount("30", period="2022 to 2024"), gdp())
    assert (per_year(share).value, per_year(share).unit.text) == (Decimal(1), "percent of GDP per year")


def test_per_head_is_in_whole_money() -> None:
    result = per_head(amount("65.9"), amount("336.99", "persons million"))
    assert (round(result.value, 2), result.unit.text) == (Decimal("195.55"), "USD per head")


def test_sums_and_differences_keep_the_first_unit() -> None:
    total = sum_of(amount("1"), amount("500", "USD million"), amount("0.001", "USD trillion"))
    assert (total.value, total.unit.text) == (Decimal("2.5"), "USD billion")
    assert difference(amount("1"), amount("1500", "USD million")).value == Decimal("-0.5")
    assert sum_of(amount("7")).value == 7


def test_comparing_says_how_many_times() -> None:
    assert compare(amount("3", "percent of GDP"), amount("0.25", "percent of GDP")) == 12
    assert compare(amount("3", "percent", ""), amount("0.25", "percent of GDP")) == 12


@pytest.mark.parametrize(
    ("part", "whole", "result"),
    [
        ("exact", "exact", "exact"),
        ("about", "exact", "about"),
        ("over", "exact", "over"),
        ("at most", "exact", "at most"),
        ("exact", "over", "less than"),
        ("exact", "at most", "at least"),
        ("over", "at most", "over"),
        ("at least", "less than", "over"),
        ("over", "over", "about"),
        ("about", "over", "about"),
        ("less than", "at least", "less than"),
    ],
)
def test_a_hedge_is_never_lost(part: str, whole: str, result: str) -> None:
    share = share_of(figure(bound=part), figure("X2", bound=whole))
    assert share.bound == result


def test_a_result_is_gradable_only_if_all_behind_it_was_read() -> None:
    whole = figure("X2")
    assert share_of(figure(), whole).is_gradable
    assert share_of(figure(tier="article"), whole).is_gradable, "the article's own number is what is checked"
    assert not share_of(figure(tier="other"), whole).is_gradable
    assert not share_of(figure(read=False), whole).is_gradable
    assert not share_of(sum_of(figure(), figure("X3", read=False)), whole).is_gradable


# --- what is refused ---------------------------------------------------------------------------------------------

POUNDS = amount("1", "GBP billion")
PEOPLE = amount("1", "persons million")
REAL = amount("1", "USD billion in real terms", what="Atlantis, GDP")
PERCENT = amount("3", "percent of GDP")
RATE = amount("1.2", "USD per GBP", "2025-02-12")
WHOLE_PERIOD = amount("0.23", "percent of GDP", "2022-02-24 to 2025-01-08")
ONE_YEAR = amount("0.15", "percent of GDP per year", "")

REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "dollars by pounds": (
        lambda: share_of(amount("1"), POUNDS),
        "Dollars cannot be divided by pounds: convert one of them first, on a stated date.",
    ),
    "a sum without a period by a year": (
        lambda: share_of(amount("1", period=""), gdp()),
        "This sum has no period, so it cannot be set against one year's total: say from when to when it counts.",
    ),
    "nominal by real": (
        lambda: share_of(amount("1"), REAL),
        "Money of the day cannot be divided by money in real terms: the second number has price changes taken out, "
        "the first has not.",
    ),
    "real by nominal": (
        lambda: share_of(REAL, gdp()),
        "Money of the day cannot be divided by money in real terms: the first number has price changes taken out, "
        "the second has not.",
    ),
    "a year by a sum over years": (
        lambda: share_of(amount("1"), amount("9", period="2022 to 2024")),
        "One year's amount is no share of a sum over another stretch of time: put both per year first.",
    ),
    "a percentage by a sum": (
        lambda: share_of(PERCENT, gdp()),
        "Percentages cannot be divided by dollars: they do not measure the same thing.",
    ),
    "a percentage of a percentage": (
        lambda: share_of(PERCENT, PERCENT),
        "A share of percentages needs sums or counts: a percentage is a share already.",
    ),
    "money by people as a share": (
        lambda: share_of(amount("1"), PEOPLE),
        "Dollars cannot be divided by people: they do not measure the same thing.",
    ),
    "drones by tanks": (
        lambda: share_of(amount("1", "drones"), amount("1", "tanks")),
        "Drones cannot be divided by tanks: they do not measure the same thing.",
    ),
    "by zero": (lambda: share_of(amount("1"), amount("0")), "Nothing can be divided by zero."),
    "a percentage added to a sum": (
        lambda: sum_of(amount("1"), PERCENT),
        "Dollars cannot be added to percentages: they do not measure the same thing.",
    ),
    "a sum over years added to a year": (
        lambda: sum_of(amount("1", period="2022 to 2024"), amount("1")),
        "One number is a sum over 3.00 years (2022 to 2024), the other is for one year: put both per year first.",
    ),
    "pounds from dollars": (
        lambda: difference(amount("1"), POUNDS),
        "Dollars cannot be taken from pounds: convert one of them first, on a stated date.",
    ),
    "rates added": (lambda: sum_of(RATE, RATE), "Exchange rates cannot be added up."),
    "amounts per head added": (
        lambda: sum_of(amount("1", "USD per head"), amount("1", "USD per head")),
        "Amounts per head of different groups cannot be added up: add the sums, then divide.",
    ),
    "nothing added": (lambda: sum_of(), "A sum needs at least one number."),
    "the unfair comparison": (
        lambda: compare(WHOLE_PERIOD, ONE_YEAR),
        "One number is a sum over 2.87 years (24 Feb 2022 to 8 Jan 2025), the other is for one year: put both per "
        "year first.",
    ),
    "GDP shares with shares of something else": (
        lambda: compare(PERCENT, amount("3", "percent of spending")),
        "Percent of GDP cannot be compared with percent of spending: they do not measure the same thing.",
    ),
    "per head with not per head": (
        lambda: compare(amount("1", "USD per head"), amount("1", "USD")),
        "Dollars per head cannot be compared with dollars: they do not measure the same thing.",
    ),
    "per year without a period": (
        lambda: per_year(amount("1", period="")),
        "This number has no period that lasts, so nobody can say how much it is per year: say from when to when it "
        "counts.",
    ),
    "per year of one day": (
        lambda: per_year(amount("1", period="2025-02-12")),
        "This number has no period that lasts, so nobody can say how much it is per year: say from when to when it "
        "counts.",
    ),
    "per year since": (
        lambda: per_year(amount("1", period="since 2022-02")),
        "The period “since Feb 2022” has an open end, so nobody can say how much it is per year: say from when to "
        "when it counts.",
    ),
    "per year of what is per year": (
        lambda: per_year(amount("1", "USD per year")),
        "This is USD per year: it cannot be put per year again.",
    ),
    "per year of a rate": (lambda: per_year(RATE), "This is dollars per pound: it cannot be put per year again."),
    "per no years": (
        lambda: per_year(amount("1"), 0),
        "This number has no period that lasts, so nobody can say how much it is per year: say from when to when it "
        "counts.",
    ),
    "per a period in words": (
        lambda: per_year(amount("1"), "three years"),
        "The period `three years` is not known: write it like 2022-02-24 to 2025-01-08.",
    ),
    "percent per head": (
        lambda: per_head(PERCENT, PEOPLE),
        "Only a sum of money can be shared out per head, not percentages.",
    ),
    "money per pound": (lambda: per_head(amount("1"), POUNDS), "Per head divides by people, not by pounds."),
    "per head of nobody": (
        lambda: per_head(amount("1"), amount("0", "persons")),
        "Nothing can be divided by zero.",
    ),
    "dollars of dollars": (
        lambda: part_of(amount("1"), amount("1")),
        "This takes a percentage of a sum or a count, not dollars of dollars.",
    ),
    "the whole of two sums": (
        lambda: whole_of(amount("1"), amount("1")),
        "This divides a sum or a count by a percentage, not dollars by dollars.",
    ),
    "the whole of 0 percent": (
        lambda: whole_of(amount("1"), amount("0", "percent")),
        "Nothing can be divided by zero.",
    ),
}


@pytest.mark.parametrize("nonsense", REFUSED)
def test_nonsense_is_refused_in_one_sentence(nonsense: str) -> None:
    compute, sentence = REFUSED[nonsense]
    with pytest.raises(CannotCompute) as told:
        compute()
    assert str(told.value) == sentence


# --- what always holds -------------------------------------------------------------------------------------------


@given(MONEY, MONEY)
def test_the_share_of_a_whole_gives_the_part_again(part: Decimal, whole: Decimal) -> None:
    share = share_of(amount(part), amount(whole))
    assert abs(part_of(share, amount(whole)).value - part) <= NEAR * part
    assert abs(whole_of(amount(part), share).value - whole) <= NEAR * whole


@given(MONEY, MONEY, MONEY)
def test_shares_of_one_whole_add_up(one: Decimal, other: Decimal, whole: Decimal) -> None:
    together = share_of(sum_of(amount(one), amount(other)), amount(whole)).value
    apart = share_of(amount(one), amount(whole)).value + share_of(amount(other), amount(whole)).value
    assert abs(together - apart) <= Decimal("1e-20") * together


@given(MONEY, MONEY)
def test_a_difference_undoes_a_sum_exactly(one: Decimal, other: Decimal) -> None:
    assert difference(sum_of(amount(one), amount(other)), amount(other)).value == one


@given(MONEY, st.integers(1, 50))
def test_per_year_times_the_years_is_the_sum(total: Decimal, years: int) -> None:
    assert abs(per_year(amount(total), years).value * years - total) <= Decimal("1e-20") * total


def test_a_refusal_shows_in_a_notebook_as_its_sentence() -> None:
    from readtwice.figures import CannotCompute, FigureNotFound

    for refusal in (CannotCompute("No."), FigureNotFound("No.")):
        assert refusal._render_traceback_() == ["No."]
