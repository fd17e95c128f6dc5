"""Twins: which state of each card a learner sees, and the pack as it reads then.

A card with twins stands clean and flawed (and open, where what decides it can be missing), alike but for the words
that make the fault. The draw rests on a learner's code and the cards alone, so it comes out the same on every machine
and in every version of Python.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from readtwice.article import Article
from readtwice.pack.compiled_article import Pieces, article_of, plain_article, quotes_of
from readtwice.pack.item import Change, Item, Quote
from readtwice.syllabus import syllabus
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.pack.captions import Caption, Reading
    from readtwice.pack.form import Form, FormCard, Story
    from readtwice.pack.pack import Pack
    from readtwice.pack.part import QuoteOf

RECORD = "record"
"""Where a change stands that is not in the story but in what the record shows."""

ASKED = {"recall": 2, "exit": 2}
"""Of the cards with twins that open or end a lesson each learner is asked so many, drawn, unless the course says how
many of that lesson; of other uses all."""


OF_SEVEN = ("flawed", "flawed", "flawed", "clean", "clean", "clean", "open")
"""How often a card of a lesson is in each state that it has: as often clean as flawed, so that no habit is favored."""


@dataclass(frozen=True, slots=True)
class Draw:
    """How states are drawn, today or, where said so, in an earlier version: its codes rest on it.

    `flawed`: of eight cards of a form how many, at least and at most. Each card of a lesson is drawn by itself, since
    there one learns at once what the last one was. `by_number`: as in a form, and of three cards or fewer any number.
    """

    flawed: tuple[int, int] = (3, 5)
    by_number: bool = False


TODAY = Draw()


def variants(pack: Pack, card: str) -> tuple[Item, ...]:
    """Every state of a card: the one that is printed in the pack first. Raises KeyError."""
    return (pack.item(card), *(item for item in pack.twins if item.card == card))


def state_mark(item: Item) -> str:
    """Four characters for a state. The number that ends the id of a twin would tell: most often -3 is open."""
    return sha256(item.id.encode()).hexdigest()[:4]


def page_id(item: Item) -> str:
    """How a page calls a card that has states, and which of them it shows; it tells nobody how that one is judged."""
    return f"{item.card}-{state_mark(item)}"


def has_states(whole: Pack, item: Item) -> bool:
    """Whether a card of a pack, `whole` with all its twins, stands in more than one state."""
    return any(twin.card == item.card for twin in whole.twins)


def name_on_page(whole: Pack, item: Item) -> str:
    """How a page calls a card of a pack, `whole` with all its twins: by its id, unless that would tell its state."""
    return page_id(item) if has_states(whole, item) else item.id


def called(name: str, items: Iterable[Item]) -> Item:
    """The item of this `page_id` or, from a page that was open when the course was updated, of this id.

    Raises ValueError where no item is called so.
    """
    for item in items:
        if name in (item.id, page_id(item)):
            return item
    raise ValueError(f"no card here is called {name!r}")


def dealt(pack: Pack, learner: str, draw: Draw = TODAY) -> dict[str, Item]:
    """For each card with twins that a learner is asked, which of its states is theirs.

    Which cards open and end a lesson is drawn too: see ASKED. A pack without twins deals nothing.
    """
    found: dict[str, Item] = {}
    twins: dict[str, list[Item]] = {}  # looked through once: for each card it takes longer than all else
    for item in pack.twins:
        twins.setdefault(item.card, []).append(item)
    for name, cards, use in _sets(pack) if pack.twins else ():
        seed = f"{learner}|{pack.slug}|{name}|"
        asked = sorted(cards, key=lambda card: _number(f"{seed}asked {card}"))[
            : how_many(name.partition(" ")[0], use, len(cards))
        ]
        own = [pack.item(card) for card in cards if card in asked]
        states = {one.id: {item.state: item for item in (one, *twins.get(one.id, ()))} for one in own}
        if use and not draw.by_number:
            found |= {card: _by_itself(mine, f"{seed}state {card}") for card, mine in states.items()}
        else:
            any_number = bool(use) and len(own) < 4
            found |= _dealt(states, seed, (0, 8) if any_number else draw.flawed, open_first=bool(use))
    return found


def how_many(lesson: str, use: str, cards: int) -> int:
    """Of so many cards with twins of one lesson and use, how many each learner is asked."""
    return min(cards, syllabus().asked(lesson).get(use, ASKED.get(use, cards)))


def filled_up(answered: Collection[str], dealt: Iterable[str], count: int) -> set[str]:
    """The cards that a learner of so many was asked: all that were answered, filled up with those dealt to them."""
    open_ones = [card for card in dealt if card not in answered]
    return {*answered, *open_ones[: max(0, count - len(answered))]}


def as_asked(pack: Pack, items: Iterable[Item]) -> tuple[Item, ...]:
    """Cards of one lesson and use as printed, so many as each learner is asked: those without twins are never drawn."""
    items, with_twins = tuple(items), {item.card for item in pack.twins}
    own = [item.id for item in items if item.id in with_twins]
    drawn_from = set(own[how_many(items[0].lesson, items[0].use, len(own)) :]) if own else set[str]()
    return tuple(item for item in items if item.id not in drawn_from)


def _sets(pack: Pack) -> Iterator[tuple[str, list[str], str]]:
    """The cards that are dealt together: their name, their ids, and their use in a lesson, empty in a form."""
    for half in dict.fromkeys(story.half for story in pack.form.stories) if pack.form else ():
        assert pack.form is not None
        stories = {story.id for story in pack.form.stories if story.half == half}
        yield half, [card.item for card in pack.form.cards if card.story in stories], ""
    with_twins = {item.card for item in pack.twins if item.use != "form"}
    sets: dict[tuple[str, str], list[str]] = {}
    for item in pack.items:
        if item.id in with_twins:
            sets.setdefault((item.lesson, item.use), []).append(item.id)
    for (lesson, use), cards in sets.items():
        yield f"{lesson} {use}", cards, use


def _by_itself(states: Mapping[str, Item], seed: str) -> Item:
    """One state of a card, `states` has them all, that tells nothing of the cards beside it."""
    mine = [state for state in OF_SEVEN if state in states]
    return states[mine[_number(seed) % len(mine)]]


def _dealt(
    states: Mapping[str, Mapping[str, Item]], seed: str, eighths: tuple[int, int], *, open_first: bool
) -> dict[str, Item]:
    """`states` has those of each card. `open_first`: few cards can be left open, and would seldom be if those that are
    flawed were chosen before."""
    low, high = len(states) * eighths[0] // 8, -(-len(states) * eighths[1] // 8)
    wanted = low + _number(f"{seed}flawed") % (high - low + 1)
    sound = len(states) - wanted
    can_be_open = sum("open" in mine for mine in states.values())
    most_open = min(sound, (can_be_open + 1) // 2) if open_first else int(sound > 2)  # so that something is sound
    may_be_open = _number(f"{seed}open") % (most_open + 1)
    wanted -= sum(set(mine) == {"flawed"} for mine in states.values())
    found = {}
    order = sorted(states, key=lambda card: _number(seed + card))
    if open_first:
        left_open = [card for card in order if "open" in states[card]][:may_be_open]
        found = {card: states[card]["open"] for card in left_open}
        may_be_open = 0
    for card in order:
        mine = states[card]
        if len(mine) > 1 and card not in found:
            state = "flawed" if "flawed" in mine and wanted > 0 else "clean" if "clean" in mine else next(iter(mine))
            if state == "clean" and may_be_open and "open" in mine:
                state = "open"
            wanted -= state == "flawed"
            may_be_open -= state == "open"
            found[card] = mine[state]
    return found


def _number(seed: str) -> int:
    return int.from_bytes(sha256(seed.encode("utf-8", "surrogatepass")).digest())


def article_with(article: Article, changes: Iterable[Change]) -> Article:
    """The article as it reads with some changes. Raises ValueError for words that stand in no sentence, or in two."""
    told = plain_article(article)
    changed = changed_pieces({block["id"]: block["text"] for block in told["blocks"]}, changes)
    blocks = [{**block, "text": changed.get(block["id"], block["text"])} for block in told["blocks"]]
    return article_of({**told, "blocks": blocks})


def changed_pieces(pieces: Pieces, changes: Iterable[Change]) -> dict[str, list[str]]:
    """The blocks that read otherwise with some changes. Raises ValueError as `article_with` does."""
    found: dict[str, list[str]] = {}
    for change in changes:
        if change.where != RECORD:
            own = found.setdefault(change.where, [*pieces.get(change.where, ())])
            holds = [place for place, piece in enumerate(own) if place % 2 and change.printed in piece]
            if len(holds) != 1 or own[holds[0]].count(change.printed) != 1:
                raise ValueError(say("problem.words_not_once", where=change.where, words=change.printed[:50]))
            own[holds[0]] = own[holds[0]].replace(change.printed, change.told)
    return found


def drawn(pack: Pack, chosen: Mapping[str, Item]) -> Pack:
    """The pack as it reads for a learner: `chosen` has one state for each card, as dealt; others stay as printed.

    It has no twins any more. Raises ValueError where the words of two cards get in each other's way.
    """
    if not pack.twins:
        return pack
    changes = [change for item in chosen.values() if item.twin for change in item.twin.words]
    article = article_with(pack.article, changes)
    quote = quotes_of(article)
    items = tuple(_standing(chosen.get(item.id, item), quote) for item in pack.items)
    form = pack.form and _form(pack.form, chosen)
    captions = tuple(_caption(one, quote) for one in pack.captions)
    return pack.with_(article=article, items=items, form=form, captions=captions, twins=())


def alone(pack: Pack, item: Item) -> Pack:
    """The pack as it reads where one card is in this state and all others are as printed."""
    return pack if not item.twin else drawn(pack, {item.card: item})


def _standing(item: Item, quote: QuoteOf) -> Item:
    """The item with its quotes where they stand now."""

    def anew(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(quote({one.block: one.text}) for one in quotes)

    return replace(item, sides=tuple(map(anew, item.sides)), targets=anew(item.targets))


def _caption(caption: Caption, quote: QuoteOf) -> Caption:
    """The caption with its tagged words where they stand now. Raises ValueError where a card's words changed them."""

    def anew(reading: Reading) -> Reading:
        return tuple(replace(one, quote=quote({one.quote.block: one.quote.text})) for one in reading)

    return replace(caption, first=anew(caption.first), second=anew(caption.second))


