"""Source drift: what a source says beside what the article made of it; and the signs of machine rewriting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from readtwice.pack.item import Quote

Change = Literal["polarity", "speaker", "scope", "certainty", "unit", "omission", "nothing"]
"""What changed on the way. `nothing`: the article is a fair short version."""


@dataclass(frozen=True, slots=True)
class Drift:
    """drift row: an original by its source, in our own faithful words, and the article's version.

    Every change in `changed` counts as right; the first is the plainest.
    """

    id: str
    source: str
    original: str
    quote: Quote
    changed: tuple[Change, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Sign:
    """sign: a kind of error that fits machine rewriting, where it stands, and how a person could make it too."""

    id: str
    sign: str
    quotes: tuple[Quote, ...]
    by_hand: str
    weight: Literal["weak alone", "stronger"]


@dataclass(frozen=True, slots=True)
class Drifts:
    """drifts: all rows and signs of a pack."""

    rows: tuple[Drift, ...]
    signs: tuple[Sign, ...] = ()
