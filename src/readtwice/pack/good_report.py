"""A good report of the same event: every sentence with its sources."""

from __future__ import annotations

from dataclasses import dataclass

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
