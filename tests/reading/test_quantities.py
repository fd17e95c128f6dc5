"""The reader of quantities on news style and look-alikes (the table), and on anything at all (the properties)."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readtwice.reading import quantities
from readtwice.reading.quantities import Quantity, read_quantities
from readtwice.reading.tokens import Tokens

TABLE = Path(__file__).parent / "quantity_cases.txt"
EXTRAS = ("to", "unit", "currency", "period", "hedge")


def cases() -> list[tuple[str, list[dict[str, str | None]]]]:
    """Each text of the table with what must be read in it."""
    found: list[tuple[str, list[dict[str, str | None]]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(expected(line))
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def expected(line: str) -> dict[str, str | None]:
    words, kind, value, more = (part.strip() for part in line.split("|"))
    extras = dict(extra.split(" ", 1) for extra in more.split(", ") if extra)
    assert set(extras) <= set(EXTRAS), line
    return {"text": words, "kind": kind, "value": value, **{name: extras.get(name) for name in EXTRAS}}


def shown(quantity: Quantity) -> dict[str, str | None]:
    """A quantity as the table writes it."""
    names = ("text", "kind", "value", "unit", "currency", "period", "hedge")
    return {name: getattr(quantity, name) for name in names} | {"to": quantity.value_to}


CASES = cases()


@pytest.mark.parametrize(("text", "right"), CASES, ids=[text for text, _ in CASES])
def test_the_table(text: str, right: list[dict[str, str | None]]) -> None:
    assert [shown(quantity) for quantity in read_quantities(text)] == right


def test_the_table_is_long_enough() -> None:
    assert sum(bool(right) for _, right in CASES) >= 250
    assert sum(not right for _, right in CASES) >= 100
    assert len({text for text, _ in CASES}) == len(CASES)


def test_a_value_can_be_calculated_with_where_a_decimal_equals_it() -> None:
    money, third, date = read_quantities("$65.9 billion, only a third of it, on 12 February")
    assert money.number == Decimal("65900000000")
    assert (third.number, date.number) == (None, None)


def test_nothing_is_read_across_a_blank_line() -> None:
    assert [q.value for q in read_quantities("He paid $5\n\nmillion people came")] == ["5"]
    assert [q.value for q in read_quantities("He paid $5\nmillion for it")] == ["5000000"]


def test_long_numbers_stay_exact_and_endless_ones_are_passed_over() -> None:
    digits = "1234567890" * 4
    (found,) = read_quantities(f"minus {digits} bn")
    assert found.value == f"-{digits}000000000"
    assert read_quantities(digits + "1") == ()


# --- properties --------------------------------------------------------------------------------------------------

PIECES = """
1 7 10 12 99 300 1,000 1,2 3.5 1.2.3 2024 224 0 007 31 ½ one two three twenty hundred a an half third thirds quarter
second first th st m bn k p C million billion dozen and or to from between in out of per year day cent percent % $ £ €
US USD dollars pounds - – — / : . , ( ) + ° ’s May March June Feb Feb. Thursday AD BC Room No. Articles Day people over
drones only more than about or so mid- pre- F-16 a.m. http:// @ # ' ²
"""
pieces = st.sampled_from([*PIECES.split(), "\n", "\n\n", "\u00a0", " "])
texts = st.one_of(
    st.text(),
    st.lists(pieces, max_size=30).map(" ".join),
    st.lists(pieces, max_size=30).map("".join),
)
ISO_DATE = re.compile(r"([0-9]{4}|-)(-[0-9]{2}(-[0-9]{2})?)?")


@given(texts)
@example("10AD10")
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quantity in read_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text == quantity.text.strip()
        end = quantity.end


@given(texts)
def test_values_parse_back(text: str) -> None:
    for quantity in read_quantities(text):
        for value in filter(None, (quantity.value, quantity.value_to)):
            if quantity.kind == "date":
                assert ISO_DATE.fullmatch(value)
            elif quantity.kind == "fraction":
                numerator, denominator = map(int, value.split("/"))
                assert 0 < numerator < denominator
            else:
                assert format(Decimal(value), "f") == value
        for field in fields(quantity):
            assert getattr(quantity, field.name) != ""
        if quantity.currency is not None:
            assert re.fullmatch("[A-Z]{3}", quantity.currency)


@given(texts, texts)
def test_a_blank_line_keeps_two_texts_apart(one: str, other: str) -> None:
    one = one.strip() + "."
    other = "The " + other
    apart = [*map(shown, read_quantities(one)), *map(shown, read_quantities(other))]
    assert list(map(shown, read_quantities(f"{one}\n\n{other}"))) == apart


WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
SMALL, ROUND = WORDS.split()[:20], WORDS.split()[20:]


def in_words(number: int) -> str:
    """A whole number below a million as English writes it out."""
    if number >= 1000:
        rest = number % 1000
        joint = " and " if 0 < rest < 100 else " "
        return in_words(number // 1000) + " thousand" + (joint + in_words(rest) if rest else "")
    if number >= 100:
        rest = number % 100
        return SMALL[number // 100] + " hundred" + (f" and {in_words(rest)}" if rest else "")
    if number >= 20:
        return ROUND[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    return SMALL[number]


amounts = st.decimals(min_value="0.01", max_value="999999999.99", places=2, allow_nan=False, allow_infinity=False)
STYLES = {
    "grouped": lambda number: f"{number:,f}",
    "dollars": lambda number: f"${number:,f}bn",
    "euros after": lambda number: f"{number:f} million euros",
    "decimal comma": lambda number: f"€{number:f}".replace(".", ","),
    "percent": lambda number: f"{number:f} per cent",
    "thin spaces": lambda number: f"{number:,f}".replace(",", "\u202f"),
}
SCALES = {"dollars": 9, "euros after": 6}


@pytest.mark.parametrize("style", STYLES)
@given(number=amounts)
def test_any_number_in_a_news_style_reads_back(style: str, number: Decimal) -> None:
    write: Any = STYLES[style]
    written = write(number)
    (found,) = read_quantities(f"They said {written} yesterday.")
    assert found.text == written
    assert found.number == number.scaleb(SCALES.get(style, 0))


@given(st.integers(min_value=2, max_value=999_999))
def test_any_number_in_words_reads_back(number: int) -> None:
    written = in_words(number)
    (found,) = read_quantities(f"They said {written} yesterday.")
    assert (found.text, found.value) == (written, str(number))


@given(low=amounts, high=amounts)
def test_any_range_reads_back(low: Decimal, high: Decimal) -> None:
    low, high = sorted((low, high))
    if low == high:
        return
    (found,) = read_quantities(f"It grew from £{low:,f}m to £{high:,f}m a year.")
    assert found.value_to is not None
    assert (Decimal(found.value), Decimal(found.value_to)) == (low.scaleb(6), high.scaleb(6))
    assert (found.currency, found.period) == ("GBP", "year")


HOSTILE = ("1", "1,", "$", "€1,", "1.", "1 ", "$1-", "+1", "(1", "1/", "1:", "0 ", "12 ", "1'111", "1 million ", "½")
HOSTILE += (
    "one ",
    "one hundred ",
    "a ",
    "a third ",
    "twenty-",
    "from 1 to ",
    "May 1, ",
    "2024-",
    "Articles 5, ",
    "F-1-",
)
HOSTILE += ("one point one ", "1 1/2 ", "3/4 ", "one in every ", "half of ", "1 to 2 ", "1-Jan-", "May to ", "5 per ")
HOSTILE += ("about about 3 ", "a.", "a@", "http://", "\n", "\n\n", " ", "\t1", "\ud800", "’s ", "No. ", "1 in ", "U.S.")
LONG = 4_000
"""Code points; what grows with the square shows when they double."""

MOST_LOOKS = 700
"""Looks at a token, for each token of a text: one quantity in every two characters is the worst there is."""


def looks_at_tokens(monkeypatch: pytest.MonkeyPatch, text: str) -> tuple[int, int]:
    """How often the reader looks at a token of a text, and how many tokens there are. No clock has a part in it."""
    looks = 0

    class Counted(Tokens):
        def __getitem__(self, place: Any) -> Any:
            nonlocal looks
            looks += 1
            return super().__getitem__(place)

    monkeypatch.setattr(quantities, "Tokens", Counted)
    read_quantities(text)
    return looks, Tokens(text).size


@pytest.mark.parametrize("seed", range(3))
def test_digits_commas_and_currency_signs_are_looked_at_in_proportion(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, tokens = looks_at_tokens(monkeypatch, "".join(Random(seed).choices("0123456789,.$£€ ", k=LONG)))
    assert looks < MOST_LOOKS * tokens


@pytest.mark.long
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_hostile_text_is_looked_at_more_than_in_proportion(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    half, _ = looks_at_tokens(monkeypatch, (piece * LONG)[: LONG // 2])
    looks, tokens = looks_at_tokens(monkeypatch, (piece * LONG)[:LONG])
    assert looks <= 2.1 * half + MOST_LOOKS
    assert looks < MOST_LOOKS * (tokens + 10)


@given(st.text(alphabet="0123456789,.$€£-– %", max_size=300))
def test_digits_commas_and_signs_never_raise(text: str) -> None:
    read_quantities(text)
