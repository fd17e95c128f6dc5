"""The words beside a number that say how sure it is, or how it should strike the reader."""

from __future__ import annotations

from readtwice.reading import quantity_tables as t
from readtwice.reading.tokens import Found, Tokens

MOST_IN_A_ROW = 3
TIMES = frozenset({"year", "decade", "date", "month", "weekday"})
_FIRST_AFTER = frozenset(words[0] for words in t.HEDGES_AFTER)


def hedge_of(tokens: Tokens, found: Found, free: int) -> str | None:
    """The hedge of a quantity in lower case, such as `only around`; None without one. `free` is where it may begin."""
    words = _before_time(tokens, found) if found.kind in TIMES else _before_amount(tokens, found, free)
    if found.kind not in TIMES:
        words += _after(tokens, found)
    return " ".join(words) or None


def _before_time(tokens: Tokens, found: Found) -> list[str]:
    at = found.first - 2 if tokens.hyphen(found.first - 1) else found.first - 1
    return [tokens.low(at)] if tokens.low(at) in t.TIME_HEDGES else []


def _before_amount(tokens: Tokens, found: Found, free: int) -> list[str]:
    at, words = found.first, list[str]()
    if tokens[at - 1].text in t.HEDGE_SIGNS and at > free:
        at, words = at - 1, [tokens[at - 1].text]
    if tokens[at - 1].text == "." and tokens.low(at - 2) == "approx":
        at, words = at - 2, ["approx."]
    for _ in range(MOST_IN_A_ROW):
        length = _longest(tokens, at, at - free)
        if not length:
            break
        words = [tokens.low(place) for place in range(at - length, at)] + words
        at -= length
    if words and at > free and tokens.low(at - 1) in t.HEDGE_STRENGTHENERS:
        words = [tokens.low(at - 1), *words]
    return words


def _longest(tokens: Tokens, end: int, room: int) -> int:
    """How many words the longest hedge has that ends before a place."""
    if not tokens.low(end - 1):
        return 0
    for length in range(min(t.LONGEST_HEDGE, room), 0, -1):
        if tuple(tokens.low(place) for place in range(end - length, end)) in t.HEDGES:
            return length
    return 0


def _after(tokens: Tokens, found: Found) -> list[str]:
    if tokens[found.end].text == "+" and tokens.glued(found.end):
        return ["+"]
    if tokens.hyphen(found.end) and tokens.low(found.end + 1) in ("plus", "odd"):
        return [tokens.low(found.end + 1)]
    if tokens.low(found.end) not in _FIRST_AFTER:
        return []
    return next((list(words) for words in t.HEDGES_AFTER if tokens.after(found.end, words)), [])
