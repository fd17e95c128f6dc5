"""No rule of a guesser who understands nothing gets far: in no set of any pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readtwice.authoring.cue_faces import KINDS, PLACES, SIZES, faces
from readtwice.authoring.cues import (
    RULES,
    CardsAsked,
    given_away,
    guesses,
    how_often_drawn,
    judged,
    learned,
    sets_of_cards,
    tried,
)
from readtwice.pack import load_pack
from readtwice.pack.draw import variants
from readtwice.pack.found import shipped_packs
from readtwice.words import words
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


FACES = [f"face_{name}" for name in (*KINDS, *SIZES, *PLACES)]


def test_each_face_is_tried_and_has_its_words():
    items = load_pack("form-a").items_for("00", "form")
    assert {f"face_{name}" for name in faces(items)} == {*FACES}
    assert len(FACES) >= 40
    assert {*words()["cue"]["rule"]} == {*RULES, *FACES}


@pytest.mark.parametrize("face", ["face_place_odd", "face_length", "face_box_number", "face_hedge"])
def test_a_face_that_tells_is_found_whichever_way_round(face):
    """Keys dealt out by the face itself, and then the other way round."""
    items = load_pack("hegseth-nato-2025").items_for("04", "practice")[:8]
    seen = faces(items)[face.removeprefix("face_")]
    first = seen[0]
    if len(set(seen)) == 1:
        items = tuple(replace(item, box="It has 5.") if place % 2 else item for place, item in enumerate(items))
        seen = faces(items)[face.removeprefix("face_")]
    for same, other in (("supported", "not_supported"), ("not_supported", "supported")):
        told = tuple(replace(item, key=same if one == first else other) for item, one in zip(items, seen, strict=True))
        [guess] = [one for one in learned(CardsAsked("x: all", told), {}) if one.rule == face]
        alone = min(sum(one == first for one in seen), sum(one != first for one in seen)) == 1
        assert guess.right >= guess.of - alone


def test_states_count_as_often_as_they_are_drawn():
    pack = load_pack("short-stories")
    drawn = how_often_drawn(pack)
    for card in {item.card for item in pack.twins}:
        assert sum(drawn[one.id] for one in variants(pack, card)) == pytest.approx(1)
    [cards] = [one for one in sets_of_cards(pack) if one.name == "short-stories: lesson 03, exit"]
    assert [guess.of for guess in learned(cards, drawn)] == pytest.approx([8] * len([*learned(cards, drawn)]))


MEASURING = ("form", "recall", "exit", "search")


def test_every_card_that_measures_is_asked_clean_and_flawed():
    """So nothing about a story, a question or a place can give its key."""
    states = {}
    for pack in map(load_pack, shipped_packs()):
        for item in judged(pack):
            if item.use in MEASURING:
                states.setdefault((pack.slug, item.card), set()).add(item.state)
    assert len(states) >= 150
    assert [card for card, found in states.items() if not {"clean", "flawed"} <= found] == []


def test_every_claim_and_pair_that_measures_can_be_left_open():
    """Or “can’t tell” would never be right for some, and that can be learned by heart."""
    found = {}
    for pack in map(load_pack, shipped_packs()):
        for item in judged(pack):
            if item.use in MEASURING and item.kind in ("claim", "pair"):
                found.setdefault((pack.slug, item.card), set()).add(item.state)
    assert len(found) >= 145
    assert [card for card, states in found.items() if "open" not in states] == []


@pytest.mark.parametrize("slug", ["form-a", "form-b", "fresh-text", "one-shot-cards"])
def test_cards_of_a_form_are_tried_with_the_box_that_learners_see(slug):
    pack = load_pack(slug)
    seen = {item.id: item.box for item in judged(pack) if item.use == "form" and item.judged_by == "box"}
    assert len(seen) >= 18
    assert all(len(box.split()) > 20 for box in seen.values())
    for cards in sets_of_cards(pack):
        assert all(item.box == seen[item.id] for item in cards.items if item.id in seen)


def test_a_box_that_says_what_it_lacks_is_found():
    items = [
        replace(item, box="The list is lost." if item.state == "open" else "The list has 12 of 30.")
        for item in judged(load_pack("form-a"))
        if item.use == "form" and item.kind == "claim"
    ]
    drawn = how_often_drawn(load_pack("form-a"))
    away = {guess.rule for guess in tried(CardsAsked("x: all", tuple(items)), drawn) if guess.gives_away}
    assert {"absence", "absence_or_clean", "fewer_digits", "face_box_absence"} <= away


def test_a_pack_with_a_card_that_could_not_be_read_is_still_checked():
    pack = load_pack("form-a")
    assert given_away(replace(pack, items=pack.items[1:])) is not None


def test_every_judged_card_stands_in_a_set_of_its_kind():
    pack = load_pack("hegseth-nato-2025")
    found = [[item.id for item in cards.items] for cards in sets_of_cards(pack)]
    for kind in ("pair", "claim", "wording"):
        assert [item.id for item in judged(pack) if item.kind == kind] in found


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
