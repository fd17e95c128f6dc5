"""On paper: the good report with its notes."""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.activities.good_report.part import good_report_of
from readtwice.markup import Html, each, html, joined, listed
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import text
from readtwice.page.paper.printing import Print
from readtwice.words import say


def report(pack: Pack, part: PaperPart) -> Html:
    """The good report, each sentence with the numbers of its sources, and the sources."""
    found = good_report_of(pack)
    assert found is not None
    notes = found.notes
    told = (
        (html("{} <small>[{}]</small>", one.text, _noted(notes, one.sources)) for one in block.sentences)
        for block in found.paragraphs
    )
    paragraphs = each("<p>{}</p>", (joined(sentences, " ") for sentences in told))
    sources = [evidence.source_line for evidence in map(pack.evidence, notes) if evidence]
    note = text(f"{say('good_report.length', words=found.length)} {say('good_report.note')}", "label")
    below = html('<div class="fine">{}</div>', listed(sources, "ol"))
    return text(found.headline.text, "heading") + paragraphs + note + below


def _noted(notes: dict[str, int], sources: Iterable[str]) -> str:
    return ", ".join(str(notes[one]) for one in sources)


PRINTS = {"report": Print(report, is_there=good_report_of)}
