"""A check built from parts: what it computes, what it refuses, and how its result reads."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import CannotCompute, Figures, Quantity, check_from_parts, convert, per_head, per_year, share_of
from readtwice.figures.check import as_read, can_be_spread, in_digits, in_words, measured_in, to_type
from tests.figures.samples import MONEY, amount, figure, figures

SUM = figure("sum", "65.9", period="2022-02-24 to 2025-01-08")
WHOLE = figure("whole", "28720", period="2024")
PEOPLE = figure("people", "337", "persons million", period="2024")
POUNDS = figure("pounds", "4.3", "GBP billion per year", period="")


def check(take: str, divide_by: str = "", rate: str = "", per_year: bool = False) -> Quantity:
    """A check on figures of the article under study."""
    found = figures()
    chosen = {name: found[figure_id] for name, figure_id in (("divide_by", divide_by), ("rate", rate)) if figure_id}
    return check_from_parts(found[take], per_year=per_year, figures=found, **chosen)


@given(part=MONEY, whole=MONEY)
def test_each_step_is_the_room_s_own(part: Decimal, whole: Decimal) -> None:
    take, by = figure("take", str(part), period=SUM.period), figure("by", str(whole))
    none = Figures()
    assert check_from_parts(take, divide_by=by, figures=none) == share_of(take, by)
    assert check_from_parts(take, per_year=True, figures=none) == per_year(take)
    assert check_from_parts(take, per_year=True, divide_by=by, figures=none) == share_of(per_year(take), by)
    assert check_from_parts(take, divide_by=PEOPLE, figures=none) == per_head(take, PEOPLE)


@given(part=MONEY, whole=MONEY)
def test_a_whole_worked_out_from_a_share_gives_that_share_again(part: Decimal, whole: Decimal) -> None:
    take, by = figure("take", str(part)), figure("by", str(whole))
    share = check_from_parts(take, divide_by=by, figures=Figures())
    percentage = figure("share", f"{share.value:.10f}", "percent of GDP")
    if percentage.value:
        back = check_from_parts(take, divide_by=percentage, figures=Figures())
        assert abs(back.value - whole) <= whole * Decimal("1e-10") / percentage.value


def test_a_sum_is_converted_before_anything_else() -> None:
    dollars = convert(figures()["b19.uk-aid"], "USD", "2024", figures())
    assert check("b19.uk-aid", "R89", "R27") == share_of(dollars, figures()["R89"])
    assert check("b19.uk-aid", rate="R27") == dollars


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"take": "b19.us-aid", "divide_by": "R17"}, "Dollars cannot be divided by pounds"),
        ({"take": "b19.us-aid", "per_year": True}, "open end"),
        ({"take": "b24.ammunition", "divide_by": "R17"}, "no period"),
        ({"take": "b19.uk-aid", "divide_by": "R76"}, "in real terms"),
        ({"take": "b19.us-aid", "rate": "R88"}, "no exchange rate"),
        ({"take": "R43", "rate": "R27"}, "Only money can be converted"),
        ({"take": "b19.us-aid"}, "Nothing to work out yet"),
        ({"take": "R88", "divide_by": "R88"}, "divided by itself"),
        ({"take": "nato-population.germany.2024", "divide_by": "R88"}, "do not measure the same thing"),
    ],
)
def test_nonsense_is_refused_in_one_sentence(parts: dict[str, object], told: str) -> None:
    with pytest.raises(CannotCompute) as refused:
        check(**parts)  # type: ignore[arg-type]
    assert told in str(refused.value)
    assert str(refused.value).endswith(".")


def test_the_article_s_share_is_worked_out_line_by_line() -> None:
    share = check("b19.us-aid", "R88")
    assert share.value.quantize(Decimal("0.01")) == Decimal("0.23")
    assert "$65.9 billion ÷ $28,719.94 billion × 100 ≈ 0.229 percent of GDP" in share.working
    assert [one.id for one in share.figures] == ["b19.us-aid", "R88"]


@pytest.mark.parametrize(
    ("one", "can"),
    [
        (SUM, True),
        (figure(period=""), True),
        (WHOLE, False),
        (POUNDS, False),
        (PEOPLE, False),
        (figure(unit="USD per EUR"), False),
    ],
)
def test_only_a_sum_that_is_not_of_one_year_can_be_put_per_year(one: object, can: bool) -> None:
    assert can_be_spread(one) is can  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("result", "words", "digits"),
    [
        (amount("65.9"), "65.9 billion dollars", "$65,900,000,000"),
        (amount("22.945", "USD billion per year"), "22.9 billion dollars a year", "$22,945,000,000 a year"),
        (amount("195.55", "USD per head"), "196 dollars per head", "$196 per head"),
        (amount("19.556", "USD per head"), "19.56 dollars per head", "$19.56 per head"),
        (amount("0.22946", "percent of GDP"), "about 1 part in 436", "0.229% of GDP"),
        (amount("0.0799", "percent of GDP per year"), "about 1 part in 1,252 a year", "0.0799% of GDP a year"),
        (amount("30", "percent"), "about 1 part in 3.3", "30% "),
        (amount("76.6", "percent"), "about 77 parts in every 100", "76.6%"),
        (amount("5", "drones"), "5 drones", "5"),
    ],
)
def test_a_result_reads_in_words_and_in_digits(result: Quantity, words: str, digits: str) -> None:
    assert in_words(result) == words
    assert in_digits(result) == digits.strip()


def test_a_hedge_stays_in_the_words() -> None:
    assert in_words(check("b19.us-aid", "b19.us-share")) == "less than 2,196.7 billion dollars"


@pytest.mark.parametrize(
    ("result", "unit", "typed"),
    [
        (amount("0.229456", "percent of GDP"), "percent of GDP", "0.229%"),
        (amount("0.0799", "percent of GDP per year"), "percent of GDP", "0.0799%"),
        (amount("2196666.6", "USD million"), "USD billion", "2196.7"),
        (amount("1234567", "USD million"), "USD million", "1234600"),
        (amount("5", "GBP billion"), "USD billion", ""),
        (amount("5", "USD per head"), "USD billion", ""),
        (amount("5", "drones"), "percent", ""),
    ],
)
def test_a_result_is_carried_over_as_one_would_type_it(result: Quantity, unit: str, typed: str) -> None:
    assert to_type(result, unit) == typed


@given(st.decimals(min_value="0.001", max_value="999999", places=3), st.sampled_from(["USD billion", "percent"]))
def test_what_is_carried_over_can_be_read_again(value: Decimal, unit: str) -> None:
    typed = to_type(amount(value, unit), unit)
    assert "," not in typed
    assert abs(Decimal(typed.rstrip("%")) - value) <= value * Decimal("0.005" if unit == "percent" else "0.0001")


def test_a_number_reads_with_its_unit() -> None:
    assert as_read(Decimal(4), "percent of GDP") == "4%"
    assert as_read(Decimal("22.9"), "USD billion per year") == "$22.9 billion a year"


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("percent of GDP", "percent of GDP"),
        ("USD billion per year", "billion dollars a year"),
        ("USD per head", "dollars per head"),
        ("persons million", "million people"),
        ("USD per EUR", "dollars per euro"),
    ],
)
def test_a_unit_reads_behind_a_number(unit: str, words: str) -> None:
    assert measured_in(unit) == words
