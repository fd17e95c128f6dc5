"""Shares (`a third`, `two-thirds`, `1 in 5`) and places in a row (`26th`, `second`), in digits or in words."""

from __future__ import annotations

import re

from readtwice.reading import quantity_tables as t
from readtwice.reading.numerals import decimal_of, exact_string, number_in_words
from readtwice.reading.tokens import Found, Tokens

_JOINTS = ("in", "out", "per", "of")


def fraction_in_words(tokens: Tokens, place: int) -> tuple[int, int, int] | None:
    """Numerator, denominator and end of `a third`, `two-thirds`, `3 quarters`, `half`; None where they mean a place.

    `a third` is a share if what follows it is a sign or a word such as `of`, `in`, `more`; before a noun it is a place
    (`a third term`). A quarter may also be three months, so it needs `of`, a hyphen, or a hedge or `by` before it.
    """
    if tokens.low(place) == "half":
        return (1, 2, place + 1) if _half_is_a_share(tokens, place) else None
    numerator, end = _numerator(tokens, place)
    at = end + 1 if tokens.hyphen(end) else end
    word = tokens.low(at)
    if not 0 < numerator < t.DENOMINATORS.get(word, 0) or word.endswith("s") != (numerator != 1):
        return None
    fraction = numerator, t.DENOMINATORS[word], at + 1
    following, sure = tokens[at + 1], at > end and word != "half"
    if tokens.hyphen(at + 1) and following.text != "":
        return None
    if word.startswith("quarter"):
        hedged = tokens.low(place - 1) in t.HEDGE_WORDS | {"by", "than"}
        return fraction if sure or hedged or following.low == "of" else None
    if tokens.low(place) in ("a", "an") and word != "half":
        return fraction if following.kind != "word" or following.low in t.FRACTION_GOES_ON else None
    return fraction


def part_in_words(tokens: Tokens, place: int) -> tuple[int, int, int] | None:
    """Numerator, denominator and end of what may be a part of a scale: `half`, `a quarter`, `three-quarter`."""
    if tokens.low(place) in ("half", "quarter"):
        return 1, t.DENOMINATORS[tokens.low(place)], place + 1
    numerator, end = _numerator(tokens, place)
    at = end + 1 if tokens.hyphen(end) else end
    denominator = t.DENOMINATORS.get(tokens.low(at), 0)
    return (numerator, denominator, at + 1) if 0 < numerator < denominator else None


def fraction_at(tokens: Tokens, place: int) -> Found | None:
    """`a third`, `2/3 of`."""
    at = place + 2 if tokens.hyphen(place + 1) else place + 1
    in_words = tokens[place].kind == "word" or tokens.low(at) in t.DENOMINATORS
    if in_words and (words := fraction_in_words(tokens, place)):
        numerator, denominator, end = words
        return Found(place, end, "fraction", f"{numerator}/{denominator}")
    top, slash, bottom = (tokens[place + step] for step in range(3))
    if slash.text != "/" or not tokens.glued(place + 1) or not tokens.glued(place + 2):
        return None
    digits = re.fullmatch("[1-9]", top.text) and re.fullmatch("[1-9]|10", bottom.text)
    if digits and int(top.text) < int(bottom.text) and tokens.low(place + 3) in ("of", "majority"):
        return Found(place, place + 3, "fraction", f"{top.text}/{bottom.text}")
    return None


def ratio_at(tokens: Tokens, place: int) -> Found | None:
    """`one in five`, `1-in-5`, `one in every five`, `12 in 1,000`, `nine out of 10`, `12 per 1,000`."""
    if tokens[place].kind == "number" and tokens.low(place + 1 + tokens.hyphen(place + 1)) not in _JOINTS:
        return None
    numerator, end = _whole_number(tokens, place)
    at = end + tokens.hyphen(end)
    joint, out_of = tokens.low(at), tokens.after(at, ("out", "of"))
    if not numerator or joint not in _JOINTS or (joint == "of" and tokens.low(at + 1) != "every"):
        return None
    at = out_of or at + 1
    at += tokens.hyphen(at)
    every = tokens.low(at) in ("every", "each")
    at += every
    denominator, end = _whole_number(tokens, at)
    power = t.SCALES.get(tokens.low(end), 0) if tokens[at].kind == "number" else 0
    denominator, end = denominator * 10**power, end + (power > 0)
    if not 0 < numerator < denominator or re.fullmatch("1[5-9][0-9]{2}|20[0-9]{2}", tokens[at].text):
        return None
    if joint == "per" and denominator not in (100, 1000, 10_000, 100_000, 1_000_000):
        return None
    if tokens.glued(end) and (tokens[end].kind == "word" or tokens[end].text in ":/%"):
        return None
    share = Found(place, end, "fraction", f"{numerator}/{denominator}")
    if out_of or every or joint == "per" or (numerator == 1 and not _is_a_time(tokens, end)):
        return share
    return share if _is_a_share(tokens, place, end, denominator) else None


