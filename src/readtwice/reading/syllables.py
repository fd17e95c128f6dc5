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


class Pronunciations(Mapping[str, list[list[str]]]):
    """Counts in the shape in which textstat asks a dictionary: a word's first pronunciation with so many vowels."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["AH0"] * self._counts[word]]

    def __iter__(self) -> Any:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)


def packed(counts: Mapping[str, int]) -> bytes:
    """A file's content: the fingerprint of the hyphenation, then a line of words for no syllable, one, two …"""
    lines = [
        " ".join(sorted(word for word, count in counts.items() if count == one))
        for one in range(max(counts.values()) + 1)
    ]
    return zlib.compress("\n".join([fingerprint(), *lines]).encode(), 9)


@cache
def dictionary() -> Pronunciations:
    """The shipped counts; read when first needed."""
    _, *lines = _stored_lines()
    counts: dict[str, int] = {}
    for count, line in enumerate(lines):
        counts |= dict.fromkeys(line.split(), count)
    return Pronunciations(counts)


def made_for() -> str:
    """The fingerprint of the hyphenation for which the counts were made."""
    return _stored_lines()[0]


def hyphenated(word: str) -> int:
    """Syllables by hyphenation: places where a word may be broken, plus one."""
    return len(_hyphenation().positions(word)) + 1


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
