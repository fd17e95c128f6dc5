"""The lexicon: loaded words and phrases, why each is loaded, what would be plain, and where the same word is fine.

It stays a CSV file, `lexicon.csv`, and is read when it is first asked for: few lessons need it. Every row is our own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from readtwice.figures.csv_files import Trouble, csv_rows
from readtwice.pack.compiled import home_of
from readtwice.words import language, say

FILE = "lexicon.csv"

CATEGORIES = (
    "praise",
    "blame",
    "feelings",
    "mind-reading",
    "certainty",
    "vague source",
    "size without number",
    "euphemism",
    "conclusion first",
    "filler",
)
"""What makes a word loaded. Feelings and mind-reading are both about what nobody can see: a mood, and an aim."""


@dataclass(frozen=True, slots=True)
class LoadedPhrase:
    """One row. A phrase or one of its `forms` is not loaded right before a word of `unless_next`, nor right after one
    of `unless_before`, nor inside quotation marks, where it has an owner. `clean_example` shows such a place."""

    phrase: str
    forms: tuple[str, ...]
    category: str
    why: str
    neutral: str
    clean_example: str
    unless_next: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()


COLUMNS = tuple(field.name for field in fields(LoadedPhrase))
_LISTS = ("forms", "unless_next", "unless_before")


def read_lexicon(source: str) -> tuple[tuple[LoadedPhrase, ...], list[Trouble]]:
    """The rows of a lexicon, and what is wrong with the others, each with its line."""
    troubles: list[Trouble] = []
    found: list[LoadedPhrase] = []
    taken: dict[str, str] = {}
    for line, row in csv_rows(source, COLUMNS, troubles, _LISTS):
        lists = {name: tuple(part.strip().lower() for part in row[name].split(";") if part.strip()) for name in _LISTS}
        phrase = row["phrase"].strip().lower()
        if row["category"] not in CATEGORIES:
            remedy = say("remedy.use_one_of", known=", ".join(CATEGORIES))
            troubles.append(Trouble(line, say("problem.no_category", category=row["category"], phrase=phrase), remedy))
            continue
        twice = [form for form in (phrase, *lists["forms"]) if form in taken]
        if twice:
            remedy = say("remedy.leave_to_other", taken=taken[twice[0]])
            troubles.append(Trouble(line, say("problem.phrase_twice", twice=twice[0]), remedy))
            continue
        taken |= dict.fromkeys((phrase, *lists["forms"]), phrase)
        told = (row["category"], row["why"], row["neutral"], row["clean_example"])
        found.append(LoadedPhrase(phrase, lists["forms"], *told, lists["unless_next"], lists["unless_before"]))
    return tuple(found), troubles


def load_lexicon(slug: str) -> tuple[LoadedPhrase, ...]:
    """The lexicon of a pack that ships with the course, checked when it was built. Raises FileNotFoundError."""
    return _load_lexicon(slug, language())


@lru_cache(maxsize=4)
def _load_lexicon(slug: str, _language: str) -> tuple[LoadedPhrase, ...]:
    return read_lexicon((home_of(slug) / FILE).read_text(encoding="utf-8"))[0]
