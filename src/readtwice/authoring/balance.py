"""Whom the errors favour that the key finds, and how much of what is scored is sound."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from readtwice.pack import Pack
from readtwice.pack.folder.items import favours_of


@dataclass(frozen=True, slots=True)
class Balance:
    """Counts of items and twins; statements are in none of them. `favours` counts the flawed ones, by whom the error
    favours."""

    title: str
    clean: int
    flawed: int
    open: int
    favours: dict[str, int]


def balance(pack: Pack) -> Balance:
    """The balance of a pack's key. A gate for what we write ourselves; information where the article is real."""
    items = (*pack.items, *pack.twins)
    flawed = Counter(item.favours for item in items if item.is_flawed)
    return Balance(
        pack.article.title,
        sum(item.is_clean for item in items),
        sum(flawed.values()),
        sum(item.key == "undetermined" for item in items),
        {whom: flawed[whom] for whom in dict.fromkeys((*favours_of(pack.article), *sorted(flawed))) if flawed[whom]},
    )
