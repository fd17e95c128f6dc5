"""What stands beside a number and changes it: where that is not understood, nothing may be read.

A reader that takes `5` out of `5 gazillion`, `twice 5`, `per 5` or `5 kr` reports a wrong figure with a straight face.
Every rule here errs on the side of silence.
"""

from __future__ import annotations

import re
import unicodedata

from readtwice.reading import quantity_tables as t
from readtwice.reading.amounts import UNCLEAR, counted_noun, percent_at
from readtwice.reading.numerals import number_in_words
from readtwice.reading.tokens import DASHES, Found, Tokens

_SCALE_LIKE = re.compile(r"\w{0,7}illi(?:on|ard)\w{0,4}|\w{0,6}(?:ilj|ilh|іль|илл|ільй)\w{2,7}")
_OPERATORS = frozenset("×÷*^√=·⋅±′″‱²³")
_BEFORE = frozenset("×÷*^√§¶№±=")
_VOWELS = frozenset("aeiouyäöüéèàáâêëíóôúıøåæœ")


def is_changed(tokens: Tokens, found: Found) -> bool:
    """Whether a neighbour multiplies, divides or renames what was found and was not understood."""
    if found.kind == UNCLEAR:
        return True
    if found.kind in ("money", "percent", "count"):
        return (
            _before(tokens, found)
            or _part_of_a_measure(tokens, found)
            or _after(tokens, found)
            or _after_its_noun(tokens, found)
            or _rated(tokens, found)
            or _looks_like_an_hour_or_a_day(tokens, found)
        )
    if found.kind == "fraction":
        return (
            _part_of_a_number(tokens, found.end) or _before(tokens, found) or _goes_with_a_number(tokens, found.first)
        )
    every = tokens.low(found.first - 1) == "every"  # `every third house` is a share
    return found.kind == "ordinal" and (every or tokens.low(found.end) in t.SCALES)


def _before(tokens: Tokens, found: Found) -> bool:
    place = found.first - 1
    sign = tokens[place]
    if sign.text in _BEFORE or (sign.text == "-" and tokens[place - 1].text == "/"):
        return True
    if sign.text == "(" and not tokens[found.first].gap and tokens[place - 1].text in t.SIGNS:
        return True  # $(5) million: a loss, as accounts write it
    if sign.text == "(" and found.kind == "money" and tokens.low(place - 1) in ("to", "of", "was", "is", "were", "at"):
        return True  # a loss of (£5m)
    if sign.text in ("(", "+", "/", "'", "’") and not sign.gap and not tokens[found.first].gap:
        digits = tokens[place - 1].kind == "number"
        if digits or sign.text == "+" or (sign.text == "/" and found.kind == "count"):
            return True  # `Article 5(2)`, `P5+1`, `5'10"`, `litres/100 km`
    if tokens.low(found.first) == "zero" and tokens.low(place) in t.NAMED_ZEROS:
        return True
    if tokens.low(found.first) == "minus" and (sign.text == "/" or tokens.low(place) == "or"):
        return True  # `plus or minus 3`
    if sign.kind == "sign" and not tokens[found.first].gap:
        if (_is_currency(sign.text) and found.kind != "money") or sign.text.isdigit():
            return True
        short = sign.text in "’‘'" and re.fullmatch("[0-9]{2}", tokens[found.first].text) and found.kind == "count"
        if short and sign.gap and found.unit not in t.COUNTED:
            return True  # ’24 is a year
        if sign.text in (",", ".") and found.kind != "fraction":
            return True  # `-,99 €`
        if sign.text in "/:" and not sign.gap and tokens[place - 1].kind == "number":
            return True
    if tokens.hyphen(place) and tokens[place - 1].kind == "word":
        place -= 1
        if tokens.low(place) == "and" and tokens.low(place - 1 - tokens.hyphen(place - 1)) in t.NUMBER_WORDS:
            return True  # `three-and-twenty`
    low = tokens.low(place)
    if low in t.ARTICLES and tokens[found.first].low not in t.ARTICLES:
        low, place = tokens.low(place - 1), place - 1
        if low in t.MULTIPLYING:
            return True
        return low in ("of", "by") and tokens.low(place - 1) in t.FACTORS | {"times"}
    if low == "and" and tokens.low(place - 1) in ("score", "dozen"):
        return True
    if low == "in" and found.kind == "count" and _counts_one_in(tokens, place, found):
        return True
    if low == "x" and tokens[place - 1].kind == "number":
        return True
    if low == "in" and (tokens.low(place - 1) == "one" or tokens[place - 1].text == "1"):
        return True  # `one in 1.5 million`
    if (
        low == "of"
        and found.kind == "percent"
        and (tokens[place - 1].kind == "number" or _percent_before(tokens, place))
    ):
        return True  # `0.3 of 1 percent`
    if low in ("of", "by"):
        word = tokens.low(place - 1)
        return word in t.CHANGING_BEFORE | t.FACTORS or (low == "of" and _is_a_part(word))
    if low == "to" and {tokens.low(place - 2), tokens.low(place - 3)} & t.FACTORS:
        return True  # `odds of 5 to 1`
    if low in t.NUMBERED and found.kind == "count" and found.unit is None and "." not in found.value:
        return True
    if low in t.CHANGING_BEFORE or (low in t.NUMBER_WORDS and tokens[found.first].kind == "word"):
        return True
    if low == "per":
        return True
    if low in ("every", "each") and (found.unit not in t.MEASURES | t.COUNTED_ONCE or tokens.low(place - 1) == "for"):
        return True
    return _is_an_unknown_currency(tokens, place, found)


