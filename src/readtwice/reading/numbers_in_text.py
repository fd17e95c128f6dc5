"""Numbers of one text that can be checked against each other: a part and its whole, a total, a change, a price each.

What the words tie together is worked out and shown; `fits` and `does not fit` are said only where they leave no doubt
of it, and where no rounding could explain the difference. Everything else is the reader's turn. English only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from readtwice.article import Article
from readtwice.reading.pasted_tables import column_totals
from readtwice.reading.quantities import Quantity, quantities_of
from readtwice.reading.relation import Outcome, Relation

MOST = 40
"""How many are offered of one text."""

_MARKS = {
    "count": "C",
    "money": "M",
    "percent": "P",
    "fraction": "F",
    "year": "Y",
    "date": "D",
    "weekday": "W",
}


@dataclass(frozen=True, slots=True)
class _Number:
    """A number with what it can stand for: `near` is how far it may be rounded, `far` how far a careless hand goes."""

    quantity: Quantity
    value: float
    near: tuple[float, float]
    far: tuple[float, float]
    is_hedged: bool = False

    @property
    def shown(self) -> str:
        return self.quantity.text


Check = Callable[["_Window"], Iterator[Relation]]

_DOWN = re.compile(
    r"\b(?:fell|fallen|falls|dropped|declined|decreased|sank|shrank|shrunk|went down|gone down|"
    r"cut|reduced|lowered)\b",
    re.I,
)
_EACH = (
    r"(?:each|apiece|a head|per head|per person|for each|a person|per pupil|a pupil|per child|a child|per "
    r"ticket|a ticket|per visitor|per member|a piece|for every|per household|a household)"
)
_JOIN = (
    r"[^<>]{0,12}?(?:,|\(|–|—|-|;)\s*(?:and |or |so |that is,? |that’s |which is |which was |that was |mak"
    r"ing |i\.e\.,? |equal to |equivalent to |in other words,? |exactly |just |only |a share of |a total o"
    r"f )*"
)
_OF = (
    r"(?:,? (?:\w+ ){0,2})?(?:out )?of (?:the |its |their |all |all the |our |those |these |some |about |a"
    r" total of |total )*"
)
_FEW = r"(?: [\w’'-]+){0,3}"
_HEDGED = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|over|more than|at least|under|less than|fewer than|"
    r"up to|close to|just|barely|well|only just|as many as|as much as|or so|or more|or less|an estimated|estimated|"
    r"circa|not quite|no more than|no fewer than)\b",
    re.I,
)


_OF_A_KNOWN = re.compile(r"\bthan (?:the|its|their|our|his|her) $", re.I)
"""`50 more than the 610` compares with a number, and makes it no rounder."""


class _Window:
    """A sentence, or two that belong together, in which each number is one mark such as `<C3>`."""

    checks: tuple[tuple[Check, str], ...]

    def __init__(self, article: Article, sentence: str, start: int, end: int, found: Sequence[Quantity]) -> None:
        self.sentence = sentence
        self.checks = _CHECKS
        self.numbers: list[_Number] = []
        pieces, place = [], start
        for quantity in (one for one in found if one.kind != "ordinal"):  # `on its first day` is no number here
            pieces.append(article.text[place : quantity.start].replace("<", "(").replace(">", ")"))
            before = article.text[max(start, quantity.start - 24) : quantity.start]
            self.numbers.append(_number(quantity, before))
            mark = _MARKS.get(quantity.kind, "X")
            pieces.append(f"<{mark}{len(self.numbers) - 1}>")
            place = quantity.end
        pieces.append(article.text[place:end].replace("<", "(").replace(">", ")"))
        self.text = " ".join("".join(pieces).split())
        marks = "".join(_MARKS.get(one.quantity.kind, "X") for one in self.numbers)
        self.marks = marks + "S" * (marks.count("P") + marks.count("F"))

    def number(self, mark: str) -> _Number:
        """The number behind a mark such as `<C3>`."""
        return self.numbers[int(mark.strip("<>")[1:])]

    def tail(self, place: int) -> str:
        return self.text[place : place + 40]


def relations(article: Article) -> tuple[Relation, ...]:
    """What can be checked within an English text, in reading order. No two look at the same numbers the same way."""
    found: dict[tuple[str, tuple[tuple[int, int], ...]], Relation] = {}
    for window in _windows(article):
        for check, needs in window.checks:
            if any(window.marks.count(mark) < needs.count(mark) for mark in set(needs)):
                continue
            for one in check(window):
                found.setdefault((one.kind, tuple(sorted(one.places))), one)
    for one in (*column_totals(article), *_hours(article)):
        found.setdefault((one.kind, tuple(sorted(one.places))), one)
    kept = _settled(found.values())
    return tuple(sorted(kept, key=lambda one: min(one.places)))[:MOST]


def _settled(found: Iterable[Relation]) -> list[Relation]:
    """Of two that look at the same numbers, the one that says more."""
    ranked = sorted(found, key=lambda one: (one.outcome == "your_turn", -len(one.places)))
    kept: list[Relation] = []
    at: dict[tuple[int, int], list[set[tuple[int, int]]]] = {}
    for one in ranked:
        mine = set(one.places)
        if not any(mine <= others for others in at.get(one.places[0], ())):
            kept.append(one)
            for place in mine:
                at.setdefault(place, []).append(mine)
    return kept


_TIED = re.compile(
    r"(?:That|This|It|They|These|Those|Which|Of (?:that|this|these|those|them)|On average|"
    r"Together|In total|In all|Altogether|All told|The (?:total|average|mean))\b"
)
_LEFT = re.compile(r"\b(?:leaves|leaving|remaining|the others?)\b", re.I)
_MOST_TOGETHER = 10


def _windows(article: Article) -> Iterator[_Window]:
    """Each sentence with two numbers or more, and each with the one or two before it that it goes back to."""
    quantities = _read(article.text)
    headings = {block.id for block in article.blocks if block.kind == "heading"}
    before: list[tuple[str, int, list[Quantity]]] = []
    at = 0
    for sentence in article.sentences:
        if sentence.block in headings:
            before = []
            continue
        while at < len(quantities) and quantities[at].start < sentence.start:
            at += 1
        stop = at
        while stop < len(quantities) and quantities[stop].end <= sentence.end:
            stop += 1
        mine = quantities[at:stop]
        if 2 <= len(mine) <= 12:
            yield _Window(article, sentence.id, sentence.start, sentence.end, mine)
        is_left = mine and _LEFT.search(article.text, sentence.start, sentence.end)
        is_tied = mine and _TIED.match(article.text, sentence.start)
        together = mine
        for back, (block, start, found) in enumerate(before[: 2 if is_left else 1 if is_tied else 0]):
            together = [*found, *together]
            if block != sentence.block or not found or len(together) > _MOST_TOGETHER:
                break
            window = _Window(article, sentence.id, start, sentence.end, together)
            if back or not is_tied:
                window.checks = ((_remaining, ""),)
            yield window
        before = [(sentence.block, sentence.start, mine), *before[:1]]


_RANGE = re.compile(r"(?P<one>.+?)(?P<between>\s+(?:to|and|until|till)\s+)(?P<other>.+)", re.S)
_SPOKEN = re.compile(
    r"(?<=[,(—–] )(?P<part>(?:exactly |just )?(?:a|one) quarter|half|three quarters)(?=[,).]| of\b)|"
    r"(?<=\bor )(?P<or>half|a quarter)(?=[,).]| of\b)",
    re.I,
)
_SPOKEN_VALUES = {"half": "1/2", "quarter": "1/4", "quarters": "3/4"}


def _read(text: str) -> list[Quantity]:
    """The quantities of a text; `from 200 to 250` are two, and so is a quarter set apart by commas one."""
    found: list[Quantity] = []
    for one in quantities_of(text):
        split = _RANGE.fullmatch(one.text) if one.value_to is not None else None
        lead = text[max(0, one.start - 9) : one.start].lower()
        if split and lead.rstrip().endswith(("from", "between")):
            middle = one.start + split.end("one")
            second = middle + len(split["between"])
            found.append(replace(one, end=middle, text=split["one"], value_to=None))
            found.append(
                replace(one, start=second, text=split["other"], value=one.value_to or "", value_to=None, hedge=None)
            )
        else:
            found.append(one)
    taken = [(one.start, one.end) for one in found]
    for spoken in _SPOKEN.finditer(text):
        if not any(start < spoken.end() and spoken.start() < end for start, end in taken):
            value = _SPOKEN_VALUES[spoken[0].lower().split()[-1]]
            found.append(Quantity(spoken.start(), spoken.end(), spoken[0], "fraction", value))
    return sorted(found, key=lambda one: one.start)


def _number(quantity: Quantity, before: str) -> _Number:
    value = _value(quantity)
    hedged = bool(quantity.hedge) or bool(_HEDGED.search(before[-16:]) and not _OF_A_KNOWN.search(before))
    step = _step(quantity, value)
    if quantity.value_to is not None:
        other = float(quantity.value_to) if re.fullmatch(r"-?[0-9.]+", quantity.value_to) else value
        low, high = sorted((value, other))
        return _Number(quantity, value, (low, high), (low - step, high + step))
    near, far = _room(quantity, value, step)
    if hedged:
        near, far = max(near, 0.05 * abs(value)), max(far, 0.2 * abs(value))
    return _Number(quantity, value, (value - near, value + near), (value - far, value + far), hedged)


def _room(quantity: Quantity, value: float, step: float) -> tuple[float, float]:
    """How far a printed number may lie from what was counted: if rounded well, and if rounded carelessly."""
    if quantity.kind == "fraction":
        return 1.5, 3.5
    if quantity.kind == "percent":
        return 0.51 * step, 1.01 * step
    if value and step / abs(value) >= 0.05 and step >= 1 and _printed(quantity) == f"{value:.0f}":
        return 0.02 * abs(value), 0.03 * abs(value)  # 400 is more often four hundred than some four hundred
    return 0.51 * step, 0.7 * step


def _as_exact(*numbers: _Number) -> tuple[_Number, ...]:
    """Numbers that stand side by side are rounded alike: the $2 million beside $1.5 million are no $1.6 million."""
    places = [_place(one) for one in numbers]
    finest = min(places)
    exact = []
    for one, place in zip(numbers, places, strict=True):
        if place > finest and one.quantity.value_to is None and not one.is_hedged:
            near = min((one.near[1] - one.near[0]) / 2, 0.51 * finest)
            far = min((one.far[1] - one.far[0]) / 2, max(0.7 * finest, 0.01 * abs(one.value)))
            one = replace(one, near=(one.value - near, one.value + near), far=(one.value - far, one.value + far))
        exact.append(one)
    return tuple(exact)


def _printed(quantity: Quantity) -> str:
    """The digits that are printed, and the point between them: `1200` of `$1,200`, `1.5` of `1.5 million`."""
    digits = re.search(r"\d[\d,.\u00a0 ]*", quantity.text)
    return re.sub(r"[^\d.]", "", digits[0]).rstrip(".") if digits else ""


def _place(number: _Number) -> float:
    """The place of the last digit that is no zero at the end: 10 of `1,260`, 100,000 of `$1.5 million`."""
    step = _step(number.quantity, number.value)
    plain = _printed(number.quantity).replace(".", "")
    return step or 10.0 ** (len(plain) - len(plain.rstrip("0")))


def _value(quantity: Quantity) -> float:
    """Fractions in percent; everything else as it is."""
    if quantity.kind == "fraction":
        part, _, whole = quantity.value.partition("/")
        return 100 * float(part) / float(whole or 1)
    return float(quantity.value) if re.fullmatch(r"-?[0-9.]+", quantity.value) else 0.0


def _step(quantity: Quantity, value: float) -> float:
    """The last place that the text prints: 0.1 of `2.5 percent`, 100,000 of `1.2 million`, 1 of `1,203`.

    Two or more zeros at the end may be rounding, so there the last place is that of the digit before them.
    """
    plain = _printed(quantity)
    if quantity.kind == "percent":
        return 10.0 ** -len(plain.partition(".")[2]) if plain else 1.0
    if not plain or not value:
        return 0.0
    decimals = len(plain.partition(".")[2])
    scale = value / float(plain) if float(plain) else 1.0
    if scale > 1.5 or decimals:
        return round(scale) * 10.0**-decimals if scale > 1.5 else 10.0**-decimals
    zeros = len(plain) - len(plain.rstrip("0"))
    return 10.0**zeros if zeros >= 2 else 0.0


def _alike(*numbers: _Number) -> bool:
    """Whether numbers can be added or divided: all money of one currency, or all counted."""
    kinds = {one.quantity.kind for one in numbers}
    currencies = {one.quantity.currency for one in numbers if one.quantity.kind == "money"}
    return len(kinds) == 1 and len(currencies) <= 1


_TIMES = {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes"}


def _is_time(number: _Number) -> bool:
    return (number.quantity.unit or "") in _TIMES


def _apart(claim: _Number, low: float, high: float, *, far: tuple[float, float] | None = None) -> Outcome:
    """How a claim stands to what the sum gives: `low` to `high` as printed, `far` as a careless hand rounds."""
    dust = 1e-9 * max(abs(high), abs(low))  # 12p less 10p is 2p in pounds too
    if claim.near[0] <= high + dust and low - dust <= claim.near[1]:
        return "fits"
    wide_low, wide_high = far or (low, high)
    if claim.far[0] <= wide_high and wide_low <= claim.far[1]:
        return "your_turn"
    return "does_not_fit"


def _if_exact(outcome: Outcome, claim: _Number, gives: float) -> Outcome:
    """`$18, $14 and $8 million, $42 million in all`: only if each of them is rounded far, so that is the reader's."""
    is_exact = claim.near[0] - 1e-9 <= gives <= claim.near[1] + 1e-9
    return "your_turn" if outcome == "fits" and not is_exact else outcome


