"""Cards in an order that tells nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Named(Protocol):
    """Something with an id, such as an item or an event."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)


def shuffled(items: Sequence[N]) -> tuple[N, ...]:
    """The items in an order that says nothing about their keys, and is the same for everyone in a class."""
    from hashlib import sha256  # here, because the first cell of a lesson should not wait for it

    return tuple(sorted(items, key=lambda item: sha256(item.id.encode()).digest()))


def shuffled_for(learner: str, card: str, choices: Iterable[str]) -> list[str]:
    """The choices of a card, by their codes, in an order of the learner's own that tells nothing and stays.

    With no learner, as on paper and in code, the order is the same for everyone.
    """
    from hashlib import sha256  # here, because the first cell of a lesson should not wait for it

    seed = f"{learner}|{card}|"
    return sorted(choices, key=lambda one: sha256((seed + one).encode("utf-8", "surrogatepass")).digest())
