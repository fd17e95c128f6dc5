"""Every cell of the three comparisons of the article under study, worked out again from the CSV files alone.

Nothing of the figures room is used on this side: only decimals, the rate of the day, and what a cell means.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product
from typing import NamedTuple

import pytest

from readtwice.activities.comparison.part import comparisons_of
from readtwice.figures.comparison import Cell, cell, cells
from readtwice.figures.grid import Grid
from tests.specimens import PACKS, hegseth

FOLDER = PACKS / "hegseth-nato-2025"
CLOSE = Decimal("1e-24")
BILLION = Decimal(10) ** 9
MILLION = Decimal(10) ** 6


@cache
def figure(figure_id: str) -> Decimal:
    with (FOLDER / "figures.csv").open(encoding="utf-8") as file:
        return next(Decimal(row["value"]) for row in csv.DictReader(file) if row["id"] == figure_id)


@cache
def nato(entity: str, year: str, column: str) -> Decimal:
    with (FOLDER / "nato-2024.csv").open(encoding="utf-8") as file:
        rows = {(row["entity"], row["period"]): row for row in csv.DictReader(file)}
    return Decimal(rows[entity, year][column]) * MILLION


def spending(entity: str, year: str = "2024") -> Decimal:
    return nato(entity, year, "defence_usd_million_current")


def gdp(entity: str, year: str = "2024") -> Decimal:
    return nato(entity, year, "gdp_usd_million_current")


def people(entity: str, year: str = "2024") -> Decimal:
    return nato(entity, year, "population_million_derived")


def grid_of(comparison_id: str) -> Grid:
    (comparison,) = (one for one in comparisons_of(hegseth()) if one.id == comparison_id)
    return comparison.grid


def at(comparison_id: str, **by: str) -> Cell:
    return cell(grid_of(comparison_id), by, hegseth().figures)


def numbers(one: Cell) -> list[Decimal]:
    return [side.low.base for side in one.sides]


def close(one: Cell, first: Decimal, second: Decimal) -> bool:
    return all(
        abs(got - wanted) <= abs(wanted) * CLOSE for got, wanted in zip(numbers(one), (first, second), strict=True)
    )


def said(first: Decimal, second: Decimal) -> tuple[str, int]:
    ratio = max(first, second) / min(first, second)
    return "about_equal" if ratio < Decimal("1.25") else "larger" if ratio <= 2 else "much_larger", int(second > first)


# --- US aid against British aid ---------------------------------------------------------------------------------


class Aid(NamedTuple):
    """A sum of money, how many years it covers, and whether it is for one year as it is reported."""

    amount: Decimal
    currency: str
    years: Decimal
    is_per_year: bool = False


def aid(figure_id: str, currency: str, years: Decimal, is_per_year: bool = False) -> Aid:
    return Aid(figure(figure_id) * BILLION, currency, years, is_per_year)


US_DAYS = Decimal((date(2025, 1, 8) - date(2022, 2, 24)).days) / Decimal("365.25")
AID = {
    # The article: from February 2022 to January 2025 are 36 months; Britain's sum is per year as printed.
    ("article", "military"): (aid("b19.us-aid", "USD", Decimal(3)), aid("b19.uk-aid", "GBP", Decimal(1), True)),
    ("article", "all"): (aid("b19.us-aid", "USD", Decimal(3)), aid("b19.uk-aid", "GBP", Decimal(1), True)),
    # From February 2022 to September 2024 are 32 months.
    ("governments", "military"): (aid("R31", "USD", US_DAYS), aid("R35", "GBP", Decimal(32) / 12)),
    ("mixed", "all"): (aid("R38", "EUR", Decimal(0)), aid("R34", "GBP", Decimal(0))),
}
GDP = (figure("R88") * MILLION, figure("R89") * MILLION)
PEOPLE = (people("United States"), people("United Kingdom"))
IN_EUROS = {"EUR": Decimal(1), "USD": figure("R21.usd"), "GBP": figure("R21.gbp")}


def worth(one: Aid, period: str, per: str, currency: str, place: int) -> Decimal:
    amount = one.amount / one.years if period == "year" and not one.is_per_year else one.amount
    into = "USD" if per == "gdp" else one.currency if currency == "printed" else currency
    amount = amount / IN_EUROS[one.currency] * IN_EUROS[into]
    return amount / GDP[place] * 100 if per == "gdp" else amount / PEOPLE[place] if per == "head" else amount


PERIODS, PERS, CURRENCIES = ("total", "year"), ("none", "gdp", "head"), ("printed", "USD", "GBP", "EUR")


@pytest.mark.long
@pytest.mark.parametrize(("period", "per", "currency"), list(product(PERIODS, PERS, CURRENCIES)))
@pytest.mark.parametrize(("counter", "scope"), AID)
def test_each_sum_of_aid(counter: str, scope: str, period: str, per: str, currency: str) -> None:
    one = at("us-and-uk-aid", counter=counter, scope=scope, period=period, per=per, currency=currency)
    us, uk = AID[counter, scope]
    if counter == "mixed" and period == "year":
        assert one.sides == ()
        assert "open end" in one.why
        return
    first, second = (worth(side, period, per, currency, place) for place, side in enumerate((us, uk)))
    assert close(one, first, second)
    assert one.is_gradable == (counter == "article")
    if currency == "printed" and per != "gdp":
        assert "cannot be compared with pounds" in one.why
    elif counter == "article" and period == "total":
        assert "put both per year first" in one.why
    else:
        assert (one.says, one.larger) == said(first, second)
        assert one.why == ""


def test_what_kiel_counts_of_all_aid() -> None:
    whole = at("us-and-uk-aid", counter="kiel", scope="all", period="total", per="gdp", currency="printed")
    us = figure("R78.us") * BILLION * IN_EUROS["USD"] / GDP[0] * 100
    assert close(whole, us, figure("R40.low"))
    assert whole.sides[1].high is not None
    assert whole.sides[1].high.value == figure("R40.high")
    assert (whole.says, whole.larger, whole.is_gradable) == ("about_equal", None, True)
    yearly = at("us-and-uk-aid", counter="kiel", scope="all", period="year", per="gdp", currency="printed")
    assert numbers(yearly) == [figure("R41.us"), figure("R41.uk")]
    assert (yearly.says, yearly.is_gradable) == ("ceilings", True)


@pytest.mark.parametrize(("period", "per", "currency"), list(product(PERIODS, PERS, CURRENCIES)))
def test_where_no_sum_of_aid_was_read_there_is_a_sentence_and_no_number(period: str, per: str, currency: str) -> None:
    gaps = [("governments", "all"), ("kiel", "military"), ("mixed", "military")]
    gaps += [("kiel", "all")] if per != "gdp" else []
    for counter, scope in gaps:
        one = at("us-and-uk-aid", counter=counter, scope=scope, period=period, per=per, currency=currency)
        assert (one.sides, one.says) == ((), "")
        assert one.why.endswith(".")


def test_no_share_of_gdp_shows_a_much_smaller_british_one() -> None:
    shares = [one for one in cells(grid_of("us-and-uk-aid"), hegseth().figures) if one.by["per"] == "gdp" and one.says]
    assert len(shares) == 6
    assert not [one for one in shares if one.larger == 0]


# --- Europe's third ---------------------------------------------------------------------------------------------

EUROPE_AND_CANADA = "NATO Europe and Canada"


def parts(of: object, canada: str) -> tuple[Decimal, Decimal]:
    """Europe and the others by one column of NATO's table; Canada on the side that is asked."""
    europe, us, north = (of(entity) for entity in (EUROPE_AND_CANADA, "United States", "Canada"))  # type: ignore[operator]
    return (europe, us) if canada == "europe" else (europe - north, us + north)