_CLOSED = re.compile(r"[\s)]*(?:[.,;:!?)”\"–—]|$)")


def _unless_it_goes_on(outcome: Outcome, rest: str, closed: re.Pattern[str] = _CLOSED) -> Outcome:
    """`30 percent on foot`, `$100 in total after the refund`: words behind a claim may give it another base."""
    return "your_turn" if outcome == "does_not_fit" and not closed.match(rest) else outcome


def _made(
    window: _Window, kind: str, outcome: Outcome, claim: _Number, others: Sequence[_Number], working: str, gives: str
) -> Relation:
    places = tuple((one.quantity.start, one.quantity.end) for one in (claim, *others))
    return Relation(kind, outcome, window.sentence, places, f"{working} = {gives}", claim.shown, gives)


def _in_percent(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0") + "%"


def _plain(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


# --- shares ---------------------------------------------------------------------------------------------------------

_SHARES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?P<part><[CM]\d+>)(?:{_FEW}{_OF})(?P<whole><[CM]\d+>){_FEW}(?:{_JOIN})(?P<share><[PF]\d+>)",
        rf"(?P<part><[CM]\d+>){_FEW}{_JOIN}(?P<share><[PF]\d+>)\)?,?{_OF}(?P<whole><[CM]\d+>)",
        rf"(?P<share><[PF]\d+>){_OF}(?P<whole><[CM]\d+>){_FEW}{_JOIN}(?P<part><[CM]\d+>)",
        rf"\b(?:share|proportion|rate|figure|part) (?:was|is|were|came to|stood at) (?P<share><[PF]\d+>) ?[:–—] ?"
        rf"(?P<part><[CM]\d+>){_FEW}{_OF}(?P<whole><[CM]\d+>)",
        r"\bof (?:the |its |all |all the |their |some )*(?P<whole><[CM]\d+>)(?:[^<>.;]|<Y\d+>){0,50}(?P<part><[CM]\d+>)"
        r"[^<>.;]{0,40}(?:(?:under|over|aged) <C\d+>)?(?:,|\(|–|—)\s*(?:or |that is |which is )?(?P<share><[PF]\d+>)",
        rf"(?P<part><[CM]\d+>)(?:{_FEW}{_OF})(?P<whole><[CM]\d+>)[^<>]{{0,60}}[.] (?:That|This) (?:is|w"
        rf"as|makes|comes to|"
        rf"means) (?P<share><[PF]\d+>)",
        rf"(?P<part><[CM]\d+>)(?:{_FEW}{_OF})(?P<whole><[CM]\d+>)[^<>.]{{0,40}} \((?P<share><[PF]\d+>)\)",
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
_SHARE_CLOSED = re.compile(rf"(?: of (?:them|it|all|the total|the whole))?{_CLOSED.pattern}", re.I)
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


def _share(window: _Window) -> Iterator[Relation]:
    for number, pattern in enumerate(_SHARES):
        for found in pattern.finditer(window.text):
            part, whole, share = (window.number(found[name]) for name in ("part", "whole", "share"))
            if not _alike(part, whole) or whole.value <= 0 or _is_time(part) or _is_time(whole):
                continue
            if "point" in (share.quantity.unit or "") or "basis" in (share.quantity.unit or ""):
                continue
            if _NO_SHARE.match(window.tail(found.end("share"))) and found.end("share") == found.end():
                continue
            if number < 3 and _ANOTHER_THING.search(found[0]):
                continue  # `18 of 30 came, and 40 percent of the rest`
            gives = 100 * part.value / whole.value
            near = _ratio(part.near, whole.near)
            outcome = _apart(share, *near, far=_ratio(part.far, whole.far))
            if found.end("share") >= found.end() - 1:
                outcome = _unless_it_goes_on(outcome, window.tail(found.end("share")), _SHARE_CLOSED)
            if outcome == "fits" and _is_on_the_wrong_side(window, found, gives, share.value):
                outcome = "your_turn"
            between = window.text[max(found.end("part"), found.end("whole")) : found.start("share")]
            if outcome == "does_not_fit" and _OF_PERCENT.search(between):
                outcome = "your_turn"
            working = f"{part.shown} ÷ {whole.shown}"
            yield _made(window, "share", outcome, share, (part, whole), working, _in_percent(gives))


_SIDE = re.compile(
    r"\b(?:(?P<above>more than|over|at least|no less than)|(?:less|fewer) than|under|below|at most) $", re.I
)


def _is_on_the_wrong_side(window: _Window, found: re.Match[str], gives: float, share: float) -> bool:
    """`39 of 80, more than half`: near it, and below."""
    side = _SIDE.search(window.text[: found.start("share")])
    return bool(side and (gives < share if side["above"] else gives > share))


def _ratio(part: tuple[float, float], whole: tuple[float, float]) -> tuple[float, float]:
    low = max(whole[0], 1e-9)
    return 100 * part[0] / max(whole[1], 1e-9), 100 * part[1] / low


def _more_than_all(window: _Window) -> Iterator[Relation]:
    for found in _PART_OF.finditer(window.text):
        part, whole = window.number(found["part"]), window.number(found["whole"])
        if not _is_time(part) and not _is_time(whole) and part.far[0] > whole.far[1] and whole.value > 1:
            gives = _in_percent(100 * part.value / whole.value)
            yield _made(window, "part", "does_not_fit", part, (whole,), f"{part.shown} ÷ {whole.shown}", gives)


# --- totals ---------------------------------------------------------------------------------------------------------

_X = r"<[CMP]\d+>"
_GAP = (
    r"(?:(?!\b(?:than|per|aged|out of|of (?:the|whom|which|them|its)|after|before|each|apiece|minus|less|f"
    r"ewer)\b)[^<>.;:]){1,45}?"
)
_ON = r"(?:(?: [\w’'-]+){0,4} on <[WD]\d+>)?"
_LIST = rf"(?P<list>{_X}{_ON}(?:(?:{_GAP})?(?:,|\band\b|\bplus\b)(?:{_GAP})?{_X}{_ON})+)"
_PAID = (
    r"(?:(?:the|its|a) )?[\w’'-]{1,20}(?: [\w’'-]{1,20})? (?:paid|pays?|gave|gives?|covered|covers?|bears?|bore) (?=<M)"
)
_TOTALS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_LIST}[^<>.;]{{0,40}}?[,;–—:]?[^<>.;]{{0,12}}(?P<total>{_X})[^<>.,;]{{0,22}} (?:in total|in"
        rf" all|altogether|all told|combined|together)\b(?! (?:of|with)\b)(?P<end>[^<>]*)",
        rf"{_LIST}[^<>.;]{{0,45}}?\b(?:a total of|for a total of|total(?:l?ing)|making a total of|addin"
        rf"g up to|which makes|together|in total|in all|altogether|making) (?P<total>{_X})",
        rf"(?:total of|in total|in all|altogether)[^<>.;]{{0,12}}(?P<total>{_X})(?P<gap>"
        rf"[^<>.;]{{0,60}}?)[:–—,]\s*{_LIST}(?P<end>[^<>]*)$",
        rf"(?P<total>{_X})(?P<gap>[^<>.;:]{{0,50}}?)(?:(?P<how_many><C\d+>) [\w’'-]+)? ?[:–—]"
        rf"\s*{_LIST}(?P<end>[^<>]*)$",
        rf"\bcosts? (?P<total><M\d+>) ?[:–—]\s*{_PAID}{_LIST}(?P<end>[^<>]*)$",
        rf"(?P<total>{_X})(?P<gap>[^<>.;:]{{0,60}}?),? (?:made up of|consisting of|divided into|split i"
        rf"nto|comprising)\s*{_LIST}(?P<end>[^<>]*)$",
        rf"{_LIST}[^<>]{{0,80}}[.] (?:Together,?(?! with\b)|In total,?|In all,?(?! the\b)|Altogether,?|All told,?|"
        rf"That makes|That is|The total (?:is|was|came to|comes to))"
        rf"[^<>.]{{0,40}}?(?P<total>{_X})(?P<end>(?:[^<>]|<[WD]\d+>)*)$",
    )
)


