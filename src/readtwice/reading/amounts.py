"""Amounts: money, percentages, counts and fractions, with their units and periods, alone or as a range."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from readtwice.reading import quantity_tables as t
from readtwice.reading.fractions_and_ordinals import part_in_words
from readtwice.reading.numerals import (
    EXACT,
    Numeral,
    added_part,
    decimal_of,
    exact_string,
    number_in_words,
    part_in_digits,
    quotient,
    shifted,
    spaced_groups,
    vulgar_at,
)
from readtwice.reading.tokens import DASHES, HYPHENS, Found, Tokens

MINUS = frozenset("-−–")
UNCLEAR = "unclear"
"""The kind of what is passed over as a whole, since no value can be given."""

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
    if unclear := _unclear(tokens, low):
        return Found(low.first, unclear, UNCLEAR, "")
    joined = _joined(tokens, low)
    high = low
    if joined:
        low, high = joined
    elif _is_a_plain_one(tokens, low):
        return None
    if joined and _goes_on(tokens, high):
        return Found(low.first, high.end, UNCLEAR, "")
    near, period = period_at(tokens, high.end)
    end, unit, kind = near, high.unit, high.kind
    if kind == "money" and unit is None:
        end_of_thing, unit = _per_thing(tokens, high.end)
        end = near = max(end, end_of_thing)
    elif kind == "count" and period is None:
        if unit is None:
            plus = tokens[high.end].text == "+" and tokens.glued(high.end)
            unit, near = counted_noun(tokens, high.end + plus)
            near, period = period_at(tokens, near) if unit else (near, None)
        per_end, per = _per_thing(tokens, near, only_per=True) if unit and period is None else (near, None)
        if per:
            end, near, unit = per_end if high.unit else end, per_end, f"{unit} {per}"
    return Found(
        low.first,
        end,
        kind,
        exact_string(low.value),
        exact_string(high.value) if joined else None,
        unit,
        high.currency,
        period,
        near=near,
    )


def part_of_a_scale(tokens: Tokens, place: int) -> Found | None:
    """`3/4 of a million`, `1/2 percent`: an amount, where `3/4 of the vote` is a share."""
    return amount_or_range(tokens, place) if part_in_digits(tokens, place) else None


def amount(tokens: Tokens, place: int, *, money: bool = False) -> Amount | None:
    """One amount: an optional minus or plus, a currency before, digits or words, scale, percent or currency after.

    `money` says that a currency stands before the number with which this one makes a range.
    """
    first, negative = place, False
    if tokens[place].text in MINUS | {"+"} and tokens.glued(place + 1) and not tokens.glued(place):
        negative = tokens[place].text != "+"
        place += 1
    elif tokens.low(place) in ("minus", "negative"):
        negative, place = True, place + 1
    currency, place = _currency_before(tokens, place)
    if currency and tokens[place].text in MINUS and tokens.glued(place + 1):
        negative, place = True, place + 1
    numeral = _in_digits(tokens, place, money=money or currency is not None) or _in_words_or_parts(tokens, place)
    if numeral is None:
        return None
    if negative:
        numeral = numeral._replace(mantissa=numeral.mantissa.copy_negate())
    kind, unit, end = "money" if currency else "count", None, numeral.end
    if tokens[end].kind not in ("word", "sign"):
        pass
    elif currency:
        end += tokens[end].text == currency
    elif (percent := _percent_after(tokens, end))[0]:
        (unit, end), kind = percent, "percent"
    elif coins := _coins_after(tokens, end):
        (currency, end), kind = coins, "money"
        numeral = numeral._replace(power=numeral.power - 2)
    elif (named := _currency_after(tokens, end, scaled=numeral.power > 0, first=first))[0]:
        (currency, end), kind = named, "money"
    else:
        unit, end = _short_unit(tokens, end)
    if kind == "money" and currency and not numeral.power and numeral.mantissa == int(numeral.mantissa):
        cents, end = _cents_after(tokens, end)
        numeral = numeral._replace(mantissa=EXACT.add(numeral.mantissa, cents.copy_sign(numeral.mantissa)))
    plain = kind != "percent" and not numeral.power and unit not in t.FINE_UNITS
    if plain and _THREE_PLACES.fullmatch(tokens[place].text) and not _is_measured(tokens, end):
        return None
    return Amount(first, end, numeral.mantissa, numeral.power, kind, currency, unit)


_THREE_PLACES = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""`5.000`: five with three places to us, five thousand to half of Europe."""

