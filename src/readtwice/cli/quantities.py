"""`readtwice quantities`: where its text comes from, and the two forms in which it shows what was found."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from readtwice.article import article_from_markdown, read_plain, too_large
from readtwice.reading.quantities import Quantity

MOST_BYTES = 5_000_000
"""What a text may have: some five hundred articles. Each of them takes some hundredths of a second."""

COLUMNS = ("at", "text", "kind", "value", "unit", "currency", "period", "hedge")


def text_of(file: str) -> str:
    """The text of a file, or of what is piped in for `-`. A file named `article.md` gives its article's plain text.

    Line ends stay as they are, so that offsets hold; a byte order mark goes. Raises OSError, UnicodeDecodeError (both
    for a file that cannot be read as UTF-8 text), ValueError for what is too large or no file, and ArticleError for an
    `article.md` that is not in its format.
    """
    content = sys.stdin.buffer.read(MOST_BYTES + 1) if file == "-" else read_plain(Path(file), MOST_BYTES)
    if len(content) > MOST_BYTES:
        raise too_large("-", MOST_BYTES)
    text = content.decode("utf-8-sig")
    if "\0" in text:  # UTF-16 without its mark, or no text at all
        raise ValueError("it is not a text in UTF-8")
    return article_from_markdown(text).text if Path(file).name == "article.md" else text


def as_json(quantities: Sequence[Quantity]) -> str:
    """A list of objects, one a quantity, with all fields; what is not stated is null."""
    return json.dumps([dataclasses.asdict(quantity) for quantity in quantities], ensure_ascii=False, indent=1)


def as_table(quantities: Sequence[Quantity]) -> str:
    """One line a quantity, in columns; columns that would be empty are left out."""
    if not quantities:
        return "no quantities"
    rows = [COLUMNS, *map(_cells, quantities)]
    columns = [column for column in zip(*rows, strict=True) if any(column[1:])]
    widths = [max(map(len, column)) for column in columns]
    lines = zip(*columns, strict=True)
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _cells(quantity: Quantity) -> tuple[str, ...]:
    value = quantity.value if quantity.value_to is None else f"{quantity.value} to {quantity.value_to}"
    named = (quantity.unit, quantity.currency, quantity.period, quantity.hedge)
    at = f"{quantity.start}-{quantity.end}"
    return at, " ".join(quantity.text.split()), quantity.kind, value, *(name or "" for name in named)