def _total(window: _Window) -> Iterator[Relation]:
    for number, pattern in enumerate(_TOTALS):
        for found in pattern.finditer(window.text):
            parts = [window.number(mark) for mark in re.findall(_X, found["list"])]
            total = window.number(found["total"])
            if not _alike(total, *parts) or len(parts) < 2 or any(one.quantity.period for one in (total, *parts)):
                continue
            times = [_is_time(one) for one in (total, *parts)]
            units = {one.quantity.unit for one in parts}
            if any(times) and (units != {total.quantity.unit} or re.search(r"\btogether\b", found[0])):
                continue
            if " and" not in f" {found['list']}" or any(one.value <= 0 for one in parts):
                continue
            if _counts_else(window, found, len(parts)):
                continue
            parts = list(_as_exact(total, *parts)[1:])
            gives = sum(one.value for one in parts)
            near = sum(one.near[0] for one in parts), sum(one.near[1] for one in parts)
            far = sum(one.far[0] for one in parts), sum(one.far[1] for one in parts)
            outcome = _if_exact(_apart(total, *near, far=far), total, gives)
            if outcome == "does_not_fit" and (number in (3, 4) and not _is_whole_list(found["end"])):
                outcome = "your_turn"
            if number == 0:
                outcome = _unless_it_goes_on(outcome, found["end"] + "<" * (found.end() < len(window.text)))
            is_some = total.value < gives and len(found.groupdict().get("end", "").split()) > 2
            is_else = is_some or total.quantity.unit not in {None, *units}
            if outcome == "does_not_fit" and number == 6 and is_else:
                outcome = "your_turn"  # 12 seals and 9 birds. In all, 15 birds and beasts are new
            if total.quantity.kind == "percent" and re.search(
                r"\b(?:fell|rose|grew|dropped|lost|gained)\b", window.text
            ):
                outcome = "your_turn"  # two falls of 10 percent are one of 19
            if outcome == "does_not_fit" and (_is_of_another_list(window, found) or _OVERLAP.search(window.text)):
                outcome = "your_turn"
            if outcome == "does_not_fit" and total.value < max(one.value for one in parts) / 3:
                continue  # another kind of number altogether
            working = " + ".join(one.shown for one in parts)
            yield _made(window, "total", outcome, total, parts, working, _shown_like(total, gives))


_OVERLAP = re.compile(
    r"\b(?:as|since|because|though|but) (?:some|many|several|most|a few)\b|\b(?:both|twice|overlap)\b", re.I
)
_OTHER_TIME = re.compile(r"\s*(?:this|last|next|since|so far|by|over|until)\b", re.I)


def _counts_else(window: _Window, found: re.Match[str], parts: int) -> bool:
    """Whether a list begins with its whole (`of 200, 120 and 110`), is a range, or has more items than are read."""
    groups = found.groupdict()
    many = groups.get("how_many")
    if many and window.number(many).value != parts:
        return True
    first = window.number(found["list"].partition(">")[0])
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


def _is_of_another_list(window: _Window, found: re.Match[str]) -> bool:
    """`400 films and 300 games last year, and 1,000 in total this year`."""
    joined = window.text[found.end("list") : found.start("total")]
    return bool(
        found.start("total") > found.end("list")
        and (re.search(r"\band\b", joined) or _OTHER_TIME.match(found.groupdict().get("end") or ""))
    )


def _is_whole_list(end: str) -> bool:
    return len(end.split()) <= 7 and not re.search(
        r"\b(?:among others|including|for example|such as|mostly|others|at most|at least)\b", end
    )


def _shown_like(number: _Number, value: float) -> str:
    if number.quantity.kind == "percent":
        return _in_percent(value)
    return f"{number.quantity.currency} {_plain(value)}" if number.quantity.currency else _plain(value)


_REST = re.compile(r"(?:the )?(?:rest|remaining|remainder|others?)\b[^<>.;]{0,25}(?P<last><P\d+>)", re.I)
_UNDECIDED = re.compile(r"\b(?:undecided|no opinion|did not know|don’t know)\b", re.I)
_FOR_AND_AGAINST = re.compile(
    r"<P\d+>[^<>,;]{0,25}\b(?:for|in favour)\b[^<>]{0,30}<P\d+>[^<>,;]{0,12}\bagainst\b", re.I
)
_REST_AFTER = re.compile(
    r"(?P<last><P\d+>)(?:[^<>.;]{0,25}\b(?:the rest|remaining|the remainder)|"
    rf" (?:were |are |was |had |have )*{_UNDECIDED.pattern}(?=\s*(?:[.;)]|$)))",
    re.I,
)


