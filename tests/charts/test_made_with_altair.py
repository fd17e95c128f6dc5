"""Charts that someone made with Altair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair
import pytest
from IPython.core.interactiveshell import InteractiveShell

from readtwice.charts import MIME_TYPE, ChartError, described, use_altair
from readtwice.words import say

MILK = [{"cow": "Elsa", "litres": 20}]


def bars(**properties: Any) -> altair.Chart:
    made: altair.Chart = altair.Chart(altair.Data(values=MILK)).mark_bar().encode(x="litres:Q", y="cow:N")
    return made.properties(**properties)


def test_data_marks_and_title_stay_and_the_look_is_ours() -> None:
    chart = described(bars(title="Milk", description="Elsa gave 20 litres."))
    assert chart.specification["data"]["values"] == MILK
    assert chart.specification["title"] == "Milk"
    assert chart.specification["$schema"].endswith("/v5.json")
    assert (chart.table.caption, chart.table.header, chart.table.rows) == ("Milk", ("cow", "litres"), (("Elsa", "20"),))


def test_a_title_is_heard_where_nothing_else_is_said() -> None:
    assert described(bars(description="Elsa gave\n  milk")).description == "Elsa gave milk."
    assert described(bars()).description == described(bars()).table.caption == say("charts.not_described")
    assert described(bars(title="Milk")).description == "Milk."
    assert described(bars(title=altair.Title(["Who", "gave milk?"]))).description == "Who gave milk?"
    assert described(bars(description="Elsa gave milk.")).table.caption == "Elsa gave milk."


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (bars(title="Milk", description="much milk " * 40), "300 characters"),
        (altair.Chart(altair.Data(values=[]), title="Milk").mark_bar(), "^A chart needs data"),
        (altair.Chart(altair.UrlData(url="milk.csv"), title="Milk").mark_bar(), "rows that your code gives"),
        (altair.Chart(title="Milk").mark_bar(), "rows that your code gives"),
    ],
)
def test_it_too_needs_rows_and_few_words(made: altair.Chart, told: str) -> None:
    with pytest.raises(ChartError, match=told):
        described(made)


def test_rows_are_found_in_the_parts_of_a_chart() -> None:
    both = altair.hconcat(bars(), bars() + bars().mark_text().encode(text="litres:Q")).properties(title="Milk")
    assert described(both).table.rows == (("Elsa", "20"),)


def test_numbers_are_written_to_be_read_and_lonely_ones_are_counted() -> None:
    values = [{"n": 1234567}, {"n": 0.22946}, {"n": 2024}, {"n": 97686.4}, {"n": None}]
    table = described(altair.Chart({"values": values}, title="N").mark_tick().encode(x="n:Q")).table
    assert [row[1] for row in table.rows] == ["1,234,567", "0.2295", "2024", "97,686", ""]
    assert [row[0] for row in table.rows] == ["1", "2", "3", "4", "5"]


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    before = altair.theme.active
    yield InteractiveShell.instance()
    altair.theme.enable(before)
    InteractiveShell.clear_instance()


def test_a_cell_that_ends_with_a_chart_shows_it_and_its_table(
    shell: InteractiveShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    use_altair()
    assert shell.display_formatter.format(bars(title="Milk")) == ({}, {})
    assert [next(iter(bundle)) for bundle in shown] == [MIME_TYPE, "text/html"]
    assert shell.display_formatter.format(altair.Chart().mark_bar()) == ({}, {})
    assert len(shown) == 2


def test_outside_a_notebook_it_does_no_harm() -> None:
    before = altair.theme.active
    use_altair()
    altair.theme.enable(before)
