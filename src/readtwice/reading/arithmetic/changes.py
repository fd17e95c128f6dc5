"""A change, and the two numbers that it lies between: `rose from 40 to 50, a quarter`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from readtwice.reading.arithmetic.window import (
    CLOSED,
    DOWN,
    Check,
    Number,
    Window,
    alike,
    as_exact,
    as_plain,
    if_exact,
    in_percent,
    is_time,
    judged,
    made,
    shown_like,
    unless_it_goes_on,
)
from readtwice.reading.relation import Outcome, Relation

_FROM_TO = re.compile(
    r"\bfrom (?P<a><[CMP]\d+>)[^<>.;]{0,45}?(?:<Y\d+>)?[^<>.;]{0,12}? to (?:just |only |about )?(?P<b><[CMP]\d+>)|"
    r"\bto (?:just |only |about )?(?P<to><[CMP]\d+>)(?: [\w’'-]+)?,? from (?P<from><[CMP]\d+>)",
    re.I,
)
_AFTER = re.compile(
    r"^(?:[^<>.;]{0,45}?(?:<Y\d+>))?[^<>.;]{0,40}?(?:,|\(|–|—|\bor\b)\s*(?:or |that is |which is |a |a"
    r"n |up |down |plus |minus |by |just |of )*"
    r"(?:(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction|difference|loss) o"
    r"f (?:just |only |about )?)?"
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
    r"ecline|decrease|cut|reduction|in |within |over |since |on |than |from |and )|\w+\s*$)",
    re.I,
)


_CHANGE_CLOSED = re.compile(
    r"(?: (?:more|less|fewer|higher|lower|increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction))?"
    r"(?: (?:than|on|from) (?:before|then|(?:last|the previous|the) (?:week|month|season|year)(?: before| earlier)?))?"
    r"(?: (?:in|within|over|after) (?:just |only |the (?:last |past )?)*(?:<C\d+>|a|one)(?: \w+)?)?"
    rf"{CLOSED.pattern}",
    re.I,
)


_RANK = re.compile(r"\b(?:rank\w*|places?|positions?|league|charts?|table)\b", re.I)


def _change(window: Window) -> Iterator[Relation]:
    for found in _FROM_TO.finditer(window.text):
        a, b = window.number(found["a"] or found["from"]), window.number(found["b"] or found["to"])
        if not alike(a, b) or a.value <= 0 or is_time(a) != is_time(b):
            continue
        if found["to"] and a.quantity.unit not in (None, b.quantity.unit):
            continue  # `it grew to 60 guests from 30 countries`
        head, rest = window.text[: found.start()], window.text[found.end() :]
        verb = _VERB.search(head)
        if verb and not _RANK.search(window.text):
            yield from _direction(window, a, b, verb["verb"])
        if factor := _FACTOR.search(head):
            is_apart = factor[0].rstrip().endswith(",")  # `doubled at weekends, from 300 to 500 overall`
            for one in _times(window, a, b, factor):
                yield replace(one, outcome=unless_it_goes_on(one.outcome, rest)) if is_apart else one
        for said in filter(None, (_AFTER.search(rest), _BEFORE.search(head))):
            claim = window.number(said["c"])
            if (
                re.match(r"\s*(?:of|among|a year|per|each|an? )\b", said["tail"])
                or not _CHANGE_TAIL.match(said["tail"])
                or (claim.quantity.period and not b.quantity.period)
            ):
                continue
            for one in claimed_change(window, a, b, claim, said[0]):
                after = rest[said.end("c") :] if said.re is _AFTER else ""
                yield replace(one, outcome=unless_it_goes_on(one.outcome, after, _CHANGE_CLOSED))


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
    if factor["near"] and factor["near"].lower() == "more than":
        beyond = gives / wanted if wanted > 1 else wanted / gives
        outcome = "does_not_fit" if beyond < 0.85 else "fits" if 1 < beyond < 1.6 else "your_turn"
    yield made(window, "times", outcome, b, (a,), f"{b.shown} ÷ {a.shown}", as_plain(gives))


def claimed_change(window: Window, a: Number, b: Number, claim: Number, said: str) -> Iterator[Relation]:
    """Hold a claimed change against what it went from and to: in percent, as a factor or as a difference."""
    is_percent = claim.quantity.kind in ("percent", "fraction")
    a, b = as_exact(a, b)
    points = is_percent and "point" in (claim.quantity.unit or "")
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
        gives = abs(b.value - a.value)
        low, high = sorted((abs(b.near[0] - a.near[1]), abs(b.near[1] - a.near[0])))
        wide = sorted((abs(b.far[0] - a.far[1]), abs(b.far[1] - a.far[0])))
        outcome = if_exact(judged(claim, low, high, far=(wide[0], wide[1])), claim, gives)
        shown, working = shown_like(a, gives), less(a, b)
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


_MORE = re.compile(
    r"(?P<a><[CM]\d+>)[^<>.;]{0,50}?(?:,|–|—|\()\s*(?:that is |which is |or )?(?P<d><[CMP]\d+>)(?: "
    r"[\w-]+)? (?P<way>more|fewer|less|higher|lower) than"
    r"(?: [\w’'-]+){0,5} (?P<c><[CM]\d+>)",
    re.I,
)


def _more(window: Window) -> Iterator[Relation]:
    for found in _MORE.finditer(window.text):
        a, d, c = (window.number(found[name]) for name in "adc")
        if not alike(a, c) or c.value <= 0 or is_time(a) != is_time(c):
            continue
        sign = 1 if found["way"].lower() in ("more", "higher") else -1
        if d.quantity.kind == "percent":
            if "point" in (d.quantity.unit or ""):
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


CHECKS: tuple[tuple[Check, str], ...] = (
    (_change, ""),
    (_more, ""),
)
"""Each check, and the marks without which it finds nothing, S for P or F."""