def _rest(window: _Window) -> Iterator[Relation]:
    marks = re.findall(r"<[A-Z]\d+>", window.text)
    found = _REST.search(window.text) or _REST_AFTER.search(window.text)
    if not found or not 2 <= len(marks) <= 6 or any(mark[1] != "P" for mark in marks):
        return
    if (
        re.search(r"\brest of the\b|\b(?:before|earlier|later|now|ago|after)\b", window.text, re.I)
        or len(re.findall(r"<P\d+> of\b", window.text)) > 1
    ):
        return  # shares of more than one whole
    parts = [window.number(mark) for mark in marks]
    gives = sum(one.value for one in parts)
    low, high = sum(one.near[0] for one in parts), sum(one.near[1] for one in parts)
    far = sum(one.far[0] for one in parts), sum(one.far[1] for one in parts)
    outcome: Outcome = "fits" if low <= 100 <= high else "your_turn" if far[0] <= 100 <= far[1] else "does_not_fit"
    if outcome == "does_not_fit" and _UNDECIDED.search(window.text) and not _FOR_AND_AGAINST.search(window.text):
        outcome = "your_turn"  # 60 percent like tea and 70 percent coffee
    last = window.number(found["last"])
    others = [one for one in parts if one is not last]
    yield _made(window, "rest", outcome, last, others, " + ".join(one.shown for one in parts), _in_percent(gives))


_OF_THIS = re.compile(
    rf"(?P<whole><[CM]\d+>)[^<>]*[.] Of (?:this|that|these|those|them)(?: sum| money)?,? {_LIST}[^<>]*$", re.I
)


def _of_this(window: _Window) -> Iterator[Relation]:
    """`It voted $480,000. Of this, $210,000 goes to the road and $270,000 to the bridge`: all of it, or too much."""
    for found in _OF_THIS.finditer(window.text):
        whole, *parts = window.number(found["whole"]), *map(window.number, re.findall(_X, found["list"]))
        if not _alike(whole, *parts) or any(one.quantity.period for one in (whole, *parts)):
            continue
        gives = sum(one.value for one in parts)
        is_over = whole.quantity.kind == "money" and sum(one.far[0] for one in parts) > whole.far[1]
        if gives == whole.value or is_over:
            working = " + ".join(one.shown for one in parts)
            outcome: Outcome = "does_not_fit" if is_over else "fits"
            yield _made(window, "total", outcome, whole, parts, working, _shown_like(whole, gives))


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


def _remaining(window: _Window) -> Iterator[Relation]:
    """`It burned 840 hectares. Of these, 510 were heath and 230 wood; the remaining 100 were grass.`"""
    found = _REMAINING.search(window.text)
    if not found or _OF_THIS_ALONE.match(window.text) or window.text[: found.start()].count("<") < 2:
        return
    last = window.number(found["last"])
    whole, *parts = window.numbers[: window.numbers.index(last)]
    parted = window.text[window.text.index(">") + 1 : found.start()]
    gives = whole.value - sum(one.value for one in parts)
    if not parts or not _alike(whole, last, *parts) or gives <= 0 or any(one.quantity.period for one in window.numbers):
        return
    whole, last, *parts = _as_exact(whole, last, *parts)
    low, high = whole.near[0] - sum(one.near[1] for one in parts), whole.near[1] - sum(one.near[0] for one in parts)
    wide = whole.far[0] - sum(one.far[1] for one in parts), whole.far[1] - sum(one.far[0] for one in parts)
    outcome = _if_exact(_apart(last, low, high, far=wide), last, gives)
    units = {one.quantity.unit for one in (whole, last, *parts)} - {None}
    goes_on = re.match(
        r"(?: \w+)? of\b|[^<>.;]*(?:,| and| as| since| because| but| while) (?:\w+ )?<[CM]\d+>",
        window.text[found.end() :],
    )
    behind_first = parted[parted.index(">") + 12 :]  # `80 of them in the north and 20 of them new`
    is_unsure = _NO_PARTS.search(parted) or _OF_THEM.search(behind_first) or _OVERLAP.search(parted)
    unit = last.quantity.unit or ""
    is_behind = re.match(r"[^<>]*[.!?] ", parted) and not _is_time(whole)
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
    yield _made(window, "left", outcome, last, (whole, *parts), working, _shown_like(last, gives))


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


def _mean(window: _Window) -> Iterator[Relation]:
    """`Five flights lasted 12, 14, 15, 18 and 21 minutes. The average was 16 minutes.`"""
    for found in _MEAN.finditer(window.text):
        listed = [window.number(mark) for mark in re.findall(_X, found["list"])]
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
        yield _made(window, "average", outcome, mean, listed, working, _plain(gives))


# --- changes --------------------------------------------------------------------------------------------------------

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
_FACTORS = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5}
_CHANGE_TAIL = re.compile(
    r"^\s*\)?\s*(?:$|[.,;)]|(?:more|less|fewer|higher|lower|increase|rise|growth|jump|gain|drop|fall|d"
    r"ecline|decrease|cut|reduction|in |within |over |since |on |than |from |and )|\w+\s*$)",
    re.I,
)


_CHANGE_CLOSED = re.compile(
    r"(?: (?:more|less|fewer|higher|lower|increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction))?"
    r"(?: (?:than|on|from) (?:before|then|(?:last|the previous|the) (?:week|month|season|year)(?: before| earlier)?))?"
    r"(?: (?:in|within|over|after) (?:just |only |the (?:last |past )?)*(?:<C\d+>|a|one)(?: \w+)?)?"
    rf"{_CLOSED.pattern}",
    re.I,
)


_RANK = re.compile(r"\b(?:rank\w*|places?|positions?|league|charts?|table)\b", re.I)


def _change(window: _Window) -> Iterator[Relation]:
    for found in _FROM_TO.finditer(window.text):
        a, b = window.number(found["a"] or found["from"]), window.number(found["b"] or found["to"])
        if not _alike(a, b) or a.value <= 0 or _is_time(a) != _is_time(b):
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
                yield replace(one, outcome=_unless_it_goes_on(one.outcome, rest)) if is_apart else one
        for said in filter(None, (_AFTER.search(rest), _BEFORE.search(head))):
            claim = window.number(said["c"])
            if (
                re.match(r"\s*(?:of|among|a year|per|each|an? )\b", said["tail"])
                or not _CHANGE_TAIL.match(said["tail"])
                or (claim.quantity.period and not b.quantity.period)
            ):
                continue
            for one in _claimed_change(window, a, b, claim, said[0]):
                after = rest[said.end("c") :] if said.re is _AFTER else ""
                yield replace(one, outcome=_unless_it_goes_on(one.outcome, after, _CHANGE_CLOSED))


def _direction(window: _Window, a: _Number, b: _Number, verb: str) -> Iterator[Relation]:
    wrong = (b.far[0] > a.far[1]) if _DOWN.fullmatch(verb) else (b.far[1] < a.far[0])
    if wrong:
        gives = _shown_like(b, b.value - a.value)
        yield _made(window, "direction", "does_not_fit", b, (a,), f"{b.shown} − {a.shown}", gives)


def _times(window: _Window, a: _Number, b: _Number, factor: re.Match[str]) -> Iterator[Relation]:
    wanted = _FACTORS[factor["verb"].lower()]
    gives = b.value / a.value
    off = abs(gives / wanted - 1)
    room, far = (0.25, 0.5) if factor["near"] or a.is_hedged or b.is_hedged else (0.05, 0.15)
    outcome: Outcome = "fits" if off <= room else "your_turn" if off <= far else "does_not_fit"
    if factor["near"] and factor["near"].lower() == "more than":
        beyond = gives / wanted if wanted > 1 else wanted / gives
        outcome = "does_not_fit" if beyond < 0.85 else "fits" if 1 < beyond < 1.6 else "your_turn"
    yield _made(window, "times", outcome, b, (a,), f"{b.shown} ÷ {a.shown}", _plain(gives))


def _claimed_change(window: _Window, a: _Number, b: _Number, claim: _Number, said: str) -> Iterator[Relation]:
    is_percent = claim.quantity.kind in ("percent", "fraction")
    a, b = _as_exact(a, b)
    points = is_percent and "point" in (claim.quantity.unit or "")
    if is_percent and not (a.quantity.kind == "percent" and points):
        if points:
            return
        gives = abs(100 * (b.value - a.value) / a.value)
        near, far = _change_range(a.near, b.near), _change_range(a.far, b.far)
        outcome = _apart(claim, *near, far=far)
        is_exact = claim.near[0] <= gives <= claim.near[1]
        is_points = a.quantity.kind == "percent" and claim.near[0] <= abs(b.value - a.value) <= claim.near[1]
        if is_points and abs(claim.value - gives) > 2:
            outcome = "does_not_fit"  # percentage points called percent
        elif not is_exact and _is_share_of_the_new(a, b, claim, gives):
            outcome = "does_not_fit"
        elif outcome == "fits" and not is_exact:
            outcome = "your_turn"  # only if the numbers are rounded far
        shown = _in_percent(gives)
        working = f"({_less(a, b)}) ÷ {a.shown}"
    elif claim.quantity.kind == a.quantity.kind and (not is_percent or points) and _alike(a, claim):
        gives = abs(b.value - a.value)
        low, high = sorted((abs(b.near[0] - a.near[1]), abs(b.near[1] - a.near[0])))
        wide = sorted((abs(b.far[0] - a.far[1]), abs(b.far[1] - a.far[0])))
        outcome = _if_exact(_apart(claim, low, high, far=(wide[0], wide[1])), claim, gives)
        shown, working = _shown_like(a, gives), _less(a, b)
        if not re.search(
            r"increase|rise|growth|jump|gain|drop|fall|decline|decrease|cut|reduction|difference|loss|"
            r"by |up |down |more|fewer|less",
            said + window.tail(window.text.find(said) + len(said)),
            re.I,
        ):
            return
    else:
        return
    yield _made(window, "change", outcome, claim, (a, b), working, shown)


