"""All marks of a record as W3C Web Annotations in JSON-LD, and back.

Source of the terms: W3C, Web Annotation Data Model and Vocabulary (23 February 2017). A mark on two sentences has two
targets. What may be in a mark is named in `leaving`; a learner's own words are in it, and the label says so. What the
mark is stands in bodies for people (classifying, commenting) and in one for programs (describing,
JSON). Every body holds for every target, so a caption gives one mark a tagged stretch, and a ledger one a pin.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote, unquote

from readtwice.activities import leaves_of
from readtwice.article import Article, Span, SpanNotFound, find_span, selectors_for
from readtwice.pack import Pack
from readtwice.page.inert import cut, json_text
from readtwice.page.leaving import in_words, stands_on_item
from readtwice.publish.leaving import chosen, occasion, written
from readtwice.record import Event
from readtwice.words import say, words

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PURPOSES = ("classifying", "commenting")
MAXIMUM_CHARACTERS = 20_000_000


class UnreadableAnnotations(ValueError):
    """A text that holds no annotations of this course; the message is one sentence for a person."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: on which item, on what occasion, what was chosen or written, and where it stands in the article.

    A text in it that is far too long is cut, and says so. `id` is the event's, with a number after it where one event
    gives several marks.
    """

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
        answer = chosen(event, pack)
        answer = written(event, pack) if answer is None else answer
        parts = [] if answer is None else list(_parts(event.item, answer, pack))
        for number, (part, spans) in enumerate(parts, start=1):
            mark_id = _named(event) if len(parts) == 1 else f"{_named(event)}.{number}"
            found.append(Mark(mark_id, event.item, occasion(event), _all_cut(part), event.time, spans))
    return tuple(found)


def _named(event: Event) -> str:
    """The event's id where it is one of ours, else one made from it: so that it can say nothing."""
    is_ours = len(event.id) == 32 and set(event.id) <= set("0123456789abcdef")
    return event.id if is_ours else sha256(event.id.encode("utf-8", "surrogatepass")).hexdigest()[:32]


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
    return json_text(document, indent=1)


def marks_from_annotations(text: str, article: Article) -> tuple[Mark, ...]:
    """The marks in a text made by `as_annotations`, found again in an article that may have been edited since.

    A mark whose words stand nowhere any more keeps the spans that were found. Raises UnreadableAnnotations.
    """
    if len(text) > MAXIMUM_CHARACTERS:
        raise UnreadableAnnotations(say("error.publish.file_too_large"))
    try:
        items = json.loads(text)["first"]["items"]
        return tuple(_mark(item, article) for item in items)
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError) as error:
        raise UnreadableAnnotations(say("error.publish.not_annotations", reason=type(error).__name__)) from None


def _annotation(mark: Mark, pack: Pack) -> dict[str, Any]:
    source = f"urn:readtwice:{pack.slug}"
    described = json.dumps({"item": mark.item, "occasion": mark.occasion, "answer": mark.answer}, sort_keys=True)
    bodies = [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}
        for purpose, value in zip(PURPOSES, _in_two_parts(mark, pack), strict=True)
        if value.strip()
    ]
    return {
        "id": f"urn:readtwice:mark:{quote(mark.id, safe='', errors='surrogatepass')}",
        "type": "Annotation",
        "created": mark.time,
        "motivation": bodies[0]["purpose"] if bodies else PURPOSES[0],
        "body": [
            *bodies,
            {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": described},
        ],
        "target": [{"source": source, "selector": selectors_for(pack.article.text, span)} for span in mark.spans],
    }


def _in_two_parts(mark: Mark, pack: Pack) -> tuple[str, str]:
    """What the mark calls its words, and what is written about them; either may be empty."""
    kind = next((item.kind for item in pack.items if item.id == mark.item), "")
    if not kind and (found := leaves_of(mark.item)):
        return found[0].told(mark.answer)
    verdicts = words()["verdict"].get(kind, {})
    if isinstance(mark.answer, list):
        return "; ".join(verdicts[part] if part in verdicts else in_words(part) for part in mark.answer), ""
    return in_words(mark.answer), ""


def _mark(item: dict[str, Any], article: Article) -> Mark:
    body = next(body for body in item["body"] if body["purpose"] == "describing")
    told = json.loads(body["value"])
    spans = []
    for target in item["target"]:
        try:
            spans.append(find_span(article.text, target["selector"]))
        except SpanNotFound:
            continue
    mark_id = unquote(item["id"].rpartition(":")[2], errors="surrogatepass")
    texts = (mark_id, told["item"], told["occasion"], item["created"])
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(say("error.publish.mark_not_named"))
    return Mark(mark_id, told["item"], told["occasion"], told["answer"], item["created"], tuple(spans))


def _all_cut(answer: Any) -> Any:
    if isinstance(answer, dict):
        return {name: _all_cut(value) for name, value in answer.items()}
    if isinstance(answer, list):
        return [_all_cut(part) for part in answer]
    return cut(answer) if isinstance(answer, str) else answer


def _parts(item_id: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    """An answer, part by part, each with where it stands in the article; nothing for one that stands nowhere."""
    for item in pack.items:  # a twin's words stand in another reading of the article: it gives no mark
        if item.id == item_id:
            yield from stands_on_item(item, answer)
            return
    found = leaves_of(item_id)
    if found and found[0].stands:
        yield from found[0].stands(found[1], answer, pack)
