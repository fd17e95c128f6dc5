"""Parts of what a widget shows, as plain JSON values, and the same parts as HTML for a page that is not running."""

from __future__ import annotations

from html import escape
from typing import Any

from readtwice.article import Article, Sentence
from readtwice.marking import Feedback
from readtwice.pack import Quote
from readtwice.words import say

View = dict[str, Any]


def paragraph(block_id: str) -> str:
    """A block's number as a reader sees it: `b06` is ¶6."""
    return say("feedback.paragraph", number=int(block_id[1:]))


def quote_view(article: Article, quote: Quote, *, marked: bool = True) -> View:
    """A quote inside its whole sentence; unmarked it shows the sentence alone."""
    sentence = article.sentence(quote.sentence)
    text = article.quote(sentence)
    if not marked:
        return {"where": paragraph(quote.block), "before": text, "exact": "", "after": ""}
    start, end = quote.span.start - sentence.start, quote.span.end - sentence.start
    return {"where": paragraph(quote.block), "before": text[:start], "exact": text[start:end], "after": text[end:]}


def sentence_view(article: Article, sentence: Sentence) -> View:
    """A sentence in a list that a learner chooses from."""
    kind = article.block(sentence.block).kind
    return {"id": sentence.id, "where": paragraph(sentence.block), "text": article.quote(sentence), "kind": kind}


def feedback_view(article: Article, feedback: Feedback) -> View:
    """Feedback for the browser."""
    return {
        "outcome": feedback.outcome.value if feedback.outcome else "",
        "case": feedback.case.value,
        "heading": feedback.heading,
        "line": feedback.line,
        "quotes": [quote_view(article, quote) for quote in feedback.quotes],
        "explanation": feedback.explanation,
        "why": feedback.why,
        "sources": list(feedback.sources),
        "as_of": feedback.as_of,
        "next": feedback.next_step,
    }


def quote_html(view: View) -> str:
    """A quote as a block quotation."""
    marked = f"<strong>{escape(view['exact'])}</strong>" if view["exact"] else ""
    return f"<blockquote>{view['where']} {escape(view['before'])}{marked}{escape(view['after'])}</blockquote>"


def feedback_html(view: View) -> str:
    """Feedback as plain HTML that needs no style and no script."""
    parts = [f"<p><strong>{escape(view['heading'])}</strong> {escape(view['line'])}</p>"]
    parts += [quote_html(quote) for quote in view["quotes"]]
    why = [f"<p>{escape(text)}</p>" for text in (view["explanation"], view["why"]) if text]
    if view["sources"]:
        why.append(f"<p>{escape(say('feedback.record_says', as_of=view['as_of']))}:</p>")
        why.append(f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in view['sources'])}</ul>")
    if why:
        parts.append(f"<details><summary>{say('feedback.why')}</summary>{''.join(why)}</details>")
    if view["next"]:
        parts.append(f"<p><strong>{say('feedback.next')}:</strong> {escape(view['next'])}</p>")
    return page_html("".join(parts))


def page_html(body: str) -> str:
    """A root whose dollar signs MathJax leaves alone."""
    return f'<div class="mathjax_ignore">{body}</div>'
