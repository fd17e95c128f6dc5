"""Item analysis: how hard each item is, whether it tells learners apart, and how reliable a test is.

Everything is computed from the whole numbers in `counts`, so that any way of counting (plain Python, or a table
engine) gives the same figures. Sources of the formulas: corrected point-biserial, Ebel & Frisbie 1991; KR-20, Kuder &
Richardson 1937; its interval, Bonett 2002; alpha, Cronbach 1951; standard error of measurement, Allen & Yen 1979; wrong
options by the rest score of those who chose them, Haladyna & Downing 1993; the interval of a correlation, Fisher 1921;
that of a share, Wilson 1927.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import atanh, exp, sqrt, tanh
from statistics import NormalDist

from readtwice.statistics.counts import NOTHING, Alike, Counts, Sums, count
from readtwice.statistics.counts import Row as Row

CONFIDENCE = 0.95
ENOUGH_LEARNERS = 30
"""Below so many learners a discrimination carries no advice."""

ENOUGH_FOR_RELIABILITY = 10
"""Below so many learners no reliability is told: it would say how these few happened to answer."""

_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """One option of an item: how many chose it, of all who chose any, and how those did on all other items.

    `right` of `n` were marked right. `rest_mean` is their mean score on the other items, in points. `discrimination`,
    -1 to 1, is the correlation of having chosen it with that score: below 0 is as it should be for a wrong option; None
    where either does not vary.
    """

    choice: str
    n: int
    right: int
    share: float
    share_interval: tuple[float, float]
    rest_mean: float
    discrimination: float | None
    interval: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item. `facility` is the share right, 0 to 1. `discrimination`, -1 to 1, is the correlation of the item with
    the score on all other items; None where either does not vary. Intervals are 95 percent; None where there is none.

    `options` counts each choice and `choices` says more of each, the most frequent first; both are empty where choices
    are not known. Of those who were wrong and said how sure they were, `wrong_rated`, `wrong_sure` were sure.
    """

    item: str
    n: int
    right: int
    facility: float
    facility_interval: tuple[float, float]
    discrimination: float | None
    interval: tuple[float, float] | None
    options: Mapping[str, int]
    choices: tuple[OptionFigures, ...] = ()
    wrong_rated: int = 0
    wrong_sure: int = 0

    @property
    def advises(self) -> bool:
        """Whether there are learners enough for the discrimination to carry advice."""
        return self.n >= ENOUGH_LEARNERS and self.discrimination is not None


@dataclass(frozen=True, slots=True)
class Reliability:
    """Of the test, over learners who answered every item. `mean` and `sd` (population) are in points, as is `sem`, the
    standard error of measurement. None where scores do not vary or there are fewer than two items.

    Below 0, KR-20 says that the items pull against one another. It is no share of anything then, and the scores tell
    nobody apart: their error is as large as their spread, and never larger.
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

    @property
    def is_told(self) -> bool:
        """Whether there are learners enough for KR-20 and what follows from it."""
        return self.learners >= ENOUGH_FOR_RELIABILITY and self.kr20 is not None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Bonett's 95 percent interval of KR-20, which may begin below 0; None where it is not told, or is 1.

        `tests/bench` prints how often it holds the truth in simulated classes.
        """
        if not self.is_told or self.kr20 is None or self.kr20 >= 1:
            return None
        factor = exp(_Z * sqrt(2 * self.items / ((self.items - 1) * (self.learners - 2))))
        return 1 - (1 - self.kr20) * factor, 1 - (1 - self.kr20) / factor


@dataclass(frozen=True, slots=True)
class Analysis:
    """All items, in the order of their first appearance, and the test."""

    items: tuple[ItemFigures, ...]
    reliability: Reliability


def analyse(rows: Iterable[Row]) -> Analysis:
    """Analyse answers. A learner's first answer to an item counts. A missing answer counts as none, not as wrong."""
    return analysis_of(count(rows))


def analysis_of(counts: Counts) -> Analysis:
    """All figures from what was counted, whoever counted it."""
    cells: dict[str, dict[Alike, Sums]] = {item: {} for item in counts.items}
    for alike, sums in counts.cells.items():
        cells[alike.item][alike] = sums
    return Analysis(
        tuple(_item_figures(item, mine) for item, mine in cells.items()),
        _reliability(cells, counts.scores),
    )


def _total(cells: Mapping[Alike, Sums], wanted: Callable[[Alike], bool] = lambda _: True) -> Sums:
    total = NOTHING
    for alike, sums in cells.items():
        if wanted(alike):
            total = total.plus(sums)
    return total


