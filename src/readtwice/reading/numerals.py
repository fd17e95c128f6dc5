"""Numbers written in digits or in words, as exact decimals; nothing here ever goes through a binary fraction."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact
from typing import NamedTuple

from readtwice.reading.quantity_tables import (
    BARE_SCALES,
    DENOMINATORS,
    DIGITS,
    HEDGE_WORDS,
    NUMBER_WORDS,
    PLURAL_SCALES,
    POINT_ZERO,
    SCALES,
    TENS,
    VULGAR,
)
from readtwice.reading.tokens import Tokens

LONGEST = 40
"""Digits. What is longer is no number that a person reads, and is passed over."""

EXACT = Context(prec=200, traps=[Inexact])
"""Any sum of numbers as long as LONGEST fits; a result that had to be rounded would raise Inexact."""

_SPACES = re.compile("[\u00a0\u2009\u202f'’]")
_PLAIN = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|\.[0-9]+")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_LAKHS = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}")
_POINTS_FOR_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})")
_DECIMAL_COMMA = re.compile(r"(?:0|[1-9][0-9]*),[0-9]+")


class Numeral(NamedTuple):
    """`mantissa` times ten to the power of `power`; `end` is the token after it."""

    mantissa: Decimal
    power: int
    end: int


def decimal_of(digits: str, *, marked: bool) -> Decimal | None:
    """The number that a row of digits, commas and points writes; None where that is not certain.

    A comma followed by groups of three digits separates thousands: `1,234` and `€1,234` are above a thousand. A comma
    followed by any other count of digits is a decimal comma, but only where a currency, a percent sign or a scale
    marks the number as one (`€3,5`, `2,75 %`, `3,5 million`) or where it begins with `0,`. A bare `3,5` may be a list
    and gives None. One point is always a decimal point; points separate thousands only where there are two or more,
    or a comma after them, and the number is marked (`€1.234,56`). A whole number with a leading zero is a code.
    """
    digits = _SPACES.sub("", digits)
    if len(digits) > LONGEST:
        return None
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    if _THOUSANDS.fullmatch(digits) or _LAKHS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if marked and _POINTS_FOR_THOUSANDS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if (marked or digits.startswith("0,")) and _DECIMAL_COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return None


def shifted(number: Decimal, power: int) -> Decimal:
    """A number times a power of ten, exactly: only its exponent changes."""
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent + power))


def exact_string(number: Decimal) -> str:
    """A number in plain digits: no exponent, no zeros at the end of its decimals."""
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain


def quotient(numerator: int, denominator: int) -> Decimal | None:
    """A fraction as a decimal; None where no finite decimal equals it, such as 1/3."""
    try:
        return EXACT.divide(Decimal(numerator), Decimal(denominator))
    except Inexact:
        return None


def vulgar_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Numerator and denominator of a character such as ½."""
    return VULGAR.get(tokens[place].text)


def spaced_groups(tokens: Tokens, place: int) -> tuple[str, int]:
    """The digits at a place, with the groups of three after single spaces (`10 000`), and where they end."""
    digits, end = tokens[place].text, place + 1
    if not re.fullmatch(r"[1-9][0-9]{0,2}", digits):
        return digits, end
    while (
        re.fullmatch(r"[0-9]{3}(?:[.,][0-9]{1,2})?", tokens[end].text)
        and tokens[end].start - tokens[end - 1].end == 1
        and digits.isdecimal()
        and len(digits) < LONGEST
    ):
        digits += tokens[end].text
        end += 1
    return digits, end


def number_in_words(tokens: Tokens, place: int) -> Numeral | None:
    """A number in words: `twenty-three`, `two hundred and five`, `a million`, `three million, four hundred thousand`.

    Also with decimals: `two point five`, `one point two million`.
    """
    if with_decimals := _decimals_in_words(tokens, place):
        number, end = with_decimals
        power, end = _scale_words(tokens, end)
        return Numeral(number, power, end)
    total, lowest, end, only = 0, 99, place, None
    while True:
        comma = bool(total) and tokens[end].text == "," and _goes_on_after_comma(tokens, end + 1, lowest)
        read = _below_thousand(tokens, end + comma, first=end == place)
        if read is None:
            break
        small, after = read
        scale, after = _scale_words(tokens, after)
        if scale >= lowest or (total and not small):
            break
        only = (small, scale) if end == place else None
        total += small * 10**scale
        lowest, end = scale, after
        if not scale:
            break
        joined = tokens.after(end, ("and",))
        if joined and (below := _below_hundred(tokens, joined)) and not _scale_words(tokens, below[1])[0]:
            if tokens.low(below[1]) in ("hundred", "point"):
                break
            total, end, only = total + below[0], below[1], None
            break
    if end == place:
        return None
    small, scale = only or (total, 0)
    return Numeral(Decimal(small), scale, end)


def _goes_on_after_comma(tokens: Tokens, place: int, lowest: int) -> bool:
    """Whether a comma only parts a scale from a lower one: `two million, three hundred thousand`."""
    read = _below_thousand(tokens, place, first=False)
    return read is not None and 0 < _scale_words(tokens, read[1])[0] < lowest


