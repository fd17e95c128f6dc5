"""A hyphen at a line's end: whether it belongs to its word, as in `well-known`, or to the page, as in `swim-ming`.

The text decides: it stays where the text has the word with it elsewhere, and goes where the text has it without. Where
the text has neither, it stays in what can be no syllable: behind `well`, `self`, `half` and numbers, in chains such as
`mother-in-law`, and between two words that the text has each by itself. All else is a word that the page broke, which
is by far the usual case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_HYPHENS = "-\u2010"
_WORD = rf"[^\W\d_]+(?:[{_HYPHENS}][^\W\d_]+)*"
_WORDS = re.compile(_WORD)
_LAST = re.compile(rf"({_WORD})[{_HYPHENS}]$")
_BROKEN = re.compile(rf"(?<![^\W\d_])(?<![{_HYPHENS}]){_WORD}[{_HYPHENS}\u00ad]\n{_WORD}")
_HANGS = re.compile(rf"(?:and|or|to) \w+[{_HYPHENS}]")
"""What follows the first hyphen of `two- and three-year-olds`."""

_HEAD_WORDS = (
    "well self half two three four five six seven eight nine twenty thirty forty fifty sixty seventy eighty ninety"
)
_HEADS = frozenset(_HEAD_WORDS.split())
_ENDING_WORDS = "teen teens teenth ty ties tieth een eenth y th some fold pence way ness ish less ing ed er"
_ENDINGS = frozenset(_ENDING_WORDS.split())
"""What makes one word with one of the heads: `seven-teen`, `self-ish`."""

_LINK_WORDS = "in of the to up by and on for at a off out year"
_LINKS = frozenset(_LINK_WORDS.split())


def broken_word(before: str, behind: str) -> tuple[str, str] | None:
    """The two halves of a word that goes on behind a line's end, in small letters; None where none does."""
    first, second = _LAST.search(before), _WORDS.match(behind)
    if not first or not second or not behind[0].islower() or _HANGS.match(behind):
        return None
    return _plain(first[1]), _plain(second[0])


def known_words(lines: Sequence[str]) -> frozenset[str]:
    """The words of a text that no line's end breaks; none where no line ends with a hyphen."""
    if not any(line.endswith(tuple(_HYPHENS)) for line in lines):
        return frozenset()
    return frozenset(map(_plain, _WORDS.findall(_BROKEN.sub(" ", "\n".join(lines)))))


def is_compound(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between two halves of a word belongs to it."""
    if f"{first}-{second}" in known or f"{first}{second}" in known:
        return f"{first}-{second}" in known
    head, tail = first.rpartition("-")[2], second.partition("-")[0]
    if (head in _LINKS and head != first) or (tail in _LINKS and tail != second):
        return True
    if head in _HEADS and tail not in _ENDINGS:
        return True
    return min(len(head), len(tail)) > 2 and {head, tail} <= known


def _plain(word: str) -> str:
    return word.lower().replace("\u2010", "-")
