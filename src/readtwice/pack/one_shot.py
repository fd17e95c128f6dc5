"""A one-shot: one lesson that stands alone. What is read, judged and tagged in it, minute by minute.

It points at items and captions of the pack and holds none of its own. Its minutes are the one source for the plan in
the notebook, on paper and in the teacher's guide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from readtwice.article import Article, Block
from readtwice.pack.item import Quote

MINUTES = 45
"""How long a one-shot takes: one lesson hour of most schools."""

MOST_WORDS = 90
"""Of the text on one slide, unless one paragraph has more."""

Cards = Literal["none", "before", "after"]
"""Which cards of the form pack a step asks: the entry cards (before), the exit cards (after), or none."""


@dataclass(frozen=True, slots=True)
class OneShotItem:
    """item of a step: the id of an item of the pack, and what a class talks over between its two votes on it."""

    item: str
    talk: str


@dataclass(frozen=True, slots=True)
class OneShotCaption:
    """caption of a step: the block of a caption that the pack has readings of, and what a class talks over.

    `words` are those on which a whole class votes by hands; each learner for themselves tags all words.
    """

    block: str
    words: tuple[Quote, ...]
    talk: str


@dataclass(frozen=True, slots=True)
class Step:
    """step: some minutes of the lesson. `does` says in one sentence what learners do in them.

    `read` holds parts of the article such as b04-b06; `items` and `captions` are done in this order.
    """

    id: str
    title: str
    minutes: int
    does: str
    cards: Cards = "none"
    read: tuple[str, ...] = ()
    items: tuple[OneShotItem, ...] = ()
    captions: tuple[OneShotCaption, ...] = ()


@dataclass(frozen=True, slots=True)
class OneShot:
    """one-shot: its steps in order, and the slug of the form pack that holds its entry and exit cards."""

    name: str
    form_pack: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long all steps take together."""
        return sum(step.minutes for step in self.steps)

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    @property
    def plan(self) -> tuple[tuple[int, int, Step], ...]:
        """Each step with the minute in which it begins and the one in which it ends, counted from 0."""
        ends = [sum(step.minutes for step in self.steps[: n + 1]) for n in range(len(self.steps))]
        return tuple((end - step.minutes, end, step) for end, step in zip(ends, self.steps, strict=True))


def parts_to_read(article: Article, blocks: Iterable[Block]) -> Iterator[str]:
    """Some of a text from block to block, as much in one part as a class can read on one slide.

    A heading stands with what it heads, and a caption with what it is printed under.
    """
    first, last, words = "", "", 0
    for group in _kept_together(blocks):
        more = sum(len(article.quote(block).split()) for block in group)
        if first and words + more > MOST_WORDS:
            yield f"{first}-{last}"
            first, words = "", 0
        first, last, words = first or group[0].id, group[-1].id, words + more
    if first:
        yield f"{first}-{last}"


def _kept_together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if group and group[-1].kind != "heading" and block.kind != "caption":
            yield group
            group = []
        group.append(block)
    if group:
        yield group