def _item_figures(item: str, cells: Mapping[Alike, Sums]) -> ItemFigures:
    everyone, right = _total(cells), _total(cells, lambda one: one.right)
    r = _point_biserial(right, everyone)
    choices = _option_figures({alike: sums for alike, sums in cells.items() if alike.choice})
    wrong = {alike: sums for alike, sums in cells.items() if not alike.right}
    return ItemFigures(
        *(item, everyone.n, right.n, right.n / everyone.n, share_interval(right.n, everyone.n)),
        *(r, correlation_interval(r, everyone.n)),
        options={one.choice: one.n for one in choices},
        choices=choices,
        wrong_rated=_total(wrong, lambda one: one.sure is not None).n,
        wrong_sure=_total(wrong, lambda one: one.sure is True).n,
    )


def _option_figures(cells: Mapping[Alike, Sums]) -> tuple[OptionFigures, ...]:
    everyone = _total(cells)
    by_choice: dict[str, Sums] = {}
    right: dict[str, int] = {}
    for alike, sums in cells.items():
        by_choice[alike.choice] = by_choice.get(alike.choice, NOTHING).plus(sums)
        right[alike.choice] = right.get(alike.choice, 0) + sums.n * alike.right
    found = []
    for choice, sums in sorted(by_choice.items(), key=lambda one: (-one[1].n, one[0])):
        r = _point_biserial(sums, everyone)
        shares = (sums.n / everyone.n, share_interval(sums.n, everyone.n))
        figures = (*shares, sums.rest / sums.n, r, correlation_interval(r, everyone.n))
        found.append(OptionFigures(choice, sums.n, right[choice], *figures))
    return tuple(found)


def _point_biserial(some: Sums, everyone: Sums) -> float | None:
    """Correlation of being one of `some` with the rest score. None where one of the two does not vary."""
    n = everyone.n
    return _pearson(n, some.n, everyone.rest, some.n, everyone.rest_squared, some.rest)


def _pearson(n: int, x: int, y: int, xx: int, yy: int, xy: int) -> float | None:
    """From whole-number sums. The square roots are taken apart: the product of the two may be too large for a float."""
    spread_x, spread_y, joint = n * xx - x * x, n * yy - y * y, n * xy - x * y
    if not spread_x or not spread_y:
        return None
    if joint * joint == spread_x * spread_y:
        return 1.0 if joint > 0 else -1.0
    return joint / (sqrt(spread_x) * sqrt(spread_y))


def correlation_interval(r: float | None, n: int) -> tuple[float, float] | None:
    """Fisher's interval of a correlation. None for fewer than four pairs, or a correlation of one."""
    if r is None or n < 4 or abs(r) >= 1:
        return None
    half = _Z / sqrt(n - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def is_backwards(figures: ItemFigures, level: float) -> bool:
    """Whether those who did well on the other items clearly did worse on this one.

    `level`, 0 to 1, is how often that may be said by chance.
    """
    r, n = figures.discrimination, figures.n
    if r is None or n < 4 or r >= 0:
        return False
    return r <= -1 or atanh(r) + NormalDist().inv_cdf(1 - level) / sqrt(n - 3) < 0


def share_interval(right: int, n: int) -> tuple[float, float]:
    """Wilson's interval of a share. Raises ZeroDivisionError for n = 0."""
    p, z2 = right / n, _Z * _Z
    middle, half = (p + z2 / (2 * n)) / (1 + z2 / n), _Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def _reliability(cells: Mapping[str, Mapping[Alike, Sums]], scores: Mapping[int, int]) -> Reliability:
    n, k = sum(scores.values()), len(cells)
    if not n:
        return Reliability(0, k, 0.0, 0.0, None, None)
    total = sum(score * learners for score, learners in scores.items())
    squares = sum(score * score * learners for score, learners in scores.items())
    spread = n * squares - total * total  # n² times the variance, a whole number
    mean, sd = total / n, sqrt(spread) / n
    if not spread or k < 2:
        return Reliability(n, k, mean, sd, None, None)
    right = [_total(mine, lambda one: one.right and one.complete).n for mine in cells.values()]
    kr20 = k / (k - 1) * (1 - sum(one * (n - one) for one in right) / spread)
    return Reliability(n, k, mean, sd, kr20, sd * sqrt(1 - min(1.0, max(0.0, kr20))))
