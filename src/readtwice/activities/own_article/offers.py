"""What the tools of the course can see in a text: sections of offers, each with its reason and a reader's answers.

Nothing is looked up, and no offer is a verdict on what is true. A key says where an offer stands in the text, so that
an answer to it can be shown, saved and marked there again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from readtwice.activities.own_article.sums import labelled, usable
from readtwice.article import Article, Block, Sentence
from readtwice.pack import load_pack
from readtwice.pack.lexicon import load_lexicon
from readtwice.pack.pack import Pack
from readtwice.page.views import paragraph
from readtwice.reading.language import english_part
from readtwice.reading.ledger_names import named
from readtwice.reading.numbers_in_text import relations
from readtwice.reading.quantities import Quantity, quantities_of, read_quantities
from readtwice.reading.relation import Relation
from readtwice.reading.second_look import SecondLook, second_looks
from readtwice.reading.who_says_it import OWN_VOICE, shares, who_says_it
from readtwice.reading.wording import read_wording
from readtwice.syllabus import syllabus
from readtwice.words import say, words

MOST_WORDS = 30
MOST_UNSOURCED = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to look at. `choices` names a section of words with the answers, `boxes` what can be written to it."""

    key: str
    title: str
    quotes: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    choices: str = ""
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Offers of one kind, below what the page says of them."""

    code: str
    note: str = ""
    offers: tuple[Offer, ...] = field(default_factory=tuple)


def sections(pack: Pack) -> Iterator[Section]:
    """What can be seen in a text, by kind; its ledger without the reader's own rows."""
    article = pack.article
    yield Section("parts", offers=tuple(_part(article, block) for block in article.blocks))
    yield ledger(article, ())
    english, others = english_part(article)
    if not english:
        yield Section("other_language", say("own_article.not_english"))
    else:
        if others:
            where = ", ".join(map(_where, others))
            yield Section("other_language", say("own_article.partly_english", where=where))
        yield _numbers(english)
        yield _pairs(english)
        yield _loaded(english)
        yield _voices(english)
    yield Section("captions", offers=tuple(_captions(article)))


def _where(sentence: str) -> str:
    """Of a sentence or a block, the number of its paragraph."""
    return paragraph(sentence.partition(".")[0])


def _quoted(article: Article, sentence: Sentence) -> tuple[str, str]:
    return _where(sentence.id), article.quote(sentence)


def _part(article: Article, block: Block) -> Offer:
    text = article.quote(block)
    short = text if len(text) <= 160 else f"{text[:150]}…"
    return Offer(f"part:{block.id}", _where(block.id), lines=(short,), choices="kinds")


def ledger(article: Article, rows: tuple[str, ...]) -> Section:
    """Names of the text, each with its places, below the words that the reader made a row for."""
    return Section("ledger", offers=tuple(_ledger(article, rows)))


def _ledger(article: Article, rows: tuple[str, ...]) -> Iterator[Offer]:
    english, _ = english_part(article)
    found = dict(named(english)) if english else {}
    for word in rows:
        low = word.lower()
        places = tuple(one.id for one in article.sentences if low in article.quote(one).lower())
        yield _row(article, word, places)
    for name, places in found.items():
        if name not in rows:
            yield _row(article, name, places)


def _row(article: Article, name: str, places: tuple[str, ...]) -> Offer:
    quotes = tuple(_quoted(article, article.sentence(one)) for one in places[:20])
    return Offer(f"row:{name}", name, quotes, choices="agree" if len(places) > 1 else "", boxes=("note",))


def _numbers(article: Article) -> Section:
    offers = [_number(article, one) for one in relations(article)]
    return Section(
        "numbers", say("own_article.numbers_note") if offers else say("own_article.no_numbers"), tuple(offers)
    )


def _number(article: Article, one: Relation) -> Offer:
    spans = "_".join(f"{start}-{end}" for start, end in one.places)
    title = f"{say(f'own_article.outcome.{one.outcome}')}: {say(f'own_article.relation.{one.kind}')}"
    lines = (say("own_article.working", working=one.working), say("own_article.text_says", says=one.says))
    return Offer(f"number:{spans}", title, (_passage(article, one),), lines, "fits")


def _passage(article: Article, one: Relation) -> tuple[str, str]:
    """All sentences of its paragraph between the first and the last of the numbers, so that each of them is seen."""
    block = article.sentence(one.sentence).block
    first, last = min(start for start, _ in one.places), max(end for _, end in one.places)
    held = [s for s in article.sentences if s.block == block and first < s.end and s.start < last]
    return paragraph(block), article.text[held[0].start : held[-1].end]


