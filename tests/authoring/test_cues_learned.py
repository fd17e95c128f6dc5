"""What surface features tell of the key, learned: no contradiction is both learned from and predicted."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from readtwice.authoring.cues import SMALLEST, judged, sets_of_cards
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from readtwice.pack.item import STATES, UNDETERMINED
from tests.authoring.cues_learned import (
    LESSON,
    PAGE,
    SIDES,
    asked_of,
    cards,
    of_each_side,
    page_with,
    scored,
    seen_of,
    sets,
    tables,
    told,
    told_of_sets,
)

pytestmark = pytest.mark.long


@pytest.mark.parametrize("name", sorted(cards()))
def test_surface_features_do_not_tell_the_key(name: str):
    assert [str(found) for found in told()[name] if found.gives_away] == []


@pytest.mark.parametrize("name", sorted(sets()))
def test_surface_features_tell_the_key_in_no_set_that_learners_meet(name: str):
    [found] = [one for one in told_of_sets() if one.name == name]
    assert found.auc <= found.limit, str(found)
    assert not [one.asked for one in found.told if one.gives_away], str(found)


def test_each_set_of_eight_cards_is_estimated_or_has_one_card_at_most_of_a_side():
    for one in (one for slug in shipped_packs() for one in sets_of_cards(load_pack(slug))):
        if len({item.card for item in one.items}) >= SMALLEST and one.name not in sets():
            assert of_each_side(scored(one.items), lambda item: item.is_flawed) <= 1, one.name
    assert {"form-a: lesson 00, form", "form-b: lesson 00, form", "short-stories: lesson 03, exit"} <= sets().keys()
    assert len(sets()) >= 35


def test_the_sets_that_matter_most_are_held_to_the_strict_number():
    large = {(name, one.asked): one for name, of in told().items() for one in of if not one.is_too_small}
    assert {(name, SIDES) for name in ("measuring claim", "measuring all", "lesson pair", "lesson all")} <= large.keys()
    assert {("measuring claim", state) for state in STATES} <= large.keys()
    assert all(one.auc <= one.limit for one in large.values())


def test_the_tables_in_the_docs_are_those_that_are_counted():
    """`python -m tests.authoring.cues_learned` writes them anew."""
    assert page_with(tables()) == PAGE.read_text("utf-8")


def test_the_rows_on_pairs_in_the_docs_are_counted_as_the_cards_are():
    pairs = [item for slug in shipped_packs() for item in judged(load_pack(slug)) if item.kind == "pair"]
    near = Counter(item.key for item in pairs if item.sides[0][0].block == item.sides[1][0].block)
    page = PAGE.read_text("utf-8")
    assert f"| {sum(item.key == UNDETERMINED for item in pairs)} of {len(pairs)} states in all packs |" in page
    rest = f"{near['clash']} clash, {near['no_clash']} do not, {near[UNDETERMINED]} are open"
    assert f"| of {near.total()} such states in all packs {rest} |" in page


def test_a_key_that_is_given_away_is_found():
    items = cards()["lesson pair"]
    longer = np.array([len(item.shown[0].text) > 40 for item in items])
    assert seen_of(items).auc(longer) > LESSON


def test_an_open_state_that_its_box_gives_away_is_found():
    """What a box lacks was once said in words such as *lost*; only which of the scored are flawed was asked then."""
    items = [
        replace(item, box="The list is lost." if item.state == "open" else "The list has 12 of 30.")
        for item in cards()["measuring claim"]
    ]
    found = {one.asked: one for one in asked_of(items, LESSON)}
    assert found["open"].gives_away
    assert not found[SIDES].gives_away