def _less(a: _Number, b: _Number) -> str:
    """The difference of two numbers, the smaller from the larger, so that what it gives needs no sign."""
    low, high = sorted((a, b), key=lambda one: one.value)
    return f"{high.shown} − {low.shown}"


def _is_share_of_the_new(a: _Number, b: _Number, claim: _Number, gives: float) -> bool:
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


def _more(window: _Window) -> Iterator[Relation]:
    for found in _MORE.finditer(window.text):
        a, d, c = (window.number(found[name]) for name in "adc")
        if not _alike(a, c) or c.value <= 0 or _is_time(a) != _is_time(c):
            continue
        sign = 1 if found["way"].lower() in ("more", "higher") else -1
        if d.quantity.kind == "percent":
            if "point" in (d.quantity.unit or ""):
                continue
            ends = [sign * 100 * (x - y) / y for x in a.near for y in c.near if y > 0]
            wide = [sign * 100 * (x - y) / y for x in a.far for y in c.far if y > 0]
            gives, working = _in_percent(100 * (a.value - c.value) / c.value), f"({a.shown} − {c.shown}) ÷ {c.shown}"
        elif _alike(a, d):
            ends = [sign * (x - y) for x in a.near for y in c.near]
            wide = [sign * (x - y) for x in a.far for y in c.far]
            gives, working = _shown_like(a, a.value - c.value), f"{a.shown} − {c.shown}"
        else:
            continue
        outcome = _apart(d, min(ends), max(ends), far=(min(wide), max(wide)))
        exact = sign * (100 * (a.value - c.value) / c.value if d.quantity.kind == "percent" else a.value - c.value)
        if outcome == "fits" and not d.near[0] - 1e-9 <= exact <= d.near[1] + 1e-9:
            outcome = "your_turn"  # only if the numbers are rounded far
        yield _made(window, "more", outcome, d, (a, c), working, gives)


# --- so much each ---------------------------------------------------------------------------------------------------

_SHARED = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?P<all><M\d+>)[^<>.;]{{0,50}}? (?:for|among|between|by|to|over) (?:the |its |their |all |so"
        rf"me |about )*(?P<n><C\d+>)[^<>.;]{{0,30}}?{_JOIN}(?:about |roughly |nearly |some )?(?P<u><M"
        rf"\d+>) {_EACH}",
        rf"(?P<n><C\d+>)[^<>.;]{{0,50}}?(?P<u><M\d+>) {_EACH}[^<>;]{{0,40}}?(?:in total|in all|altogeth"
        rf"er|all told|total of|making|that is|which is|came to|comes to|brought in|earned|raised|raisi"
        rf"ng|makes)[^<>.;]{{0,20}}(?P<all><M\d+>)",
        rf"(?P<n><C\d+>)[^<>.;]{{0,50}}?(?P<u><M\d+>) {_EACH}[^<>.;]{{0,25}}?(?:,|–|—)[^<>.;]{{0,20}}"
        rf"(?P<all><M\d+>)[^<>.;]{{0,12}} (?:in total|in all|altogether|all told)",
        rf"(?P<n><C\d+>)[^<>.;]{{0,30}} for (?P<all><M\d+>){_JOIN}(?P<u><M\d+>) {_EACH}",
        rf"(?P<n><C\d+>)[^<>.;]{{0,30}} (?:at|for) (?P<u><M\d+>) {_EACH}[^<>.;]{{0,25}}?(?:for|or|total"
        rf")[^<>.;]{{0,10}}(?P<all><M\d+>)",
    )
)
_OVER_TIME = re.compile(
    r"(?P<u><M\d+>)(?P<each>[^<>.;]{0,22}?) (?:for|over) (?:the next |the past |the )?(?P<n><C\d+>)(?P"
    r"<unit>[^<>.;]{0,14})[^<>;]{0,30}?"
    r"(?:,|–|—|\(|\bor\b|total of|making)[^<>.;]{0,24}?(?P<all><M\d+>)(?P<tail>[^<>.;]{0,20})",
    re.I,
)


_EACH_PRICE = re.compile(rf"<M\d+> {_EACH}", re.I)


def _each(window: _Window) -> Iterator[Relation]:
    for pattern in _SHARED:
        for found in pattern.finditer(window.text):
            whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
            if not _alike(whole, single) or count.value <= 0 or _is_time(count):
                continue
            one = _product(window, "each", whole, count, single)
            one = replace(one, outcome=_unless_it_goes_on(one.outcome, window.tail(found.end())))
            if one.outcome == "does_not_fit" and len(_EACH_PRICE.findall(window.text)) > 1:
                one = replace(one, outcome="your_turn")  # 40 at $10 each and 20 at $5 each
            if one.outcome == "does_not_fit" and _AND_MORE.search(window.text[: found.start("n")]):
                one = replace(one, outcome="your_turn")  # 5 books and 3 maps for $80, or $10 each
            yield _unless_another_count_fits(window, one, whole, single)


_AND_MORE = re.compile(r"<C\d+>[^<>.;]{0,25}?(?:,| and| plus) $")


def _unless_another_count_fits(window: _Window, one: Relation, whole: _Number, single: _Number) -> Relation:
    """`The 2 partners sold 12 boats for $9,600, or $4,800 each`: the price is for each of the other count."""
    counts = (count for count in window.numbers if count.quantity.kind == "count")
    fitting = (_product(window, "each", whole, count, single) for count in counts)
    return next((other for other in fitting if other.outcome == "fits"), one) if one.outcome == "does_not_fit" else one


_PART_ONLY = re.compile(r"\b(?:half|quarter|third|some|rest|most|part)\b|<F", re.I)
_A_PIECE = re.compile(
    r"[.!?] (?:They|These|Those|That|Together they)\b[^<>.;]{0,30}(?P<all><M\d+>)[^<>.;]{0,25}?(?:,|\(|–|—) ?or "
    r"(?P<u><M\d+>) (?:a|an|per|for each) (?P<each>[a-z]+)(?=\s*(?:[.,;:)]|–|—|$))",
    re.I,
)


def _a_piece(window: _Window) -> Iterator[Relation]:
    """`The class sold 84 cakes. They brought in $210, or $2.50 a cake`: one count alone is of cakes."""
    for found in _A_PIECE.finditer(window.text):
        whole, single, each = window.number(found["all"]), window.number(found["u"]), found["each"].lower()
        counts = [one for one in window.numbers if one.quantity.unit in (f"{each}s", f"{each}es")]
        others = {one.quantity.unit for one in window.numbers if not _is_time(one) and one.quantity.kind == "count"}
        is_clear = (
            len(counts) == 1
            and len(others - {None}) == 1
            and not _is_time(counts[0])
            and not _PART_ONLY.search(window.text[: found.start()])
        )
        if is_clear and _alike(whole, single) and not whole.quantity.period:
            one = _product(window, "each", whole, counts[0], single)
            yield _unless_another_count_fits(window, one, whole, single)


def _over_time(window: _Window) -> Iterator[Relation]:
    for found in _OVER_TIME.finditer(window.text):
        whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
        per = single.quantity.period or next(
            (
                one
                for one in ("year", "month", "week", "day")
                if re.search(rf"\b(?:a|per|each|every) {one}\b", found["each"])
            ),
            "",
        )
        unit = (count.quantity.unit or found["unit"].strip()).rstrip("s")
        if not per or unit != per or not _alike(whole, single) or whole.quantity.period or count.value <= 0:
            continue
        if not re.search(r"total|in all|altogether|all told", found[0] + found["tail"], re.I):
            continue
        yield _product(window, "each", whole, count, single)


def _product(window: _Window, kind: str, whole: _Number, count: _Number, single: _Number) -> Relation:
    gives = count.value * single.value
    near = count.near[0] * single.near[0], count.near[1] * single.near[1]
    far = count.far[0] * single.far[0], count.far[1] * single.far[1]
    outcome = _apart(whole, *near, far=far)
    if outcome == "fits" and abs(gives - whole.value) > 0.05 * gives:
        outcome = "your_turn"  # `$3 million for 42 towns, $80,000 each`: only if the million is rounded far
    working = f"{count.shown} × {single.shown}"
    return _made(window, kind, outcome, whole, (count, single), working, _shown_like(whole, gives))


# --- times ----------------------------------------------------------------------------------------------------------

