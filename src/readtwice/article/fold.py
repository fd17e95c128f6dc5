"""One plain form of a text as people paste it, and the way back to where each of its characters stood.

Pages, PDF readers and keyboards put signs into a text that nobody sees: soft hyphens, zero-width signs, ligatures,
no-break spaces, full-width digits, letters in two parts. Whoever looks for words or numbers looks in the folded text,
and gives places in the text as it was. Nothing is ever shown or saved folded.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from readtwice.article.article import Span

_ODD = re.compile("[\u0300-\u036f]+|[^\x00-\x7f\u2013\u2014\u2018\u2019\u201c\u201d€£]")
"""Marks of a letter before them, or a sign beyond ASCII, but for the few of every news text."""

_HYPHENS = frozenset("\u2010\u2011\u2043\ufe63\uff0d")
_DASHES = {"\u2012": "–", "\ufe58": "—", "\u2015": "—", "\ufe31": "—", "\ufe32": "–"}
_NO_BREAK = frozenset("\u00a0\u2007\u202f\u2009\u2008\u200a\u2006")
_FOLDED_KINDS = frozenset(
    f"<{kind}>"
    for kind in [
        "wide",
        "narrow",
        "small",
        "vertical",
        "font",
        "square",
        "compat",
        "initial",
        "medial",
        "final",
        "isolated",
    ]
)


class _Edit(NamedTuple):
    """A stretch of the folded text that is not as long as what it was made from."""

    start: int
    end: int
    was_start: int
    was_end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is the folded form. Places are code points."""

    text: str
    _edits: tuple[_Edit, ...] = ()
    _starts: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the folded text, not an empty one, stands in the text as it was."""
        return Span(self._was(start)[0], self._was(end - 1)[1])

    def _was(self, place: int) -> tuple[int, int]:
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return place, place + 1
        edit = self._edits[number]
        if place < edit.end:
            return edit.was_start, edit.was_end
        at = edit.was_end + place - edit.end
        return at, at + 1


def fold(text: str, *, no_break: str = " ") -> Folded:
    """A text with nothing in it that a reader cannot see or would take for something else.

    Soft hyphens, zero-width signs, signs of direction and variation selectors go. Every hyphen is `-`; dashes and the
    minus sign stay. Ligatures, full-width signs, digits of any script, squared units (`㎞`) and letters with a mark of
    their own become the plain letters and digits. Raised digits, mathematical ones, `½` and `…` mean something and
    stay. Unusual spaces become a space; those that hold a number together become `no_break`.
    """
    pieces, edits = list[str](), list[_Edit]()
    at = length = 0
    for match in _ODD.finditer(text):
        start, end = match.span()
        if "\u0300" <= match[0][0] <= "\u036f" and start > at and text[start - 1].isalpha():
            start -= 1
        odd = text[start:end]
        plain = _plain(odd, no_break)
        if plain == odd:
            continue
        pieces += text[at:start], plain
        length += start - at
        if len(plain) != len(odd):
            edits.append(_Edit(length, length + len(plain), start, end))
        length += len(plain)
        at = end
    if not at:
        return Folded(text)
    return Folded("".join([*pieces, text[at:]]), tuple(edits), tuple(edit.start for edit in edits))


@lru_cache(maxsize=4096)
def _plain(odd: str, no_break: str) -> str:
    if len(odd) > 1:
        return unicodedata.normalize("NFC", odd)
    if odd in _HYPHENS:
        return "-"
    if odd in _DASHES:
        return _DASHES[odd]
    if odd in _NO_BREAK:
        return no_break
    category = unicodedata.category(odd)
    if category == "Cf" or "\ufe00" <= odd <= "\ufe0f" or "\U000e0100" <= odd <= "\U000e01ef":
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " " if category == "Zs" else "\n"
    kind, _, points = unicodedata.decomposition(odd).partition(" ")
    if category == "Nd":
        return odd if kind == "<font>" else str(unicodedata.decimal(odd))
    if kind and not kind.startswith("<"):
        return unicodedata.normalize("NFC", odd)  # the sign of Kelvin is a K
    if kind not in _FOLDED_KINDS:
        return odd
    plain = "".join(chr(int(point, 16)) for point in points.split())
    means_the_same = kind != "<compat>" or all(part.isalpha() or part == "°" for part in plain)
    return plain if means_the_same and plain.strip() else odd
