"""Caption tagger: each word of a caption is seen, told or added. Two readings by the authors are the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from readtwice.activities.captions.mark import (
    MarkedSpan,
    SpanOutcome,
    discernment,
    mark_tags,
    read_tags,
    tagging_feedback,
)
from readtwice.marking import Feedback
from readtwice.marking.caption_key import CAPTION, agreement, caption_words, key_spans
from readtwice.markup import Html, each, html, joined
from readtwice.pack import Pack
from readtwice.pack.captions import TAGS, Caption
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.demand import Demand
from readtwice.page.session import Session
from readtwice.page.views import View, block_quote, feedback_view, page_html, paragraph
from readtwice.words import say


class CaptionTagger(CourseWidget):
    """Captions word by word, one caption at a time."""

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "captions"

    def __init__(self, session: Session, captions: Sequence[Caption]) -> None:
        self._captions = {caption.block: caption for caption in captions}
        self._key = key_lines(session.pack)
        super().__init__(session)

    def title(self) -> str:
        if len(self._captions) == len(self.session.pack.captions):
            return say("captions.name")
        return say("captions.of", where=", ".join(map(paragraph, self._captions)))

    def build(self) -> View:
        tags = {block: saved_tags(self.session, caption) for block, caption in self._captions.items()}
        article = self.session.pack.article
        marked = {block: mark_tags(article, self._captions[block], tags[block]) for block in tags if any(tags[block])}
        return {
            "tags": list(TAGS),
            "whose_key": self._key,
            "captions": [self._caption_view(block, tags[block], marked.get(block)) for block in self._captions],
            "summary": summary(list(marked.values())) if marked else "",
        }

    def asked(self) -> list[bool]:
        return [any(saved_tags(self.session, caption)) for caption in self._captions.values()]

    def holds(self) -> list[str]:
        return [CAPTION + block for block in self._captions]

    def demand(self) -> Demand:
        article = self.session.pack.article
        tagged = sum(len(key_spans(article, caption)) for caption in self._captions.values())
        return replace(super().demand(), decisions=tagged)

    def _caption_view(self, block: str, tags: Sequence[str], marked: Sequence[MarkedSpan] | None) -> View:
        article = self.session.pack.article
        words = caption_words(article, block)
        ends = [*(word.start for word in words[1:]), article.block(block).end]
        return {
            "id": block,
            "where": paragraph(block),
            "before": article.text[article.block(block).start : words[0].start],
            "words": [
                {"text": word.text, "after": article.text[word.end : end]}
                for word, end in zip(words, ends, strict=True)
            ],
            "tagged": list(tags),
            "feedback": feedback_view(article, tagging_feedback(marked)) if marked else None,
            "spans": [span_view(one) for one in marked or ()],
        }

    def receive(self, message: dict[str, Any]) -> str:
        caption = self._captions[message["caption"]]
        _, feedback = answer_caption(self.session, caption, message["tags"])
        return f"{feedback.heading} {feedback.line}"

    def static_html(self) -> Html:
        article = self.session.pack.article
        legend = joined(
            html("<li><strong>{}</strong>: {}</li>", say(f"captions.tag.{tag}"), say(f"captions.meaning.{tag}"))
            for tag in TAGS
        )
        captions = joined(block_quote(article, block) for block in self._captions)
        key = each("<p>{}</p>", self._key)
        return html("<p>{}</p><ul>{}</ul>{}{}", say("captions.how"), legend, captions, key)


def answer_caption(session: Session, caption: Caption, value: object) -> tuple[tuple[MarkedSpan, ...], Feedback]:
    """Mark the tags of a caption and save them, the same way for a click and for a call. Raises UnreadableAnswer."""
    tags = read_tags(session.pack.article, caption, value)
    marked = mark_tags(session.pack.article, caption, tags)
    session.save(CAPTION + caption.block, list(tags))
    return marked, tagging_feedback(marked)


def saved_tags(session: Session, caption: Caption) -> tuple[str, ...]:
    """The tags saved last; none for each word where nothing was saved, or nothing that still fits the caption."""
    event = session.latest(CAPTION + caption.block)
    try:
        return read_tags(session.pack.article, caption, event.answer if event else None)
    except ValueError:
        return ("",) * len(caption_words(session.pack.article, caption.block))


def key_lines(pack: Pack) -> list[str]:
    """Whose key it is, and how far the two readings agree over all captions of the pack."""
    if pack.captions and all(one.is_by_one for one in pack.captions):
        return [say("captions.key_by_one", name=pack.made_by)]
    agreed = agreement(pack.article, pack.captions)
    lines = [say("captions.key")]
    if agreed:
        lines.append(say("captions.readers", alike=agreed.alike, words=agreed.words, percent=agreed.percent))
    return lines


def span_view(one: MarkedSpan) -> View:
    """What is said to one span: the tags as words, and the readers' reasons, each once."""
    tag = say(f"captions.tag.{one.tag or 'none'}")
    if one.outcome is SpanOutcome.TALK:
        line = say("captions.talk", tag=tag)
        reasons = [_reading(*reading) for reading in zip(one.span.tags, one.span.reasons, strict=True)]
    else:
        ours = say(f"captions.tag.{one.span.tag}")
        agrees = one.outcome is SpanOutcome.AGREEMENT
        line = say("captions.agreement", tag=tag) if agrees else say(f"captions.{one.outcome}", tag=tag, ours=ours)
        if one.span.by_one:
            line = say(f"captions.by_one.{one.outcome}", tag=tag, ours=ours)
        reasons = list(dict.fromkeys(one.span.reasons))
    return {"outcome": one.outcome.value, "text": one.span.text, "line": line, "reasons": reasons}


def _reading(tag: str, reason: str) -> str:
    if not tag:
        return say("captions.passed_over")
    return say("captions.reading", tag=say(f"captions.tag.{tag}"), reason=reason)


def spans_html(marked: Sequence[MarkedSpan]) -> Html:
    """Span by span as plain HTML that needs no style and no script."""
    views = [span_view(one) for one in marked]
    lines = joined(
        html("<li><p>“{}”. {}</p><p>{}</p></li>", view["text"], view["line"], " ".join(view["reasons"]))
        for view in views
    )
    return page_html(html("<ul>{}</ul>", lines))


def summary(captions: Sequence[Sequence[MarkedSpan]]) -> str:
    """Both sides of the skill in one line, what was kept first."""
    found = discernment(one for marked in captions for one in marked)
    return say(
        "captions.summary",
        captions=len(captions),
        kept=found.kept,
        plain=found.plain,
        found=found.found,
        added=found.added,
    )
