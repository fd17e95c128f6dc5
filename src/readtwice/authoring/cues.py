"""What gives answers away: how far a test-wise guesser gets who understands nothing of what a card asks.

A guesser has one rule, such as "a mood word: flawed". Its score in a set of cards is set beside that of always giving
the answer that is right most often: what it has more than that, the cards give away.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from readtwice.authoring.cue_faces import KINDS, SIZES, faces
from readtwice.pack import Item, Pack
from readtwice.pack.draw import alone, dealt, variants
from readtwice.words import say

SMALLEST = 8
"""So many cards a set must have before a rule is held against it."""

MARGIN = 15
"""So many points in a hundred a rule may be better than the best constant answer."""

DRAWS = 300
"""So many learners' codes say how often each state of a card is drawn."""


@dataclass(frozen=True, slots=True)
class CardsAsked:
    """Cards that a learner meets together, in their order."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """How often one rule is right in one set, beside the best constant answer.

    Where states count as often as they are drawn, `right` and `constant` are parts of cards, `of` is how many cards.
    """

    cards: str
    rule: str
    right: float
    constant: float
    of: float

    @property
    def points(self) -> float:
        """What the rule has more than the best constant answer, in points of a hundred."""
        return 100 * (self.right - self.constant) / self.of

    @property
    def gives_away(self) -> bool:
        return self.of >= SMALLEST and self.points > MARGIN


def judged(pack: Pack) -> Iterator[Item]:
    """Every state of every card that somebody is asked to judge. Statements are sorted; some cards are kept unasked."""
    with_twins, named = {item.card for item in pack.twins}, _named(pack)
    for item in (*pack.items, *pack.twins):
        is_asked = item.card in with_twins or item.id in named or not _waits_to_be_named(pack, item, named)
        if item.kind != "statement" and is_asked:
            yield _as_seen(pack, item)


def _as_seen(pack: Pack, item: Item) -> Item:
    """With the box that learners see: of a card in a form that is what its story's record shows, in this state."""
    if item.use != "form" or item.judged_by != "box":
        return item
    form = alone(pack, item).form
    stories = [form.story(card.story) for card in form.cards if card.item == item.id] if form else []
    return replace(item, box=stories[0].box) if stories else item


def _waits_to_be_named(pack: Pack, item: Item, named: Collection[str]) -> bool:
    """Without twins, an `extra` pair only answers a hunt. What opens a lesson or stands on its sheet is kept for
    records where paper no longer has it."""
    if item.use in ("recall", "practice"):
        return pack.paper is not None and item.use not in named
    return item.kind == "pair" and item.use == "extra"


def _named(pack: Pack) -> set[str]:
    """Ids and uses that a lesson asks by name. Paper has what notebooks have."""
    papers = pack.paper.lessons if pack.paper else ()
    found = {one for lesson in papers for part in lesson.parts if part.does != "stories" for one in part.of}
    return found | {one.item for step in (pack.one_shot.steps if pack.one_shot else ()) for one in step.items}


def sets_of_cards(pack: Pack) -> Iterator[CardsAsked]:
    """The cards of each lesson and use, of each lesson, of each kind, and, in a form, of each skill.

    Statements are in none: they are sorted, not judged. Nor are pairs that nobody is asked.
    """
    groups: dict[str, list[Item]] = defaultdict(list)
    asked = {item.id: item for item in judged(pack)}
    for item in asked.values():
        groups[say("cue.lesson_use", lesson=item.lesson, use=item.use)].append(item)
        groups[say("cue.lesson", lesson=item.lesson)].append(item)
        groups[say("cue.kind", kind=item.kind)].append(item)
    known = {item.id for item in pack.items}  # one with a problem could not be read
    for card in pack.form.cards if pack.form else ():
        if card.item in known:
            states = [asked[one.id] for one in variants(pack, card.item) if one.id in asked]
            groups[say("cue.skill", skill=card.skill)] += states
    seen: set[frozenset[str]] = set()
    for name, items in groups.items():
        if frozenset(item.id for item in items) not in seen:
            yield CardsAsked(f"{pack.slug}: {name}", tuple(items))
        seen.add(frozenset(item.id for item in items))


def guesses(cards: CardsAsked) -> Iterator[Guess]:
    """Every rule tried on one set."""
    states = [item.state for item in cards.items]
    constant = max(Counter(states).values())
    for name, rule in RULES.items():
        right = sum(said == state for said, state in zip(rule(cards.items), states, strict=True))
        yield Guess(cards.name, name, right, constant, len(states))