_ONE_GROUP = re.compile("[1-9][0-9]{0,2},[0-9]{3}")
_RACES = frozenset(map(Decimal, (2, 4, 5, 8, 10, 50, 60, 100, 110, 200, 300, 400, 500, 800, 1500)))
"""`100m`, `10k`: distances, and screens, more often than millions and thousands."""


def _is_measured(tokens: Tokens, place: int) -> bool:
    """Whether seconds or a price for something follow, so that three places are decimals."""
    return counted_noun(tokens, place)[0] in t.FINE_UNITS or _per_thing(tokens, place)[1] is not None


def _percent_after(tokens: Tokens, place: int) -> tuple[str | None, int]:
    """Percent and the like, also after `of a` or `of one`: `0.5 of a percentage point`."""
    of_one = tokens.after(place, ("of", "a")) or tokens.after(place, ("of", "one"))
    unit, end = percent_at(tokens, of_one or place)
    return (unit, end) if unit else (None, place)


def _cents_after(tokens: Tokens, place: int) -> tuple[Decimal, int]:
    """What `and 50 cents` or `20 pence` adds to a whole sum before it, and where it ends; 0 if nothing."""
    at = tokens.after(place, ("and",)) or place
    digits = tokens[at].kind == "number" and tokens[at].text.isdecimal()
    words = number_in_words(tokens, at) if tokens.low(at) in t.NUMBER_WORDS else None
    if not digits and (words is None or words.power):
        return Decimal(0), place
    number, end = (Decimal(tokens[at].text), at + 1) if digits else (words.mantissa if words else Decimal(0), at)
    end = words.end if words else end
    coins = _coins_after(tokens, end) if number < 100 else None
    return (shifted(number, -2), coins[1]) if coins else (Decimal(0), place)


# --- the number itself -------------------------------------------------------------------------------------------


def _in_digits(tokens: Tokens, place: int, *, money: bool) -> Numeral | None:
    if part := _part_at(tokens, place):
        return _part_of_a_scale(tokens, *part, money=money)
    if tokens[place].kind != "number":
        return None
    digits, end = spaced_groups(tokens, place)
    decimals = tokens[end + 1].text
    if tokens.low(end) == "point" and digits.isdecimal() and decimals.isdecimal() and tokens[end + 1].kind == "number":
        digits, end = f"{digits}.{decimals}", end + 2
    added: Decimal | None = Decimal(0)
    if len(digits) <= 3 and digits.isdecimal() and tokens.low(place - 1) != "between":
        added, end = added_part(tokens, end)
    if tokens.low(end) == "dozen":
        number = decimal_of(digits, marked=False)
        return Numeral(number * 12, 0, end + 1) if number is not None and added == 0 else None
    at, (power, end) = end, _scale(tokens, end, money=money)
    percent = percent_at(tokens, end)[0] is not None
    marked = money or power > 0 or percent or _marks_decimals(tokens, end)
    number = decimal_of(digits, marked=marked)
    if number is None or added is None or not _ends_cleanly(tokens, end):
        return None
    continental = tokens.low(at) in t.NEIGHBOURS_SCALES or (percent and tokens[end].text == "%" and tokens[end].gap)
    if continental and (_ONE_GROUP.fullmatch(digits) or (power and _THREE_PLACES.fullmatch(digits))):
        return None
    by_letter = power and not money and end == at + 1 and tokens.glued(at) and tokens.low(at) in t.LETTER_SCALES
    if by_letter and not _letter_is_a_scale(tokens, end, number):
        return None
    return Numeral(EXACT.add(number, added) if added else number, power, end)


def _marks_decimals(tokens: Tokens, place: int) -> bool:
    """Whether a currency or a unit follows a number, so that its comma is a decimal comma."""
    named = tokens.low(place) in t.CURRENCY_WORDS or tokens[place].text in t.OTHER_CODES
    return named or _currency_after_sign(tokens, place)[0] is not None or _short_unit(tokens, place)[0] is not None


