"""Figures out of CSV files, and all that is wrong with them at once. tests/pack/broken.yaml has every message."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readtwice.figures.csv_files import FIGURE_COLUMNS, TABLE_COLUMNS, Trouble, read_columns, read_figures, read_table

HEAD = ",".join(FIGURE_COLUMNS) + "\n"
TABLE_HEAD = ",".join(TABLE_COLUMNS) + "\n"
ROW = "X1,aid,Atlantis,10,over,USD billion,2024,v,c,p,primary,yes,https://example.org,2025-01-31,\n"
COLUMN = "gdp,t.csv,gdp,GDP,exact,USD million,v,c,p,primary,no,https://example.org,not seen,A note.\n"


def test_a_sound_row_is_a_figure() -> None:
    (one,), troubles = read_figures(HEAD + ROW)
    assert troubles == []
    assert (one.id, str(one.value), one.bound, one.read, one.note) == ("X1", "10", "over", True, "")


def test_all_that_is_wrong_with_a_row_is_told_at_once() -> None:
    found, troubles = read_figures(HEAD + "X 1,a,b,ten,nearly,$,now,v,c,p,first,perhaps,a,then,\n" + ROW)
    assert [one.id for one in found] == ["X1"]
    assert {trouble.line for trouble in troubles} == {2}
    assert len(troubles) == 8


def test_a_column_of_a_wide_table_is_a_series() -> None:
    columns, troubles = read_columns(TABLE_HEAD + COLUMN)
    assert troubles == []
    (table,), troubles = read_table("entity,period,flag,gdp\nA,2024,x,5\nB,2024,,\nA,2023,y,4.5\n", columns)
    assert troubles == []
    assert [(one.id, str(one.value), one.unit, one.read) for one in table] == [
        ("gdp.a.2024", "5", "USD million", False),
        ("gdp.a.2023", "4.5", "USD million", False),
    ]


def test_a_quoted_line_end_does_not_move_the_lines_after_it() -> None:
    _, troubles = read_figures(HEAD + ROW.replace(",\n", ',"a\nnote"\n') + "bad id,\n")
    assert [trouble.line for trouble in troubles] == [4]


@given(st.text(alphabet='abc,"\n\r 12.-'), st.text())
def test_no_text_gives_another_error(text: str, other: str) -> None:
    columns, _ = read_columns(TABLE_HEAD + COLUMN)
    for hostile in (text, other):
        for _, troubles in (
            read_figures(hostile),
            read_figures(HEAD + hostile),
            read_columns(TABLE_HEAD + hostile),
            read_table(hostile, columns),
            read_table("entity,period,gdp\n" + hostile, columns),
        ):
            assert all(isinstance(trouble, Trouble) and trouble.line >= 0 for trouble in troubles)
