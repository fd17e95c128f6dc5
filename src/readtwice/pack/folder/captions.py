"""From `captions/first_reading.yaml` and `captions/second_reading.yaml` to captions.

Each file is one reader's work: the day it was `made`, perhaps `made_by`, and `captions`, each with its `block` and its
`spans` (quote, tag, reason). A reading is never edited to agree with the other: the key is derived from both.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from readtwice.article import Article
from readtwice.pack.captions import TAGS, Caption, Reading, TaggedSpan
from readtwice.pack.folder.fields import Report, fields_of, items_of, text_of, word_of
from readtwice.pack.folder.items import quote_from
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.pack.problem import is_day
from readtwice.words import say

FILES = ("captions/first_reading.yaml", "captions/second_reading.yaml")
_LETTER = re.compile(r"[^\W_]")


def read_captions(
    first: Lined, second: Lined, article: Article, report_in: Callable[[str], Report]
) -> tuple[Caption, ...]:
    """The captions that both readers read, in the order of the article. Each problem is reported in its file."""
    captions = [block.id for block in article.blocks if block.kind == "caption"]
    readings = [_reading(root, article, report_in(file)) for root, file in zip((first, second), FILES, strict=True)]
    for found, other, root, file in zip(readings, reversed(readings), (first, second), FILES, strict=True):
        for block in (one for one in captions if found and one in other and one not in found):
            remedy = say("remedy.tag_in_both")
            report_in(file)(root.line, say("problem.caption_only_in_other", block=block), remedy)
    if readings[0] and _told(readings[0]) == _told(readings[1]):
        report_in(FILES[1])(second.line, say("problem.readings_are_one"), say("remedy.let_somebody_else_read"))
    one, other = ({block: spans for block, spans in found.items() if spans} for found in readings)
    return tuple(Caption(block, one[block], other[block]) for block in captions if block in one and block in other)


def read_one_reading(root: Lined, article: Article, report: Report) -> tuple[Caption, ...]:
    """The captions that one person tagged alone, in the order of the article."""
    found = _reading(root, article, report)
    return tuple(Caption(one.id, found[one.id], found[one.id]) for one in article.blocks if found.get(one.id))


def _told(reading: dict[str, Reading]) -> dict[str, list[tuple[str, str, str]]]:
    """What a reading says, whatever its order, letter case and spaces. No two readers give all reasons alike."""
    return {
        block: sorted((" ".join(s.quote.text.split()), s.tag, " ".join(s.reason.lower().split())) for s in spans)
        for block, spans in reading.items()
    }


def _reading(root: Lined, article: Article, report: Report) -> dict[str, Reading]:
    """The spans of each caption that a reading names; none for a caption where not one is sound."""
    fields = fields_of(root, "reading", ("made", "captions"), ("made_by",), report)
    if fields is None:
        return {}
    for name in fields.keys() & {"made", "made_by"}:
        told = text_of(fields, name, report)
        if told and name == "made" and not is_day(told):
            report(fields[name].line, say("problem.made_on_no_day", told=told[:40]), say("remedy.write_date"))
    found: dict[str, Reading] = {}
    for node in items_of(fields["captions"], "captions", report):
        parts = fields_of(node, "caption", ("block", "spans"), (), report)
        block = text_of(parts, "block", report) if parts else ""
        if parts is None or not block or not _is_caption(block, parts["block"].line, article, report):
            continue
        if block in found:
            report(node.line, say("problem.caption_twice", block=block), say("remedy.join_spans"))
        else:
            found[block] = _spans(block, parts["spans"], article, report)
    return found


def _is_caption(block: str, line: int, article: Article, report: Report) -> bool:
    kinds = {one.id: one.kind for one in article.blocks}
    captions = ", ".join(one for one, kind in kinds.items() if kind == "caption") or "none"
    if block not in kinds:
        report(line, say("problem.no_block", block=block[:40]), say("remedy.captions_are", captions=captions))
    elif kinds[block] != "caption":
        report(
            line,
            say("problem.block_not_caption", block=block, kinds=kinds[block]),
            say("remedy.captions_are", captions=captions),
        )
    return kinds.get(block) == "caption"


def _spans(block: str, listed: Lined, article: Article, report: Report) -> Reading:
    spans: list[TaggedSpan] = []
    for node in items_of(listed, "spans", report):
        fields = fields_of(node, say("problem.span_of", block=block), ("quote", "tag", "reason"), (), report)
        if fields is None:
            continue
        quote = quote_from(Lined({block: fields["quote"]}, node.line), article, report)
        tag, reason = word_of(fields, "tag", TAGS, report), text_of(fields, "reason", report)
        if quote is None or not tag or not reason:
            continue
        shown = f"“{quote.text[:50]}”"
        if any(quote.span.overlaps(other.quote.span) for other in spans):
            report(
                fields["quote"].line,
                say("problem.span_overlaps", shown=shown, block=block),
                say("remedy.one_tag"),
            )
        elif not _LETTER.search(quote.text):
            report(
                fields["quote"].line,
                say("problem.not_whole_words", shown=shown, block=block),
                say("remedy.quote_whole_words"),
            )
        else:
            spans.append(TaggedSpan(quote, tag, reason))
    return tuple(spans)
