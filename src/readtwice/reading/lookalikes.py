"""Digits and number words that are no amounts: names of things, places in a book, times, telephone numbers, scores."""

from __future__ import annotations

import re

from readtwice.reading import quantity_tables as t
from readtwice.reading.numerals import number_in_words
from readtwice.reading.tokens import DASHES, HYPHENS, Tokens

_COMPACT_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
"""`20250210`, as forms write a date; it may as well be a number."""

LONGEST_CHAIN = 12
"""Tokens that are looked through for the end of a telephone number and the like."""


def past_name_at_word(tokens: Tokens, place: int) -> int:
    """The place after a name that holds digits (`F-16`, `MI6`), or a label and its number (`Room 12`); 0 for none."""
    token = tokens[place]
    if tokens.glued(place + 1) and tokens[place + 1].kind == "number":
        end = groups = past_tied(tokens, place + 1)
        while groups < end + LONGEST_CHAIN and re.fullmatch("[0-9]{4}", tokens[groups].text):
            groups += 1  # of an account's number
        return groups + (tokens[groups].kind == "number") if groups > end + 1 else end
    if tokens.hyphen(place + 1) and tokens[place + 2].kind == "number" and token.low not in t.TIED_TO_YEARS:
        return past_tied(tokens, place + 2)
    singular = token.low.removesuffix("s")
    capital = token.text != token.low
    at = place + 1
    if singular == "year":
        return _past_labelled(tokens, at, plural=True) if capital and len(tokens[at].text) <= 2 else 0
    if token.low in ("no", "nos"):
        point = tokens[at].text == "."
        labels = point or (capital and tokens[at].kind == "number")
        at += point
    else:
        labels = singular in t.LABELS or (capital and (singular in t.CAPITAL_LABELS or token.low in t.CAPITAL_LABELS))
    return _past_labelled(tokens, at, plural=token.low.endswith("s")) if labels else 0


def past_name_in_words(tokens: Tokens, place: int) -> int:
    """The place after a capitalised number that is part of a name: `Group of Seven`, `Big Four`, `Six Nations`."""
    if not tokens[place].text[:1].isupper():
        return 0
    number = number_in_words(tokens, place)
    if number is None:
        return 0
    before = any(
        tuple(tokens.low(place - len(words) + step) for step in range(len(words))) == words
        for words in t.NAME_BEFORE_NUMBER
    )
    after = tokens.low(number.end) in t.NAME_AFTER_NUMBER and tokens[number.end].text[:1].isupper()
    return number.end if before or after else 0


def past_telephone_at_sign(tokens: Tokens, place: int) -> int:
    """The place after `+44 20 7946 0958` or `(555) 123-4567`; 0 where there is no such number."""
    if not tokens.glued(place + 1) or tokens[place + 1].kind != "number":
        return 0
    if tokens[place].text == "+":
        digits, end = _chain(tokens, place + 1)
        return end if digits >= 8 and end > place + 2 else 0
    if tokens[place].text == "(" and tokens[place + 2].text == ")" and len(tokens[place + 1].text) in (3, 4, 5):
        digits, end = _chain(tokens, place + 3) if tokens[place + 3].kind == "number" else (0, 0)
        return end if digits >= 6 else 0
    return 0


def past_lookalike(tokens: Tokens, place: int) -> int:
    """The place after digits that are a time, a telephone number, a version, a ratio or a house number; 0 for none."""
    text = tokens[place].text
    if _numbers_a_list(tokens, place):
        return place + 2
    if _COMPACT_DATE.fullmatch(text):
        return past_tied(tokens, place)
    if hours := _past_hours(tokens, place):
        return hours
    following = tokens[place + 1]
    if text.count(".") > 1 and not (following.text in t.SIGNS | t.OTHER_CODES or following.low in t.CURRENCY_WORDS):
        return past_tied(tokens, place)
    if text[0] == "0" and text[1:2].isdecimal():
        return _chain(tokens, place)[1]
    _, end = _chain(tokens, place, hyphens_only=True)
    links = (end - place) // 2
    if links >= 2 or (links == 1 and re.fullmatch("[0-9]{3}", text) and re.match("0[0-9]{3}", tokens[end - 1].text)):
        return end
    if tokens.glued(place + 1) and tokens[place + 1].text in ":×*^_" and tokens[place + 2].kind == "number":
        end = past_tied(tokens, place)
        return end + (tokens[end].text in t.CLOCKS)
    if tokens.hyphen(place + 1) and tokens.low(place + 2) in t.NUMBER_WORDS:
        return place + 3
    for at in range(place + 1, place + 4):
        if tokens[at].kind != "word" or not tokens[at].text[0].isupper() or not tokens[at].gap:
            return 0
        if at > place + 1 and tokens.low(at) in t.STREETS:
            return at + 1
    return 0


