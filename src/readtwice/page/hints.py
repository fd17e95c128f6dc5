"""Hints and steps of a card: they travel to the page when they are asked for, and never before."""

from __future__ import annotations

from collections import Counter

from readtwice.pack import Item
from readtwice.page.views import View


class Hints:
    """How many hints of each card were asked for here. They are not saved: an answer says how many there were."""

    def __init__(self) -> None:
        self._asked: Counter[str] = Counter()

    def ask(self, item: Item) -> str:
        """Open the next hint of a card and return it. Raises ValueError where it has none, or none that is left."""
        place = self._asked[item.id]
        if place >= _count(item):
            raise ValueError(f"{item.id} has no hint {place + 1}")
        self._asked[item.id] += 1
        return item.hints[place]

    def view(self, item: Item) -> View:
        """The hints that show, and how many there are."""
        return {"hints": list(item.hints[: self._asked[item.id]]), "hint_count": _count(item)}

    def forget(self) -> None:
        """Close them all."""
        self._asked.clear()


def _count(item: Item) -> int:
    """A card that measures has no hints to ask for, and one that shows its steps needs none."""
    return 0 if item.sureness or item.use in ("faded", "worked") else len(item.hints)


def steps_view(item: Item, *, is_open: bool) -> View:
    """The steps that a learner may see: all of them once there is an answer, else those that are given."""
    return {"steps": list(item.steps[: item.given] if is_open else item.steps), "given": item.given}
