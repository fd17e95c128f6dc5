"""Random long tables, and each engine's way to hold one."""

from __future__ import annotations

import functools
import itertools
import random
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from readtwice.statistics.counts import Counts, Response, count
from readtwice.statistics.items import Analysis, analysis_of

SURENESS = {"sure": True, "think": False, "": None}

ROWS = st.lists(
    st.tuples(
        st.sampled_from([f"learner {n}" for n in range(8)]),
        st.sampled_from(["x", "y", "z 2", "é"]),
        st.sampled_from([True, False, None]),
        st.sampled_from(["", "a", "b", "a, b"]),
        st.sampled_from(list(SURENESS)),
    ),
    max_size=60,
)
"""Learner, item, correct (None: not tried), choice, sureness; the same learner and item may stand there again."""

TableRow = tuple[str, str, bool | None, str, str]


def many_rows(learners: int, items: int, seed: int = 1) -> list[TableRow]:
    """A class large enough for all figures to exist, with gaps and second tries."""
    chance = random.Random(seed)
    rows: list[TableRow] = []
    for learner in range(learners):
        able = chance.random()
        for item in range(items):
            for _ in range(1 + (chance.random() < 0.05)):
                right = chance.random() < (able + item / items) / 2
                tried = right if chance.random() < 0.97 else None
                choice = "a" if right else chance.choice("bcd")
                rows.append((f"learner {learner}", f"item {item}", tried, choice, chance.choice(list(SURENESS))))
    return rows


def columns_of(rows: list[TableRow]) -> dict[str, list[Any]]:
    """The table by columns, with a column `at` that says in which order the answers came."""
    names = ("learner", "item", "correct", "choice", "sureness")
    columns: dict[str, list[Any]] = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    columns["correct"] = [None if one is None else int(one) for one in columns["correct"]]
    return columns | {"at": list(range(len(rows)))}


def counted_plainly(rows: list[TableRow]) -> Counts:
    """What plain Python counts."""
    return count(
        Response(learner, item, right, choice, SURENESS[sure]) for learner, item, right, choice, sure in rows
        if right is not None
    )  # fmt: skip


def figures(analysis: Analysis) -> dict[str, float | None]:
    """All figures by name, so that two analyses can be compared number by number."""
    test = analysis.reliability
    found: dict[str, float | None] = {
        "learners": test.learners, "items": test.items, "mean": test.mean, "sd": test.sd, "kr20": test.kr20,
        "sem": test.sem,
    }  # fmt: skip
    for one in analysis.items:
        numbers: dict[str, Any] = {"n": one.n, "facility": one.facility, "r": one.discrimination}
        numbers |= {"low": one.interval and one.interval[0], "rated": one.wrong_rated, "sure": one.wrong_sure}
        for option in one.choices:
            numbers |= {f"{option.choice} n": option.n, f"{option.choice} rest": option.rest_mean}
            numbers |= {f"{option.choice} r": option.discrimination}
        found |= {f"{one.item}: {name}": number for name, number in numbers.items()}
    return found


def largest_difference(counts: Counts, rows: list[TableRow]) -> float:
    """Between figures of some counts and those of plain Python. Infinite where only one of the two has a figure."""
    ours, theirs = figures(analysis_of(counts)), figures(analysis_of(counted_plainly(rows)))
    if ours.keys() != theirs.keys():
        return float("inf")
    apart = 0.0
    for name, one in ours.items():
        other = theirs[name]
        if (one is None) != (other is None):
            return float("inf")
        apart = max(apart, abs((one or 0) - (other or 0)))
    return apart


def in_polars(rows: list[TableRow]) -> Any:
    """A table in memory, whose rows have an order."""
    import polars

    types = {"learner": polars.String, "item": polars.String, "correct": polars.Int8, "choice": polars.String}
    return polars.DataFrame(columns_of(rows), schema={**types, "sureness": polars.String, "at": polars.Int64})


def in_duckdb(rows: list[TableRow]) -> Any:
    """A relation, whose rows have none."""
    return duckdb_of(in_polars(rows))


def duckdb_of(frame: Any) -> Any:
    """A relation with the rows of a polars DataFrame, by way of Parquet: DuckDB takes frames by Arrow alone."""
    connection, name = _duckdb(), f"answers_{next(_NUMBERS)}"
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        frame.write_parquet(file.name)
        connection.execute(f"create table {name} as select * from read_parquet('{file.name}')")
    return connection.table(name)


_NUMBERS = itertools.count()


@functools.cache
def _duckdb() -> Any:
    """One database in memory for all tests: starting one takes longer than the tests do."""
    import duckdb

    return duckdb.connect()


ENGINES: dict[str, Callable[[list[TableRow]], Any]] = {
    "polars, in memory": in_polars,
    "polars, lazy": lambda rows: in_polars(rows).lazy(),
    "DuckDB": in_duckdb,
}


def write_answers(path: Path, learners: int = 200_000, items: int = 50) -> int:
    """A Parquet file: learners of differing ability answer items of differing difficulty. Returns how many answers."""
    import polars as pl

    count = learners * items
    number = pl.int_range(0, count, eager=True).alias("number").to_frame().lazy()
    learner, item = pl.col("number") // items, pl.col("number") % items
    chance = pl.col("number").hash(7)
    share = 0.3 + 0.4 * (learner.hash(3) % 100) / 100 + 0.2 * item / items
    number.select(
        learner=pl.format("learner-{}", learner),
        item=pl.format("item-{}", item),
        correct=((chance % 1000) / 1000 < share).cast(pl.Int8),
        wrong=pl.format("wrong {}", chance // 1000 % 3),
    ).with_columns(choice=pl.when(pl.col("correct") == 1).then(pl.lit("right")).otherwise(pl.col("wrong"))).drop(
        "wrong"
    ).collect().write_parquet(path)
    return count