_SPAN = re.compile(
    r"\b(?:from|between|in|on) (?P<a><[YD]\d+>)[^<>.;]{0,60}?(?:to|until|till|and|–|-)"
    r"[^<>.;]{0,40}?(?P<b><[YD]\d+>)(?P<gap>[^<>.;]{0,45}?)"
    r"(?:\b(?P<how>for|after|lasting|lasted|over|all|within|those|these|a total of|in all|took|period of) (?:t"
    r"he |all |these |those |just |only |exactly |full )*|(?<=>), )(?P<n><C\d+>)(?P<tail>[^<>]{0,12})",
    re.I,
)
_LIFE = re.compile(
    r"\bborn\b[^<>.;]{0,30}(?P<a><[YD]\d+>)(?P<gap>[^<>]{0,90}?)\bdied\b[^<>.;]{0,40}(?P<b><[YD]\d+>)"
    r"[^<>.;]{0,25}?\b(?:aged|at the age of|at age)\s(?P<n><C\d+>)",
    re.I,
)


_SOMETHING_ELSE = (
    re.compile(r"\b(?:and|then|but|who|with|while|before)\b", re.I),
    re.compile(
        r"\b(?:sons?|daughters?|wife|husband|brothers?|sisters?|father|mother|widow|widower|partner|friend|child|twin|"
        r"uncle|aunt|cousin|teacher|dog|cat)\b",
        re.I,
    ),
)
_ENDED = re.compile(r"\s*(?:years?|months?|weeks?|days?)?\s*(?:[.,;:)–—]|$)", re.I)


def _span(window: _Window) -> Iterator[Relation]:
    for pattern in (_SPAN, _LIFE):
        for found in pattern.finditer(window.text):
            a, b, n = (window.number(found[name]) for name in "abn")
            if n.quantity.hedge or re.match(r"\s*(?:old|ago|earlier|later)", found.groupdict().get("tail") or ""):
                continue
            if _SOMETHING_ELSE[pattern is _LIFE].search(found["gap"]):
                continue
            how = (found.groupdict().get("how") or "after").lower()
            if pattern is _SPAN and how == "after" and not _ENDED.match(found["tail"]):
                continue  # `after 20 years in the army`
            unit = "years" if pattern is _LIFE else (n.quantity.unit or "")
            counted = _between(a.quantity, b.quantity, unit)
            if counted is None:
                continue
            low, high = counted
            if pattern is _LIFE and a.quantity.kind == b.quantity.kind == "year":
                low, high = low - 1, low
            if low - 1e-6 <= n.value <= high + 1e-6:
                outcome: Outcome = "fits"
            else:
                outcome = (
                    "your_turn" if low - 1 <= n.value <= high + 1 and not unit.startswith("year") else "does_not_fit"
                )
            is_bare = (
                found.groupdict().get("how")
                and not found["gap"].strip(" ,")
                and _ENDED.match(window.text[found.end("n") :])
            )
            if pattern is _SPAN and outcome == "does_not_fit" and n.value < low and not is_bare:
                continue  # `from 2010 to 2020 it was shut for 3 years`: part of the time
            shown = _plain(low) if low == high else f"{_plain(low)}–{_plain(high)}"
            yield _made(window, "span", outcome, n, (a, b), f"{b.shown} − {a.shown}", shown)


def _between(a: Quantity, b: Quantity, unit: str) -> tuple[float, float] | None:
    """How many units lie between two years or dates, without and with the last one; None where that is not clear."""
    if unit.rstrip("s") == "year" and re.fullmatch(r"\d{4}", a.value) and re.fullmatch(r"\d{4}", b.value):
        years = int(b.value) - int(a.value)
        return (years, years + 1) if years >= 0 else None
    first, last = _day(a.value), _day(b.value)
    if first is None or last is None:
        return None
    if last < first and a.value.startswith("--"):
        last = last.replace(year=last.year + 1)
    days = (last - first).days
    if days < 0:
        return None
    if unit.rstrip("s") == "day":
        return days, days + 1
    if unit.rstrip("s") == "week":
        return days / 7 - 0.5, days / 7 + 0.6
    if unit.rstrip("s") == "month":
        months = (last.year - first.year) * 12 + last.month - first.month + (last.day - first.day) / 30.4
        return round(months - 0.3), round(months + 0.3)
    if unit.rstrip("s") == "year" and not a.value.startswith("--"):
        years = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
        return years, years + (1 if days % 365 > 330 else 0)
    return None


def _day(value: str) -> date | None:
    if re.fullmatch(r"--\d\d-\d\d", value):
        value = f"2001{value[1:]}"
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


_CLOCK = r"(?P<{0}>[0-2]?\d):(?P<{0}_min>[0-5]\d)(?! ?[ap]\.?m)"
_HOURS = re.compile(
    rf"\b(?:from|at) {_CLOCK.format('a')}(?P<between>[^\d.;]{{0,40}}?)\b(?:to|until|till|at) {_CLOCK.format('b')}"
    r"(?:,|\(|–|—) ?(?P<how>(?:or|for|after|that is|lasting|all of|a total of),? )?",
    re.I,
)
_ONE_MEETING = re.compile(r"\b(?:lasted|lasting|took|ended|ends|closed|went on|met)\b|, after $", re.I)
_MANY_DAYS = re.compile(r"\b(?:daily|day|days|week|each|every|weekdays|\w+days?|arriv\w+|land\w*|local)\b|:\d\d", re.I)


def _hours(article: Article) -> Iterator[Relation]:
    """`It lasted from 19:00 to 21:30, two and a half hours`: a pause may make it less, and nothing makes it more."""
    sentences = iter(article.sentences)
    sentence = next(sentences, None)
    numbers = {one.start: one for one in quantities_of(article.text)}
    for found in _HOURS.finditer(article.text):
        claim = numbers.get(found.end())
        if not claim or claim.kind != "count" or claim.period or claim.value_to or claim.hedge:
            continue
        while sentence and sentence.end <= found.start():
            sentence = next(sentences, None)
        start, end = (60 * int(found[one]) + int(found[f"{one}_min"]) for one in "ab")
        rest = re.match(r"\s(?:hours|minutes)", article.text[claim.end : claim.end + 9])
        if not sentence or not rest or end <= start:
            continue
        gives = (end - start) / (60 if claim.unit == "hours" else 1)
        more = float(claim.value) / gives
        others = article.text[max(sentence.start, found.start() - 150) : found.start()] + found["between"]
        is_sure = _ONE_MEETING.search(f"{others}, {found['how'] or ''}") and not _MANY_DAYS.search(others)
        is_closed = _CLOSED.match(article.text[claim.end + rest.end() :][:9])
        outcome: Outcome = "fits" if 0.98 < more < 1.02 else "does_not_fit" if more >= 1.2 else "your_turn"
        if outcome == "does_not_fit" and not (is_sure and is_closed):
            outcome = "your_turn"
        clock = [(found.start(one), found.end(f"{one}_min")) for one in "ab"]
        first, last = (article.text[slice(*place)] for place in clock)
        places = ((claim.start, claim.end), *clock)
        shown = _plain(gives)
        yield Relation("span", outcome, sentence.id, places, f"{last} − {first} = {shown}", claim.text, shown)


_WEEKDAY = re.compile(r"(?P<w><W\d+>),? (?:the )?(?P<d><D\d+>)", re.I)


def _weekday(window: _Window) -> Iterator[Relation]:
    for found in _WEEKDAY.finditer(window.text):
        day, on = window.number(found["w"]), window.number(found["d"])
        when = _day(on.quantity.value) if not on.quantity.value.startswith("--") else None
        if when is None or when.year < 1800:
            continue
        outcome: Outcome = "fits" if when.isoweekday() == int(day.value) else "does_not_fit"
        gives = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[when.weekday()]
        yield _made(window, "weekday", outcome, day, (on,), when.isoformat(), gives)


# --- what stands apart: an ellipsis, a comparison, a price for each -------------------------------------------------

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
    rf"(?:(?P<part><[CM]\d+>)(?:{_FEW}{_OF})(?P<whole><[CM]\d+>)|"
    rf"\bof (?:the |its |all )*(?P<all><C\d+>)[^<>.;]{{0,30}}(?P<some><C\d+>))[^<>.;]{{0,40}}{_SET_OFF}"
    rf"(?P<way>fewer|less|more) than (?P<share><[PF]\d+>){_ENDS}",
    re.I,
)


def _left_out(window: _Window) -> Iterator[Relation]:
    """`36 boats, and 27 reached the finish, 75 percent`: the part says what it does and not again what it is."""
    for found in _LEFT_OUT.finditer(window.text):
        whole, part, share = (window.number(found[name]) for name in ("whole", "part", "share"))
        if part.quantity.unit or _is_time(whole) or not 0 < part.value <= whole.value or whole.quantity.period:
            continue
        if "point" in (share.quantity.unit or ""):
            continue
        gives = 100 * part.value / whole.value
        outcome = _apart(share, *_ratio(part.near, whole.near), far=_ratio(part.far, whole.far))
        yield _made(window, "share", outcome, share, (part, whole), f"{part.shown} ÷ {whole.shown}", _in_percent(gives))


