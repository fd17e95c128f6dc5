"""Readability: how long the words and sentences of a text are, by textstat's formulas. It says nothing on reliability.

textstat counts syllables with a dictionary that it downloads when it first needs one. Here it never does: syllables
are places where a word may be hyphenated, plus one, by pyphen. That finds fewer syllables than the dictionary, so the
Flesch formulas come out about one grade lower. Formulas that count letters are not touched by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module

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
_POINT_IN_NUMBER = re.compile(r"(?<=\d)\.(?=\d)")
_END = re.compile(r"[.!?…:][\"”’')\]]*$")
_WORD = re.compile(r"[^\W\d_]")


class NothingToRead(ValueError):
    """A text without a word; the message is one sentence for a person."""


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
    form keeps its last stop before a word that mostly begins a sentence: "in the U.S. The law …".
    """
    lines = []
    for line in text.splitlines():
        words = " ".join(line.split())
        if not words:
            continue
        words = _POINT_IN_NUMBER.sub(",", _ABBREVIATION.sub(_without_stops, words))
        lines.append(words if _END.search(words) else f"{words}.")
    return "\n".join(lines)


def _without_stops(short: re.Match[str]) -> str:
    return short[0].replace(".", "") + ("" if short["and_ends"] is None else ".")


def readability(text: str) -> Readability:
    """Counts and grades of a text. Raises NothingToRead for one without a word."""
    if not _WORD.search(text):
        raise NothingToRead("There is nothing to measure: the text has no words.")
    # Here and not above, since it takes half a second and few lessons measure anything.
    import textstat

    import_module("textstat.backend.counts._count_syllables").get_cmudict = lambda _language: None  # type: ignore[attr-defined]
    prepared = prepare(text)
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
