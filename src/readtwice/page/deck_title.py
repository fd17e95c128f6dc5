"""What a deck of cards is called, on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.pack import Item
from readtwice.words import words


def deck_title(items: Sequence[Item], where: str = "sets") -> str:
    """By the use of its cards and, where the words tell kinds apart, by their kind.

    `where` is the words for decks on the text itself, or those on stories.
    """
    told: str | dict[str, str] = words()["deck"][where][items[0].use]
    if isinstance(told, str):
        return told
    kinds = {item.kind for item in items}
    return told.get(kinds.pop(), told["mixed"]) if len(kinds) == 1 else told["mixed"]
