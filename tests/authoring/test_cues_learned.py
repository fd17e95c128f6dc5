"""What surface features tell of the key, learned: no contradiction is both learned from and predicted.

A linear model sees lengths, digits, paragraphs, kinds of words, and the words of topic and prompt; never what is
said. Its AUC is beside .5 where the cards give nothing away. A permutation test says what chance alone could reach.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import numpy as np
import pytest
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import MaxAbsScaler

from readtwice.authoring.cues import RULES, judged
from readtwice.pack import Item, load_pack
from readtwice.pack.compiled import shipped_packs

pytestmark = pytest.mark.long

MEASURING, LESSON = 0.60, 0.65
"""The most that may be predicted: of cards that measure, and of the cards of lessons."""

PERMUTATIONS = 59

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
    return seen | {f"asked {word}": 1 for word in re.findall(r"\w+", f"{item.topic} {item.prompt}".lower())}


@cache
def cards() -> dict[str, list[Item]]:
    """Scored cards by what they are for and their kind."""
    scored = [item for slug in shipped_packs() for item in judged(load_pack(slug)) if item.is_scored]
    named = [(f"{'measuring' if item.use in ('form', 'exit') else 'lesson'} {item.kind}", item) for item in scored]
    named.sort(key=lambda one: one[0])
    grouped = {name: [item for _, item in found] for name, found in groupby(named, key=lambda one: one[0])}
    return {name: found for name, found in grouped.items() if len(found) >= 12}


@dataclass(frozen=True)
class Seen:
    """What is seen of some cards, and which of them are learned from and asked in turn."""

    columns: np.ndarray
    folds: tuple[tuple[np.ndarray, np.ndarray], ...]

    def auc(self, flawed: np.ndarray) -> float:
        """Of cards whose contradiction was not among those learned from."""
        scores = np.zeros(len(flawed))
        for learned, asked in self.folds:
            if len(set(flawed[learned])) == 2:
                model = LogisticRegression(C=0.3, solver="liblinear").fit(self.columns[learned], flawed[learned])
                scores[asked] = model.decision_function(self.columns[asked])
        return float(roc_auc_score(flawed, scores))

    def chance(self, flawed: np.ndarray, found: float) -> float:
        """How often keys that are dealt out anew are predicted as well."""
        dealer = np.random.default_rng(7)
        reached = sum(self.auc(dealer.permutation(flawed)) >= found for _ in range(PERMUTATIONS))
        return (1 + reached) / (1 + PERMUTATIONS)


def seen_of(items: list[Item]) -> Seen:
    columns = MaxAbsScaler().fit_transform(DictVectorizer(sparse=False).fit_transform([features(one) for one in items]))
    groups = [item.entry or item.card for item in items]  # cards on the same fault are held out together
    folds = GroupKFold(n_splits=min(8, len(set(groups))))
    return Seen(columns, tuple(folds.split(columns, groups=groups)))


def test_surface_features_do_not_tell_the_key():
    told = {}
    for name, items in cards().items():
        seen, flawed = seen_of(items), np.array([item.is_flawed for item in items])
        found = seen.auc(flawed)
        if found > (MEASURING if name.startswith("measuring") else LESSON) and seen.chance(flawed, found) <= 0.1:
            told[name] = f"AUC {found:.2f} on {len(items)} cards"
    assert told == {}


def test_a_key_that_is_given_away_is_found():
    items = cards()["lesson pair"]
    longer = np.array([len(item.shown[0].text) > 40 for item in items])
    assert seen_of(items).auc(longer) > LESSON