def _letter_is_a_scale(tokens: Tokens, place: int, number: Decimal) -> bool:
    """Whether the `m` or `k` before a place says millions or thousands: something that is counted follows."""
    if _currency_after(tokens, place, scaled=True, first=place)[0]:
        return True
    if tokens[place].text in DASHES or tokens.low(place) in ("to", "or", "and"):
        return True  # a range, whose end will be looked at
    noun, _ = counted_noun(tokens, place)
    return noun in t.COUNTED or (noun is not None and number not in _RACES)


def _part_at(tokens: Tokens, place: int) -> tuple[int, int, int] | None:
    if vulgar := vulgar_at(tokens, place):
        return *vulgar, place + 1
    return part_in_digits(tokens, place) if tokens[place].kind == "number" else None


def _part_of_a_scale(tokens: Tokens, numerator: int, denominator: int, end: int, *, money: bool) -> Numeral | None:
    """`½ million`, `3/4 of a million`, `a quarter-million`, `half of one percent`, `½ mile`."""
    part = quotient(numerator, denominator)
    at = tokens.after(end, ("of",)) or end
    article = at + tokens.hyphen(at)
    if tokens.low(article) in ("a", "an", "one"):
        at = article + 1
    elif at != end:  # `half of 5 million`: it would have to be worked out
        return None
    power, after = _scale(tokens, at, money=money)
    word = tokens.low(at + tokens.hyphen(at))
    if part is None:
        return None
    if word == "dozen":
        return Numeral(part * 12, 0, at + tokens.hyphen(at) + 1)
    measured = word in t.COUNTED_ONCE | t.MEASURES and at > end and word not in ("minute", "second", "person")
    measured = measured or (tokens[end - 1].kind != "word" and word in t.COUNTED_ONCE | t.MEASURES)
    marked = money or power or percent_at(tokens, at)[0] or word in t.CURRENCY_WORDS or measured
    return Numeral(part, power, after) if marked and _ends_cleanly(tokens, after) else None


def _in_words_or_parts(tokens: Tokens, place: int) -> Numeral | None:
    """`three million`, `two and a half million`, `half a million`, `a quarter of a billion`, `half a percent`."""
    if tokens.low(place) not in t.STARTERS:
        return None
    if part := part_in_words(tokens, place):
        return _part_of_a_scale(tokens, *part, money=False)
    numeral = number_in_words(tokens, place)
    if numeral is None:
        return None
    if tokens.low(place - 1) == "between":
        return numeral
    added, end = added_part(tokens, numeral.end)
    if not added or tokens.low(numeral.end - 1) == "dozen":
        return numeral if added == 0 else None
    power, end = _scale(tokens, end, money=False)
    return Numeral(EXACT.add(numeral.mantissa, added), numeral.power + power, end)


def _scale(tokens: Tokens, place: int, *, money: bool) -> tuple[int, int]:
    """The power of ten of `m`, `bn`, `-billion`, `hundred thousand`, `Mrd.` and the like, and where it ends."""
    if not tokens[place].low and tokens[place].text not in HYPHENS:
        return 0, place  # the usual case: a number ends a sentence, or a sign or another number follows
    letters = t.MONEY_LETTER_SCALES if money else t.LETTER_SCALES
    token, word, following = tokens[place], tokens.low(place), tokens[place + 1]
    if word == "mil" and following.low == "millones":
        return 9, place + 2
    if word in t.SHORT_SCALES or word in t.NEIGHBOURS_SCALES:
        end = place + 1
        if word in t.MAY_HAVE_A_POINT and following.text == "." and tokens.glued(end):
            end += _currency_after(tokens, end + 1, scaled=True, first=place)[0] is not None
        return t.SHORT_SCALES.get(word) or t.NEIGHBOURS_SCALES[word], end
    if money and word == "cr":
        return t.SCALES["crore"], place + 1
    sign_follows = following.text in t.SIGNS and tokens.glued(place + 1) and tokens[place + 2].kind != "number"
    named = token.gap and _currency_after(tokens, place + 1, scaled=True, first=place)[0] is not None
    if not money and len(word) == 1 and word != "t" and word in t.MONEY_LETTER_SCALES and (sign_follows or named):
        return t.MONEY_LETTER_SCALES[word], place + 1
    if word in letters and (tokens.glued(place) or (money and (word == "m" or token.text in ("B", "K", "T")))):
        after = tokens.low(place + 1 + tokens.hyphen(place + 1))
        metres = word == "m" and not money and (after in t.METRES or following.text in ("²", "³", "2", "3"))
        if not metres and following.text != "/":
            return letters[word], place + 1
    power = 0
    for _ in range(2):
        at = place + 1 if tokens.hyphen(place) else place
        word = tokens.low(at)
        named_scale = t.SCALES.get(word) or t.PLURAL_SCALES.get(word)
        if not named_scale and not (word == "hundred" and not power):
            break
        power, place = power + (named_scale or 2), at + 1
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
        named = percent_at(tokens, place)[0] or _currency_after_sign(tokens, place)[0] or _is_raised(tokens, place)
        return bool(a_unit or named) and not (following.text == "p" and tokens[place - 1].text in t.SCREENS)
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
    code = token.text if token.text in t.CODES else t.OTHER_CODES.get(token.text)
    if code and tokens[place + 1].kind != "number":
        return code, place + 1
    return None, place


