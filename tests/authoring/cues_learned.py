"""What surface features tell of the key, learned: no contradiction is both learned from and predicted.

A linear model sees lengths, digits, paragraphs, kinds of words, of claim and box, and the words of topic and prompt;
never what is said. Its AUC is beside .5 where the cards give nothing away. It is asked which of the cards that are
scored are flawed, each state as often as it is drawn; and of all cards which are sound, flawed, or open, each state
alike. A permutation test says what chance alone could reach.

    python -m tests.authoring.cues_learned

writes the tables of docs/audit_of_cues.md anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import MaxAbsScaler

from readtwice.authoring.cue_faces import KINDS, SIZES
from readtwice.authoring.cues import RULES, SMALLEST, CardsAsked, alike, how_often_drawn, judged, sets_of_cards, tried
from readtwice.pack import Item, load_pack
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import STATES
from readtwice.words import say
from tests.notebooks import COURSE

MEASURING, LESSON = 0.60, 0.65
"""The most that may be predicted: of cards that measure, and of the cards of lessons."""

MEASURE = ("form", "exit", "recall", "search")
"""What cards are for that say what somebody can do; all others are for learning."""

PERMUTATIONS = 59

BY_CHANCE = 0.05
"""A set that is too small to estimate is held against chance: see `Seen.is_too_small`."""

_BY_FACES = ("absence", "absence_or_clean", "pronoun", "judging_ending", "of", "marks")
_ON_THEIR_OWN = [name for name in RULES if name not in ("known_words", "topic", "fewer_digits", *_BY_FACES)]


def features(item: Item) -> dict[str, float]:
    words = " ".join(quote.text for quote in item.shown)
    seen: dict[str, float] = {
        "characters": len(words),
        "digits": sum(letter.isdigit() for letter in words),
        "capitals": len(re.findall(r"\b[A-Z]", words)),
        "apart": abs(int(item.shown[0].block[1:]) - int(item.shown[-1].block[1:])),
        "whole sentences": words.endswith("."),
        "same length": abs(len(item.shown[0].text) - len(item.shown[-1].text)),
    }
    seen |= {name: RULES[name]([item])[0] == "flawed" for name in _ON_THEIR_OWN if "short" not in name}
    for name, face in KINDS.items():
        value = face(item)
        seen |= {f"{name} {value}": 1} if isinstance(value, str) else {name: float(value)}  # type: ignore[arg-type]
    seen |= {name: size(item) for name, size in SIZES.items()}
    return seen | {f"asked {word}": 1 for word in re.findall(r"\w+", f"{item.topic} {item.prompt}".lower())}


@cache
def cards() -> dict[str, list[Item]]:
    """Cards by what they are for and their kind."""
    found = [item for slug in shipped_packs() for item in judged(load_pack(slug))]
    named = [(f"{'measuring' if item.use in MEASURE else 'lesson'} {item.kind}", item) for item in found]
    named += [(f"{name.partition(' ')[0]} all", item) for name, item in named]
    named.sort(key=lambda one: one[0])
    grouped = {name: [item for _, item in found] for name, found in groupby(named, key=lambda one: one[0])}
    return {name: found for name, found in grouped.items() if len(found) >= SMALLEST}


@cache
def drawn() -> dict[str, float]:
    """How often each state of a card with twins is drawn, of those who are asked the card."""
    return {one: often for slug in shipped_packs() for one, often in how_often_drawn(load_pack(slug)).items()}


def scored(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.is_scored]


def of_each_side(items: Sequence[Item], is_so: Callable[[Item], bool]) -> int:
    """Of how many cards there are states on either side, at least."""
    return min(len({item.card for item in items if is_so(item) is side}) for side in (True, False))


@cache
def sets() -> dict[str, CardsAsked]:
    """Every set of eight cards or more that learners meet, in which some are flawed and some are not.

    Where one card alone is flawed, or sound, it is never both learned from and asked: nothing can be estimated.
    """
    every = (one for slug in shipped_packs() for one in sets_of_cards(load_pack(slug)))
    return {
        one.name: one
        for one in every
        if len({item.card for item in one.items}) >= SMALLEST
        and of_each_side(scored(one.items), lambda item: item.is_flawed) > 1
    }


@dataclass(frozen=True)
class Seen:
    """What is seen of some cards, and which of them are learned from and asked in turn."""

    columns: np.ndarray
    folds: tuple[tuple[np.ndarray, np.ndarray], ...]
    weights: np.ndarray

    def auc(self, flawed: np.ndarray) -> float:
        """Of cards whose contradiction was not among those learned from."""
        scores = np.zeros(len(flawed))
        for known, asked in self.folds:
            if len(set(flawed[known])) == 2:
                model = LogisticRegression(C=0.3, solver="liblinear")
                model.fit(self.columns[known], flawed[known], sample_weight=self.weights[known])
                scores[asked] = model.decision_function(self.columns[asked])
        return float(roc_auc_score(flawed, scores, sample_weight=self.weights))

    @staticmethod
    def is_too_small(flawed: np.ndarray, limit: float) -> bool:
        """Whether keys that nothing tells of would pass the limit in more than one set of forty.

        The standard error of an AUC of .5 is √((a + b + 1) / 12ab) for a flawed and b other cards (Mann & Whitney
        1947). Where twice that is more than the limit leaves, a figure over it says nothing until a permutation test
        says that keys dealt out anew seldom reach it.
        """
        a, b = int(flawed.sum()), int((~flawed).sum())
        return bool(2 * np.sqrt((a + b + 1) / (12 * a * b)) > limit - 0.5)

    def chance(self, flawed: np.ndarray, found: float) -> float:
        """How often keys that are dealt out anew are predicted as well."""
        dealer = np.random.default_rng(7)
        reached = sum(self.auc(dealer.permutation(flawed)) >= found for _ in range(PERMUTATIONS))
        return (1 + reached) / (1 + PERMUTATIONS)


def seen_of(items: Sequence[Item], weights: Mapping[str, float] | None = None) -> Seen:
    columns = MaxAbsScaler().fit_transform(DictVectorizer(sparse=False).fit_transform([features(one) for one in items]))
    groups = [item.entry or item.card for item in items]  # cards on the same fault are held out together
    folds = GroupKFold(n_splits=min(8, len(set(groups))))
    counted = drawn() if weights is None else weights
    return Seen(
        columns, tuple(folds.split(columns, groups=groups)), np.array([counted.get(one.id, 1.0) for one in items])
    )


def limit_of(name: str) -> float:
    return MEASURING if name.startswith("measuring") else LESSON


SIDES = "flawed or sound"
"""What is asked of the cards that are scored; of all cards, each of STATES is asked against the two others."""


@dataclass(frozen=True)
class Told:
    """How well one thing asked of some cards is predicted: `flawed`, of `states`, are so."""

    asked: str
    states: int
    flawed: int
    auc: float
    limit: float
    is_too_small: bool
    gives_away: bool

    def __str__(self) -> str:
        size = "small" if self.is_too_small else "large"
        return f"{self.asked} | {self.states} | {self.flawed} | {self.auc:.2f} | {self.limit:.2f} | {size}"


def asked_of(items: Sequence[Item], limit: float) -> tuple[Told, ...]:
    """All that is asked of some cards, where two cards at least stand on either side."""
    found = []
    if of_each_side(scored(items), lambda item: item.is_flawed) > 1:
        found.append(_told(SIDES, scored(items), "flawed", limit, drawn()))
    with_open = {item.kind for item in items if item.state == "open"}  # of others everybody knows that they never are
    items = [item for item in items if item.kind in with_open]
    for state in STATES if len({item.card for item in items}) >= SMALLEST else ():
        if of_each_side(items, lambda item, state=state: item.state == state) > 1:  # type: ignore[misc]
            found.append(_told(state, items, state, limit, alike(items)))
    return tuple(found)


def _told(asked: str, items: Sequence[Item], state: str, limit: float, weights: Mapping[str, float]) -> Told:
    seen, are_so = seen_of(items, weights), np.array([item.state == state for item in items])
    auc, small = seen.auc(are_so), seen.is_too_small(are_so, limit)
    over = auc > limit and (not small or seen.chance(are_so, auc) <= BY_CHANCE)
    return Told(asked, len(items), int(are_so.sum()), auc, limit, small, over)


@cache
def told() -> dict[str, tuple[Told, ...]]:
    """Of each kind over all packs. Of all kinds together only SIDES: the kind says which are seldom open."""
    found = {name: asked_of(items, limit_of(name)) for name, items in cards().items()}
    return {name: of[:1] if name.endswith(" all") else of for name, of in found.items()}


@dataclass(frozen=True)
class ToldOfSet:
    """What surface features tell of one set that learners meet together, of cards that can be learned from."""

    name: str
    cards: int
    states: int
    told: tuple[Told, ...]
    limit: float
    most: float
    face: str

    @property
    def auc(self) -> float:
        """Of SIDES, which is held to the limit as it stands however few cards there are."""
        return self.told[0].auc

    def __str__(self) -> str:
        found = {one.asked: f"{one.auc:.2f}" for one in self.told}
        aucs = " | ".join(found.get(asked, "–") for asked in (SIDES, *STATES))
        cells = (self.name, self.cards, self.states, aucs, f"{self.limit:.2f}", f"{self.most:+.0f}", self.face)
        return f"| {' | '.join(map(str, cells))} |"


@cache
def told_of_sets() -> tuple[ToldOfSet, ...]:
    """For each set its AUC, and the rule or face that gets furthest, in points of a hundred over the best constant."""
    found = []
    for name, one in sets().items():
        limit = MEASURING if all(item.use in MEASURE for item in one.items) else LESSON
        best = max(tried(one, drawn()), key=lambda guess: guess.points)
        face = say(f"cue.rule.{best.rule}")
        count = len({item.card for item in one.items}), len(one.items)
        found.append(ToldOfSet(name, *count, asked_of(one.items, limit), limit, best.points, face))
    return tuple(found)


PAGE = COURSE / "docs/audit_of_cues.md"
BEGIN, END = "<!-- counted -->", "<!-- end -->"


def tables() -> str:
    """What stands between the two marks of the page."""
    kinds = ["| set | asked | states | so | AUC | limit | size |", "|---|---|---|---|---|---|---|"]
    kinds += [f"| {name} | {one} |" for name, of in told().items() for one in of]
    rows = sorted(told_of_sets(), key=lambda one: one.name)
    met = [
        f"| set | cards | states | {SIDES} | {' | '.join(STATES)} | limit | furthest rule, points | which |",
        "|---|---|---|---|---|---|---|---|---|---|",
        *map(str, rows),
    ]
    return "\n".join([*kinds, "", "Each set that learners meet, of eight cards or more:", "", *met])


def page_with(tables: str) -> str:
    """The page with these tables."""
    text = PAGE.read_text("utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page_with(tables()), "utf-8")
