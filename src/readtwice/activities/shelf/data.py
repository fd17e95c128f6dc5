"""For those who program: the cards of the shelf as data, with a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from readtwice.activities.shelf.part import the_shelf_of
from readtwice.page.data_question import DataQuestion, numbers_question
from readtwice.page.open import session


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card on the shelf of one task. Cards with the same `story` go back to one report."""

    task: str
    card: str
    kind: str
    tier: str
    story: str


def cards() -> list[CardRow]:
    """Every card of every task on the source shelf."""
    pack = session().pack
    shelf = the_shelf_of(pack)
    rows = []
    for task in shelf.tasks:
        for offer in task.offers:
            card = shelf.card(offer.card)
            rows.append(CardRow(task.item, offer.card, card.kind, pack.tier_of(offer.card), card.story))
    return rows


def stories_per_task() -> DataQuestion:
    """How many stories the cards of each task come from: copies of one story count once."""
    tasks: dict[str, list[CardRow]] = {}
    for row in cards():
        tasks.setdefault(row.task, []).append(row)
    exact = {task: len({row.story for row in rows}) for task, rows in tasks.items()}
    slips: dict[str, dict[str, Any]] = {
        "cards": {task: len(rows) for task, rows in tasks.items()},
        "kinds": {task: len({row.kind for row in rows}) for task, rows in tasks.items()},
    }
    return numbers_question("stories_per_task", exact, slips, (0,), count=len(tasks))