def _currency_after(tokens: Tokens, place: int, *, scaled: bool, first: int) -> tuple[str | None, int]:
    currency, end = _currency_after_sign(tokens, place)
    if currency:
        return currency, end
    if tokens[place].text in t.BEFORE_DOLLAR and tokens[place + 1].text == "$" and tokens.glued(place + 1):
        ends = tokens[place + 2].kind != "number"
        return (t.BEFORE_DOLLAR[tokens[place].text], place + 2) if ends else (None, place)
    if scaled and tokens.low(place) in ("de", "di", "d"):  # milliards d’euros
        place += 1 + (tokens[place + 1].text in ("’", "'"))
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
    return (None, place + 1) if tokens.low(place) in ("cent", "cents") or tokens[place].text == "¢" else None


def percent_at(tokens: Tokens, place: int) -> tuple[str | None, int]:
    """Percent, per mille, percentage points or basis points at a place, and where they end; None and the place."""
    text = tokens[place].text
    at = place + 1 if tokens.hyphen(place) else place
    word = tokens.low(at)
    if word in ("pp", "ppt", "ppts", "p.p.", "p.p"):
        return "percentage points", at + 1
    if word in ("bp", "bps", "bips"):
        return "basis points", at + 1
    if word in ("percentage", "basis"):
        end = at + 1 + tokens.hyphen(at + 1)
        return (f"{word} points", end + 1) if tokens.low(end) in ("point", "points") else (None, place)
    end = 0
    if text == "%" or word in ("percent", "pct", "prozent", "procent") or (word == "pc" and tokens[at].text == "pc"):
        end = place + 1 if text == "%" else at + 1
    elif per_cent := tokens.after(at, ("per", "cent")):
        end = per_cent
    elif text == "‰" or tokens.after(at, ("per", "mille")) or word == "permille":
        return "per mille", place + 1 if text == "‰" else tokens.after(at, ("per", "mille")) or at + 1
    if not end:
        return None, place
    tied = end + tokens.hyphen(end)
    points = tokens.low(tied) in ("point", "points", "pt", "pts")
    return ("percentage points", tied + 1) if points else ("percent", end)


def _short_unit(tokens: Tokens, place: int) -> tuple[str | None, int]:
    token = tokens[place]
    if token.low in ("sq", "cu") and not tokens.hyphen(place + 1):
        at = place + 1 + (tokens[place + 1].text == ".")
        measure = tokens.low(at)
        return (f"{token.low} {measure}", at + 1) if measure in t.MEASURES else (None, place)
    if token.text in t.SHORT_UNITS or (token.text == "m" and tokens.glued(place)) or _is_raised(tokens, place):
        sign, bottom = tokens[place + 1], tokens[place + 2]
        if _is_raised(tokens, place):
            return token.text + {"2": "²", "3": "³"}.get(sign.text, sign.text), place + 2
        if sign.text == "/" and not sign.gap and bottom.text in ("h", "s"):
            return f"{token.text}/{bottom.text}", place + 3
        return token.text, place + 1
    if tokens.glued(place) and token.text in t.GLUED_UNITS:
        return t.GLUED_UNITS[token.text], place + 1
    if token.text == "°":
        return (f"°{tokens[place + 1].text}", place + 2) if tokens[place + 1].text in ("C", "F") else ("°", place + 1)
    return None, place


