"""On paper: the claim ledger as empty tables."""

from __future__ import annotations

from readtwice.activities.ledger.part import ledger_of
from readtwice.activities.ledger.widget import FIELDS, MAXIMUM_PINS
from readtwice.markup import Html, html, joined
from readtwice.pack import Pack
from readtwice.pack.paper import PaperPart
from readtwice.page.paper.parts import labelled, short, table, text
from readtwice.page.paper.printing import Print, is_range
from readtwice.words import say

LEDGER_ROWS = 2
"""Empty lines for each row of the ledger: together about as many as there are pins on screen."""


def ledger(pack: Pack, part: PaperPart) -> Html:
    """The claim ledger as empty tables, one for each row on screen."""
    columns = _ledger_columns()
    empty = [[""] * len(columns)] * LEDGER_ROWS
    tables = (
        html('<div class="keep">{}{}</div>', labelled(topic.label, topic.question), table(columns, empty, look="open"))
        for topic in ledger_of(pack)
    )
    return text(say("paper.ledger", maximum=MAXIMUM_PINS), "lead") + joined(tables)


def _ledger_columns() -> list[str]:
    return [say(f"ledger.columns.{name}") for name in ("where", "quote", *FIELDS)]


def ledger_answers(pack: Pack, part: PaperPart) -> Html:
    """The prepared rows: what each sentence says, as it stands."""
    columns = _ledger_columns()
    tables = []
    for topic in ledger_of(pack):
        rows = [
            [quote.partition(" ")[0], quote.partition(" ")[2], *(getattr(entry, name) for name in FIELDS)]
            for entry in topic.entries
            for quote in (short(entry.quote),)
        ]
        tables.append(table(columns, rows, caption=f"{topic.label}: {topic.question}", look="fine"))
    return text(say("paper.ledger_answers")) + joined(tables)


PRINTS = {
    "ledger": Print(
        ledger,
        ledger_answers,
        is_there=ledger_of,
        knows=lambda pack, one: bool(ledger_of(pack)) and is_range(pack, one),
    ),
}
