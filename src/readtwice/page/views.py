"""Parts of what a widget shows, as plain JSON values, and the same parts as HTML for a page that is not running."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from readtwice.markup import Html, each, html, joined, listed
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.article import Article, Sentence
    from readtwice.marking import Feedback
    from readtwice.pack import Item, Quote

View = dict[str, Any]


def paragraph(block_id: str) -> str:
    """A block's number as a reader sees it: `b06` is ¶6."""
    return say("feedback.paragraph", number=int(block_id[1:]))


def quote_view(article: Article, quote: Quote, *, marked: bool = True, lead: bool = False) -> View:
    """A quote inside its whole sentence; unmarked it shows the sentence alone, with a lead the one before it too."""
    sentence = article.sentence(quote.sentence)
    if lead:
        sentence = _with_the_one_before(article, sentence)
    text = article.quote(sentence)
    if not marked:
        return {"where": paragraph(quote.block), "before": text, "exact": "", "after": ""}
    start, end = quote.span.start - sentence.start, quote.span.end - sentence.start
    return {"where": paragraph(quote.block), "before": text[:start], "exact": text[start:end], "after": text[end:]}


def item_quotes(article: Article, item: Item, *, marked: bool = True) -> list[View]:
    """What an item quotes. A claim whose sentence points back with a “he” or a “this” brings the one before it.

    A pair does not: two sentences side by side are what it is about. Nor does what would show one sentence twice.
    """
    ends = {article.sentence(quote.sentence).end for quote in item.shown}
    views = []
    for quote in item.shown:
        sentence = article.sentence(quote.sentence)
        lead = item.kind != "pair" and _points_back(article, sentence)
        whole = _with_the_one_before(article, sentence) if lead else sentence
        seen = any(whole.start < end <= sentence.start for end in ends)
        views.append(quote_view(article, quote, marked=marked, lead=lead and not seen))
    return views


def _points_back(article: Article, sentence: Sentence) -> bool:
    return article.quote(sentence).casefold().startswith(tuple(f"{one} " for one in say("feedback.point_back").split()))


def _with_the_one_before(article: Article, sentence: Sentence) -> Sentence:
    """A sentence with the one before it in its block, and those before that while they point back."""
    for one in reversed([one for one in article.sentences_of(sentence.block) if one.end <= sentence.start]):
        sentence = replace(sentence, start=one.start)
        if not _points_back(article, one):
            break
    return sentence


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


def quote_html(view: View) -> Html:
    """A quote as a block quotation."""
    marked = html("<strong>{}</strong>", view["exact"]) if view["exact"] else ""
    return html("<blockquote>{} {}{}{}</blockquote>", view["where"], view["before"], marked, view["after"])


def block_quote(article: Article, block_id: str) -> Html:
    """A whole block as a block quotation."""
    return html("<blockquote>{} {}</blockquote>", paragraph(block_id), article.quote(article.block(block_id)))


def box_html(item: Item) -> str:
    """What the record shows, where a question is judged by that."""
    return html("<p><strong>{}:</strong> {}</p>", say("feedback.box"), item.box) if item.box else ""


def feedback_html(view: View) -> Html:
    """Feedback as plain HTML that needs no style and no script."""
    why = each("<p>{}</p>", filter(None, (view["explanation"], view["why"])))
    if view["sources"]:
        why += html("<p>{}:</p>", say("feedback.record_says", as_of=view["as_of"]))
        why += listed(view["sources"])
    return page_html(
        html("<p><strong>{}</strong> {}</p>", view["heading"], view["line"]),
        *map(quote_html, view["quotes"]),
        html("<details><summary>{}</summary>{}</details>", say("feedback.why"), why) if why else "",
        html("<p><strong>{}:</strong> {}</p>", say("feedback.next"), view["next"]) if view["next"] else "",
    )


def page_html(*parts: str) -> Html:
    """A root whose dollar signs MathJax leaves alone."""
    return html('<div class="mathjax_ignore">{}</div>', joined(parts))
