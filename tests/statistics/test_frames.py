"""Whoever counts a long table, the figures are the same: plain Python, polars, DuckDB, and Spark (`make test-all`)."""

from __future__ import annotations

import importlib.util
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.statistics.counts import count
from readtwice.statistics.frames import count_frame, occasions_of
from readtwice.statistics.items import analysis_of
from readtwice.statistics.table import TableError
from tests.statistics.published import ALPHA, DISCRIMINATION, FACILITY, lsat_rows
from tests.statistics.tables import (
    ENGINES,
    ROWS,
    TableRow,
    counted_plainly,
    duckdb_of,
    in_duckdb,
    in_polars,
    largest_difference,
    many_rows,
    write_answers,
)

each_engine = pytest.mark.parametrize("engine", ENGINES)


@pytest.mark.long
@each_engine
@given(rows=ROWS)
def test_engines_and_plain_python_agree_on_any_table(engine: str, rows: list[TableRow]) -> None:
    counts = count_frame(ENGINES[engine](rows), order="at")
    plainly = counted_plainly(rows)
    assert dict(counts.cells) == dict(plainly.cells)
    assert counts.scores == plainly.scores
    assert counts.items == plainly.items, "in the order in which the table first names them"
    assert largest_difference(counts, rows) <= 1e-9


@pytest.mark.long
@each_engine
def test_engines_agree_on_a_large_class(engine: str) -> None:
    rows = many_rows(300, 24)
    assert largest_difference(count_frame(ENGINES[engine](rows), order="at"), rows) <= 1e-9


@given(ROWS, st.randoms())
def test_a_difference_would_be_seen(rows: list[TableRow], chance: random.Random) -> None:
    """The measure of agreement itself: one answer more is always noticed."""
    more = [*rows, ("another learner", "x", chance.random() < 0.5, "", "")]
    assert largest_difference(counted_plainly(more), rows) > 0


@pytest.mark.slow
def test_ten_million_answers_are_counted_exactly(tmp_path: Path) -> None:
    """By polars, by DuckDB and by plain Python: not a single answer, and no sum, is apart."""
    import duckdb

    path = tmp_path / "answers.parquet"
    assert write_answers(path) == 10_000_000
    by_polars = count_frame(polars.scan_parquet(path))
    assert sum(sums.n for sums in by_polars.cells.values()) == 10_000_000
    assert count_frame(duckdb.read_parquet(str(path))) == by_polars
    columns = polars.scan_parquet(path).select("learner", "item", polars.col("correct") == 1, "choice").collect()
    assert count(row for piece in columns.iter_slices(100_000) for row in piece.iter_rows()) == by_polars


@pytest.mark.slow
def test_spark_agrees(spark: Any) -> None:
    for rows in (many_rows(200, 12), many_rows(30, 4, seed=2)):
        table = spark.createDataFrame(
            in_polars(rows).rows(),
            "learner string, item string, correct tinyint, choice string, sureness string, at bigint",
        )
        counts = count_frame(table, order="at")
        assert largest_difference(counts, rows) <= 1e-9
        assert dict(counts.cells) == dict(counted_plainly(rows).cells)
        with pytest.raises(TableError, match="no column says which answer came first"):
            count_frame(table)
    published = spark.createDataFrame(
        [one[:3] for one in lsat_rows("7")], "learner string, item string, correct boolean"
    )
    assert tuple(one.facility for one in analysis_of(count_frame(published)).items) == FACILITY["7"]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none: Spark was not tried")
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed (tests/requirements-spark.txt): Spark was not tried")
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    yield session
    session.stop()


@pytest.mark.parametrize("section", ["6", "7"])
def test_published_figures_come_out_of_engines(section: str) -> None:
    table = polars.DataFrame(
        [one[:3] for one in lsat_rows(section)], schema=["learner", "item", "correct"], orient="row"
    )
    for native in (table, table.lazy(), duckdb_of(table)):
        analysis = analysis_of(count_frame(native))
        assert tuple(one.facility for one in analysis.items) == FACILITY[section]
        assert [one.discrimination for one in analysis.items] == pytest.approx(DISCRIMINATION[section], abs=0.0005)
        assert analysis.reliability.alpha == pytest.approx(ALPHA[section], abs=0.0005)


TWICE: list[TableRow] = [("a", "x", True, "", ""), ("a", "x", False, "", ""), ("b", "x", False, "", "")]


def test_in_memory_the_first_row_counts() -> None:
    assert dict(count_frame(in_polars(TWICE)).cells) == dict(counted_plainly(TWICE).cells)


