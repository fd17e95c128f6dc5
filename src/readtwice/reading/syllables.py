"""How many syllables an English word has, by CMUdict, as textstat counts them with its own dictionary.

textstat would download the dictionary at first use. Here the counts are shipped, for those words only that hyphenation
counts differently; `DATA-NOTICE.md` says whose they are. What the dictionary does not know is counted by hyphenation,
as textstat does too.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

STORED = Path(__file__).with_name("syllables.txt.zz")
"""Where the maker of the file puts it; it is read as a resource of this package."""


def packed(counts: Mapping[str, int]) -> bytes:
    """A file's content: the fingerprint of the hyphenation, then a line of words for no syllable, one, two …"""
    lines = [
        " ".join(sorted(word for word, count in counts.items() if count == one))
        for one in range(max(counts.values()) + 1)
    ]
    return zlib.compress("\n".join([fingerprint(), *lines]).encode(), 9)


@cache
def dictionary() -> dict[str, list[list[str]]]:
    """The shipped counts in the shape in which textstat asks a dictionary: a first pronunciation with so many vowels.

    Read when first needed. Words of one count share one list.
    """
    _, *lines = _stored_lines()
    known: dict[str, list[list[str]]] = {}
    for count, line in enumerate(lines):
        pronunciation = [["AH0"] * count]
        known |= {word: pronunciation for word in line.split()}
    return known


class Counted(dict[str, list[list[str]]]):
    """The shipped counts and, for every other word, what hyphenation counts; kept, since words recur.

    textstat would ask the same hyphenation itself, after an error for each word.
    """

    MOST_KEPT = 200_000

    def __missing__(self, word: str) -> list[list[str]]:
        pronunciation = [["AH0"] * hyphenated(word)]
        if len(self) < self.MOST_KEPT:
            self[word] = pronunciation
        return pronunciation


@cache
def all_counted() -> Counted:
    """What textstat is given for its dictionary."""
    return Counted(dictionary())


def made_for() -> str:
    """The fingerprint of the hyphenation for which the counts were made."""
    return _stored_lines()[0]


LONGEST = 200
"""Letters of a word that are looked at. A run of millions is no word, and would take a minute."""


def hyphenated(word: str) -> int:
    """Syllables by hyphenation: places where a word may be broken, plus one."""
    return len(_hyphenation().positions(word[:LONGEST])) + 1


def fingerprint() -> str:
    """What the installed hyphenation says about English, in short."""
    import pyphen

    return sha256(Path(str(pyphen.LANGUAGES["en_US"])).read_bytes()).hexdigest()[:16]


def _stored_lines() -> list[str]:
    return zlib.decompress(files("readtwice.reading").joinpath(STORED.name).read_bytes()).decode().split("\n")


@cache
def _hyphenation() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_US")
