"""Figures that several tests look at."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from readtwice.figures import Figure, Figures, Quantity
from tests.specimens import hegseth

MONEY = st.decimals(min_value="0.01", max_value="999999999999", places=2)
"""Sums above 0, as a figures file may hold them."""


@cache
def figures() -> Figures:
    """The figures of the article under study, as learners load them."""
    return hegseth().figures


def figure(figure_id: str = "X1", value: str = "10", unit: str = "USD billion", **changed: str | bool) -> Figure:
    """An invented figure; what is named is changed."""
    about: dict[str, str | bool] = {
        "series": "aid",
        "entity": "Atlantis",
        "bound": "exact",
        "period": "2024",
        "vintage": "Almanac 2025",
        "counter": "Almanac",
        "publisher": "Almanac Office",
        "tier": "primary",
        "read": True,
        "address": "https://example.org",
        "date": "2025-01-31",
        **changed,
    }
    return Figure(id=figure_id, value=Decimal(value), unit=unit, **about)  # type: ignore[arg-type]


def amount(value: str | Decimal, unit: str = "USD billion", period: str = "2024", what: str = "") -> Quantity:
    """A number that nobody published."""
    return Quantity.of(value, unit, period, what)
