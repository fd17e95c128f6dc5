"""On paper: forms. Stories with their boxes, cards answered by one tick in a row of five, and their answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from readtwice.markup import Html, html, joined
from readtwice.pack import Item, Pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.draw import dealt, drawn
from readtwice.pack.form import Form, FormCard, Half, cards_in_order
from readtwice.page.paper.cards import answer, choices
from readtwice.page.paper.parts import block_html, card, labelled, specimen, text, ticks
from readtwice.page.paper.sheets import SHEETS
from readtwice.page.views import quote_html, quote_view
from readtwice.words import say

HALVES: dict[str, tuple[Half, Half]] = {"before": ("first", "second"), "after": ("second", "first")}
"""On each occasion the half of the even slips, then that of the odd ones, as on screen."""


WHOLE = "whole"
"""An occasion on which everybody answers all stories of a form, halved or not."""


def _sets(pack: Pack, occasion: str, letters: str = "") -> Iterator[tuple[str, Half, Pack, str]]:
    """The sheets of an occasion: who takes each, its half, the pack as that sheet has it, and how ids end.

    A form on one text is never halved. With `letters` a lesson is on sheets of its own, one letter for each half: these
    sets alone.
    """
    assert pack.form is not None
    if letters or occasion == WHOLE:
        yield from _by_letter(pack, occasion, letters or "".join(SHEETS if pack.twins else SHEETS[:1]))
        return
    halves: list[tuple[str, Half]] = [("", "whole")]
    if occasion in HALVES and all(story.half != "whole" for story in pack.form.stories):
        who = (say("paper.even"), say("paper.odd"))
        halves = list(zip(who, HALVES[occasion], strict=True))
    for who_takes_it, half in halves:
        if not pack.twins:
            yield who_takes_it, half, pack, ""
        for letter in SHEETS if pack.twins else ():
            sheet = say("paper.sheet", letter=letter)
            told = drawn(pack, dealt(pack, f"sheet {letter} {occasion}"))
            yield f"{who_takes_it} {sheet}".strip(), half, told, f"-{occasion}-{letter}".lower()


def _by_letter(pack: Pack, occasion: str, letters: str) -> Iterator[tuple[str, Half, Pack, str]]:
    assert pack.form is not None
    halved = occasion in HALVES and all(story.half != "whole" for story in pack.form.stories)
    halves: tuple[Half, Half] = HALVES[occasion] if halved else ("whole", "whole")
    for letter, half in zip(SHEETS, halves, strict=True):
        if letter in letters:
            told = drawn(pack, dealt(pack, f"sheet {letter} {occasion}"))
            end = f"-{occasion}-{letter}".lower() if pack.twins else ""
            yield say("paper.sheet", letter=letter) if letters != SHEETS[0] or pack.twins else "", half, told, end


def has_two_sets(pack: Pack, occasion: str) -> bool:
    """Whether a form is printed in two sets or more, of which a learner takes one."""
    return pack.form is not None and len(list(_sets(pack, occasion))) > 1


def form(pack: Pack, occasion: str, letters: str = "") -> Html:
    """Each set on pages of its own, story by story, so that nobody turns back to an earlier card."""
    assert pack.form is not None
    sets = []
    for number, (who, half, told, end) in enumerate(_sets(pack, occasion, letters)):
        assert told.form is not None
        cards = _in_printed_order(pack, told, half)
        numbered = groupby(enumerate(cards, start=1), lambda one: one[1].story)
        stories = joined(_story(told, told.form, list(group), end) for _, group in numbered)
        intro = say("paper.form_intro", count=len(cards))
        look = Html(' class="new-page"') if number else ""
        above = text(who, "heading") + text(intro) + specimen(pack)
        sets.append(html("<div{}>{}{}</div>", look, above, stories))
    return joined(sets)


def _in_printed_order(pack: Pack, told: Pack, half: Half) -> tuple[FormCard, ...]:
    """The cards of a sheet: the same place for each card, whichever of its states the sheet has."""
    assert pack.form is not None
    assert told.form is not None
    own = {told.item(card.item).card: card for card in told.form.cards}
    return tuple(own[card.item] for card in cards_in_order(pack, pack.form, half))


def _story(pack: Pack, found: Form, cards: list[tuple[int, FormCard]], end: str) -> Html:
    """A story with its box, then its numbered cards. A short story never breaks across pages."""
    story = found.story(cards[0][1].story)
    blocks = joined(block_html(pack, block, numbered=False) for block in blocks_of(pack.article, story.part))
    box = html('<p class="box"><strong>{}:</strong> {}</p>', say("form.box"), story.box)
    asked = joined(_card(pack, pack.item(one.item), number, end) for number, one in cards)
    told = blocks + box if story.half == "whole" else html('<div class="keep">{}{}</div>', blocks, box)
    return told + asked


def _card(pack: Pack, item: Item, number: int, end: str) -> Html:
    """One tick gives verdict and sureness together. The paragraphs of a story have no numbers."""
    views = ({**quote_view(pack.article, quote, marked=item.kind != "pair"), "where": ""} for quote in item.shown)
    body = joined(map(quote_html, views)) + text(item.prompt) + ticks(choices(item))
    return card(item.card + end, say("paper.card", number=number, topic=item.topic), body)


def form_keys(pack: Pack, occasion: str, letters: str) -> Iterator[tuple[str, list[tuple[int, Item]]]]:
    """Each set with its numbered cards in the state that they have on it."""
    for who, half, told, _ in _sets(pack, occasion, letters):
        cards = _in_printed_order(pack, told, half)
        yield who, [(number, told.item(one.item)) for number, one in enumerate(cards, start=1)]


def form_answers(pack: Pack, occasion: str, letters: str = "") -> Html:
    """The key of each card and the words that decide it. A lesson with `letters` asks before and after itself."""
    assert pack.form is not None
    sets = []
    for who, half, told, end in _sets(pack, occasion, letters):
        cards = _in_printed_order(pack, told, half)
        replies = joined(
            answer(told, told.item(one.item), number, labelled(say("form.decided_by"), one.decided_by), end)
            for number, one in enumerate(cards, start=1)
        )
        sets.append(text(who, "heading") + replies)
    return text(keep_until(occasion, letters)) + joined(sets)


def keep_until(occasion: str, letters: str = "") -> str:
    """Until when a teacher keeps the key of a form to themselves: nothing after a course, which ends with it."""
    if letters:
        return say("paper.keep_until_exit")
    return {"before": say("paper.keep_until"), WHOLE: say("paper.keep_until_handed_in")}.get(occasion, "")
