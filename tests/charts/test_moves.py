"""Shares that move: where the dots lie, and what cannot be a share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.charts import ChartError, Move, move_chart

WORDS = {"title": "Kept", "description": "What was kept.", "label_name": "Cards", "value_name": "Of 100"}
SHARES = st.integers(0, 100)


@pytest.mark.long
@given(st.lists(st.tuples(SHARES | st.none(), SHARES), min_size=1, max_size=8))
def test_each_row_lies_where_it_was_and_where_it_is(rows: list[tuple[int | None, int]]) -> None:
    moves = [Move(f"row {at}", now, f"{before}, {now}", before) for at, (before, now) in enumerate(rows)]
    chart = move_chart(moves, **WORDS)
    drawn = chart.specification["data"]["values"]
    assert [(one["before"], one["now"]) for one in drawn] == rows
    assert [one["words"] for one in drawn] == [f"{one.label}\n{one.text}" for one in moves]
    assert chart.table.rows == tuple((one.label, one.text) for one in moves)


@pytest.mark.parametrize("move", [Move("a", 101, "much"), Move("a", -1, "less"), Move("a", 5, "from more", 100.5)])
def test_what_is_no_share_is_refused(move: Move) -> None:
    with pytest.raises(ChartError, match="from 0 to 100"):
        move_chart([move], **WORDS)
