"""Card sets: the cards that are answered together and can be handed in together, as one short code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import chain

from readtwice.pack import Item, Pack
from readtwice.pack.compiled import all_packs
from readtwice.pack.draw import TODAY, Draw, as_asked, dealt, variants
from readtwice.pack.item import SEARCH, TAPPED
from readtwice.record.slip import learner_number
from readtwice.words import say

OCCASIONS = ("before", "after", "fresh")
"""When a form is answered: before the course, after it, or on a fresh text later."""

UNLOCKED_BY = {"before": "after", "after": "after", "fresh": "fresh"}
"""What is said to the answers of an occasion is shown once those of this occasion are all there."""

HALVES = ("first", "second", "whole")
LESSON_USES = ("recall", "exit")
_WHEN = {"recall": "recall", "exit": "lesson"}
_FIRST_SEARCH_SET = 10
_FIRST_LESSON_SET = 16


@dataclass(frozen=True, slots=True)
class CardSet:
    """Some cards of a pack. `number`, 1 to 63, is theirs within the pack for good; `name` is how people call them.

    `occasion` is that of their answers, or how it begins, up to a hyphen. `part`, of a form: first, second or whole.
    Where cards have twins, `items` are as printed until the set is a learner's own, by `of`; `states` has, for each
    card, all that a learner may get. Of more cards than a learner is asked, the first stand for those that are drawn.
    A set that `is_old` has cards as they were before: its codes are still read. Cards of a lesson with twins say how
    they are drawn.
    """

    pack: str
    number: int
    name: str
    occasion: str
    items: tuple[Item, ...]
    part: str = ""
    states: tuple[tuple[Item, ...], ...] = ()
    deal: Callable[[str], dict[str, Item]] | None = field(default=None, compare=False, repr=False)
    is_old: bool = False
    draw: Draw | None = None

    @property
    def every(self) -> tuple[Item, ...]:
        """All that learners get: each state of each card."""
        return tuple(item for card in self.states for item in card) or self.items

    @property
    def cards(self) -> frozenset[str]:
        """The ids of its cards, in whatever state they are."""
        return frozenset(item.card for item in self.every)

    def of(self, learner: str) -> CardSet:
        """The set as it is this learner's, by their code."""
        if self.deal is None:
            return self
        dealt = self.deal(learner)
        own = (dealt.get(card[0].id) if len(card) > 1 else card[0] for card in self.states)
        return replace(self, items=tuple(item for item in own if item))

    @property
    def revision(self) -> int:
        """Twelve bits that change when a card or twin is added, taken out or revised, stands elsewhere, or is drawn in
        another way."""
        cards = " ".join(f"{item.id}:{item.revision}" for item in self.every)
        if self.draw and not self.draw.by_number:
            cards += " each by itself"
        return int.from_bytes(sha256(cards.encode()).digest()[:2]) >> 4


def known_sets() -> Iterator[CardSet]:
    """Every card set of every pack at hand, and those whose codes were given before their cards had all their twins."""
    for pack in all_packs().values():
        yield from sets_in_their_time(pack)


def sets_in_their_time(pack: Pack) -> Iterator[CardSet]:
    """Every card set of a pack as it is now, then as it was, the latest first."""
    earlier = (card_sets(one, draw=draw, is_old=True) for one, draw in _with_fewer_twins(pack))
    seen = set()
    for cards in chain(card_sets(pack), _retired_sets(pack), *earlier):
        known = cards.number, cards.revision
        if known not in seen and (cards.items or not cards.is_old):
            seen.add(known)
            yield cards


def with_earlier(pack: Pack) -> list[list[CardSet]]:
    """Each card set of a pack as it is now, then as it was, the latest first.

    Cards that made room for others under their number are a set of their own.
    """
    found: list[list[CardSet]] = []
    for cards in sets_in_their_time(pack):
        alike = (one for one in found if one[0].number == cards.number and one[0].cards & cards.cards)
        if mine := next(alike, None):
            mine.append(cards)
        else:
            found.append([cards])
    return found


def revisions_that_count(sets: Iterable[CardSet]) -> dict[tuple[str, str, int], int]:
    """Of items that stood in other words in some of the sets: pack, id and revision then, and the revision of today.

    An answer to these words is right where it would be today: no old set is known in which the key was another one.
    """
    sets = tuple(sets)
    today = {(cards.pack, item.id): item.revision for cards in sets if not cards.is_old for item in cards.every}
    earlier = {(cards.pack, item.id, item.revision) for cards in sets if cards.is_old for item in cards.every}
    return {
        (pack, item, then): today[pack, item]
        for pack, item, then in earlier
        if (pack, item) in today and today[pack, item] != then
    }


