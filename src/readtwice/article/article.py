"""The article as data: plain text, and where its blocks and sentences stand in it.

All offsets are Unicode code points counted from 0 in `Article.text`; `end` is exclusive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from readtwice.words import say

BlockKind = Literal["heading", "caption", "paragraph"]

_LETTER = r"(?:(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff])[^\W_])"
"""A letter or digit of a script that has spaces between words."""

_FROM = rf"(?!(?<=[^\W_]){_LETTER}|(?<=\d[.,])\d)"
_TO = rf"(?<!{_LETTER}(?=[^\W_]))(?<!\d(?=[.,]\d))"


def whole_words(quote: str) -> re.Pattern[str]:
    """Finds words as whole ones, whatever the spaces: “ark” is not in “park”, nor “200” in “1,200”."""
    return re.compile(_FROM + _spaced(quote) + _TO)


def _spaced(quote: str) -> str:
    return r"\s+".join(map(re.escape, quote.split()))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, with a stable id such as `b06.s3` (third sentence of block b06)."""

    id: str
    start: int
    end: int

    @property
    def block(self) -> str:
        return self.id.partition(".")[0]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a caption or a paragraph, with a stable id such as `b06`. `level` is 0 unless a heading."""

    id: str
    kind: BlockKind
    level: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """A text taken apart. Build it with `article_from_markdown` or from a compiled pack."""

    title: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    front_matter: dict[str, str] = field(default_factory=dict)

    def quote(self, span: Span | Sentence | Block) -> str:
        """The words at a span, exactly as they stand."""
        return self.text[span.start : span.end]

    def block(self, block_id: str) -> Block:
        """The block with this id. Raises KeyError."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence with this id. Raises KeyError."""
        for sentence in self.sentences:
            if sentence.id == sentence_id:
                return sentence
        raise KeyError(sentence_id)

    def sentence_at(self, span: Span) -> Sentence:
        """The sentence in which a span begins. Raises KeyError where none does."""
        for sentence in self.sentences:
            if sentence.start <= span.start < sentence.end:
                return sentence
        raise KeyError(say("error.article.no_sentence_at", start=span.start))

    def sentences_of(self, first_block: str, last_block: str | None = None) -> tuple[Sentence, ...]:
        """The sentences of a block, or of all blocks from one to another, in reading order.

        Raises KeyError for a block that does not exist.
        """
        start = self.block(first_block).start
        end = self.block(last_block or first_block).end
        return tuple(s for s in self.sentences if start <= s.start < end)

    def find_in_block(self, block_id: str, quote: str) -> Span:
        """Where a quote stands in a block, in whole words and numbers. Spaces and line ends count alike, and so does
        whatever `fold` makes alike.

        Raises KeyError for an unknown block, ValueError unless the quote stands there once.
        """
        block = self.block(block_id)
        from readtwice.article.fold import fold  # here, since it gives back spans

        folded = fold(self.quote(block))
        body = folded.text
        told = fold(quote).text
        words = whole_words(told)
        found = words.search(body) if told.strip() else None
        if found is None:
            is_cut = told.strip() and re.search(_spaced(told), body)
            raise ValueError(say(f"error.article.quote_{'in_word' if is_cut else 'missing'}", block_id=block_id))
        if words.search(body, found.start() + 1):
            raise ValueError(say("error.article.quote_twice", block_id=block_id))
        span = folded.span(found.start(), found.end())
        return Span(block.start + span.start, block.start + span.end)
