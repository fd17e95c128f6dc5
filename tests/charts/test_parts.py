"""Numbers, labels and room."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from readtwice.charts import ChartError
from readtwice.charts.parts import WIDTH, number, once_each, pixels, row_height, with_room, wrapped


@pytest.mark.parametrize("value", [True, "5", None, float("nan"), float("inf"), Decimal("NaN"), [5]])
def test_only_a_finite_number_can_be_drawn(value: Any) -> None:
    with pytest.raises(ChartError, match=r"^The value of “Elsa” must be a number, not .*\.$"):
        number(value, "Elsa")


@pytest.mark.parametrize("value", [0, -3, 2.5, Decimal("65.9")])
def test_each_kind_of_number_can_be_drawn(value: int | float | Decimal) -> None:
    assert number(value, "Elsa") == float(value)


@pytest.mark.parametrize("labels", [[], [""], [" "], ["Elsa", "Elsa"]])
def test_rows_have_labels_of_their_own(labels: list[str]) -> None:
    with pytest.raises(ChartError, match=r"\.$"):
        once_each(labels)


def test_long_labels_wrap_and_make_rows_higher() -> None:
    label = wrapped("The farmers’ union of the upper valley and Donaudampfschifffahrtsgesellschaftskapitän")
    assert max(len(line) for line in label.split("\n")) <= 26
    assert row_height([label]) > row_height(["Elsa"])
    assert pixels(label) <= 26 * 8


@pytest.mark.parametrize(("low", "high"), [(0, 65.9), (-3, 0), (-1.25, 0.5), (3.1, 3.1), (1e-9, 2e-9), (0, 3e12)])
@pytest.mark.parametrize(("left", "right"), [(0, 0), (80, 120), (0, 2000)])
def test_words_fit_beside_what_they_belong_to(low: float, high: float, left: int, right: int) -> None:
    start, end = with_room(low, high, left, right)
    pixel = (end - start) / WIDTH
    assert start <= low <= high <= end
    if left + right < WIDTH:
        assert low - start >= left * pixel * 0.999
        assert end - high >= right * pixel * 0.999
