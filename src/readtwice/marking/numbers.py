"""A number as a learner types it, and whether it is the one that was asked for.

Rules: a bare number, where a percentage is asked for, is tried as a percentage and as a fraction, and taken if exactly
one of the two fits. An explicit % is never taken for anything else. A comma is a decimal comma (`0,23`), unless exactly
three digits follow it: `1,234` may mean two things and is asked about. A unit may stand before or behind the number, in
the words of the page: `$187 million`, `187 million dollars`, `0.187 billion USD`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from readtwice.figures.units import NAMED_CURRENCIES, SCALES, SYMBOLS, Unit
from readtwice.figures.units import unit as unit_of
from readtwice.words import say, words

MAXIMUM_CHARACTERS = 60
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_POINTS = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d+)")
_APOSTROPHES = re.compile(r"(?<=\d)['’](?=\d{3}(?!\d))")
_ONE_GROUP = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")


class UnreadableNumber(ValueError):
    """Not a number, or one that may mean two things; the message is one sentence for a learner."""


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """What a learner typed: `value` exactly as written, and whether a % sign stood behind it."""

    value: Decimal
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """What counts as the number asked for, both ends included. In percent where `is_percent`."""

    low: Decimal
    high: Decimal
    is_percent: bool = False

    def holds(self, value: Decimal) -> bool:
        return self.low <= value <= self.high


class Fit(StrEnum):
    """How a typed number stands to a range."""

    FITS = "fits"
    FITS_AS_PERCENT = "fits_as_percent"
    """A bare number, taken as a percentage."""
    FITS_AS_FRACTION = "fits_as_fraction"
    """A bare number, taken as a fraction of one."""
    HUNDRED_TIMES_TOO_BIG = "hundred_times_too_big"
    HUNDRED_TIMES_TOO_SMALL = "hundred_times_too_small"
    THOUSANDS_TOO_BIG = "thousands_too_big"
    """A thousand or a million times: thousands, millions and billions mixed up."""
    THOUSANDS_TOO_SMALL = "thousands_too_small"
    UPSIDE_DOWN = "upside_down"
    """The whole divided by the part, or a rate the wrong way round."""
    WRONG_SIGN = "wrong_sign"
    NEARLY = "nearly"
    """Within a tenth of the nearer end: rounded too early or cut off."""
    TOO_SMALL = "too_small"
    TOO_BIG = "too_big"


def read_number(typed: object, unit: str = "") -> TypedNumber:
    """A number out of text, or out of a number that code computed, in the unit that was asked for.

    `unit` is as in a figures file, such as `USD million`. A scale or a unit that was typed is taken into account:
    `0.187 billion` is 187 in `USD million`. Raises UnreadableNumber, also where what was typed is in another unit.
    """
    if is_number(typed):
        try:
            value = Decimal(str(typed))
        except (InvalidOperation, ValueError):
            raise UnreadableNumber(say("number.too_many_digits")) from None
        if not value.is_finite():
            raise UnreadableNumber(say("number.not_finite"))
        return TypedNumber(value)
    if not isinstance(typed, str):
        raise UnreadableNumber(say("number.not_a_number"))
    text = typed.strip().replace("\u2212", "-")
    if len(text) > MAXIMUM_CHARACTERS:
        raise UnreadableNumber(say("number.too_long"))
    asked = unit_of(unit) if unit else None
    digits, named = _taken_apart(text)
    value = _value(digits, asked)
    scales, kinds = named & SCALES.keys(), named - SCALES.keys()
    if asked and kinds - {_kind(asked), "percent"} - ({asked.per} if asked.kind == "rate" else set()):
        raise UnreadableNumber(say("number.other_unit", got=text, unit=asked.words))
    if "percent" in kinds and (scales or len(kinds) > 1):
        raise _not_a_number(asked)
    if scales and asked and asked.kind not in ("money", "persons"):
        raise UnreadableNumber(say("number.other_unit", got=text, unit=asked.words))
    if len(scales) > 1 or len(kinds) > 1:
        raise _not_a_number(asked)
    if scales:
        value = value.scaleb(SCALES[scales.pop()] - (asked.scale if asked else 0))
    elif asked and asked.scale and kinds and abs(value) >= 10**asked.scale:
        value = value.scaleb(-asked.scale)  # `$187,000,000`: written out
    return TypedNumber(value, "percent" in kinds)


def _taken_apart(text: str) -> tuple[str, set[str]]:
    """The digits, and the names of what stands before and behind them: scales, currencies, `percent`, `persons`."""
    known = _known_words()
    longest = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    named: set[str] = set()
    sign = ""
    while True:
        if found := re.match(rf"([+-]?)\s*({longest})(?![^\W\d_])\s*", text, re.IGNORECASE):
            sign, text = sign + found[1], text[found.end() :]
        elif found := re.search(rf"\s*(?<![^\W\d_])({longest})$", text, re.IGNORECASE):
            text = text[: found.start()]
        else:
            return sign + text, named
        word = known[found[found.lastindex or 0].casefold()]
        if word and word in named:
            return "", named  # `$ 3 $`: said twice
        named.add(word)
        named.discard("")


def _known_words() -> dict[str, str]:
    """Every word that may stand beside a number, with what it names; nothing for one that changes nothing."""
    listed: dict[str, list[str]] = words()["number"]["typed"]
    known = {word.casefold(): name for name, some in listed.items() for word in some}
    known |= dict.fromkeys((word.casefold() for name in ("before", "after") for word in listed[name]), "")
    known |= {code.casefold(): code for code in NAMED_CURRENCIES}
    return known | {sign: code for code, sign in SYMBOLS.items()} | {"%": "percent"}


def _kind(asked: Unit) -> str:
    return asked.name if asked.kind in ("money", "rate") else asked.kind


def _value(digits: str, asked: Unit | None) -> Decimal:
    digits = _APOSTROPHES.sub("", digits)
    if _ONE_GROUP.fullmatch(digits):
        plain, decimal = digits.replace(",", ""), digits.replace(",", ".")
        raise UnreadableNumber(say("number.two_meanings", got=digits, plain=plain, decimal=decimal))
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif _GROUPED_BY_POINTS.fullmatch(digits):
        digits = digits.replace(".", "")
    elif not _NUMBER.fullmatch(digits):
        raise _not_a_number(asked)
    return Decimal(re.sub(r"[ \u00a0\u202f]", "", digits).replace(",", "."))


def _not_a_number(asked: Unit | None) -> UnreadableNumber:
    return UnreadableNumber(say("number.not_an_amount" if asked and asked.kind == "money" else "number.not_a_number"))


def is_number(value: object) -> bool:
    """Whether code worked it out as a number: yes and no are none."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def fit(number: TypedNumber, expected: Range) -> Fit:
    """How a typed number stands to what was asked for."""
    value = number.value
    if expected.is_percent and not number.is_percent:
        as_percent, as_fraction = expected.holds(value), expected.holds(value * 100)
        if as_percent != as_fraction:
            return Fit.FITS_AS_PERCENT if as_percent else Fit.FITS_AS_FRACTION
    elif number.is_percent and not expected.is_percent:
        value = value / 100
    if expected.holds(value):
        return Fit.FITS
    if expected.holds(value / 100):
        return Fit.HUNDRED_TIMES_TOO_BIG
    if expected.holds(value * 100):
        return Fit.HUNDRED_TIMES_TOO_SMALL
    for power in (3, 6):
        if expected.holds(value.scaleb(-power)):
            return Fit.THOUSANDS_TOO_BIG
        if expected.holds(value.scaleb(power)):
            return Fit.THOUSANDS_TOO_SMALL
    if value and expected.holds((10_000 if expected.is_percent else 1) / value):
        return Fit.UPSIDE_DOWN
    if expected.holds(-value):
        return Fit.WRONG_SIGN
    end = expected.low if value < expected.low else expected.high
    if abs(value - end) <= abs(end) / 10:
        return Fit.NEARLY
    return Fit.TOO_SMALL if value < expected.low else Fit.TOO_BIG