def how_often_drawn(pack: Pack) -> dict[str, float]:
    """Of those who are asked a card with twins, the part that gets each of its states. None where a card of the form
    has a problem and could not be read.
    """
    known = {item.id for item in pack.items}
    if pack.form and any(card.item not in known for card in pack.form.cards):
        return {}
    met = Counter(item.id for number in range(DRAWS) for item in dealt(pack, f"{number:05d}").values())
    cards = {item.card: sum(met[one.id] for one in variants(pack, item.card)) for item in pack.twins}
    return {one.id: met[one.id] / (asked or 1) for card, asked in cards.items() for one in variants(pack, card)}


def learned(cards: CardsAsked, drawn: Mapping[str, float]) -> Iterator[Guess]:
    """What each face tells a guesser who knows the key of all other cards of a set, and never of the card asked.

    A state counts as often as it is drawn, so that a card counts once; without twins it is 1.
    """
    states = [item.state for item in cards.items]
    weights = [drawn.get(item.id, 1.0) for item in cards.items]
    every = _counted(states, weights)
    for name, values in faces(cards.items).items():
        if len(set(values)) == 1:
            continue
        right = 0.0
        for asked, item in enumerate(cards.items):
            known = [values[place] == values[asked] and one.card != item.card for place, one in enumerate(cards.items)]
            others = _counted(states, [weight * is_known for weight, is_known in zip(weights, known, strict=True)])
            said = others if any(others.values()) else every
            right += weights[asked] * (max(said, key=said.__getitem__) == states[asked])
        yield Guess(cards.name, f"face_{name}", right, max(every.values()), sum(weights))


def _counted(states: Sequence[str], weights: Sequence[float]) -> dict[str, float]:
    """How much of each state there is; of as many, the one that stands first comes first."""
    found: dict[str, float] = dict.fromkeys(states, 0.0)
    for state, weight in zip(states, weights, strict=True):
        found[state] += weight
    return found


def given_away(pack: Pack) -> tuple[Guess, ...]:
    """Every rule that gets further than it may in a set of the pack, and every face that tells too much."""
    drawn = how_often_drawn(pack)
    return tuple(guess for cards in sets_of_cards(pack) for guess in tried(cards, drawn) if guess.gives_away)


def tried(cards: CardsAsked, drawn: Mapping[str, float]) -> Iterator[Guess]:
    """Every rule and face tried on one set. Cards are seldom dealt open, so what tells of that state counts little
    where each counts as often as it is drawn: faces are tried with all states of a card alike, too.
    """
    yield from guesses(cards)
    yield from learned(cards, drawn)
    yield from learned(cards, alike(cards.items))


def alike(items: Sequence[Item]) -> dict[str, float]:
    """All states of a card count the same, and a card counts once."""
    states = Counter(item.card for item in items)
    return {item.id: 1 / states[item.card] for item in items}


# The rules. Each names a state for every card of a set, from what it sees without understanding it.