def _form(form: Form, chosen: Mapping[str, Item]) -> Form:
    changes: dict[str, list[Change]] = {}
    for card in form.cards:
        item = chosen.get(card.item)
        if item and item.twin:
            changes.setdefault(card.story, []).extend(one for one in item.twin.words if one.where == RECORD)
    stories = tuple(_story(story, changes.get(story.id, [])) for story in form.stories)
    return replace(form, stories=stories, cards=tuple(_card(card, chosen.get(card.item)) for card in form.cards))


def _story(story: Story, changes: Iterable[Change]) -> Story:
    lines = list(story.shows)
    for change in changes:
        holds = [place for place, line in enumerate(lines) if change.printed in line]
        if len(holds) != 1:
            raise ValueError(say("problem.words_not_once_record", words=change.printed[:50]))
        lines[holds[0]] = lines[holds[0]].replace(change.printed, change.told, 1)
    return replace(story, shows=tuple(line.strip() for line in lines if line.strip()))


def _card(card: FormCard, item: Item | None) -> FormCard:
    """The card in this state: what decides it has changed with it; only a flaw flatters or harms."""
    if item is None:
        return card
    words = card.decided_by
    if item.twin:
        words = item.twin.decided_by or ("" if item.state == "open" else words)
        for change in () if item.twin.decided_by else item.twin.words:
            words = words.replace(change.printed, change.told)
    return replace(card, item=item.id, tilt=card.tilt if item.is_flawed else "neither", decided_by=words)
