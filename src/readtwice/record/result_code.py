"""Result codes: one learner's answers to one card set in about 24 characters that can be read out or pasted.

A code is one number, written in Crockford's base 32 (https://www.crockford.com/base32.html) in groups of four:
format (3 bits), pack (12), set (6), revision (12), the learner's code (40), the answers in mixed radix (each card has
six: five one-tap answers, or not tried), zeros up to a whole group, and 24 check bits: the CRC-24 of OpenPGP
(RFC 9580, section 6.1). A CRC of 24 bits misses no change within 24 bits in a row, and so no single character and no
two neighbours swapped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from readtwice.marking.answer import is_readable, read_answer
from readtwice.pack import Item
from readtwice.pack.item import CLEAN, FLAWED, UNDETERMINED
from readtwice.record.card_sets import CardSet, revisions_that_count
from readtwice.record.event import Event
from readtwice.record.slip import learner_number
from readtwice.record.typed import characters_of
from readtwice.words import say

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORMAT = 1
ANSWERS = ("", "sure_it_holds", "think_so", "cant_tell", "think_not", "sure_not")
"""Not tried, then the five one-tap answers. Where sureness was not asked, a verdict counts as "I think"."""

_FORMAT_BITS, _PACK_BITS, _SET_BITS, _REVISION_BITS, _LEARNER_BITS, _CHECK_BITS = 3, 12, 6, 12, 40, 24
_HEADER_BITS = _FORMAT_BITS + _PACK_BITS + _SET_BITS + _REVISION_BITS
_GROUP_BITS = 20
_LONGEST = 64


class UnreadableCode(ValueError):
    """A result code that cannot be read; the message says where it is off and what to do, in one sentence."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a code holds: whose (40 bits as ten hexadecimal digits), which cards (those that were
    this learner's), and one of ANSWERS for each."""

    learner: str
    cards: CardSet
    answers: tuple[str, ...]

    @property
    def held(self) -> int:
        """How many answers."""
        return sum(map(bool, self.answers))


@dataclass(frozen=True, slots=True)
class Line:
    """All that is handed in of some card sets; `lacks` says what is not as it should be, empty where it holds all."""

    results: tuple[Result, ...] = ()
    lacks: str = ""

    @property
    def code(self) -> str:
        """The codes with a space between them; empty where nothing was answered."""
        return " ".join(encode(one.cards, one.learner, one.answers) for one in self.results)


def answers_of(
    cards: CardSet, events: Iterable[Event], today: Mapping[tuple[str, str, int], int] = {}
) -> tuple[str, ...]:
    """The first answer to each card of a set among one learner's events, as one of ANSWERS.

    What cannot be read, or is to another revision, is none to this card. `today` are revisions that count as another,
    as in `revisions_that_count`.
    """

    def counted(item: str, revision: int) -> int:
        return today.get((cards.pack, item, revision), revision)

    own, first = {item.id: item for item in cards.items}, dict[str, Event]()
    for event in events:
        item = own.get(event.item)
        if item is None or event.item in first or not _is_about(cards, event):
            continue
        if counted(item.id, event.revision) == counted(item.id, item.revision) and is_readable(item, event.answer):
            first[item.id] = event
    return tuple(_tap(item, first.get(item.id)) for item in cards.items)


def _is_about(cards: CardSet, event: Event) -> bool:
    occasion = "recall" if event.occasion.startswith("recall-") else event.occasion
    return (event.pack, occasion) == (cards.pack, cards.occasion)


def line_of(known: Iterable[Sequence[CardSet]], learner: str, events: Sequence[Event]) -> Line:
    """What one learner hands in of some card sets, each as it is now and as it was, the latest first.

    A set without an answer is left out. `learner` is the number that the learner has now.
    """
    found, saved = list[Result](), 0
    for sets in known:
        if count := _saved(sets, events):
            found.append(most_answered(sets, learner, events))
            saved += count
    held, troubles = sum(one.held for one in found), list[str]()
    if held < saved:
        troubles.append(say("result_code.holds", held=held, count=saved))
    if any(one.learner != _as_told(learner) for one in found):
        troubles.append(say("result_code.earlier"))
    return Line(tuple(found), " ".join([*troubles, say("result_code.instead")]) if troubles else "")