def listed(article: Article) -> dict[str, Quantity]:
    """Every number that a sum can be made of, by its place and how it is printed."""
    english, _ = english_part(article)
    if not english:
        return {}
    sentences = iter(english.sentences)
    sentence = next(sentences, None)
    found = {}
    for one in usable(english.text):
        while sentence and sentence.end <= one.start:
            sentence = next(sentences, None)
        if sentence:
            found[f"{_where(sentence.id)} {labelled(one)}"] = one
    return found


def _pairs(article: Article) -> Section:
    return Section("pairs", track_record(), tuple(_pair(article, one) for one in second_looks(article)))


def _pair(article: Article, one: SecondLook) -> Offer:
    reasons = ", ".join(words()["own_article"]["reason"][code] for code in one.reasons)
    shared = f" ({', '.join(one.shared)})" if one.shared else ""
    quotes = tuple(_quoted(article, article.sentence(place)) for place in (one.first, one.second))
    lines = (say("own_article.why_here", reasons=f"{reasons}{shared}"),)
    return Offer(f"pair:{one.first}_{one.second}", say("own_article.pair"), quotes, lines, "clash")


@cache
def counted_on_keys() -> tuple[int, int]:
    """How many such offers on articles with a key are clashes there, and how many offers there were."""
    right = offered = 0
    for slug in syllabus().keyed:
        pack = load_pack(slug)
        clashes = {
            frozenset((one.sentence, other.sentence))
            for item in pack.items
            if item.kind == "pair" and item.is_flawed
            for one in item.sides[0]
            for other in item.sides[1]
        }
        found = second_looks(pack.article)
        right += sum(frozenset((one.first, one.second)) in clashes for one in found)
        offered += len(found)
    return right, offered


def track_record() -> str:
    """How often an offer was right on the course's own articles, in a sentence."""
    right, offered = counted_on_keys()
    return say("own_article.track_record", right=right, offered=offered)


def _loaded(article: Article) -> Section:
    offers = []
    for one in read_wording(article.text, load_lexicon(syllabus().article))[:MOST_WORDS]:
        sentence = next(s for s in article.sentences if s.start <= one.start < s.end)
        plain = (say("own_article.plain", neutral=one.neutral),) if one.neutral else ()
        key = f"word:{one.start}-{one.end}"
        offers.append(Offer(key, f"“{one.text}”", (_quoted(article, sentence),), (one.why, *plain), "judgment"))
    return Section("wording", say("own_article.wording_note"), tuple(offers))


def _voices(article: Article) -> Section:
    voices = who_says_it(article)
    told = [
        say("own_article.share", who=who or say("own_article.own_voice"), percent=percent)
        for who, percent in shares(voices)[:12]
    ]
    first = Offer("voices", say("own_article.shares"), lines=tuple(told))
    own = (article.sentence(one.sentence) for one in voices if one.who == OWN_VOICE)
    numbers = [one.start for one in quantities_of(article.text) if one.kind in ("count", "money", "percent")]
    with_number = (one for one in own if bisect_left(numbers, one.start) < bisect_left(numbers, one.end))
    bare = islice(with_number, MOST_UNSOURCED)
    offers = (Offer(f"source:{one.id}", _where(one.id), (_quoted(article, one),), choices="source") for one in bare)
    return Section("voices", say("own_article.voices_note"), (first, *offers) if told else ())


def _captions(article: Article) -> Iterator[Offer]:
    for block in article.blocks:
        if block.kind == "caption":
            boxes = ("seen", "told", "added", "rewrite")
            yield Offer(
                f"caption:{block.id}", _where(block.id), ((_where(block.id), article.quote(block)),), boxes=boxes
            )


def compared(caption: str, rewrite: str) -> str:
    """What a rewrite of a caption keeps and drops, counted and never judged."""
    numbers = {one.text for one in read_quantities(caption)}
    kept = sum(one in rewrite for one in numbers)
    lexicon = load_lexicon(syllabus().article)
    loaded = [one.text for one in read_wording(rewrite, lexicon)]
    before = len(read_wording(caption, lexicon))
    return say(
        "own_article.compared",
        words=len(rewrite.split()),
        was=len(caption.split()),
        kept=kept,
        numbers=len(numbers),
        loaded=len(loaded),
        before=before,
    )
