"""Prepared rows of the claim ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readtwice.pack import Pack, Quote
from readtwice.pack.part import Part, QuoteOf
from readtwice.pack.problem import Problem


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What fills in when a learner pins this sentence to this row; the learner may correct all of it."""

    quote: Quote
    who: str
    position: str
    date: str
    number: str


@dataclass(frozen=True, slots=True)
class LedgerTopic:
    """One prepared row of the claim ledger."""

    id: str
    label: str
    question: str
    entries: tuple[LedgerEntry, ...]


def _build(compiled: list[dict[str, Any]], quote: QuoteOf) -> tuple[LedgerTopic, ...]:
    return tuple(
        LedgerTopic(
            topic["id"],
            topic["label"],
            topic["question"],
            tuple(
                LedgerEntry(quote(e["quote"]), *(e.get(name, "") for name in ("who", "position", "date", "number")))
                for e in topic.get("entries", [])
            ),
        )
        for topic in compiled
    )


PART: Part[tuple[LedgerTopic, ...]] = Part(
    "ledger", "ledger.yaml", build=_build, read="readtwice.activities.ledger.read"
)


def ledger_of(pack: Pack) -> tuple[LedgerTopic, ...]:
    """What a pack has of it; empty where it has none."""
    return PART.of(pack) or ()


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it beyond its own file: nothing."""
    return iter(())