def _decimals_in_words(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """`two point five`, `zero point oh four`: the number and where it ends."""
    whole = _below_thousand(tokens, place, first=False) or ((0, place + 1) if tokens.low(place) in POINT_ZERO else None)
    if whole is None or tokens.low(place) in ("oh", "o") or tokens.low(whole[1]) != "point":
        return None
    digits, end = "", whole[1] + 1
    while (word := tokens.low(end)) in DIGITS or word in POINT_ZERO:
        digits += str(DIGITS.get(word, 0))
        end += 1
    return (Decimal(f"{whole[0]}.{digits}"), end) if digits else None


def added_part(tokens: Tokens, place: int) -> tuple[Decimal | None, int]:
    """What is added to the whole number before it, and where it ends: 0 if nothing, None if no decimal equals it.

    `and a half`, `and three quarters`, `and 1/2`, `½` (tied or after a space), ` 1/2`, `-1/2`.
    """
    at = place + 1 if tokens.hyphen(place) else place
    if joined := tokens.after(at, ("and",)):
        joined += tokens.hyphen(joined)
        fraction = _part_in_words(tokens, joined) or part_in_digits(tokens, joined)
    elif vulgar_at(tokens, at) and tokens[at].start - tokens[at - 1].end <= 1:
        fraction = *VULGAR[tokens[at].text], at + 1
    else:
        fraction = part_in_digits(tokens, at) if at > place or tokens[at].gap else None
    return (quotient(*fraction[:2]), fraction[2]) if fraction else (Decimal(0), place)


def _part_in_words(tokens: Tokens, place: int) -> tuple[int, int, int] | None:
    """Numerator, denominator and end of `a half`, `three quarters`, `two-thirds`."""
    word = tokens.low(place)
    numerator = 1 if word in ("a", "one") else DIGITS.get(word, 0)
    at = place + 2 if tokens.hyphen(place + 1) else place + 1
    denominator = DENOMINATORS.get(tokens.low(at), 0)
    return (numerator, denominator, at + 1) if 0 < numerator < denominator else None


def part_in_digits(tokens: Tokens, place: int) -> tuple[int, int, int] | None:
    """Numerator, denominator and end of `1/2`, `3/4`; None for what may be a date or a share of something else."""
    top, slash, bottom = (tokens[place + step] for step in range(3))
    if slash.text not in ("/", "\u2044") or not tokens.glued(place + 1) or not tokens.glued(place + 2):
        return None
    if not re.fullmatch("[1-9]", top.text) or not re.fullmatch("[2-9]|10|12|16|32|64", bottom.text):
        return None
    further = tokens[place + 3].text == "/" and tokens.glued(place + 3)
    if int(top.text) >= int(bottom.text) or further or (tokens.glued(place + 3) and tokens[place + 3].kind == "word"):
        return None
    return int(top.text), int(bottom.text), place + 3


def _scale_words(tokens: Tokens, place: int) -> tuple[int, int]:
    """The power of ten that up to two words of scale give, tied by hyphens or not, and where they end."""
    power = 0
    for _ in range(2):
        at = place + 1 if tokens.hyphen(place) else place
        word = tokens.low(at)
        if word not in SCALES and word not in PLURAL_SCALES:
            break
        power, place = power + (SCALES.get(word) or PLURAL_SCALES[word]), at + 1
    return power, place


def _below_thousand(tokens: Tokens, place: int, *, first: bool) -> tuple[int, int] | None:
    """A number below a thousand; `first` allows `a hundred`, `a million` (as 1), `a dozen`, and `Hundred` alone."""
    if first and tokens.low(place) in ("a", "an"):
        at = place + 2 if tokens.hyphen(place + 1) else place + 1
        if tokens.low(at) in SCALES:
            return 1, at
        if tokens.low(at) not in ("hundred", "dozen"):
            return None
        read: tuple[int, int] | None = (1, at)
    elif first and tokens.low(place) in BARE_SCALES and _may_lack_an_article(tokens, place):
        if tokens.low(place) != "hundred":
            return 1, place
        read = 1, place
    else:
        read = _below_hundred(tokens, place)
    if read is None:
        return None
    number, end = read
    at = end + 1 if tokens.hyphen(end) else end
    if tokens.low(at) == "dozen":
        return number * 12, at + 1
    if tokens.low(at) != "hundred":
        return number, end
    number, end = number * 100, at + 1
    more = tokens.after(end, ("and",)) or end
    rest = _below_hundred(tokens, more)
    return (number + rest[0], rest[1]) if rest and rest[0] else (number, end)


def _may_lack_an_article(tokens: Tokens, place: int) -> bool:
    """Whether a sentence, or what a hedge is about, begins here: `Hundred thousand people`, `over million people`."""
    before, following = tokens[place - 1], tokens[place + 1]
    begins = tokens[place].text[:1].isupper() and before.kind in ("", "break", "sign")
    return (begins or before.low in HEDGE_WORDS) and not following.text[:1].isupper()


def _below_hundred(tokens: Tokens, place: int) -> tuple[int, int] | None:
    word = tokens.low(place)
    if word not in NUMBER_WORDS:
        return None
    number, end = NUMBER_WORDS[word], place + 1
    if word in TENS:
        at = end + 1 if tokens.hyphen(end) else end
        if tokens.low(at) in DIGITS:
            return number + DIGITS[tokens.low(at)], at + 1
    return number, end
