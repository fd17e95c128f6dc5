"""W3C selectors for a span, and finding the span again in a text that was edited elsewhere.

Source of the two shapes: W3C Web Annotation Data Model (23 February 2017), 4.2.4 Text Quote Selector and 4.2.5 Text
Position Selector, https://www.w3.org/TR/annotation-model/. Positions are code points, as that page asks.
"""

from __future__ import annotations

from typing import Any

from readtwice.article.article import Span

CONTEXT = 32
"""Code points of prefix and suffix to begin with; more are taken until the quote is unambiguous."""


class SpanNotFound(LookupError):
    """The quoted words stand nowhere in the text."""


def selectors_for(text: str, span: Span) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector for a span.

    Raises ValueError for a span that is empty or not inside the text.
    """
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"span {span.start}-{span.end} is not inside a text of {len(text)} code points")
    exact = text[span.start : span.end]
    context = CONTEXT
    while True:
        prefix = text[max(0, span.start - context) : span.start]
        suffix = text[span.end : span.end + context]
        whole_text = span.start <= context and len(text) - span.end <= context
        surrounded = prefix + exact + suffix
        if whole_text or text.find(surrounded) == text.rfind(surrounded):
            break
        context *= 2
    return [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def find_span(text: str, selectors: list[dict[str, Any]]) -> Span:
    """Where the selectors of `selectors_for` point in a text that may have been edited since.

    The exact words must still stand. Among several places the one whose surroundings agree best wins, then the one
    nearest to the old position. Raises SpanNotFound where the words stand nowhere, ValueError without a quote.
    """
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), None)
    if quote is None or not quote.get("exact"):
        raise ValueError("a TextQuoteSelector with its exact words is needed to find a span")
    position = next((s for s in selectors if s.get("type") == "TextPositionSelector"), {"start": 0})
    exact, prefix, suffix = quote["exact"], quote.get("prefix", ""), quote.get("suffix", "")
    places = []
    place = text.find(exact)
    while place != -1:
        end = place + len(exact)
        agreement = _same_ending(text[:place], prefix) + _same_beginning(text[end:], suffix)
        places.append((-agreement, abs(place - position["start"]), place))
        place = text.find(exact, place + 1)
    if not places:
        raise SpanNotFound(f"the words {exact[:60]!r} are not in the text")
    start = min(places)[2]
    return Span(start, start + len(exact))


def _same_beginning(left: str, right: str) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count


def _same_ending(left: str, right: str) -> int:
    return _same_beginning(left[-len(right) :][::-1] if right else "", right[::-1])