_SPEECH = re.compile(
    r"\b(?:said|says|stated?|stating|argue[ds]?|express(?:ed|es|ing)|suggest(?:ed|s|ing)|emphasi[sz](?:ed|es|ing)|"
    r"insist(?:ed|s)|claim(?:ed|s|ing)|highlight(?:ed|s|ing)|call(?:ed|s)|warn(?:ed|s)|believes?|ruled|noted|noting)\b|[“‘]",
    re.IGNORECASE,
)
_MOOD = re.compile(
    r"\b(?:proud|grateful|happy|glad|sad|angry|patien|worr|afraid|fear|hope|joy|impressive|significant|prominent|"
    r"positive|beneficial|ambitious|crucial|belligerent|brave|best|worst|thank|relie|disappoint|excit)\w*",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\b(?:former|ex-|new|head|chair|chief|mayor|manager|master)\w*", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|million|"
    r"half|third|quarter)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_LAST_NAME = re.compile(r"\b([A-Z]\w+) ([A-Z]\w+)")

Rule = Callable[[Sequence[Item]], list[str]]


def _words(item: Item) -> str:
    return " ".join(quote.text for quote in item.shown)


def _if(sees: Callable[[Item], bool], yes: str, no: str) -> Rule:
    return lambda items: [yes if sees(item) else no for item in items]


def _longer(yes: str, no: str) -> Rule:
    def rule(items: Sequence[Item]) -> list[str]:
        middle = median(len(_words(item)) for item in items)
        return [yes if len(_words(item)) > middle else no for item in items]

    return rule


def _begins_and_ends(item: Item) -> bool:
    """Whether all that is marked begins as a sentence does: a fragment begins in the middle."""
    return all(quote.text[:1].isupper() or quote.text[:1] in "“‘" for quote in item.shown)


def _one_paragraph(item: Item) -> bool:
    return len({quote.block for quote in item.shown}) == 1


def _speaks_of_absence(item: Item) -> bool:
    return bool(KINDS["absence"](item) or KINDS["box_absence"](item))


def _fewer_digits(items: Sequence[Item]) -> list[str]:
    """Open where the box has fewer digits than that of half of the cards, else flawed."""
    digits = [SIZES["box_digits"](item) for item in items]
    return ["open" if one < median(digits) else "flawed" for one in digits]


def _asks_by_text(item: Item) -> bool:
    return "by the text" in item.prompt.lower() or "in the words" in item.prompt.lower()


def _names_differ(item: Item) -> bool:
    """Whether one quote has *former*, or two quotes have another word before the same last name."""
    if any(re.search(r"\bformer\b", quote.text) for quote in item.shown):
        return True
    named = [{last: first for first, last in _LAST_NAME.findall(quote.text)} for quote in item.shown]
    return any(one[last] != other[last] for one in named for other in named for last in one.keys() & other.keys())


def _known_words(items: Sequence[Item]) -> list[str]:
    """Flawed where a word comes back that, so far, only flawed cards had: memory of what was told, no reading."""
    told: list[str] = []
    clean: set[str] = set()
    flawed: Counter[str] = Counter()
    for item in items:
        found = {word.lower() for word in _WORD.findall(_words(item)) if len(word) > 3}
        known = {word for word in found if flawed[word] and word not in clean}
        told.append("flawed" if known else "clean")
        if item.is_flawed:
            flawed.update(found)
        else:
            clean |= found
    return told


def _topic(items: Sequence[Item]) -> list[str]:
    """The state that most of the other cards have whose question shares a word with this one; else clean."""
    asked = [{word.lower() for word in _WORD.findall(f"{item.topic} {item.prompt}")} for item in items]
    told = []
    for place, found in enumerate(asked):
        votes: Counter[str] = Counter({"clean": 0})
        for other, item in enumerate(items):
            if other != place:
                rare = [word for word in found & asked[other] if sum(word in one for one in asked) <= len(items) / 2]
                votes[item.state] += len(rare)
        told.append(votes.most_common(1)[0][0])
    return told


RULES: dict[str, Rule] = {
    "longer": _longer("flawed", "clean"),
    "shorter": _longer("clean", "flawed"),
    "number": _if(lambda item: bool(_NUMBER.search(_words(item))), "flawed", "clean"),
    "no_number": _if(lambda item: bool(_NUMBER.search(_words(item))), "clean", "flawed"),
    "mood": _if(lambda item: bool(_MOOD.search(_words(item))), "flawed", "clean"),
    "former": _if(_names_differ, "flawed", "clean"),
    "role": _if(lambda item: bool(_ROLE.search(_words(item))), "flawed", "clean"),
    "speech": _if(lambda item: bool(_SPEECH.search(_words(item))), "clean", "flawed"),
    "fragment": _if(_begins_and_ends, "clean", "flawed"),
    "one_paragraph": _if(_one_paragraph, "clean", "flawed"),
    "by_text": _if(_asks_by_text, "open", "clean"),
    "no_box": _if(lambda item: item.judged_by == "text", "flawed", "clean"),
    "no_box_open": _if(lambda item: item.judged_by == "text", "open", "clean"),
    "absence": _if(_speaks_of_absence, "open", "flawed"),
    "absence_or_clean": _if(_speaks_of_absence, "open", "clean"),
    "fewer_digits": _fewer_digits,
    "pronoun": _if(lambda item: bool(KINDS["pronoun"](item)), "flawed", "clean"),
    "judging_ending": _if(lambda item: bool(KINDS["judging_ending"](item)), "flawed", "clean"),
    "of": _if(lambda item: bool(KINDS["of"](item)), "clean", "flawed"),
    "marks": _if(lambda item: len(item.shown) > 1, "open", "clean"),
    "known_words": _known_words,
    "topic": _topic,
}


def cue_lines(guessed: Iterable[Guess]) -> list[str]:
    """One line for each rule that gets further than it may."""
    return [
        say(
            "cue.found",
            rule=say(f"cue.rule.{one.rule}"),
            right=f"{one.right:.3g}",
            of=f"{one.of:.3g}",
            cards=one.cards.partition(": ")[2],
            constant=f"{one.constant:.3g}",
        )
        for one in guessed
    ]
