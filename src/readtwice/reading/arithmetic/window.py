"""Numbers as a check meets them: a sentence or two in which each is a mark, and how far each may be rounded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from readtwice.article import Article
from readtwice.reading.quantities import Quantity, quantities_of
from readtwice.reading.quantity_tables import GLUED_UNITS, SHORT_UNITS
from readtwice.reading.relation import Outcome, Relation, as_plain
from readtwice.words import say

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
class Number:
    """A number with what it can stand for: `near` is how far it may be rounded, `far` how far a careless hand goes."""

    quantity: Quantity
    value: float
    near: tuple[float, float]
    far: tuple[float, float]
    is_hedged: bool = False

    @property
    def shown(self) -> str:
        return self.quantity.text


Check = Callable[["Window"], Iterator[Relation]]
Checks = tuple[tuple[Check, str], ...]
"""Each check, and the marks without which it finds nothing, S for P or F."""

DOWN = re.compile(
    r"\b(?:fell|fallen|falls|dropped|declined|decreased|sank|shrank|shrunk|went down|gone down|"
    r"cut|reduced|lowered)\b",
    re.I,
)
EACH = (
    r"(?:each|apiece|a head|per head|per person|for each|a person|per pupil|a pupil|per child|a child|per "
    r"ticket|a ticket|per visitor|per member|a piece|for every|per household|a household)"
)
JOIN = (
    r"[^<>]{0,12}?(?:,|\(|–|—|-|;)\s*(?:and |or |so |that is,? |that’s |which is |which was |that was |mak"
    r"ing |i\.e\.,? |equal to |equivalent to |in other words,? |exactly |just |only |a share of |a total o"
    r"f )*"
)
OF = (
    r"(?:,? (?:\w+ ){0,2})?(?:out )?of (?:the |its |their |all |all the |our |those |these |some |about |a"
    r" total of |total )*"
)
FEW = r"(?: [\w’'-]+){0,3}"
ENDS = r"(?=\s*(?:[.,;:)]|–|—|$))"
SET_OFF = r"(?:,|\(|–|—)\s?(?:or |that is,? |which is |which makes |in other words,? )?"
_HEDGED = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|approximately|over|more than|at least|under|less than|fewer than|"
    r"up to|close to|just|barely|well|only just|as many as|as much as|or so|or more|or less|an estimated|estimated|"
    r"circa|not quite|no more than|no fewer than)\b",
    re.I,
)


_BASIS_POINTS = "basis points"
_OF_A_KNOWN = re.compile(r"\bthan (?:the|its|their|our|his|her) $", re.I)
"""`50 more than the 610` compares with a number, and makes it no rounder."""


class Window:
    """A sentence, or two that belong together, in which each number is one mark such as `<C3>`."""

    def __init__(self, article: Article, sentence: str, start: int, end: int, found: Sequence[Quantity]) -> None:
        self.sentence = sentence
        self.numbers: list[Number] = []
        pieces, marks, place = [], "", start
        for quantity in (one for one in found if one.kind != "ordinal"):  # `on its first day` is no number here
            pieces.append(article.text[place : quantity.start].replace("<", "(").replace(">", ")"))
            before = article.text[max(start, quantity.start - 24) : quantity.start]
            self.numbers.append(_number(_measured(article.text, quantity), before))
            mark = _mark(article.text, quantity)
            marks += mark
            pieces.append(f"<{mark}{len(self.numbers) - 1}>")
            place = quantity.end
        pieces.append(article.text[place:end].replace("<", "(").replace(">", ")"))
        self.text = " ".join("".join(pieces).split())
        self.marks = marks + "S" * (marks.count("P") + marks.count("F"))

    def number(self, mark: str) -> Number:
        """The number behind a mark such as `<C3>`."""
        return self.numbers[int(mark.strip("<>")[1:])]

    def found(self, pattern: re.Pattern[str], *names: str) -> Iterator[tuple[re.Match[str], list[Number]]]:
        """Each match of a pattern, with the numbers behind its marks of these names."""
        for one in pattern.finditer(self.text):
            yield one, [self.number(one[name]) for name in names]

    def tail(self, place: int) -> str:
        """What stands from a place on, as far as it can matter."""
        return self.text[place : place + 40]


_OF_ANOTHER_WORD = re.compile(r"[-‐‑][a-z]", re.I)


def _mark(text: str, quantity: Quantity) -> str:
    """The sign of a kind; X for what no check compares, such as the 30 of `30-seat buses`."""
    is_bound = quantity.kind == "count" and _OF_ANOTHER_WORD.match(text, quantity.end)
    return "X" if is_bound else _MARKS.get(quantity.kind, "X")


_RANGE = re.compile(r"(?P<one>.+?)(?P<between>\s+(?:to|and|until|till)\s+)(?P<other>.+)", re.S)
_SPOKEN = re.compile(
    r"(?<=[,(—–] )(?P<part>(?:exactly |just )?(?:a|one) quarter|half|three quarters)(?=[,).]| of\b)|"
    r"(?<=\bor )(?P<or>half|a quarter|three quarters)(?=[,).]| of\b)",
    re.I,
)
_SPOKEN_VALUES = {"half": "1/2", "quarter": "1/4", "quarters": "3/4"}


def read_numbers(text: str) -> list[Quantity]:
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


def _number(quantity: Quantity, before: str) -> Number:
    value = _value(quantity)
    hedged = bool(quantity.hedge) or bool(_HEDGED.search(before[-16:]) and not _OF_A_KNOWN.search(before))
    step = _step(quantity, value)
    if quantity.value_to is not None:
        other = float(quantity.value_to) if re.fullmatch(r"-?[0-9.]+", quantity.value_to) else value
        low, high = sorted((value, other))
        return Number(quantity, value, (low, high), (low - step, high + step))
    near, far = _room(quantity, value, step)
    if hedged:
        near, far = max(near, 0.05 * abs(value)), max(far, 0.2 * abs(value))
    return Number(quantity, value, (value - near, value + near), (value - far, value + far), hedged)


def _room(quantity: Quantity, value: float, step: float) -> tuple[float, float]:
    """How far a printed number may lie from what was counted: if rounded well, and if rounded carelessly."""
    if quantity.kind == "fraction":
        return min(1.5, 0.06 * value), min(3.5, 0.2 * value)
    if quantity.kind == "percent":
        return 0.51 * step, 1.01 * step
    if value and step / abs(value) >= 0.05 and step >= 1 and _printed(quantity) == f"{value:.0f}":
        return 0.02 * abs(value), 0.03 * abs(value)  # 400 is more often four hundred than some four hundred
    return 0.51 * step, 0.7 * step


def as_exact(*numbers: Number) -> tuple[Number, ...]:
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
    """The digits that are printed, and the point between them: `1200` of `$1,200`, `1.5` of `1.5 million`.

    Several points group thousands, as in `1.234.567`.
    """
    found = re.search(r"\d[\d,.\u00a0 ]*", quantity.text)
    digits = re.sub(r"[^\d.]", "", found[0]).rstrip(".") if found else ""
    return digits if digits.count(".") < 2 else digits.replace(".", "")


def _place(number: Number) -> float:
    """The place of the last digit that is no zero at the end: 10 of `1,260`, 100,000 of `$1.5 million`."""
    step = _step(number.quantity, number.value)
    plain = _printed(number.quantity).replace(".", "")
    return step or 10.0 ** (len(plain) - len(plain.rstrip("0")))


def _value(quantity: Quantity) -> float:
    """Fractions in percent, basis points in percentage points; everything else as it is."""
    if quantity.unit == _BASIS_POINTS:
        return float(quantity.value) / 100
    if quantity.kind == "fraction":
        part, _, whole = quantity.value.partition("/")
        return 100 * float(part) / float(whole or 1)
    return float(quantity.value) if re.fullmatch(r"-?[0-9.]+", quantity.value) else 0.0


def _step(quantity: Quantity, value: float) -> float:
    """The last place that the text prints: 0.1 of `2.5 percent`, 100,000 of `1.2 million`, 1 of `1,203`.

    Two or more zeros at the end may be rounding, so there the last place is that of the digit before them.
    """
    plain = _printed(quantity)
    if quantity.unit == _BASIS_POINTS:
        return 0.01
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


_MEASURE = re.compile(
    r"(?:(?:square|cubic|nautical) )?(?:kilo|mega|giga|tera|milli|centi|micro)?"
    r"(?:metre|meter|gram|tonne|ton|kilo|litre|liter|watt|byte|hertz|volt|joule|bit|mile|yard|feet|foot|inche?|acre|"
    r"hectare|gallon|barrel|pound|ounce|stone|pint|year|quarter|month|fortnight|week|day|hour|minute|second|decade|"
    r"centurie)(?:[ -]hour)?s?|century|degrees .+"
)


def _measure(quantity: Quantity) -> str | None:
    """The unit of what is measured, in one form; None for what is counted, such as pupils."""
    unit = quantity.unit or ""
    if unit in SHORT_UNITS or unit in GLUED_UNITS.values():
        return unit
    return unit.rstrip("s") if _MEASURE.fullmatch(unit.lower()) else None


_NEXT_WORD = re.compile(r"\s([a-z]+)\b")


def _measured(text: str, quantity: Quantity) -> Quantity:
    """With its measure, of which a single one is read without, as in `1 gram`."""
    word = _NEXT_WORD.match(text, quantity.end) if quantity.kind == "count" and quantity.unit is None else None
    return replace(quantity, unit=word[1]) if word and _MEASURE.fullmatch(word[1]) else quantity


def alike(*numbers: Number) -> bool:
    """Whether numbers can be added or divided: all money of one currency, or all counted.

    Not two hours with 90 minutes, nor $200 a month with $2,400 a year; a number without a unit has its neighbour's.
    """
    quantities = [one.quantity for one in numbers]
    kinds = {one.kind for one in quantities}
    currencies = {one.currency for one in quantities if one.kind == "money"}
    measures = {_measure(one) for one in quantities} - {None}
    periods = {one.period for one in quantities} - {None}
    return len(kinds) == 1 and all(len(one) <= 1 for one in (currencies, measures, periods))


_TIMES = {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes"}


def is_time(number: Number) -> bool:
    """Whether it counts hours, days or other times."""
    return (number.quantity.unit or "") in _TIMES


def counts_points(share: Number) -> bool:
    """Whether it counts percentage points, and is no percentage."""
    return "point" in (share.quantity.unit or "")


def added(numbers: Iterable[Number]) -> tuple[tuple[float, float], tuple[float, float]]:
    """The least and the most that numbers can make together, `near` and `far`."""
    numbers = tuple(numbers)
    near = sum(one.near[0] for one in numbers), sum(one.near[1] for one in numbers)
    return near, (sum(one.far[0] for one in numbers), sum(one.far[1] for one in numbers))


def judged(claim: Number, low: float, high: float, *, far: tuple[float, float] | None = None) -> Outcome:
    """How a claim stands to what the sum gives: `low` to `high` as printed, `far` as a careless hand rounds."""
    dust = 1e-9 * max(abs(high), abs(low))  # 12p less 10p is 2p in pounds too
    if claim.near[0] <= high + dust and low - dust <= claim.near[1]:
        return "fits"
    wide_low, wide_high = far or (low, high)
    if claim.far[0] <= wide_high and wide_low <= claim.far[1]:
        return "your_turn"
    return "does_not_fit"


def if_exact(outcome: Outcome, claim: Number, gives: float) -> Outcome:
    """`$18, $14 and $8 million, $42 million in all`: only if each of them is rounded far, so that is the reader's."""
    is_exact = claim.near[0] - 1e-9 <= gives <= claim.near[1] + 1e-9
    return "your_turn" if outcome == "fits" and not is_exact else outcome


