"""No rule of a guesser who understands nothing gets far: in no set of any pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readtwice.authoring.cues import RULES, CardsAsked, given_away, guesses, judged, sets_of_cards
from readtwice.pack import load_pack
from readtwice.pack.found import shipped_packs
from tests.notebooks import COURSE
from tests.notebooks.verbs import calls
from tests.specimens import HEGSETH


def test_no_rule_beats_the_best_constant_answer():
    found = {(one.cards, one.rule) for slug in shipped_packs() for one in given_away(load_pack(slug))}
    assert found == set()


@pytest.mark.parametrize("rule", ["mood", "longer", "number"])
def test_a_rule_that_pays_is_found(rule):
    items = load_pack("form-a").items_for("00", "form")
    states = RULES[rule](items)
    keys = {"clean": {"pair": "no_clash"}, "flawed": {"pair": "clash"}}
    others = {"clean": "supported", "flawed": "not_supported"}
    told = tuple(
        replace(item, key=keys[state].get(item.kind, others[state])) for item, state in zip(items, states, strict=True)
    )
    [guess] = [one for one in guesses(CardsAsked("x: all", told)) if one.rule == rule]
    assert guess.right == guess.of == 16
    assert guess.constant < 16
    assert guess.gives_away == (guess.constant < 13)


def test_every_judged_card_stands_in_a_set_of_its_kind():
    pack = load_pack("hegseth-nato-2025")
    named = {cards.name: cards.items for cards in sets_of_cards(pack)}
    for kind in ("pair", "claim", "wording"):
        asked = [item.id for item in judged(pack) if item.kind == kind]
        assert [item.id for item in named[f"{pack.slug}: every {kind}"]] == asked


def test_only_pairs_that_answer_a_hunt_and_cards_kept_for_records_are_not_judged():
    for slug in shipped_packs():
        pack = load_pack(slug)
        others = {item.id for item in (*pack.items, *pack.twins)} - {item.id for item in judged(pack)}
        left_out = [pack.item(one) for one in others if pack.item(one).kind != "statement"]
        assert {(item.kind, item.use) for item in left_out if item.use not in ("recall", "practice")} <= {
            ("pair", "extra")
        }
        assert not {item.card for item in left_out} & {item.card for item in pack.twins}


def test_what_is_judged_is_what_pages_ask():
    """A card that no page asks would make its set look better balanced than the one that learners meet."""
    pack = load_pack(HEGSETH)
    pages = [
        *COURSE.glob("notebooks/0*.ipynb"),
        COURSE / "notebooks/one_shot.ipynb",
        *COURSE.glob("solutions/*/*.ipynb"),
    ]
    asked = set()
    for verb, named in (call for page in pages if page.stem != "programmers" for call in calls(page)):
        if verb in ("judge", "numbers"):
            asked |= {item.id for item in pack.items_for(*named)}
        elif verb in ("question", "item", "shelf"):
            asked |= {item.id for item in pack.items if item.id in named}
    kinds = {item.id: item.kind for item in pack.items}
    assert {item.id for item in judged(pack)} == {one for one in asked if kinds[one] != "statement"}


def test_a_card_that_is_asked_by_its_name_alone_is_judged():
    pack = load_pack(HEGSETH)
    assert {"name-b11-b18", "group-name-b14-b24"} <= {item.id for item in judged(pack)}
    assert not {"three-percent-b19", "wording-positive-b23", "name-b11-b17"} & {item.id for item in judged(pack)}
