"""Cards with short questions, on paper."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from readtwice.marking.matching import Match, key_line
from readtwice.markup import Html, each, html, joined, listed
from readtwice.pack import Pack
from readtwice.page.paper.parts import blank, card, labelled, quoted, row, short, text, ticks
from readtwice.words import say

TICKED = 3
"""A question with more choices has them once above its cards, with letters."""


def match_cards(pack: Pack, found: Sequence[Match], how: str) -> Html:
    """Cards with short questions. Where a question has many choices, they stand above all cards with letters."""
    long = [one for one in found[0].parts if len(one.choices) > TICKED]
    box = '<div class="box keep lead"><p><strong>{}</strong></p><ol class="letters">{}</ol></div>'
    legend = joined(html(box, one.label, each("<li>{}</li>", one.choices.values())) for one in long)
    return text(how, "lead") + legend + joined(_match(pack, one, number) for number, one in enumerate(found, start=1))


def _match(pack: Pack, match: Match, number: int) -> Html:
    body = []
    if match.original:
        body += [labelled(say("matching.source"), match.original), text(match.source, "label")]
        body.append(text(f"{say('matching.article')}:"))
    body += [quoted(pack, match.quote, lead=match.lead), labelled(say("feedback.box"), match.record), text(match.asks)]
    for one in match.parts:
        if len(one.choices) > TICKED:
            body.append(blank(say("paper.letter", question=one.label, last=ascii_uppercase[len(one.choices) - 1])))
        else:
            body.append(row(text(one.label), ticks(one.choices.values())))
    body[-len(match.parts) :] = [row(*body[-len(match.parts) :])]
    return card(match.id, say("paper.numbered", number=number), joined(body))


def match_answers(found: Sequence[Match]) -> Html:
    """What we say to each card, why, and on what that rests."""
    cards = []
    for number, one in enumerate(found, start=1):
        body = text(short(one.quote), "label") + text(say("matching.we_say", answers=key_line(one))) + text(one.why)
        cards.append(card(one.id, say("paper.numbered", number=number), body + listed(one.sources), "reply"))
    return joined(cards)
