"""Readability: how long the words and sentences of a text are, by textstat's formulas. It says nothing on reliability.

textstat counts syllables with CMUdict, which it downloads when it first needs it. Here it is handed the same counts,
which are shipped (`syllables.py`), so that the figures are those of textstat with its dictionary, and no network is
asked.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from readtwice.article.fold import fold
from readtwice.reading.syllables import all_counted
from readtwice.words import say

_TITLES = "Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Adm|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Jr|Sr|St"
_SHORTENED = "Inc|Ltd|Corp|Co|vs|approx|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec"
_ABBREVIATION = re.compile(
    r"\b(?:"
    r"[A-Za-z](?:\.[A-Za-z])+\b\.?"  # U.S., a.m.
    r"|[A-HJ-Z]\.(?=\s[A-Z])"  # the J. of a name
    rf"|(?:{_TITLES}|{_SHORTENED})\."
    r"|(?:No|Fig|pp?)\.(?=\s?\d)"
    r")(?P<and_ends>(?<=\.)(?=\s+(?:The|This|That|These|Those|He|She|It|They|We|But|And|In|On|At|If|When)\b))?"
)
_GLUED = re.compile(
    r"[.!?](?<=[^\W\d_A-Z].)(?=[”’)\"']?[“‘\"']?[A-Z])"  # ended.Then
    r"|[,;](?<=[^\W\d_].)(?=[^\W\d_])"  # one,two
    r"|[—–…](?<=\w.)(?=\w)|--(?<=\w--)(?=\w)"  # one—two
)
"""Signs after which a space was left out; each alternative begins with the sign, which is quickly found."""
_POINT_IN_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")
_END = re.compile(r"[.!?…:][\"”’')\]]*$")
_WORD = re.compile(r"[^\W\d_]")
_A_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")


_ENGLISH = frozenset(
    (
        *(
            "the",
            "and",
            "to",
            "that",
            "it",
            "with",
            "his",
            "they",
            "are",
            "this",
            "have",
            "from",
            "not",
            "which",
            "but",
        ),
        *(
            "were",
            "their",
            "who",
            "would",
            "said",
            "you",
            "been",
            "if",
            "there",
            "what",
            "when",
            "about",
            "more",
            "can",
        ),
        *("than", "into", "could", "them", "then", "some", "after", "also"),
    )
)
"""Words that English cannot do without, and that its neighbours have not."""
_ENOUGH_WORDS = 20
_ENOUGH_TEXT = 20_000
_LEAST_ENGLISH = 0.04
_MOST_OTHER_LETTERS = 0.3


class NothingToRead(ValueError):
    """A text without a word, or not in English; the message is for a person."""


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts, and what the formulas make of them.

    Grades are years of school in the United States; the formulas disagree, and none knows what a sentence means.
    `flesch_reading_ease` runs from about 100 (easy) downwards, also below 0. `lix` runs from about 20 (easy) to 60.
    Sources: Kincaid and others 1975 (flesch_kincaid_grade, and ari as revised there), Flesch 1948
    (flesch_reading_ease), Gunning 1952, Coleman and Liau 1975, Björnsson 1968 (lix); computed by textstat, which
    leaves sentences of one or two words out of `sentences`, but not out of `words`.
    """

    sentences: int
    words: int
    syllables: int
    letters: int
    flesch_kincaid_grade: float
    flesch_reading_ease: float
    ari: float
    gunning_fog: float
    coleman_liau_index: float
    lix: float


def prepare(text: str) -> str:
    """A text in which a full stop ends a sentence and does nothing else.

    "U.S." becomes "US", "65.9" becomes "65,9", and every line (a heading, a caption) ends like a sentence. A short
    form keeps its last stop before a word that mostly begins a sentence: "in the U.S. The law …". Where a space
    was left out, as in "ended.Then", it is put in, or two words would be counted as one.
    """
    lines = []
    for line in text.splitlines():
        words = " ".join(line.split())
        if not words:
            continue
        words = _GLUED.sub(r"\g<0> ", words)
        words = _POINT_IN_NUMBER.sub(",", _ABBREVIATION.sub(_without_stops, words))
        lines.append(words if _END.search(words) else f"{words}.")
    return "\n".join(lines)


def _without_stops(short: re.Match[str]) -> str:
    return short[0].replace(".", "") + ("" if short["and_ends"] is None else ".")


def readability(text: str) -> Readability:
    """Counts and grades of a text. Raises NothingToRead for one without a word, and for one that is not in English."""
    text = fold(text).text
    if not _WORD.search(text):
        raise NothingToRead(say("readability.no_words"))
    if trouble := _not_english(text):
        raise NothingToRead(say(f"readability.{trouble}"))
    textstat, prepared = _textstat(), prepare(text)
    return Readability(
        sentences=textstat.sentence_count(prepared),
        words=textstat.lexicon_count(prepared),
        syllables=textstat.syllable_count(prepared),
        letters=textstat.letter_count(prepared),
        flesch_kincaid_grade=round(textstat.flesch_kincaid_grade(prepared), 2),
        flesch_reading_ease=round(textstat.flesch_reading_ease(prepared), 2),
        ari=round(textstat.automated_readability_index(prepared), 2),
        gunning_fog=round(textstat.gunning_fog(prepared), 2),
        coleman_liau_index=round(textstat.coleman_liau_index(prepared), 2),
        lix=round(textstat.lix(prepared), 2),
    )


def _textstat() -> Any:
    """The library, with counts of ours in place of the dictionary that it would fetch from the network.

    Imported here, since few lessons measure anything, and without nltk, which would fetch it: that takes seconds more.
    """
    fetches = "textstat.backend.utils._get_cmudict"
    if fetches not in sys.modules:
        sys.modules[fetches] = ModuleType(fetches)
        vars(sys.modules[fetches])["get_cmudict"] = None
    import textstat

    vars(import_module("textstat.backend.counts._count_syllables"))["get_cmudict"] = lambda _language: all_counted()
    return textstat


def _not_english(text: str) -> str:
    """What makes a text one that the formulas were not made for: `other_script`, `other_language`; empty if nothing."""
    text = text[:_ENOUGH_TEXT]
    letters = sum(map(str.isalpha, text))
    if letters - len(_LATIN.findall(text)) > _MOST_OTHER_LETTERS * letters:
        return "other_script"
    words = [word.lower() for word in _A_WORD.findall(text)]
    known = sum(word in _ENGLISH for word in words)
    return "other_language" if len(words) >= _ENOUGH_WORDS and known < _LEAST_ENGLISH * len(words) else ""
