"""No rule of a guesser who understands nothing gets far: in no set of any pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readtwice.authoring.cues import RULES, CardsAsked, given_away, guesses, judged, sets_of_cards
from readtwice.pack import load_pack
from readtwice.pack.compiled import shipped_packs


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


def test_only_pairs_that_answer_a_hunt_are_not_judged():
    for slug in shipped_packs():
        pack = load_pack(slug)
        others = {item.id for item in (*pack.items, *pack.twins)} - {item.id for item in judged(pack)}
        left_out = [pack.item(one) for one in others if pack.item(one).kind != "statement"]
        assert {(item.kind, item.use) for item in left_out} <= {("pair", "extra")}
        assert not {item.card for item in left_out} & {item.card for item in pack.twins}
