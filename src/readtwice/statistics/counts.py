"""What is counted in a long table of answers, once, before anything is worked out from it.

Whoever counts, plain Python here or a table engine in `frames`, hands over the same whole numbers; `items` alone
makes figures of them. So figures cannot differ between engines, and nothing is rounded while it is summed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Response(NamedTuple):
    """One learner's answer to one item.

    `choice` is empty where it is not known, `sure` None where the learner did not say.
    """

    learner: str
    item: str
    right: bool
    choice: str = ""
    sure: bool | None = None


class Alike(NamedTuple):
    """What answers that are counted together have in common. `complete`: the learner answered every item."""

    item: str
    right: bool
    choice: str
    sure: bool | None
    complete: bool


class Sums(NamedTuple):
    """How many answers are alike, and over them the sums of their learners' rest scores and of its squares.

    A learner's rest score for an item is the number of other items that the learner got right.
    """

    n: int
    rest: int
    rest_squared: int

    def plus(self, other: Sums) -> Sums:
        """Both together."""
        return Sums(self.n + other.n, self.rest + other.rest, self.rest_squared + other.rest_squared)


NOTHING = Sums(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Counts:
    """All that figures need. Items stand in `cells` in the order in which the table first names them.

    `scores` has, for each score, how many learners who answered every item got it.
    """

    cells: Mapping[Alike, Sums]
    scores: Mapping[int, int]

    @property
    def items(self) -> tuple[str, ...]:
        """The items, each once, in their order."""
        return tuple(dict.fromkeys(alike.item for alike in self.cells))


_Given = tuple[bool, str, bool | None]
"""Whether right, what was chosen, whether sure."""

Row = Response | tuple[str, str, bool, str]
"""A response, or its first four parts."""


def count(rows: Iterable[Row]) -> Counts:
    """Count answers in plain Python. A learner's first answer to an item counts, in the order of the rows.

    A missing answer counts as none, not as wrong.
    """
    answers: dict[str, dict[str, _Given]] = {}
    items: dict[str, int] = {}
    shared: dict[_Given, _Given] = {}
    for row in rows:
        learner, item, right, choice, sure = row if len(row) == 5 else Response(*row)
        given = answers.setdefault(learner, {})
        if item not in given:
            items.setdefault(item, len(items))
            answer = (bool(right), choice, sure)
            given[item] = shared.setdefault(answer, answer)  # one object for all answers alike, or memory runs short
    tally: Counter[tuple[str, _Given, bool, int]] = Counter()
    scores: Counter[int] = Counter()
    for given in answers.values():
        score = sum(right for right, _, _ in given.values())
        complete = len(given) == len(items)
        scores[score] += complete
        tally.update((item, answer, complete, score) for item, answer in given.items())
    cells: dict[Alike, Sums] = {}
    for (item, (right, choice, sure), complete, score), n in sorted(tally.items(), key=lambda one: items[one[0][0]]):
        alike, rest = Alike(item, right, choice, sure, complete), score - right
        cells[alike] = cells.get(alike, NOTHING).plus(Sums(n, n * rest, n * rest * rest))
    return Counts(cells, {score: learners for score, learners in sorted(scores.items()) if learners})