def _with_fewer_twins(pack: Pack) -> Iterator[tuple[Pack, Draw]]:
    """A pack as it was before its cards had all their twins, the latest first, and how states were drawn."""
    with_twins = {one.card for one in pack.twins} if pack.slug in REWORDED else ()
    items, twins = (
        tuple(replace(one, revision=1) if one.card in with_twins and one.revision == 2 else one for one in of)
        for of in (pack.items, pack.twins)
    )
    pack = pack.with_(items=items)
    for came in (PAIRS_COULD_BE_OPEN_LATER, OPEN_CAME_LATER):
        twins = tuple(one for one in twins if one.id not in came.get(pack.slug, ()))
        yield pack.with_(twins=twins), BY_NUMBER
    if later := TWINS_CAME_LATER.get(pack.slug):
        yield pack.with_(twins=tuple(one for one in twins if one.card not in later)), FEWER_FLAWED
    if pack.twins:
        yield pack.with_(twins=()), FEWER_FLAWED


def card_sets(pack: Pack, *, draw: Draw = TODAY, is_old: bool = False) -> Iterator[CardSet]:
    """Every card set of a pack: its form on each occasion, then the entry and exit cards of each lesson.

    `draw` as in `dealt`. Before there were twins, lessons gave no codes that are still about.
    """
    if pack.form:
        for occasion in OCCASIONS:
            for half in HALVES:
                yield form_set(pack, half, occasion, draw=draw, is_old=is_old)
    if is_old and not pack.twins:
        return
    yield from search_sets(pack, draw=draw, is_old=is_old)
    for lesson in sorted({item.lesson for item in pack.items}):
        for use in LESSON_USES:
            items = tuple(item for item in pack.items_for(lesson, use) if item.kind in TAPPED)
            number = _FIRST_LESSON_SET + 2 * int(lesson) + LESSON_USES.index(use)
            if items and number < 64:
                name = say("error.record.lesson", lesson=lesson, use=use)
                yield _lesson_set(pack, number, name, _WHEN[use], items, draw, is_old=is_old)


def _retired_sets(pack: Pack) -> Iterator[CardSet]:
    """Cards that ended a lesson of the pack, and no longer do."""
    for (slug, number), cards in _RETIRED.items():
        if slug == pack.slug:
            lesson, place = divmod(number - _FIRST_LESSON_SET, 2)
            use = LESSON_USES[place]
            name = say("error.record.lesson", lesson=f"{lesson:02}", use=use)
            items = tuple(pack.item(one) for one in cards)
            yield CardSet(slug, number, name, _WHEN[use], items, is_old=True)


_RETIRED = {
    ("from-pageviews-to-progress", 19): ("card-12", "card-13", "card-15", "card-16"),
    ("hegseth-nato-2025", 19): ("name-b04-b11", "peace-troops-b10-b11"),
    ("hegseth-nato-2025", 21): ("talks-at-once-b10", "ammunition-b24-voice"),
    ("hegseth-nato-2025", 23): ("drones-b24", "yardstick-b19"),
    ("hegseth-nato-2025", 25): ("german-budget-b23", "who-counted-b23"),
    ("hegseth-nato-2025", 27): ("wording-positive-b23", "wording-confidence-b06"),
    ("hegseth-nato-2025", 29): ("confidence-shelf", "zelensky-guarantees-shelf"),
}
"""Cards that a lesson no longer asks, by pack and number of the set: codes about them are still read."""


TWINS_CAME_LATER = {
    "fresh-text": {
        "fresh-castle-road-stop",
        "fresh-chair-in-may",
        "fresh-early-shift",
        "fresh-late-buses",
        "fresh-line-two",
        "fresh-rides-and-income",
    },
}
"""Cards of a form that got twins when others had them. Until then that form was drawn with FEWER_FLAWED."""

BY_NUMBER = Draw(by_number=True)
FEWER_FLAWED = Draw((2, 3), by_number=True)

