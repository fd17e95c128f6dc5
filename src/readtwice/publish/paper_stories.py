"""On paper: cards on short stories. Neighbours get sheets that differ in their cards, or in the twins of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from readtwice.activities import drawing
from readtwice.markup import Html, html, joined
from readtwice.pack import Item, Pack
from readtwice.pack.draw import drawn
from readtwice.pack.shuffled import shuffled
from readtwice.pack.stories import pack_of
from readtwice.page.paper.cards import answer, question, relations
from readtwice.page.paper.parts import text
from readtwice.page.paper.sheets import SHEETS, least_alike
from readtwice.words import say


def _sheets(lesson: str, uses: Iterable[str]) -> Iterator[tuple[str, Pack, list[Item], str]]:
    """What stands above each sheet, the pack as it has it, its cards, and how their ids end."""
    uses = tuple(uses)
    pack = next((found for use in uses if (found := pack_of(lesson, use))), None)
    if pack is None:
        return
    cards = [item.id for use in uses for item in shuffled(pack.items_for(lesson, use))]
    with_twins = {item.card for item in pack.twins}
    if not with_twins & {*cards}:
        yield "", pack, [pack.item(card) for card in cards], ""
        return
    for letter, chosen in _chosen(pack, cards, lesson):
        told = drawn(pack, chosen)
        own = {item.card: item for item in told.items}
        asked = [own[card] for card in cards if card in chosen or card not in with_twins]
        yield say("paper.sheet", letter=letter), told, asked, f"-stories-{letter}".lower()


def on_sheets(pack: Pack) -> dict[str, Pack]:
    """A lesson whose cards have twins, as each sheet has it, by letter: its text, and the cards that it asks."""
    found, with_twins = {}, {item.card for item in pack.twins}
    for letter, chosen in _chosen(pack, [item.id for item in pack.items], "lesson"):
        told = drawn(pack, chosen)
        asked = tuple(item for item in told.items if item.card in chosen or item.card not in with_twins)
        found[letter] = told.with_(items=asked)
    return found


def _chosen(pack: Pack, cards: Sequence[str], lesson: str) -> Iterator[tuple[str, dict[str, Item]]]:
    """For each sheet the state of each of these cards, as different from the sheet before as a few draws allow."""
    before: dict[str, Item] = {}

    def likeness(draw: Mapping[str, Item]) -> tuple[int, int]:
        return sum(before.get(card) == item for card, item in draw.items()), len(draw.keys() & before.keys())

    for letter in SHEETS:
        chosen = least_alike(pack, f"sheet {letter} {lesson}", cards, likeness)
        before |= chosen
        yield letter, chosen


def stories(lesson: str, uses: Iterable[str], letters: str = "") -> Html:
    """The cards of a lesson and uses: sheet A, then sheet B, of which a learner takes one; or those of `letters`."""
    sets = []
    for sheet, told, items, end in _sheets(lesson, uses):
        if letters and sheet and sheet not in {say("paper.sheet", letter=letter) for letter in letters}:
            continue
        asked = joined(
            question(told, item, number, drawing(told, item), end=end, numbered=False)
            for number, item in enumerate(items, 1)
        )
        sets.append(html("<div>{}{}</div>", text(sheet, "heading"), relations(items) + asked))
    return joined(sets)


def stories_answers(lesson: str, uses: Iterable[str]) -> Html:
    """The key of each card, for each sheet."""
    sets = []
    for sheet, told, items, end in _sheets(lesson, uses):
        replies = joined(answer(told, item, number, sheet=end, numbered=False) for number, item in enumerate(items, 1))
        sets.append(text(sheet, "heading") + replies)
    return joined(sets)
