"""Numbers of one text that can be checked against each other: a part and its whole, a total, a change, a price each.

What the words tie together is worked out and shown; `fits` and `does not fit` are said only where they leave no doubt
of it, and where no rounding could explain the difference. Everything else is the reader's turn. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readtwice.article import Article
from readtwice.reading.arithmetic import (
    averages,
    changes,
    comparisons,
    each,
    rates,
    reader,
    rests,
    shares,
    times,
    totals,
)
from readtwice.reading.arithmetic.window import Checks, Window, read_numbers
from readtwice.reading.pasted_tables import column_totals
from readtwice.reading.quantities import Quantity
from readtwice.reading.relation import Relation

MOST = 40
"""How many are offered of one text."""

_ROOMS = (shares, totals, rests, averages, changes, comparisons, each, rates, times, reader)
_CHECKS: Checks = tuple(check for room in _ROOMS for check in room.CHECKS)
_BEHIND: Checks = ((rests.remaining, ""), (comparisons.apart, ""))
"""What is looked for where a sentence goes back to numbers by what is left of them, or how they differ, alone."""


def relations(article: Article) -> tuple[Relation, ...]:
    """What can be checked within an English text, in reading order. No two look at the same numbers the same way."""
    found: dict[tuple[str, tuple[tuple[int, int], ...]], Relation] = {}
    for window, checks in _windows(article):
        for check, needs in checks:
            if any(window.marks.count(mark) < needs.count(mark) for mark in set(needs)):
                continue
            for one in check(window):
                found.setdefault((one.kind, tuple(sorted(one.places))), one)
    for one in (*column_totals(article), *times.hours(article)):
        found.setdefault((one.kind, tuple(sorted(one.places))), one)
    kept = _settled(found.values())
    return tuple(sorted(kept, key=lambda one: min(one.places)))[:MOST]


def _settled(found: Iterable[Relation]) -> list[Relation]:
    """Of two that look at the same numbers, the one that says more."""
    ranked = sorted(found, key=lambda one: (one.outcome == "your_turn", -len(one.places)))
    kept: list[Relation] = []
    at: dict[tuple[int, int], list[set[tuple[int, int]]]] = {}
    for one in ranked:
        mine = set(one.places)
        if not any(mine <= others for others in at.get(one.places[0], ())):
            kept.append(one)
            for place in mine:
                at.setdefault(place, []).append(mine)
    return kept


_TIED = re.compile(
    r"(?:That|This|It|They|These|Those|Which|Of (?:that|this|these|those|them)|On average|"
    r"Together|In total|In all|Altogether|All told|The (?:total|average|mean))\b"
)
_LEFT = re.compile(r"\b(?:leaves|leaving|remaining|the others?)\b", re.I)
_MOST_TOGETHER = 10


def _windows(article: Article) -> Iterator[tuple[Window, Checks]]:
    """Each sentence with two numbers or more, and each with the one or two before it that it goes back to."""
    quantities = read_numbers(article.text)
    headings = {block.id for block in article.blocks if block.kind == "heading"}
    before: list[tuple[str, int, list[Quantity]]] = []
    at = 0
    for sentence in article.sentences:
        if sentence.block in headings:
            before = []
            continue
        while at < len(quantities) and quantities[at].start < sentence.start:
            at += 1
        stop = at
        while stop < len(quantities) and quantities[stop].end <= sentence.end:
            stop += 1
        mine = quantities[at:stop]
        if 2 <= len(mine) <= 12:
            yield Window(article, sentence.id, sentence.start, sentence.end, mine), _CHECKS
        is_left = mine and _LEFT.search(article.text, sentence.start, sentence.end)
        is_far = is_left or (mine and comparisons.APART.match(article.text, sentence.start))
        is_tied = mine and _TIED.match(article.text, sentence.start)
        together = mine
        for back, (block, start, found) in enumerate(before[: 2 if is_far else 1 if is_tied else 0]):
            together = [*found, *together]
            if block != sentence.block or not found or len(together) > _MOST_TOGETHER:
                break
            window = Window(article, sentence.id, start, sentence.end, together)
            yield window, _BEHIND if back or not is_tied else _CHECKS
        before = [(sentence.block, sentence.start, mine), *before[:1]]
