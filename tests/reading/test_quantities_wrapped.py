"""Known quantities wrapped in what may stand around a number: the value is right or absent, never wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.reading.quantities import read_quantities


class Known(NamedTuple):
    """A quantity that alone is read as this kind and value."""

    text: str
    kind: str
    value: str
    unit: str | None = None


COUNTS = (
    Known("5 million people", "count", "5000000", "people"),
    Known("1,200 homes", "count", "1200", "homes"),
    Known("forty soldiers", "count", "40", "soldiers"),
    Known("three million voters", "count", "3000000", "voters"),
    Known("12.5 km", "count", "12.5", "km"),
    Known("300 tanks", "count", "300", "tanks"),
    Known("two hundred drones", "count", "200", "drones"),
)
MONEY = (
    Known("$5 million", "money", "5000000"),
    Known("€3,5", "money", "3.5"),
    Known("20 million euros", "money", "20000000"),
    Known("£40bn", "money", "40000000000"),
    Known("six million dollars", "money", "6000000"),
)
PERCENT = (
    Known("5 percent", "percent", "5"),
    Known("2.5%", "percent", "2.5"),
    Known("three per cent", "percent", "3"),
)
ALL = COUNTS + MONEY + PERCENT

# What multiplies, divides or negates: the number before, and by how much; None where no single value is right.
BEFORE = {
    "twice ": 2,
    "double ": 2,
    "triple ": 3,
    "thrice ": 3,
    "half ": Decimal("0.5"),
    "half of ": Decimal("0.5"),
    "a quarter of ": Decimal("0.25"),
    "a tenth of ": Decimal("0.1"),
    "two thirds of ": None,
    "three times ": 3,
    "ten times ": 10,
    "several ": None,
    "a few ": None,
    "a couple of ": None,
    "dozens of ": None,
    "hundreds of ": None,
    "tens of thousands of ": None,
    "a factor of ": None,
    "odds of ": None,
    "per ": None,
    "for every ": None,
    "minus ": -1,
    "negative ": -1,
    "± ": None,
    "+/-": None,
    "§ ": None,
    "√": None,
    "3 × ": 3,
    "2 x ": None,
    "plus or minus ": None,
    "plus/minus ": None,
    "three score and ": None,
    "P5+": None,
    "nine tenths of ": Decimal("0.9"),
    "one in ": None,
}
AFTER = {
    " gazillion": None,
    " zillion": None,
    " jillion": None,
    " times ten": 10,
    " squared": None,
    " cubed": None,
    "-fold": None,
    " fold": None,
    " × 3": 3,
    " x 3": 3,
    " ± 2": None,
    "^2": None,
    " percentage": None,
    " per 1,000": None,
    " per 100,000 inhabitants": None,
    " per widget": None,
    " per two years": None,
    " hundredths": None,
    " dozen": 12,
    " score": 20,
    " Mrzillionen": None,
    "+ million": None,
    "-plus million": None,
    "-odd thousand": None,
    " plus billion": None,
    " (million)": None,
    " (three) million": None,
    " and something": None,
    " for every 1,000": None,
    " or so million": None,
    "-some": None,
    "-something": None,
}
KEEPING_BEFORE = ("", "about ", "more than ", "the ", "only ", "(", "“", "at least ", "nearly ", "in all ", "they say ")
KEEPING_AFTER = ("", ".", ",", " in all", " last week", ")", "”", " or so", " and more", "; then", ": no more", "!")


def values_read(text: str, known: Known, start: int) -> list[tuple[str, str]]:
    """Kind and value of each quantity that overlaps the number as it was written."""
    end = start + len(known.text)
    return [(q.kind, q.value) for q in read_quantities(text) if q.start < end and start < q.end and q.value_to is None]


def right(known: Known, factor: Decimal | int | None) -> set[tuple[str, Decimal]]:
    return set() if factor is None else {(known.kind, Decimal(known.value) * factor)}


@pytest.mark.parametrize("known", ALL, ids=lambda known: known.text)
def test_each_is_read_alone(known: Known) -> None:
    assert values_read(f"They saw {known.text} there.", known, 9) == [(known.kind, known.value)]


@given(
    st.sampled_from(ALL),
    st.sampled_from(sorted(BEFORE)),
    st.sampled_from(KEEPING_BEFORE),
    st.sampled_from(KEEPING_AFTER),
)
def test_what_stands_before_a_number_is_understood_or_silences_it(
    known: Known, wrap: str, keep: str, after: str
) -> None:
    before = f"They saw {keep}{wrap}"
    read = values_read(f"{before}{known.text}{after}", known, len(before))
    allowed = right(known, BEFORE[wrap])
    assert all((kind, Decimal(value)) in allowed for kind, value in read if kind != "fraction"), read


@given(st.sampled_from(COUNTS + MONEY), st.sampled_from(sorted(AFTER)), st.sampled_from(KEEPING_BEFORE))
def test_what_stands_after_a_number_is_understood_or_silences_it(known: Known, wrap: str, keep: str) -> None:
    number = known.text.removesuffix(f" {known.unit}") if known.unit else known.text
    before = f"They saw {keep}"
    read = values_read(f"{before}{number}{wrap} there.", Known(number, known.kind, known.value), len(before))
    allowed = right(known, AFTER[wrap])
    assert all((kind, Decimal(value)) in allowed for kind, value in read if kind != "fraction"), read


@given(st.sampled_from(ALL), st.sampled_from(KEEPING_BEFORE), st.sampled_from(KEEPING_AFTER))
def test_what_changes_nothing_leaves_the_value(known: Known, before: str, after: str) -> None:
    start = f"They saw {before}"
    assert values_read(f"{start}{known.text}{after} there", known, len(start)) == [(known.kind, known.value)]


HIDDEN = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u200d")


@given(st.sampled_from(ALL), st.data())
def test_signs_that_nobody_sees_change_no_value(known: Known, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(known.text)))
    written = known.text[:at] + data.draw(st.sampled_from(HIDDEN)) + known.text[at:]
    (found,) = read_quantities(f"They saw {written} there.")
    assert (found.kind, found.value) == (known.kind, known.value)


@given(st.sampled_from(ALL), st.sampled_from("\u00a0\u2009\u202f"))
def test_spaces_that_do_not_break_are_spaces(known: Known, space: str) -> None:
    (found,) = read_quantities(f"They saw {known.text.replace(' ', space)} there.")
    assert (found.kind, found.value) == (known.kind, known.value)


@pytest.mark.parametrize("text", ["5𝟎 people came.", "𝟓0 people came.", "5⁰ people came.", "5① people came."])
def test_a_digit_of_another_kind_beside_a_number_silences_it(text: str) -> None:
    assert read_quantities(text) == ()
