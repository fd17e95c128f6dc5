"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, in_words, is_one
from readtwice.words import words


def _swap(place: str, answer: Any, pack: Pack) -> str | None:
    known = {block.id for block in pack.article.blocks}
    return answer if place in known and is_one(answer, words()["swap"]["choices"]) else None


def _rewrite(place: str, answer: Any, pack: Pack) -> str | None:
    known = {block.id for block in pack.article.blocks}
    return answer if place in known and isinstance(answer, str) else None


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    block = pack.article.block(place)
    yield answer, (Span(block.start, block.end),)


LEAVES = {
    "swap-": Leaves(_swap, stands=_stands),
    "rewrite-": Leaves(written=_rewrite, stands=_stands, told=lambda answer: ("", in_words(answer))),
}
