"""A part, its whole and its share: `18 of 24, or 75 percent`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.reading.arithmetic.window import (
    CLOSED,
    FEW,
    JOIN,
    OF,
    Check,
    Window,
    alike,
    in_percent,
    is_time,
    judged,
    made,
    unless_it_goes_on,
)
from readtwice.reading.relation import Relation

_SHARES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?P<part><[CM]\d+>)(?:{FEW}{OF})(?P<whole><[CM]\d+>){FEW}(?:{JOIN})(?P<share><[PF]\d+>)",
        rf"(?P<part><[CM]\d+>){FEW}{JOIN}(?P<share><[PF]\d+>)\)?,?{OF}(?P<whole><[CM]\d+>)",
        rf"(?P<share><[PF]\d+>){OF}(?P<whole><[CM]\d+>){FEW}{JOIN}(?P<part><[CM]\d+>)",
        rf"\b(?:share|proportion|rate|figure|part) (?:was|is|were|came to|stood at) (?P<share><[PF]\d+>) ?[:–—] ?"
        rf"(?P<part><[CM]\d+>){FEW}{OF}(?P<whole><[CM]\d+>)",
        r"\bof (?:the |its |all |all the |their |some )*(?P<whole><[CM]\d+>)(?:[^<>.;]|<Y\d+>){0,50}(?P<part><[CM]\d+>)"
        r"[^<>.;]{0,40}(?:(?:under|over|aged) <C\d+>)?(?:,|\(|–|—)\s*(?:or |that is |which is )?(?P<share><[PF]\d+>)",
        rf"(?P<part><[CM]\d+>)(?:{FEW}{OF})(?P<whole><[CM]\d+>)[^<>]{{0,60}}[.] (?:That|This) (?:is|w"
        rf"as|makes|comes to|"
        rf"means) (?P<share><[PF]\d+>)",
        rf"(?P<part><[CM]\d+>)(?:{FEW}{OF})(?P<whole><[CM]\d+>)[^<>.]{{0,40}} \((?P<share><[PF]\d+>)\)",
        r"^(?:[^<>]|<[WDYX]\d+>)*(?P<whole><C\d+>)(?:[^<>]|<[WDYX]\d+>)*[.] Of (?:these|those|them),? "
        r"(?:only |just )?(?P<part><C\d+>)[^<>.;]{0,40}"
        r"(?:,|\(|–|—)\s*(?:and |or |that is |which is )*(?P<share><[PF]\d+>)",
        r"(?P<part><C\d+>) of (?:the |its |their )*(?P<whole><C\d+>)[^<>.;,]{0,60}, "
        r"(?:or |that is,? )?(?P<share><[PF]\d+>)",
    )
)
_NO_SHARE = re.compile(
    r"\s*(?:more|less|fewer|higher|lower|increase|rise|up|down|drop|fall|growth|of (?:the|its|their|all|them) \w+|"
    r"of (?:those|these|whom|which)|at \w+|among|for)\b",
    re.I,
)
_SHARE_CLOSED = re.compile(rf"(?: of (?:them|it|all|the total|the whole))?{CLOSED.pattern}", re.I)
_ANOTHER_THING = re.compile(r"[,;–—-]\s*and ", re.I)
_PART_OF = re.compile(
    r"(?P<part><[C]\d+>)(?: [\w’'-]+)? (?:out of|of) (?:the|its|their|all|our|these|those) (?P<whole><[C]\d+>)", re.I
)


_OF_PERCENT = re.compile(
    r"\b(?:rates?|raise[ds]?|rises?|growth|tax(?:es)?|interest|shares?|discounts?|fees?|loans?|bonds?|stakes?|pay|wages?|rents?|"
    r"pric(?:e|es|ed)|increases?|drops?|falls?|cuts?|gains?|loss(?:es)?)\b",
    re.I,
)
"""What a percentage behind it may speak of: `12 of the 30 members want the higher rate, 5 percent`."""


def _share(window: Window) -> Iterator[Relation]:
    for number, pattern in enumerate(_SHARES):
        for found in pattern.finditer(window.text):
            part, whole, share = (window.number(found[name]) for name in ("part", "whole", "share"))
            if not alike(part, whole) or whole.value <= 0 or is_time(part) or is_time(whole):
                continue
            if "point" in (share.quantity.unit or "") or "basis" in (share.quantity.unit or ""):
                continue
            if _NO_SHARE.match(window.tail(found.end("share"))) and found.end("share") == found.end():
                continue
            if number < 3 and _ANOTHER_THING.search(found[0]):
                continue  # `18 of 30 came, and 40 percent of the rest`
            gives = 100 * part.value / whole.value
            near = ratio(part.near, whole.near)
            outcome = judged(share, *near, far=ratio(part.far, whole.far))
            if found.end("share") >= found.end() - 1:
                outcome = unless_it_goes_on(outcome, window.tail(found.end("share")), _SHARE_CLOSED)
            if outcome == "fits" and _is_on_the_wrong_side(window, found, gives, share.value):
                outcome = "your_turn"
            between = window.text[max(found.end("part"), found.end("whole")) : found.start("share")]
            if outcome == "does_not_fit" and _OF_PERCENT.search(between):
                outcome = "your_turn"
            working = f"{part.shown} ÷ {whole.shown}"
            yield made(window, "share", outcome, share, (part, whole), working, in_percent(gives))


_SIDE = re.compile(
    r"\b(?:(?P<above>more than|over|at least|no less than)|(?:less|fewer) than|under|below|at most) $", re.I
)


def _is_on_the_wrong_side(window: Window, found: re.Match[str], gives: float, share: float) -> bool:
    """`39 of 80, more than half`: near it, and below."""
    side = _SIDE.search(window.text[: found.start("share")])
    return bool(side and (gives < share if side["above"] else gives > share))


def ratio(part: tuple[float, float], whole: tuple[float, float]) -> tuple[float, float]:
    """The least and the most that a part can be of a whole, in percent, as far as both may be rounded."""
    low = max(whole[0], 1e-9)
    return 100 * part[0] / max(whole[1], 1e-9), 100 * part[1] / low


def _more_than_all(window: Window) -> Iterator[Relation]:
    for found in _PART_OF.finditer(window.text):
        part, whole = window.number(found["part"]), window.number(found["whole"])
        if not is_time(part) and not is_time(whole) and part.far[0] > whole.far[1] and whole.value > 1:
            gives = in_percent(100 * part.value / whole.value)
            yield made(window, "part", "does_not_fit", part, (whole,), f"{part.shown} ÷ {whole.shown}", gives)


CHECKS: tuple[tuple[Check, str], ...] = (
    (_share, "S"),
    (_more_than_all, "CC"),
)
"""Each check, and the marks without which it finds nothing, S for P or F."""
