"""A change, and the two numbers that it lies between: `rose from 40 to 50, a quarter`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from readtwice.reading.arithmetic.window import (
    CLOSED,
    DOWN,
    EACH,
    Checks,
    Number,
    Window,
    alike,
    as_exact,
    counts_points,
    if_exact,
    in_percent,
    in_points,
    is_time,
    judged,
    made,
    shown_like,
    unless_it_goes_on,
)
from readtwice.reading.relation import Outcome, Relation, as_plain

_FROM_TO = re.compile(
    r"\bfrom (?P<a><[CMP]\d+>)[^<>.;]{0,45}?(?:<[DXY]\d+>)?[^<>.;]{0,12}? to (?:just |only |about )?(?P<b><[CMP]\d+>)|"
    r"\bto (?:just |only |about )?(?P<to><[CMP]\d+>)(?: [\w’'-]+)?,? from (?P<from><[CMP]\d+>)",
    re.I,
)
_AFTER = re.compile(
    r"^(?:[^<>.;]{0,45}?(?:<Y\d+>|(?:in|within|over) (?:just |only )?<C\d+>))?"
    r"[^<>.;]{0,40}?(?:,|:|\(|–|—|\bor\b)\s*(?:or |that is |which is |a |a"
    r"n |up |down |plus |minus |by |just |of )*"
    r"(?:(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction|difference|loss) o"
    r"f (?:just |only |about )?)?"
    r"(?P<c><[CMPF]\d+>)(?P<tail>[^<>]{0,30})",
    re.I,
)
_OR = re.compile(r"\s*(?:,|\(|–|—)\s?(?:or|that is,?) (?:by )?(?P<c><[PF]\d+>)(?P<tail>[^<>]{0,30})", re.I)
"""`by 9 percentage points, or a fifth`: the same change in another measure."""
_BEHIND = re.compile(
    r"^[^<>.;]{0,60}[.] (?:That|This|It) (?:is|was|means|meant|makes|amounts to|amounted to) an? "
    r"(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction) of (?:just |only |about )?"
    r"(?P<c><[CMPF]\d+>)(?P<tail>[^<>]{0,30})",
    re.I,
)
_BEFORE = re.compile(r"\bby (?:just |only |about )?(?P<c><[CMPF]\d+>),?(?P<tail>[^<>.;]{0,30})$", re.I)
_ALONE = r"(?:(?!\b(?:and|with|while|but|when|as|though)\b)[^<>.;,]){0,40}"
_VERB = re.compile(
    r"(?P<verb>\b(?:fell|dropped|declined|decreased|sank|shrank|rose|grew|increased|climbed|jumped|wen"
    rf"t up|went down|cut|reduced|lowered|raised)\b){_ALONE}$",
    re.I,
)
_FACTOR = re.compile(
    r"(?P<near>nearly|almost|more than|about|roughly)?\s*\b(?P<verb>doubled|tripled|trebled|quadrupled"
    rf"|halved)\b{_ALONE},?\s*$",
    re.I,
)
FACTORS = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_CHANGE_TAIL = re.compile(
    r"^\s*\)?\s*(?:$|[.,;)]|(?:more|less|fewer|higher|lower|increase|rise|growth|jump|gain|drop|fall|d"
    r"ecline|decrease|cut|reduction|in |within |over |since |on |than |from |and )|\w+,?\s*$)",
    re.I,
)


_CHANGE_CLOSED = re.compile(
    r"(?: (?:more|less|fewer|higher|lower|increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction))?"
    r"(?: (?:than|on|from) (?:before|then|(?:last|the previous|the) (?:week|month|season|year)(?: before| earlier)?))?"
    r"(?: (?:in|within|over|after) (?:just |only |the (?:last |past )?)*(?:<C\d+>|a|one)(?: \w+)?)?"
    rf"{CLOSED.pattern}",
    re.I,
)


_GOES_ON = re.compile(r"[^<>.;]{0,12}(?:<[DXY]\d+>)?(?:,| and| then)+(?: then| to)* (?P<next><[CMP]\d+>)", re.I)
"""`from 17.5 in May to 14.9 in June and 13.9 in July`: where it ends is said later."""

_RANK = re.compile(
    r"\b(?:rank\w*|places?|positions?|league|charts?|table|world (?:number|no)|seed\w*|grades?|handicap|below|"
    r"beneath|deep|adrift|behind)\b|\b(?:a|per) (?:dollar|euro|pound)\b|"
    r"\b(?:to|against) the (?:dollar|euro|pound|yen|franc|yuan)\b",
    re.I,
)
"""Where the smaller number is the better one, or the dearer."""

_ONE_OF_THEM = re.compile(rf"\b{EACH}\b", re.I)
_IN_SOME = re.compile(r"[^<>.;,]*\b(?:some|several|most|many|parts)\b", re.I)


def _change(window: Window) -> Iterator[Relation]:
    for found in _FROM_TO.finditer(window.text):
        a, b = window.number(found["a"] or found["from"]), window.number(found["b"] or found["to"])
        if not alike(a, b) or a.value <= 0 or is_time(a) != is_time(b):
            continue
        if found["to"] and a.quantity.unit not in (None, b.quantity.unit):
            continue  # `it grew to 60 guests from 30 countries`
        head, rest = window.text[: found.start()], window.text[found.end() :]
        if _ONE_OF_THEM.search(found[0]) and not _ONE_OF_THEM.match(rest.lstrip()):
            continue  # `from $12 each to $30 in all`
        further = _GOES_ON.match(rest)
        goes_on = bool(further and alike(b, window.number(further["next"])))
        verb = _VERB.search(head)
        if verb and not goes_on and not _RANK.search(window.text):
            yield from _direction(window, a, b, verb["verb"])
        if factor := _FACTOR.search(head):
            is_apart = factor[0].rstrip().endswith(",")  # `doubled at weekends, from 300 to 500 overall`
            for one in _times(window, a, b, factor):
                outcome = unless_it_goes_on(one.outcome, rest) if is_apart else one.outcome
                yield replace(one, outcome="your_turn" if goes_on else outcome)
        after = _AFTER.search(rest) or _BEHIND.search(rest)
        further_on = _OR.match(rest, after.end("c")) if after else None
        for said in filter(None, (after, further_on, _BEFORE.search(head))):
            claim = window.number(said["c"])
            if (
                re.match(r"\s*(?:of|among|a year|per|each|an? )\b", said["tail"])
                or not _CHANGE_TAIL.match(said["tail"])
                or (claim.quantity.period and not b.quantity.period)
            ):
                continue
            for one in claimed_change(window, a, b, claim, said[0]):
                outcome = one.outcome
                if said.re is not _BEFORE:
                    outcome = unless_it_goes_on(outcome, rest[said.end("c") :], _CHANGE_CLOSED)
                elif goes_on or _IN_SOME.match(rest):
                    outcome = "your_turn"
                yield replace(one, outcome=outcome)


def _direction(window: Window, a: Number, b: Number, verb: str) -> Iterator[Relation]:
    wrong = (b.far[0] > a.far[1]) if DOWN.fullmatch(verb) else (b.far[1] < a.far[0])
    if wrong:
        gives = shown_like(b, b.value - a.value)
        yield made(window, "direction", "does_not_fit", b, (a,), f"{b.shown} − {a.shown}", gives)


def _times(window: Window, a: Number, b: Number, factor: re.Match[str]) -> Iterator[Relation]:
    wanted = FACTORS[factor["verb"].lower()]
    gives = b.value / a.value
    off = abs(gives / wanted - 1)
    room, far = (0.25, 0.5) if factor["near"] or a.is_hedged or b.is_hedged else (0.05, 0.15)
    outcome: Outcome = "fits" if off <= room else "your_turn" if off <= far else "does_not_fit"
    beyond = gives / wanted if wanted > 1 else wanted / gives
    if factor["near"] and factor["near"].lower() == "more than":
        outcome = "does_not_fit" if beyond < 0.85 else "fits" if 1 < beyond < 1.6 else "your_turn"
    elif factor["near"] and factor["near"].lower() in ("nearly", "almost") and outcome == "fits" and beyond > 1:
        outcome = "your_turn"
    yield made(window, "times", outcome, b, (a,), f"{b.shown} ÷ {a.shown}", as_plain(gives))


def claimed_change(window: Window, a: Number, b: Number, claim: Number, said: str) -> Iterator[Relation]:
    """Hold a claimed change against what it went from and to: in percent, as a factor or as a difference."""
    is_percent = claim.quantity.kind in ("percent", "fraction")
    a, b = as_exact(a, b)
    points = is_percent and counts_points(claim)
    if is_percent and not (a.quantity.kind == "percent" and points):
        if points:
            return
        gives = abs(100 * (b.value - a.value) / a.value)
        near, far = _change_range(a.near, b.near), _change_range(a.far, b.far)
        outcome = judged(claim, *near, far=far)
        is_exact = claim.near[0] <= gives <= claim.near[1]
        is_points = a.quantity.kind == "percent" and claim.near[0] <= abs(b.value - a.value) <= claim.near[1]
        if is_points and abs(claim.value - gives) > 2:
            outcome = "does_not_fit"  # percentage points called percent
        elif not is_exact and is_share_of_the_new(a, b, claim, gives):
            outcome = "does_not_fit"
        elif outcome == "fits" and not is_exact:
            outcome = "your_turn"  # only if the numbers are rounded far
        shown = in_percent(gives)
        working = f"({less(a, b)}) ÷ {a.shown}"
    elif claim.quantity.kind == a.quantity.kind and (not is_percent or points) and alike(a, claim):
        gives, outcome = difference(a, b, claim)
        shown, working = in_points(gives) if points else shown_like(a, gives), less(a, b)
        if not re.search(
            r"increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction|difference|loss|"
            r"by |up |down |more|fewer|less",
            said + window.tail(window.text.find(said) + len(said)),
            re.I,
        ):
            return
    else:
        return
    yield made(window, "change", outcome, claim, (a, b), working, shown)


def difference(a: Number, b: Number, claim: Number) -> tuple[float, Outcome]:
    """How far two numbers lie apart, and how a claim stands to it."""
    gives = abs(b.value - a.value)
    low, high = sorted((abs(b.near[0] - a.near[1]), abs(b.near[1] - a.near[0])))
    wide_low, wide_high = sorted((abs(b.far[0] - a.far[1]), abs(b.far[1] - a.far[0])))
    return gives, if_exact(judged(claim, low, high, far=(wide_low, wide_high)), claim, gives)


def less(a: Number, b: Number) -> str:
    """The difference of two numbers, the smaller from the larger, so that what it gives needs no sign."""
    low, high = sorted((a, b), key=lambda one: one.value)
    return f"{high.shown} − {low.shown}"


def is_share_of_the_new(a: Number, b: Number, claim: Number, gives: float) -> bool:
    """Whether a change is given, to the last place, as a share of the new number: the usual slip, and no rounding."""
    if b.value <= 0 or any(one.near[1] - one.near[0] > 0.05 * one.value for one in (a, b)):
        return False
    slip = abs(100 * (b.value - a.value) / b.value)
    step = claim.near[1] - claim.near[0]
    return claim.near[0] <= slip <= claim.near[1] and abs(claim.value - gives) > 2 * step


def _change_range(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    ends = [100 * (y - x) / max(x, 1e-9) for x in a for y in b]
    low, high = min(ends), max(ends)
    return (low, high) if low >= 0 else (-high, -low) if high <= 0 else (0.0, max(-low, high))


_HALVE = re.compile(
    r"\b(?P<verb>halv|doubl|tripl|quadrupl)(?:e|es|ed|ing)\b(?: (?:its|the|their|his|her|our))? (?P<a><[CMP]\d+>)"
    r"[^<>.;]{0,30}? to (?P<b><[CMP]\d+>)",
    re.I,
)


def _halve(window: Window) -> Iterator[Relation]:
    for found in _HALVE.finditer(window.text):
        a, b = window.number(found["a"]), window.number(found["b"])
        if not alike(a, b) or min(a.value, b.value) <= 0 or b.quantity.unit not in (None, a.quantity.unit):
            continue
        gives = b.value / a.value
        off = abs(gives / FACTORS[f"{found['verb'].lower()}ed"] - 1)
        outcome: Outcome = "fits" if off <= 0.1 else "your_turn" if off <= 0.25 else "does_not_fit"
        yield made(window, "times", outcome, b, (a,), f"{b.shown} ÷ {a.shown}", as_plain(gives))


_UP_FROM = re.compile(
    r"(?P<b><[CMP]\d+>)(?: [\w’'-]+)?(?: on <[WD]\d+>)?(?:,|–|—|\() ?(?:up|down)(?: by)? "
    r"(?:just |only )?(?P<c><[PF]\d+>),? (?:from|on) (?:the )?(?P<a><[CMP]\d+>)",
    re.I,
)


def _up_from(window: Window) -> Iterator[Relation]:
    """`at 10 percent, up 5 percentage points from 5 percent`."""
    for found, (b, c, a) in window.found(_UP_FROM, "b", "c", "a"):
        if alike(a, b) and a.value > 0 and is_time(a) == is_time(b) and not c.quantity.period:
            yield from claimed_change(window, a, b, c, found[0])


_TAKING = re.compile(
    r"(?P<n><C\d+>)(?: [\w’'-]+){1,6},? (?:and so )?(?:bringing|taking|raising|lifting|increasing) (?:the|its|their) "
    r"(?:total|number|staff|fleet|membership)(?: of \w+)? from (?P<a><C\d+>) to (?P<b><C\d+>)",
    re.I,
)


def _taking(window: Window) -> Iterator[Relation]:
    """`Forty more will be hired, bringing the total from 120 to 160`: of one number alone it can be said."""
    for found, (n, a, b) in window.found(_TAKING, "n", "a", "b"):
        gives, outcome = difference(a, b, n)
        is_alone = window.numbers.index(n) == 0 and not re.search(
            r"\b(?:and|while|but|as well as|close|leave|over|by|in)\b", window.text[found.end("n") : found.start("a")]
        )
        if outcome == "does_not_fit" and not is_alone:
            outcome = "your_turn"
        outcome = unless_it_goes_on(outcome, window.tail(found.end()))
        yield made(window, "change", outcome, n, (a, b), less(a, b), shown_like(a, gives))


CHECKS: Checks = (
    (_change, ""),
    (_up_from, ""),
    (_taking, "CCC"),
    (_halve, ""),
)
