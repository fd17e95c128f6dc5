"""Codes as people type them: letters of other alphabets that look the same, any dash, and signs that nobody sees."""

from __future__ import annotations

from unicodedata import normalize

_CYRILLIC = dict(zip("АВЕКМНРСТХЅЈІОУҮԚԜҺӀԀ", "ABEKMHPCTXSJIOYYQWHID", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΚΜΝΡΤΥΧΙΟ", "ABEZHKMNPTYXIO", strict=True))
_OF_OTHER_FONTS = {  # full-width, mathematical, of a circle: what a phone or a name generator makes of a letter
    chr(place): plain.upper()
    for first, last in ((0x2100, 0x214F), (0x24B6, 0x24E9), (0xFF10, 0xFF5A), (0x1D400, 0x1D7FF))
    for place in range(first, last + 1)
    if len(plain := normalize("NFKC", chr(place))) == 1 and plain.isascii() and plain.isalnum()
}
_ZEROS = (
    0x660,
    0x6F0,
    0x7C0,
    0x966,
    0x9E6,
    0xA66,
    0xAE6,
    0xB66,
    0xBE6,
    0xC66,
    0xCE6,
    0xD66,
    0xE50,
    0xED0,
    0x1040,
    0x17E0,
)
_OTHER_DIGITS = {chr(zero + digit): str(digit) for zero in _ZEROS for digit in range(10)}
_SAME_LOOK = _CYRILLIC | _GREEK | _OF_OTHER_FONTS | _OTHER_DIGITS | {"İ": "I"}
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
    if not text.isascii():
        from readtwice.article.fold import fold  # here, since hardly a code needs it, and every page reads some

        text = fold(text).text.translate(AS_TYPED)
    return " ".join(text.upper().split())


def characters_of(text: str) -> str:
    """The letters and digits of a code, without whatever stands between and around them."""
    return "".join(filter(str.isalnum, plain_code(text)))