def _counts_one_in(tokens: Tokens, place: int, found: Found) -> bool:
    """`one adult in three`: the number before the noun and the one after `in` make a share."""
    number = tokens[place - 2]
    counts = number.low in t.NUMBER_WORDS or number.kind == "number"
    is_one = number.low == "one" or number.text == "1"
    return tokens[place - 1].kind == "word" and counts and (is_one or found.unit is None)


def _after_its_noun(tokens: Tokens, found: Found) -> bool:
    """What comes after the thing that is counted: `10 degrees below zero`, `two hours and a half`, `one in three`."""
    near = max(found.near, found.end)
    word, following = tokens.low(near), tokens.low(near + 1)
    if word == "below" and (following in ("zero", "freezing") or tokens[near + 1].kind != "word"):
        return found.kind == "count"
    if word == "and" and (following == "a" or near == found.end):
        part = tokens.low(near + 1 + (following == "a"))
        if part in t.DENOMINATORS or part in ("something", "odd", "bit"):
            return True
    if found.kind != "count" or not found.unit or word != "in" or near == found.end:
        return False
    number = tokens[near + 1]
    in_words = number.low in t.NUMBER_WORDS and number.low != "one"
    if not in_words and (number.kind != "number" or len(number.text) > 3 or not tokens[near + 2].gap):
        return False
    return counted_noun(tokens, near + 2)[0] is None and not tokens.hyphen(near + 2)


def _part_of_a_measure(tokens: Tokens, found: Found) -> bool:
    """`5ft 10in`, `two hours 30 minutes`: one measure in two units, which is not worked out."""
    near = max(found.near, found.end)
    if found.kind != "count" or found.unit is None:
        before = tokens.low(found.first - 1) if tokens[found.first - 2].kind == "number" else ""
        return found.kind == "count" and before in t.GREATER_UNITS
    before, number = tokens.low(found.first - 1), tokens[near]
    if found.unit in t.LESSER_UNITS and before in t.GREATER_UNITS and tokens[found.first - 2].kind == "number":
        return True
    if found.unit not in t.GREATER_UNITS or number.kind != "number":
        return False
    return tokens.low(near + 1) in t.LESSER_UNITS or (len(number.text) < 3 and tokens[near + 1].kind != "word")


def _scale_in_a_wrapper(tokens: Tokens, place: int) -> bool:
    """Whether a scale follows something put in between: `1.5+ million`, `20-odd thousand`, `3 (three) million`."""
    at = place
    if tokens[place].text in ("(", "["):
        at += 1 + (tokens[place + 1].kind == "number" or tokens.low(place + 1) in t.NUMBER_WORDS)
        closed = tokens[at].text in (")", "]")
        if at == place + 1:
            closed = tokens[at + 1].text in (")", "]")
        at += at > place + 1
        if not closed:
            return False
    elif tokens[place].text in (")", "]", "+") or tokens.low(place) in ("plus", "odd", "some"):
        at += 1
    elif tokens.after(place, ("or", "so")) or (
        tokens.hyphen(place) and tokens.low(place + 1) in ("plus", "odd", "some")
    ):
        at += 2
    word = tokens.low(at + tokens.hyphen(at))
    return at > place and (word in t.SCALES or word in t.SHORT_SCALES or word in t.MULTIPLES)


def _is_a_part(word: str) -> bool:
    return word in t.DENOMINATORS or word in ("half", "quarter", "tenths")


def _is_an_unknown_currency(tokens: Tokens, place: int, found: Found) -> bool:
    """`Sh 5 million`, `COP 28`: letters that may be a currency or a label stand before the number."""
    token = tokens[place]
    if token.kind != "word" or found.kind != "count" or tokens[found.first].kind != "number":
        return False
    if token.text in t.UNKNOWN_MONEY:
        return True
    return 1 < len(token.text) <= 4 and token.text.isupper() and found.unit is None and token.gap


