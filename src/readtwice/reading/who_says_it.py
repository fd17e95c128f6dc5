"""Whose words a text is made of: named speakers, quotations without a name, and the text's own voice. English only.

A sentence belongs to whoever is named with a verb of speech in it. Who `he` or `she` is, is not resolved.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from readtwice.article import Article

OWN_VOICE = ""
_SAYS = (
    r"(?:said|says|say|told|tells|added|adds|explained|explains|argued|argues|claimed|claims|warned|wa"
    r"rns|wrote|writes|"
    r"announced|announces|stated|states|noted|notes|insisted|insists|admitted|admits|denied|denies|ask"
    r"ed|asks|replied|"
    r"promised|promises|reported|reports|suggested|suggests|stressed|emphasized|emphasised|believes|believed)"
)
_NAME = (
    r"(?:(?:[Tt]he|[Aa]|[Aa]n) (?:[\w-]+ ){0,3}?(?:spokes\w+|ministry|council|police|government|compan"
    r"y|club|report|study|agency|"
    r"office|department|authority|university|school|union|association|court|party|mayor|minister|president|owner|"
    r"organisers?|researchers?|doctor|teacher|director|coach|manager|statement)\b|"
    r"[A-Z][\w’'.-]+(?: (?:of|von|van|de|al|bin|the) [A-Z][\w’'-]+| [A-Z][\w’'-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey)"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[Aa]ccording to (?P<who>{_NAME})",
        rf"\b{_SAYS} (?P<who>(?!(?:In|On|At|That|The article|It)\b){_NAME})(?=[\s,.;:”\"]|$)",
        rf"(?P<who>{_NAME})(?:,[^,.;]{{1,70}},)? (?:has |have |had |also |then |later |again |often )*{_SAYS}\b",
    )
)
_QUOTED = re.compile(r"[“\"][^“”\"]{3,}[”\"]")
_PRONOUNS = {"he": "he", "she": "she", "they": "they"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence by its id, and who says it: a name, `he`, or OWN_VOICE. `quoted` without a name is `“…”`."""

    sentence: str
    who: str
    words: int


def who_says_it(article: Article) -> tuple[Voice, ...]:
    """A voice for each sentence of the text's paragraphs."""
    paragraphs = {block.id for block in article.blocks if block.kind == "paragraph"}
    return tuple(
        Voice(one.id, _who(article.quote(one)), len(article.quote(one).split()))
        for one in article.sentences
        if one.block in paragraphs
    )


def shares(voices: tuple[Voice, ...]) -> list[tuple[str, int]]:
    """Each voice with its words in percent of all, the largest first."""
    counts: Counter[str] = Counter()
    for one in voices:
        counts[one.who] += one.words
    whole = counts.total()
    return [(who, round(100 * words / whole)) for who, words in counts.most_common()] if whole else []


def _who(text: str) -> str:
    for pattern in _PATTERNS:
        if found := pattern.search(text):
            who = " ".join(found["who"].split()).rstrip(".")
            return _PRONOUNS.get(who.lower(), who)
    return "“…”" if _QUOTED.search(text) else OWN_VOICE


_NAMED = re.compile(r"\b[A-Z][\w’'-]+(?: (?:of |von |van |de |al )?[A-Z][\w’'-]+)+|\b[A-Z]{2,6}\b")
_NO_NAME_WORDS = "The A An In On At For And But It He She They We I This That These Those When While After Before If As"
_NO_NAME = frozenset(_NO_NAME_WORDS.split())


def named(article: Article, most: int = 30) -> list[tuple[str, tuple[str, ...]]]:
    """People and bodies by the names that the text gives them, each with the sentences where it stands."""
    found: dict[str, list[str]] = {}
    headings = {block.id for block in article.blocks if block.kind == "heading"}  # where every word may be large
    for sentence in (one for one in article.sentences if one.block not in headings):
        for match in _NAMED.finditer(article.quote(sentence)):
            words = match[0].removesuffix("’s").removesuffix("'s").split()
            while words and words[0] in _NO_NAME:
                words.pop(0)
            name = " ".join(words)
            if len(name) > 2 and (len(words) > 1 or name.isupper()):
                places = found.setdefault(name, [])
                if sentence.id not in places:
                    places.append(sentence.id)
    ranked = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return [(name, tuple(places)) for name, places in ranked[:most]]
