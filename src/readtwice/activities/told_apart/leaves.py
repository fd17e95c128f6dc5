"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from typing import Any

from readtwice.activities.told_apart.about import TOLD_APART
from readtwice.activities.told_apart.mark import card_for, said_in, to_answer
from readtwice.activities.told_apart.part import told_apart_of
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, as_said


def _chosen(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    held = told_apart_of(pack)
    piece = next((one for one in held.pieces if one.id == place), None) if held else None
    if piece is None:
        return None
    card = card_for(piece, "", answer)
    said = said_in(card, answer)
    return as_said(answer, to_answer(card, said)) if said else None


LEAVES = {TOLD_APART: Leaves(_chosen)}
