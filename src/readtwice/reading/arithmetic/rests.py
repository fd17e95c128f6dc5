"""What is left of a whole when its parts are taken away, and parts of all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.reading.arithmetic.totals import ANY, LIST, OVERLAP
from readtwice.reading.arithmetic.window import (
    Checks,
    Window,
    added,
    alike,
    as_exact,
    counts_points,
    if_exact,
    in_percent,
    is_time,
    judged,
    made,
    shown_like,
)
from readtwice.reading.relation import Outcome, Relation

_REST = re.compile(r"(?:the )?(?:rest|remaining|remainder|others?)\b[^<>.;]{0,25}(?P<last><P\d+>)", re.I)
_OTHER = re.compile(r"(?:the )?other\b", re.I)
_ONE_BEFORE = re.compile(r"\b(?:one|a second|another)\b", re.I)
_UNDECIDED = re.compile(r"\b(?:undecided|no opinion|did not know|don’t know)\b", re.I)
_FOR_AND_AGAINST = re.compile(
    r"<P\d+>[^<>,;]{0,25}\b(?:for|in favour)\b[^<>]{0,30}<P\d+>[^<>,;]{0,12}\bagainst\b", re.I
)
_REST_AFTER = re.compile(
    r"(?P<last><P\d+>)(?:[^<>.;]{0,25}\b(?:the rest|remaining|the remainder)(?=\s*(?:[.,;)]|$))|"
    rf" (?:were |are |was |had |have )*{_UNDECIDED.pattern}(?=\s*(?:[.;)]|$)))",
    re.I,
)


def _rest(window: Window) -> Iterator[Relation]:
    marks = re.findall(r"<[A-Z]\d+>", window.text)
    found = _REST.search(window.text) or _REST_AFTER.search(window.text)
    if not found or not 2 <= len(marks) <= 6 or any(mark[1] != "P" for mark in marks):
        return
    if (
        (_OTHER.match(found[0]) and _ONE_BEFORE.search(window.text[: found.start()]))
        or re.search(r"\brest of the\b|\bof the rest\b|\b(?:before|earlier|later|now|ago|after)\b", window.text, re.I)
        or len(re.findall(r"<P\d+> of\b", window.text)) > 1
    ):
        return  # shares of more than one whole
    parts = [window.number(mark) for mark in marks]
    gives = sum(one.value for one in parts)
    (low, high), far = added(parts)
    outcome: Outcome = "fits" if low <= 100 <= high else "your_turn" if far[0] <= 100 <= far[1] else "does_not_fit"
    if outcome == "does_not_fit" and _UNDECIDED.search(window.text) and not _FOR_AND_AGAINST.search(window.text):
        outcome = "your_turn"  # 60 percent like tea and 70 percent coffee
    last = window.number(found["last"])
    others = [one for one in parts if one is not last]
    yield made(window, "rest", outcome, last, others, " + ".join(one.shown for one in parts), in_percent(gives))


_OF_THIS = re.compile(
    rf"(?P<whole><[CM]\d+>)[^<>]*[.] Of (?:this|that|these|those|them)(?: sum| money)?,? {LIST}[^<>]*$", re.I
)


def _of_this(window: Window) -> Iterator[Relation]:
    """`It voted $480,000. Of this, $210,000 goes to the road and $270,000 to the bridge`: all of it, or too much."""
    for found in _OF_THIS.finditer(window.text):
        whole, *parts = window.number(found["whole"]), *map(window.number, re.findall(ANY, found["list"]))
        if not alike(whole, *parts) or any(one.quantity.period for one in (whole, *parts)):
            continue
        gives = sum(one.value for one in parts)
        is_over = whole.quantity.kind == "money" and sum(one.far[0] for one in parts) > whole.far[1]
        if gives == whole.value or is_over:
            working = " + ".join(one.shown for one in parts)
            outcome: Outcome = "does_not_fit" if is_over else "fits"
            yield made(window, "total", outcome, whole, parts, working, shown_like(whole, gives))


_REMAINING = re.compile(r"(?:\bremaining|\bleaves|\bleaving|\bthe other)(?: just| only)? (?P<last><[CM]\d+>)", re.I)
_NO_PARTS = re.compile(
    r"\b(?:than|per|each|every|times|half|twice|both|again|after|before|earlier|later|ago|last|including|among|some|"
    r"several|few|many|most|others?|numbers?|rest|one|another|a dozen|"
    r"a (?:second|third|fourth|fifth)|got|gets?|received?|receives|"
    r"earn(?:s|ed)?|add(?:s|ed)?|gained|raised|won|borrow(?:s|ed)|bought|joined|hired|built|back|more|less|fewer|"
    r"long|wide|high|deep|tall)\b|<[^CM]\d+>",
    re.I,
)
"""What makes a number between a whole and its rest no part of the whole, or leaves a part without a number."""

_OF_THIS_ALONE = re.compile(r"Of (?:this|that|them|these|those)\b")
_OF_THEM = re.compile(r"\bof (?:this|that|them|these|those|whom|which)\b", re.I)
_PAYS = re.compile(r"\b(?:pays?|paid|gives?|gave|bears?|bore|covers?|covered|contribut\w+|grants?)\b", re.I)


def remaining(window: Window) -> Iterator[Relation]:
    """`It burned 840 hectares. Of these, 510 were heath and 230 wood; the remaining 100 were grass.`"""
    found = _REMAINING.search(window.text)
    if not found or _OF_THIS_ALONE.match(window.text) or window.text[: found.start()].count("<") < 2:
        return
    last = window.number(found["last"])
    whole, *parts = window.numbers[: window.numbers.index(last)]
    parted = window.text[window.text.index(">") + 1 : found.start()]
    gives = whole.value - sum(one.value for one in parts)
    if not parts or not alike(whole, last, *parts) or gives <= 0 or any(one.quantity.period for one in window.numbers):
        return
    whole, last, *parts = as_exact(whole, last, *parts)
    near, far = added(parts)
    low, high = whole.near[0] - near[1], whole.near[1] - near[0]
    outcome = if_exact(judged(last, low, high, far=(whole.far[0] - far[1], whole.far[1] - far[0])), last, gives)
    units = {one.quantity.unit for one in (whole, last, *parts)} - {None}
    goes_on = re.match(
        r"(?: \w+)? (?:of|that|which|who|fit|ready|available)\b|"
        r"[^<>.;]*(?:(?:,| and| as| since| because| but| while) (?:\w+ )?<[CM]\d+>|<M\d+>)",
        window.text[found.end() :],
    )
    behind_first = parted[parted.index(">") + 12 :]  # `80 of them in the north and 20 of them new`
    noun = re.match(r" ([\w’'-]+)", parted)
    is_else = found[0].lower().startswith("the other") and last.quantity.unit and noun and noun[1] != last.quantity.unit
    is_unsure = is_else or _NO_PARTS.search(parted) or _OF_THEM.search(behind_first) or OVERLAP.search(parted)
    unit = last.quantity.unit or ""
    is_behind = re.match(r"[^<>]*[.!?] ", parted) and not is_time(whole)
    is_shared_out = (
        re.match(r"Of (?!this|that|these|those|them)[^<>]*<", window.text)
        or _OF_THEM.search(parted)
        or (is_behind and (_PAYS.search(parted) if last.quantity.kind == "money" else whole.quantity.unit == unit))
    )
    if outcome != "fits" and not is_shared_out:
        return
    if outcome == "does_not_fit" and (len(units) > 1 or goes_on or is_unsure):
        outcome = "your_turn"
    working = " − ".join(one.shown for one in (whole, *parts))
    yield made(window, "left", outcome, last, (whole, *parts), working, shown_like(last, gives))


_SIDES = re.compile(
    r"(?P<a><P\d+>)(?: \w+)? (?:in favour|in favor|for it|yes|for|content|happy|satisfied) ?,?(?: and| while| but)? "
    r"(?P<b><P\d+>)(?: \w+)? (?:against|against it|opposed|no|not|unhappy|dissatisfied)(?=\s*(?:[.;)]|$))",
    re.I,
)


def _sides(window: Window) -> Iterator[Relation]:
    """`70 percent in favour and 40 percent against`: nobody is on both sides."""
    for found in _SIDES.finditer(window.text):
        a, b = window.number(found["a"]), window.number(found["b"])
        if a.is_hedged or b.is_hedged or a.value + b.value <= 102 or counts_points(a) or counts_points(b):
            continue
        gives = in_percent(a.value + b.value)
        yield made(window, "rest", "does_not_fit", b, (a,), f"{a.shown} + {b.shown}", gives)


CHECKS: Checks = (
    (_rest, "PP"),
    (_of_this, ""),
    (remaining, ""),
    (_sides, "PP"),
)
