"""Item analysis, held against a published data set and against other ways to compute the same."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.statistics.counts import Alike, Counts, Response, Sums, count
from readtwice.statistics.items import analyse, analysis_of, correlation_interval, share_interval
from tests.statistics.published import ALPHA, DISCRIMINATION, FACILITY, SCORES_OF_6, SEM_OF_7, lsat_rows


@pytest.mark.parametrize("section", ["6", "7"])
def test_published_difficulties_and_reliability_come_out(section: str) -> None:
    analysis = analyse(lsat_rows(section))
    assert tuple(one.facility for one in analysis.items) == FACILITY[section]
    assert [one.n for one in analysis.items] == [1000] * 5
    found = [one.discrimination for one in analysis.items]
    assert found == pytest.approx(DISCRIMINATION[section], abs=0.00005 if section == "6" else 0.0005)
    assert analysis.reliability.learners == 1000
    assert analysis.reliability.alpha == pytest.approx(ALPHA[section], abs=0.00005 if section == "6" else 0.0005)
    if section == "7":
        assert analysis.reliability.sem == pytest.approx(SEM_OF_7, abs=0.0005)
    else:
        assert count(lsat_rows(section)).scores == SCORES_OF_6


ANSWERS = st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=3, max_size=40)


def rows_of(matrix: list[list[bool]]) -> list[Response]:
    return [Response(f"l{i}", f"i{j}", one, "ab"[one]) for i, row in enumerate(matrix) for j, one in enumerate(row)]


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


CHOICES = st.lists(
    st.tuples(*[st.tuples(st.sampled_from("abc"), st.sampled_from([True, False, None]))] * 3), min_size=2, max_size=25
)


@given(CHOICES)
def test_options_and_sureness_are_those_of_the_textbook(answers: list[tuple[tuple[str, bool | None], ...]]) -> None:
    """The key is a, b, c in turn."""
    rows = [
        Response(f"l{who}", f"i{place}", choice == "abc"[place], choice, sure)
        for who, given_ in enumerate(answers)
        for place, (choice, sure) in enumerate(given_)
    ]
    scores = [sum(choice == "abc"[place] for place, (choice, _) in enumerate(one)) for one in answers]
    for place, item in enumerate(analyse(rows).items):
        mine = [one[place] for one in answers]
        rest = [score - (choice == "abc"[place]) for score, (choice, _) in zip(scores, mine, strict=True)]
        assert [one.n for one in item.choices] == sorted((one.n for one in item.choices), reverse=True)
        assert sum(one.share for one in item.choices) == pytest.approx(1)
        for one in item.choices:
            chose = [int(choice == one.choice) for choice, _ in mine]
            assert item.options[one.choice] == one.n == sum(chose)
            assert one.right == (one.n if one.choice == "abc"[place] else 0)
            of_choosers = [score for score, it in zip(rest, chose, strict=True) if it]
            assert one.rest_mean == pytest.approx(statistics.fmean(of_choosers), abs=1e-9)
            varies = len(set(chose)) > 1 and len(set(rest)) > 1
            assert one.discrimination == (
                pytest.approx(statistics.correlation(chose, rest), abs=1e-9) if varies else None
            )
        wrong = [sure for choice, sure in mine if choice != "abc"[place]]
        assert (item.wrong_rated, item.wrong_sure) == (sum(one is not None for one in wrong), wrong.count(True))


def test_no_advice_comes_from_fewer_than_thirty() -> None:
    twenty_nine, thirty = ([[who % 2 == 0, who % 2 == 0] for who in range(n)] for n in (29, 30))
    assert not any(one.advises for one in analyse(rows_of(twenty_nine)).items)
    assert all(one.advises for one in analyse(rows_of(thirty)).items)
    same = analyse(rows_of([[True, True]] * 40)).items
    assert not any(one.advises for one in same), "where nothing varies, nothing is told apart"


def test_a_cohort_of_a_thousand_million_is_exact() -> None:
    """Twice the same people have the same figures: also where a float would have lost the last places."""
    few = count(lsat_rows("7"))
    times = 10**6 + 1
    many = Counts(
        {alike: Sums(*(times * one for one in sums)) for alike, sums in few.cells.items()},
        {score: times * learners for score, learners in few.scores.items()},
    )
    one, other = analysis_of(few), analysis_of(many)
    assert [item.facility for item in one.items] == [item.facility for item in other.items]
    for item, same in zip(one.items, other.items, strict=True):
        assert same.discrimination == pytest.approx(item.discrimination, rel=1e-14)
    assert other.reliability.kr20 == pytest.approx(one.reliability.kr20, rel=1e-14)
    assert other.reliability.learners == 1_000_001_000


def test_a_perfect_correlation_is_one_and_has_no_interval() -> None:
    cells = {Alike("x", right, "", None, True): Sums(3 * 10**9, 7 * right * 3 * 10**9, 49 * right * 3 * 10**9)
             for right in (True, False)}  # fmt: skip
    (item,) = analysis_of(Counts(cells, {})).items
    assert item.discrimination == 1.0
    assert item.interval is None


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
    assert correlation_interval(0.5, 3) is None
    assert correlation_interval(1.0, 30) is None
    low, high = correlation_interval(0.5, 30)  # type: ignore[misc]
    assert (round(low, 3), round(high, 3)) == (0.170, 0.729)
