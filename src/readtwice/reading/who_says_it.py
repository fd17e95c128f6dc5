"""Whose words a text is made of: named speakers, quotations without a name, and the text's own voice. English only.

A sentence belongs to whoever is named first with a verb of speech in it. Who `he` or `she` is, is not resolved.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from readtwice.article import Article
from readtwice.reading.people import TITLES, inside, mentions, runs

OWN_VOICE = ""
_SURELY = r"(?:said|says|told|tells|asked|asks|replied|replies|wrote|writes|insisted|insists|admitted|admits)"
"""Only who speaks does that. Prices, too, add and explain."""
_PERHAPS = (
    r"(?:say|added|explained|explains|argued|argues|claimed|warned|warns|announced|announces|stated|noted|denied|"
    r"denies|promised|reported|suggested|suggests|stressed|emphasized|emphasised|believes|believed|"
    r"(?:adds|claims|states|notes|promises|reports)(?! (?:show|say|suggest|are|were|of|from|on|about|for|in)\b))"
)
_BODY = (
    r"(?:spokes\w+|ministry|council|police|government|company|firm|bank|club|team|report|study|agency|office|"
    r"department|authority|university|school|union|association|court|party|committee|board|mayor|minister|"
    r"president|owner|organisers?|researchers?|scientists?|residents|doctor|teacher|director|coach|manager|judge|"
    r"chairman|chairwoman|captain|driver|farmer|statement)"
)
_NAME = (
    rf"(?:(?:[Tt]he|[Aa]|[Aa]n) (?:[\w-]+ ){{0,3}}?{_BODY}\b|"
    r"[A-Z][\w’'.-]+(?: (?:of|von|van|de|al|bin|the) [A-Z][\w’'-]+| [A-Z][\w’'-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey)"
)
_PLACED = r"(?:in|on|at|of|from|to|for|that|by|with|the|an?|he|she|they|it)\b"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<surely>[Aa]ccording to) (?P<who>{_NAME})",
        # the name after the verb, as it stands after a quotation; else it is of the one who is told
        rf"(?:^|(?<=[,”\"’?!—–])|(?<=[,”\"’?!—–] ))(?!told|tells)(?:(?P<surely>{_SURELY})|{_PERHAPS}) "
        rf"(?:(?!{_PLACED})[a-z-]+ ){{0,3}}?(?P<who>{_NAME})(?=[\s,.;:”\"]|$)",
        rf"(?P<who>{_NAME})(?:,[^,.;]{{1,70}},)? (?:has |have |had |also |then |later |again |often )*"
        rf"(?:(?P<surely>{_SURELY})|{_PERHAPS})\b",
    )
)
_QUOTED = re.compile(r"[“\"][^“”\"]{3,}[”\"]")
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_PEOPLE_WORDS = (
    "police firefighters officials experts critics neighbours neighbors parents pupils campaigners opponents "
    "supporters unions doctors workers authorities staff customers prosecutors"
)
_PEOPLE = frozenset(_PEOPLE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence by its id, and who says it: a name, `he`, or OWN_VOICE. `quoted` without a name is `“…”`."""

    sentence: str
    who: str
    words: int


def who_says_it(article: Article) -> tuple[Voice, ...]:
    """A voice for each sentence of the text's paragraphs."""
    paragraphs = {block.id for block in article.blocks if block.kind == "paragraph"}
    known = inside(one.run for one in mentions(article))
    return tuple(
        Voice(one.id, _who(article.quote(one), known), len(article.quote(one).split()))
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


def _who(text: str, known: frozenset[str]) -> str:
    found = sorted((match for pattern in _PATTERNS for match in pattern.finditer(text)), key=re.Match.start)
    speakers = filter(None, (_speaker(match, known) for match in found))
    return next(speakers, "“…”" if _QUOTED.search(text) else OWN_VOICE)


def _speaker(found: re.Match[str], known: frozenset[str]) -> str:
    """A pronoun, a body or a name with a verb of speech; empty for `nobody`, and for a thing that does likewise."""
    who = " ".join(found["who"].split()).rstrip(".")
    low = who.lower()
    is_sure = bool(found["surely"])
    if low in _PRONOUNS:
        return low if is_sure or low != "it" else ""
    if low.startswith(("the ", "a ", "an ")):
        return who
    name = next(runs(who), None)
    if name is None:
        return ""
    is_name = len(name.words) > 1 or found.start("who") > 0 or name.name in known
    is_of_people = low in _PEOPLE or low.removesuffix("s") in TITLES
    return who[name.start :] if is_sure or is_name or is_of_people else ""
