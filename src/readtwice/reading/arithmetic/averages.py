"""Listed values and their average."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.reading.arithmetic.each import product
from readtwice.reading.arithmetic.totals import ANY
from readtwice.reading.arithmetic.window import ENDS, Checks, Window, is_time, made
from readtwice.reading.relation import Outcome, Relation, as_plain

_MEAN = re.compile(
    r"(?P<list><C\d+>(?:, <C\d+>)+,? and <C\d+>)[^<>.;]{0,40}?(?:[.,;:–—]|,? and) \(?"
    r"(?:(?:(?:or|with|and|which is) )*(?:(?:the|their|an) (?:average|mean) (?:of|was|is|came to) |"
    r"(?P<tied>on average,? (?:that|this) (?:is|was)) |on average,? )"
    r"(?P<mean><C\d+>)(?: [\w’'-]+)?(?=\s*(?:[.,;:)–—]|$))|"
    r"(?:or )?(?P<behind><C\d+>)(?: \w+)? on average(?=\s*(?:[.,;:)–—]|$)))",
    re.I,
)
_BEST = re.compile(
    r"\b(?:[a-z]+est|worst|top|first|last|some)\b",
    re.I,
)


def _mean(window: Window) -> Iterator[Relation]:
    """`Five flights lasted 12, 14, 15, 18 and 21 minutes. The average was 16 minutes.`"""
    for found in _MEAN.finditer(window.text):
        listed = [window.number(mark) for mark in re.findall(ANY, found["list"])]
        mean = window.number(found["mean"] or found["behind"])
        units = {one.quantity.unit for one in (mean, *listed)} - {None}
        if len(units) > 1 or any(one.quantity.value_to or one.quantity.period for one in (mean, *listed)):
            continue
        before = window.numbers[: window.numbers.index(listed[0])]
        is_counted = bool(before) and before[-1].value == len(listed)
        values = [one.value for one in listed]
        gives = sum(values) / len(values)
        place = 10.0 ** -len(mean.shown.partition(".")[2]) if mean.shown.replace(".", "").isdigit() else 1.0
        off = abs(mean.value - gives)
        outcome: Outcome = "fits" if off <= 0.51 * place else "your_turn"
        is_off = off > max(1.01 * place, mean.value - mean.far[0]) and not any(one.is_hedged for one in listed)
        is_all = found["tied"] or (mean.quantity.unit and not _BEST.search(window.text[: found.start()]))
        if is_off and is_all and (is_counted or found["tied"] or not min(values) <= mean.value <= max(values)):
            outcome = "does_not_fit"  # else the listed may be of groups of other sizes
        working = f"({' + '.join(one.shown for one in listed)}) ÷ {len(listed)}"
        yield made(window, "average", outcome, mean, listed, working, as_plain(gives))


_AVERAGE = re.compile(
    r"(?P<all><C\d+>)(?P<gap>[^<>.;]{0,40}?) (?:to|in|on|at|over|across|during|by) (?:the |its |their |all |these )*"
    r"(?P<n><C\d+>)(?: [\w’'-]+)?? (?P<noun>[a-z]+)(?:,|\(|–|—)\s?(?:or |an average of |on average |which is )*"
    rf"(?P<u><C\d+>) (?:(?:a|an|per|each) (?P<each>[a-z]+)|each(?: on average)?){ENDS}",
    re.I,
)


def _average(window: Window) -> Iterator[Relation]:
    """`126,000 came to 15 games, 8,400 a game`: what the average is for is just what was counted."""
    for found, (whole, count, single) in window.found(_AVERAGE, "all", "n", "u"):
        noun, each = found["noun"].lower(), (found["each"] or "").lower()
        is_timed = any(is_time(one) or one.quantity.period for one in (whole, count, single))
        is_else = single.quantity.unit not in (None, whole.quantity.unit)
        if (
            (each and noun not in (f"{each}s", f"{each}es"))
            or (not each and is_else)
            or is_timed
            or count.value <= 1
            or whole.value < single.value
        ):
            continue
        yield product(window, "each", whole, count, single)


_ROWS = re.compile(
    r"(?P<n><C\d+>)(?: [\w’'-]+)? (?:of|with|for) (?P<u><C\d+>) (?P<noun>[a-z]+s|people)(?: each)?(?:,|\(|–|—)\s?"
    r"(?:or |that is,? |which is |which makes |making )?(?P<all><C\d+>) (?P=noun) "
    r"(?:in all|in total|altogether|all told)\b(?! of\b)",
    re.I,
)


def _rows(window: Window) -> Iterator[Relation]:
    """`4 rows of 6 pieces, 24 pieces in all`."""
    for _, (whole, count, single) in window.found(_ROWS, "all", "n", "u"):
        if not any(is_time(one) for one in (whole, count, single)) and len(window.numbers) == 3:
            yield product(window, "each", whole, count, single)


CHECKS: Checks = (
    (_mean, "CCCC"),
    (_average, "CCC"),
    (_rows, "CCC"),
)
