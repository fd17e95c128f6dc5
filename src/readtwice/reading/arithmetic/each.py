"""So much each, and so much for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from readtwice.reading.arithmetic.window import (
    CLOSED,
    EACH,
    ENDS,
    JOIN,
    SET_OFF,
    Checks,
    Number,
    Window,
    alike,
    is_time,
    judged,
    made,
    shown_like,
    unless_it_goes_on,
)
from readtwice.reading.relation import Relation

_SHARED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?P<all><M\d+>)[^<>.;]{{0,50}}? (?:for|among|between|by|to|over) (?:the |its |their |all |so"
        rf"me |about )*(?P<n><C\d+>)[^<>.;]{{0,30}}?{JOIN}(?:about |roughly |nearly |some )?(?P<u><M"
        rf"\d+>) {EACH}",
        rf"(?P<n><C\d+>)[^<>.;]{{0,50}}?(?P<u><M\d+>) {EACH}(?P<then>[^<>;]{{0,40}}?(?:in total|in all|altogeth"
        rf"er|all told|total of|making|that is|which is|came to|comes to|brought in|earned|raised|raisi"
        rf"ng|makes)[^<>.;]{{0,20}})(?P<all><M\d+>)",
        rf"(?P<n><C\d+>)[^<>.;]{{0,50}}?(?P<u><M\d+>) {EACH}[^<>.;]{{0,25}}?(?:,|–|—)[^<>.;]{{0,20}}"
        rf"(?P<all><M\d+>)[^<>.;]{{0,12}} (?:in total|in all|altogether|all told)",
        rf"(?P<n><C\d+>)[^<>.;]{{0,30}} for (?P<all><M\d+>){JOIN}(?P<u><M\d+>) {EACH}",
        rf"(?P<n><C\d+>)[^<>.;]{{0,30}} (?:at|for) (?P<u><M\d+>) {EACH}"
        r"(?:(?!\b(?:and|plus|with)\b)[^<>.;]){0,25}?(?:for|or|total"
        rf")[^<>.;]{{0,10}}(?P<all><M\d+>)",
    )
)
_OVER_TIME = re.compile(
    r"(?P<u><M\d+>)(?P<each>[^<>.;]{0,22}?) (?:for|over) (?:the next |the past |the )?(?P<n><C\d+>)(?P"
    r"<unit>[^<>.;]{0,14})[^<>;]{0,30}?"
    r"(?:,|–|—|\(|\bor\b|total of|making)[^<>.;]{0,24}?(?P<all><M\d+>)(?P<tail>[^<>.;]{0,20})",
    re.I,
)


_SUM_CLOSED = re.compile(rf"(?: (?:in total|in all|altogether|all told))?{CLOSED.pattern}", re.I)
_EACH_PRICE = re.compile(rf"<M\d+> {EACH}", re.I)


def _each(window: Window) -> Iterator[Relation]:
    for pattern in _SHARED:
        for found, (whole, count, single) in window.found(pattern, "all", "n", "u"):
            if not alike(whole, single) or count.value <= 0 or is_time(count):
                continue
            one = product(window, "each", whole, count, single)
            one = replace(one, outcome=unless_it_goes_on(one.outcome, window.tail(found.end())))
            if one.outcome == "does_not_fit" and len(_EACH_PRICE.findall(window.text)) > 1:
                one = replace(one, outcome="your_turn")  # 40 at $10 each and 20 at $5 each
            if one.outcome == "does_not_fit" and _AND_MORE.search(window.text[: found.start("n")]):
                one = replace(one, outcome="your_turn")  # 5 books and 3 maps for $80, or $10 each
            if one.outcome == "does_not_fit" and pattern is _SHARED[1] and not _ALL_OF_IT.match(found["then"]):
                one = replace(one, outcome="your_turn")  # 80 tickets at $5 each, half were sold, raising $200
            yield _unless_another_count_fits(window, one, whole, single)


_ALL_OF_IT = re.compile(
    r"(?:[\s,;.–—-]|\b(?:and|which|that|this|or|so|for|they|it|is|was|together|altogether|all|told|in|up|to|a|an|the|"
    r"total|sum|of|just|about|exactly|makes?|making|made|came|comes|brought|brings?|earned|raised|raising|tickets?|"
    r"them)\b)*$",
    re.I,
)
"""Nothing between the price of one and that of all which would make it the price of something else."""
_AND_MORE = re.compile(r"<C\d+>[^<>.;]{0,25}?(?:,| and| plus) $")


def _unless_another_count_fits(window: Window, one: Relation, whole: Number, single: Number) -> Relation:
    """`The 2 partners sold 12 boats for $9,600, or $4,800 each`: the price is for each of the other count."""
    counts = (count for count in window.numbers if count.quantity.kind == "count")
    fitting = (product(window, "each", whole, count, single) for count in counts)
    return next((other for other in fitting if other.outcome == "fits"), one) if one.outcome == "does_not_fit" else one


_PART_ONLY = re.compile(
    r"\b(?:half|quarter|third|some|rest|most|part|not all|not every|few|several|all but|unsold|left over)\b|<F", re.I
)
_A_PIECE = re.compile(
    r"[.!?] (?:They|These|Those|That|Together they)\b[^<>.;]{0,30}(?P<all><M\d+>)[^<>.;]{0,25}?(?:,|\(|–|—) ?or "
    r"(?P<u><M\d+>) (?:a|an|per|for each) (?P<each>[a-z]+)(?=\s*(?:[.,;:)]|–|—|$))",
    re.I,
)


def _a_piece(window: Window) -> Iterator[Relation]:
    """`The class sold 84 cakes. They brought in $210, or $2.50 a cake`: one count alone is of cakes."""
    for found in _A_PIECE.finditer(window.text):
        whole, single, each = window.number(found["all"]), window.number(found["u"]), found["each"].lower()
        counts = [one for one in window.numbers if one.quantity.unit in (f"{each}s", f"{each}es")]
        others = {one.quantity.unit for one in window.numbers if not is_time(one) and one.quantity.kind == "count"}
        is_clear = (
            len(counts) == 1
            and len(others - {None}) == 1
            and not is_time(counts[0])
            and not _PART_ONLY.search(window.text[: found.start()])
        )
        if is_clear and alike(whole, single) and not whole.quantity.period:
            one = product(window, "each", whole, counts[0], single)
            yield _unless_another_count_fits(window, one, whole, single)


def _over_time(window: Window) -> Iterator[Relation]:
    for found, (whole, count, single) in window.found(_OVER_TIME, "all", "n", "u"):
        per = single.quantity.period or next(
            (
                one
                for one in ("year", "month", "week", "day")
                if re.search(rf"\b(?:a|per|each|every) {one}\b", found["each"])
            ),
            "",
        )
        unit = (count.quantity.unit or found["unit"].strip()).rstrip("s")
        if not per or unit != per or not alike(whole, single) or whole.quantity.period or count.value <= 0:
            continue
        if not re.search(r"total|in all|altogether|all told", found[0] + found["tail"], re.I):
            continue
        one = product(window, "each", whole, count, single)
        if re.search(r"\b(?:plus|and|with|after)\b", found[0][found[0].index(found["n"]) :]):
            one = replace(one, outcome="fits" if one.outcome == "fits" else "your_turn")  # `plus a bonus`
        yield replace(one, outcome=unless_it_goes_on(one.outcome, window.tail(found.end("all")), _SUM_CLOSED))


def product(window: Window, kind: str, whole: Number, count: Number, single: Number) -> Relation:
    """Hold the price of all against a count and the price of one."""
    gives = count.value * single.value
    near = count.near[0] * single.near[0], count.near[1] * single.near[1]
    far = count.far[0] * single.far[0], count.far[1] * single.far[1]
    outcome = judged(whole, *near, far=far)
    if outcome == "fits" and abs(gives - whole.value) > 0.05 * gives:
        outcome = "your_turn"  # `$3 million for 42 towns, $80,000 each`: only if the million is rounded far
    working = f"{count.shown} × {single.shown}"
    return made(window, kind, outcome, whole, (count, single), working, shown_like(whole, gives))


_PRICE = re.compile(
    rf"(?:(?P<n><C\d+>) (?P<noun>[a-z]+)\b[^<>.;]{{0,60}}?(?P<all><M\d+>)[^<>.;]{{0,25}}?|"
    rf"(?P<sum><M\d+>) for (?:the |its |all )*(?P<count><C\d+>) (?P<of>[a-z]+)){SET_OFF}"
    rf"(?P<u><M\d+>)(?: (?:a|an|per|each|for each|for every) (?P<each>[a-z]+))?{ENDS}",
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
    rf"(?P<all><M\d+>)[^<>.;,]{{0,40}}{SET_OFF}(?P<u><M\d+>) for each of (?:the|its|their|our) (?P<n><C\d+>)"
    rf"(?: [\w’'-]+){{0,2}}{ENDS}",
    re.I,
)


def _for_each(window: Window) -> Iterator[Relation]:
    """`It spends $18 million, or $2,000 for each of its 9,000 residents`."""
    for found, (whole, count, single) in window.found(_FOR_EACH, "all", "n", "u"):
        if re.search(r"<M\d+>[^<>.;]*\b(?:and|plus)\b[^<>.;]*$", window.text[: found.start()]):
            continue  # `$18 million on schools and $6 million on roads, or $2,400 for each`
        if alike(whole, single) and whole.quantity.period == single.quantity.period and not is_time(count):
            yield product(window, "each", whole, count, single)


_OF_SO_MUCH = re.compile(
    r"(?P<n><C\d+>)(?: [\w’'-]+){1,2}, each (?:of )?(?P<u><C\d+>)(?: [\w’'-]+){0,2},? "
    r"(?:or |making |which makes |that is,? )?(?P<all><C\d+>)(?: \w+)? "
    r"(?:in total|in all|altogether|all told)\b(?! (?:of|with|including|counting)\b)|"
    r"(?P<count><C\d+>)(?: [\w’'-]+){1,4} (?:at|of)(?: a (?:cost|price|length) of)? (?P<single><[CM]\d+>)"
    r"(?: each| apiece)?,(?: \w+ \w+,)? (?:that|which) (?:makes|made|comes to|came to) (?P<whole><[CM]\d+>)",
    re.I,
)


def _of_so_much(window: Window) -> Iterator[Relation]:
    """`24 holes, each 30 metres deep, 720 metres in total`; `40 meals a day at $2, which makes $80 a day`."""
    for found in _OF_SO_MUCH.finditer(window.text):
        count, single, whole = (
            window.number(found[one] or found[other])
            for one, other in (("n", "count"), ("u", "single"), ("all", "whole"))
        )
        is_same_time = whole.quantity.period in (None, count.quantity.period, single.quantity.period)
        units = {one.quantity.unit for one in (single, whole)}
        if (
            alike(single, whole)
            and is_same_time
            and not is_time(count)
            and (whole.quantity.kind == "money" or len(units) == 1)
        ):
            yield product(window, "each", whole, count, single)


_FOR_SO_MANY = re.compile(
    rf"(?P<all><M\d+>) ?[:(–—] ?(?P<n><C\d+>)(?: [\w’'-]+){{1,2}} (?:at|for) (?P<u><M\d+>) {EACH}{ENDS}", re.I
)


_AND_OTHERS = re.compile(r"\s*(?:,|–|—|and|plus)[^.;]*(?:<|\b(?:rest|remainder|plus|others?)\b)", re.I)


def _for_so_many(window: Window) -> Iterator[Relation]:
    """`It raised $180: 120 slices at $1.50 each`."""
    for found, (whole, count, single) in window.found(_FOR_SO_MANY, "all", "n", "u"):
        goes_on = _AND_OTHERS.match(window.text[found.end() :])
        if alike(whole, single) and not is_time(count) and not goes_on:
            yield product(window, "each", whole, count, single)


CHECKS: Checks = (
    (_each, "MMC"),
    (_of_so_much, ""),
    (_for_so_many, "MMC"),
    (_a_piece, "MMC"),
    (_over_time, "MMC"),
    (_price, "MMC"),
    (_for_each, "MMC"),
)
