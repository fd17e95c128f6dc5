"""On paper: captions side by side, with another name in them, and in own words."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.activities.caption_study.part import ASKED, StudiedCaption, study_of, the_study_of
from readtwice.activities.caption_study.swap import marked_html, parts
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.drawing import as_address
from readtwice.page.paper.parts import card, drawn, labelled, rules, table, text, ticks
from readtwice.page.paper.printing import Print
from readtwice.page.views import paragraph
from readtwice.words import say, words

REWRITE_LINES = 5


def scene(pack: Pack, part: PaperPart) -> Html:
    """A picture in words, with no caption and with three, and how sure each makes a reader."""
    asked, told = words()["caption_swap"], the_study_of(pack).scene
    captions = {"none": asked["no_caption"], "neutral": told.neutral}
    captions |= {"flattering": told.flattering, "hostile": told.hostile}
    sure = html("<p>{}</p>{}", asked["ask"], ticks(asked["sure"].values()))
    steps = joined(
        html('<div class="keep">{}{}</div>', labelled(say("paper.numbered", number=number), caption), sure)
        for number, caption in enumerate(captions.values(), start=1)
    )
    picture = drawn(as_address(told.drawing), "") if told.drawing else ""
    card_ = html('<div class="card">{}{}{}</div>', picture, labelled(asked["picture"], told.picture), steps)
    return text(say("paper.scene"), "lead") + card_ + rules(say("paper.what_changed"), 2)


def side_by_side(pack: Pack, part: PaperPart) -> Html:
    """What the words of each caption hold: an empty grid."""
    return _grid(pack, filled=False)


def side_by_side_answers(pack: Pack, part: PaperPart) -> Html:
    """The grid filled in, who acts on whom, and what shows when the captions stand side by side."""
    asked, sides = words()["who_does_what"], {one.id: one.label for one in the_study_of(pack).subjects}
    rows = [(_column(one, sides), one.acts, one.to, one.left_out) for one in the_study_of(pack).captions]
    found = [
        f"{one.say} {' · '.join(f'{paragraph(q.block)} “{q.text}”' for q in one.quotes)}"
        for one in the_study_of(pack).findings
    ]
    acting = table((asked["caption"], *asked["columns"].values()), rows, caption=asked["name"], look="fine")
    return _grid(pack, filled=True) + acting + listed(found)


def _column(one: StudiedCaption, sides: dict[str, str]) -> str:
    return say("who_does_what.column", where=paragraph(one.block), side=sides[one.subject])


def _grid(pack: Pack, *, filled: bool) -> Html:
    asked, sides = words()["who_does_what"], {one.id: one.label for one in the_study_of(pack).subjects}
    told = {1: asked["yes"], 0: asked["none"], -1: asked["in_doubt"]}
    features: dict[str, str] = asked["features"]
    if not filled:
        features = {name: asked["columns"][name] for name in asked["columns"]} | features
    rows = [
        (label, *(told[one.holds(name)] if filled else "" for one in the_study_of(pack).captions))
        for name, label in features.items()
    ]
    header = (asked["hold"], *(_column(one, sides) for one in the_study_of(pack).captions))
    return table(header, rows, look="fine" if filled else "open fine")


def _studied(pack: Pack, part: PaperPart) -> Iterable[StudiedCaption]:
    return [
        the_study_of(pack).caption(block) for block in part.of or [one.block for one in the_study_of(pack).captions]
    ]


def swap(pack: Pack, part: PaperPart) -> Html:
    """A caption with another name in it, and how it sounds. Never marked."""
    asked = words()["swap"]
    cards = []
    for one in _studied(pack, part):
        block = pack.article.block(one.block)
        swapped = parts(
            pack.article.quote(pack.article.block(one.block)), block, ((put.quote, put.put) for put in one.swap.put)
        )
        body = html("<p>{}:</p>{}<p>{}</p>", asked["swapped"], marked_html(swapped), asked["ask"])
        body += ticks(asked["choices"].values())
        cards.append(card(f"swap-{one.block}", say("swap.title", where=paragraph(one.block)), body))
    return text(asked["how"], "lead") + joined(cards)


def swap_answers(pack: Pack, part: PaperPart) -> Html:
    """Which words carry the slant whatever the name, and what to say of it."""
    cards = []
    for one in _studied(pack, part):
        block = pack.article.block(one.block)
        printed = parts(
            pack.article.quote(pack.article.block(one.block)), block, ((quote, quote.text) for quote in one.added)
        )
        body = html("<p>{}:</p>{}{}", words()["swap"]["slant"], marked_html(printed), text(one.swap.note))
        cards.append(card(f"swap-{one.block}", say("swap.title", where=paragraph(one.block)), body, "reply"))
    return joined(cards) + text(say("paper.no_key"))


def rewrite(pack: Pack, part: PaperPart) -> Html:
    """A caption as printed, and lines for a fairer one."""
    asked = words()["rewrite"]
    cards = []
    for one in _studied(pack, part):
        body = labelled(asked["printed"], pack.article.quote(pack.article.block(one.block))) + rules(
            f"{asked['yours']}:", REWRITE_LINES
        )
        cards.append(card(f"rewrite-{one.block}", say("rewrite.title", where=paragraph(one.block)), body))
    return text(asked["how"], "lead") + joined(cards)


def rewrite_answers(pack: Pack, part: PaperPart) -> Html:
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
    return joined(cards)


def _knows(pack: Pack, one: str) -> bool:
    held = study_of(pack)
    return held is not None and one in {caption.block for caption in held.captions}


PRINTS = {
    "scene": Print(scene, is_there=study_of),
    "side by side": Print(side_by_side, side_by_side_answers, is_there=study_of),
    "swap": Print(swap, swap_answers, is_there=study_of, knows=_knows),
    "rewrite": Print(rewrite, rewrite_answers, is_there=study_of, knows=_knows),
}