def _saved(sets: Sequence[CardSet], events: Iterable[Event]) -> int:
    """How many states of the cards of a set in its time have an answer: so many first answers a progress file holds."""
    known = {item.id: item for cards in reversed(sets) for item in cards.every}
    about = (event for event in events if event.item in known and _is_about(sets[0], event))
    return len({event.item for event in about if is_readable(known[event.item], event.answer)})


def most_answered(sets: Sequence[CardSet], learner: str, events: Sequence[Event]) -> Result:
    """Of sets that are one set in its time, the code that holds most of the answers; of equals the first.

    A code names one number of a learner, and holds answers to the states that were dealt for it in one version. So
    each number under which a learner answered is tried with each version, first `learner`, the one of now.
    """
    today = revisions_that_count(sets)
    numbers = dict.fromkeys((learner, *sorted({event.learner for event in events})))
    own = ((number, cards.of(number)) for number in numbers for cards in sets)
    tried = (Result(_as_told(number), cards, answers_of(cards, events, today)) for number, cards in own)
    return max(tried, key=lambda one: one.held)


def _as_told(learner: str) -> str:
    """A learner's code as a result code names it."""
    return f"{learner_number(learner):010x}"


def _tap(item: Item, event: Event | None) -> str:
    if event is None:
        return ""
    if event.sureness in ANSWERS[1:]:
        return event.sureness
    verdict = read_answer(item, event.answer).verdict
    return {CLEAN[item.kind]: "think_so", UNDETERMINED: "cant_tell", FLAWED[item.kind]: "think_not"}.get(verdict, "")


def encode(cards: CardSet, learner: str, answers: Sequence[str]) -> str:
    """A code. Raises ValueError for answers that are not one of ANSWERS for each card of the set."""
    if len(answers) != len(cards.items):
        raise ValueError(f"{cards.name} has {len(cards.items)} cards, not {len(answers)}")
    number = 0
    for answer in reversed(answers):
        number = number * len(ANSWERS) + ANSWERS.index(answer)
    header = (FORMAT, _PACK_BITS), (_pack_number(cards.pack), _SET_BITS), (cards.number, _REVISION_BITS)
    value = 0
    for part, next_bits in header:
        value = (value | part) << next_bits
    value = (value | cards.revision) << _LEARNER_BITS | learner_number(learner)
    total = _bits(cards)
    filled = _HEADER_BITS + _LEARNER_BITS + _answer_bits(cards)
    value = (value << _answer_bits(cards) | number) << (total - _CHECK_BITS - filled)
    return _written(value << _CHECK_BITS | _check(value, total - _CHECK_BITS), total)


def beginning(cards: CardSet) -> str:
    """The first six characters of every code about these cards: they hold nothing but the header."""
    header = ((FORMAT << _PACK_BITS | _pack_number(cards.pack)) << _SET_BITS | cards.number) << _REVISION_BITS
    header |= cards.revision
    return "".join(ALPHABET[header >> shift & 31] for shift in range(_HEADER_BITS - 5, 2, -5))


def length(cards: CardSet) -> int:
    """How many characters a code about these cards has, without hyphens."""
    return _bits(cards) // 5


