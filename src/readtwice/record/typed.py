"""Codes as people type them: letters of other alphabets that look the same, any dash, and signs that nobody sees."""

from __future__ import annotations

from readtwice.article.fold import fold

_CYRILLIC = dict(zip("АВЕКМНРСТХЅЈІОУҮԚԜҺӀԀ", "ABEKMHPCTXSJIOYYQWHID", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΚΜΝΡΤΥΧΙΟ", "ABEZHKMNPTYXIO", strict=True))
_WIDE = {chr(ord(one) + 0xFEE0): one for one in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_SAME_LOOK = _CYRILLIC | _GREEK | _WIDE | {"İ": "I"}
_DASHES = "\u058a\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2500\u30fc\ufe31\ufe32\ufe58\ufe63\uff0d"

AS_TYPED = str.maketrans(
    {small: one for letter, one in _SAME_LOOK.items() for small in (letter, letter.lower()) if len(small) == 1}
    | {chr(small): chr(small - 32) for small in range(ord("a"), ord("z") + 1)}
    | dict.fromkeys(_DASHES, "-")
    | {"ı": "I"}
)
"""Capitals, plain hyphens, and Latin letters; each character stays one, so that places in a text stay the same."""


def plain_code(text: str) -> str:
    """What somebody typed, in capital Latin letters with plain hyphens and single spaces."""
    return " ".join(fold(text).text.translate(AS_TYPED).upper().split())
