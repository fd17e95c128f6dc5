"""Pairs of sentences that deserve a second look: about the same name, number or date, side by side.

Nothing here can tell a clash. It ranks what is worth reading twice, says why, and leaves the verdict to the reader.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from readtwice.article import Article
from readtwice.article.article import BlockKind
from readtwice.reading.people import THINGS, first_names, people_meant
from readtwice.reading.quantities import Quantity, quantities_of

MOST = 10
_COMMON_WORDS = (
    "about after again all also although among an and any are around as at be because been before being "
    "between both but by can could day did do does down during each even every few first for four from had "
    "has have he her here him his how if in into is it its just last later least less like made make many may "
    "me might month more most much my new no nor not now of off on once one only or other our out over own "
    "people per put said same say says she should since so some still such take than that the their them then "
    "there these they this those three through time to too two under until up us very was way we week well "
    "were what when where which while who whom whose why will with would year years yet you your never always "
    "nobody nearly half quarter third"
)
_UNIT_WORDS = (
    "cent percent percentage minute minutes hour hours day days week weeks month months years second seconds metre "
    "metres meter meters kilometre kilometres kilometer kilometers mile miles feet foot inch inches hectare hectares "
    "acre acres gram grams kilo kilos kilogram kilograms tonne tonnes tons litre litres degree degrees pound pounds "
    "dollar dollars euro euros crown crowns pence cents hundred thousand million billion dozen four five seven eight "
    "nine eleven twelve twenty thirty forty fifty"
)
_COMMON = frozenset(f"{_COMMON_WORDS} {_UNIT_WORDS}".split())
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OFFICE = (
    r"(?:Mayor|President|Minister|Prime Minister|Chancellor|Secretary|Secretary General|Director|Chair|Chairman|"
    r"Chairwoman|Captain|Coach|Professor|Dr\.?|Doctor|Councillor|Senator|Governor|Judge|Inspector|Manager|Principal|"
    r"Chief|Bishop|General|Colonel|Spokesman|Spokeswoman)"
)
_IN_OFFICE = re.compile(
    rf"(?P<former>\b[Ff]ormer (?:[\w.]+ )?)?\b(?P<office>(?i:{_OFFICE})) (?P<name>(?:[A-Z][\w’'-]+ ?){{1,3}})"
)
_NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|refused?|denied|denies|rejects?|rejected|"
    r"against|fails?|failed|stopped|ended|closed|banned)\b|n[’']t\b",
    re.I,
)
_WHOLE = re.compile(
    r"\b(?:always|never|every|all|only|nobody|none|no|since|ever|whole|without|entirely|everyone|everybody|any|alone)\b",
    re.I,
)
"""What is said of all or none: another sentence can break it."""


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Two sentences by their ids. `reasons` are codes, the strongest first; `shared` the words that both have."""

    first: str
    second: str
    reasons: tuple[str, ...]
    shared: tuple[str, ...]
    weight: float


REASONS = ("person", "office", "number", "date", "not", "name", "pronoun", "words")
"""Why a pair stands there: two first names for one family name, in and out of office, and so on."""

MOST_OF_A_REASON = 3
MOST_RARE = 30
"""A word that stands in more sentences than this is not rare, however long the text."""
MOST_OF_A_NAME, MOST_OF_A_WAY = 40, 4
LEAST_WEIGHT = 1.7


