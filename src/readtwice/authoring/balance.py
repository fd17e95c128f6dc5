"""Whom the errors favour that the key finds, and how much of what is scored is sound."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from readtwice.pack import Pack
from readtwice.pack.item import FAVOURS


@dataclass(frozen=True, slots=True)
class Balance:
    """Counts of items. `favours` counts the flawed ones, by whom the error favours; statements are in none of them."""

    title: str
    clean: int
    flawed: int
    open: int
    favours: dict[str, int]


def balance(pack: Pack) -> Balance:
    """The balance of a pack's key. A gate for what we write ourselves; information where the article is real."""
    flawed = Counter(item.favours for item in pack.items if item.is_flawed)
    return Balance(
        pack.article.title,
        sum(item.is_clean for item in pack.items),
        sum(flawed.values()),
        sum(item.key == "undetermined" for item in pack.items),
        {whom: flawed[whom] for whom in FAVOURS if flawed[whom]},
    )
