"""Loaded words in a text, by a lexicon. It finds words; it does not understand them.

It cannot see whose judgment a word is, unless the word stands in quotation marks, nor what a text leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from readtwice.article.fold import fold
from readtwice.pack.lexicon import LoadedPhrase

_QUOTED = re.compile(r"“[^”\n]{1,400}”|\"[^\"\n]{1,400}\"|(?<!\w)‘[^’\n]{1,400}(?:’\w[^’\n]{0,400}){0,9}’(?!\w)")
_BETWEEN = r"[ \n]+"


@dataclass(frozen=True, slots=True)
class Wording:
    """A loaded word or phrase where it stands: `start` and `end` are code points. The rest is from the lexicon."""

    start: int
    end: int
    text: str
    category: str
    why: str
    neutral: str


def read_wording(text: str, lexicon: Sequence[LoadedPhrase]) -> list[Wording]:
    """Every loaded phrase of a text, in order, the longest where two begin at one place. They never overlap.

    It is looked for in the folded text; places and `text` are those of the text as it was.
    """
    pattern, known = _compiled(tuple(lexicon))
    folded, written = fold(text), text
    text = folded.text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found: list[Wording] = []
    place = 0
    while lexicon and (match := pattern.search(text, place)):
        start, end = match.span()
        place = end
        entry = known.get(_plain(match[0]))
        # None: a letter that a search takes for another, as it does the long s, and that is no form of ours.
        if entry is None or any(left < start and end < right for left, right in quoted):
            continue
        if _fine_here(text, start, end, entry):
            continue
        span = folded.span(start, end)
        words = written[span.start : span.end]
        found.append(Wording(span.start, span.end, words, entry.category, entry.why, entry.neutral))
    return found


def says(entry: LoadedPhrase, text: str) -> bool:
    """Whether a phrase or one of its forms stands in a text, loaded or not."""
    return _compiled((entry,))[0].search(fold(text).text) is not None


@lru_cache(maxsize=4)
def _compiled(lexicon: tuple[LoadedPhrase, ...]) -> tuple[re.Pattern[str], dict[str, LoadedPhrase]]:
    known = {_plain(form): entry for entry in lexicon for form in (entry.phrase, *entry.forms)}
    forms = sorted(known, key=len, reverse=True)
    first = "".join(sorted({re.escape(form[0]) for form in forms})) or "a"  # looked at before the forms, one by one
    return re.compile(rf"(?<![\w-])(?=[{first}])(?:{'|'.join(map(_as_pattern, forms))})(?![\w-])", re.IGNORECASE), known


def _as_pattern(form: str) -> str:
    return _BETWEEN.join(re.escape(word).replace("'", "[’']") for word in form.split())


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _fine_here(text: str, start: int, end: int, entry: LoadedPhrase) -> bool:
    before, after = _plain(text[max(0, start - 60) : start]), _plain(text[end : end + 60])
    return any(re.match(rf"{re.escape(_plain(one))}(?!\w)", after) for one in entry.unless_next) or any(
        re.search(rf"(?<!\w){re.escape(_plain(one))}$", before) for one in entry.unless_before
    )
