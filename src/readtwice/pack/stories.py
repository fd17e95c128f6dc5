"""The packs of invented texts: which of them holds the cards of a lesson and use."""

from __future__ import annotations

from readtwice.pack.compiled import load_pack
from readtwice.pack.pack import Pack
from readtwice.syllabus import syllabus


def pack_of(lesson: str, use: str) -> Pack | None:
    """The pack of invented texts with cards of a lesson and use; None where there is none."""
    packs = map(load_pack, syllabus().stories)
    return next((pack for pack in packs if pack.items_for(lesson, use)), None)