def _is_raised(tokens: Tokens, place: int) -> bool:
    """Whether a measure stands here with a power tied to it: `m²`, `km2`."""
    raised = tokens.glued(place + 1) and tokens[place + 1].text in ("²", "³", "2", "3")
    return raised and tokens[place].text in ("m", "km", "cm", "mm", "dm", "ft")


def counted_noun(tokens: Tokens, place: int) -> tuple[str | None, int]:
    """The noun that a number counts, and where it ends: tied by a hyphen, or the first plural in the next few words.

    This is a rule of thumb, not grammar. It stops at any sign, number, or word that certainly begins something else.
    """
    if tokens.hyphen(place):
        word = tokens.low(place + 1)
        usable = len(word) > 2 and word not in t.NEVER_COUNTED and word not in t.NUMBER_WORDS
        measure = tokens.low(place + 2 + tokens.hyphen(place + 2))
        if usable and word in ("square", "cubic", "nautical", "light") and measure in t.MEASURES:
            return f"{word} {measure}", place + 3 + tokens.hyphen(place + 2)
        return (word, place + 2) if usable else (None, place)
    if tokens.low(place) in t.COUNTED_ONCE:
        return tokens.low(place), place + 1
    for at in range(place, place + NOUN_WITHIN):
        token = tokens[at]
        if token.kind != "word" or not token.gap or token.low in t.NEVER_COUNTED or token.low in t.NUMBER_WORDS:
            break
        if tokens.hyphen(at + 1) and tokens[at + 2].kind == "word" and _is_plural(tokens[at + 2].low):
            return f"{token.low}-{tokens.low(at + 2)}", at + 3
        measure = tokens.low(at + 1)
        if token.low in t.MODIFIERS and measure in t.MEASURES | {"days"} and (at == place or measure in t.COUNTED):
            return f"{token.low} {measure}", at + 2
        people = _is_plural(token.low) and token.low.endswith("ans")  # Germans, Ukrainians
        if token.low in t.COUNTED or people or (_is_plural(token.low) and token.text.islower()):
            if token.low == "degrees" and tokens[at + 1].text in ("Celsius", "Fahrenheit", "C", "F"):
                return f"degrees {tokens[at + 1].text}", at + 2
            return token.text if people else token.low, at + 1
        if token.low in t.MONTHS:
            break
    return None, place


def _is_plural(word: str) -> bool:
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is"))


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


def _per_thing(tokens: Tokens, place: int, *, only_per: bool = False) -> tuple[int, str | None]:
    """Where `a barrel`, `per head`, `per square mile` ends, and what it is in words; the place and None."""
    at = place + 1 if tokens.hyphen(place) else place
    if not (tokens.low(at) == "per" or (not only_per and (tokens.low(at) in t.PER or tokens[at].text == "/"))):
        return place, None
    thing = at + 2 if tokens.hyphen(at + 1) else at + 1
    word, measure = tokens.low(thing), tokens.low(thing + 1 + tokens.hyphen(thing + 1))
    if word in ("square", "cubic", "sq", "cu") and (measure in t.MEASURES or measure in t.COUNTED_ONCE):
        return thing + 2 + tokens.hyphen(thing + 1), f"per {word} {measure}"
    if _is_raised(tokens, thing):
        return thing + 2, f"per {_short_unit(tokens, thing)[0]}"
    return (thing + 1, f"per {word}") if word in t.PER_THINGS else (place, None)


# --- ranges ------------------------------------------------------------------------------------------------------


