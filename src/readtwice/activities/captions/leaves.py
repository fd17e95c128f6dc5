"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from readtwice.article import Span
from readtwice.marking.caption_key import CAPTION, caption_words
from readtwice.pack import Pack
from readtwice.pack.captions import TAGS
from readtwice.page.leaving import Leaves, are_all


def _chosen(place: str, answer: Any, pack: Pack) -> list[str] | None:
    if place not in {block.id for block in pack.article.blocks} or not are_all(answer, {*TAGS, ""}):
        return None
    return list(answer)[: len(caption_words(pack.article, place))]


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    """Each tag with the words, one after the other, that have it."""
    pairs = zip(answer, caption_words(pack.article, place), strict=False)
    for tag, run in groupby(pairs, key=lambda pair: pair[0]):
        tagged = [word for _, word in run]
        if tag:
            yield tag, (Span(tagged[0].start, tagged[-1].end),)


LEAVES = {CAPTION: Leaves(_chosen, stands=_stands)}