def second_looks(article: Article, most: int = MOST) -> tuple[SecondLook, ...]:
    """The pairs of an English text that are most worth a second look, the best first; no sentence more than thrice."""
    sentences = _sentences(article)
    counts = Counter(word for one in sentences.values() for word in one.stems)
    places: defaultdict[str, list[str]] = defaultdict(list)
    for sentence, one in sentences.items():
        for word in {*one.stems, *(f"name {name}" for name in {*one.firsts, *one.offices})}:
            places[word].append(sentence)
    rare_at = min(max(4, len(sentences) // 12), MOST_RARE)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for word, where in places.items():
        if word not in counts:
            for pair in combinations(_of_a_name(where, word.removeprefix("name "), sentences), 2):
                shared[pair].extend(())
        elif counts[word] <= rare_at:
            for pair in combinations(where, 2):
                shared[pair].append(word)
    looks = (_look(pair, rare, sentences, counts) for pair, rare in shared.items())
    return _best((look for look in looks if look.weight >= LEAST_WEIGHT), most)


def _of_a_name(where: list[str], name: str, sentences: dict[str, _Told]) -> list[str]:
    """Sentences with a name; of a name that stands very often, the first few of each way in which it stands."""
    if len(where) <= MOST_OF_A_NAME:
        return where
    kept: list[str] = []
    ways: Counter[tuple[frozenset[str] | None, bool | None]] = Counter()
    for sentence in where:
        told = sentences[sentence]
        way = told.firsts.get(name), told.offices.get(name)
        ways[way] += 1
        if ways[way] <= MOST_OF_A_WAY:
            kept.append(sentence)
    return kept[:MOST_OF_A_NAME]


_Sort = tuple[str, str | None, str | None]
"""What a number counts: its kind, currency and unit."""


@dataclass(frozen=True, slots=True)
class _Told:
    stems: frozenset[str]
    names: frozenset[str]
    firsts: Mapping[str, frozenset[str]]
    offices: dict[str, bool]
    numbers: dict[_Sort, set[str]]
    dates: frozenset[tuple[str, str]]
    negated: bool
    whole: bool
    words: dict[str, str]
    meant: str
    block: str
    kind: BlockKind


def _sentences(article: Article) -> dict[str, _Told]:
    quantities = quantities_of(article.text)
    kinds = {block.id: block.kind for block in article.blocks}
    people = first_names(article)
    meant = people_meant(article)
    found, at = {}, 0
    for sentence in article.sentences:
        while at < len(quantities) and quantities[at].start < sentence.start:
            at += 1
        stop = at
        while stop < len(quantities) and quantities[stop].start < sentence.end:
            stop += 1
        found[sentence.id] = _told(
            article.quote(sentence),
            quantities[at:stop],
            people.get(sentence.id, {}),
            meant.get(sentence.id, ""),
            block=sentence.block,
            kind=kinds[sentence.block],
        )
    return found


def _told(
    text: str,
    quantities: Iterable[Quantity],
    firsts: Mapping[str, frozenset[str]],
    meant: str,
    *,
    block: str,
    kind: BlockKind,
) -> _Told:
    """What a sentence holds; `meant` is the family name of who `he` or `she` may be."""
    words: dict[str, str] = {}
    for found in _WORD.finditer(text):
        low = found[0].lower().removesuffix("’s").removesuffix("'s")
        if len(low) > 3 and low not in _COMMON:
            words.setdefault(_stem(low), found[0])
    if meant:
        words.setdefault(_stem(meant.lower()), meant)
    names = {match[0] for match in re.finditer(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+", text)}
    mine = tuple(quantities)
    numbers: dict[_Sort, set[str]] = {}
    for one in mine:
        if one.kind in ("count", "money", "percent") and (one.unit or one.currency):
            numbers.setdefault((one.kind, one.currency, one.unit), set()).add(one.value)
    dates = frozenset((one.kind, one.value) for one in mine if one.kind in ("date", "year", "month", "weekday"))
    offices = {
        f"{held['office'].lower()} {_last(held['name'])}": bool(held["former"])
        for held in _IN_OFFICE.finditer(text)
        if _last(held["name"]).lower() not in THINGS
    }
    stems = frozenset(words)
    named = frozenset(_stem(name.lower()) for name in names)
    return _Told(
        stems,
        named,
        firsts,
        offices,
        numbers,
        dates,
        bool(_NOT.search(text)),
        bool(_WHOLE.search(text)),
        words,
        _stem(meant.lower()),
        block,
        kind,
    )


def _stem(word: str) -> str:
    """What the forms of a word have in common: `school` of `schools`, `ferry` of `ferries`, `stop` of `stopped`."""
    if word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    word = word.removesuffix("ment") if len(word) > 8 else word
    if ended := _ENDED.fullmatch(word):
        word = _DOUBLED.sub(r"\1", ended[1])
    return word.removesuffix("e")[:_LONGEST]


_ENDED = re.compile(r"(.*[aeiouy].*[^e])(?:ed|ing)")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_LONGEST = 7


def _both_capital(one: str, other: str) -> bool:
    """`Denny Water` and `the water` have a word in common, and no name."""
    return one[0].isupper() and other[0].isupper()


def _look(pair: tuple[str, str], shared: list[str], told: dict[str, _Told], counts: Counter[str]) -> SecondLook:
    one, other = told[pair[0]], told[pair[1]]
    rare = sorted(shared, key=lambda stem: (counts[stem], stem)) if len(shared) > 1 else shared
    weight = 0.4 * len(rare)
    for stem in rare[:6]:
        weight += 2.0 / (counts[stem] - 0.5)
    reasons = []
    if any(family in other.firsts and names.isdisjoint(other.firsts[family]) for family, names in one.firsts.items()):
        reasons.append("person")
        weight += 6
    if any(held in other.offices and other.offices[held] != former for held, former in one.offices.items()):
        reasons.append("office")
        weight += 6
    if rare and one.numbers and other.numbers and (kinds := _unlike(one.numbers, other.numbers)):
        reasons.append("number")
        weight += 2.5 if "count" in kinds else 1.0  # of one noun: percentages and prices are of anything
    if rare and one.dates and other.dates and one.dates.isdisjoint(other.dates):
        reasons.append("date")
        weight += 1.0
    if rare and one.negated != other.negated:
        reasons.append("not")
        weight += 1.5 if len(rare) > 1 else 0.7
    if rare and (one.whole or other.whole):
        weight += 1.6 if one.whole and other.whole and len(rare) > 1 else 0.8
    if one.meant in rare or other.meant in rare:
        reasons.append("pronoun")
        weight += 0.6
    elif any(_both_capital(one.words[stem], other.words[stem]) for stem in rare if stem in one.names | other.names):
        reasons.append("name")
        weight += 0.6
    if (one.kind == "caption") != (other.kind == "caption"):
        weight += 0.3
    if (one.kind == "heading") != (other.kind == "heading"):
        weight -= 1.0  # a heading says again what stands below it
    if one.block == other.block:
        weight -= 1.0  # neighbours speak of one thing, and seldom against each other
    if weight < LEAST_WEIGHT:
        return SecondLook(*pair, (), (), weight)
    return SecondLook(*pair, tuple(reasons or ["words"]), tuple(one.words[stem] for stem in rare[:4]), weight)


def _last(name: str) -> str:
    return name.split()[-1].removesuffix("’s").removesuffix("'s")


def _unlike(one: dict[_Sort, set[str]], other: dict[_Sort, set[str]]) -> set[str]:
    """The kinds of number of which both count the same sort of thing and differ."""
    return {sort[0] for sort, values in one.items() if sort in other and len(values | other[sort]) > 1}


def _best(offered: Iterable[SecondLook], most: int) -> tuple[SecondLook, ...]:
    ranked = sorted(offered, key=lambda one: (-one.weight, one.first, one.second))
    used: Counter[str] = Counter()
    by_reason: Counter[str] = Counter()
    kept: list[SecondLook] = []
    for one in ranked:
        if len(kept) == most:
            break
        if max(used[one.first], used[one.second]) < 3 and by_reason[one.reasons[0]] < MOST_OF_A_REASON:
            kept.append(one)
            by_reason[one.reasons[0]] += 1
            used.update((one.first, one.second))
    return tuple(kept)
