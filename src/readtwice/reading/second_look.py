"""Pairs of sentences that deserve a second look: about the same name, number or date, side by side.

Nothing here can tell a clash. It ranks what is worth reading twice, says why, and leaves the verdict to the reader.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from readtwice.article import Article
from readtwice.reading.quantities import Quantity, read_quantities

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


def second_looks(article: Article, most: int = MOST) -> tuple[SecondLook, ...]:
    """The pairs of an English text that are most worth a second look, the best first; no sentence more than thrice."""
    sentences = _sentences(article)
    counts = Counter(word for one in sentences.values() for word in one.stems)
    places: defaultdict[str, list[str]] = defaultdict(list)
    for sentence, one in sentences.items():
        for word in {*one.stems, *(f"name {name}" for name in {*one.firsts, *one.offices})}:
            places[word].append(sentence)
    rare_at = max(4, len(sentences) // 12)
    offered: dict[tuple[str, str], SecondLook] = {}
    for word, where in places.items():
        if word in counts and counts[word] > rare_at:
            continue
        for first, second in combinations(where, 2):
            if (first, second) not in offered:
                offered[first, second] = _look(first, second, sentences, counts, rare_at)
    return _best(offered.values(), most)


@dataclass(frozen=True, slots=True)
class _Told:
    stems: frozenset[str]
    names: frozenset[str]
    firsts: dict[str, str]
    offices: dict[str, bool]
    numbers: tuple[Quantity, ...]
    dates: tuple[Quantity, ...]
    negated: bool
    whole: bool
    words: dict[str, str]
    is_caption: bool


def _sentences(article: Article) -> dict[str, _Told]:
    quantities = read_quantities(article.text)
    kinds = {block.id: block.kind for block in article.blocks}
    found, at = {}, 0
    for sentence in article.sentences:
        while at < len(quantities) and quantities[at].start < sentence.start:
            at += 1
        stop = at
        while stop < len(quantities) and quantities[stop].start < sentence.end:
            stop += 1
        found[sentence.id] = _told(
            article.quote(sentence), quantities[at:stop], is_caption=kinds[sentence.block] == "caption"
        )
    return found


def _told(text: str, quantities: Iterable[Quantity], *, is_caption: bool) -> _Told:
    words: dict[str, str] = {}
    for found in _WORD.finditer(text):
        low = found[0].lower().removesuffix("’s").removesuffix("'s")
        if len(low) > 3 and low not in _COMMON:
            words.setdefault(_stem(low), found[0])
    names = {match[0] for match in re.finditer(r"(?<!^)(?<![.!?] )\b[A-Z][\w’'-]+", text)}
    mine = tuple(quantities)
    numbers = tuple(one for one in mine if one.kind in ("count", "money", "percent", "fraction", "ordinal"))
    dates = tuple(one for one in mine if one.kind in ("date", "year", "month", "weekday"))
    firsts = {
        one["last"].removesuffix("’s").removesuffix("'s"): one["first"]
        for one in _FULL_NAME.finditer(text)
        if one["last"] not in _NO_SURNAME and one["first"] not in _NO_FIRST_NAME
    }
    offices = {_last(one["name"]): bool(one["former"]) for one in _IN_OFFICE.finditer(text)}
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
    )


def _stem(word: str) -> str:
    return word[: max(4, min(6, len(word) - 2))]


def _look(first: str, second: str, told: dict[str, _Told], counts: Counter[str], rare_at: int) -> SecondLook:
    one, other = told[first], told[second]
    shared = sorted((one.stems & other.stems), key=lambda stem: counts[stem])
    rare = [stem for stem in shared if counts[stem] <= rare_at]
    names = [stem for stem in rare if stem in one.names or stem in other.names]
    weight = sum(2.0 / (counts[stem] - 0.5) for stem in rare[:6]) + 0.4 * len(rare)
    reasons = []
    if any(one.firsts[name] != other.firsts[name] for name in one.firsts.keys() & other.firsts.keys()):
        reasons.append("person")
        weight += 6
    if any(one.offices[name] != other.offices[name] for name in one.offices.keys() & other.offices.keys()):
        reasons.append("office")
        weight += 5
    if rare and _differ(one.numbers, other.numbers):
        reasons.append("number")
        weight += 2.5
    if rare and one.dates and other.dates and not {_when(d) for d in one.dates} & {_when(d) for d in other.dates}:
        reasons.append("date")
        weight += 1.0
    if len(rare) > 1 and one.negated != other.negated:
        reasons.append("not")
        weight += 1.5
    if len(rare) > 1 and one.whole and other.whole:
        weight += 0.8
    if names:
        reasons.append("name")
        weight += 0.6
    if one.is_caption != other.is_caption:
        weight += 0.3
    if first.partition(".")[0] == second.partition(".")[0]:
        weight -= 1.0  # neighbours speak of one thing, and seldom against each other
    reasons += [] if reasons else ["words"]
    return SecondLook(first, second, tuple(reasons), tuple(one.words[stem] for stem in rare[:4]), weight)


def _last(name: str) -> str:
    return name.split()[-1].removesuffix("’s").removesuffix("'s")


def _differ(one: tuple[Quantity, ...], other: tuple[Quantity, ...]) -> bool:
    """Whether both count the same sort of thing and differ."""
    for a in one:
        for b in other:
            same = a.kind == b.kind and a.currency == b.currency and (a.unit or "") == (b.unit or "")
            if same and a.kind in ("count", "money", "percent") and a.value != b.value and (a.unit or a.currency):
                return True
    return False


def _when(date: Quantity) -> str:
    return f"{date.kind} {date.value}"


def _best(offered: Iterable[SecondLook], most: int) -> tuple[SecondLook, ...]:
    ranked = sorted(offered, key=lambda one: (-one.weight, one.first, one.second))
    used: Counter[str] = Counter()
    by_reason: Counter[str] = Counter()
    kept: list[SecondLook] = []
    for one in ranked:
        if one.weight < 2.5 or len(kept) == most:
            break
        if max(used[one.first], used[one.second]) < 3 and by_reason[one.reasons[0]] < MOST_OF_A_REASON:
            kept.append(one)
            by_reason[one.reasons[0]] += 1
            used.update((one.first, one.second))
    return tuple(kept)
