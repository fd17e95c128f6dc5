"""W3C selectors for a span, and finding the span again in a text that was edited elsewhere.

Source of the two shapes: W3C Web Annotation Data Model (23 February 2017), 4.2.4 Text Quote Selector and 4.2.5 Text
Position Selector, https://www.w3.org/TR/annotation-model/. Positions are code points, as that page asks.
"""

from __future__ import annotations

from typing import Any

from readtwice.article.article import Span
from readtwice.article.fold import fold
from readtwice.words import say

CONTEXT = 32
"""Code points of prefix and suffix to begin with; more are taken until the quote is unambiguous."""


ENOUGH = 12
"""Code points right before or right after a quote that say it is the same place."""


class SpanNotFound(LookupError):
    """The quoted words stand nowhere in the text, or only where they did not stand before."""


def selectors_for(text: str, span: Span) -> list[dict[str, Any]]:
    """A TextQuoteSelector and a TextPositionSelector for a span.

    Raises ValueError for a span that is empty or not inside the text.
    """
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(say("error.article.span_outside", start=span.start, end=span.end, count=len(text)))
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

    The exact words must still stand, as they were or in their folded form, and so must enough of what stood before or
    after them: the same words elsewhere are no place for a mark whose own are gone. Among several places the one whose
    surroundings agree best wins, then the one nearest to the old position. Raises SpanNotFound where there is none,
    ValueError without a quote.
    """
    quote = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), None)
    if quote is None or not quote.get("exact"):
        raise ValueError(say("error.article.selector_needed"))
    position = next((s for s in selectors if s.get("type") == "TextPositionSelector"), {"start": 0})["start"]
    parts = quote["exact"], quote.get("prefix", ""), quote.get("suffix", "")
    place = _best_place(text, *parts, position)
    if place is not None:
        return Span(place, place + len(quote["exact"]))
    folded = fold(text)
    exact, prefix, suffix = (fold(part).text for part in parts)
    place = _best_place(folded.text, exact, prefix, suffix, position) if exact else None
    if place is None:
        raise SpanNotFound(say("error.article.words_moved", quote=quote["exact"][:60]))
    return folded.span(place, place + len(exact))


def _best_place(text: str, exact: str, prefix: str, suffix: str, position: int) -> int | None:
    places = []
    place = text.find(exact)
    while place != -1:
        end = place + len(exact)
        before = _same_beginning(text[max(0, place - len(prefix)) : place][::-1], prefix[::-1])
        after = _same_beginning(text[end : end + len(suffix)], suffix)
        stands_whole = before == len(prefix) and after == len(suffix)
        at_an_edge = (before == len(prefix) == place) or (after == len(suffix) == len(text) - end)
        if stands_whole or at_an_edge or max(before, after) >= ENOUGH:
            places.append((-before - after, abs(place - position), place))
        place = text.find(exact, place + 1)
    return min(places)[2] if places else None


def _same_beginning(left: str, right: str) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count
