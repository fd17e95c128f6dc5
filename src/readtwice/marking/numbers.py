"""A number as a learner types it, and whether it is the one that was asked for.

Rules: a bare number, where a percentage is asked for, is tried as a percentage and as a fraction, and taken if exactly
one of the two fits. An explicit % is never taken for anything else. A comma is a decimal comma (`0,23`), unless exactly
three digits follow it: `1,234` may mean two things and is asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from readtwice.words import say

MAXIMUM_CHARACTERS = 60
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
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


def read_number(typed: object) -> TypedNumber:
    """A number out of text, or out of a number that code computed. Raises UnreadableNumber."""
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
    digits, percent = re.subn(r"\s*(?:%|per ?cent)$", "", text, flags=re.IGNORECASE)
    if _ONE_GROUP.fullmatch(digits):
        plain, decimal = digits.replace(",", ""), digits.replace(",", ".")
        raise UnreadableNumber(say("number.two_meanings", got=digits, plain=plain, decimal=decimal))
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif not _NUMBER.fullmatch(digits):
        raise UnreadableNumber(say("number.not_a_number"))
    return TypedNumber(Decimal(re.sub(r"[ \u00a0\u202f]", "", digits).replace(",", ".")), bool(percent))


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
