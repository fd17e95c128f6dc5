"""The article in a compiled pack: a block a line, cut into its sentences, without a single offset.

Offsets, and where quotes stand, are worked out when a pack is loaded; so one more word moves one line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from readtwice.article import Article, Block, Sentence, Span
from readtwice.pack.item import Quote

if TYPE_CHECKING:
    from readtwice.pack.part import QuoteOf

Pieces = Mapping[str, Sequence[str]]
"""The text of each block by its id: in turn, what stands between sentences, and a sentence."""


def plain_article(article: Article) -> dict[str, Any]:
    """An article ready for JSON. The `text` of a block is, in turn, what stands between sentences, and a sentence."""
    blocks, done = [], 0
    starts = [sentence.start for sentence in article.sentences]
    for block in article.blocks:
        before, text = article.text[done : block.start], []
        done = block.start
        for sentence in article.sentences[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            text += [article.text[done : sentence.start], article.quote(sentence)]
            done = sentence.end
        text.append(article.text[done : block.end])
        done = block.end
        blocks.append({"id": block.id, "kind": block.kind, "level": block.level, "before": before, "text": text})
    told = {"title": article.title, "front_matter": article.front_matter, "blocks": blocks}
    return {**told, "after": article.text[done:]} if done < len(article.text) else told


def article_of(told: dict[str, Any]) -> Article:
    """The article again. Raises KeyError, TypeError and AttributeError for a damaged one."""
    pieces: list[str] = []
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    at = 0
    for written in told["blocks"]:
        block = {**written}
        before, text = block.pop("before"), block.pop("text")
        at += len(before)
        start = at
        for number, piece in enumerate(text):
            if number % 2:
                sentences.append(Sentence(f"{block['id']}.s{number // 2 + 1}", at, at + len(piece)))
            at += len(piece)
        blocks.append(Block(start=start, end=at, **block))
        pieces += [before, *text]
    text = "".join([*pieces, told.get("after", "")])
    return Article(told["title"], text, tuple(blocks), tuple(sentences), told["front_matter"])


def quotes_of(article: Article) -> QuoteOf:
    """What reads a quote, compiled as `{"b06": "exact words"}`: they stand once in their block, as was checked.

    It raises LookupError, TypeError and ValueError for words that do not stand there.
    """
    bodies = {block.id: (block.start, article.quote(block)) for block in article.blocks}
    starts = [sentence.start for sentence in article.sentences]

    def quote(told: dict[str, Any]) -> Quote:
        ((block, words),) = told.items()
        start, body = bodies[block]
        at = start + body.index(words)
        sentence = article.sentences[bisect_right(starts, at) - 1]
        return Quote(block, sentence.id, words, Span(at, at + len(words)))

    return quote


def quotes_with(article: Article, pieces: Pieces, changed: Pieces) -> QuoteOf:
    """The same for the article as it reads with some blocks changed, which is not built for it: a pack has a hundred
    cards that stand in an article of their own, and each lesson waits for all of them.
    """
    blocks = {block.id: block for block in article.blocks}
    grown = [
        (blocks[name].start, sum(map(len, own)) - (blocks[name].end - blocks[name].start))
        for name, own in changed.items()
    ]

    def quote(told: dict[str, Any]) -> Quote:
        ((block, words),) = told.items()
        own = changed.get(block) or pieces[block]
        at = "".join(own).index(words)
        begins = [*accumulate(map(len, own))][0:-1:2]  # a sentence, where what stands before it has ended
        number = bisect_right(begins, at)
        start = blocks[block].start
        if number:
            sentence = f"{block}.s{number}"
        else:  # before the first sentence of its block
            starts = [one.start for one in article.sentences]
            sentence = article.sentences[bisect_right(starts, start) - 1].id
        at += start + sum(more for place, more in grown if place < start)
        return Quote(block, sentence, words, Span(at, at + len(words)))

    return quote
