"""An invented pack with four small tables, open for a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readtwice.article import article_from_markdown
from readtwice.figures import Figures, Table
from readtwice.pack import Pack
from readtwice.page.open import _open
from readtwice.page.session import Session
from readtwice.record import Record

STORY = "---\ntitle: Cows\n---\n\n# Cows\n\nNorland has cows.\n"


def table(prefix: str, unit: str, cells: dict[str, dict[str, str]]) -> Table:
    return Table(
        prefix=prefix,
        series=prefix,
        bound="exact",
        unit=unit,
        vintage="June",
        counter="the ministry",
        publisher="The ministry",
        tier="primary",
        address="https://cows.example",
        date="2030-06-01",
        cells=cells,
        read=True,
    )


TABLES = (
    table(
        "money",
        "USD million",
        {
            "Norland": {"2029": "4000", "2030": "5000"},
            "Sudland": {"2029": "3000", "2030": "4500"},
            "All": {"2029": "7000", "2030": "9500"},
        },
    ),
    table("wealth", "USD million", {"Norland": {"2030": "250000"}, "Sudland": {"2030": "150000"}}),
    table("people", "persons million", {"Norland": {"2030": "8"}, "Sudland": {"2030": "9.5"}}),
    table(
        "share",
        "percent",
        {
            "Norland": {"2029": "1.9", "2030": "2"},
            "Sudland": {"2029": "2.5", "2030": "3"},
            "All": {"2029": "2.1", "2030": "2.4"},
        },
    ),
)


MEASURES = ("money", "wealth", "people", "2030")


@pytest.fixture(autouse=True)
def cows(tmp_path: Path) -> Iterator[None]:
    """Invented tables are open, and no other test finds them open."""
    before = list(_open)
    figures = Figures(tables=TABLES)
    _open[:] = [Session(Pack("cows", article_from_markdown(STORY), (), figures=figures), Record(tmp_path))]
    yield
    _open[:] = before
