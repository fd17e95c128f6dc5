"""Charts that someone made with Altair."""

from __future__ import annotations

import altair
import pytest

from readtwice.charts import ChartError, from_altair

MILK = [{"cow": "Elsa", "litres": 20}]


def bars() -> altair.Chart:
    return altair.Chart(altair.Data(values=MILK)).mark_bar().encode(x="litres:Q", y="cow:N")


def test_data_and_marks_stay_and_the_title_is_ours() -> None:
    chart = from_altair(
        bars(), title="Milk", description="Elsa gave 20 litres.", header=["Cow", "Litres"], rows=[("Elsa", 20)]
    )
    assert chart.specification["data"]["values"] == MILK
    assert chart.specification["title"]["text"] == ["Milk"]
    assert chart.table.rows == (("Elsa", "20"),)


@pytest.mark.parametrize(
    ("title", "description", "rows"),
    [("", "Elsa gave 20 litres.", [("Elsa", 20)]), ("Milk", "", [("Elsa", 20)]), ("Milk", "Elsa gave 20 litres.", [])],
)
def test_it_too_needs_words_and_rows(title: str, description: str, rows: list[tuple[str, int]]) -> None:
    with pytest.raises(ChartError, match=r"^A chart needs"):
        from_altair(bars(), title=title, description=description, header=["Cow", "Litres"], rows=rows)
