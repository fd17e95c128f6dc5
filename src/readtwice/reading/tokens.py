"""A text as a row of tokens: numbers, words and signs, each with its code points and the space before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<other> https?://\S+ | www\.\S+ | [\w.+-]{1,64}@\w[\w.-]* | [\#@]\w+ )  # addresses, tags: nothing in them counts
  | (?P<break> \n[^\S\n]*\n )                                                  # a blank line: nothing is read across it
  | (?P<number> [0-9]{1,3} (?:[\u00a0\u2009\u202f'’][0-9]{3})+ (?![0-9]) (?:[.,][0-9]+)?
              | (?<![\w.,])\.[0-9]+
              | [0-9]+ (?:[.,][0-9]+)* )
  | (?P<word> (?:[A-Za-z]\.)+[A-Za-z]\b\.? | [^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞²³]+ )
  | (?P<sign> \S )
    """,
    re.VERBOSE,
)
HYPHENS = frozenset("-‐‑")
DASHES = HYPHENS | frozenset("–—")


class Token(NamedTuple):
    """`low` is the text in lower case, for words only; `gap` says that white space stands before it."""

    kind: str
    text: str
    low: str
    start: int
    gap: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


NOTHING = Token("", "", "", 0, True)


class Tokens(list[Token]):
    """The tokens of a text, `size` of them, and then NOTHING a few times.

    So looking up to ROOM places back or on is always safe: a place below 0 is one of the last, where NOTHING is.
    """

    ROOM = 16

    def __init__(self, text: str) -> None:
        super().__init__()
        end = -1
        for match in _TOKEN.finditer(text):
            kind, words, start = match.lastgroup or "", match[0], match.start()
            self.append(Token(kind, words, words.lower() if kind == "word" else "", start, start > end))
            end = match.end()
        self.size = len(self)
        self.extend([NOTHING] * self.ROOM)

    def low(self, place: int) -> str:
        """The word at a place in lower case; empty where no word stands."""
        return self[place].low

    def glued(self, place: int) -> bool:
        """Whether a token stands here with no white space before it."""
        return not self[place].gap

    def hyphen(self, place: int) -> bool:
        """Whether a hyphen here ties its two neighbours together."""
        return self[place].text in HYPHENS and self.glued(place) and self.glued(place + 1)

    def tied_on(self, place: int) -> bool:
        """Whether a number or a word stands here with no white space before it."""
        return self.glued(place) and self[place].kind in ("number", "word")

    def words_before(self, place: int, most: int) -> set[str]:
        """Up to so many words before a place, in lower case, back to the nearest sign or number."""
        words = set[str]()
        for at in range(place - 1, place - 1 - most, -1):
            if not self[at].low:
                break
            words.add(self[at].low)
        return words

    def words_from(self, place: int, most: int) -> set[str]:
        """Up to so many words from a place on, in lower case, up to the nearest sign or number."""
        words = set[str]()
        for at in range(place, place + most):
            if not self[at].low:
                break
            words.add(self[at].low)
        return words

    def after(self, place: int, words: Sequence[str]) -> int:
        """The place after these words, which may be tied by hyphens; 0 if others stand here."""
        for number, word in enumerate(words):
            if number and self.hyphen(place):
                place += 1
            if self[place].low != word:
                return 0
            place += 1
        return place


class Found(NamedTuple):
    """What a reader found: the tokens from `first` up to, not including, `end`, and what they say.

    `near` is one past the last token that was understood with it, such as a counted noun.
    """

    first: int
    end: int
    kind: str
    value: str
    value_to: str | None = None
    unit: str | None = None
    currency: str | None = None
    period: str | None = None
    near: int = 0
