"""On paper: cards on short stories. Neighbours get sheets that differ in the twins of their cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readtwice.authoring.paper_forms import SHEETS
from readtwice.markup import Html, html, joined
from readtwice.pack import Item, Pack
from readtwice.pack.draw import dealt, drawn
from readtwice.pack.shuffled import shuffled
from readtwice.pack.stories import pack_of
from readtwice.page.cards_on_paper import answer, question, relations
from readtwice.page.on_paper import text
from readtwice.syllabus import syllabus
from readtwice.words import say


def _sheets(lesson: str, uses: Iterable[str]) -> Iterator[tuple[str, Pack, list[Item], str]]:
    """What stands above each sheet, the pack as it has it, its cards, and how their ids end."""
    uses = tuple(uses)
    pack = next((found for use in uses if (found := pack_of(lesson, use))), None)
    if pack is None:
        return
    sets = [shuffled(pack.items_for(lesson, use)) for use in uses]
    cards = [item for asked in sets for item in asked]
    with_twins = {item.card for item in pack.twins}
    if not with_twins & {item.id for item in cards}:
        yield "", pack, cards, ""
        return
    for place, letter in enumerate(SHEETS):
        told = drawn(pack, dealt(pack, f"sheet {letter} {lesson}"))
        own = {item.card: item for item in told.items}
        mine = [own[item.id] for asked in sets for item in _on_sheet(asked, place)]
        yield say("paper.sheet", letter=letter), told, mine, f"-stories-{letter}".lower()


def _on_sheet(cards: Sequence[Item], place: int) -> Sequence[Item]:
    """The cards of one lesson and use on a sheet. Where there are enough, no two sheets share one."""
    most = syllabus().asked(cards[0].lesson, cards[0].use) if cards else None
    if most is None:
        return cards
    start = place * most if (place + 1) * most <= len(cards) else 0
    return cards[start : start + most]


def stories(lesson: str, uses: Iterable[str]) -> Html:
    """The cards of a lesson and uses: sheet A, then sheet B, of which a learner takes one."""
    sets = []
    for sheet, told, items, end in _sheets(lesson, uses):
        asked = joined(question(told, item, number, end=end, numbered=False) for number, item in enumerate(items, 1))
        sets.append(html("<div>{}{}</div>", text(sheet, "heading"), relations(items) + asked))
    return joined(sets)


def stories_answers(lesson: str, uses: Iterable[str]) -> Html:
    """The key of each card, for each sheet."""
    sets = []
    for sheet, told, items, end in _sheets(lesson, uses):
        replies = joined(answer(told, item, number, sheet=end, numbered=False) for number, item in enumerate(items, 1))
        sets.append(text(sheet, "heading") + replies)
    return joined(sets)