def _of_whom(window: _Window) -> Iterator[Relation]:
    for found in _OF_WHOM.finditer(window.text):
        part, whole = window.number(found["part"]), window.number(found["whole"])
        others = window.numbers[: window.numbers.index(whole)]
        if any(one.quantity.kind == "count" and one.value >= part.value for one in others):
            continue  # of 240 people at 3 sites, not of the sites
        if not _is_time(part) and not _is_time(whole) and part.far[0] > whole.far[1] and whole.value > 1:
            gives = _in_percent(100 * part.value / whole.value)
            yield _made(window, "part", "does_not_fit", part, (whole,), f"{part.shown} ÷ {whole.shown}", gives)


_TWO = re.compile(
    r"(?P<whole><C\d+>)(?: [\w’'-]+){1,2}(?:,|:|–|—) (?P<one><C\d+>) (?P<of>\w+) and (?P<other><C\d+>) (?P<or>\w+)"
    r"(?=[.,;)]|$)",
    re.I,
)
_HALVES = {
    frozenset(pair.split())
    for pair in ("women men", "girls boys", "adults children", "females males", "daughters sons", "wins losses")
}


def _two(window: _Window) -> Iterator[Relation]:
    """`900 members, 540 women and 360 men`: there is no third kind."""
    for found in _TWO.finditer(window.text):
        whole, one, other = (window.number(found[name]) for name in ("whole", "one", "other"))
        if frozenset((found["of"].lower(), found["or"].lower())) not in _HALVES:
            continue
        near, far = (
            (one_[0] + more[0], one_[1] + more[1]) for one_, more in ((one.near, other.near), (one.far, other.far))
        )
        outcome = _apart(whole, *near, far=far)
        gives = one.value + other.value
        yield _made(window, "total", outcome, whole, (one, other), f"{one.shown} + {other.shown}", _plain(gives))


def _than_share(window: _Window) -> Iterator[Relation]:
    for found in _THAN_SHARE.finditer(window.text):
        part, whole = window.number(found["part"] or found["some"]), window.number(found["whole"] or found["all"])
        share = window.number(found["share"])
        if not _alike(part, whole) or whole.value <= 0 or _is_time(part) or _is_time(whole):
            continue
        low, high = _ratio(part.far, whole.far)
        if found["way"].lower() == "more":
            outcome: Outcome = "fits" if low > share.value else "does_not_fit" if high < share.value else "your_turn"
        else:
            outcome = "fits" if high < share.value else "does_not_fit" if low > share.value else "your_turn"
        gives = _in_percent(100 * part.value / whole.value)
        yield _made(window, "share", outcome, share, (part, whole), f"{part.shown} ÷ {whole.shown}", gives)


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


def _versus(window: _Window) -> Iterator[Relation]:
    """`Last year 250, and this year 300, 20 percent more`: which is the old number has to be said."""
    for found in _VERSUS.finditer(window.text):
        a, b = _as_exact(window.number(found["a"]), window.number(found["b"]))
        is_instead = re.search(r"\b(?:instead of|rather than) $", found["mid"])
        if is_instead:
            a, b = b, a  # `$6 instead of $5`
        if not _alike(a, b) or min(a.value, b.value) <= 0 or _is_time(a) or _is_time(b):
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
            yield _made(
                window, "times", outcome, claim or b, (b, a) if claim else (a,), f"{b.shown} ÷ {a.shown}", _plain(gives)
            )
            continue
        claim, sign = window.number(found["d"]), 1 if found["way"].lower() == "more" else -1
        if "point" in (claim.quantity.unit or ""):
            continue
        near, far = (
            [sign * 100 * (y - x) / x for x in one for y in other] for one, other in ((a.near, b.near), (a.far, b.far))
        )
        outcome = _apart(claim, min(near), max(near), far=(min(far), max(far)))
        gives = 100 * (b.value - a.value) / a.value
        is_exact = claim.near[0] <= sign * gives <= claim.near[1]
        if not is_exact and sign > 0 and _is_share_of_the_new(a, b, claim, gives):
            outcome = "does_not_fit"
        if (outcome == "fits" and not is_exact) or (outcome == "does_not_fit" and not is_sure):
            outcome = "your_turn"
        yield _made(window, "more", outcome, claim, (a, b), f"({b.shown} − {a.shown}) ÷ {a.shown}", _in_percent(gives))


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


def _against(window: _Window) -> Iterator[Relation]:
    """`Sales were $84 million, after $70 million the year before, up 20 percent`: the old number is said to be one."""
    for found in _AGAINST.finditer(window.text):
        a, b = _as_exact(window.number(found["a"]), window.number(found["b"]))
        if not _alike(a, b) or min(a.value, b.value) <= 0 or _is_time(a) or _is_time(b):
            continue
        if a.quantity.unit and b.quantity.unit and a.quantity.unit != b.quantity.unit:
            continue
        is_sure = found["how"].lower().endswith(" from") or _IN_THE_PAST.search(found["when"])
        if found["c"]:
            change = window.number(found["c"])
            for one in () if change.quantity.period else _claimed_change(window, a, b, change, found[0]):
                yield one if is_sure else replace(one, outcome="fits" if one.outcome == "fits" else "your_turn")
            continue
        claim = None if found["times"].lower() == "twice" else window.number(found["times"].split()[0])
        gives = b.value / a.value
        off = abs(gives / (claim.value if claim else 2.0) - 1)
        outcome: Outcome = "fits" if off <= 0.1 else "your_turn" if off <= 0.2 or not is_sure else "does_not_fit"
        yield _made(
            window, "times", outcome, claim or b, (b, a) if claim else (a,), f"{b.shown} ÷ {a.shown}", _plain(gives)
        )


_LEAD = re.compile(
    r"(?P<a><[CM]\d+>)[^<>.;,]{0,30},? and [^<>.;,]{0,30}"
    r"(?P<b><[CM]\d+>)[^<>.;,]{0,15}(?:,|–|—|\() ?a (?:lead|difference|gap|margin|span) of (?:just |only )?"
    rf"(?P<c><[CM]\d+>)(?: degrees| votes| points)?{_ENDS}",
    re.I,
)


_POINTS = re.compile(r"\b(?:wins?|won|games?|goals?|points?)\b", re.I)


def _lead(window: _Window) -> Iterator[Relation]:
    """`Holm got 28,820 votes and Lind 24,255, a lead of 4,565.`"""
    for found in _LEAD.finditer(window.text):
        a, b, c = (window.number(found[name]) for name in "abc")
        before = window.numbers[: window.numbers.index(a)]
        if not _alike(a, b, c) or any(_is_time(one) for one in (a, b, c)):
            continue
        gives = abs(a.value - b.value)
        low, high = sorted((abs(a.near[0] - b.near[1]), abs(a.near[1] - b.near[0])))
        wide = sorted((abs(a.far[0] - b.far[1]), abs(a.far[1] - b.far[0])))
        outcome = _if_exact(_apart(c, low, high, far=(wide[0], wide[1])), c, gives)
        is_list = any(one.quantity.kind == a.quantity.kind and one.value < a.value + b.value for one in before)
        units = {one.quantity.unit for one in (a, b, c)} - {None, "degrees"}
        is_else = len(units) > 1 or (c.quantity.unit is None and units) or _POINTS.search(window.text)
        if outcome == "does_not_fit" and (is_list or is_else):
            outcome = "your_turn"  # of three, the lead is of the first before the second; a win is three points
        yield _made(window, "change", outcome, c, (a, b), _less(a, b), _shown_like(a, gives))


_HALVE = re.compile(
    r"\b(?P<verb>halv|doubl|tripl|quadrupl)(?:e|es|ed|ing)\b(?: (?:its|the|their|his|her|our))? (?P<a><[CMP]\d+>)"
    r"[^<>.;]{0,30}? to (?P<b><[CMP]\d+>)",
    re.I,
)


def _halve(window: _Window) -> Iterator[Relation]:
    for found in _HALVE.finditer(window.text):
        a, b = window.number(found["a"]), window.number(found["b"])
        if not _alike(a, b) or min(a.value, b.value) <= 0 or b.quantity.unit not in (None, a.quantity.unit):
            continue
        gives = b.value / a.value
        off = abs(gives / _FACTORS[f"{found['verb'].lower()}ed"] - 1)
        outcome: Outcome = "fits" if off <= 0.1 else "your_turn" if off <= 0.25 else "does_not_fit"
        yield _made(window, "times", outcome, b, (a,), f"{b.shown} ÷ {a.shown}", _plain(gives))


_PRICE = re.compile(
    rf"(?:(?P<n><C\d+>) (?P<noun>[a-z]+)\b[^<>.;]{{0,60}}?(?P<all><M\d+>)[^<>.;]{{0,25}}?|"
    rf"(?P<sum><M\d+>) for (?:the |its |all )*(?P<count><C\d+>) (?P<of>[a-z]+)){_SET_OFF}"
    rf"(?P<u><M\d+>)(?: (?:a|an|per|each|for each|for every) (?P<each>[a-z]+))?{_ENDS}",
    re.I,
)
_COST = re.compile(r"<C\d+> \w+(?: and)?(?: \w+)? (?:cost|costs|spent|paid|earned) <M\d+>(?:,|\(|–|—) ?or $", re.I)
_HEADS = {"head", "person", "inhabitant", "resident", "citizen"}
_PEOPLE = {"people", "persons", "inhabitants", "residents", "citizens"}


