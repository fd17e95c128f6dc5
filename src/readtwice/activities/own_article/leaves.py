"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from readtwice.article import Article, Span
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, in_words
from readtwice.page.own_text import ANSWERS
from readtwice.words import words

_KEY = re.compile(r"(?P<kind>number|pair|word|row|source|caption|part):(?P<place>[^:]{1,120})(?::(?P<box>[a-z]+))?")


def _written(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    if not isinstance(answer, Mapping) or not re.fullmatch(r"[0-9a-f]{12}", place):
        return None
    return {key: text for key, text in answer.items() if isinstance(text, str) and _KEY.fullmatch(str(key)) and text}


def _stands(_place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    for key, text in answer.items():
        found = _KEY.fullmatch(key)
        spans = spans_of(found["kind"], found["place"], pack.article) if found else ()
        if found and spans:
            yield (found["kind"], text), spans


def spans_of(kind: str, place: str, article: Article) -> tuple[Span, ...]:
    """Where an answer stands in the text; none where its key does not fit the text."""
    if kind in ("number", "word"):
        ends = re.findall(r"(\d{1,6})-(\d{1,6})", place)
        spans = tuple(Span(int(start), int(end)) for start, end in ends)
        return spans if all(one.start < one.end <= len(article.text) for one in spans) else ()
    known = {one.id: one.span for one in article.sentences} | {b.id: Span(b.start, b.end) for b in article.blocks}
    parts = place.split("_") if kind == "pair" else [place]
    return tuple(known[one] for one in parts if one in known)


def _told(part: Any) -> tuple[str, str]:
    kind, text = part
    labels = {code: label for group in words()["own_article"]["choices"].values() for code, label in group.items()}
    name = words()["own_article"]["mark"][kind]
    return (f"{name}: {labels[text]}", "") if text in labels else (name, in_words(text))


LEAVES = {ANSWERS: Leaves(written=_written, stands=_stands, told=_told)}
