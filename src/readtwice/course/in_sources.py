"""For those who program: who speaks, the events, the cards of the shelf and the good report as data, with questions.

from readtwice.course import in_sources
for row in in_sources.voices():
    print(row.block, row.speaker, row.kind, row.words)
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from readtwice.course.in_data import DataQuestion, numbers_question
from readtwice.course.open import CourseError, session
from readtwice.pack import Pack

COUNTS = (0,)
"""Places after the point to which counts are compared."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """Some words of the article with their speaker, occasion and kind, as in `voices.yaml`."""

    id: str
    block: str
    words: str
    speaker: str
    occasion: str
    kind: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of the record: its day is a `datetime.date`."""

    id: str
    day: date
    line: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card on the shelf of one task. Cards with the same `story` go back to one report."""

    task: str
    card: str
    kind: str
    tier: str
    story: str


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence of the good report, and the tier of each source that it rests on."""

    text: str
    tiers: tuple[str, ...]


def voices() -> list[VoiceRow]:
    """Every stretch of words with its speaker, in the order of the file."""
    found = _part(session().pack.voices, "voices")
    return [VoiceRow(v.id, v.quote.block, v.quote.text, v.speaker, v.occasion, v.kind) for v in found.quotes]


def events() -> list[EventRow]:
    """The events of the record, earliest first."""
    found = _part(session().pack.timeline, "timeline")
    rows = [EventRow(event.id, date.fromisoformat(event.day), event.line) for event in found.events]
    return sorted(rows, key=lambda row: row.day)


def cards() -> list[CardRow]:
    """Every card of every task on the source shelf."""
    pack = session().pack
    shelf = _part(pack.shelf, "shelf")
    rows = []
    for task in shelf.tasks:
        for offer in task.offers:
            card = shelf.card(offer.card)
            rows.append(CardRow(task.item, offer.card, card.kind, _tier(pack, offer.card), card.story))
    return rows


def sentences() -> list[SentenceRow]:
    """The sentences of the good report with the tiers of their sources."""
    pack = session().pack
    report = _part(pack.good_report, "good_report")
    return [SentenceRow(one.text, tuple(_tier(pack, source) for source in one.sources)) for one in report.sentences]


def words_by_speaker() -> DataQuestion:
    """How many words of the matched stretches each speaker has. A word is what stands between spaces."""
    exact: dict[str, int] = {}
    for row in voices():
        exact[row.speaker] = exact.get(row.speaker, 0) + len(row.words.split())
    slips: dict[str, dict[str, Any]] = {
        "stretches": dict(Counter(row.speaker for row in voices())),
        "letters": _summed({row.id: (row.speaker, len(row.words)) for row in voices()}),
    }
    return numbers_question("words_by_speaker", exact, slips, COUNTS, count=len(voices()))


def days_to_the_summit() -> DataQuestion:
    """How many days lie between each event and the last one."""
    rows = events()
    last = rows[-1].day
    exact = {row.id: (last - row.day).days for row in rows}
    slips = {
        "both_days": {name: days + 1 for name, days in exact.items()},
        "from_the_first": {row.id: (row.day - rows[0].day).days for row in rows},
    }
    return numbers_question("days_to_the_summit", exact, slips, COUNTS, count=len(rows))


def stories_per_task() -> DataQuestion:
    """How many stories the cards of each task come from: copies of one story count once."""
    tasks: dict[str, list[CardRow]] = {}
    for row in cards():
        tasks.setdefault(row.task, []).append(row)
    exact = {task: len({row.story for row in rows}) for task, rows in tasks.items()}
    slips: dict[str, dict[str, Any]] = {
        "cards": {task: len(rows) for task, rows in tasks.items()},
        "kinds": {task: len({row.kind for row in rows}) for task, rows in tasks.items()},
    }
    return numbers_question("stories_per_task", exact, slips, COUNTS, count=len(tasks))


def sentences_by_best_tier() -> DataQuestion:
    """How many sentences of the good report have each tier as their best."""
    from readtwice.figures import TIERS

    best = [min(row.tiers, key=TIERS.index) for row in sentences()]
    worst = [max(row.tiers, key=TIERS.index) for row in sentences()]
    slips: dict[str, dict[str, Any]] = {
        "worst": dict(Counter(worst)),
        "sources": dict(Counter(tier for row in sentences() for tier in row.tiers)),
    }
    return numbers_question("sentences_by_best_tier", dict(Counter(best)), slips, COUNTS, count=len(best))


def _summed(parts: dict[str, tuple[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for speaker, count in parts.values():
        total[speaker] = total.get(speaker, 0) + count
    return total


def _tier(pack: Pack, source_id: str) -> str:
    evidence = pack.evidence(source_id)
    return evidence.tier if evidence else ""


def _part(part: Any, name: str) -> Any:
    if part is None:
        raise CourseError(f"The pack of this article has no {name}.yaml.")
    return part