def _price(window: _Window) -> Iterator[Relation]:
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
            or not _alike(whole, single)
            or count.value <= 0
            or (whole.quantity.period != single.quantity.period and (whole.quantity.period or not period))
        ):
            continue
        yield _product(window, "each", whole, count, single)


_FOR_EACH = re.compile(
    rf"(?P<all><M\d+>)[^<>.;,]{{0,40}}{_SET_OFF}(?P<u><M\d+>) for each of (?:the|its|their|our) (?P<n><C\d+>)"
    rf"(?: [\w’'-]+){{0,2}}{_ENDS}",
    re.I,
)


def _for_each(window: _Window) -> Iterator[Relation]:
    """`It spends $18 million, or $2,000 for each of its 9,000 residents`."""
    for found in _FOR_EACH.finditer(window.text):
        whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
        if _alike(whole, single) and whole.quantity.period == single.quantity.period and not _is_time(count):
            yield _product(window, "each", whole, count, single)


_AVERAGE = re.compile(
    r"(?P<all><C\d+>)(?P<gap>[^<>.;]{0,40}?) (?:to|in|on|at|over|across|during|by) (?:the |its |their |all |these )*"
    r"(?P<n><C\d+>)(?: [\w’'-]+)?? (?P<noun>[a-z]+)(?:,|\(|–|—)\s?(?:or |an average of |on average |which is )*"
    rf"(?P<u><C\d+>) (?:(?:a|an|per|each) (?P<each>[a-z]+)|each(?: on average)?){_ENDS}",
    re.I,
)


def _average(window: _Window) -> Iterator[Relation]:
    """`126,000 came to 15 games, 8,400 a game`: what the average is for is just what was counted."""
    for found in _AVERAGE.finditer(window.text):
        whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
        noun, each = found["noun"].lower(), (found["each"] or "").lower()
        is_timed = any(_is_time(one) or one.quantity.period for one in (whole, count, single))
        is_else = single.quantity.unit not in (None, whole.quantity.unit)
        if (
            (each and noun not in (f"{each}s", f"{each}es"))
            or (not each and is_else)
            or is_timed
            or count.value <= 1
            or whole.value < single.value
        ):
            continue
        yield _product(window, "each", whole, count, single)


_ROWS = re.compile(
    r"(?P<n><C\d+>)(?: [\w’'-]+)? (?:of|with|for) (?P<u><C\d+>) (?P<noun>[a-z]+s|people)(?: each)?(?:,|\(|–|—)\s?"
    r"(?:or |that is,? |which is |which makes |making )?(?P<all><C\d+>) (?P=noun) "
    r"(?:in all|in total|altogether|all told)\b(?! of\b)",
    re.I,
)


def _rows(window: _Window) -> Iterator[Relation]:
    """`4 rows of 6 pieces, 24 pieces in all`."""
    for found in _ROWS.finditer(window.text):
        whole, count, single = (window.number(found[name]) for name in ("all", "n", "u"))
        if not any(_is_time(one) for one in (whole, count, single)) and len(window.numbers) == 3:
            yield _product(window, "each", whole, count, single)


_EITHER = re.compile(
    r"\bof (?:the |its |all |all the |their )*(?P<whole><C\d+>)[^<>.;]{0,40}?(?P<a><C\d+>)[^<>.;]{0,40}?(?:,| and) "
    r"(?P<b><C\d+>)[^<>.;]{0,40}[.] (?:That|This) (?:is|was|makes|means) (?P<share><[PF]\d+>)",
    re.I,
)


_VOTE_CLOSED = re.compile(rf"(?: (?:against|for|in favour)\b[^<>.;,]{{0,25}})?{_CLOSED.pattern}", re.I)


def _either(window: _Window) -> Iterator[Relation]:
    """`Of the 14, 9 are for it and 5 against. That is four fifths`: it is neither of the two."""
    for found in _EITHER.finditer(window.text):
        whole, a, b, share = (window.number(found[name]) for name in ("whole", "a", "b", "share"))
        if a.value + b.value != whole.value or a.quantity.unit or b.quantity.unit or _is_time(whole):
            continue
        told = [_apart(share, *_ratio(one.near, whole.near), far=_ratio(one.far, whole.far)) for one in (a, b)]
        larger = max(a, b, key=lambda one: one.value)
        part = b if told[0] == "does_not_fit" != told[1] else a if told[0] != "does_not_fit" else larger
        outcome = _unless_it_goes_on(told[0 if part is a else 1], window.tail(found.end()), _VOTE_CLOSED)
        gives = _in_percent(100 * part.value / whole.value)
        yield _made(window, "share", outcome, share, (part, whole), f"{part.shown} ÷ {whole.shown}", gives)


_SIDES = re.compile(
    r"(?P<a><P\d+>)(?: \w+)? (?:in favour|in favor|for it|yes|for|content|happy|satisfied) ?,?(?: and| while| but)? "
    r"(?P<b><P\d+>)(?: \w+)? (?:against|against it|opposed|no|not|unhappy|dissatisfied)(?=\s*(?:[.;)]|$))",
    re.I,
)


def _sides(window: _Window) -> Iterator[Relation]:
    """`70 percent in favour and 40 percent against`: nobody is on both sides."""
    for found in _SIDES.finditer(window.text):
        a, b = window.number(found["a"]), window.number(found["b"])
        if a.is_hedged or b.is_hedged or a.value + b.value <= 102 or "point" in f"{a.quantity.unit}{b.quantity.unit}":
            continue
        gives = _in_percent(a.value + b.value)
        yield _made(window, "rest", "does_not_fit", b, (a,), f"{a.shown} + {b.shown}", gives)


# --- the reader's turn ----------------------------------------------------------------------------------------------


_OF_CHANGE = re.compile(
    r"(?:\b(?:rise|increase|growth|jump|gain|drop|fall|decline|decrease|cut|reduction) of "
    r"(?:just |only |about )?<[PF]\d+>"
    r"|\b(?:rose|grew|climbed|jumped|fell|dropped|declined|sank|shrank)(?: by)?(?: about| some| nearly)? <[PF]\d+>"
    r"|\b(?:rose|grew|climbed|jumped|fell|dropped|declined|sank|shrank) to <[CM]\d+> from <[CM]\d+>"
    r"|\b(?:up|down|by)(?: more than| less than| about| some| nearly)? <[PF]\d+>"
    r"|<[PF]\d+> (?:more|fewer|less|higher|lower|as much again|as many again)\b(?! than ))",
    re.I,
)


_LESS = re.compile(r"\b(?:drop|fall|decline|decrease|cut|reduction|down|fewer|less|lower)\b", re.I)
_OUT_OF = re.compile(r"<[CM]\d+>(?: [\w’'-]+)? (?:out )?of (?:the |its |their |all )*<[CM]\d+>", re.I)


def _beside(window: _Window) -> Iterator[Relation]:
    """A percentage or fraction with two counts of one kind beside it, and nothing that says how they belong."""
    shares = [one for one in window.numbers if one.quantity.kind in ("percent", "fraction")]
    counts = [one for one in window.numbers if one.quantity.kind in ("count", "money") and not _is_time(one)]
    if len(shares) != 1 or len(counts) != 2 or not _alike(*counts) or min(one.value for one in counts) <= 0:
        return
    changed = _OF_CHANGE.search(window.text)
    if changed and any(map(_is_time, window.numbers)) and not any(one.quantity.unit for one in counts):
        return  # `from seven days to six, by 14 percent`: one of the two may be a time as well
    if changed and not _OUT_OF.search(window.text):
        is_less = _LESS.search(changed[0]) or _DOWN.search(
            window.text if changed[0].lower().startswith("by") else changed[0]
        )
        old, new = sorted(counts, key=lambda one: one.value, reverse=bool(is_less))
        gives = _in_percent(abs(100 * (new.value - old.value) / old.value))
        working = f"({_less(old, new)}) ÷ {old.shown}"
        yield _made(window, "beside", "your_turn", shares[0], (old, new), working, gives)
        return
    small, large = sorted(counts, key=lambda one: one.value)
    gives = _in_percent(100 * small.value / large.value)
    yield _made(window, "beside", "your_turn", shares[0], (small, large), f"{small.shown} ÷ {large.shown}", gives)


_CHECKS: tuple[tuple[Check, str], ...] = (
    (_share, "S"),
    (_more_than_all, "CC"),
    (_total, ""),
    (_rest, "PP"),
    (_of_this, ""),
    (_remaining, ""),
    (_mean, "CCCC"),
    (_change, ""),
    (_more, ""),
    (_each, "MMC"),
    (_a_piece, "MMC"),
    (_over_time, "MMC"),
    (_span, "C"),
    (_weekday, "WD"),
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
    (_beside, "S"),
)
"""Each check, and the marks without which it finds nothing, S for P or F: most sentences hold few numbers."""
