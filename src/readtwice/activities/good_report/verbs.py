"""What a notebook calls: the good report, with the sources of each sentence."""

from __future__ import annotations

from readtwice.activities.good_report.part import good_report_of
from readtwice.markup import html, joined, listed
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply
from readtwice.page.views import page_html
from readtwice.words import say


def good_report() -> Reply:
    """The good report, with the sources of each sentence. Raises CourseError where the pack has none."""
    pack = session().pack
    report = good_report_of(pack)
    if report is None:
        raise CourseError(say("error.good_report.none"))
    numbers = report.notes
    shown, text = [html("<h3>{}</h3>", report.headline.text)], [report.headline.text]
    for paragraph in report.paragraphs:
        told = [(one.text, ", ".join(str(numbers[source]) for source in one.sources)) for one in paragraph.sentences]
        sentences = (html("{} <small>[{}]</small>", line, note) for line, note in told)
        shown.append(html("<p>{}</p>", joined(sentences, " ")))
        text.append(" ".join(f"{line} [{note}]" for line, note in told))
    lines = []
    for source_id in numbers:
        evidence = pack.evidence(source_id)
        lines.append(evidence.source_line if evidence else source_id)
    shown.append(html("<p>{} {}</p>", say("good_report.length", words=report.length), say("good_report.note")))
    folded = "<details><summary>{}</summary>{}</details>"
    shown.append(html(folded, say("good_report.sources"), listed(lines, "ol")))
    return Reply("\n\n".join(text), page_html(*shown))
