"""The lexicon: loaded words and phrases, why each is loaded, what would be plain, and where the same word is fine.

It stays a CSV file, `lexicon.csv`, and is read when it is first asked for: few lessons need it. Every row is our own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources

from readtwice.figures.csv_files import Trouble, csv_rows

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
            remedy = f"Use one of: {', '.join(CATEGORIES)}"
            troubles.append(Trouble(line, f"category `{row['category']}` of “{phrase}” is not known", remedy))
            continue
        twice = [form for form in (phrase, *lists["forms"]) if form in taken]
        if twice:
            remedy = f"Leave it to “{taken[twice[0]]}”, or take it out there"
            troubles.append(Trouble(line, f"“{twice[0]}” stands twice", remedy))
            continue
        taken |= dict.fromkeys((phrase, *lists["forms"]), phrase)
        told = (row["category"], row["why"], row["neutral"], row["clean_example"])
        found.append(LoadedPhrase(phrase, lists["forms"], *told, lists["unless_next"], lists["unless_before"]))
    return tuple(found), troubles


@lru_cache(maxsize=4)
def load_lexicon(slug: str) -> tuple[LoadedPhrase, ...]:
    """The lexicon of a pack that ships with the course, checked when it was built. Raises FileNotFoundError."""
    file = resources.files("readtwice") / "packs" / slug / FILE
    return read_lexicon(file.read_text(encoding="utf-8"))[0]
