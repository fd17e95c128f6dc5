"""What surface features tell of the key, learned: no contradiction is both learned from and predicted.

A linear model sees lengths, digits, paragraphs, kinds of words, of claim and box, and the words of topic and prompt;
never what is said. Its AUC is beside .5 where the cards give nothing away. A state counts as often as it is drawn.
A permutation test says what chance alone could reach.

    python -m tests.authoring.cues_learned

writes the tables of docs/audit_of_cues.md anew.
"""

from __future__ import annotations

import re
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
from readtwice.authoring.cues import RULES, SMALLEST, guesses, how_often_drawn, judged, learned, sets_of_cards
from readtwice.pack import Item, load_pack
from readtwice.pack.found import shipped_packs
from readtwice.words import say
from tests.notebooks import COURSE

MEASURING, LESSON = 0.60, 0.65
"""The most that may be predicted: of cards that measure, and of the cards of lessons."""

MEASURE = ("form", "exit", "recall")
"""What cards are for that say what somebody can do; all others are for learning."""

PERMUTATIONS = 59

BY_CHANCE = 0.05
"""A set that is too small to estimate is held against chance: see `Seen.is_too_small`."""

_ON_THEIR_OWN = [name for name in RULES if name not in ("known_words", "topic")]


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
    """Scored cards by what they are for and their kind."""
    scored = [item for slug in shipped_packs() for item in judged(load_pack(slug)) if item.is_scored]
    named = [(f"{'measuring' if item.use in MEASURE else 'lesson'} {item.kind}", item) for item in scored]
    named += [(f"{name.partition(' ')[0]} all", item) for name, item in named]
    named.sort(key=lambda one: one[0])
    grouped = {name: [item for _, item in found] for name, found in groupby(named, key=lambda one: one[0])}
    return {name: found for name, found in grouped.items() if len(found) >= SMALLEST}


@cache
def drawn() -> dict[str, float]:
    """How often each state of a card with twins is drawn, of those who are asked the card."""
    return {one: often for slug in shipped_packs() for one, often in how_often_drawn(load_pack(slug)).items()}


@cache
def sets() -> dict[str, list[Item]]:
    """Every set of eight cards or more that learners meet, in which some are flawed and some are not.

    Where one card alone is flawed, or sound, it is never both learned from and asked: nothing can be estimated.
    """
    found = {}
    for one in (one for slug in shipped_packs() for one in sets_of_cards(load_pack(slug))):
        scored = [item for item in one.items if item.is_scored]
        sides = [len({item.card for item in scored if item.is_flawed is flawed}) for flawed in (True, False)]
        if len({item.card for item in one.items}) >= SMALLEST and min(sides) > 1:
            found[one.name] = scored
    return found


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


def seen_of(items: list[Item]) -> Seen:
    columns = MaxAbsScaler().fit_transform(DictVectorizer(sparse=False).fit_transform([features(one) for one in items]))
    groups = [item.entry or item.card for item in items]  # cards on the same fault are held out together
    folds = GroupKFold(n_splits=min(8, len(set(groups))))
    weights = np.array([drawn().get(item.id, 1.0) for item in items])
    return Seen(columns, tuple(folds.split(columns, groups=groups)), weights)


def limit_of(name: str) -> float:
    return MEASURING if name.startswith("measuring") else LESSON


@dataclass(frozen=True)
class Told:
    """What surface features tell of one set."""

    name: str
    cards: int
    flawed: int
    auc: float
    is_too_small: bool
    gives_away: bool

    def __str__(self) -> str:
        size = "small" if self.is_too_small else "large"
        return f"| {self.name} | {self.cards} | {self.flawed} | {self.auc:.2f} | {limit_of(self.name):.2f} | {size} |"


@cache
def told() -> tuple[Told, ...]:
    found = []
    for name, items in cards().items():
        seen, flawed = seen_of(items), np.array([item.is_flawed for item in items])
        auc, limit = seen.auc(flawed), limit_of(name)
        small = seen.is_too_small(flawed, limit)
        over = auc > limit and (not small or seen.chance(flawed, auc) <= BY_CHANCE)
        found.append(Told(name, len(items), int(flawed.sum()), auc, small, over))
    return tuple(found)


@dataclass(frozen=True)
class ToldOfSet:
    """What surface features tell of one set that learners meet together, of cards that can be learned from."""

    name: str
    cards: int
    states: int
    auc: float
    limit: float
    most: float
    face: str

    def __str__(self) -> str:
        return (
            f"| {self.name} | {self.cards} | {self.states} | {self.auc:.2f} | {self.limit:.2f} | "
            f"{self.most:+.0f} | {self.face} |"
        )


@cache
def told_of_sets() -> tuple[ToldOfSet, ...]:
    """For each set its AUC, and the rule or face that gets furthest, in points of a hundred over the best constant."""
    found = []
    every = {one.name: one for slug in shipped_packs() for one in sets_of_cards(load_pack(slug))}
    for name, items in sets().items():
        limit = MEASURING if all(item.use in MEASURE for item in items) else LESSON
        auc = seen_of(items).auc(np.array([item.is_flawed for item in items]))
        tried = [*guesses(every[name]), *learned(every[name], drawn())]
        best = max(tried, key=lambda guess: guess.points)
        face = say(f"cue.rule.{best.rule}")
        found.append(ToldOfSet(name, len({item.card for item in items}), len(items), auc, limit, best.points, face))
    return tuple(found)


PAGE = COURSE / "docs/audit_of_cues.md"
BEGIN, END = "<!-- counted -->", "<!-- end -->"


def tables() -> str:
    """What stands between the two marks of the page."""
    kinds = ["| set | states | flawed | AUC | limit | size |", "|---|---|---|---|---|---|", *map(str, told())]
    rows = sorted(told_of_sets(), key=lambda one: one.name)
    met = [
        "| set | cards | states | AUC | limit | furthest rule, points | which |",
        "|---|---|---|---|---|---|---|",
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