def test_the_smallest_value_of_the_named_column_comes_first() -> None:
    backwards = in_polars(TWICE).with_columns(at=-polars.col("at"))
    for native in (backwards, backwards.lazy(), duckdb_of(backwards)):
        (item,) = analysis_of(count_frame(native, order="at")).items
        assert (item.n, item.right) == (2, 0)


@pytest.mark.parametrize("native", [in_polars(TWICE).lazy(), in_duckdb(TWICE)], ids=["polars", "DuckDB"])
def test_answers_given_twice_in_no_order_are_refused(native: Any) -> None:
    with pytest.raises(
        TableError,
        match=r"^class\.db: some learners answered an item twice, and no column says which answer came first\.$",
    ):
        count_frame(native, name="class.db")


def test_two_answers_at_the_same_time_are_refused() -> None:
    same = in_polars(TWICE).with_columns(at=polars.lit(1))
    with pytest.raises(TableError, match="have the same `at`"):
        count_frame(same, order="at")


@pytest.mark.parametrize(
    "cells",
    [
        polars.Series([1, 0, None], dtype=polars.Int8),
        polars.Series([True, False, None]),
        polars.Series(["1", "no", ""]),
        polars.Series(["TRUE", "False", None]),
        polars.Series([1.0, 0.0, float("nan")]),
    ],
    ids=["whole numbers", "booleans", "words", "capitals", "floats"],
)
def test_right_and_wrong_may_be_written_in_many_ways(cells: polars.Series) -> None:
    table = polars.DataFrame({"learner": [1, 2, 3], "item": ["x", "x", "x"], "correct": cells})
    for native in (table, duckdb_of(table)):
        (item,) = analysis_of(count_frame(native)).items
        assert (item.item, item.n, item.right) == ("x", 2, 1)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"correct": ["1", "perhaps"]}, "t, row 2: `correct` is `perhaps`. Write 1 or 0."),
        ({"sureness": ["very", "sure"]}, "t, row 1: `sureness` is `very`. Write sure, think, or nothing."),
        ({"learner": ["a", ""]}, "t, row 2: `learner` or `item` is empty or far too long. Write a short code."),
        ({"item": [None, "x"]}, "t, row 1: `learner` or `item` is empty or far too long. Write a short code."),
        ({"item": ["x" * 201, "x"]}, "t, row 1: `learner` or `item` is empty or far too long. Write a short code."),
    ],
)
def test_a_cell_that_means_nothing_is_told_with_its_row(changed: dict[str, list[Any]], told: str) -> None:
    table = polars.DataFrame({"learner": ["a", "b"], "item": ["x", "x"], "correct": ["1", "0"], **changed})
    with pytest.raises(TableError) as caught:
        count_frame(table, name="t")
    assert str(caught.value) == told
    with pytest.raises(TableError, match=told.split(": ")[1][:12]):
        count_frame(duckdb_of(table), name="t")


def test_a_column_that_is_missing_or_stands_twice_is_told() -> None:
    with pytest.raises(TableError, match=r"^t: there is no column `item`\. It needs: learner, item, correct\.$"):
        count_frame(polars.DataFrame({"learner": ["a"], "correct": [1]}), name="t")
    doubled = polars.DataFrame({"learner": ["a"], "item": ["x"], "Item": ["x"], "correct": [1]})
    with pytest.raises(TableError, match=r"^t: the column `item` stands there twice\. Take one out\.$"):
        count_frame(doubled, name="t")
    with pytest.raises(TableError, match="no column `occasion`"):
        count_frame(in_polars(TWICE), occasion="before")


def test_an_occasion_is_counted_alone() -> None:
    table = in_polars(TWICE).with_columns(occasion=polars.Series(["before", "after", "before"]))
    assert occasions_of(table) == occasions_of(duckdb_of(table)) == ["after", "before"]
    assert occasions_of(table, order="at") == ["before", "after"]
    assert occasions_of(in_polars(TWICE)) == []
    (item,) = analysis_of(count_frame(table.lazy(), occasion="after")).items
    assert (item.n, item.right) == (1, 0)


@each_engine
def test_an_empty_table_holds_no_answers(engine: str) -> None:
    for rows in ([], [("a", "x", None, "", "")]):
        counts = count_frame(ENGINES[engine](rows))  # type: ignore[arg-type]
        assert counts.items == ()
        assert analysis_of(counts) == analysis_of(count([]))
