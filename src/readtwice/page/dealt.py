"""A pack with twins as one learner reads it: in the states dealt to them or, of a card they answered, in that one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readtwice.pack import Item, Pack
from readtwice.pack.draw import as_asked, drawn, filled_up, variants
from readtwice.page.answers import answers_to
from readtwice.page.session import Session
from readtwice.record import dealt_to


@dataclass(frozen=True, slots=True)
class Dealt:
    """The pack as it reads, and of the cards in question those that this learner is asked, in their order."""

    pack: Pack
    asked: tuple[Item, ...]


def as_dealt(session: Session, cards: Iterable[Item], occasion: str = "lesson") -> Dealt:
    """`session` has the pack with all its twins, `cards` are some of its items as printed.

    As printed, too, for a page that knows no learner yet. Of each lesson and use come as many as a learner is asked:
    all that were answered, filled up with those that are this learner's.
    """
    pack, record, cards = session.pack, session.record, tuple(cards)
    chosen = dealt_to(pack, record.learner) if record.chosen else {}
    answered = {}
    for card in cards:
        for one in variants(pack, card.id):
            if answers_to(session, one, occasion):
                answered[card.id] = one
    told = drawn(pack, chosen | answered)
    own = {item.card: item for item in told.items}
    sets: dict[tuple[str, str], list[Item]] = {}
    for card in cards:
        sets.setdefault((card.lesson, card.use), []).append(card)
    asked = {card for mine in sets.values() for card in _asked(pack, mine, {*chosen}, {*answered})}
    return Dealt(told, tuple(own[card.id] for card in cards if card.id in asked))


def _asked(pack: Pack, cards: list[Item], chosen: set[str], answered: set[str]) -> set[str]:
    with_twins = {item.card for item in pack.twins}
    asked = as_asked(pack, cards)
    mine = [one for one in cards if one.id in chosen or one.id not in with_twins] if chosen else asked
    return filled_up(answered & {one.id for one in cards}, (one.id for one in mine), len(asked))
