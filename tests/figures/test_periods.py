"""Periods are read from their text and last as long as the calendar says."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures.periods import period


@pytest.mark.parametrize(
    ("text", "start", "after", "years"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1), Decimal(1)),
        ("2024 Q1", date(2024, 1, 1), date(2024, 4, 1), Decimal("0.25")),
        ("2024 Q4", date(2024, 10, 1), date(2025, 1, 1), Decimal("0.25")),
        ("2024-09", date(2024, 9, 1), date(2024, 10, 1), Decimal(1) / 12),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1), Decimal(1) / 12),
        ("2024-04 to 2025-03", date(2024, 4, 1), date(2025, 4, 1), Decimal(1)),
        ("2022 to 2024", date(2022, 1, 1), date(2025, 1, 1), Decimal(3)),
        ("2022-02 to 2024-09", date(2022, 2, 1), date(2024, 10, 1), Decimal(32) / 12),
        ("2022-02-24 to 2025-02-24", date(2022, 2, 24), date(2025, 2, 24), Decimal(1096) / Decimal("365.25")),
        ("since 2022-02", date(2022, 2, 1), None, None),
        ("to 2025-01-08", None, date(2025, 1, 9), None),
        ("to 2024-12", None, date(2025, 1, 1), None),
    ],
)
def test_a_period_lasts_as_long_as_the_calendar_says(
    text: str, start: date | None, after: date | None, years: Decimal | None
) -> None:
    found = period(text)
    assert (found.start, found.after, found.years) == (start, after, years)
    assert found.is_open is (years is None)
    assert found.is_one_year is (years == 1)


def test_from_the_invasion_to_the_last_pentagon_count_are_2_87_years() -> None:
    found = period("2022-02-24 to 2025-01-08")
    assert found.days == 1049
    assert found.years is not None
    assert round(found.years, 2) == Decimal("2.87")
    assert str(found) == "24 Feb 2022 to 8 Jan 2025"


@pytest.mark.parametrize(
    ("text", "words"),
    [("2024", "2024"), ("2024 Q3", "2024 Q3"), ("since 2022-02", "since Feb 2022"), ("2025-02-12", "12 Feb 2025")],
)
def test_a_period_is_said_in_words(text: str, words: str) -> None:
    assert str(period(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "24",
            "20245",
            "2024-13",
            "2024-00",
            "2025-02-29",
            "2024 Q5",
            "2024Q1",
            "2024 to",
            "since",
            "to 2025 to 2026",
        ),
        *(
            "2025 to 2024",
            "2025-01-08 to 2022-02-24",
            "2025-01-08 to 2025-01-08",
            "0000",
            "9999-12-31",
            "٢٠٢٤",
            "2024\n",
        ),
        *("since 2022 to 2023", "last year"),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not known|no calendar has|ends before"):
        period(text)


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(1, 40000))
def test_between_two_days_lie_as_many_days_as_one_counts(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    found = period(f"{start.isoformat()} to {end.isoformat()}")
    assert found.days == days
    assert found.years is not None
    assert abs(found.years - Decimal(days) / Decimal("365.25")) < Decimal("0.01")


@given(st.text(alphabet="0123456789-Q to since"))
def test_no_text_gives_another_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        period(text)
