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
    "nobody"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OFFICE = (
    r"(?:Mayor|President|Minister|Prime Minister|Chancellor|Secretary|Secretary General|Director|Chair|Chairman|"
    r"Chairwoman|Captain|Coach|Professor|Dr\.?|Doctor|Councillor|Senator|Governor|Judge|Inspector|Manager|Principal|"
    r"Chief|Bishop|General|Colonel|Spokesman|Spokeswoman)"
)
_IN_OFFICE = re.compile(rf"(?P<former>\bformer (?:[\w.]+ )?)?\b{_OFFICE} (?P<name>(?:[A-Z][\w’'-]+ ?){{1,3}})")
_FULL_NAME = re.compile(r"\b(?=(?P<first>[A-Z][a-zà-ÿ]+) (?P<last>[A-Z][a-zà-ÿ’'-]{2,})\b)")
_NO_SURNAME_WORDS = (
    "States Nations Union War Ministry Party Street Park Council University School League City County Road "
    "House Station Minister Secretary President Office Department Committee Court Church Hall Bridge River "
    "Lake Club Cup Day Week Month Year Bank Group Agency Institute Company Times Post News Hospital Museum "
    "Theatre Festival General Square Garden Gardens Army Police East West North South Kingdom Republic Ocean "
    "Sea Island Islands"
)
_NO_SURNAME = frozenset(_NO_SURNAME_WORDS.split())
_NO_FIRST_NAME_WORDS = (
    "The A An In On At For And But New North South East West Old Great United Saint San Los Las De La Mayor "
    "President Minister Chancellor Secretary Director Chair Captain Coach Professor Doctor Councillor Senator "
    "Governor Judge Inspector Manager Principal Chief Bishop General Colonel Mr Mrs Ms Dr Defense Defence "
    "Prime Former January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Russian Ukrainian British American German "
    "French"
)
_NO_FIRST_NAME = frozenset(_NO_FIRST_NAME_WORDS.split())
_NOT = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot|refused?|denied|denies|rejects?|rejected|"
    r"against|fails?|failed|stopped|ended|closed|banned)\b|n[’']t\b",
    re.I,
)
_WHOLE = re.compile(r"\b(?:always|never|every|all|only|nobody|none|since|still|first|last|everyone|everybody)\b", re.I)


@dataclass(frozen=True, slots=True)
class SecondLook:
    """Two sentences by their ids. `reasons` are codes, the strongest first; `shared` the words that both have."""

    first: str
    second: str
    reasons: tuple[str, ...]
    shared: tuple[str, ...]
    weight: float


REASONS = ("person", "office", "number", "date", "not", "name", "words")
"""Why a pair stands there: two first names for one family name, in and out of office, and so on."""

MOST_OF_A_REASON = 3
MOST_RARE = 30
"""A word that stands in more sentences than this is not rare, however long the text."""
MOST_OF_A_NAME, MOST_OF_A_WAY = 40, 4
LEAST_WEIGHT = 2.5


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
    ways: Counter[tuple[str | None, bool | None]] = Counter()
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
    firsts: dict[str, str]
    offices: dict[str, bool]
    numbers: dict[_Sort, set[str]]
    dates: frozenset[tuple[str, str]]
    negated: bool
    whole: bool
    words: dict[str, str]
    is_caption: bool
    block: str


def _sentences(article: Article) -> dict[str, _Told]:
    quantities = quantities_of(article.text)
    kinds = {block.id: block.kind for block in article.blocks}
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
            sentence.block,
            is_caption=kinds[sentence.block] == "caption",
        )
    return found


def _told(text: str, quantities: Iterable[Quantity], block: str, *, is_caption: bool) -> _Told:
    words: dict[str, str] = {}
    for found in _WORD.finditer(text):
        low = found[0].lower().removesuffix("’s").removesuffix("'s")
        if len(low) > 3 and low not in _COMMON:
            words.setdefault(_stem(low), found[0])
    names = {match[0] for match in re.finditer(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+", text)}
    mine = tuple(quantities)
    numbers: dict[_Sort, set[str]] = {}
    for one in mine:
        if one.kind in ("count", "money", "percent") and (one.unit or one.currency):
            numbers.setdefault((one.kind, one.currency, one.unit), set()).add(one.value)
    dates = frozenset((one.kind, one.value) for one in mine if one.kind in ("date", "year", "month", "weekday"))
    firsts = {
        full["last"].removesuffix("’s").removesuffix("'s"): full["first"]
        for full in _FULL_NAME.finditer(text)
        if full["last"] not in _NO_SURNAME and full["first"] not in _NO_FIRST_NAME
    }
    offices = {_last(held["name"]): bool(held["former"]) for held in _IN_OFFICE.finditer(text)}
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
        is_caption,
        block,
    )


def _stem(word: str) -> str:
    return word[: max(4, min(6, len(word) - 2))]


def _look(pair: tuple[str, str], shared: list[str], told: dict[str, _Told], counts: Counter[str]) -> SecondLook:
    one, other = told[pair[0]], told[pair[1]]
    rare = sorted(shared, key=counts.__getitem__) if len(shared) > 1 else shared
    weight = 0.4 * len(rare)
    for stem in rare[:6]:
        weight += 2.0 / (counts[stem] - 0.5)
    reasons = []
    if one.firsts and other.firsts and _unlike(one.firsts, other.firsts):
        reasons.append("person")
        weight += 6
    if one.offices and other.offices and _unlike(one.offices, other.offices):
        reasons.append("office")
        weight += 5
    if rare and one.numbers and other.numbers and _differ(one.numbers, other.numbers):
        reasons.append("number")
        weight += 2.5
    if rare and one.dates and other.dates and one.dates.isdisjoint(other.dates):
        reasons.append("date")
        weight += 1.0
    if len(rare) > 1 and one.negated != other.negated:
        reasons.append("not")
        weight += 1.5
    if len(rare) > 1 and one.whole and other.whole:
        weight += 0.8
    if not (one.names.isdisjoint(rare) and other.names.isdisjoint(rare)):
        reasons.append("name")
        weight += 0.6
    if one.is_caption != other.is_caption:
        weight += 0.3
    if one.block == other.block:
        weight -= 1.0  # neighbours speak of one thing, and seldom against each other
    if weight < LEAST_WEIGHT:
        return SecondLook(*pair, (), (), weight)
    return SecondLook(*pair, tuple(reasons or ["words"]), tuple(one.words[stem] for stem in rare[:4]), weight)


def _unlike(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether a name of both stands otherwise in one than in the other."""
    return any(name in other and other[name] != how for name, how in one.items())


def _last(name: str) -> str:
    return name.split()[-1].removesuffix("’s").removesuffix("'s")


def _differ(one: dict[_Sort, set[str]], other: dict[_Sort, set[str]]) -> bool:
    """Whether both count the same sort of thing and differ."""
    return any(sort in other and len(values | other[sort]) > 1 for sort, values in one.items())


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
