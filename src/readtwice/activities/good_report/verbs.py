"""What a notebook calls: the good report, with the sources of each sentence."""

from __future__ import annotations

from html import escape

from readtwice.activities.good_report.part import good_report_of
from readtwice.page.open import CourseError, session
from readtwice.page.reply import Reply
from readtwice.page.views import page_html
from readtwice.words import say


def good_report() -> Reply:
    """The good report, with the sources of each sentence. Raises CourseError where the pack has none."""
    pack = session().pack
    report = good_report_of(pack)
    if report is None:
        raise CourseError(say("error.good_report.no_good_report_article_pack"))
    numbers = report.notes
    html, text = [f"<h3>{escape(report.headline.text)}</h3>"], [report.headline.text]
    for paragraph in report.paragraphs:
        told = [(one.text, ", ".join(str(numbers[source]) for source in one.sources)) for one in paragraph.sentences]
        html.append(f"<p>{' '.join(f'{escape(line)} <small>[{note}]</small>' for line, note in told)}</p>")
        text.append(" ".join(f"{line} [{note}]" for line, note in told))
    lines = []
    for source_id, number in numbers.items():
        evidence = pack.evidence(source_id)
        lines.append((number, evidence.source_line if evidence else source_id))
    html.append(f"<p>{escape(say('good_report.length', words=report.length))} {escape(say('good_report.note'))}</p>")
    listed = "".join(f"<li>{escape(line)}</li>" for _, line in lines)
    html.append(f"<details><summary>{escape(say('good_report.sources'))}</summary><ol>{listed}</ol></details>")
    return Reply("\n\n".join(text), page_html("".join(html)))
