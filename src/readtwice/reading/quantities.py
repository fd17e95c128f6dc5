"""Every number, percentage, sum of money, rate, ordinal, year, weekday, date and hedge in a text.

`read_quantities` finds what the text states and reads it as an exact value; it judges nothing, resolves nothing (a
"Thursday" stays a Thursday) and corrects nothing (Victory Day in "224" is the year 224).

**Kinds**

| kind | such as | value | unit |
|---|---|---|---|
| money | `$4.3bn`, `3,5 Mrd. Euro` | the sum | `per barrel` and the like |
| percent | `3%`, `five percent`, `25bp` | 3, 5, 25 | percent, percentage points, basis points, per mille |
| count | `10,000 drones`, `155mm`, `1 1/2 million` | the number | what is counted, where it follows |
| fraction | `a third`, `one in every five` | `1/3`, as written, not reduced | |
| ordinal | `26th`, `second` | 26, 2 | |
| year | `2014`, `2014-2020`, `AD 224` | 2014 | AD, BC … where stated |
| decade | `the 1990s` | 1990 | |
| date | `February 10, 2025`, `12 Feb.`, `July '24` | `2025-02-10`, `--02-12`, `2024-07` (ISO 8601) | |
| month | `June` | 6 | |
| weekday | `Thursday` | 4 (ISO 8601: Monday is 1) | |

**Span.** `text` is the number with all that belongs to numbers only: sign, currency, scale, percent, short units
(`km`), and the period where it comes straight after (`£4.3 billion per year`). What is counted, hedges, and `from` or
`between` before a range stay outside.

**Ranges** are one quantity: `value` is what stands first and `value_to` what stands second, usually the higher.

**Borderline words.** `one` is read in `one million`, `one percent`, `one dollar`, `one-third`, `one in five`, `one
year`; not in `one of`, `no one`, `one day`. Passed over, since no value can be given: `single`, `several`, `many`,
`most`, `majority`, `both`, `half` of a match, `dozens`, `thousands of`, `a few hundred`, `twice`, `double`; `now`,
`today`, `last week`. `pre-2014` and `mid-2024` are years; only `mid`, `early` and `late` are hedges there. `a second`
is an ordinal only if a noun follows it. `May` and `March` alone are months only after words such as `in` or `since`.
A decimal comma is explained at `numerals.decimal_of`.

**Right or silent.** Where a neighbour multiplies, divides or renames a number and is not understood, nothing is read:
`twice 5 million`, `5 gazillion`, `12 deaths per 1,000 births`, `500 kr`, `€5.000`. `beside.py` holds these rules.
`100m` and `5k` without a noun may be a distance, and are passed over too.

**Not read.** Years in words (`nineteen eighty-four`), dates without their century (`17/08/20`), votes and scores,
anything of more than 40 digits. What is counted is found by a rule of thumb.

**Pasted text** is read in its folded form (`article/fold.py`); places and `text` are those of the text as it was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from readtwice.article.fold import fold
from readtwice.reading import quantity_tables as t
from readtwice.reading.amounts import MINUS, amount_or_range, part_of_a_scale
from readtwice.reading.beside import is_changed
from readtwice.reading.dates import date_at_number, date_at_word, year_at_number
from readtwice.reading.fractions_and_ordinals import fraction_at, ordinal_in_digits, ordinal_in_words, ratio_at
from readtwice.reading.hedges import hedge_of
from readtwice.reading.lookalikes import (
    past_hour_in_words,
    past_lookalike,
    past_name_at_word,
    past_name_in_words,
    past_telephone_at_sign,
    past_tied,
)
from readtwice.reading.tokens import DASHES, Found, Tokens

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SHORT = re.compile("[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: code points from `start` up to, not including, `end`, and what stands there.

    `value` and `value_to` are exact strings, see the kinds above; `period` is `year`, `day` and so on for a rate;
    `hedge` holds the words before (or `or more` after) that say how sure the number is, in lower case.
    """

    start: int
    end: int
    text: str
    kind: str
    value: str
    value_to: str | None = None
    unit: str | None = None
    currency: str | None = None
    period: str | None = None
    hedge: str | None = None

    @property
    def number(self) -> Decimal | None:
        """`value` to calculate with; None for dates and fractions."""
        return Decimal(self.value) if _NUMBER.fullmatch(self.value) else None


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in reading order; their spans are disjoint.

    Any text is fine, an empty one too. The time it takes grows with the length of the text, not faster.
    """
    folded = fold(text, no_break="\u00a0")
    tokens = Tokens(folded.text)
    quantities = []
    place, free = 0, 0
    while place < tokens.size:
        found, place = _read_at(tokens, place)
        if found is None:
            continue
        if is_changed(tokens, found):
            place = _past(tokens, found)
            continue
        span = folded.span(tokens[found.first].start, tokens[found.end - 1].end)
        start, end = span.start, span.end
        quantities.append(
            Quantity(
                start,
                end,
                text[start:end],
                found.kind,
                found.value,
                found.value_to,
                found.unit,
                found.currency,
                found.period,
                hedge_of(tokens, found, free),
            )
        )
        free = place = found.end
    return tuple(quantities)


quantities_of = lru_cache(maxsize=2)(read_quantities)
"""The same, read once for all who look at one text."""


def _past(tokens: Tokens, found: Found) -> int:
    """Where to go on after a number that something unknown changes: past the rest of it, however it goes on."""
    place = found.end
    while place < tokens.size and tokens[place].kind in ("number", "word"):
        if tokens[place].kind == "word" and tokens.low(place) not in t.NUMBER_WORDS | t.SCALES | t.PLURAL_SCALES:
            break
        place += 1
    return place


def _read_at(tokens: Tokens, place: int) -> tuple[Found | None, int]:
    """What begins at a token, if anything; and, if nothing does, where to go on."""
    kind = tokens[place].kind
    if kind == "number":
        return _read_at_number(tokens, place)
    if kind == "word":
        return _read_at_word(tokens, place)
    if kind == "sign":
        if end := past_telephone_at_sign(tokens, place):
            return None, end
        text = tokens[place].text
        if text in t.VULGAR and not tokens.tied_on(place) and not tokens.tied_on(place + 1):
            numerator, denominator = t.VULGAR[text]
            plain = Found(place, place + 1, "fraction", f"{numerator}/{denominator}")
            return amount_or_range(tokens, place) or plain, place + 1
        if text in t.SIGNS or text in MINUS or text == "+":
            return amount_or_range(tokens, place), place + 1
    return None, place + 1


def _read_at_number(tokens: Tokens, place: int) -> tuple[Found | None, int]:
    if listed := _one_of_a_list(tokens, place):
        return listed, listed.end
    found = date_at_number(tokens, place)
    if found is None and (end := past_lookalike(tokens, place)):
        return None, end
    for reader in (ordinal_in_digits, ratio_at, part_of_a_scale, fraction_at, year_at_number, amount_or_range):
        found = found or reader(tokens, place)
    if found and not _is_a_score(tokens, found):
        return found, found.end
    return None, past_tied(tokens, place)


def _one_of_a_list(tokens: Tokens, place: int) -> Found | None:
    """A short number or percentage amid others and nothing else, as in a pasted column: no rule below can change it."""
    text = tokens[place].text
    if not _SHORT.fullmatch(text) or not tokens[place].gap or (len(text) == 4 and text < "2200"):
        return None
    end = at = place + 1
    if tokens[at].text == "%" and tokens.glued(at):
        end = at = at + 1
    at += tokens[at].text == "," and tokens.glued(at)
    before = place - 1 - (tokens[place - 1].text == ",")
    before -= tokens[before].text == "%"
    if not (tokens[before].kind == tokens[at].kind == "number" and tokens[at].gap):
        return None
    spaced = at == place + 1
    if spaced and (not _SHORT.fullmatch(tokens[at].text) or len(tokens[at].text) == 3):
        return None  # `12 345` may be one number
    if spaced and (tokens[at + 1].kind != "number" or tokens.glued(at + 1)):
        return None  # `1 1/2` is one
    kind, unit = ("percent", "percent") if end > place + 1 else ("count", None)
    return Found(place, end, kind, text, unit=unit, near=end)


def _read_at_word(tokens: Tokens, place: int) -> tuple[Found | None, int]:
    token, following = tokens[place], tokens[place + 1]
    if token.low not in t.LEADING and following.kind != "number" and following.text not in t.AFTER_A_NAME:
        return None, place + 1
    found = date_at_word(tokens, place)
    if found is None and token.low in t.STARTERS:
        if end := past_name_in_words(tokens, place) or past_hour_in_words(tokens, place):
            return None, end
        for reader in (ordinal_in_words, ratio_at, amount_or_range, fraction_at):
            found = found or reader(tokens, place)
    elif found is None and (following.text == "$" or token.text in t.CODES or token.text in t.OTHER_CODES):
        found = amount_or_range(tokens, place)
    elif found is None and token.text in ("AD", "FY") and following.kind == "number":
        return None, place + 1
    if found is None and (end := past_name_at_word(tokens, place)):
        return None, end
    if found and _is_a_score(tokens, found):
        return None, found.end + 3
    return found, place + 1


def _is_a_score(tokens: Tokens, found: Found) -> bool:
    """Whether a number was left over that a dash ties to this one: `3-2`, `52-48`, `two-to-one`."""
    dash = found.end
    if tokens.hyphen(dash) and tokens.low(dash + 1) == "to" and tokens.hyphen(dash + 2):
        return True
    tied = tokens[dash].text in DASHES and tokens.glued(dash) and tokens.glued(dash + 1)
    return tied and tokens[dash + 1].kind == "number"
