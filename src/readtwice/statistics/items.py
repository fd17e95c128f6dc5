"""Item analysis: how hard each item is, whether it tells learners apart, and how reliable a test is.

Everything is computed from whole-number sums, so that any way of counting (plain Python, or a table engine) gives the
same figures. Sources of the formulas: corrected point-biserial, Ebel & Frisbie 1991; KR-20, Kuder & Richardson 1937;
alpha, Cronbach 1951; the interval of a correlation, Fisher 1921; that of a share, Wilson 1927.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import NormalDist

CONFIDENCE = 0.95
ENOUGH_LEARNERS = 30
"""Below so many learners a discrimination carries no advice."""

_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item. `facility` is the share right, 0 to 1. `discrimination`, -1 to 1, is the correlation of the item with
    the score on all other items; None where either does not vary. Intervals are 95 percent; None where there is none.
    """

    item: str
    n: int
    right: int
    facility: float
    facility_interval: tuple[float, float]
    discrimination: float | None
    interval: tuple[float, float] | None
    options: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of the test, over learners who answered every item. `mean` and `sd` (population) are in points, as is `sem`, the
    standard error of measurement. None where scores do not vary or there are fewer than two items.
    """

    learners: int
    items: int
    mean: float
    sd: float
    kr20: float | None
    sem: float | None

    @property
    def alpha(self) -> float | None:
        """Cronbach's alpha: for items that are right or wrong it is KR-20."""
        return self.kr20


@dataclass(frozen=True, slots=True)
class Analysis:
    """All items, in the order of their first appearance, and the test."""

    items: tuple[ItemFigures, ...]
    reliability: Reliability


Row = tuple[str, str, bool, str]
"""Learner, item, whether right, and what was chosen (empty where that is not known)."""


def analyse(rows: Iterable[Row]) -> Analysis:
    """Analyse answers. A learner's first answer to an item counts. A missing answer counts as none, not as wrong."""
    answers: dict[str, dict[str, bool]] = {}
    options: dict[str, dict[str, int]] = {}
    for learner, item, right, choice in rows:
        given = answers.setdefault(learner, {})
        counts = options.setdefault(item, {})
        if item in given:
            continue
        given[item] = right
        if choice:
            counts[choice] = counts.get(choice, 0) + 1
    items = list(options)
    totals = {learner: sum(given.values()) for learner, given in answers.items()}
    figures = tuple(_figures(item, answers, totals, options[item]) for item in items)
    return Analysis(figures, _reliability(answers, items))


def _figures(
    item: str, answers: dict[str, dict[str, bool]], totals: dict[str, int], options: dict[str, int]
) -> ItemFigures:
    pairs = [(int(given[item]), totals[learner] - given[item]) for learner, given in answers.items() if item in given]
    n, right = len(pairs), sum(one for one, _ in pairs)
    r = correlation(pairs)
    return ItemFigures(item, n, right, right / n, share_interval(right, n), r, correlation_interval(r, n), options)


def correlation(pairs: Iterable[tuple[int, int]]) -> float | None:
    """Pearson's r of whole numbers, from exact sums. None where one of the two does not vary."""
    n = x = y = xx = yy = xy = 0
    for a, b in pairs:
        n, x, y, xx, yy, xy = n + 1, x + a, y + b, xx + a * a, yy + b * b, xy + a * b
    spread = (n * xx - x * x) * (n * yy - y * y)
    return (n * xy - x * y) / sqrt(spread) if spread else None


def correlation_interval(r: float | None, n: int) -> tuple[float, float] | None:
    """Fisher's interval of a correlation. None for fewer than four pairs, or a correlation of one."""
    if r is None or n < 4 or abs(r) >= 1:
        return None
    half = _Z / sqrt(n - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def share_interval(right: int, n: int) -> tuple[float, float]:
    """Wilson's interval of a share. Raises ZeroDivisionError for n = 0."""
    p, z2 = right / n, _Z * _Z
    middle, half = (p + z2 / (2 * n)) / (1 + z2 / n), _Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def _reliability(answers: dict[str, dict[str, bool]], items: list[str]) -> Reliability:
    whole = [given for given in answers.values() if len(given) == len(items)]
    n, k = len(whole), len(items)
    scores = [sum(given.values()) for given in whole]
    total, squares = sum(scores), sum(score * score for score in scores)
    if not n:
        return Reliability(0, k, 0.0, 0.0, None, None)
    variance = (n * squares - total * total) / (n * n)
    mean, sd = total / n, sqrt(variance)
    if not variance or k < 2:
        return Reliability(n, k, mean, sd, None, None)
    right = [sum(given[item] for given in whole) for item in items]
    p_q = sum(one * (n - one) for one in right) / (n * n)
    kr20 = k / (k - 1) * (1 - p_q / variance)
    return Reliability(n, k, mean, sd, kr20, sd * sqrt(max(0.0, 1 - kr20)))
