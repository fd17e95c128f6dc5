"""Answers as CSV: one row for each answer that was picked among what the course offers, and no learner's own words."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

from readtwice.pack import Pack
from readtwice.page.inert import HIDDEN, inert
from readtwice.publish import leaving
from readtwice.record import Event
from readtwice.words import say

_UNSEEN = ("Cf", "Cc", "Zs", "Zl", "Zp", "Mn", "Me")
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that are drawn as nothing: fillers of Korean, and braille without a dot."""

COLUMNS = ("item", "occasion", "answer", "sureness", "hints", "n", "day")
FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet may compute; the wide forms count in some languages."""


def as_csv(events: Iterable[Event], pack: Pack) -> str:
    """The answers in the order in which they were given, below a line that says what is in the file.

    Every cell is in quotation marks, and one that a spreadsheet would compute gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([say("publish.csv_subset")])
    writer.writerow(COLUMNS)
    for event in sorted(events, key=lambda event: event.order):
        if answer := leaving.chosen(event, pack):
            about = (event.item, leaving.occasion(event), in_words(answer), leaving.sureness(event))
            writer.writerow([safe(str(cell)) for cell in (*about, event.hints, event.n, event.time[:10])])
    return out.getvalue()


def in_words(answer: object) -> str:
    """An answer in one cell."""
    if isinstance(answer, dict):
        return "; ".join(f"{name}: {in_words(value)}" for name, value in answer.items())
    if isinstance(answer, (list, tuple)):
        return "; ".join(in_words(part) for part in answer)
    return str(answer)


def seen(cell: str) -> str:
    """A cell from its first sign that shows: blanks of any kind and signs without a shape do not."""
    for place, one in enumerate(cell):
        if not (one.isspace() or one in _BLANK or HIDDEN.match(one) or unicodedata.category(one) in _UNSEEN):
            return cell[place:]
    return ""


def begins_formula(cell: str) -> bool:
    """Whether a spreadsheet may compute a cell: it shows =, +, - or @ first, wide, small or raised ones counted."""
    return unicodedata.normalize("NFKC", seen(cell)[:1]).startswith(FORMULA)


def safe(cell: str) -> str:
    """A cell that no spreadsheet computes, whatever invisible signs come first; tabs and line ends become spaces."""
    shown = " ".join(inert(cell).split())
    return f"'{shown}" if begins_formula(shown) else shown
