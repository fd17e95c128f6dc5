"""The source shelf: cards of sources to open, and tasks that can be settled from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CardKind = Literal[
    "transcript",
    "own words",
    "official record",
    "official data",
    "wire copy",
    "quality press",
    "trade press",
    "partisan press",
    "think tank",
    "advocacy group",
    "publisher unknown",
    "state-media relay",
    "repost",
]

Adds = Literal["settles", "repeats", "background", "nothing"]
"""What a card adds to a task: it settles the claim, tells the same story again, helps to understand, or nothing."""


@dataclass(frozen=True, slots=True)
class Card:
    """card: one source, by its id in sources.csv, with what can be known about it before and after opening.

    Cards with the same `story` go back to one report, and count once.
    """

    source: str
    kind: CardKind
    behind: str
    evidence: str
    others: str
    story: str


@dataclass(frozen=True, slots=True)
class Offer:
    """offer: a card that stands on the shelf of a task, what it adds there, and why."""

    card: str
    adds: Adds
    why: str


@dataclass(frozen=True, slots=True)
class Task:
    """task: an item of judged_by shelf, with how many cards may be opened for it."""

    item: str
    budget: int
    offers: tuple[Offer, ...]

    def adds(self, card: str) -> Adds:
        """What a card adds to this task. Raises KeyError."""
        for offer in self.offers:
            if offer.card == card:
                return offer.adds
        raise KeyError(card)


@dataclass(frozen=True, slots=True)
class Shelf:
    """shelf: all cards and tasks of a pack."""

    cards: tuple[Card, ...]
    tasks: tuple[Task, ...]

    def card(self, source: str) -> Card:
        """The card of a source. Raises KeyError."""
        for card in self.cards:
            if card.source == source:
                return card
        raise KeyError(source)

    def task(self, item: str) -> Task:
        """The task on an item. Raises KeyError."""
        for task in self.tasks:
            if task.item == item:
                return task
        raise KeyError(item)