def _tells_the_time(tokens: Tokens, place: int) -> bool:
    return tokens[place].text in t.CLOCKS or (tokens.low(place) == "o" and tokens.low(place + 2) == "clock")


def _past_hours(tokens: Tokens, place: int) -> int:
    """The place after `10 a.m.`, `2-3pm`, `3 to 5 p.m.`; 0 for none."""
    if _tells_the_time(tokens, place + 1):
        return place + 2
    joined = tokens[place + 1].text in DASHES or tokens.low(place + 1) in ("to", "and", "or")
    return place + 4 if joined and tokens[place + 2].kind == "number" and tokens[place + 3].text in t.CLOCKS else 0


def past_hour_in_words(tokens: Tokens, place: int) -> int:
    """The place after `half past ten`, `quarter to six`, `six o'clock`, `six p.m.`; 0 for none."""
    hour = number_in_words(tokens, place)
    if hour and _tells_the_time(tokens, hour.end):
        return hour.end + 1
    if tokens.low(place) not in ("half", "quarter") or tokens.low(place + 1) not in ("past", "to"):
        return 0
    number = number_in_words(tokens, place + 2)
    return number.end if number else place + 3 if tokens[place + 2].kind == "number" else 0


def _numbers_a_list(tokens: Tokens, place: int) -> bool:
    """`1. Europe spends`, `2) Germany`, `(3) Britain`, where a line or a sentence begins or in brackets."""
    sign, before = tokens[place + 1], tokens[place - 1]
    if len(tokens[place].text) > 2 or sign.text not in (".", ")") or not tokens.glued(place + 1):
        return False
    if sign.text == ")" and before.text == "(":
        return tokens[place + 2].kind == "word"
    at_the_start = before.kind in ("", "break") or before.text in (".", "!", "?", ":", ";")
    return at_the_start and tokens[place + 2].kind == "word" and tokens[place + 2].text[0].isupper()


def past_tied(tokens: Tokens, place: int) -> int:
    """The place after all numbers and words that are tied to a number, without white space, by nothing or by signs."""
    end = place + 1
    while tokens.glued(end):
        if tokens[end].kind in ("number", "word"):
            end += 1
        elif (
            tokens[end].text in HYPHENS | frozenset(":/×*^_.–")
            and tokens.glued(end + 1)
            and (tokens[end + 1].kind in ("number", "word"))
        ):
            end += 2
        else:
            break
    return end


def _past_labelled(tokens: Tokens, place: int, *, plural: bool) -> int:
    """The place after the number that a label carries, or after several, as in `Articles 5, 6 and 7`."""
    end = _past_one_labelled(tokens, place)
    while end:
        joint = tokens[end].text in DASHES or (
            plural and (tokens[end].text in ",&" or tokens.low(end) in ("and", "or"))
        )
        further = _past_one_labelled(tokens, end + 1) if joint and tokens[end].text else 0
        if not further:
            break
        end = further
    return end


def _past_one_labelled(tokens: Tokens, place: int) -> int:
    if tokens[place].kind == "number":
        end = past_tied(tokens, place)
        if tokens.low(end) in t.SCALES or tokens[end].text == "%" or tokens.low(end) in ("percent", "per", "times"):
            return 0
        if re.match("0[0-9]|[0-9]{3}$", tokens[place].text):
            end = max(end, _chain(tokens, place)[1]) if tokens[end].kind == "number" else end
        return end
    number = number_in_words(tokens, place) if tokens[place].kind == "word" and tokens.low(place) != "a" else None
    if number is None or number.power or tokens.low(number.end) in ("percent", "per", "times"):
        return 0
    return number.end


def _chain(tokens: Tokens, place: int, *, hyphens_only: bool = False) -> tuple[int, int]:
    """How many digits the numbers have that follow each other after hyphens or single spaces, and where they end."""
    digits, end = len(tokens[place].text), place + 1
    while end < place + LONGEST_CHAIN:
        tied = tokens.hyphen(end) or (tokens[end].text in DASHES and tokens.glued(end) and tokens.glued(end + 1))
        if tied and tokens[end + 1].kind == "number":
            digits, end = digits + len(tokens[end + 1].text), end + 2
        elif not hyphens_only and tokens[end].kind == "number" and tokens[end].start - tokens[end - 1].end <= 1:
            digits, end = digits + len(tokens[end].text), end + 1
        else:
            break
    return digits, end
