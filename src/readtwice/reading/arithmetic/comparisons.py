"""Two numbers and what is said of how they differ: `300, after 250 last year, up 20 percent`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from readtwice.reading.arithmetic.changes import claimed_change, difference, is_share_of_the_new, less
from readtwice.reading.arithmetic.window import (
    ENDS,
    SET_OFF,
    Checks,
    Number,
    Window,
    alike,
    as_exact,
    counts_points,
    in_percent,
    is_time,
    judged,
    made,
    shown_like,
)
from readtwice.reading.relation import Outcome, Relation, as_plain

_MORE = re.compile(
    r"(?P<a><[CM]\d+>)[^<>.;]{0,50}?(?:,|–|—|\()\s*(?:that is |which is |or )?(?P<d><[CMP]\d+>)(?: "
    r"[\w-]+)? (?P<way>more|fewer|less|higher|lower) than"
    r"(?: [\w’'-]+){0,5} (?P<c><[CM]\d+>)",
    re.I,
)


def _more(window: Window) -> Iterator[Relation]:
    for found, (a, d, c) in window.found(_MORE, "a", "d", "c"):
        if not alike(a, c) or c.value <= 0 or is_time(a) != is_time(c):
            continue
        than = found[0][found.end("way") - found.start() :]
        noun = re.match(r" ([\w’'-]+)", window.text[found.end() :])
        if re.search(r"\b(?:any|all|each|both|other)\b", than) or (noun and noun[1] == "other"):
            continue  # `12 more than any of the nine others`
        unit = c.quantity.unit
        if a.quantity.unit and noun and noun[1] in (unit, f"{unit}s") and unit != a.quantity.unit:
            continue  # `90 metres, 20 metres more than the two blocks`
        sign = 1 if found["way"].lower() in ("more", "higher") else -1
        if d.quantity.kind == "percent":
            if counts_points(d):
                continue
            ends = [sign * 100 * (x - y) / y for x in a.near for y in c.near if y > 0]
            wide = [sign * 100 * (x - y) / y for x in a.far for y in c.far if y > 0]
            gives, working = in_percent(100 * (a.value - c.value) / c.value), f"({a.shown} − {c.shown}) ÷ {c.shown}"
        elif alike(a, d):
            ends = [sign * (x - y) for x in a.near for y in c.near]
            wide = [sign * (x - y) for x in a.far for y in c.far]
            gives, working = shown_like(a, a.value - c.value), f"{a.shown} − {c.shown}"
        else:
            continue
        outcome = judged(d, min(ends), max(ends), far=(min(wide), max(wide)))
        exact = sign * (100 * (a.value - c.value) / c.value if d.quantity.kind == "percent" else a.value - c.value)
        if outcome == "fits" and not d.near[0] - 1e-9 <= exact <= d.near[1] + 1e-9:
            outcome = "your_turn"  # only if the numbers are rounded far
        yield made(window, "more", outcome, d, (a, c), working, gives)


_THEN = re.compile(
    r"\b(?:last (?:year|month|week|season|summer|winter|time)|(?:year|month|week|season|time) before|previous|earlier|"
    r"ago|was to|were to|planned|used to)\b",
    re.I,
)
_NOW = re.compile(r"\b(?:this|now|today|in fact|but cost|and cost|it cost)\b", re.I)
_VERSUS = re.compile(
    rf"(?P<a><[CM]\d+>)(?P<mid>[^<>.;]{{0,70}}?)(?P<b><[CM]\d+>)(?: [\w’'-]+)?{SET_OFF}"
    rf"(?:(?P<d><[PF]\d+>) (?P<way>more|fewer|less)"
    rf"(?P<than> than (?:planned|before|expected|then|(?:last|the) \w+(?: before)?))?"
    rf"|(?P<times>twice|<C\d+> times) as (?:many|much)){ENDS}",
    re.I,
)


def _versus(window: Window) -> Iterator[Relation]:
    """`Last year 250, and this year 300, 20 percent more`: which is the old number has to be said."""
    for found in _VERSUS.finditer(window.text):
        a, b = as_exact(window.number(found["a"]), window.number(found["b"]))
        is_instead = re.search(r"\b(?:instead of|rather than) $", found["mid"])
        if is_instead:
            a, b = b, a  # `$6 instead of $5`
        if not alike(a, b) or min(a.value, b.value) <= 0 or is_time(a) or is_time(b):
            continue
        if b.quantity.unit and a.quantity.unit != b.quantity.unit:
            continue
        head = window.text[: found.start("a")] + " " + found["mid"]
        is_plan = re.search(r"was to|were to|planned|expected", head, re.I)
        than_plan = re.search(r"planned|expected", found["than"] or "")
        is_sure = (is_instead and not found["than"]) or (
            _THEN.search(head) and _NOW.search(found["mid"]) and (is_plan or not than_plan)
        )
        if found["times"]:
            yield _as_many(window, a, b, found["times"], is_sure=bool(is_sure))
            continue
        claim, sign = window.number(found["d"]), 1 if found["way"].lower() == "more" else -1
        if counts_points(claim):
            continue
        near, far = (
            [sign * 100 * (y - x) / x for x in one for y in other] for one, other in ((a.near, b.near), (a.far, b.far))
        )
        outcome = judged(claim, min(near), max(near), far=(min(far), max(far)))
        gives = 100 * (b.value - a.value) / a.value
        is_exact = claim.near[0] <= sign * gives <= claim.near[1]
        if not is_exact and sign > 0 and is_share_of_the_new(a, b, claim, gives):
            outcome = "does_not_fit"
        if (outcome == "fits" and not is_exact) or (outcome == "does_not_fit" and not is_sure):
            outcome = "your_turn"
        yield made(window, "more", outcome, claim, (a, b), f"({b.shown} − {a.shown}) ÷ {a.shown}", in_percent(gives))


_RISE = r"(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction)"
_BESIDE = r"(?:after|up from|down from|against|compared (?:with|to))"
_AGAINST = re.compile(
    rf"(?P<b><[CMP]\d+>)[^<>.;]{{0,60}}?,? \(?(?P<how>{_BESIDE}) "
    rf"(?:the |just |only )*(?P<a><[CMP]\d+>)"
    rf"(?P<when>(?:[^<>.;]{{0,45}}<Y\d+>)?(?: (?:<C\d+>|[\w’'-]+)){{0,6}})\)?{SET_OFF}"
    rf"(?:(?:up|down|an? {_RISE} of)(?: by)? (?:just |only )?(?P<c><[PF]\d+>)"
    rf"|(?P<times>twice|<C\d+> times) as (?:many|much)){ENDS}",
    re.I,
)
_IN_THE_PAST = re.compile(rf"<Y\d+>|{_THEN.pattern}|\bbefore$|\bplan\b|\b(?:usual|normal|average) \w+", re.I)


def _against(window: Window) -> Iterator[Relation]:
    """`Sales were $84 million, after $70 million the year before, up 20 percent`: the old number is said to be one."""
    for found in _AGAINST.finditer(window.text):
        a, b = as_exact(window.number(found["a"]), window.number(found["b"]))
        if not alike(a, b) or min(a.value, b.value) <= 0 or is_time(a) or is_time(b):
            continue
        if a.quantity.unit and b.quantity.unit and a.quantity.unit != b.quantity.unit:
            continue
        is_sure = found["how"].lower().endswith(" from") or _IN_THE_PAST.search(found["when"])
        if found["c"]:
            change = window.number(found["c"])
            for one in () if change.quantity.period else claimed_change(window, a, b, change, found[0]):
                yield one if is_sure else replace(one, outcome="fits" if one.outcome == "fits" else "your_turn")
            continue
        yield _as_many(window, a, b, found["times"], is_sure=bool(is_sure))


def _as_many(window: Window, a: Number, b: Number, times: str, *, is_sure: bool) -> Relation:
    """`twice as many` or `3 times as many`: the second number to the first."""
    claim = None if times.lower() == "twice" else window.number(times.split()[0])
    gives = b.value / a.value
    off = abs(gives / (claim.value if claim else 2.0) - 1)
    outcome: Outcome = "fits" if off <= 0.1 else "your_turn" if off <= 0.2 or not is_sure else "does_not_fit"
    others = (b, a) if claim else (a,)
    return made(window, "times", outcome, claim or b, others, f"{b.shown} ÷ {a.shown}", as_plain(gives))


_LEAD = re.compile(
    r"(?P<a><[CM]\d+>)[^<>.;,]{0,30},? and [^<>.;,]{0,30}"
    r"(?P<b><[CM]\d+>)[^<>.;,]{0,15}(?:,|–|—|\() ?a (?:lead|difference|gap|margin|span) of (?:just |only )?"
    rf"(?P<c><[CM]\d+>)(?: degrees| votes| points)?{ENDS}",
    re.I,
)
_POINTS = re.compile(r"\b(?:wins?|won|games?|goals?|points?)\b", re.I)


def _lead(window: Window) -> Iterator[Relation]:
    """`Holm got 28,820 votes and Lind 24,255, a lead of 4,565.`"""
    for _, (a, b, c) in window.found(_LEAD, "a", "b", "c"):
        before = window.numbers[: window.numbers.index(a)]
        if not alike(a, b, c) or any(is_time(one) for one in (a, b, c)):
            continue
        gives, outcome = difference(a, b, c)
        is_list = any(one.quantity.kind == a.quantity.kind and one.value < a.value + b.value for one in before)
        units = {one.quantity.unit for one in (a, b, c)} - {None, "degrees"}
        is_else = len(units) > 1 or (c.quantity.unit is None and units) or _POINTS.search(window.text)
        if outcome == "does_not_fit" and (is_list or is_else):
            outcome = "your_turn"  # of three, the lead is of the first before the second; a win is three points
        yield made(window, "change", outcome, c, (a, b), less(a, b), shown_like(a, gives))


_IT_IS = r"(?:That|This|It) (?:is|was|makes|made|means) (?:just |only |exactly )?"
APART = re.compile(rf"{_IT_IS}[^.;:]{{1,25}}? (?:more|fewer|less)\b")
"""A sentence that goes back to two numbers by how far they lie apart."""
_THAT_IS = re.compile(
    rf"^(?P<both>.*)[.] {_IT_IS}(?P<d><[CM]\d+>)"
    r"(?: [\w’'-]+)? (?:more|fewer|less)(?P<than> than (?:before|then|(?:last|the) \w+(?: before| earlier)?))?[.!]?$",
    re.I,
)
_OLD_AND_NEW = re.compile(rf"\b{_BESIDE}\b", re.I)


def apart(window: Window) -> Iterator[Relation]:
    """`This year 253 came, against 312 last year. That is 59 fewer.`"""
    found = _THAT_IS.search(window.text)
    if not found:
        return
    claim = window.number(found["d"])
    both = [one for one in window.numbers if one is not claim and one.quantity.kind in ("count", "money", "percent")]
    if len(both) != 2 or not alike(claim, *both) or any(is_time(one) or one.quantity.period for one in both):
        return
    if len({one.quantity.unit for one in (*both, claim)} - {None}) > 1:
        return
    old, new = as_exact(*both)
    gives, outcome = difference(old, new, claim)
    is_sure = _THEN.search(found["both"]) and (_NOW.search(found["both"]) or _OLD_AND_NEW.search(found["both"]))
    if outcome == "does_not_fit" and not is_sure:
        outcome = "your_turn"
    yield made(window, "more", outcome, claim, both, less(*both), shown_like(both[0], gives))


CHECKS: Checks = (
    (_more, ""),
    (apart, ""),
    (_versus, ""),
    (_against, ""),
    (_lead, ""),
)
