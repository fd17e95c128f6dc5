"""What a lesson or a form asks of everybody, as cards, and how much of it was answered, right or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from readtwice.pack import Pack
from readtwice.pack.draw import as_asked, variants
from readtwice.record.card_sets import CardSet, card_sets, search_sets
from readtwice.record.event import Event

USES = ("faded", "solo", "exit")
"""What everybody answers in a lesson; the rest is shown, recalled, or for whoever has time."""

_LESSON_CARDS = "lesson"


@dataclass(frozen=True, slots=True)
class Part:
    """Cards of which so many are to be answered: each is a pack, an item and an occasion."""

    aim: int
    cards: frozenset[tuple[str, str, str]]
    is_newer: bool = False
    """Part of the work since a later version: it counts where anybody in a class handed in any of it."""

    def done(self, answered: Set[tuple[str, str, str]]) -> int:
        """How many of them are answered, at most as many as are asked for."""
        return min(self.aim, len(self.cards & answered))


def cards_answered(events: Iterable[Event]) -> set[tuple[str, str, str]]:
    """What has an answer, in the words of a `Part`."""
    return {(one.pack, one.item, one.occasion) for one in events}


def lesson_part(lesson: str, *packs: Pack) -> Part:
    """The cards of a lesson. Which cards a learner got, and which twins of them, is theirs: any count."""
    sets = [(pack, pack.items_for(lesson, use)) for pack in packs for use in USES]
    cards = frozenset(
        (pack.slug, one.id, _LESSON_CARDS) for pack, items in sets for item in items for one in variants(pack, item.id)
    )
    return Part(sum(len(as_asked(pack, items)) for pack, items in sets), cards)


def form_parts(
    packs: Mapping[str, Pack], slugs: Sequence[str], occasions: Sequence[str], *, whole: bool
) -> Iterator[Part]:
    """One part for each occasion. Which half, parallel form and twins a learner got is theirs: any counts."""
    for occasion in occasions:
        sets: list[CardSet] = [
            one for slug in slugs for one in card_sets(packs[slug]) if one.occasion == occasion and one.part
        ]
        sizes = [len(one.items) for one in sets if (one.part == "whole") == whole]
        cards = frozenset((one.pack, item.id, occasion) for one in sets for item in one.every)
        yield Part(max(sizes, default=0), cards)


def search_parts(packs: Mapping[str, Pack], slugs: Sequence[str], occasions: Sequence[str]) -> Iterator[Part]:
    """The task of search of each occasion: one of them, in whichever state a learner got."""
    for occasion in occasions:
        sets = [one for slug in slugs for one in search_sets(packs[slug]) if one.occasion == occasion]
        if sets:
            yield Part(1, frozenset((one.pack, item.id, occasion) for one in sets for item in one.every), is_newer=True)


def parallel_forms(packs: Mapping[str, Pack], form: str) -> list[str]:
    """The packs whose form has the same blueprint as that of one of them, itself among them."""
    return [slug for slug, pack in packs.items() if blueprint(pack) == blueprint(packs[form])]


def fresh_forms(packs: Mapping[str, Pack]) -> list[str]:
    """The packs whose form is one text and has no halves."""
    return [slug for slug, pack in packs.items() if pack.form and not pack.form.cards_of("first")]


def blueprint(pack: Pack) -> Counter[str] | None:
    """How many cards of each skill a form has; None for a pack without a form."""
    return Counter(card.skill for card in pack.form.cards) if pack.form else None