@pytest.mark.parametrize("per", ["none", "total", "gdp", "head"])
@pytest.mark.parametrize(("counter", "canada"), [("nato", "others"), ("nato", "europe"), ("iiss", "others")])
def test_each_share_of_nato(counter: str, canada: str, per: str) -> None:
    one = at("nato-shares", counter=counter, canada=canada, per=per)
    if counter == "nato":
        sums, whole = parts(spending, canada), spending("NATO Total")
    else:
        whole = figure("R53") * BILLION
        sums = (figure("R52") * BILLION, whole - figure("R52") * BILLION)
    by = {"none": (Decimal(1),) * 2, "total": (whole / 100,) * 2}
    by["gdp"] = (lambda a, b: (a / 100, b / 100))(*parts(gdp, canada))
    by["head"] = parts(people, canada)
    first, second = (part / divisor for part, divisor in zip(sums, by[per], strict=True))
    assert close(one, first, second)
    assert (one.says, one.larger) == said(first, second)
    assert one.is_gradable == (counter == "nato")


def test_iiss_with_canada_is_not_known() -> None:
    for per in ("none", "total", "gdp", "head"):
        assert at("nato-shares", counter="iiss", canada="europe", per=per).why == "We read no sum by IISS for Canada."


def test_the_two_sides_make_up_all_of_nato() -> None:
    for counter, canada in (("nato", "others"), ("nato", "europe"), ("iiss", "others")):
        assert sum(numbers(at("nato-shares", counter=counter, canada=canada, per="total"))) == 100


# --- Germany passed the UK --------------------------------------------------------------------------------------

GERMANY_AND_UK = {"iiss": ("R51", "R86"), "sipri": ("R57", "R58")}


@pytest.mark.parametrize("per", ["none", "gdp", "head"])
@pytest.mark.parametrize(("counter", "year"), [("iiss", "2024"), ("sipri", "2024"), ("nato", "2024"), ("nato", "2023")])
def test_germany_and_the_uk(counter: str, year: str, per: str) -> None:
    one = at("germany-and-uk-defense", counter=counter, year=year, per=per)
    entities = ("Germany", "United Kingdom")
    if counter == "nato":
        sums = [spending(entity, year) for entity in entities]
    else:
        sums = [figure(figure_id) * BILLION for figure_id in GERMANY_AND_UK[counter]]
    divisors = {"none": lambda *_: Decimal(1), "gdp": lambda *e: gdp(*e) / 100, "head": people}[per]
    first, second = (amount / divisors(entity, year) for amount, entity in zip(sums, entities, strict=True))
    assert close(one, first, second)
    assert (one.says, one.larger) == said(first, second)
    assert one.is_gradable == (counter != "sipri")


@pytest.mark.parametrize("counter", ["iiss", "sipri"])
def test_of_2023_only_nato_was_read(counter: str) -> None:
    for per in ("none", "gdp", "head"):
        one = at("germany-and-uk-defense", counter=counter, year="2023", per=per)
        assert one.why == f"We read no figures by {counter.upper()} for 2023."


def test_in_dollars_germany_passed_the_uk_in_2024_by_every_counter_and_had_not_in_2023() -> None:
    ahead = {
        (one.by["counter"], one.by["year"]): one.larger
        for one in cells(grid_of("germany-and-uk-defense"), hegseth().figures)
        if one.by["per"] == "none"
    }
    assert ahead == {("iiss", "2024"): 0, ("sipri", "2024"): 0, ("nato", "2024"): 0, ("nato", "2023"): 1}
