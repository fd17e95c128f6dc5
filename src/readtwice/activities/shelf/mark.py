"""Lateral reading: which moves a learner made on the source shelf. The verdict itself is marked as any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from readtwice.activities.shelf.part import Adds, Shelf, Task
from readtwice.marking.opened import Move, Said, opened_from, said_from, with_open, with_said

ADDS: tuple[str, ...] = get_args(Adds)


@dataclass(frozen=True, slots=True)
class Looked:
    """The cards opened for one task, in their order, what the learner said each of them adds, and whether a verdict
    was given on them."""

    opened: tuple[str, ...] = ()
    said: Said = ()
    decided: bool = False


def to_answer(looked: Looked) -> dict[str, object]:
    """As it is saved."""
    return {"opened": list(looked.opened), "said": dict(looked.said), "decided": looked.decided}


def looked_from(answer: object, task: Task) -> Looked:
    """What was saved, without cards that do not stand on this shelf, and never more than the budget allows."""
    if not isinstance(answer, Mapping):
        return Looked()
    known = {offer.card for offer in task.offers}
    opened = opened_from(answer, known, task.budget)
    return Looked(opened, said_from(answer, opened, ADDS), bool(opened) and answer.get("decided") is True)


def open_card(looked: Looked, task: Task, card: str) -> Looked:
    """With one more card open. Raises KeyError for a card that is not offered, ValueError where the budget is spent."""
    task.adds(card)
    return replace(looked, opened=with_open(looked.opened, card, task.budget))


def say_adds(looked: Looked, card: str, adds: str) -> Looked:
    """With what the learner says that an open card adds. Raises KeyError for a closed card, ValueError else."""
    return replace(looked, said=with_said(looked.said, looked.opened, card, adds, ADDS))


def voices(shelf: Shelf, cards: Sequence[str]) -> int:
    """How many stories some cards come from: copies of one story are one voice."""
    return len({shelf.card(card).story for card in cards})


def fair_answers(shelf: Shelf, task: Task, looked: Looked, card: str) -> tuple[Adds, ...]:
    """What counts as right for an open card: a settling card whose story was open before may also be called a repeat,
    and a card called a repeat is background to whoever opened it first."""
    adds = task.adds(card)
    before = looked.opened[: looked.opened.index(card)]
    copied = shelf.card(card).story in {shelf.card(one).story for one in before}
    if copied and adds in ("settles", "background"):
        return (adds, "repeats")
    if not copied and adds == "repeats":
        return ("repeats", "background")
    return (adds,)


def moves(shelf: Shelf, task: Task, looked: Looked) -> tuple[Move, ...]:
    """The four moves, as made with the cards that are open.

    `looked`: at least one card before the verdict. `found`: a card that settles the claim or, where none does, two
    voices. `second`: two voices that are not copies. `weighed`: what each open card adds, rightly said.
    """
    useful = [card for card in looked.opened if task.adds(card) != "nothing"]
    settling = any(task.adds(card) == "settles" for card in looked.opened)
    can_be_settled = any(offer.adds == "settles" for offer in task.offers)
    said = dict(looked.said)
    right = sum(said.get(card) in fair_answers(shelf, task, looked, card) for card in looked.opened)
    heard = voices(shelf, useful)
    return (
        Move("looked", bool(looked.opened), len(looked.opened), task.budget),
        Move("found", settling if can_be_settled else heard > 1, nothing_settles=not can_be_settled),
        Move("second", heard > 1, heard, len(looked.opened)),
        Move("weighed", bool(looked.opened) and right == len(looked.opened), right, len(looked.opened)),
    )