def _after(tokens: Tokens, found: Found) -> bool:
    place = found.end
    token = tokens[place]
    if _scale_in_a_wrapper(tokens, place):
        return True
    if token.kind == "sign":
        return _sign_after(tokens, place, found)
    if token.kind == "number":  # `3 million 400 thousand`, `$5 50`, `5°30`
        scaled = tokens[place - 1].kind == "word" and found.kind == "count" and found.unit is None
        return not token.gap or scaled or (found.kind == "money" and len(token.text) < 4)
    if token.kind != "word":
        return False
    word, noun_follows = token.low, found.near > place
    if word == "x" or (word == "times" and (tokens[place + 1].kind == "number" or _says_a_number(tokens, place + 1))):
        return True
    if noun_follows and (found.kind != "count" or _begins_the_noun(word, found.unit or "")):
        return False
    if word in t.CHANGING_AFTER or _SCALE_LIKE.fullmatch(word) or word in t.SCALES or word in t.PLURAL_SCALES:
        return True
    is_measured = found.unit is not None and not noun_follows
    if found.unit is None and word in t.CURRENCIES_OF_SEVERAL:
        return True
    if found.kind == "count" and not is_measured and not tokens.hyphen(place + 1) and _is_no_plain_word(token.text):
        return True
    if word in t.NUMBER_WORDS and tokens[place - 1].low:  # `nineteen eighty-four`
        return True
    if word == "of" and found.kind != "money" and _is_a_number_of_percent(tokens, place + 1):
        return True
    if (
        found.kind == "count"
        and found.unit is None
        and (_is_a_foreign_date(tokens, found) or _is_shortened(tokens, place))
    ):
        return True
    if found.kind == "count" and tokens[place + 1].text in t.CODES and not is_measured:
        return True
    return found.unit is None and percent_at(tokens, place)[0] is not None


def _percent_before(tokens: Tokens, place: int) -> bool:
    """Whether percent ends right before a place."""
    return tokens[place - 1].text == "%" or tokens.low(place - 1) in ("percent", "cent", "pc", "pct")


def _is_a_number_of_percent(tokens: Tokens, place: int) -> bool:
    number = number_in_words(tokens, place) if tokens.low(place) in t.NUMBER_WORDS else None
    end = number.end if number else place + 1
    return (number is not None or tokens[place].kind == "number") and percent_at(tokens, end)[0] is not None


def _is_a_foreign_date(tokens: Tokens, found: Found) -> bool:
    """`17 sierpnia 2020`, `17 de agosto`: a day, one word, a year."""
    if not re.fullmatch("[12]?[0-9]|3[01]", found.value) or tokens.low(found.end) in t.NEVER_COUNTED:
        return False
    return tokens.low(found.end) == "de" or re.fullmatch("(?:19|20)[0-9]{2}", tokens[found.end + 1].text) is not None


def _is_shortened(tokens: Tokens, place: int) -> bool:
    """Whether an unknown short form follows, whose full stop ends no sentence: `5 xyz. Kč`."""
    point, following = tokens[place + 1], tokens[place + 2]
    money = following.text in t.SIGNS or following.text in t.CODES or following.text in t.OTHER_CODES
    goes_on = money or following.text[:1].islower()
    return len(tokens[place].text) <= 4 and point.text == "." and not point.gap and goes_on


def _begins_the_noun(word: str, unit: str) -> bool:
    return unit.lower().startswith(word) and unit not in t.CHANGING_AFTER


def _says_a_number(tokens: Tokens, place: int) -> bool:
    return tokens.low(place) in t.NUMBER_WORDS or (tokens.low(place) == "a" and tokens.low(place + 1) in t.SCALES)


def _sign_after(tokens: Tokens, place: int, found: Found) -> bool:
    token, following = tokens[place], tokens[place + 1]
    if not token.gap and token.text.isdigit():
        return True  # a digit of another kind: `5𝟎`
    if token.text in ("'", "’", '"') and tokens.glued(place) and tokens.glued(place + 1) and following.kind == "number":
        return True  # `5'10"`
    if token.text in _OPERATORS or (token.text == "%" and found.kind != "percent"):
        return True
    if token.text == "/" and (token.gap or following.kind in ("number", "word")) and found.period is None:
        return found.near <= place
    if token.text == "-" and not token.gap and tokens.glued(place + 1):
        return _tied_word(tokens, place + 1, found)
    if token.text == "." and not token.gap and tokens.glued(place + 1):
        return re.fullmatch("[IVX]+", following.text) is not None  # `17.VIII.2020`
    if token.text == "," and not token.gap and following.text in DASHES and not following.gap:
        return True  # `5,- €`
    shortened = token.text == "." and tokens.low(place - 1) in t.MAY_HAVE_A_POINT
    if shortened and found.kind != "money" and following.text[:1].islower():
        return True
    return _is_currency(token.text) and following.kind != "number" and found.kind != "money"


