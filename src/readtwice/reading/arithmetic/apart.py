"""Numbers of one sentence that belong together though words stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from readtwice.reading.arithmetic.changes import FACTORS, claimed_change, is_share_of_the_new, less
from readtwice.reading.arithmetic.each import product
from readtwice.reading.arithmetic.shares import ratio
from readtwice.reading.arithmetic.window import (
    CLOSED,
    FEW,
    OF,
    Check,
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

_ENDS = r"(?=\s*(?:[.,;:)]|–|—|$))"
_SET_OFF = r"(?:,|\(|–|—)\s?(?:or |that is,? |which is |which makes |in other words,? )?"
_DOES = (
    r"(?:[a-z]{2,}ed|were|was|are|is|had|have|has|said|say|says|came|come|went|go|left|took|take|won|lost|met|got|knew|"
    r"know|kept|keep|made|make|read|slept|ran|saw|stood|fell|sold|bought|paid|wrote|spoke|chose|gave)"
)
_LEFT_OUT = re.compile(
    rf"(?P<whole><C\d+>) (?P<noun>[\w’'-]+)[^<>.]{{0,60}}?(?:,|;| and| but) (?:and |but |only |just )*"
    rf"(?P<part><C\d+>) (?:(?:of (?:them|these|those|whom|which) )?{_DOES}\b|of (?:them|these|those|which)\b)"
    rf"[^<>.;,]{{0,60}}{_SET_OFF}"
    rf"(?P<share><[PF]\d+>){_ENDS}",
    re.I,
)
_OF_WHOM = re.compile(
    r"(?P<whole><C\d+>)(?: [\w’'-]+){1,2}, (?:and )?(?:out )?of (?:whom|which|them|these|those) (?:only |just |even )?"
    r"(?P<part><C\d+>)",
    re.I,
)
_THAN_SHARE = re.compile(
    rf"(?:(?P<part><[CM]\d+>)(?:{FEW}{OF})(?P<whole><[CM]\d+>)|"
    rf"\bof (?:the |its |all )*(?P<all><C\d+>)[^<>.;]{{0,30}}(?P<some><C\d+>))[^<>.;]{{0,40}}{_SET_OFF}"
    rf"(?P<way>fewer|less|more) than (?P<share><[PF]\d+>){_ENDS}",
    re.I,
)


def _left_out(window: Window) -> Iterator[Relation]:
    """`36 boats, and 27 reached the finish, 75 percent`: the part says what it does and not again what it is."""
    for found in _LEFT_OUT.finditer(window.text):
        whole, part, share = (window.number(found[name]) for name in ("whole", "part", "share"))
        if part.quantity.unit or is_time(whole) or not 0 < part.value <= whole.value or whole.quantity.period:
            continue
        if "point" in (share.quantity.unit or ""):
            continue
        gives = 100 * part.value / whole.value
        outcome = judged(share, *ratio(part.near, whole.near), far=ratio(part.far, whole.far))
        yield made(window, "share", outcome, share, (part, whole), f"{part.shown} ÷ {whole.shown}", in_percent(gives))


def _of_whom(window: Window) -> Iterator[Relation]:
    for found in _OF_WHOM.finditer(window.text):
        part, whole = window.number(found["part"]), window.number(found["whole"])
        others = window.numbers[: window.numbers.index(whole)]
        if any(one.quantity.kind == "count" and one.value >= part.value for one in others):
            continue  # of 240 people at 3 sites, not of the sites
        if not is_time(part) and not is_time(whole) and part.far[0] > whole.far[1] and whole.value > 1:
            gives = in_percent(100 * part.value / whole.value)
            yield made(window, "part", "does_not_fit", part, (whole,), f"{part.shown} ÷ {whole.shown}", gives)


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
    for found in _TWO.finditer(window.text):
        whole, one, other = (window.number(found[name]) for name in ("whole", "one", "other"))
        if frozenset((found["of"].lower(), found["or"].lower())) not in _HALVES:
            continue
        near, far = (
            (one_[0] + more[0], one_[1] + more[1]) for one_, more in ((one.near, other.near), (one.far, other.far))
        )
        outcome = judged(whole, *near, far=far)
        gives = one.value + other.value
        yield made(window, "total", outcome, whole, (one, other), f"{one.shown} + {other.shown}", as_plain(gives))


def _than_share(window: Window) -> Iterator[Relation]:
    for found in _THAN_SHARE.finditer(window.text):
        part, whole = window.number(found["part"] or found["some"]), window.number(found["whole"] or found["all"])
        share = window.number(found["share"])
        if not alike(part, whole) or whole.value <= 0 or is_time(part) or is_time(whole):
            continue
        low, high = ratio(part.far, whole.far)
        if found["way"].lower() == "more":
            outcome: Outcome = "fits" if low > share.value else "does_not_fit" if high < share.value else "your_turn"
        else:
            outcome = "fits" if high < share.value else "does_not_fit" if low > share.value else "your_turn"
        gives = in_percent(100 * part.value / whole.value)
        yield made(window, "share", outcome, share, (part, whole), f"{part.shown} ÷ {whole.shown}", gives)


_THEN = re.compile(
    r"\b(?:last (?:year|month|week|season|summer|winter|time)|(?:year|month|week|season|time) before|previous|earlier|"
    r"ago|was to|were to|planned|used to)\b",
    re.I,
)
_NOW = re.compile(r"\b(?:this|now|today|in fact|but cost|and cost|it cost)\b", re.I)
_VERSUS = re.compile(
    rf"(?P<a><[CM]\d+>)(?P<mid>[^<>.;]{{0,70}}?)(?P<b><[CM]\d+>)(?: [\w’'-]+)?{_SET_OFF}"
    rf"(?:(?P<d><[PF]\d+>) (?P<way>more|fewer|less)"
    rf"(?P<than> than (?:planned|before|expected|then|(?:last|the) \w+(?: before)?))?"
    rf"|(?P<times>twice|<C\d+> times) as (?:many|much)){_ENDS}",
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
            claim = None if found["times"].lower() == "twice" else window.number(found["times"].split()[0])
            wanted, gives = claim.value if claim else 2.0, b.value / a.value
            off = abs(gives / wanted - 1)
            outcome: Outcome = "fits" if off <= 0.1 else "your_turn" if off <= 0.2 or not is_sure else "does_not_fit"
            yield made(
                window,
                "times",
                outcome,
                claim or b,
                (b, a) if claim else (a,),
                f"{b.shown} ÷ {a.shown}",
                as_plain(gives),
            )
            continue
        claim, sign = window.number(found["d"]), 1 if found["way"].lower() == "more" else -1
        if "point" in (claim.quantity.unit or ""):
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
_AGAINST = re.compile(
    r"(?P<b><[CMP]\d+>)[^<>.;]{0,60}?,? \(?(?P<how>after|up from|down from|against|compared (?:with|to)) "
    rf"(?:the |just |only )*(?P<a><[CMP]\d+>)"
    rf"(?P<when>(?:[^<>.;]{{0,45}}<Y\d+>)?(?: (?:<C\d+>|[\w’'-]+)){{0,6}})\)?{_SET_OFF}"
    rf"(?:(?:up|down|an? {_RISE} of)(?: by)? (?:just |only )?(?P<c><[PF]\d+>)"
    rf"|(?P<times>twice|<C\d+> times) as (?:many|much)){_ENDS}",
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
        claim = None if found["times"].lower() == "twice" else window.number(found["times"].split()[0])
        gives = b.value / a.value
        off = abs(gives / (claim.value if claim else 2.0) - 1)
        outcome: Outcome = "fits" if off <= 0.1 else "your_turn" if off <= 0.2 or not is_sure else "does_not_fit"
        yield made(
            window, "times", outcome, claim or b, (b, a) if claim else (a,), f"{b.shown} ÷ {a.shown}", as_plain(gives)
        )


_LEAD = re.compile(
    r"(?P<a><[CM]\d+>)[^<>.;,]{0,30},? and [^<>.;,]{0,30}"
    r"(?P<b><[CM]\d+>)[^<>.;,]{0,15}(?:,|–|—|\() ?a (?:lead|difference|gap|margin|span) of (?:just |only )?"
    rf"(?P<c><[CM]\d+>)(?: degrees| votes| points)?{_ENDS}",
    re.I,
)


_POINTS = re.compile(r"\b(?:wins?|won|games?|goals?|points?)\b", re.I)


def _lead(window: Window) -> Iterator[Relation]:
    """`Holm got 28,820 votes and Lind 24,255, a lead of 4,565.`"""
    for found in _LEAD.finditer(window.text):
        a, b, c = (window.number(found[name]) for name in "abc")
        before = window.numbers[: window.numbers.index(a)]
        if not alike(a, b, c) or any(is_time(one) for one in (a, b, c)):
            continue
        gives = abs(a.value - b.value)
        low, high = sorted((abs(a.near[0] - b.near[1]), abs(a.near[1] - b.near[0])))
        wide = sorted((abs(a.far[0] - b.far[1]), abs(a.far[1] - b.far[0])))
        outcome = if_exact(judged(c, low, high, far=(wide[0], wide[1])), c, gives)
        is_list = any(one.quantity.kind == a.quantity.kind and one.value < a.value + b.value for one in before)
        units = {one.quantity.unit for one in (a, b, c)} - {None, "degrees"}
        is_else = len(units) > 1 or (c.quantity.unit is None and units) or _POINTS.search(window.text)
        if outcome == "does_not_fit" and (is_list or is_else):
            outcome = "your_turn"  # of three, the lead is of the first before the second; a win is three points
        yield made(window, "change", outcome, c, (a, b), less(a, b), shown_like(a, gives))


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


_PRICE = re.compile(
    rf"(?:(?P<n><C\d+>) (?P<noun>[a-z]+)\b[^<>.;]{{0,60}}?(?P<all><M\d+>)[^<>.;]{{0,25}}?|"
    rf"(?P<sum><M\d+>) for (?:the |its |all )*(?P<count><C\d+>) (?P<of>[a-z]+)){_SET_OFF}"
    rf"(?P<u><M\d+>)(?: (?:a|an|per|each|for each|for every) (?P<each>[a-z]+))?{_ENDS}",
    re.I,
)
_COST = re.compile(r"<C\d+> \w+(?: and)?(?: \w+)? (?:cost|costs|spent|paid|earned) <M\d+>(?:,|\(|–|—) ?or $", re.I)
_HEADS = {"head", "person", "inhabitant", "resident", "citizen"}
_PEOPLE = {"people", "persons", "inhabitants", "residents", "citizens"}


def _price(window: Window) -> Iterator[Relation]:
    """`2 kilometres cost $400,000, or $200,000 a kilometre`: the price is for one of just what was counted."""
    for found in _PRICE.finditer(window.text):
        count, whole = window.number(found["n"] or found["count"]), window.number(found["all"] or found["sum"])
        single = window.number(found["u"])
        period = single.quantity.period if _COST.search(window.text[: found.start("u")]) else None
        each = (found["each"] or period or (single.quantity.unit or "").removeprefix("per ")).lower()
        noun = (count.quantity.unit or found["noun"] or found["of"]).lower()
        is_one = each and (noun in (each, f"{each}s", f"{each}es") or (each in _HEADS and noun in _PEOPLE))
        if (
            not is_one
            or not alike(whole, single)
            or count.value <= 0
            or (whole.quantity.period != single.quantity.period and (whole.quantity.period or not period))
        ):
            continue
        yield product(window, "each", whole, count, single)


_FOR_EACH = re.compile(
    rf"(?P<all><M\d+>)[^<>.;,]{{0,40}}{_SET_OFF}(?P<u><M\d+>) for each of (?:the|its|their|our) (?P<n><C\d+>)"
    rf"(?: [\w’'-]+){{0,2}}{_ENDS}",
    re.I,
)


def _for_each(window: Window) -> Iterator[Relation]:
    """`It spends $18 million, or $2,000 for each of its 9,000 residents`."""
    for found in _FOR_EACH.finditer(window.text):
        whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
        if alike(whole, single) and whole.quantity.period == single.quantity.period and not is_time(count):
            yield product(window, "each", whole, count, single)


_AVERAGE = re.compile(
    r"(?P<all><C\d+>)(?P<gap>[^<>.;]{0,40}?) (?:to|in|on|at|over|across|during|by) (?:the |its |their |all |these )*"
    r"(?P<n><C\d+>)(?: [\w’'-]+)?? (?P<noun>[a-z]+)(?:,|\(|–|—)\s?(?:or |an average of |on average |which is )*"
    rf"(?P<u><C\d+>) (?:(?:a|an|per|each) (?P<each>[a-z]+)|each(?: on average)?){_ENDS}",
    re.I,
)


def _average(window: Window) -> Iterator[Relation]:
    """`126,000 came to 15 games, 8,400 a game`: what the average is for is just what was counted."""
    for found in _AVERAGE.finditer(window.text):
        whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
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
    for found in _ROWS.finditer(window.text):
        whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
        if not any(is_time(one) for one in (whole, count, single)) and len(window.numbers) == 3:
            yield product(window, "each", whole, count, single)


_EITHER = re.compile(
    r"\bof (?:the |its |all |all the |their )*(?P<whole><C\d+>)[^<>.;]{0,40}?(?P<a><C\d+>)[^<>.;]{0,40}?(?:,| and) "
    r"(?P<b><C\d+>)[^<>.;]{0,40}[.] (?:That|This) (?:is|was|makes|means) (?P<share><[PF]\d+>)",
    re.I,
)


_VOTE_CLOSED = re.compile(rf"(?: (?:against|for|in favour)\b[^<>.;,]{{0,25}})?{CLOSED.pattern}", re.I)


def _either(window: Window) -> Iterator[Relation]:
    """`Of the 14, 9 are for it and 5 against. That is four fifths`: it is neither of the two."""
    for found in _EITHER.finditer(window.text):
        whole, a, b, share = (window.number(found[name]) for name in ("whole", "a", "b", "share"))
        if a.value + b.value != whole.value or a.quantity.unit or b.quantity.unit or is_time(whole):
            continue
        told = [judged(share, *ratio(one.near, whole.near), far=ratio(one.far, whole.far)) for one in (a, b)]
        larger = max(a, b, key=lambda one: one.value)
        part = b if told[0] == "does_not_fit" != told[1] else a if told[0] != "does_not_fit" else larger
        outcome = unless_it_goes_on(told[0 if part is a else 1], window.tail(found.end()), _VOTE_CLOSED)
        gives = in_percent(100 * part.value / whole.value)
        yield made(window, "share", outcome, share, (part, whole), f"{part.shown} ÷ {whole.shown}", gives)


_SIDES = re.compile(
    r"(?P<a><P\d+>)(?: \w+)? (?:in favour|in favor|for it|yes|for|content|happy|satisfied) ?,?(?: and| while| but)? "
    r"(?P<b><P\d+>)(?: \w+)? (?:against|against it|opposed|no|not|unhappy|dissatisfied)(?=\s*(?:[.;)]|$))",
    re.I,
)


def _sides(window: Window) -> Iterator[Relation]:
    """`70 percent in favour and 40 percent against`: nobody is on both sides."""
    for found in _SIDES.finditer(window.text):
        a, b = window.number(found["a"]), window.number(found["b"])
        if a.is_hedged or b.is_hedged or a.value + b.value <= 102 or "point" in f"{a.quantity.unit}{b.quantity.unit}":
            continue
        gives = in_percent(a.value + b.value)
        yield made(window, "rest", "does_not_fit", b, (a,), f"{a.shown} + {b.shown}", gives)


CHECKS: tuple[tuple[Check, str], ...] = (
    (_left_out, "CCS"),
    (_of_whom, "CC"),
    (_two, "CCC"),
    (_than_share, "S"),
    (_versus, ""),
    (_against, ""),
    (_lead, ""),
    (_halve, ""),
    (_price, "MMC"),
    (_for_each, "MMC"),
    (_average, "CCC"),
    (_rows, "CCC"),
    (_either, "CCCS"),
    (_sides, "PP"),
)
"""Each check, and the marks without which it finds nothing, S for P or F."""
