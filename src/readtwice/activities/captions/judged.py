"""What came of the words of a caption, span by span."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.activities.captions.mark import SpanOutcome, mark_tags, read_tags
from readtwice.article import Span
from readtwice.marking.answer import UnreadableAnswer
from readtwice.marking.caption_key import CAPTION, caption_words
from readtwice.marking.finding import Finding
from readtwice.pack import Pack


def _judged(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Span, Finding | None]]:
    """An added word that was found is caught; what a camera or a witness can show is kept. Where the readings differ,
    nobody is right."""
    caption = next((one for one in pack.captions if one.block == place), None)
    if caption is None:
        return
    try:
        tags = read_tags(pack.article, caption, answer)
    except UnreadableAnswer:
        return
    words = caption_words(pack.article, place)
    for one in mark_tags(pack.article, caption, tags):
        if one.tag:
            yield Span(words[one.span.first].start, words[one.span.last].end), _finding(one.outcome, one.span.tag)


def _finding(outcome: SpanOutcome, key: str) -> Finding | None:
    if outcome is SpanOutcome.TALK:
        return None
    if outcome is not SpanOutcome.AGREEMENT:
        return Finding.AGAIN
    return Finding.CAUGHT if key == "added" else Finding.KEPT


JUDGED = {CAPTION: _judged}
