"""Amounts: money, percentages, counts and fractions, with their units and periods, alone or as a range."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from readtwice.reading import quantity_tables as t
from readtwice.reading.fractions_and_ordinals import fraction_in_words
from readtwice.reading.numerals import (
    EXACT,
    Numeral,
    added_part,
    decimal_of,
    exact_string,
    number_in_words,
    quotient,
    shifted,
    spaced_groups,
    vulgar_at,
)
from readtwice.reading.tokens import DASHES, HYPHENS, Found, Tokens

MINUS = frozenset("-−–")

NOUN_WITHIN = 4
"""Words after a number among which the noun that it counts may stand: `3,000 newly trained Ukrainian troops`."""


class Amount(NamedTuple):
    """One number and all that is tied to it, before its period and its counted noun are looked for."""

    first: int
    end: int
    mantissa: Decimal
    power: int
    kind: str
    currency: str | None
    unit: str | None

    @property
    def value(self) -> Decimal:
        return shifted(self.mantissa, self.power)

    @property
    def bare(self) -> bool:
        """A number with neither currency, percent nor unit."""
        return self.kind == "count" and self.unit is None


def amount_or_range(tokens: Tokens, place: int) -> Found | None:
    """The amount that begins at a place; two that make a range are one."""
    low = amount(tokens, place)
    if low is None:
        return None
    joined = _joined(tokens, low)
    high = low
    if joined:
        low, high = joined
    elif _is_a_plain_one(tokens, low):
        return None
    end, period = period_at(tokens, high.end)
    unit, kind = high.unit, high.kind
    if unit is None and kind == "money":
        end_of_thing, unit = _per_thing(tokens, high.end)
        end = max(end, end_of_thing)
    if unit is None and kind == "count" and period is None:
        plus = tokens[high.end].text == "+" and tokens.glued(high.end)
        unit, after_unit = counted_noun(tokens, high.end + plus)
        _, period = period_at(tokens, after_unit) if unit else (0, None)
    return Found(
        low.first,
        end,
        kind,
        exact_string(low.value),
        exact_string(high.value) if joined else None,
        unit,
        high.currency,
        period,
    )


def amount(tokens: Tokens, place: int) -> Amount | None:
    """One amount: an optional minus or plus, a currency before, digits or words, scale, percent or currency after."""
    first, negative = place, False
    if tokens[place].text in MINUS | {"+"} and tokens.glued(place + 1) and not tokens.glued(place):
        negative = tokens[place].text != "+"
        place += 1
    elif tokens.low(place) == "minus":
        negative, place = True, place + 1
    currency, place = _currency_before(tokens, place)
    if currency and tokens[place].text in MINUS and tokens.glued(place + 1):
        negative, place = True, place + 1
    numeral = _in_digits(tokens, place, money=currency is not None) or _in_words_or_parts(tokens, place)
    if numeral is None:
        return None
    if negative:
        numeral = numeral._replace(mantissa=numeral.mantissa.copy_negate())
    kind, unit, end = "money" if currency else "count", None, numeral.end
    if tokens[end].kind not in ("word", "sign"):
        pass
    elif currency:
        end += tokens[end].text == currency
    elif (percent := _percent(tokens, end))[0]:
        (unit, end), kind = percent, "percent"
    elif coins := _coins_after(tokens, end):
        (currency, end), kind = coins, "money"
        numeral = numeral._replace(power=numeral.power - 2)
    elif (named := _currency_after(tokens, end, scaled=numeral.power > 0, first=first))[0]:
        (currency, end), kind = named, "money"
    else:
        unit, end = _short_unit(tokens, end)
    return Amount(first, end, numeral.mantissa, numeral.power, kind, currency, unit)


# --- the number itself -------------------------------------------------------------------------------------------


def _in_digits(tokens: Tokens, place: int, *, money: bool) -> Numeral | None:
    vulgar = vulgar_at(tokens, place)
    if vulgar is not None:
        part = quotient(*vulgar)
        power, end = _scale(tokens, place + 1, money=money)
        marked = money or power or _percent(tokens, end)[0]
        return Numeral(part, power, end) if part is not None and marked and _ends_cleanly(tokens, end) else None
    if tokens[place].kind != "number":
        return None
    digits, end = spaced_groups(tokens, place)
    added, end = added_part(tokens, end)
    power, end = _scale(tokens, end, money=money)
    marked = money or power > 0 or bool(_percent(tokens, end)[0]) or bool(_currency_after_sign(tokens, end)[0])
    number = decimal_of(digits, marked=marked)
    if number is None or not _ends_cleanly(tokens, end):
        return None
    return Numeral(EXACT.add(number, added) if added else number, power, end)


def _in_words_or_parts(tokens: Tokens, place: int) -> Numeral | None:
    """`three million`, `two and a half million`, `half a million`, `a quarter of a billion`, `half a percent`."""
    if tokens.low(place) not in t.STARTERS:
        return None
    if fraction := fraction_in_words(tokens, place):
        numerator, denominator, end = fraction
        at = tokens.after(end, ("of",)) or (end + 1 if tokens.hyphen(end) else end)
        part = quotient(numerator, denominator)
        if part is None or tokens.low(at) not in ("a", "an"):
            return None
        at = at + 2 if tokens.hyphen(at + 1) else at + 1
        if tokens.low(at) == "dozen":
            return Numeral(part * 12, 0, at + 1)
        power, after = _scale(tokens, at, money=False)
        return Numeral(part, power, after) if power or _percent(tokens, at)[0] else None
    numeral = number_in_words(tokens, place)
    if numeral is None:
        return None
    added, end = added_part(tokens, numeral.end)
    if not added:
        return numeral
    power, end = _scale(tokens, end, money=False)
    return Numeral(EXACT.add(numeral.mantissa, added), numeral.power + power, end)


def _scale(tokens: Tokens, place: int, *, money: bool) -> tuple[int, int]:
    """The power of ten of `m`, `bn`, `-billion`, `hundred thousand` and the like, and where it ends."""
    letters = t.MONEY_LETTER_SCALES if money else t.LETTER_SCALES
    word = tokens.low(place)
    if word in t.SHORT_SCALES:
        return t.SHORT_SCALES[word], place + 1
    if word in letters and (tokens.glued(place) or (money and word == "m")):
        metres = (
            word == "m" and not money and (tokens.low(place + 1) in t.METRES or tokens[place + 1].text in ("²", "³"))
        )
        if not metres and tokens[place + 1].text != "/":
            return letters[word], place + 1
    power = 0
    for _ in range(2):
        at = place + 1 if tokens.hyphen(place) else place
        word = tokens.low(at)
        if word not in t.SCALES and not (word == "hundred" and not power):
            break
        power, place = power + t.SCALES.get(word, 2), at + 1
    return power, place


def _ends_cleanly(tokens: Tokens, place: int) -> bool:
    """Whether no letters, colon or slash with digits are tied to a number, which would make it a code or a time."""
    if not tokens.glued(place):
        return True
    following = tokens[place]
    if following.kind in ("word", "number"):
        a_unit = (
            following.text in t.SHORT_UNITS or following.text in t.GLUED_UNITS or following.text in ("pc", "p", "m")
        )
        return a_unit and not (following.text == "p" and tokens[place - 1].text in t.SCREENS)
    return following.text not in ":/×*^_" or not tokens.glued(place + 1) or tokens[place + 1].kind != "number"


# --- what is tied to it ------------------------------------------------------------------------------------------


def _currency_before(tokens: Tokens, place: int) -> tuple[str | None, int]:
    token = tokens[place]
    if token.text in t.SIGNS:
        return t.SIGNS[token.text], place + 1
    if token.kind != "word":
        return None, place
    if tokens[place + 1].text == "$" and token.text in t.BEFORE_DOLLAR:
        return (t.BEFORE_DOLLAR[token.text], place + 2) if tokens.glued(place + 1) else (None, place)
    code = token.text if token.text in t.CODES else t.OTHER_CODES.get(token.text)
    if code:
        at = place + 1
        if tokens[at].text == "." and token.text in t.OTHER_CODES:
            at += 1
        if tokens[at].text in t.SIGNS:
            at += 1
        if tokens[at].kind == "number":
            return code, at
    return None, place


def _currency_after_sign(tokens: Tokens, place: int) -> tuple[str | None, int]:
    """`3,5 €`, `100$`: a sign or code that follows a number and does not belong to the next."""
    token = tokens[place]
    if token.text in t.SIGNS and tokens[place + 1].kind != "number":
        return t.SIGNS[token.text], place + 1
    if token.text in t.CODES and tokens[place + 1].kind != "number":
        return token.text, place + 1
    return None, place


def _currency_after(tokens: Tokens, place: int, *, scaled: bool, first: int) -> tuple[str | None, int]:
    currency, end = _currency_after_sign(tokens, place)
    if currency:
        return currency, end
    tied = tokens.hyphen(place)
    place = place + 1 if tied else place
    word = tokens.low(place)
    if word in t.NATIONAL_CURRENCIES:
        name = tokens.low(place + 1)
        national = t.NATIONAL_CURRENCIES[word].get(name) or t.NATIONAL_CURRENCIES[word].get(name.removesuffix("s"))
        return (national, place + 2) if national else (None, place)
    if word not in t.CURRENCY_WORDS:
        return None, place
    if word in ("pound", "pounds") and tokens.low(place + 1) == "sterling":
        return "GBP", place + 2
    around = tokens.words_before(first, 3) | tokens.words_from(place + 1, 2)
    if word in ("pound", "pounds") and not scaled and (tied or around & t.WEIGHT_CUES):
        return None, place
    return t.CURRENCY_WORDS[word], place + 1


def _coins_after(tokens: Tokens, place: int) -> tuple[str | None, int] | None:
    """Hundredths: `50p` and pence are pounds; cents may be of any currency, which stays open."""
    if tokens.glued(place) and tokens[place].text == "p":
        return "GBP", place + 1
    place = place + 1 if tokens.hyphen(place) else place
    if tokens.low(place) == "pence":
        return "GBP", place + 1
    return (None, place + 1) if tokens.low(place) in ("cent", "cents") else None


def _percent(tokens: Tokens, place: int) -> tuple[str | None, int]:
    if tokens[place].text == "%":
        return "percent", place + 1
    if tokens[place].text == "‰":
        return "per mille", place + 1
    at = place + 1 if tokens.hyphen(place) else place
    word = tokens.low(at)
    if word in ("percent", "pct") or (word == "pc" and tokens[at].text == "pc"):
        return "percent", at + 1
    if end := tokens.after(at, ("per", "cent")):
        return "percent", end
    if word in ("percentage", "basis") and tokens.low(at + 1) in ("point", "points"):
        return f"{word} points", at + 2
    return None, place


def _short_unit(tokens: Tokens, place: int) -> tuple[str | None, int]:
    token = tokens[place]
    if token.text in t.SHORT_UNITS or (token.text == "m" and tokens.glued(place)):
        sign, bottom = tokens[place + 1], tokens[place + 2]
        if sign.text in ("²", "³") and not sign.gap:
            return token.text + sign.text, place + 2
        if sign.text == "/" and not sign.gap and bottom.text in ("h", "s"):
            return f"{token.text}/{bottom.text}", place + 3
        return token.text, place + 1
    if tokens.glued(place) and token.text in t.GLUED_UNITS:
        return t.GLUED_UNITS[token.text], place + 1
    if token.text == "°" and tokens[place + 1].text in ("C", "F"):
        return f"°{tokens[place + 1].text}", place + 2
    return None, place


def counted_noun(tokens: Tokens, place: int) -> tuple[str | None, int]:
    """The noun that a number counts, and where it ends: tied by a hyphen, or the first plural in the next few words.

    This is a rule of thumb, not grammar. It stops at any sign, number, or word that certainly begins something else.
    """
    if tokens.hyphen(place):
        word = tokens.low(place + 1)
        usable = len(word) > 2 and word not in t.NEVER_COUNTED and word not in t.NUMBER_WORDS
        return (word, place + 2) if usable else (None, place)
    if tokens.low(place) in t.COUNTED_ONCE:
        return tokens.low(place), place + 1
    for at in range(place, place + NOUN_WITHIN):
        token = tokens[at]
        if token.kind != "word" or not token.gap or token.low in t.NEVER_COUNTED or token.low in t.NUMBER_WORDS:
            break
        plural = token.low.endswith("s") and len(token.low) > 3 and not token.low.endswith(("ss", "us", "is"))
        people = plural and token.low.endswith("ans")  # Germans, Ukrainians
        if token.low in t.COUNTED or people or (plural and token.text.islower()):
            return token.text if people else token.low, at + 1
        if token.low in t.MONTHS:
            break
    return None, place


def period_at(tokens: Tokens, place: int) -> tuple[int, str | None]:
    """Where a period such as `per year`, `a day`, `-a-year` or `annually` ends, and its name; the place and None."""
    at = tokens.after(place, ("on", "average")) or place
    at = at + 1 if tokens.hyphen(at) else at
    word = tokens.low(at)
    if word in t.PERIOD_WORDS:
        return at + 1, t.PERIOD_WORDS[word]
    if tokens[at].text == "/" or word in t.PER:
        at = at + 2 if tokens.hyphen(at + 1) else at + 1
        name = "year" if tokens.low(at) == "annum" else tokens.low(at)
        tied_on = tokens.hyphen(at + 1)
        if name in t.PERIODS and tokens.low(at + 1) not in t.NOT_A_PERIOD and not tied_on:
            return at + 1, name
    return place, None


def _per_thing(tokens: Tokens, place: int) -> tuple[int, str | None]:
    at = place + 1 if tokens.hyphen(place) else place
    thing = at + 2 if tokens.hyphen(at + 1) else at + 1
    per = tokens.low(at) in t.PER or tokens[at].text == "/"
    return (thing + 1, f"per {tokens.low(thing)}") if per and tokens.low(thing) in t.PER_THINGS else (place, None)


# --- ranges ------------------------------------------------------------------------------------------------------


def _joined(tokens: Tokens, low: Amount) -> tuple[Amount, Amount] | None:
    """Both ends, if an amount goes on to a second one: with a dash, `to`, `or`, or `and` after `between`."""
    place = low.end
    if tokens.hyphen(place) and tokens.low(place + 1) in ("to", "or") and tokens.hyphen(place + 2):
        place += 1
    joint = tokens[place].text if tokens[place].text in DASHES else tokens.low(place)
    before = tokens.low(low.first - 1)
    dash = joint in DASHES
    if not dash and joint not in ("to", "or") and not (joint == "and" and before == "between"):
        return None
    if dash and tokens.glued(place) != tokens.glued(place + 1):
        return None
    place += tokens.hyphen(place + 1) and not dash
    high = amount(tokens, place + 1)
    if high is None or tokens[place + 1].text in MINUS | {"+"}:
        return None
    if dash and tokens.glued(high.end) and tokens[high.end].text in DASHES and tokens[high.end + 1].kind == "number":
        return None
    shares_scale = not low.power and high.power > 0 and low.mantissa < high.mantissa and low.mantissa < 1000
    if shares_scale and (low.bare or (low.kind == "money" and high.kind in ("money", "count"))):
        low = low._replace(power=high.power)
    announced = before in ("from", "between")
    if low.value >= high.value and not (announced and joint in ("to", "and")):
        return None
    ends = _same_kind(tokens, low, high, dash=dash)
    if ends is None or (ends[0].bare and not _bare_range_is_meant(tokens, low, high, joint, announced)):
        return None
    return ends


def _same_kind(tokens: Tokens, low: Amount, high: Amount, *, dash: bool) -> tuple[Amount, Amount] | None:
    """Both ends with what only one of them says; None where they measure different things."""
    if low.kind == high.kind:
        if low.kind == "money" and low.currency != high.currency:
            return None
        unit = low.unit or high.unit
        same = low.unit in (None, unit) and high.unit in (None, unit)
        return (low._replace(unit=unit), high._replace(unit=unit)) if same else None
    if low.bare:
        return low._replace(kind=high.kind, currency=high.currency, unit=high.unit), high
    if low.kind == "money" and high.bare:
        counts_things = counted_noun(tokens, high.end)[0] is not None and not high.power
        if dash or (not counts_things and low.power in (0, high.power)):
            return low, high._replace(kind="money", currency=low.currency)
    return None


def _bare_range_is_meant(tokens: Tokens, low: Amount, high: Amount, joint: str, announced: bool) -> bool:
    """Whether two bare numbers make a range: `3-2` and `52-48` are scores, and so is what stands near `won`."""
    if announced or joint in ("to", "or"):
        return True
    if (tokens.words_before(low.first, 3) | tokens.words_from(high.end, 2)) & t.SCORE_WORDS:
        return False
    aged = tokens.low(low.first - 1) in ("aged", "ages", "age")
    return aged or bool(high.power) or counted_noun(tokens, high.end)[0] is not None


def _is_a_plain_one(tokens: Tokens, number: Amount) -> bool:
    """Whether this is the word `one` with nothing that makes it an amount."""
    if not number.bare or number.end != number.first + 1 or tokens.low(number.first) != "one":
        return False
    if tokens[number.end].text in HYPHENS:
        return tokens.low(number.end + 1) not in t.COUNTED_ONCE | {"day"}
    return tokens.low(number.end) not in t.COUNTED_ONCE
