"""The key of a caption: what two readings by the authors say of its words, and how far the two agree.

The key is derived and never typed. Where the readings differ there is no key, and nobody is marked wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from readtwice.article import Article
from readtwice.pack.captions import TAGS, Caption, Reading, TaggedSpan
from readtwice.pack.item import Quote

_SMALL = "a an and as at by for from in into is it its of on or the their they to with"
SMALL_WORDS = frozenset(_SMALL.split())
"""Words without a meaning of their own. Whether a span begins at one of them is chance, so they never count."""

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a caption and where it stands in the article, in code points."""

    text: str
    start: int
    end: int

    @property
    def small(self) -> bool:
        return self.text.lower() in SMALL_WORDS


@dataclass(frozen=True, slots=True)
class KeySpan:
    """A run of words on which each reading says one thing. `first` and `last` count the caption's words from 0.

    `tags` is what each reading calls it, empty where a reading tags nothing; `reasons` are theirs, in the same order.
    `by_one`: both are one reading, made by one person alone.
    """

    first: int
    last: int
    text: str
    tags: tuple[str, str]
    reasons: tuple[str, str]
    by_one: bool = False

    @property
    def tag(self) -> str:
        """What both call it; empty where they differ."""
        return self.tags[0] if self.tags[0] == self.tags[1] else ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readings tag words alike, small words left out: `alike` of `words`, and Cohen's kappa."""

    words: int
    alike: int
    kappa: float

    @property
    def percent(self) -> int:
        return round(100 * self.alike / self.words)


def caption_words(article: Article, block: str) -> tuple[Word, ...]:
    """The words of a caption, in order. Raises KeyError for an unknown block."""
    start, text = article.block(block).start, article.quote(article.block(block))
    return tuple(Word(m[0], start + m.start(), start + m.end()) for m in _WORD.finditer(text))


def key_spans(article: Article, caption: Caption) -> tuple[KeySpan, ...]:
    """The longest runs of words that lie in one span of each reading; what neither reading tags is left out.

    A run is cut where either reading ends a span, also between two spans with the same tag: each has its own reason.
    """
    words = caption_words(article, caption.block)
    runs: list[tuple[tuple[TaggedSpan | None, TaggedSpan | None], int, int]] = []
    before: object = None
    for place, word in enumerate(words):
        if word.small:
            continue
        here = (_span_at(caption.first, word), _span_at(caption.second, word))
        if any(here):
            start = runs.pop()[1] if here == before else place
            runs.append((here, start, place))
        before = here
    return tuple(
        KeySpan(
            start,
            end,
            article.text[words[start].start : words[end].end],
            (_tag(one), _tag(other)),
            (one.reason if one else "", other.reason if other else ""),
            caption.is_by_one,
        )
        for (one, other), start, end in runs
    )


def reading_tags(article: Article, caption: Caption) -> list[tuple[Word, str, str]]:
    """Each word of a caption but the small ones, and what each reading calls it: a tag, or nothing."""
    return [
        (word, _tag(_span_at(caption.first, word)), _tag(_span_at(caption.second, word)))
        for word in caption_words(article, caption.block)
        if not word.small
    ]


def agreement(article: Article, captions: Iterable[Caption]) -> Agreement | None:
    """How far the two readings agree, word by word, over some captions. None without a word to compare.

    Kappa is what they agree beyond chance, divided by what chance leaves to agree on: (p_o - p_e) / (1 - p_e), from -1
    to 1. It is 1 where both use one and the same tag throughout. Untagged counts as a tag of its own.
    Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20,
    1960, pages 37 to 46.
    """
    pairs = [(one, other) for caption in captions for _, one, other in reading_tags(article, caption)]
    if not pairs:
        return None
    count, alike = len(pairs), sum(one == other for one, other in pairs)
    ones, others = zip(*pairs, strict=True)
    by_chance = sum(ones.count(tag) * others.count(tag) for tag in ("", *TAGS)) / count**2
    kappa = 1.0 if by_chance == 1 else (alike / count - by_chance) / (1 - by_chance)
    return Agreement(count, alike, kappa)


def readings_of(quote: Quote, caption: Caption) -> list[tuple[str, str]]:
    """The tag and the reason of each reading for some words of a caption. Raises StopIteration where one has none.

    A checked pack has both for the words that a class votes on.
    """

    def of(reading: Reading) -> tuple[str, str]:
        span = quote.span
        return next(
            (one.tag, one.reason)
            for one in reading
            if one.quote.span.start <= span.start and span.end <= one.quote.span.end
        )

    return [of(caption.first), of(caption.second)]


def _span_at(reading: Reading, word: Word) -> TaggedSpan | None:
    return next((one for one in reading if one.quote.span.start <= word.start and word.end <= one.quote.span.end), None)


def _tag(span: TaggedSpan | None) -> str:
    return span.tag if span else ""


CAPTION = "caption-"
"""How the item ids begin under which the tags of a caption are saved: a list with one tag for each word."""
