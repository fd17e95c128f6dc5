"""A part, its whole and its share: `18 of 24, or 75 percent`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.reading.arithmetic.window import (
    CLOSED,
    ENDS,
    FEW,
    JOIN,
    OF,
    SET_OFF,
    Checks,
    Number,
    Window,
    alike,
    as_exact,
    counts_points,
    if_exact,
    in_percent,
    is_time,
    judged,
    made,
    unless_it_goes_on,
)
from readtwice.reading.relation import Outcome, Relation

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
        r"(?P<whole><[CM]\d+>)[^<>.;,]{0,25}, of (?:which|whom) (?:[\w’'-]+ ){0,4}(?P<part><[CM]\d+>)"
        rf"(?: [\w’'-]+){{0,4}}{SET_OFF}(?P<share><[PF]\d+>)",
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
_PART_CLOSED = re.compile(
    rf"(?: (?:people|of them|in all|in total))?{CLOSED.pattern}(?! (?:and )?(?:[\w’'-]+ ){{0,2}}<[CM])"
)
"""Not `a quarter of the 120 pupils, 18 girls and 12 boys`, nor `20 percent of the trees, 60 of them oaks`."""
_OUT_OF = re.compile(r"<[CM]\d+>(?: [\w’'-]+)? (?:out )?(?:of (?:the |its |their |all )*)?$", re.I)
_ANOTHER_THING = re.compile(r"[,;–—-]\s*and ", re.I)
_PART_OF = re.compile(
    r"(?P<part><[C]\d+>)(?: [\w’'-]+)? (?:out of|of) (?:the|its|their|all|our|these|those) (?P<whole><[C]\d+>)", re.I
)


_OF_PERCENT = re.compile(
    r"\b(?:rates?|raise[ds]?|rises?|growth|tax(?:es)?|interest|shares?|discounts?|fees?|loans?|bonds?|stakes?|pay|wages?|"
    r"rents?|"
    r"pric(?:e|es|ed)|increases?|drops?|falls?|cuts?|gains?|loss(?:es)?|lev(?:y|ies)|dut(?:y|ies)|"
    r"marks?|scores?|grades?|fat|sugar|alcohol|strong\w*|commission|yields?|returns?|deposits?|premiums?)\b",
    re.I,
)
"""What a percentage behind it may speak of: `12 of the 30 members want the higher rate, 5 percent`."""


def _share(window: Window) -> Iterator[Relation]:
    for number, pattern in enumerate(_SHARES):
        for found, (part, whole, share) in window.found(pattern, "part", "whole", "share"):
            if not alike(part, whole) or whole.value <= 0 or is_time(part) or is_time(whole):
                continue
            if counts_points(share):
                continue
            if _NO_SHARE.match(window.tail(found.end("share"))) and found.end("share") == found.end():
                continue
            if number < 3 and _ANOTHER_THING.search(found[0]):
                continue  # `18 of 30 came, and 40 percent of the rest`
            if number in (1, 4) and _OUT_OF.search(window.text[: found.start("part" if number == 1 else 0)]):
                continue  # `14 of 20 votes, two thirds of the 21 members`
            gives = 100 * part.value / whole.value
            outcome = _judged(share, part, whole)
            if found.end("share") >= found.end() - 1:
                outcome = unless_it_goes_on(outcome, window.tail(found.end("share")), _SHARE_CLOSED)
            if number == 2 and not _PART_CLOSED.match(window.text[found.end() :]):
                outcome = "your_turn" if outcome == "does_not_fit" else outcome
            if outcome == "fits" and _is_on_the_wrong_side(window, found, gives, share.value):
                outcome = "your_turn"
            between = window.text[max(found.end("part"), found.end("whole")) : found.start("share")]
            if outcome == "does_not_fit" and _OF_PERCENT.search(between):
                outcome = "your_turn"
            yield _told(window, outcome, share, part, whole)


_SIDE = re.compile(
    r"\b(?:(?P<above>more than|over|at least|no less than)|(?:less|fewer) than|under|below|at most|nearly|almost|"
    r"not quite) $",
    re.I,
)


def _is_on_the_wrong_side(window: Window, found: re.Match[str], gives: float, share: float) -> bool:
    """`39 of 80, more than half`: near it, and below."""
    side = _SIDE.search(window.text[: found.start("share")])
    return bool(side and (gives < share if side["above"] else gives > share))


def _judged(share: Number, part: Number, whole: Number) -> Outcome:
    part, whole = as_exact(part, whole)
    outcome = judged(share, *_ratio(part.near, whole.near), far=_ratio(part.far, whole.far))
    return if_exact(outcome, share, 100 * part.value / whole.value)


def _told(window: Window, outcome: Outcome, share: Number, part: Number, whole: Number) -> Relation:
    gives = in_percent(100 * part.value / whole.value)
    return made(window, "share", outcome, share, (part, whole), f"{part.shown} ÷ {whole.shown}", gives)


def _beyond_the_whole(window: Window, part: Number, whole: Number) -> Iterator[Relation]:
    """`40 of the 30 boats`: no rounding makes a part so large."""
    if not is_time(part) and not is_time(whole) and part.far[0] > whole.far[1] and whole.value > 1:
        gives = in_percent(100 * part.value / whole.value)
        yield made(window, "part", "does_not_fit", part, (whole,), f"{part.shown} ÷ {whole.shown}", gives)


def _ratio(part: tuple[float, float], whole: tuple[float, float]) -> tuple[float, float]:
    """The least and the most that a part can be of a whole, in percent, as far as both may be rounded."""
    low = max(whole[0], 1e-9)
    return 100 * part[0] / max(whole[1], 1e-9), 100 * part[1] / low


def _more_than_all(window: Window) -> Iterator[Relation]:
    for found in _PART_OF.finditer(window.text):
        part, whole = window.number(found["part"]), window.number(found["whole"])
        if _IS_A_SIZE.match(window.text[found.end() :]):
            continue  # `300 of the 40 tonne lorries`
        yield from _beyond_the_whole(window, part, whole)


_IS_A_SIZE = re.compile(
    r" (?:tonne|ton|litre|liter|metre|meter|mile|pound|pint|gallon|inch|foot|acre|gram|kilo|watt|seat|man|bed|year|day|"
    r"hour|minute) [a-z]",
    re.I,
)
_GROUPS = re.compile(
    r"(?:famil|crew|team|couple|household|group|class|school|club|choir|band|pair|side|squad|part|compan|firm|boat|"
    r"ship|bus|coach)(?:y|ies|e?s)?$",
    re.I,
)
_DOES = (
    r"(?:[a-z]{2,}ed|were|was|are|is|had|have|has|said|say|says|came|come|went|go|left|took|take|won|lost|met|got|knew|"
    r"know|kept|keep|made|make|read|slept|ran|saw|stood|fell|sold|bought|paid|wrote|spoke|chose|gave)"
)
_LEFT_OUT = re.compile(
    rf"(?P<whole><C\d+>) (?P<noun>[\w’'-]+)[^<>.]{{0,60}}?(?:,|;| and| but) (?:and |but |only |just )*"
    rf"(?P<part><C\d+>) (?:(?:of (?:them|these|those|whom|which) )?{_DOES}\b|of (?:them|these|those|which)\b)"
    rf"[^<>.;,]{{0,60}}{SET_OFF}"
    rf"(?P<share><[PF]\d+>){ENDS}",
    re.I,
)


def _left_out(window: Window) -> Iterator[Relation]:
    """`36 boats, and 27 reached the finish, 75 percent`: the part says what it does and not again what it is."""
    for found, (whole, part, share) in window.found(_LEFT_OUT, "whole", "part", "share"):
        if part.quantity.unit or is_time(whole) or not 0 < part.value <= whole.value or whole.quantity.period:
            continue
        if counts_points(share):
            continue
        outcome = _judged(share, part, whole)
        if outcome == "does_not_fit" and _OF_PERCENT.search(window.text[found.end("part") : found.start("share")]):
            outcome = "your_turn"
        yield _told(window, outcome, share, part, whole)


_OF_WHOM = re.compile(
    r"(?P<whole><C\d+>)(?: [\w’'-]+){1,2}, (?:and )?(?:out )?of (?:whom|which|them|these|those) (?:only |just |even )?"
    r"(?P<part><C\d+>)",
    re.I,
)


def _of_whom(window: Window) -> Iterator[Relation]:
    for found in _OF_WHOM.finditer(window.text):
        part, whole = window.number(found["part"]), window.number(found["whole"])
        others = window.numbers[: window.numbers.index(whole)]
        noun = found[0].partition(">")[2].partition(",")[0].rpartition(" ")[2]
        if _GROUPS.match(whole.quantity.unit or noun):
            continue  # `three families, of whom 11 are children`
        if any(one.quantity.kind == "count" and one.value >= part.value for one in others):
            continue  # of 240 people at 3 sites, not of the sites
        yield from _beyond_the_whole(window, part, whole)


_THAN_SHARE = re.compile(
    rf"(?:(?P<part><[CM]\d+>)(?:{FEW}{OF})(?P<whole><[CM]\d+>)|"
    rf"\bof (?:the |its |all )*(?P<all><C\d+>)[^<>.;]{{0,30}}(?P<some><C\d+>))[^<>.;]{{0,40}}{SET_OFF}"
    rf"(?P<way>fewer|less|more) than (?P<share><[PF]\d+>){ENDS}",
    re.I,
)


def _than_share(window: Window) -> Iterator[Relation]:
    for found in _THAN_SHARE.finditer(window.text):
        part, whole = window.number(found["part"] or found["some"]), window.number(found["whole"] or found["all"])
        share = window.number(found["share"])
        if not alike(part, whole) or whole.value <= 0 or is_time(part) or is_time(whole):
            continue
        low, high = _ratio(part.far, whole.far)
        if found["way"].lower() == "more":
            outcome: Outcome = "fits" if low > share.value else "does_not_fit" if high < share.value else "your_turn"
        else:
            outcome = "fits" if high < share.value else "does_not_fit" if low > share.value else "your_turn"
        yield _told(window, outcome, share, part, whole)


_RATE = re.compile(
    rf"(?P<part><C\d+>)(?:{FEW}{OF})(?P<whole><C\d+>)[^<>.;,]{{0,60}}{SET_OFF}an? "
    r"(?:(?:sales|response|return|survival|occupancy|pass|participation) rate|share)"
    rf" of (?:just |only )?(?P<share><P\d+>){ENDS}",
    re.I,
)


def _rate(window: Window) -> Iterator[Relation]:
    """`34,000 of the 40,000 tickets went, a sales rate of 85 percent`; `12 of 30 failed, a pass rate of 60 percent`."""
    for _, (part, whole, share) in window.found(_RATE, "part", "whole", "share"):
        if not alike(part, whole) or not 0 < part.value <= whole.value or is_time(whole) or counts_points(share):
            continue
        low, high = _ratio(part.near, whole.near)
        is_of_the_others = judged(share, 100 - high, 100 - low) == "fits"
        outcome = "your_turn" if is_of_the_others else _judged(share, part, whole)
        yield _told(window, outcome, share, part, whole)


_EITHER = re.compile(
    r"\bof (?:the |its |all |all the |their )*(?P<whole><C\d+>)[^<>.;]{0,40}?(?P<a><C\d+>)[^<>.;]{0,40}?(?:,| and) "
    r"(?P<b><C\d+>)[^<>.;]{0,40}[.] (?:That|This) (?:is|was|makes|means) (?P<share><[PF]\d+>)",
    re.I,
)
_VOTE_CLOSED = re.compile(rf"(?: (?:against|for|in favour)\b[^<>.;,]{{0,25}})?{CLOSED.pattern}", re.I)


def _either(window: Window) -> Iterator[Relation]:
    """`Of the 14, 9 are for it and 5 against. That is four fifths`: it is neither of the two."""
    for found, (whole, a, b, share) in window.found(_EITHER, "whole", "a", "b", "share"):
        if a.value + b.value != whole.value or a.quantity.unit or b.quantity.unit or is_time(whole):
            continue
        told = [_judged(share, one, whole) for one in (a, b)]
        larger = max(a, b, key=lambda one: one.value)
        part = b if told[0] == "does_not_fit" != told[1] else a if told[0] != "does_not_fit" else larger
        outcome = unless_it_goes_on(told[0 if part is a else 1], window.tail(found.end()), _VOTE_CLOSED)
        yield _told(window, outcome, share, part, whole)


CHECKS: Checks = (
    (_share, "S"),
    (_more_than_all, "CC"),
    (_left_out, "CCS"),
    (_of_whom, "CC"),
    (_than_share, "S"),
    (_rate, "CCP"),
    (_either, "CCCS"),
)