OPEN_CAME_LATER = {
    "form-a": ("ferry-year-3", "library-share-3", "pool-half-3"),
    "form-b": ("cheese-average-3", "garden-each-3", "repair-share-3"),
    "fresh-text": (
        "fresh-castle-road-stop-3",
        "fresh-chair-in-may-3",
        "fresh-cost-of-a-ride-3",
        "fresh-line-two-3",
        "fresh-price-of-a-bus-3",
        "fresh-rides-on-line-one-3",
    ),
    "one-shot-cards": ("market-food-3", "path-third-3"),
    "one-year-of-the-book-bus": ("card-14-3",),
    "short-stories": (
        "bees-role-3",
        "bell-found-3",
        "bell-tower-3",
        "bell-weight-3",
        "bread-heading-3",
        "fence-votes-3",
        "lenz-promise-3",
        "roof-heading-3",
        "swim-open-3",
        "swim-tested-3",
    ),
}
"""Twins in which a card stays open, and which came when the card was sound or flawed already."""

REWORDED = (
    "captions-and-posts",
    "form-a",
    "form-b",
    "fresh-text",
    "from-pageviews-to-progress",
    "one-shot-cards",
    "one-year-of-the-book-bus",
    "short-stories",
)
"""Packs in which a state of revision 2 stood in other words when the last pairs got theirs; its key is the same."""

PAIRS_COULD_BE_OPEN_LATER = {
    "form-a": ("ferry-guests-3", "lanterns-day-3", "library-hours-3", "pool-season-3"),
    "form-b": ("cheese-shops-3", "garden-beds-3", "repair-start-3", "tram-hours-3"),
    "fresh-text": (
        "fresh-council-vote-3",
        "fresh-early-shift-3",
        "fresh-late-buses-3",
        "fresh-rides-and-income-3",
    ),
    "one-shot-cards": ("market-open-3", "path-arendt-3"),
    "one-year-of-the-book-bus": ("card-02-3", "card-15-3"),
    "short-stories": ("bread-change-3", "noise-drawn-3", "tea-maker-3"),
}
"""The same of pairs: the last to come."""


def _lesson_set(
    pack: Pack, number: int, name: str, occasion: str, items: tuple[Item, ...], draw: Draw, *, is_old: bool
) -> CardSet:
    """A set of a lesson, which is a learner's own where its cards have twins."""
    with_twins = {item.card for item in pack.twins} & {item.id for item in items}
    states = tuple(variants(pack, item.id) for item in items) if with_twins else ()
    deal = partial(dealt_to, pack, draw=draw) if with_twins else None
    how = draw if with_twins else None
    return CardSet(pack.slug, number, name, occasion, as_asked(pack, items), "", states, deal, is_old, how)


def search_sets(pack: Pack, *, draw: Draw = TODAY, is_old: bool = False) -> Iterator[CardSet]:
    """The tasks of search of a form, each alone on each of its occasions: a set of one card.

    Of two, one is a learner's before the course and the other after it; of one alone, on a fresh text.
    """
    items = [item for item in pack.items if item.use == SEARCH]
    occasions = OCCASIONS[:2] if len(items) > 1 else OCCASIONS[2:]
    for place, occasion in enumerate(OCCASIONS):
        for number, item in enumerate(items[:2] if occasion in occasions else ()):
            name = say("error.record.search", topic=item.topic, occasion=occasion)
            yield CardSet(
                pack.slug,
                _FIRST_SEARCH_SET + 2 * place + number,
                name,
                occasion,
                (item,),
                states=(variants(pack, item.id),),
                deal=partial(dealt_to, pack, draw=draw),
                is_old=is_old,
                draw=draw,
            )


def form_set(pack: Pack, half: str, occasion: str, *, draw: Draw = TODAY, is_old: bool = False) -> CardSet:
    """One half of a pack's form, or the whole, on an occasion. Raises ValueError where there is no such set."""
    if pack.form is None or half not in HALVES or occasion not in OCCASIONS:
        raise ValueError(f"there is no form {half!r}, {occasion!r} in {pack.slug}")
    number = 1 + len(HALVES) * OCCASIONS.index(occasion) + HALVES.index(half)
    part = say("error.record.whole_form") if half == "whole" else say("error.record.half", half=half)
    items = tuple(pack.item(card.item) for card in pack.form.cards_of(half))  # type: ignore[arg-type]
    name = say("error.record.form", name=pack.form.name, part=part, occasion=occasion)
    states = tuple(variants(pack, item.id) for item in items) if pack.twins else ()
    deal = partial(dealt_to, pack, draw=draw) if pack.twins else None
    return CardSet(pack.slug, number, name, occasion, items, half, states, deal, is_old)


def dealt_to(pack: Pack, learner: str, draw: Draw = TODAY) -> dict[str, Item]:
    """Which state of each card is a learner's, by the number that a result code names the learner by.

    `draw` as in `dealt`.
    """
    return dealt(pack, f"{learner_number(learner):010x}", draw)
