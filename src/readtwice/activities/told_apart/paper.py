"""On paper: pages to be told apart, and pictures with what was found of their past."""

from __future__ import annotations

from readtwice.activities.told_apart.about import TOLD_APART
from readtwice.activities.told_apart.mark import Card, card_for
from readtwice.activities.told_apart.part import Page, Picture, told_apart_of
from readtwice.activities.told_apart.widget import describe, fingerprint_line
from readtwice.markup import Html, html, joined, listed
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import card, labelled, text, ticks
from readtwice.page.paper.printing import Print
from readtwice.words import say, words


def _cards(pack: Pack, part: PaperPart, what: type[Page] | type[Picture]) -> list[Card]:
    held = told_apart_of(pack)
    pieces = held.pieces if held else ()
    return [card_for(one) for one in pieces if isinstance(one, what) and (not part.of or one.id in part.of)]


def _name(one: Card) -> str:
    return TOLD_APART + one.piece.id


def _title(one: Card, number: int) -> str:
    return say("paper.card", number=number, topic=one.piece.topic)


def kinds(pack: Pack, part: PaperPart) -> Html:
    """The kinds once, with what each promises; then each page with its kinds to tick."""
    promises = html('<div class="box keep lead">{}</div>', listed(words()["page_promise"].values()))
    names = words()["page_promise_short"].values()
    cards = joined(
        card(_name(one), _title(one, number), joined(text(line) for line in one.state.lines) + ticks(names))
        for number, one in enumerate(_cards(pack, part, Page), start=1)
    )
    return text(say("told_apart.how_kinds"), "lead") + promises + cards


def pictures(pack: Pack, part: PaperPart) -> Html:
    """Each picture with its caption, what was found, and the answers to tick."""
    made = []
    for number, one in enumerate(_cards(pack, part, Picture), start=1):
        assert isinstance(one.piece, Picture)
        body = _drawn(one, seen=True) + text(one.piece.caption) + _drawn(one, seen=False)
        body += joined(text(line) for line in one.state.lines) + text(fingerprint_line(one), "label")
        made.append(card(_name(one), _title(one, number), body + text(one.asks) + ticks(one.choices.values())))
    return text(say("told_apart.how_pictures"), "lead") + joined(made)


def _drawn(one: Card, *, seen: bool) -> Html:
    assert isinstance(one.piece, Picture)
    shown = (one.piece.shown,) if seen else one.state.find
    label = say("told_apart.seen" if seen else "told_apart.found")
    return joined(text(f"{label}: {describe(drawing)}") for drawing in shown)


def _answers(pack: Pack, part: PaperPart, what: type[Page] | type[Picture]) -> Html:
    return joined(
        card(_name(one), _title(one, number), labelled(one.choices[one.state.key], one.state.why), "reply")
        for number, one in enumerate(_cards(pack, part, what), start=1)
    )


def kinds_answers(pack: Pack, part: PaperPart) -> Html:
    """The kind of each page, and why."""
    return _answers(pack, part, Page)


def picture_answers(pack: Pack, part: PaperPart) -> Html:
    """What each find tells, and why."""
    return _answers(pack, part, Picture)


def _knows_page(pack: Pack, one: str) -> bool:
    held = told_apart_of(pack)
    return held is not None and one in {page.id for page in held.kinds}


def _knows_picture(pack: Pack, one: str) -> bool:
    held = told_apart_of(pack)
    return held is not None and one in {picture.id for picture in held.pictures}


PRINTS = {
    "kinds of page": Print(kinds, kinds_answers, is_there=told_apart_of, knows=_knows_page),
    "picture past": Print(pictures, picture_answers, is_there=told_apart_of, knows=_knows_picture),
}
