"""From `ledger.yaml` to prepared rows."""

from __future__ import annotations

from readtwice.activities.ledger.part import LedgerEntry, LedgerTopic
from readtwice.article import Article
from readtwice.figures import Figures
from readtwice.pack.folder.entries import Records, line_of
from readtwice.pack.folder.fields import Report
from readtwice.pack.folder.items import quote_from
from readtwice.pack.folder.yaml_with_lines import Lined
from readtwice.words import say

FIELDS = ("who", "position", "date", "number")


def read(root: Lined, article: Article, figures: Figures, report: Report) -> tuple[LedgerTopic, ...]:
    """The rows in a file, with each problem reported."""
    records = Records(report)
    topics = []
    for record in records.each(root, "topics", ("id", "label", "question", "entries")):
        entries = []
        for entry in records.each(Lined(record, line_of(record)), "entries", ("quote", *FIELDS)):
            quote = quote_from(entry["quote"], article, report) if "quote" in entry else None
            if "quote" not in entry:
                report(
                    line_of(entry),
                    say("problem.quote_missing"),
                    say("remedy.write_as", example="`quote: {b06: exact words}`"),
                )
            values = [records.text(entry, name, line_of(entry), may_be_empty=True) for name in FIELDS]
            if quote is not None:
                entries.append(LedgerEntry(quote, *values))
        names = [records.text(record, name, line_of(record)) for name in ("id", "label", "question")]
        topics.append(LedgerTopic(names[0], names[1], names[2], tuple(entries)))
    return tuple(topics)
