"""Item analysis, held against a published data set and against other ways to compute the same."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.statistics.items import Row, analyse, correlation, correlation_interval, share_interval

PATTERNS = (
    *("00000 3", "00001 6", "00010 2", "00011 11", "00100 1", "00101 1", "00110 3", "00111 4"),
    *("01000 1", "01001 8", "01010 0", "01011 16", "01100 0", "01101 3", "01110 2", "01111 15"),
    *("10000 10", "10001 29", "10010 14", "10011 81", "10100 3", "10101 28", "10110 15", "10111 80"),
    *("11000 16", "11001 56", "11010 21", "11011 173", "11100 11", "11101 61", "11110 28", "11111 298"),
)
"""The five items of section 6 of the Law School Admission Test and 1,000 people: how many had each pattern of right
answers. Source: Bock & Lieberman (1970), Psychometrika 35, 179-197."""


def lsat_rows() -> list[Row]:
    rows, person = [], 0
    for pattern, count in (line.split() for line in PATTERNS):
        for _ in range(int(count)):
            person += 1
            rows += [(f"p{person}", f"item {place}", one == "1", "") for place, one in enumerate(pattern, start=1)]
    return rows


def test_published_difficulties_and_reliability_come_out() -> None:
    analysis = analyse(lsat_rows())
    assert [one.facility for one in analysis.items] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert [one.n for one in analysis.items] == [1000] * 5
    assert analysis.reliability.learners == 1000
    assert analysis.reliability.alpha == pytest.approx(0.295, abs=0.0005)


ANSWERS = st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=3, max_size=40)


def rows_of(matrix: list[list[bool]]) -> list[Row]:
    return [(f"l{i}", f"i{j}", one, "ab"[one]) for i, row in enumerate(matrix) for j, one in enumerate(row)]


@given(ANSWERS)
def test_the_figures_are_those_of_the_textbook(matrix: list[list[bool]]) -> None:
    analysis = analyse(rows_of(matrix))
    for place, one in enumerate(analysis.items):
        right = [int(row[place]) for row in matrix]
        rest = [sum(row) - row[place] for row in matrix]
        assert one.facility == statistics.fmean(right)
        if len(set(right)) > 1 and len(set(rest)) > 1:
            assert one.discrimination == pytest.approx(statistics.correlation(right, rest), abs=1e-9)
        else:
            assert one.discrimination is None
        assert sum(one.options.values()) == one.n == len(matrix)
    scores = [sum(row) for row in matrix]
    variance = statistics.pvariance(scores)
    if variance:
        parts = sum(statistics.pvariance([int(row[place]) for row in matrix]) for place in range(4))
        assert analysis.reliability.alpha == pytest.approx(4 / 3 * (1 - parts / variance), abs=1e-9)
    else:
        assert analysis.reliability.alpha is None


@given(ANSWERS, st.randoms())
def test_no_order_of_the_rows_changes_a_figure(matrix: list[list[bool]], chance: object) -> None:
    rows = rows_of(matrix)
    mixed = rows[:]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    by_item = {one.item: one for one in analyse(rows).items}
    assert {one.item: one for one in analyse(mixed).items} == by_item
    assert analyse(mixed).reliability == analyse(rows).reliability


def test_the_first_answer_counts_and_a_missing_one_is_not_a_wrong_one() -> None:
    analysis = analyse([("a", "x", True, ""), ("a", "x", False, ""), ("b", "x", False, ""), ("b", "y", True, "")])
    assert [(one.item, one.n, one.right) for one in analysis.items] == [("x", 2, 1), ("y", 1, 1)]
    assert analysis.reliability.learners == 1, "only b answered everything"


@given(st.integers(0, 50), st.integers(1, 50))
def test_an_interval_holds_its_share(right: int, more: int) -> None:
    n = right + more - 1 or 1
    low, high = share_interval(min(right, n), n)
    share = min(right, n) / n
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


def test_nothing_is_said_where_nothing_can_be() -> None:
    assert analyse([]).items == ()
    assert analyse([]).reliability.kr20 is None
    assert correlation([]) is None
    assert correlation_interval(0.5, 3) is None
    assert correlation_interval(1.0, 30) is None
    low, high = correlation_interval(0.5, 30)  # type: ignore[misc]
    assert (round(low, 3), round(high, 3)) == (0.170, 0.729)
