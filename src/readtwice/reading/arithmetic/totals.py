"""Parts and their total: `12 men and 9 women, 21 in all`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readtwice.reading.arithmetic.window import (
    Checks,
    Window,
    added,
    alike,
    as_exact,
    if_exact,
    is_time,
    judged,
    made,
    shown_like,
    unless_it_goes_on,
)
from readtwice.reading.relation import Relation, as_plain

ANY = r"<[CMP]\d+>"
_GAP = (
    r"(?:(?!\b(?:than|per|aged|out of|of (?:the|whom|which|them|its)|after|before|each|apiece|minus|less|f"
    r"ewer)\b)[^<>.;:]){1,45}?"
)
_ON = r"(?:(?: [\w’'-]+){0,4} on <[WD]\d+>)?"
LIST = rf"(?P<list>{ANY}{_ON}(?:(?:{_GAP})?(?:,|\band\b|\bplus\b)(?:{_GAP})?{ANY}{_ON})+)"
_PAID = (
    r"(?:(?:the|its|a) )?[\w’'-]{1,20}(?: [\w’'-]{1,20})? (?:paid|pays?|gave|gives?|covered|covers?|bears?|bore) (?=<M)"
)
_TOTALS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{LIST}[^<>.;]{{0,40}}?[,;–—:]?[^<>.;]{{0,12}}(?P<total>{ANY})[^<>.,;]{{0,22}} (?:in total|in"
        rf" all|altogether|all told|combined|together)\b(?! (?:of|with)\b)(?P<end>[^<>]*)",
        rf"{LIST}[^<>.;]{{0,45}}?\b(?:a total of|for a total of|total(?:l?ing)|making a total of|addin"
        rf"g up to|which makes|together|in total|in all|altogether|making) (?P<total>{ANY})",
        rf"(?:total of|in total|in all|altogether)[^<>.;]{{0,12}}(?P<total>{ANY})(?P<gap>"
        rf"[^<>.;]{{0,60}}?)[:–—,]\s*{LIST}(?P<end>[^<>]*)$",
        rf"(?P<total>{ANY})(?P<gap>[^<>.;:]{{0,50}}?)(?:(?P<how_many><C\d+>) [\w’'-]+)? ?[:–—]"
        rf"\s*{LIST}(?P<end>[^<>]*)$",
        rf"\bcosts? (?P<total><M\d+>) ?[:–—]\s*{_PAID}{LIST}(?P<end>[^<>]*)$",
        rf"(?P<total>{ANY})(?P<gap>[^<>.;:]{{0,60}}?),? (?:made up of|consisting of|divided into|split i"
        rf"nto|comprising)\s*{LIST}(?P<end>[^<>]*)$",
        rf"{LIST}[^<>]{{0,80}}[.] (?:Together,?(?! with\b)|In total,?|In all,?(?! the\b)|Altogether,?|All told,?|"
        rf"That makes|That is|The total (?:is|was|came to|comes to))"
        rf"[^<>.]{{0,40}}?(?P<total>{ANY})(?P<end>(?:[^<>]|<[WD]\d+>)*)$",
    )
)


_MAY_HOLD_A_TOTAL = re.compile(
    r"[:–—]|total|\bin all\b|all told|together|combined|making|makes|adding|made up|consisting|divided|split|"
    r"comprising|\bcosts?\b|[.] That is\b",
    re.I,
)
"""Without one of these no pattern above can match, and most sentences are spared the search for a list."""


def _total(window: Window) -> Iterator[Relation]:
    if not _MAY_HOLD_A_TOTAL.search(window.text):
        return
    for number, pattern in enumerate(_TOTALS):
        for found in pattern.finditer(window.text):
            parts = [window.number(mark) for mark in re.findall(ANY, found["list"])]
            total = window.number(found["total"])
            if not alike(total, *parts) or len(parts) < 2 or any(one.quantity.period for one in (total, *parts)):
                continue
            times = [is_time(one) for one in (total, *parts)]
            units = {one.quantity.unit for one in parts}
            if any(times) and (units != {total.quantity.unit} or re.search(r"\btogether\b", found[0])):
                continue
            if " and" not in f" {found['list']}" or any(one.value <= 0 for one in parts):
                continue
            if _counts_else(window, found, len(parts)):
                continue
            parts = list(as_exact(total, *parts)[1:])
            gives = sum(one.value for one in parts)
            near, far = added(parts)
            outcome = if_exact(judged(total, *near, far=far), total, gives)
            if outcome == "does_not_fit" and (number in (3, 4) and not _is_whole_list(found["list"], found["end"])):
                outcome = "your_turn"
            if outcome == "does_not_fit" and number in (2, 3) and total.value > gives:
                outcome = "your_turn" if _SOME_ONLY.search(found["list"] + found["end"]) else outcome
            if number == 0:
                outcome = unless_it_goes_on(outcome, found["end"] + "<" * (found.end() < len(window.text)))
            if outcome == "does_not_fit" and number == 6 and _WITH_OTHERS.match(found["end"]):
                outcome = "your_turn"
            is_some = total.value < gives and len(found.groupdict().get("end", "").split()) > 2
            is_else = is_some or total.quantity.unit not in {None, *units}
            if outcome == "does_not_fit" and number == 6 and is_else:
                outcome = "your_turn"  # 12 seals and 9 birds. In all, 15 birds and beasts are new
            if total.quantity.kind == "percent" and re.search(
                r"\b(?:fell|rose|grew|dropped|lost|gained)\b", window.text
            ):
                outcome = "your_turn"  # two falls of 10 percent are one of 19
            if outcome == "does_not_fit" and (_is_of_another_list(window, found) or OVERLAP.search(window.text)):
                outcome = "your_turn"
            if outcome == "does_not_fit" and total.value < max(one.value for one in parts) / 3:
                continue  # another kind of number altogether
            working = " + ".join(one.shown for one in parts)
            yield made(window, "total", outcome, total, parts, working, shown_like(total, gives))


_SOME_ONLY = re.compile(r"> \w+ly\b|\bin (?:fours|sixes|boundaries)\b", re.I)
"""`90 people were hurt, 12 badly and seven critically`."""
OVERLAP = re.compile(
    r"\b(?:as|since|because|though|but) (?:some|many|several|most|a few)\b|\b(?:both|twice|overlap)\b", re.I
)
_WITH_OTHERS = re.compile(r"(?: [\w’'-]+)? (?:with|including|plus|and|after|before|without)\b", re.I)
_OTHER_TIME = re.compile(r"\s*(?:this|last|next|since|so far|by|over|until)\b", re.I)


def _counts_else(window: Window, found: re.Match[str], parts: int) -> bool:
    """Whether a list begins with its whole (`of 200, 120 and 110`), is a range, or has more items than are read."""
    groups = found.groupdict()
    many = groups.get("how_many")
    if many and window.number(many).value != parts:
        return True
    first, *others = listed = [window.number(mark) for mark in re.findall(ANY, found["list"])]
    unit = window.number(found["total"]).quantity.unit
    if unit in ("points", "runs") and all(one.quantity.unit != unit for one in listed):
        return True  # `seven wins and three draws, making 24 points`
    is_whole = len(others) > 1 and first.value == sum(one.value for one in others)
    if is_whole and unit not in {None, *(one.quantity.unit for one in others)}:
        return True  # `20 games, 12 wins, 5 draws and 3 defeats, 40 goals in all`
    earlier = [one for one in window.numbers[: window.numbers.index(first)] if one.quantity.kind == first.quantity.kind]
    is_cut = (
        earlier
        and earlier[-1] is not window.number(found["total"])
        and earlier[-1].quantity.unit == first.quantity.unit
    )
    if is_cut and re.search(r"<[^<>]+>[^<>.;:]*, $", window.text[: found.start("list")]):
        return True
    return bool(
        re.search(r"\b(?:of|between|from) (?:the |its |all |their )*$", window.text[: found.start("list")], re.I)
    )


def _is_of_another_list(window: Window, found: re.Match[str]) -> bool:
    """`400 films and 300 games last year, and 1,000 in total this year`."""
    joined = window.text[found.end("list") : found.start("total")]
    return bool(
        found.start("total") > found.end("list")
        and (re.search(r"\band\b", joined) or _OTHER_TIME.match(found.groupdict().get("end") or ""))
    )


def _is_whole_list(listed: str, end: str) -> bool:
    return (
        len(end.split()) <= 7
        and not re.search(
            r"\b(?:among others|including|for example|such as|mostly|others|at most|at least|in total|in all)\b",
            end,
        )
        and not re.search(r"\b(?:more|who|as)\b", listed + end)
    )


_TWO = re.compile(
    r"(?P<whole><C\d+>)(?: [\w’'-]+){1,2}(?:,|:|–|—) (?P<one><C\d+>) (?P<of>\w+) and (?P<other><C\d+>) (?P<or>\w+)"
    r"(?=[.,;)]|$)",
    re.I,
)
_HALVES = {
    frozenset(pair.split())
    for pair in ("women men", "girls boys", "adults children", "females males", "daughters sons", "wins losses")
}


def _two(window: Window) -> Iterator[Relation]:
    """`900 members, 540 women and 360 men`: there is no third kind."""
    for found, (whole, one, other) in window.found(_TWO, "whole", "one", "other"):
        is_of_some = re.search(
            r"(?:<[PF]\d+>|\b(?:half|most|some|many)) of (?:the |its |their |all )*$", window.text[: found.start()]
        )
        if is_of_some or frozenset((found["of"].lower(), found["or"].lower())) not in _HALVES:
            continue
        near, far = added((one, other))
        outcome = judged(whole, *near, far=far)
        gives = one.value + other.value
        if outcome == "does_not_fit" and found["of"].lower() in ("wins", "losses") and gives < whole.value:
            outcome = "your_turn"  # the others were drawn
        yield made(window, "total", outcome, whole, (one, other), f"{one.shown} + {other.shown}", as_plain(gives))


_RECORD = re.compile(
    r"(?P<whole><C\d+>) (?:league |home |away )?(?:matches|games)\b[^<>.;]{0,14}?(?:,|:|–|—|\() ?(?:with |having )?"
    r"(?P<won><C\d+>) (?:wins?|victor(?:y|ies)),? (?P<drawn><C\d+>) (?:draws?|ties?),? and "
    r"(?P<lost><C\d+>) (?:defeats?|loss(?:es)?)\b",
    re.I,
)


def _record(window: Window) -> Iterator[Relation]:
    """`31 points from 18 matches, with 9 wins, 4 draws and 5 defeats`: a match ends in one of the three ways."""
    for _, (whole, *parts) in window.found(_RECORD, "whole", "won", "drawn", "lost"):
        near, far = added(parts)
        working = " + ".join(one.shown for one in parts)
        gives = as_plain(sum(one.value for one in parts))
        outcome = judged(whole, *near, far=far)
        if outcome == "does_not_fit" and near[1] < whole.value and _NOT_PLAYED.search(window.text):
            outcome = "your_turn"
        yield made(window, "total", outcome, whole, parts, working, gives)


_NOT_PLAYED = re.compile(r"\b(?:rain\w*|abandon\w*|no result|void|tied|cancel\w*|postpon\w*|washed out)\b", re.I)


CHECKS: Checks = (
    (_record, "CCCC"),
    (_total, ""),
    (_two, "CCC"),
)
