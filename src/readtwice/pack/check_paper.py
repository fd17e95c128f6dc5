"""What must hold in what a pack prints: each part names things that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from readtwice.pack.item import USES
from readtwice.pack.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.pack.problem import Problem

FILE = "paper.yaml"

OCCASIONS = ("before", "after", "fresh")
"""When a form is printed: with its first halves, with its other halves, or whole."""


def check_paper(pack: Pack) -> Iterator[Problem]:
    """Every problem in what a pack prints; a pack without that has none."""
    for lesson in pack.paper.lessons if pack.paper else ():
        if not re.fullmatch(r"[0-9]{2}", lesson.id) or not re.fullmatch(r"[a-z0-9_-]+", lesson.name):
            remedy = "Write two digits, and a name of small letters, digits, _ and -"
            yield Problem(FILE, 0, lesson.id[:40], "its `id` or its `name` cannot name a file", remedy)
        for part in lesson.parts:
            for one in _unknown(pack, part):
                message = f"`{part.does}` cannot print `{one[:40]}`: the pack has no such thing"
                yield Problem(FILE, 0, lesson.id, message, "Correct the id, or take it out")


def _unknown(pack: Pack, part: PaperPart) -> Iterator[str]:
    """What a part names, or needs, that is not there."""
    needs: dict[str, object] = {"order": pack.timeline, "dates": pack.timeline}
    needs |= {"side by side": pack.study, "scene": pack.study}
    needs |= {"signs": pack.drifts, "report": pack.good_report, "fact check": pack.fact_checks}
    if part.does in needs and needs[part.does] is None:
        yield part.does
    if part.does == "form":  # its pack is another one, found when it is printed
        yield from (one for one in part.of[1:] or ("",) if one not in OCCASIONS)
        return
    known = _known(pack, part.does)
    yield from (one for one in part.of if not _is_known(one, part.does, known))


def _is_known(one: str, does: str, known: set[str]) -> bool:
    if does == "weekday":
        try:
            return bool(date.fromisoformat(one))
        except ValueError:
            return False
    if does in ("read", "ledger", "hunt"):
        first, _, last = one.partition("-")
        return first in known and (last or first) in known
    return one in known


def _known(pack: Pack, does: str) -> set[str]:
    """What a part of this kind may name."""
    blocks = {block.id for block in pack.article.blocks}
    studied = {one.block for one in pack.study.captions} if pack.study else set()
    voiced = {one.quote.block for one in pack.voices.quotes} if pack.voices else set()
    known: dict[str, set[str]] = {
        "read": blocks,
        "ledger": blocks if pack.ledger else set(),
        "hunt": blocks | {sentence.id for sentence in pack.article.sentences},
        "names": {one.name for one in pack.people} | {one.term for one in pack.terms},
        "cards": {item.id for item in pack.items} | {*USES},
        "speakers": voiced,
        "voices": voiced,
        "comparisons": {one.id for one in pack.comparisons},
        "captions": {one.block for one in pack.captions},
        "swap": studied,
        "rewrite": studied,
        "sources": {one.source for one in pack.shelf.cards} if pack.shelf else set(),
        "shelf": {one.item for one in pack.shelf.tasks} if pack.shelf else set(),
        "drift": {one.id for one in pack.drifts.rows} if pack.drifts else set(),
        "drafts": {one.id for one in pack.fact_checks.drafts} if pack.fact_checks else set(),
        "figures": {one.id for one in pack.figures},
    }
    return known.get(does, set())
