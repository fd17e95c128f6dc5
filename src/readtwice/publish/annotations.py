"""All marks of a record as W3C Web Annotations in JSON-LD, and back.

Source of the terms: W3C, Web Annotation Data Model and Vocabulary (23 February 2017). A mark on two sentences has two
targets. What the mark is stands in a body for people (classifying) and in one for programs (describing, JSON).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from readtwice.article import Article, Span, SpanNotFound, find_span, selectors_for
from readtwice.marking.fact_check import FACT_CHECK
from readtwice.pack import Pack, Quote
from readtwice.publish.inert import inert
from readtwice.record import Event
from readtwice.words import say

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MAXIMUM_CHARACTERS = 20_000_000


class UnreadableAnnotations(ValueError):
    """A text that holds no annotations of this course; the message is one sentence for a person."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: on which item, on what occasion, the answer as it was saved, and where it stands in the article."""

    id: str
    item: str
    occasion: str
    answer: Any
    time: str
    spans: tuple[Span, ...]


def marks(events: Iterable[Event], pack: Pack) -> tuple[Mark, ...]:
    """All answers that stand on words of the article, in the order in which they were given."""
    found = []
    for event in sorted(events, key=lambda event: event.order):
        spans = tuple(_spans(event, pack))
        if event.kind == "answer" and spans:
            found.append(Mark(event.id, event.item, event.occasion, event.answer, event.time, spans))
    return tuple(found)


def as_annotations(events: Iterable[Event], pack: Pack) -> str:
    """The marks as one AnnotationCollection with one page in it."""
    made = [_annotation(mark, pack) for mark in marks(events, pack)]
    collection = f"urn:readtwice:{pack.slug}:marks"
    page = {"id": f"{collection}:page1", "type": "AnnotationPage", "startIndex": 0, "items": made}
    document = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": say("publish.marks_label", title=pack.article.title),
        "total": len(made),
        "first": page,
    }
    return json.dumps(document, ensure_ascii=True, indent=1) + "\n"


def marks_from_annotations(text: str, article: Article) -> tuple[Mark, ...]:
    """The marks in a text made by `as_annotations`, found again in an article that may have been edited since.

    A mark whose words stand nowhere any more keeps the spans that were found. Raises UnreadableAnnotations.
    """
    if len(text) > MAXIMUM_CHARACTERS:
        raise UnreadableAnnotations("The file is far too large for annotations of one article.")
    try:
        items = json.loads(text)["first"]["items"]
        return tuple(_mark(item, article) for item in items)
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError) as error:
        raise UnreadableAnnotations(f"These are no annotations of this course ({type(error).__name__}).") from None


def _annotation(mark: Mark, pack: Pack) -> dict[str, Any]:
    source = f"urn:readtwice:{pack.slug}"
    described = json.dumps({"item": mark.item, "occasion": mark.occasion, "answer": mark.answer}, sort_keys=True)
    return {
        "id": f"urn:readtwice:mark:{mark.id}",
        "type": "Annotation",
        "created": mark.time,
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": _in_words(mark.answer)},
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": described},
        ],
        "target": [{"source": source, "selector": selectors_for(pack.article.text, span)} for span in mark.spans],
    }


def _mark(item: dict[str, Any], article: Article) -> Mark:
    body = next(body for body in item["body"] if body["purpose"] == "describing")
    told = json.loads(body["value"])
    spans = []
    for target in item["target"]:
        try:
            spans.append(find_span(article.text, target["selector"]))
        except SpanNotFound:
            continue
    return Mark(
        item["id"].rpartition(":")[2], told["item"], told["occasion"], told["answer"], item["created"], tuple(spans)
    )


def _in_words(answer: object) -> str:
    """An answer as a person reads it, hidden characters named."""
    if isinstance(answer, dict):
        return "; ".join(f"{inert(str(name))}: {_in_words(value)}" for name, value in answer.items())
    if isinstance(answer, (list, tuple)):
        return "; ".join(_in_words(part) for part in answer)
    return inert(str(answer))


def _spans(event: Event, pack: Pack) -> Iterator[Span]:
    """Where an answer stands in the article; nothing for one that stands nowhere."""
    yield from (quote.span for quote in _quotes(event.item, pack))
    for prefix, blocks in (("caption-", False), ("rewrite-", True), ("swap-", True)):
        block_id = event.item.removeprefix(prefix)
        if event.item.startswith(prefix) and block_id in {block.id for block in pack.article.blocks}:
            block = pack.article.block(block_id)
            tagged = event.answer if not blocks and isinstance(event.answer, list) else None
            yield from _tagged(tagged, pack, block_id) if tagged is not None else (Span(block.start, block.end),)
    known = {sentence.id: sentence.span for sentence in pack.article.sentences}
    if event.item.startswith("hunt-"):
        yield from (known[one] for one in (event.item.removeprefix("hunt-"), event.answer) if one in known)
    if event.item.startswith("ledger-") and isinstance(event.answer, list):
        pins = [pin.get("sentence") for pin in event.answer if isinstance(pin, dict)]
        yield from (known[pin] for pin in dict.fromkeys(pins) if isinstance(pin, str) and pin in known)


def _quotes(item_id: str, pack: Pack) -> tuple[Quote, ...]:
    for item in pack.items:
        if item_id in (item.id, f"shelf-{item.id}"):
            return item.shown
    for prefix, rows in (
        ("voices-", pack.voices.quotes if pack.voices else ()),
        ("timeline-", pack.timeline.statements if pack.timeline else ()),
        ("drift-", pack.drifts.rows if pack.drifts else ()),
        (FACT_CHECK, pack.fact_checks.claims if pack.fact_checks else ()),
    ):
        for row in rows:
            if item_id == prefix + row.id:
                return (row.quote,)
    return ()


def _tagged(tags: list[Any], pack: Pack, block_id: str) -> Iterator[Span]:
    """The words of a caption that have a tag."""
    from readtwice.marking.caption_key import caption_words

    for word, tag in zip(caption_words(pack.article, block_id), tags, strict=False):
        if tag:
            yield Span(word.start, word.end)