CLOSED = re.compile(r"[\s)]*(?:[.,;:!?)”\"–—]|$)")


def unless_it_goes_on(outcome: Outcome, rest: str, closed: re.Pattern[str] = CLOSED) -> Outcome:
    """`30 percent on foot`, `$100 in total after the refund`: words behind a claim may give it another base."""
    return "your_turn" if outcome == "does_not_fit" and not closed.match(rest) else outcome


def made(
    window: Window, kind: str, outcome: Outcome, claim: Number, others: Sequence[Number], working: str, gives: str
) -> Relation:
    """What is told of a claim and the others it is worked out from."""
    places = tuple((one.quantity.start, one.quantity.end) for one in (claim, *others))
    return Relation(kind, outcome, window.sentence, places, f"{working} = {gives}", claim.shown, gives)


def in_percent(value: float) -> str:
    """A value as a percentage, with one digit behind the point at most."""
    return f"{value:,.1f}".removesuffix(".0") + "%"


def in_points(value: float) -> str:
    """A difference of two percentages, which is no percentage."""
    return say("own_article.percentage_points", points=as_plain(value))


def shown_like(number: Number, value: float) -> str:
    """A value as the text prints a number like it."""
    if number.quantity.kind == "percent":
        return in_percent(value)
    return f"{number.quantity.currency} {as_plain(value)}" if number.quantity.currency else as_plain(value)
