"""Two numbers of a text, or a reference figure of the reader's own, worked out: what is unlike is not compared."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from readtwice.reading.quantities import Quantity, read_quantities
from readtwice.words import say

OPERATIONS = ("share", "times", "sum", "difference", "change")
MOST_LETTERS = 300


def own_figure(text: str, source: str) -> str | None:
    """A reference figure in one line, with where it is from; None where no number stands in it, or no source."""
    told, of = (" ".join(part.split())[:MOST_LETTERS] for part in (text, source))
    return f"{told} [{of}]" if of and _number(told) is not None else None


def work_out(one: str, other: str, how: str) -> str:
    """The sum in words, or why these two cannot be put together. Raises ValueError for another operation."""
    if how not in OPERATIONS:
        raise ValueError("there is no such operation")
    a, b = _number(one), _number(other)
    if a is None or b is None or a.number is None or b.number is None:
        return say("own_article.choose_two")
    if a.kind != b.kind or a.currency != b.currency:
        return say("own_article.unlike", one=a.text, other=b.text)
    unlike = "" if a.unit == b.unit else " " + say("own_article.other_things", one=a.unit or "?", other=b.unit or "?")
    if unlike and how in ("sum", "difference") and a.unit and b.unit:
        return say("own_article.unlike", one=f"{a.text} {a.unit}", other=f"{b.text} {b.unit}")
    return _told(a.text, b.text, a.number, b.number, how) + unlike


def _told(one: str, other: str, a: Decimal, b: Decimal, how: str) -> str:
    if how == "sum":
        return f"{one} + {other} = {_plain(a + b)}"
    if how == "difference":
        return f"{one} − {other} = {_plain(a - b)}"
    if not b:
        return say("own_article.zero")
    try:
        if how == "share":
            return f"{one} ÷ {other} × 100 = {_plain(100 * a / b)}%"
        if how == "times":
            return f"{one} ÷ {other} = {_plain(a / b)}"
        return f"({one} − {other}) ÷ {other} × 100 = {_plain(100 * (a - b) / b)}%"
    except InvalidOperation:
        return say("own_article.zero")


def _plain(value: Decimal) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _number(text: str) -> Quantity | None:
    """The first number of a line, past its paragraph sign."""
    words = text.partition(" ")[2] if text.startswith("¶") else text
    found = [one for one in read_quantities(words[:MOST_LETTERS]) if one.kind in ("count", "money", "percent")]
    return found[0] if found else None
