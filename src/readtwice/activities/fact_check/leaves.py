"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.mark import OWN, from_answer
from readtwice.activities.fact_check.part import fact_checks_of
from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, in_words, stands_on, texts
from readtwice.words import words

STEPS = (
    *("claim_id", "claim", "says", "would_settle", "computation", "verdict", "unknown"),
    *("fact_first", "claim_line", "fact_again"),
)
SOURCE = ("source", "adds", "address", "date")
"""The fields of a fact-check, and of one piece of its evidence."""


def _written(place: str, answer: Any, pack: Pack) -> dict[str, Any] | None:
    held = fact_checks_of(pack)
    known = {one.id for one in held.claims} if held else set()
    if place not in {*known, OWN} or from_answer(answer) is None:
        return None
    rows = answer.get("evidence")
    evidence = [texts(row, SOURCE) for row in (rows if isinstance(rows, list) else []) if isinstance(row, Mapping)]
    return {**texts(answer, STEPS), "evidence": evidence}


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    held = fact_checks_of(pack)
    found = next((one for one in held.claims if one.id == place), None) if held else None
    return stands_on(found.quote, answer) if found else iter(())


def _told(answer: Any) -> tuple[str, str]:
    lines = [in_words(answer.get(name, "")) for name in ("fact_first", "claim_line", "fact_again")]
    return words()["fact_check_verdict"].get(str(answer.get("verdict")), ""), "\n".join(filter(None, lines))


LEAVES = {FACT_CHECK: Leaves(written=_written, stands=_stands, told=_told)}
