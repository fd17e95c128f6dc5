"""The names of a text for a ledger: people and bodies, each with all sentences where it stands. English only."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from readtwice.article import Article
from readtwice.reading.people import Mention, families, mentions

_Who = tuple[str, str | None]
"""A family and the first name of one of it, empty where the text tells none; or a name, and None."""
_MOST_WORDS = 6
_SHORT = re.compile(r"[A-Z]{3,6}(?:-\d+)?")


def named(article: Article, most: int = 30) -> list[tuple[str, tuple[str, ...]]]:
    """People and bodies by the names that the text gives them, each with all sentences where it stands.

    `Mrs Holm` and `Mayor Anna Holm` are `Anna Holm`, unless the text has another first name of that family.
    """
    found = mentions(article)
    people = families(found, sure=False)
    forms = _forms(article, found, people)
    places: defaultdict[_Who, dict[str, None]] = defaultdict(dict)
    for one in found:
        for who in (_who(one, people), *_parts(one)):
            if who in forms:
                places[who][one.sentence] = None
    ranked = sorted(((names.most_common(1)[0][0], tuple(places[who])) for who, names in forms.items()), key=_rank)
    return ranked[:most]


def _rank(row: tuple[str, tuple[str, ...]]) -> tuple[int, str]:
    return -len(row[1]), row[0]


def _forms(
    article: Article, found: list[Mention], people: dict[str, list[frozenset[str]]]
) -> defaultdict[_Who, Counter[str]]:
    """Who gets a row, and how often the text names them so. A heading gives none: every word there may be large."""
    headings = {block.id for block in article.blocks if block.kind == "heading"}
    forms: defaultdict[_Who, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.sentence.partition(".")[0] not in headings and (
            len(one.run.words) > 1 or _SHORT.fullmatch(one.run.name)
        ):
            family, first = who = _who(one, people)
            is_first_told = bool(one.run.first_names())
            name = (one.run.full if is_first_told else f"{first} {family}") if first else one.run.name
            forms[who][name] += 1
    return forms


def _who(one: Mention, people: dict[str, list[frozenset[str]]]) -> _Who:
    persons = people.get(one.run.family)
    if persons is None:
        return one.run.name, None
    mine = one.run.first_names()
    firsts = [min(names) for names in persons if names & mine or (not mine and len(persons) == 1)]
    if firsts:
        return one.run.family, firsts[0]
    return (one.run.family, "") if not persons else (one.run.name, None)


def _parts(one: Mention) -> list[_Who]:
    """Shorter names that a longer one may hold: `NATO` in `NATO Secretary General Mark Rutte`."""
    words = one.run.words
    return [
        (" ".join(words[start:stop]), None)
        for start in range(len(words))
        for stop in range(start + 1, min(len(words), start + _MOST_WORDS) + 1)
        if stop - start < len(words)
    ]