def _tied_word(tokens: Tokens, place: int, found: Found) -> bool:
    """Whether a hyphen ties something to a number that was not understood: `20-fold`, `5-a-side`, `20-something`."""
    if found.near > place or tokens.low(place) in t.AFTER_A_HYPHEN:
        return False
    word = tokens[place]
    if tokens.glued(place + 1) and tokens[place + 1].kind == "number":
        return True  # `2024-W33`
    if (
        word.kind == "word"
        and found.kind == "count"
        and not word.text[0].isupper()
        and not _SCALE_LIKE.fullmatch(word.low)
    ):
        return word.low in t.NEVER_COUNTED or word.low in t.CHANGING_AFTER or word.low in t.NUMBER_WORDS
    return word.kind != "word" or word.low in t.CHANGING_AFTER or _SCALE_LIKE.fullmatch(word.low) is not None


def _is_no_plain_word(text: str) -> bool:
    """Whether a token looks like a unit, a scale or another script's word: `Tcf`, `kbd`, `x`, `万`, not like a word."""
    if len(text) == 1:
        return text not in "aAIOo&"
    if not text[0].isascii() and not unicodedata.name(text[0], "").startswith("LATIN"):
        return True
    if text.isupper() or (text.endswith("s") and len(text) > 4):
        return False
    if not text[1:].islower():
        return not text[0].isupper() or len(text) <= 4
    return len(text) <= 5 and not _VOWELS & set(text.lower())


def _rated(tokens: Tokens, found: Found) -> bool:
    """Whether a `per` follows that is not understood, after the number or what it counts."""
    place = max(found.near, found.end)
    per = tokens.low(place + tokens.hyphen(place)) == "per"
    if per and found.period is None and not (found.unit or "").startswith("per "):
        return True
    every = tokens.after(place, ("for", "every")) or tokens.after(place, ("for", "each"))
    if every and (found.kind == "count" or tokens[every].kind == "number" or tokens.low(every) in t.NUMBER_WORDS):
        return True
    if found.kind == "count" and found.unit is None and tokens.low(found.end) and tokens.low(found.end + 1):
        further = found.end + 1  # past a noun that is not known: `1 doctor per 1,000 people`
        if tokens.low(further) == "per" or tokens.after(further, ("for", "every")):
            return True
    return found.kind == "count" and found.period is None and tokens[place].text == "/" and tokens.glued(place)


def _looks_like_an_hour_or_a_day(tokens: Tokens, found: Found) -> bool:
    bare = found.kind == "count" and found.unit is None and found.value_to is None
    before = tokens.low(found.first - 1)
    if bare and before in t.DAY_CUES and tokens[found.end].text == ".":
        return re.fullmatch(r"[0-3]?[0-9]\.[01]?[0-9]", tokens[found.first].text) is not None  # `on 17.08.`
    return bare and before in t.HOUR_CUES and bool(re.fullmatch("[0-9]|1[0-9]|2[0-4]", found.value))


def _part_of_a_number(tokens: Tokens, place: int) -> bool:
    """`a third of a million`, `two thirds of one percent`: what it is a part of would have to be worked out."""
    at = tokens.after(place, ("of",)) or place
    article = tokens.low(at) in ("a", "an", "one")
    at += article
    at += tokens.hyphen(at)
    word = tokens.low(at)
    scaled = (
        word in t.SCALES or word in ("hundred", "dozen", "point", "points") or percent_at(tokens, at)[0] is not None
    )
    return scaled or bool(_SCALE_LIKE.fullmatch(word))


def _goes_with_a_number(tokens: Tokens, place: int) -> bool:
    """`two and a third`: the whole number before it was not taken in."""
    if tokens[place - 1].kind == "number" and tokens[place].text[:1].isdigit():
        return True
    if tokens.low(place - 1) != "and" or tokens.low(place - 3) == "between":
        return False
    before = tokens[place - 2]
    if before.low in t.COUNTED_ONCE | t.MEASURES | t.PERIODS:
        return True  # `an hour and a half`
    in_digits = before.kind == "number" and len(before.text) <= 3
    return in_digits or before.low in t.NUMBER_WORDS or before.low == "dozen"


def _is_currency(text: str) -> bool:
    return len(text) == 1 and unicodedata.category(text) == "Sc"
