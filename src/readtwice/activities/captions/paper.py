"""On paper: captions with their words to tag."""

from __future__ import annotations

from readtwice.activities.captions.widget import key_lines
from readtwice.marking.caption_key import CAPTION, KeySpan, key_spans, readings_of
from readtwice.markup import Html, html, joined
from readtwice.pack import Pack
from readtwice.pack.captions import TAGS, Caption
from readtwice.pack.item import Quote
from readtwice.pack.one_shot import Step
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import card, specimen, table, text
from readtwice.page.paper.printing import Print
from readtwice.page.views import paragraph
from readtwice.words import say

NO_TAG = "none"


def _captions(pack: Pack, part: PaperPart) -> list[Caption]:
    known = {caption.block: caption for caption in pack.captions}
    return [known[one] for one in part.of or known]


def captions(pack: Pack, part: PaperPart) -> Html:
    """Captions with room to underline, and what each kind of line means."""
    told = {tag: [say(f"captions.tag.{tag}"), say(f"paper.line.{tag}"), say(f"captions.meaning.{tag}")] for tag in TAGS}
    line = '<li><strong class="{}">{}</strong>, {}: {}</li>'
    legend = joined(html(line, tag, *said) for tag, said in told.items())
    cards = (
        card(CAPTION + one.block, paragraph(one.block), html('<p class="wide">{}</p>', _words(pack, one.block)))
        for one in _captions(pack, part)
    )
    return specimen(pack) + text(say("paper.mark"), "lead") + html('<ul class="lead">{}</ul>', legend) + joined(cards)


def _words(pack: Pack, block: str) -> str:
    return pack.article.quote(pack.article.block(block))


def caption_answers(pack: Pack, part: PaperPart) -> Html:
    """What both readers call each stretch of words and why; where they differ, both."""
    cards = []
    for one in _captions(pack, part):
        rows = [(span.text, _tags(span), _reasons(span)) for span in key_spans(pack.article, one)]
        columns = [say(f"paper.caption_columns.{name}") for name in ("words", "readers", "why")]
        cards.append(card(CAPTION + one.block, paragraph(one.block), table(columns, rows, look="fine"), "reply"))
    return joined(text(line) for line in key_lines(pack)) + joined(cards)


def _tags(span: KeySpan) -> str:
    tags = [say(f"captions.tag.{tag or NO_TAG}") for tag in span.tags]
    return tags[0] if span.tag else say("paper.readers_differ", first=tags[0], second=tags[1])


def _reasons(span: KeySpan) -> str:
    return " / ".join(dict.fromkeys(reason for reason in span.reasons if reason))


def _asked(step: Step) -> list[tuple[str, str]]:
    return [(one.block, one.talk) for one in step.captions]


def _key(pack: Pack, part: PaperPart) -> list[tuple[str, str]]:
    """The words that a class votes on in a one-shot, each with what both readers call it."""
    steps = pack.one_shot.steps if pack.one_shot else ()
    quotes = {one.block: one.words for step in steps for one in step.captions}
    return [(quote.text, _any_tag(quote, one)) for one in _captions(pack, part) for quote in quotes.get(one.block, ())]


def _any_tag(quote: Quote, caption: Caption) -> str:
    return " / ".join(dict.fromkeys(say(f"captions.tag.{tag}") for tag, _ in readings_of(quote, caption)))


PRINTS = {
    "captions": Print(
        captions,
        caption_answers,
        is_there=lambda pack: pack.captions,
        knows=lambda pack, one: one in {caption.block for caption in pack.captions},
        asked=_asked,
        key=_key,
    ),
}
