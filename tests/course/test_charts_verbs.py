"""Charts of figures that a lesson names: all that they say is computed, and nothing unlike stands on one scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from readtwice import course
from readtwice.article import article_from_markdown
from readtwice.charts.chart import LONGEST_DESCRIPTION
from readtwice.figures import Figure, Figures
from readtwice.pack import Pack
from readtwice.page.open import CourseError, _open
from readtwice.page.session import Session
from readtwice.record import Record

STORY = "---\ntitle: Milk\n---\n\n# Milk\n\nNorland has cows.\n"
COUNTED = Figure(
    id="milk.norland",
    series="milk share of trade",
    entity="Norland",
    value=Decimal("3.10"),
    bound="exact",
    unit="percent of trade",
    period="2030",
    vintage="June",
    counter="the ministry",
    publisher="The ministry",
    tier="primary",
    read=True,
    address="https://milk.example",
    date="2030-06-01",
)
REVISED = replace(COUNTED, id="milk.norland.later", value=Decimal("2.90"), vintage="October", tier="other", read=False)
SUDLAND = replace(COUNTED, id="milk.sudland", entity="Sudland", value=Decimal("1.5"))
SUDLAND_LATER = replace(SUDLAND, id="milk.sudland.later", vintage="October")
LINE = replace(COUNTED, id="milk.goal", entity="all", series="goal", value=Decimal(2))
MONEY = replace(COUNTED, id="milk.money", unit="USD million", value=Decimal(97686), counter="the dairy")
MANY = tuple(
    replace(COUNTED, id=f"milk.many{n}", entity=f"The upper valley of Norland, number {n}", value=Decimal(n))
    for n in range(1, 10)
)


@pytest.fixture(autouse=True)
def milk(tmp_path: Path) -> Iterator[None]:
    """Invented figures are open, and no other test finds them open."""
    before = list(_open)
    rows = (COUNTED, REVISED, SUDLAND, SUDLAND_LATER, LINE, MONEY, *MANY)
    _open[:] = [Session(Pack("milk", article_from_markdown(STORY), (), figures=Figures(rows)), Record(tmp_path))]
    yield
    _open[:] = before


def test_bars_show_each_figure_as_it_was_printed() -> None:
    chart = course.bars("Milk", "milk.norland", "milk.sudland")
    assert chart.description == "Norland: 3.10%; Sudland: 1.5%."
    assert chart.table.header == ("Who", "Percent of trade, 2030")
    assert chart.table.rows == (("Norland", "3.10%"), ("Sudland", "1.5%"))


def test_what_was_only_reported_is_marked() -> None:
    chart = course.bars("Milk", "milk.norland", "milk.norland.later", by="vintage")
    assert chart.table.rows == (("June", "3.10%"), ("October", "2.90%, reported, not graded"))


def test_money_is_rounded_for_reading_and_not_for_drawing() -> None:
    chart = course.bars("Milk", "milk.money", by="counter")
    assert chart.table.rows == (("the dairy", "$97.7 billion"),)
    assert chart.specification["data"]["values"][0]["value"] == 97_686_000_000


def test_vintages_tell_first_and_later_and_the_line() -> None:
    rows = (["milk.norland", "milk.norland.later"], ["milk.sudland", "milk.sudland.later"], ["milk.many7"])
    chart = course.vintages("Milk", *rows, line="milk.goal", line_name="The goal")
    assert chart.table.rows[:3] == (
        ("Norland", "3.10%, later 2.90%"),
        ("Sudland", "1.5%, later the same"),
        (MANY[6].entity, "7%"),
    )
    assert chart.table.header == ("Who", "Percent of trade, 2030 (later numbers: reported, not graded)")
    assert chart.description.endswith("The line is The goal: 2%.")
    first = chart.specification["data"]["values"][0]
    assert (first["low"], first["value"], first["high"], first["reported"]) == (2.9, 3.1, 3.1, False)


def test_later_numbers_that_were_read_need_no_such_words() -> None:
    chart = course.vintages("Milk", ["milk.sudland", "milk.sudland.later"])
    assert chart.table.header == ("Who", "Percent of trade, 2030")


def test_a_line_without_a_name_is_called_by_its_series() -> None:
    assert "goal: 2%" in course.vintages("Milk", ["milk.norland"], line="milk.goal").description


def test_a_long_description_keeps_the_lowest_and_the_highest() -> None:
    description = course.bars("Milk", *(one.id for one in MANY)).description
    assert len(description) <= LONGEST_DESCRIPTION
    assert description == f"9 rows, the lowest {MANY[0].entity}: 1%, the highest {MANY[8].entity}: 9%."


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert course.bars("Milk", "milk.norland").bundles() == course.bars("Milk", "milk.norland").bundles()


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: course.bars("Milk"), "A chart needs figures"),
        (lambda: course.bars("Milk", "milk.norlan"), "There is no figure"),
        (lambda: course.bars("Milk", "milk.norland", "milk.money"), "USD and percent of trade"),
        (lambda: course.bars("Milk", "milk.norland", "milk.norland.later"), "Two rows have the same entity"),
        (lambda: course.bars("Milk", "milk.norland", by="colour"), "only by one of: entity"),
        (lambda: course.vintages("Milk", []), "Each row needs at least one figure"),
        (lambda: course.vintages("Milk"), "A chart needs figures"),
        (lambda: course.vintages("Milk", ["milk.norland"], line="milk.money"), "One chart has one unit"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(ask: Callable[[], object], told: str) -> None:
    with pytest.raises(CourseError, match=told) as caught:
        ask()
    assert len(caught.value._render_traceback_()) == 1
