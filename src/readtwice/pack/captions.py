"""Captions: what readers of a caption called seen, told or added, and why. No photo is needed, or known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from readtwice.pack.item import Quote

if TYPE_CHECKING:
    from collections.abc import Callable

TAGS = ("seen", "told", "added")
"""From what a camera could show, over what someone reliable has to say, to what neither settles."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A stretch of a caption, its tag (one of TAGS), and the reader's reason."""

    quote: Quote
    tag: str
    reason: str


Reading = tuple[TaggedSpan, ...]
"""All that one reader tagged in one caption."""


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption and its two readings, each kept as it was made."""

    block: str
    first: Reading
    second: Reading

    @property
    def is_by_one(self) -> bool:
        """Whether one person alone tagged it. Two readings that say the same are refused."""
        return self.first == self.second


def caption_from(compiled: dict[str, Any], quote: Callable[[dict[str, Any]], Quote]) -> Caption:
    """A caption out of its compiled form; `quote` reads a quote. Raises KeyError and TypeError for a damaged one."""
    readings = (
        tuple(TaggedSpan(quote(span["quote"]), span["tag"], span["reason"]) for span in compiled[name])
        for name in ("first", "second")
    )
    return Caption(compiled["block"], *readings)
