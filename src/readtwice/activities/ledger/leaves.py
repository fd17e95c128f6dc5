"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.kept import LEDGER
from readtwice.page.leaving import Leaves, in_words, texts

PIN = ("topic", "sentence", "who", "position", "date", "number")
"""The fields of a pin. All but the first two are the learner's own words."""


def _written(place: str, answer: Any, pack: Pack) -> list[dict[str, str]] | None:
    blocks = {block.id for block in pack.article.blocks}
    if not set(place.split("-")) <= blocks or not isinstance(answer, list):
        return None
    return [texts(pin, PIN) for pin in answer if isinstance(pin, Mapping)]


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    known = {sentence.id: sentence.span for sentence in pack.article.sentences}
    for pin in answer:
        if (sentence := pin.get("sentence", "")) in known:
            yield pin, (known[sentence],)


def _told(pin: Any) -> tuple[str, str]:
    written = [in_words(pin.get(name, "")) for name in ("who", "position", "date", "number")]
    return in_words(pin.get("topic", "")), "; ".join(filter(None, written))


LEAVES = {LEDGER: Leaves(written=_written, stands=_stands, told=_told)}