def _unclear(tokens: Tokens, low: Amount) -> int:
    """Where to go on after a number that the next one changes in a way that cannot be told; 0 where it is clear.

    `20-25,000 troops`, `rose 3 to 5 million`, `ten to six`, `two, three million`.
    """
    joint, at = _joint(tokens, low)
    if not joint and tokens[low.end].text == "," and tokens[low.end - 1].low and low.bare and not low.power:
        following = number_in_words(tokens, low.end + 1)
        return low.end if following and following.power else 0
    high = amount(tokens, at) if joint and tokens[at].text not in MINUS | {"+"} else None
    if high is None or (joint in DASHES and tokens.glued(low.end) != tokens.glued(low.end + 1)):
        return 0
    announced = tokens.low(low.first - 1) in ("from", "between")
    if joint == "to" and not announced and _has_changed(tokens, low.first):
        return low.end if high.power > low.power or (low.bare and not high.bare) else 0
    thousands = not high.power and not low.power and low.value * 1000 < high.value and low.value < 1000
    if thousands and (low.bare or high.bare) and _ONE_GROUP.fullmatch(tokens[high.end - 1].text):
        return high.end
    if (joint == "to" or (announced and joint == "and")) and announced and _multiple(tokens, low, high) > 1:
        return high.end
    return high.end if joint == "to" and not announced and low.bare and high.bare and low.value > high.value else 0


def _joint(tokens: Tokens, low: Amount) -> tuple[str, int]:
    """What may join an amount to a second one, and where that begins; `10- to 15-year` has a hyphen too many."""
    place = low.end
    hanging = tokens[place].text in HYPHENS and tokens.glued(place) and tokens[place + 1].gap
    if (hanging or tokens.hyphen(place)) and tokens.low(place + 1) in ("to", "or"):
        place += 1
    joint = tokens[place].text if tokens[place].text in DASHES else tokens.low(place)
    before = tokens.low(low.first - 1)
    if joint not in DASHES | {"to", "or"} and not (joint == "and" and before == "between"):
        return "", place
    return joint, place + 1 + (tokens.hyphen(place + 1) and joint not in DASHES)


def _has_changed(tokens: Tokens, place: int) -> bool:
    """Whether a word of change stands before a number: in `rose $1 to $80` the first is by how much."""
    for at in range(place - 1, place - 4, -1):
        if tokens.low(at) in t.CHANGES:
            return tokens.low(at + 1) != "to"
        if not tokens.low(at):
            break
    return False


def _multiple(tokens: Tokens, low: Amount, high: Amount) -> int:
    """What `hundred` or `dozen` behind the second number makes of the first: `five or six hundred`; 1 if nothing."""
    own = {tokens.low(at) for at in range(low.first, low.end)} & t.MULTIPLES.keys()
    words = {tokens.low(at) for at in range(high.first, high.end)} & t.MULTIPLES.keys()
    multiple = t.MULTIPLES[min(words)] if words and not own else 1
    return multiple if low.bare and low.power in (0, high.power) and low.mantissa * multiple < high.mantissa else 1


def _goes_on(tokens: Tokens, high: Amount) -> bool:
    """Whether a range has a third end, which may carry the scale: `3 to 5 or 6 million`."""
    further = amount(tokens, high.end + 1) if tokens.low(high.end) in ("or", "to") else None
    return further is not None and further.power > high.power


def _joined(tokens: Tokens, low: Amount) -> tuple[Amount, Amount] | None:
    """Both ends, if an amount goes on to a second one: with a dash, `to`, `or`, or `and` after `between`."""
    joint, at = _joint(tokens, low)
    dash = joint in DASHES
    announced = tokens.low(low.first - 1) in ("from", "between")
    if not joint or (dash and tokens.glued(low.end) != tokens.glued(low.end + 1)):
        return None
    if joint == "to" and not announced and _has_changed(tokens, low.first):
        return None
    high = amount(tokens, at, money=dash and low.kind == "money")
    if high is None or tokens[at].text in MINUS | {"+"}:
        return None
    if (multiple := _multiple(tokens, low, high)) > 1:
        low = low._replace(mantissa=low.mantissa * multiple)
    if dash and tokens.glued(high.end) and tokens[high.end].text in DASHES and tokens[high.end + 1].kind == "number":
        return None
    shares_scale = not low.power and high.power > 0 and low.mantissa < high.mantissa and low.mantissa < 1000
    if shares_scale and (low.bare or (low.kind == "money" and high.kind in ("money", "count"))):
        low = low._replace(power=high.power)
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
        noun = counted_noun(tokens, high.end)[0]
        if noun in t.COUNTED and not dash:
            return None  # `$5 to 10 million people`
        counts_things = noun is not None and not high.power
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