def decode(code: str, known: Iterable[CardSet], *, near: bool = True) -> Result:
    """What a code holds. `known` are the card sets that it may be about. Raises UnreadableCode.

    Where `near`, a code that is one character off is told which; that takes some milliseconds.
    """
    plain = characters_of(code).translate(str.maketrans("OIL", "011"))
    for place, character in enumerate(plain, start=1):
        if character not in ALPHABET:
            raise UnreadableCode(say("code_trouble.character", place=place, character=character[:1]))
    if not plain:
        raise UnreadableCode(say("code_trouble.empty"))
    if len(plain) > _LONGEST:
        raise UnreadableCode(say("code_trouble.too_long", count=len(plain)))
    sets: dict[tuple[int, int], list[CardSet]] = {}
    for one in known:
        sets.setdefault((_pack_number(one.pack), one.number), []).append(one)
    result = _decoded(plain, sets)
    if isinstance(result, Result):
        return result
    places = [
        place
        for place in range(len(plain) if near else 0)
        for other in ALPHABET
        if other != plain[place] and isinstance(_decoded(plain[:place] + other + plain[place + 1 :], sets), Result)
    ]
    if len(places) == 1:
        raise UnreadableCode(say("code_trouble.one_off", place=places[0] + 1))
    raise UnreadableCode(result)


def _decoded(plain: str, sets: dict[tuple[int, int], list[CardSet]]) -> Result | str:
    """The result in a code of allowed characters, or what is wrong with it."""
    total = 5 * len(plain)
    value = 0
    for character in plain:
        value = value << 5 | ALPHABET.index(character)
    if total < _HEADER_BITS + _CHECK_BITS:
        return say("code_trouble.too_short", count=len(plain))
    header = value >> (total - _HEADER_BITS)
    revision = header & (1 << _REVISION_BITS) - 1
    number = header >> _REVISION_BITS & (1 << _SET_BITS) - 1
    pack = header >> _REVISION_BITS + _SET_BITS & (1 << _PACK_BITS) - 1
    if header >> _HEADER_BITS - _FORMAT_BITS != FORMAT:
        return say("code_trouble.format")
    named = sets.get((pack, number))
    if named is None:
        return say("code_trouble.unknown")
    cards = next((one for one in named if one.revision == revision), named[0])
    if total != _bits(cards):
        return say("code_trouble.length", expected=_bits(cards) // 5, count=len(plain))
    if _check(value >> _CHECK_BITS, total - _CHECK_BITS) != value & (1 << _CHECK_BITS) - 1:
        return say("code_trouble.check")
    if revision != cards.revision:
        return say("code_trouble.revision", cards=cards.name)
    body = value >> _CHECK_BITS
    padding = total - _CHECK_BITS - _HEADER_BITS - _LEARNER_BITS - _answer_bits(cards)
    answers = body >> padding & (1 << _answer_bits(cards)) - 1
    if body & (1 << padding) - 1 or answers >= len(ANSWERS) ** len(cards.items):
        return say("code_trouble.check")
    learner = body >> padding + _answer_bits(cards) & (1 << _LEARNER_BITS) - 1
    taps = []
    for _ in cards.items:
        answers, tap = divmod(answers, len(ANSWERS))
        taps.append(ANSWERS[tap])
    return Result(f"{learner:010x}", cards.of(f"{learner:010x}"), tuple(taps))


def _answer_bits(cards: CardSet) -> int:
    most: int = len(ANSWERS) ** len(cards.items) - 1
    return most.bit_length()


def _bits(cards: CardSet) -> int:
    """How long a code is: the header fixes it, because it names the set."""
    needed = _HEADER_BITS + _LEARNER_BITS + _answer_bits(cards) + _CHECK_BITS
    return -(-needed // _GROUP_BITS) * _GROUP_BITS


def _pack_number(slug: str) -> int:
    return int.from_bytes(sha256(slug.encode()).digest()[:2]) >> 4


def _check(value: int, bits: int) -> int:
    crc = 0xB704CE
    for byte in value.to_bytes((bits + 7) // 8):
        crc ^= byte << 16
        for _ in range(8):
            crc = crc << 1 ^ (0x1864CFB if crc & 0x800000 else 0)
            crc &= 0xFFFFFF
    return crc


def _written(value: int, bits: int) -> str:
    text = "".join(ALPHABET[value >> shift & 31] for shift in range(bits - 5, -5, -5))
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))
