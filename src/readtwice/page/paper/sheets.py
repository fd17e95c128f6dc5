"""Sheets of paper that neighbours get: their cards are in states that differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from readtwice.pack import Item, Pack
from readtwice.pack.draw import dealt

SHEETS = ("A", "B")
"""Where cards have twins, neighbours get sheets that differ in them."""

DRAWS = 12
"""So many are tried for a sheet."""


def least_alike(
    pack: Pack, seed: str, cards: Collection[str], likeness: Callable[[Mapping[str, Item]], Any]
) -> dict[str, Item]:
    """The state of each of these cards that a sheet asks: of a few draws the one that is least like what its
    neighbour has, and of those the first."""
    draws = (dealt(pack, f"{seed} {again}" if again else seed) for again in range(DRAWS))
    return min(({card: one for card, one in draw.items() if card in cards} for draw in draws), key=likeness)
