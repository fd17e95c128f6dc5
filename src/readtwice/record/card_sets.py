"""Card sets: the cards that are answered together and can be handed in together, as one short code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.compiled import shipped_packs
from readtwice.words import say

OCCASIONS = ("before", "after", "fresh")
"""When a form is answered: before the course, after it, or on a fresh text later."""

HALVES = ("first", "second", "whole")
LESSON_USES = ("recall", "exit")
_WHEN = {"recall": "recall", "exit": "lesson"}
_FIRST_LESSON_SET = 16


@dataclass(frozen=True, slots=True)
class CardSet:
    """Some cards of a pack. `number`, 1 to 63, is theirs within the pack for good; `name` is how people call them.

    `occasion` is that of their answers, or how it begins, up to a hyphen. `part`, of a form: first, second or whole.
    """

    pack: str
    number: int
    name: str
    occasion: str
    items: tuple[Item, ...]
    part: str = ""

    @property
    def revision(self) -> int:
        """Twelve bits that change when a card is added, taken out or revised, or stands elsewhere."""
        cards = " ".join(f"{item.id}:{item.revision}" for item in self.items)
        return int.from_bytes(sha256(cards.encode()).digest()[:2]) >> 4


def known_sets() -> Iterator[CardSet]:
    """Every card set of every pack that ships with the course."""
    for slug in shipped_packs():
        yield from card_sets(load_pack(slug))


def card_sets(pack: Pack) -> Iterator[CardSet]:
    """Every card set of a pack: its form on each occasion, then the entry and exit cards of each lesson."""
    if pack.form:
        for occasion in OCCASIONS:
            for half in HALVES:
                yield form_set(pack, half, occasion)
    for lesson in sorted({item.lesson for item in pack.items}):
        for use in LESSON_USES:
            items = tuple(item for item in pack.items_for(lesson, use) if item.kind in _TAPPED)
            number = _FIRST_LESSON_SET + 2 * int(lesson) + LESSON_USES.index(use)
            if items and number < 64:
                yield CardSet(pack.slug, number, say("error.record.lesson", lesson=lesson, use=use), _WHEN[use], items)


_TAPPED = ("pair", "claim", "heading", "wording")
"""Kinds that are answered by one of three verdicts."""


def form_set(pack: Pack, half: str, occasion: str) -> CardSet:
    """One half of a pack's form, or the whole, on an occasion. Raises ValueError where there is no such set."""
    if pack.form is None or half not in HALVES or occasion not in OCCASIONS:
        raise ValueError(f"there is no form {half!r}, {occasion!r} in {pack.slug}")
    number = 1 + len(HALVES) * OCCASIONS.index(occasion) + HALVES.index(half)
    part = say("error.record.whole_form") if half == "whole" else say("error.record.half", half=half)
    items = tuple(pack.item(card.item) for card in pack.form.cards_of(half))  # type: ignore[arg-type]
    return CardSet(
        pack.slug,
        number,
        say("error.record.form", name=pack.form.name, part=part, occasion=occasion),
        occasion,
        items,
        half,
    )
