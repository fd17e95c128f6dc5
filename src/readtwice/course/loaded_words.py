"""Loaded words by a list, and how far a list gets: its hits and misses on the captions, counted against two readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readtwice.page.open import CourseError, session
from readtwice.page.table import Table
from readtwice.syllabus import syllabus
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.reading.wording import Wording


def wording(*blocks: str, text: str = "") -> Table:
    """The loaded words of blocks (`"b13"`), or of a `text` of your own, with why and what would be plain.

    Raises CourseError for an unknown block, and where there is nothing to look at.
    """
    article = session().pack.article
    known = {block.id: article.quote(block) for block in article.blocks}
    if unknown := [block for block in blocks if block not in known]:
        raise CourseError(say("error.course.no_block", unknown=unknown[0], id=article.blocks[0].id, count=len(known)))
    if not blocks and not text.strip():
        raise CourseError(say("error.course.name_block_or_text"))
    parts = {"": text} if text else {f"¶{int(block[1:])}": known[block] for block in blocks}
    rows = [
        (where, one.text, say(f"wording.category.{_code(one.category)}"), one.why, one.neutral)
        for where, part in parts.items()
        for one in _found(part)
    ]
    return Table(say("wording.title", count=len(rows)), say("wording.columns").split(" | "), rows)


def wording_limits() -> Table:
    """For each caption: what both readers call added and the list finds, what it misses, and what else it flags."""
    from readtwice.marking.caption_key import caption_words, key_spans

    pack = session().pack
    rows = []
    for caption in pack.captions:
        block, words = pack.article.block(caption.block), caption_words(pack.article, caption.block)
        found = [(block.start + one.start, block.start + one.end) for one in _found(pack.article.quote(block))]
        spans = [(one, words[one.first].start, words[one.last].end) for one in key_spans(pack.article, caption)]
        added = [(one, any(_meet(start, end, hit) for hit in found)) for one, start, end in spans if one.tag == "added"]
        called = [(start, end) for one, start, end in spans if "added" in one.tags]
        elsewhere = [pack.article.text[a:b] for a, b in found if not any(_meet(*place, (a, b)) for place in called)]
        hits = say("wording.of", count=sum(hit for _, hit in added), whole=len(added))
        missed = "; ".join(one.text for one, hit in added if not hit) or say("wording.nothing")
        rows.append((f"¶{int(caption.block[1:])}", hits, missed, "; ".join(elsewhere) or say("wording.nothing")))
    return Table(say("wording.limits"), say("wording.limit_columns").split(" | "), rows)


def _code(category: str) -> str:
    return category.replace(" ", "_").replace("-", "_")


def _meet(start: int, end: int, other: tuple[int, int]) -> bool:
    return start < other[1] and other[0] < end


def _found(text: str) -> list[Wording]:
    from readtwice.pack.lexicon import load_lexicon
    from readtwice.reading.wording import read_wording

    return read_wording(text, load_lexicon(syllabus().article))
