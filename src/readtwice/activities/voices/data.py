"""For those who program: who speaks, as data, with a question."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from readtwice.activities.voices.part import the_voices_of
from readtwice.page.data_question import DataQuestion, numbers_question
from readtwice.page.open import session


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """Some words of the article with their speaker, occasion and kind, as in `voices.yaml`."""

    id: str
    block: str
    words: str
    speaker: str
    occasion: str
    kind: str


def voices() -> list[VoiceRow]:
    """Every stretch of words with its speaker, in the order of the file."""
    found = the_voices_of(session().pack)
    return [VoiceRow(v.id, v.quote.block, v.quote.text, v.speaker, v.occasion, v.kind) for v in found.quotes]


def words_by_speaker() -> DataQuestion:
    """How many words of the matched stretches each speaker has. A word is what stands between spaces."""
    exact: dict[str, int] = {}
    for row in voices():
        exact[row.speaker] = exact.get(row.speaker, 0) + len(row.words.split())
    slips: dict[str, dict[str, Any]] = {
        "stretches": dict(Counter(row.speaker for row in voices())),
        "letters": _summed({row.id: (row.speaker, len(row.words)) for row in voices()}),
    }
    return numbers_question("words_by_speaker", exact, slips, (0,), count=len(voices()))


def _summed(parts: dict[str, tuple[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for speaker, count in parts.values():
        total[speaker] = total.get(speaker, 0) + count
    return total
