"""On paper: captions to mark, side by side, with another name put in, and to write anew."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from readtwice.authoring.paper_page import card, labelled, listed, rules, specimen, table, text, ticks
from readtwice.marking.caption_key import KeySpan, key_spans
from readtwice.pack import Pack
from readtwice.pack.caption_study import ASKED, StudiedCaption
from readtwice.pack.captions import TAGS, Caption
from readtwice.pack.paper import PaperPart
from readtwice.widgets.captions import CAPTION, key_lines
from readtwice.widgets.swap import Parts, parts
from readtwice.widgets.views import paragraph
from readtwice.words import say, words

REWRITE_LINES = 5
NO_TAG = "none"


def scene(pack: Pack, part: PaperPart) -> str:
    """A picture in words, with no caption and with three, and how sure each makes a reader."""
    assert pack.study is not None
    asked, told = words()["caption_swap"], pack.study.scene
    captions = {"none": asked["no_caption"], "neutral": told.neutral}
    captions |= {"flattering": told.flattering, "hostile": told.hostile}
    steps = "".join(
        f'<div class="keep">{labelled(say("paper.numbered", number=number), caption)}'
        f"<p>{escape(asked['ask'])}</p>{ticks(asked['sure'].values())}</div>"
        for number, caption in enumerate(captions.values(), start=1)
    )
    picture = labelled(asked["picture"], told.picture)
    card_ = f'<div class="card">{picture}{steps}</div>'
    return text(say("paper.scene"), "lead") + card_ + rules(say("paper.what_changed"), 2)


def _captions(pack: Pack, part: PaperPart) -> list[Caption]:
    known = {caption.block: caption for caption in pack.captions}
    return [known[one] for one in part.of or known]


def captions(pack: Pack, part: PaperPart) -> str:
    """Captions with room to underline, and what each kind of line means."""
    legend = "".join(
        f'<li><strong class="{tag}">{escape(say(f"captions.tag.{tag}"))}</strong>, {escape(say(f"paper.line.{tag}"))}: '
        f"{escape(say(f'captions.meaning.{tag}'))}</li>"
        for tag in TAGS
    )
    cards = (
        card(CAPTION + one.block, paragraph(one.block), f'<p class="wide">{escape(_words(pack, one.block))}</p>')
        for one in _captions(pack, part)
    )
    return specimen(pack) + text(say("paper.mark"), "lead") + f'<ul class="lead">{legend}</ul>' + "".join(cards)


def _words(pack: Pack, block: str) -> str:
    return pack.article.quote(pack.article.block(block))


def caption_answers(pack: Pack, part: PaperPart) -> str:
    """What both readers call each stretch of words and why; where they differ, both."""
    cards = []
    for one in _captions(pack, part):
        rows = [(span.text, _tags(span), _reasons(span)) for span in key_spans(pack.article, one)]
        columns = [say(f"paper.caption_columns.{name}") for name in ("words", "readers", "why")]
        cards.append(card(CAPTION + one.block, paragraph(one.block), table(columns, rows, look="fine"), "reply"))
    return "".join(text(line) for line in key_lines(pack)) + "".join(cards)


def _tags(span: KeySpan) -> str:
    tags = [say(f"captions.tag.{tag or NO_TAG}") for tag in span.tags]
    return tags[0] if span.tag else say("paper.readers_differ", first=tags[0], second=tags[1])


def _reasons(span: KeySpan) -> str:
    return " / ".join(dict.fromkeys(reason for reason in span.reasons if reason))


def side_by_side(pack: Pack, part: PaperPart) -> str:
    """What the words of each caption hold: an empty grid."""
    return _grid(pack, filled=False)


def side_by_side_answers(pack: Pack, part: PaperPart) -> str:
    """The grid filled in, who acts on whom, and what shows when the captions stand side by side."""
    assert pack.study is not None
    asked, sides = words()["who_does_what"], {one.id: one.label for one in pack.study.subjects}
    rows = [(_column(one, sides), one.acts, one.to, one.left_out) for one in pack.study.captions]
    found = [
        f"{one.say} {' · '.join(f'{paragraph(q.block)} “{q.text}”' for q in one.quotes)}" for one in pack.study.findings
    ]
    acting = table((asked["caption"], *asked["columns"].values()), rows, caption=asked["name"], look="fine")
    return _grid(pack, filled=True) + acting + listed(found)


def _column(one: StudiedCaption, sides: dict[str, str]) -> str:
    return say("who_does_what.column", where=paragraph(one.block), side=sides[one.subject])


def _grid(pack: Pack, *, filled: bool) -> str:
    assert pack.study is not None
    asked, sides = words()["who_does_what"], {one.id: one.label for one in pack.study.subjects}
    told = {1: asked["yes"], 0: asked["none"], -1: asked["in_doubt"]}
    features: dict[str, str] = asked["features"]
    if not filled:
        features = {name: asked["columns"][name] for name in asked["columns"]} | features
    rows = [
        (label, *(told[one.holds(name)] if filled else "" for one in pack.study.captions))
        for name, label in features.items()
    ]
    header = (asked["hold"], *(_column(one, sides) for one in pack.study.captions))
    return table(header, rows, look="fine" if filled else "open fine")


def _studied(pack: Pack, part: PaperPart) -> Iterable[StudiedCaption]:
    assert pack.study is not None
    return [pack.study.caption(block) for block in part.of or [one.block for one in pack.study.captions]]


def swap(pack: Pack, part: PaperPart) -> str:
    """A caption with another name in it, and how it sounds. Never marked."""
    asked = words()["swap"]
    cards = []
    for one in _studied(pack, part):
        block = pack.article.block(one.block)
        swapped = parts(_words(pack, one.block), block, ((put.quote, put.put) for put in one.swap.put))
        body = f"<p>{escape(asked['swapped'])}:</p>{_marked(swapped)}<p>{escape(asked['ask'])}</p>"
        body += ticks(asked["choices"].values())
        cards.append(card(f"swap-{one.block}", say("swap.title", where=paragraph(one.block)), body))
    return text(asked["how"], "lead") + "".join(cards)


def _marked(found: Parts) -> str:
    pieces = (f"<strong>{escape(one['text'])}</strong>" if one["marked"] else escape(one["text"]) for one in found)
    return f"<blockquote>{''.join(pieces)}</blockquote>"


def swap_answers(pack: Pack, part: PaperPart) -> str:
    """Which words carry the slant whatever the name, and what to say of it."""
    cards = []
    for one in _studied(pack, part):
        block = pack.article.block(one.block)
        printed = parts(_words(pack, one.block), block, ((quote, quote.text) for quote in one.added))
        body = f"<p>{escape(words()['swap']['slant'])}:</p>{_marked(printed)}{text(one.swap.note)}"
        cards.append(card(f"swap-{one.block}", say("swap.title", where=paragraph(one.block)), body, "reply"))
    return "".join(cards) + text(say("paper.no_key"))


def rewrite(pack: Pack, part: PaperPart) -> str:
    """A caption as printed, and lines for a fairer one."""
    asked = words()["rewrite"]
    cards = []
    for one in _studied(pack, part):
        body = labelled(asked["printed"], _words(pack, one.block)) + rules(f"{asked['yours']}:", REWRITE_LINES)
        cards.append(card(f"rewrite-{one.block}", say("rewrite.title", where=paragraph(one.block)), body))
    return text(asked["how"], "lead") + "".join(cards)


def rewrite_answers(pack: Pack, part: PaperPart) -> str:
    """A model, the facts that a rewrite keeps, and the words that it leaves out."""
    asked = words()["rewrite"]
    cards = []
    for one in _studied(pack, part):
        facts = []
        for name in dict.fromkeys((*ASKED, *(fact.part for fact in one.facts))):
            told = one.told(name)
            said = "; ".join(f"“{fact.wordings[0]}”" for fact in told) or say("paper.not_given")
            doubts = [say("rewrite.doubt", doubt=fact.doubt) for fact in told if fact.doubt]
            facts.append(" ".join([f"{asked['part'][name]}: {said}", *doubts]))
        body = labelled(asked["model"], one.model) + listed(facts)
        body += labelled(say("paper.added_words"), ", ".join(f"“{quote.text}”" for quote in one.added))
        cards.append(card(f"rewrite-{one.block}", say("rewrite.title", where=paragraph(one.block)), body, "reply"))
    return "".join(cards)
