"""Columns of a pasted table, and the row below them that says their totals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from readtwice.article import Article
from readtwice.reading.relation import Outcome, Relation, as_plain

_CELL = r"[+−–-]?[$€£]?\d[\d,]*(?:\.\d+)?%?"
_ROW = re.compile(rf"(?P<label>.*?[^\W\d_].*?):?(?P<cells>(?:[ |]+{_CELL}){{2,}}) *\|?")
_LONGEST_ROW = 200


def row_in(line: str) -> re.Match[str] | None:
    """A line's `label` and `cells`, where it is a label with two numbers or more behind it and nothing else."""
    return _ROW.fullmatch(line) if len(line) < _LONGEST_ROW and line.rstrip(" |")[-1:] in "0123456789%" else None


_TOTAL = re.compile(r"\W*(?:(?:grand |sub)?totals?|sum|all|altogether|together|in all)\W*", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: which block it is, its label, and its cells with their places in the article's text."""

    block: str
    label: str
    cells: tuple[tuple[int, int, str], ...]

    @property
    def years(self) -> bool:
        return all(_YEAR.fullmatch(text) for _, _, text in self.cells)


def column_totals(article: Article) -> Iterator[Relation]:
    """Each column above a row called `Total`, added up.

    It does not fit only where another column does: else rows may be missing, or the row be of something else.
    """
    rows: list[_Row] = []
    header = ""
    for block in article.blocks:
        row = _row(article.quote(block), block.id, block.start)
        if row is None or (rows and len(row.cells) != len(rows[0].cells)):
            rows, header = [], article.quote(block)
        elif rows and _TOTAL.fullmatch(row.label):
            body = rows[1:] if rows[0].years else rows
            is_yearly = rows[0].years or bool(_YEAR.search(header))
            is_whole = rows[0].years or not re.search(r"\d", _YEAR.sub("", header))
            if len(body) > 1 and is_whole:
                yield from _added_up(article, body, row, is_yearly=is_yearly)
            rows, header = [], article.quote(block)
        else:
            rows.append(row)


def _row(text: str, block: str, start: int) -> _Row | None:
    found = row_in(text)
    if not found:
        return None
    at = start + found.start("cells")
    cells = tuple((at + one.start(), at + one.end(), one[0]) for one in re.finditer(_CELL, found["cells"]))
    return _Row(block, found["label"], cells)


def _value(cell: str) -> float:
    value = float(re.sub(r"[^\d.]", "", cell))
    return -value if cell[0] in "−–-" else value


def _added_up(article: Article, rows: list[_Row], total: _Row, *, is_yearly: bool) -> Iterator[Relation]:
    sentence = next(one.id for one in article.sentences if one.block == total.block)
    columns = list(zip(total.cells, *(row.cells for row in rows), strict=True))
    sums = [round(sum(_value(cell) for _, _, cell in column[1:]), 6) for column in columns]
    is_right = [_value(column[0][2]) == one for column, one in zip(columns, sums, strict=True)]
    for column, gives, right in zip(columns, sums, is_right, strict=True):
        claim, *parts = (cell for _, _, cell in column)
        values = [_value(cell) for cell in parts]
        if not right and ("%" in claim or min(values) < 0 or _value(claim) <= max(values)):
            continue  # a mean or a change, not a sum
        is_far = abs(_value(claim) - gives) > 0.51 * (_step(claim) + len(parts) * min(map(_step, parts)))
        is_sure = is_far and any(is_right) and (is_yearly or _value(claim) > gives)  # one may stand in two rows
        outcome: Outcome = "fits" if right else "does_not_fit" if is_sure else "your_turn"
        places = tuple((start, end) for start, end, _ in column)
        shown = as_plain(gives)
        working = " + ".join(parts).replace("+ +", "+ ").replace("+ -", "− ").replace("+ −", "− ").lstrip("+")
        yield Relation("total", outcome, sentence, places, f"{working} = {shown}", claim, shown)


def _step(cell: str) -> float:
    """The last place that a cell prints; zeros at its end may be rounding."""
    digits = re.sub(r"[^\d.]", "", cell)
    if "." in digits:
        return 10.0 ** -len(digits.partition(".")[2])
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0**zeros if zeros >= 2 else 1.0
