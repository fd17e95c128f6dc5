"""What can be seen of a card by somebody who reads nothing of it: lengths, signs, places, kinds of words.

A face is a value of each card of a set. What a guesser makes of it is learned, from the other cards of the set: see
`learned` in cues.py. So a face has no direction, and one that works the wrong way round is found too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median

from readtwice.pack import Item

_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_LONG = re.compile(r"\w{4,}")
_QUOTED = re.compile(r'[“"‘]')
_SENTENCE = re.compile(r"[.!?](?=\s|$)")
_NOT = re.compile(r"\b(?:no|not|none|never|nobody|nothing|without|neither|nor)\b|n’t\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:about|around|approximately|close to|nearly|almost|some|may|might|could|probably|likely|roughly|over|"
    r"more than|at least|up to|mostly|often)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|"
    r"november|december)\b|\bMay\b",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|eighty|ninety|"
    r"hundred|thousand|half|quarter|third|twice|once|noon|midnight|dozen)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Doctor|President|Secretary|Minister|General|Mayor|Coach|Professor)\b", re.I)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|his|her|their|its|this)\b", re.IGNORECASE)
_JUDGING = re.compile(r"\w(?:ive|ful|ous|ial|able|ent|ant)\b", re.IGNORECASE)
_OF = re.compile(r"\bof\b", re.IGNORECASE)
_ABSENCE = re.compile(
    r"\b(?:lost|missing|unknown|unreadable|uncounted|unnamed|gone|torn|cut off|closed|blank|empty|without|yet|waits?|"
    r"some|somebody|someone|many|somewhere|neither|now and then|later|soon)\b|"
    r"\bnot (?:be )?(?:public|out|known|given|listed|counted|noted|read|met|before|named|dated|said|shown|asked|"
    r"written|signed|billed|heard)\b|"
    r"\bno (?:answer|name|day|date|hour|numbers?|place|other page|slip|list|record|report)\b|\bnothing (?:for|is)\b|"
    r"\bbeing (?:written|checked|counted)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|every|each|only|most|more|whole)\b", re.IGNORECASE)


def _words(item: Item) -> str:
    return " ".join(quote.text for quote in item.shown)


def _long(text: str) -> set[str]:
    return {word.lower() for word in _LONG.findall(text)}


def _shared(one: str, other: str) -> float:
    return len(_long(one) & _long(other)) / max(1, len(_long(one)))


def _has_number(text: str) -> bool:
    """A number in digits or words, a weekday or a month."""
    return any(found.search(text) for found in (_DIGIT, _NUMBER_WORD, _CALENDAR))


def _first_and_last(item: Item) -> tuple[str, str]:
    return item.shown[0].text, item.shown[-1].text


KINDS: dict[str, Callable[[Item], object]] = {
    "has_box": lambda item: bool(item.box),
    "digits": lambda item: min(2, len(_DIGIT.findall(_words(item)))),
    "calendar": lambda item: bool(_CALENDAR.search(_words(item))),
    "quoted": lambda item: bool(_QUOTED.search(_words(item))),
    "hedge": lambda item: bool(_HEDGE.search(_words(item))),
    "negation": lambda item: bool(_NOT.search(_words(item))),
    "title": lambda item: bool(_TITLE.search(_words(item))),
    "all_or_only": lambda item: bool(_ALL.search(_words(item))),
    "pronoun": lambda item: bool(_PRONOUN.search(_words(item))),
    "judging_ending": lambda item: bool(_JUDGING.search(_words(item))),
    "of": lambda item: bool(_OF.search(_words(item))),
    "absence": lambda item: bool(_ABSENCE.search(_words(item))),
    "number_on_one_side": lambda item: item.kind == "pair" and len({*map(_has_number, _first_and_last(item))}) == 2,
    "marks": lambda item: min(3, len(item.shown)),
    "sentences": lambda item: min(3, len(_SENTENCE.findall(_words(item)))),
    "one_place": lambda item: len({quote.block for quote in item.shown}) == 1,
    "box_calendar": lambda item: bool(_CALENDAR.search(item.box)),
    "box_quoted": lambda item: bool(_QUOTED.search(item.box)),
    "box_hedge": lambda item: bool(_HEDGE.search(item.box)),
    "box_negation": lambda item: bool(_NOT.search(item.box)),
    "box_absence": lambda item: bool(_ABSENCE.search(item.box)),
    "box_number": lambda item: bool(_DIGIT.search(item.box)),
    "box_colon": lambda item: ":" in item.box,
    "box_more_numbers": lambda item: len(_NUMBERS.findall(item.box)) > len(_NUMBERS.findall(_words(item))),
    "same_number_in_box": lambda item: bool({*_NUMBERS.findall(_words(item))} & {*_NUMBERS.findall(item.box)}),
    "same_number_twice": lambda item: (
        len(item.shown) > 1 and bool({*_NUMBERS.findall(item.shown[0].text)} & {*_NUMBERS.findall(item.shown[-1].text)})
    ),
    "question_word": lambda item: item.prompt.split()[0],
    "question_words": lambda item: " ".join(item.prompt.split()[:2]),
    "question_colon": lambda item: ":" in item.prompt,
    "sureness": lambda item: item.sureness,
    "kind": lambda item: item.kind,
    "judged_by": lambda item: item.judged_by,
}
"""Faces that are there or not, or are one of a few."""

SIZES: dict[str, Callable[[Item], float]] = {
    "length": lambda item: len(_words(item)),
    "word_length": lambda item: len(_words(item)) / (1 + _words(item).count(" ")),
    "capitals": lambda item: len(re.findall(r"\b[A-Z]", _words(item))),
    "commas": lambda item: _words(item).count(","),
    "apart": lambda item: abs(int(item.shown[0].block[1:]) - int(item.shown[-1].block[1:])),
    "shared_words": lambda item: _shared(*_first_and_last(item)),
    "question_length": lambda item: len(item.prompt),
    "topic_length": lambda item: len(item.topic),
    "box_length": lambda item: len(item.box),
    "box_capitals": lambda item: len(re.findall(r"\b[A-Z]", item.box)),
    "box_commas": lambda item: item.box.count(","),
    "box_digits": lambda item: len(_DIGIT.findall(item.box)),
    "box_sentences": lambda item: len(_SENTENCE.findall(item.box)),
    "box_shared_words": lambda item: _shared(_words(item), item.box),
}
"""Faces with a size: a guesser sees whether it is more than that of half of the cards."""

PLACES = ("place_half", "place_odd", "id_half")
"""Faces that are a place among the other cards: in their order, or in that of the alphabet."""


def faces(items: Sequence[Item]) -> dict[str, list[object]]:
    """Each face of each card of a set, in the order of the cards."""
    found: dict[str, list[object]] = {name: [face(item) for item in items] for name, face in KINDS.items()}
    for name, size in SIZES.items():
        sizes = [size(item) for item in items]
        middle = median(sizes)
        found[name] = [one > middle for one in sizes]
    cards = list(dict.fromkeys(item.card for item in items))
    places, sorted_places = [cards.index(item.card) for item in items], sorted(cards)
    found["place_half"] = [2 * place < len(cards) for place in places]
    found["place_odd"] = [place % 2 for place in places]
    found["id_half"] = [2 * sorted_places.index(item.card) < len(cards) for item in items]
    return found
