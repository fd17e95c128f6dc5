"""For those who program: the good report as data, with a question."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from readtwice.activities.good_report.part import the_good_report_of
from readtwice.page.data_question import DataQuestion, numbers_question
from readtwice.page.open import session


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence of the good report, and the tier of each source that it rests on."""

    text: str
    tiers: tuple[str, ...]


def sentences() -> list[SentenceRow]:
    """The sentences of the good report with the tiers of their sources."""
    pack = session().pack
    report = the_good_report_of(pack)
    return [SentenceRow(one.text, tuple(pack.tier_of(source) for source in one.sources)) for one in report.sentences]


def sentences_by_best_tier() -> DataQuestion:
    """How many sentences of the good report have each tier as their best."""
    from readtwice.figures import TIERS

    best = [min(row.tiers, key=TIERS.index) for row in sentences()]
    worst = [max(row.tiers, key=TIERS.index) for row in sentences()]
    slips: dict[str, dict[str, Any]] = {
        "worst": dict(Counter(worst)),
        "sources": dict(Counter(tier for row in sentences() for tier in row.tiers)),
    }
    return numbers_question("sentences_by_best_tier", dict(Counter(best)), slips, (0,), count=len(best))
