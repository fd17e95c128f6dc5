"""Marking of seen, told and added: a learner's tags against what two readings agree on, span by span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from readtwice.article import Article
from readtwice.marking.answer import UnreadableAnswer, shown
from readtwice.marking.caption_key import KeySpan, caption_words, key_spans
from readtwice.marking.feedback import Case, Feedback, Outcome
from readtwice.pack.captions import TAGS, Caption
from readtwice.words import say


class SpanOutcome(StrEnum):
    """What became of one span of the key. A span on which the readings differ is talked about, never marked."""

    AGREEMENT = "agreement"
    OVER_REACH = "over_reach"
    MISSED = "missed"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A span of the key, the learner's tag for it (empty for none), and what became of that."""

    span: KeySpan
    tag: str
    outcome: SpanOutcome


@dataclass(frozen=True, slots=True)
class Discernment:
    """Both sides of the skill, over the spans that both readings tag alike.

    `found` of `added` spans were called added; `kept` of `plain` ones (seen or told) were not.
    """

    found: int
    added: int
    kept: int
    plain: int


def read_tags(article: Article, caption: Caption, value: object) -> tuple[str, ...]:
    """One tag, or none, for each word of a caption.

    Takes what a widget saves, a list with a tag for each word, or exact words with their tags, as in
    `{"ride": "seen", "Russian soldiers": "told"}`, in any order. Raises UnreadableAnswer.
    """
    words = caption_words(article, caption.block)
    if isinstance(value, Mapping):
        return _tags_from_quotes(article, caption, value)
    if not isinstance(value, (list, tuple)) or len(value) != len(words):
        raise UnreadableAnswer(say("captions.expected", got=shown(value)))
    return tuple(_tag_from(tag) if tag != "" else "" for tag in value)


def _tags_from_quotes(article: Article, caption: Caption, value: Mapping[object, object]) -> tuple[str, ...]:
    words = caption_words(article, caption.block)
    tags = [""] * len(words)
    for quote, given in value.items():
        tag = _tag_from(given)
        try:
            span = article.find_in_block(caption.block, str(quote))
        except ValueError:
            raise UnreadableAnswer(say("captions.not_there", words=shown(quote))) from None
        for place, word in enumerate(words):
            if word.start < span.end and span.start < word.end:
                if tags[place] not in ("", tag):
                    raise UnreadableAnswer(say("captions.two_tags", word=word.text))
                tags[place] = tag
    return tuple(tags)


def _tag_from(value: object) -> str:
    tag = value.strip().lower() if isinstance(value, str) else ""
    if tag not in TAGS:
        raise UnreadableAnswer(say("captions.unknown_tag", got=shown(value)))
    return tag


def mark_tags(article: Article, caption: Caption, tags: Sequence[str]) -> tuple[MarkedSpan, ...]:
    """What became of each span of the key.

    The learner's tag for a span is the one on most of its words. Untagged words abstain, so that whoever tags the
    telling word of a long span is understood; of two tags on equally many words, the key's counts, else the weaker.
    Raises ValueError unless there is one known tag, or none, for each word.
    """
    words = caption_words(article, caption.block)
    if len(tags) != len(words) or any(tag not in ("", *TAGS) for tag in tags):
        raise ValueError(f"{caption.block} has {len(words)} words, each seen, told, added or not tagged")
    marked = []
    for span in key_spans(article, caption):
        votes = Counter(tags[i] for i in range(span.first, span.last + 1) if tags[i] and not words[i].small)
        tag = max(votes, key=lambda one: (votes[one], one == span.tag, -_strength(one)), default="")
        marked.append(MarkedSpan(span, tag, _outcome(span, tag)))
    return tuple(marked)


def _strength(tag: str) -> int:
    """Seen is less than told, told is less than added; no tag is least."""
    return TAGS.index(tag) + 1 if tag else 0


def _outcome(span: KeySpan, tag: str) -> SpanOutcome:
    if not span.tag:
        return SpanOutcome.TALK
    if span.tag == tag:
        return SpanOutcome.AGREEMENT
    return SpanOutcome.OVER_REACH if _strength(tag) > _strength(span.tag) else SpanOutcome.MISSED


def tagging_feedback(marked: Sequence[MarkedSpan]) -> Feedback:
    """What is said to all tags of one caption: a heading, and how many spans came out how."""
    counts = Counter(one.outcome for one in marked)
    case = Case.TAGS_DIFFER if counts[SpanOutcome.OVER_REACH] or counts[SpanOutcome.MISSED] else Case.TAGS_ALIKE
    outcome = Outcome.RIGHT if case is Case.TAGS_ALIKE else Outcome.NOT_YET
    values: dict[str, Any] = {one.value: counts[one] for one in SpanOutcome}
    line = say("captions.counts", **values)
    return Feedback(outcome, case, say(f"heading.{case}"), line)


def discernment(marked: Iterable[MarkedSpan]) -> Discernment:
    """How well tags tell what is added from what is seen or told, over the spans of any number of captions."""
    agreed = [one for one in marked if one.outcome is not SpanOutcome.TALK]
    added = [one.tag == "added" for one in agreed if one.span.tag == "added"]
    plain = [one.tag != "added" for one in agreed if one.span.tag != "added"]
    return Discernment(sum(added), len(added), sum(plain), len(plain))
