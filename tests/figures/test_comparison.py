"""Cells of a comparison: what is computed, what is refused, and when two numbers are said to be about equal."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given

from readtwice.figures import Figures
from readtwice.figures.comparison import ABOUT_EQUAL, MUCH, Cell, bears_out, cell, cells
from readtwice.figures.grid import Choice, Claimed, Grid, Row, Side, Toggle
from tests.figures.samples import MONEY, figure

SIDES = (Side("one", "One", "one’s"), Side("other", "Other", "the other’s"))


def toggle(name: str, *choices: str, does: str = "") -> Toggle:
    return Toggle(name, name.title(), tuple(Choice(choice, choice.upper()) for choice in choices), does)


DIVIDE = toggle("per", "none", "gdp", "head", does="divide")
PERIOD = toggle("time", "total", "year", does="period")
MONEYS = toggle("money", "printed", "USD", "EUR", does="currency")
COUNTER = toggle("counter", "a", "b")
NUMBERS = (Row("one", {}, take="A1"), Row("other", {}, take="A2"))
DIVISORS = tuple(
    Row(side, {"per": per}, take=f"{per}{place}")
    for place, side in ((1, "one"), (2, "other"))
    for per in ("gdp", "head")
)
WHOLES = (
    figure("gdp1", "1000", "USD billion", series="GDP"),
    figure("gdp2", "500", "USD billion", series="GDP"),
    figure("head1", "100", "persons million", series="population"),
    figure("head2", "20", "persons million", series="population"),
    figure("rate", "1.25", "USD per EUR", period="2025-02-12"),
)


def grid(*toggles: Toggle, numbers: tuple[Row, ...] = NUMBERS, on: str = "2025-02-12") -> Grid:
    return Grid(SIDES, toggles, numbers, DIVISORS, on)


def known(one: str = "10", other: str = "4", **both: str) -> Figures:
    return Figures((figure("A1", one, **both), figure("A2", other, **both), *WHOLES))


def only(found: Figures, *toggles: Toggle, **changed: object) -> Cell:
    """The one cell of a grid without toggles, or of its first choices."""
    made = replace(grid(*toggles), **changed)  # type: ignore[arg-type]
    return cell(made, {toggle.id: toggle.choices[0].id for toggle in toggles}, found)


@pytest.mark.parametrize(
    ("one", "other", "says", "larger"),
    [
        ("10", "10", "equal", None),
        ("10", "10.1", "about_equal", 1),
        ("12.49", "10", "about_equal", 0),
        ("12.5", "10", "larger", 0),
        ("10", "20", "larger", 1),
        ("20.01", "10", "much_larger", 0),
        ("10", "900", "much_larger", 1),
    ],
)
def test_how_far_apart_two_numbers_are_is_said_in_four_steps(
    one: str, other: str, says: str, larger: int | None
) -> None:
    found = only(known(one, other))
    assert (found.says, found.larger) == (says, larger)


@given(MONEY, MONEY)
def test_the_other_side_first_says_the_same_about_the_other_side(one: Decimal, other: Decimal) -> None:
    forth, back = only(known(str(one), str(other))), only(known(str(other), str(one)))
    assert (forth.says, forth.ratio) == (back.says, back.ratio)
    assert forth.larger == (None if back.larger is None else 1 - back.larger)
    assert forth.ratio is not None
    assert forth.ratio >= 1
    assert (forth.says in ("equal", "about_equal")) == (forth.ratio < ABOUT_EQUAL)
    assert (forth.says == "much_larger") == (forth.ratio > MUCH)


@given(MONEY, MONEY)
def test_a_rate_of_exchange_changes_neither_the_ratio_nor_who_is_ahead(one: Decimal, other: Decimal) -> None:
    in_each = [cell(grid(MONEYS), {"money": money}, known(str(one), str(other))) for money in ("USD", "EUR")]
    assert in_each[0].larger == in_each[1].larger
    assert in_each[0].ratio == pytest.approx(in_each[1].ratio, rel=Decimal("1e-40"))


@given(MONEY)
def test_a_whole_divided_by_itself_is_a_hundred_percent(whole: Decimal) -> None:
    made = Grid(SIDES, (DIVIDE,), NUMBERS, (Row("one", {}, take="A1"), Row("other", {}, take="A2")))
    found = cell(made, {"per": "gdp"}, known(str(whole), str(whole)))
    assert [side.low.value for side in found.sides] == [100, 100]
    assert found.says == "equal"


def test_a_number_is_put_per_year_converted_and_divided_in_this_order() -> None:
    three_years = known("30", "12", period="2022 to 2024")
    by = {"time": "year", "money": "EUR", "per": "head"}
    found = cell(grid(PERIOD, MONEYS, DIVIDE), by, three_years)
    assert [side.low.value for side in found.sides] == [80, 160]  # 30 / 3 / 1.25 / 0.1 and 12 / 3 / 1.25 / 0.02
    assert all(side.is_per_year for side in found.sides)
    assert [line[:12] for line in found.sides[0].low.working if "÷" in line] == ["$30 billion ", "€8 billion a"]
    assert (found.says, found.larger) == ("larger", 1)


def test_a_share_is_the_same_in_every_currency_and_stands_once() -> None:
    found = cells(grid(DIVIDE, MONEYS), known())
    shares = [one for one in found if one.by["per"] == "gdp"]
    assert [one.by["money"] for one in shares] == [""]
    assert [side.low.value for side in shares[0].sides] == [1, Decimal("0.8")]


def test_a_sum_over_years_is_not_compared_with_one_year_even_per_head() -> None:
    found = Figures((figure("A1", "30", period="2022 to 2024"), figure("A2", "12", "USD billion per year"), *WHOLES))
    for per in DIVIDE.labels:
        one = cell(grid(DIVIDE), {"per": per}, found)
        assert one.says == ""
        assert "put both per year first" in one.why
        assert len(one.sides) == 2, "both numbers are shown all the same"


def test_dollars_are_not_compared_with_euros_until_both_are_one_money() -> None:
    found = Figures((figure("A1", "10"), figure("A2", "8", "EUR billion"), *WHOLES))
    printed, dollars = (cell(grid(MONEYS), {"money": money}, found) for money in ("printed", "USD"))
    assert "Dollars cannot be compared with euros" in printed.why
    assert dollars.says == "equal"


def test_a_number_that_cannot_be_put_per_year_says_why() -> None:
    one = cell(grid(PERIOD), {"time": "year"}, known(period="to 2025-01"))
    assert one.sides == ()
    assert one.why.startswith("The period “to Jan 2025” has an open end")
    over = (Row("one", {}, take="A1", over="2023 to 2024"), Row("other", {}, take="A2", over="2023 to 2024"))
    one = cell(grid(PERIOD, numbers=over), {"time": "year"}, known(period="to 2025-01"))
    assert [side.low.value for side in one.sides] == [5, 2]


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        ((Row("one", {}, take="A1"),), "We have no figure for Other here."),
        ((Row("one", {}, why="Nobody counted."), Row("other", {}, take="A2")), "Nobody counted."),
    ],
)
def test_a_combination_without_a_figure_says_so_in_one_sentence(numbers: tuple[Row, ...], why: str) -> None:
    assert only(known(), numbers=numbers) == Cell({}, why=why)


def test_what_nothing_divides_is_said() -> None:
    made = Grid(SIDES, (DIVIDE,), NUMBERS)
    assert cell(made, {"per": "gdp"}, known()).why == "We have nothing to divide the figure for One by."


def test_the_row_that_names_most_choices_counts() -> None:
    numbers = (
        *NUMBERS,
        Row("one", {"counter": "b", "per": "none"}, take="gdp1"),
        Row("one", {"per": "none"}, take="A2"),
    )
    made = grid(COUNTER, DIVIDE, numbers=numbers)
    taken = {c: cell(made, {"counter": c, "per": "none"}, known()).sides[0].low.value for c in ("a", "b")}
    assert taken == {"a": 4, "b": 1000}


def test_a_row_that_names_a_step_gives_the_number_with_that_done() -> None:
    shares = tuple(Row(side.id, {"per": "gdp", "time": "year"}, take="S") for side in SIDES)
    share = figure("S", "0.2", "percent of GDP per year", bound="less than")
    found = cell(grid(PERIOD, DIVIDE, numbers=shares), {"time": "year", "per": "gdp"}, Figures((share,)))
    assert found.says == "ceilings"
    assert [side.low.value for side in found.sides] == [Decimal("0.2")] * 2


@pytest.mark.parametrize(
    ("other", "bound", "says"),
    [
        ("5", "exact", "larger"),
        ("5", "less than", "larger"),
        ("20", "less than", "ceilings"),
        ("10", "at most", "ceilings"),
        ("5", "at least", "larger"),
    ],
)
def test_below_a_ceiling_anything_may_lie(other: str, bound: str, says: str) -> None:
    assert only(Figures((figure("A1", "10"), figure("A2", other, bound=bound)))).says == says


@pytest.mark.parametrize(
    ("low", "high", "says", "ratio"),
    [
        ("4", "6", "much_larger", "2.5"),
        ("9", "11", "about_equal", None),
        ("10", "12", "about_equal", None),
        ("20", "30", "much_larger", "3"),
        ("8", "10", "about_equal", None),
    ],
)
def test_a_range_is_compared_by_its_nearer_end(low: str, high: str, says: str, ratio: str | None) -> None:
    numbers = (Row("one", {}, take="A1"), Row("other", {}, take="A2", to="A3"))
    one = "15" if low == "4" else "20" if (low, high) == ("20", "30") else "10"
    if ratio == "3":
        low, high = "60", "90"
    found = only(Figures((figure("A1", one), figure("A2", low), figure("A3", high))), numbers=numbers)
    assert (found.says, found.ratio) == (says, Decimal(ratio) if ratio else None)


def test_numbers_are_added_and_taken_away() -> None:
    numbers = (Row("one", {}, take="A1", plus="A2"), Row("other", {}, take="A1", less="A2"))
    assert [side.low.value for side in only(known("10", "4"), numbers=numbers).sides] == [14, 6]


def test_every_combination_is_in_just_one_cell_and_says_what_it_says_alone() -> None:
    made = grid(COUNTER, PERIOD, DIVIDE, MONEYS)
    found = cells(made, known(period="2022 to 2024"))
    assert len(found) == 14, "the counter changes nothing; money changes nothing in a share"
    for choices in product(*(toggle.labels for toggle in made.toggles)):
        by = dict(zip((toggle.id for toggle in made.toggles), choices, strict=True))
        (fitting,) = (one for one in found if all(one.by[name] in ("", by[name]) for name in by))
        assert replace(fitting, by={}) == replace(cell(made, by, known(period="2022 to 2024")), by={})


@pytest.mark.parametrize(
    ("side", "says", "one", "other", "shown"),
    [
        ("other", "smaller", "10", "9", True),
        ("other", "much smaller", "10", "9", False),
        ("other", "much smaller", "10", "4", True),
        ("one", "larger", "10", "9", True),
        ("one", "much larger", "10", "30", False),
        ("one", "smaller", "10", "10", False),
        ("one", "a third", "10", "9", False),
    ],
)
def test_a_cell_shows_what_the_article_states_or_does_not(
    side: str, says: str, one: str, other: str, shown: bool
) -> None:
    made = replace(grid(), claimed=Claimed(side, "words", says))
    assert bears_out(made.claimed, made, only(known(one, other))) is shown


@pytest.mark.parametrize(
    ("percent", "fraction"), [("30.7", "a third"), ("34.4", "a third"), ("28", "a quarter"), ("47", "half")]
)
def test_a_fraction_is_the_nearest_one_that_has_a_name(percent: str, fraction: str) -> None:
    found = only(known(percent, "60", unit="percent"))
    made = grid()
    assert bears_out(Claimed("one", "words", fraction), made, found) is True
    assert bears_out(Claimed("one", "words", "two thirds"), made, found) is False


def test_a_statement_about_shares_says_nothing_about_sums() -> None:
    claimed = Claimed("one", "words", "larger", {"per": "gdp"})
    made = grid(DIVIDE)
    shown = {per: bears_out(claimed, made, cell(made, {"per": per}, known())) for per in DIVIDE.labels}
    assert shown == {"none": None, "gdp": True, "head": None}
    assert bears_out(None, made, cell(made, {"per": "gdp"}, known())) is None


def test_a_cell_rests_on_all_that_it_is_computed_from() -> None:
    unread = Figures((figure("A1", "10", read=False), figure("A2", "4"), *WHOLES))
    assert only(known()).is_gradable
    assert not only(unread).is_gradable
    whole_unread = Figures((*known().rows[:2], replace(WHOLES[0], tier="other"), *WHOLES[1:]))
    assert not cell(grid(DIVIDE), {"per": "gdp"}, whole_unread).is_gradable
