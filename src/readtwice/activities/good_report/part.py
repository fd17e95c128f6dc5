"""A good report of the same event: every sentence with its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readtwice.pack import Pack
from readtwice.pack.evidence import is_gradable, unknown_evidence
from readtwice.pack.part import Part
from readtwice.pack.problem import Problem
from readtwice.words import say

LENGTH = (250, 350)
"""Words that a good report has, headline not counted. Source: the plan of lesson 07."""


@dataclass(frozen=True, slots=True)
class Sourced:
    """sentence: one sentence and the ids of the sources and figures that it rests on."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """paragraph: sentences that stand together."""

    sentences: tuple[Sourced, ...]


@dataclass(frozen=True, slots=True)
class GoodReport:
    """good report: a headline and paragraphs."""

    headline: Sourced
    paragraphs: tuple[ReportParagraph, ...]

    @property
    def sentences(self) -> tuple[Sourced, ...]:
        return tuple(one for paragraph in self.paragraphs for one in paragraph.sentences)

    @property
    def notes(self) -> dict[str, int]:
        """The number of each source, in the order in which the paragraphs first rest on it."""
        sources = dict.fromkeys(source for one in self.sentences for source in one.sources)
        return {source: number for number, source in enumerate(sources, start=1)}

    @property
    def length(self) -> int:
        """Words, headline not counted."""
        return sum(len(one.text.split()) for one in self.sentences)


PART = Part("good_report", "good_report.yaml", GoodReport)
good_report_of = PART.of
the_good_report_of = PART.needed


def check(pack: Pack) -> Iterator[Problem]:
    """What must hold in it."""
    report, file = good_report_of(pack), "good_report.yaml"
    if report is None:
        return
    low, high = LENGTH
    if not low <= report.length <= high:
        yield Problem(
            file,
            0,
            "",
            say("problem.report_length", length=report.length),
            say("remedy.write_within", low=low, high=high),
        )
    for sentence in (report.headline, *report.sentences):
        where = " ".join(sentence.text.split()[:5])
        yield from unknown_evidence(pack, file, where, sentence.sources)
        if not any(is_gradable(pack, one) for one in sentence.sources):
            message = say("problem.sentence_unread")
            yield Problem(file, 0, where, message, say("remedy.source_or_drop"))
