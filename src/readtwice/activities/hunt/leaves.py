"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.kept import HUNT
from readtwice.page.leaving import Leaves, is_one

NO_PARTNER = "none"


def _chosen(place: str, answer: Any, pack: Pack) -> str | None:
    known = {sentence.id for sentence in pack.article.sentences}
    return answer if place.replace("-", ".") in known and is_one(answer, {*known, NO_PARTNER}) else None


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    known = {sentence.id: sentence.span for sentence in pack.article.sentences}
    yield answer, tuple(known[end] for end in (place.replace("-", "."), answer) if end in known)


LEAVES = {HUNT: Leaves(_chosen, stands=_stands)}
