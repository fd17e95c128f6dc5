"""The packs of invented texts: which of them holds the cards of a lesson and use, and the story of a card."""

from __future__ import annotations

from readtwice.pack.compiled import load_pack
from readtwice.pack.item import Item
from readtwice.pack.pack import Pack
from readtwice.syllabus import syllabus


def pack_of(lesson: str, use: str) -> Pack | None:
    """The pack of invented texts with cards of a lesson and use; None where there is none."""
    packs = map(load_pack, syllabus().stories)
    return next((pack for pack in packs if pack.items_for(lesson, use)), None)


def story_of(pack: Pack, item: Item) -> list[dict[str, str]]:
    """The blocks of the story that a card is about, from its heading to the next one: kind and text."""
    blocks, at = pack.article.blocks, item.shown[0].block
    found: list[dict[str, str]] = []
    for block in blocks:
        if block.kind == "heading":
            if any(one["id"] == at for one in found):
                break
            found = []
        found.append({"id": block.id, "kind": block.kind, "text": pack.article.quote(block)})
    return found
