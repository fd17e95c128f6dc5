"""What must hold in a form, so that it measures what it says and gives nothing away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from readtwice.article import Article, Block, whole_words
from readtwice.pack.draw import drawn
from readtwice.pack.form import Form, FormCard, Story
from readtwice.pack.item import SEARCH, STATES, Item
from readtwice.pack.pack import Pack
from readtwice.pack.problem import Problem
from readtwice.words import say

FILE = "form.yaml"


def blocks_of(article: Article, part: str) -> tuple[Block, ...]:
    """The blocks from the first to the last of a part such as b02-b05; none where it names no such blocks."""
    first, _, last = part.partition("-")
    ids = [block.id for block in article.blocks]
    if first not in ids or (last or first) not in ids:
        return ()
    return article.blocks[ids.index(first) : ids.index(last or first) + 1]


def check_form(pack: Pack) -> Iterator[Problem]:
    """Every problem of the form of a pack; a pack without one may have no items of use `form`."""
    problems = list(_cards(pack))
    if not problems:
        problems = list(_twins(pack))
    yield from problems
    if pack.form and not problems:
        yield from _balance(pack.form, {item.id: item for item in pack.items})


def _cards(pack: Pack) -> Iterator[Problem]:
    items = {item.id: item for item in pack.items if item.use == "form"}
    cards = pack.form.cards if pack.form else ()
    stories = {story.id: story for story in pack.form.stories} if pack.form else {}
    on_cards = Counter(card.item for card in cards)
    for item in items.values():
        if on_cards[item.id] != 1:
            message = say("problem.form_card_count", on_cards=on_cards[item.id])
            yield Problem(item.file, item.line, item.id, message, say("remedy.put_on_one_card", file=FILE))
        if not item.sureness:
            message = say("problem.two_taps")
            yield Problem(item.file, item.line, item.id, message, say("remedy.add_sureness"))
    for story in stories.values():
        if not blocks_of(pack.article, story.part):
            yield Problem(
                FILE, 0, story.id, say("problem.names_no_blocks", part=story.part[:40]), say("remedy.write_blocks")
            )
    for card in cards:
        known_item, known_story = items.get(card.item), stories.get(card.story)
        if known_item is None:
            yield Problem(FILE, 0, card.item, say("problem.no_form_item"), say("remedy.correct_id"))
        elif known_story is None:
            yield Problem(FILE, 0, card.item, say("problem.no_story", story=card.story[:40]), say("remedy.correct_id"))
        elif blocks := blocks_of(pack.article, known_story.part):
            yield from _card(card, known_item, known_story, pack.article, blocks)


def _twins(pack: Pack) -> Iterator[Problem]:
    """Whichever twins are drawn together, each card stands; those of a form are on one of its cards."""
    on_cards = {card.item for card in pack.form.cards} if pack.form else set()
    for item in pack.twins:
        if pack.form and item.use != SEARCH and item.card not in on_cards:
            message, remedy = say("problem.twins_without_card"), say("remedy.put_on_one_card", file=FILE)
            yield Problem(item.file, item.line, item.id, message, remedy)
            return
    for state in STATES if pack.twins else ():
        chosen = {item.card: item for item in pack.twins if item.state == state}
        try:
            told = drawn(pack, chosen)
        except (ValueError, LookupError) as error:
            message = say("problem.twins_apart", state=state, reason=str(error))
            yield Problem(FILE, 0, "", message, say("remedy.keep_twins_apart"))
            continue
        for found in _cards(told):
            yield replace(found, message=f"{state}: {found.message}")


def _card(card: FormCard, item: Item, story: Story, article: Article, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    quotes = [quote for side in item.sides for quote in side] or list(item.targets)
    if not {quote.block for quote in quotes} <= {block.id for block in blocks}:
        message = say("problem.quotes_outside_story", id=story.id)
        yield Problem(FILE, 0, card.item, message, say("remedy.correct_story_item"))
        return
    if item.judged_by == "shelf":
        yield Problem(FILE, 0, card.item, say("problem.form_has_no_shelf"), say("remedy.judge_text_box"))
        return
    if item.state == "open" and not card.decided_by:
        return  # what would decide it is missing: that is the point
    where = "box" if item.judged_by == "box" else "story"
    text = story.box if where == "box" else " ".join(article.quote(block) for block in blocks)
    if not whole_words(card.decided_by).search(text):
        message = say("problem.decided_by_missing", judged_by=item.judged_by, where=where)
        yield Problem(FILE, 0, card.item, message, say("remedy.quote_deciding_words"))
    if not item.is_flawed and card.tilt != "neither":
        yield Problem(FILE, 0, card.item, say("problem.clean_with_tilt", tilt=card.tilt), say("remedy.write_neither"))


def _balance(form: Form, items: dict[str, Item]) -> Iterator[Problem]:
    tilts = Counter(card.tilt for card in form.cards)
    if abs(tilts["flatters"] - tilts["harms"]) > 1:
        message = say("problem.tilts_uneven", flatter=tilts["flatters"], harm=tilts["harms"])
        yield Problem(FILE, 0, "", message, say("remedy.balance_tilts"))
    first, second = form.cells("first", items), form.cells("second", items)
    if second not in (first, _mirrored(first)):
        uneven = ", ".join(" ".join(cell) for cell in sorted({*first, *second}) if first[cell] != second[cell])
        yield Problem(FILE, 0, "", say("problem.halves_differ", uneven=uneven), say("remedy.even_halves"))


def _mirrored(cells: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """What is clean in one half is flawed in the other: allowed where a half has as many clean cards as flawed ones.

    A class then sees each skill both ways on each occasion, since half of it begins with either half.
    """
    swapped = {"clean": "flawed", "flawed": "clean"}
    mirrored = Counter({(skill, swapped.get(state, state)): count for (skill, state), count in cells.items()})
    states: Counter[str] = Counter()
    for (_, state), count in cells.items():
        states[state] += count
    return mirrored if states["clean"] == states["flawed"] else cells
