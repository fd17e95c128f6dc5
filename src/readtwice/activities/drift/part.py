"""What a source says beside what the article says on the same thing, and the signs of machine rewriting.

That the article was made from a source is never known; so a row asks what differs, not who changed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from readtwice.pack import Pack
from readtwice.pack.evidence import unknown_evidence
from readtwice.pack.item import Quote
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem
from readtwice.words import say

Change = Literal["polarity", "speaker", "scope", "certainty", "unit", "omission", "nothing", "open"]
"""What differs. `nothing`: the article is a fair short version. `open`: the source does not settle it."""


@dataclass(frozen=True, slots=True)
class Drift:
    """drift row: what a source says, in our own faithful words, and the article's words on the same thing.

    Every difference in `changed` counts as right; the first is the plainest.
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


PART = Part("drifts", "drifts.yaml", Drifts)
drifts_of = PART.of
the_drifts_of = PART.needed


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    for row in held.rows if (held := drifts_of(pack)) else ():
        yield from unknown_evidence(pack, "drifts.yaml", row.id, (row.source,))
        evidence = pack.evidence(row.source)
        if evidence is not None and not evidence.read:
            message = say("problem.text_unread", source=row.source)
            yield Problem("drifts.yaml", 0, row.id, message, say("remedy.take_read_source"))
