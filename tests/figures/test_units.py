"""Units are read from their text and say it again."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures import Unit
from readtwice.figures.units import SCALE_NAMES, unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USD", Unit("money", "USD")),
        ("USD billion", Unit("money", "USD", 9)),
        ("GBP million per year", Unit("money", "GBP", 6, "year")),
        ("EUR per head", Unit("money", "EUR", 0, "head")),
        ("GBP billion in real terms", Unit("money", "GBP", 9, "", True)),
        ("USD trillion per year in real terms", Unit("money", "USD", 12, "year", True)),
        ("percent", Unit("percent")),
        ("percent of GDP", Unit("percent", "GDP")),
        ("percent of GDP per year", Unit("percent", "GDP", 0, "year")),
        ("percent of NATO defence spending", Unit("percent", "NATO defence spending")),
        ("persons", Unit("persons")),
        ("persons million", Unit("persons", "", 6)),
        ("USD per EUR", Unit("rate", "USD", 0, "EUR")),
        ("members", Unit("count", "members")),
        ("drones per year", Unit("count", "drones", 0, "year")),
    ],
)
def test_a_unit_is_taken_apart_and_put_together(text: str, expected: Unit) -> None:
    assert unit(text) == expected
    assert expected.text == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "$",
            "$bn",
            "usd billion ",
            "USD Billion",
            "USD billions",
            "USD  billion",
            "billion USD",
            "US billion",
        ),
        *(
            "percentage",
            "percent of",
            "percent of GDP per head",
            "persons per year",
            "USD per EUR per year",
            "% of GDP",
        ),
        *("USD billion per month", "USD billion\n", "ＵＳＤ billion", "drones per week"),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not known"):
        unit(text)


@given(
    st.builds(
        Unit,
        st.just("money"),
        st.from_regex(r"[A-Z]{3}", fullmatch=True),
        st.sampled_from(list(SCALE_NAMES)),
        st.sampled_from(["", "year", "head"]),
        st.booleans(),
    )
)
def test_every_money_unit_comes_back(made: Unit) -> None:
    assert unit(made.text) == made


@given(st.text())
def test_no_text_gives_another_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert unit(text).text == text