def _is_a_share(tokens: Tokens, place: int, end: int, denominator: int) -> bool:
    """Whether `two in five` is a share, and not two of one thing in five of another: `scored two in five games`."""
    if _is_a_time(tokens, end):
        return False
    if denominator in (10, 100) or tokens.hyphen(place + 1):
        return True
    before = tokens[place - 1]
    begins = before.kind in ("", "break", "sign") or before.low in t.BEFORE_A_SHARE or before.low in t.HEDGE_WORDS
    return begins and tokens.low(end) not in t.HAPPENINGS


def _is_a_time(tokens: Tokens, place: int) -> bool:
    """Whether what follows a number makes it a stretch of time, a sum or a percentage: `one in five years`."""
    word = tokens.low(place + tokens.hyphen(place))
    more = word in t.SCALES or word in t.CURRENCY_WORDS or word in ("hundred", "percent", "per")
    return more or word in t.PERIODS or word.removesuffix("s") in t.PERIODS or tokens[place].text in t.SIGNS | {"%": ""}


def ordinal_in_digits(tokens: Tokens, place: int) -> Found | None:
    """`26th`, `1,000th`. The ending must be the right one: `11st` is a weight in stones."""
    if not tokens.glued(place + 1) or tokens.low(place + 1) not in ("st", "nd", "rd", "th"):
        return None
    number = decimal_of(tokens[place].text, marked=False)
    if number is None or number != int(number) or not number:
        return None
    last = int(number) % 100
    ending = "th" if 10 < last < 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return Found(place, place + 2, "ordinal", exact_string(number)) if tokens.low(place + 1) == ending else None


def ordinal_in_words(tokens: Tokens, place: int) -> Found | None:
    """`the first`, `second`, `twenty-sixth`; not `at first`, `wait a second`, `Third, he said`, `third-party`."""
    word = tokens.low(place)
    if word in t.TENS:
        at = place + 2 if tokens.hyphen(place + 1) else place + 1
        last = t.ORDINALS.get(tokens.low(at), 10)
        return Found(place, at + 1, "ordinal", str(t.TENS[word] + last)) if last < 10 else None
    if word not in t.ORDINALS:
        return None
    before, after = tokens.low(place - 1), tokens.low(place + 1 + tokens.hyphen(place + 1))
    determined = before in t.DETERMINERS
    if not before and tokens[place + 1].text == ",":
        return None
    if word == "first" and not determined and after not in t.FIRST_OF:
        return None
    if word == "second" and before in ("a", "per", "each", "split", "one"):
        determined = bool(after) and after not in t.NOT_AFTER_SECOND | t.NEVER_COUNTED
        if not determined:
            return None
    if word == "second" and not determined and before not in t.RANKED and (not after or after in t.NEVER_COUNTED):
        return None
    if (word, after) in t.NO_ORDINALS:
        return None
    return Found(place, place + 1, "ordinal", str(t.ORDINALS[word]))


def _half_is_a_share(tokens: Tokens, place: int) -> bool:
    before, after = tokens.low(place - 1), tokens.low(place + 1)
    if tokens.hyphen(place + 1):
        return tokens.low(place + 2) in ("a", "an")
    if after == "past" or before in t.ORDINALS:
        return False
    return after in t.HALF_GOES_ON or before in t.HALF_COMES_AFTER


def _numerator(tokens: Tokens, place: int) -> tuple[int, int]:
    if tokens.low(place) in ("a", "an"):
        return 1, place + 1
    number, end = _whole_number(tokens, place)
    return (number, end) if number < 100 else (0, place)


def _whole_number(tokens: Tokens, place: int) -> tuple[int, int]:
    """A whole number in digits or words, and its end; 0 where none stands."""
    if tokens[place].kind == "number":
        number = decimal_of(tokens[place].text, marked=False)
        return (int(number), place + 1) if number is not None and number == int(number) else (0, place)
    words = number_in_words(tokens, place) if tokens.low(place) in t.NUMBER_WORDS or tokens.low(place) == "a" else None
    if words and words.mantissa != int(words.mantissa):
        return 0, place
    return (int(words.mantissa) * 10**words.power, words.end) if words else (0, place)
