"""The source shelf: cards of sources to open, and tasks that can be settled from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from readtwice.pack import Pack
from readtwice.pack.evidence import is_gradable, unknown_evidence
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem
from readtwice.pack.shuffled import shuffled_for
from readtwice.words import say

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


def offers_for(task: Task, learner: str = "") -> list[Offer]:
    """The offers of a task in an order of the learner's own; with no learner, in one that is everybody's."""
    by_card = {offer.card: offer for offer in task.offers}
    return [by_card[card] for card in shuffled_for(learner, task.item, by_card)]


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


PART = Part("shelf", "shelf.yaml", Shelf)
shelf_of = PART.of
the_shelf_of = PART.needed


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    held = shelf_of(pack)
    if held is None:
        return
    file, cards = "shelf.yaml", {card.source for card in held.cards}
    items = {item.id: item for item in pack.items}
    for card in held.cards:
        yield from unknown_evidence(pack, file, card.source, (card.source,))
        if card.source in pack.figures:
            yield Problem(file, 0, card.source, say("problem.card_source_not_figure"), say("remedy.take_source"))
    for task in held.tasks:
        item = items.get(task.item)
        if item is None or item.judged_by != "shelf":
            message = say("problem.no_shelf_item", item=task.item[:40])
            yield Problem(file, 0, task.item, message, say("remedy.correct_id_item"))
            continue
        for offer in task.offers:
            if offer.card not in cards:
                yield Problem(
                    file,
                    0,
                    task.item,
                    say("problem.no_card", card=offer.card[:40]),
                    say("remedy.correct_id"),
                )
        settling = [offer.card for offer in task.offers if offer.adds == "settles"]
        if item.is_scored and not any(is_gradable(pack, one) for one in settling):
            message = say("problem.unsettled_by_cards")
            yield Problem(file, 0, task.item, message, say("remedy.offer_or_undetermined"))
        if not item.is_scored and settling:
            message = say("problem.keyed_otherwise", name=item.key, settling=settling[0])
            yield Problem(file, 0, task.item, message, say("remedy.change_key_card"))
        if task.budget >= len(task.offers):
            yield Problem(file, 0, task.item, say("problem.budget_opens_all"), say("remedy.lower_budget"))
