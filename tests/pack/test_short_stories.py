"""The bank on invented stories: pairs of eight kinds of clash and claims beside a box, as twins that are drawn."""

from __future__ import annotations

from collections import Counter

import pytest

from readtwice.pack import Item, load_pack
from readtwice.pack.draw import ASKED, Draw, dealt, drawn, how_many, variants
from readtwice.pack.item import DISAGREEMENTS, STATES

PACK = load_pack("short-stories")
CARDS = {item.id: variants(PACK, item.id) for item in PACK.items}
PAIRS = {card: states for card, states in CARDS.items() if states[0].kind == "pair"}
CLAIMS = {card: states for card, states in CARDS.items() if states[0].kind == "claim"}
LEARNERS = [f"{number * 7919:010x}" for number in range(300)]


def kind_of(item: Item) -> str:
    """The kind of clash: a heading and a caption share a relation."""
    kinds = {PACK.article.block(quote.block).kind for quote in item.shown}
    return next((kind for kind in ("heading", "caption") if kind in kinds), item.relation)


def test_each_card_has_twins_that_differ_in_few_words() -> None:
    assert len(PAIRS) >= 30
    assert len(CLAIMS) >= 39
    for states in CARDS.values():
        assert {"clean", "flawed"} <= {one.state for one in states}
        for one in states[1:]:
            assert one.twin
            for change in one.twin.words:
                assert max(len(change.printed.split()), len(change.told.split())) <= 7


def test_eight_kinds_of_clash_each_at_least_four_times() -> None:
    kinds = Counter(kind_of(one) for states in PAIRS.values() for one in states if one.is_flawed)
    assert set(kinds) == {*DISAGREEMENTS, "heading", "caption"} - {"judgment", "heading or caption"}
    assert len(kinds) == 8
    assert min(kinds.values()) >= 4


def test_one_card_in_eight_can_be_left_open() -> None:
    can_be_open = [card for card, states in PAIRS.items() if any(one.state == "open" for one in states)]
    assert 8 * len(can_be_open) >= len(PAIRS)
    assert len({kind_of(PACK.item(card)) for card in can_be_open} | {"date"}) >= 4


def test_pairs_stand_in_one_paragraph_and_in_two() -> None:
    flawed = [one for states in PAIRS.values() for one in states if one.is_flawed]
    near = [one for one in flawed if len({quote.block for quote in one.shown}) == 1]
    assert len(flawed) / 4 < len(near) < 3 * len(flawed) / 4


def test_two_speakers_who_differ_do_not_clash_and_one_who_does_both_does() -> None:
    for card in ("keeper-talks", "bread-rye"):
        states = {one.state: one for one in CARDS[card]}
        assert "Two" in states["clean"].explanation
        assert states["flawed"].relation == "position"


def test_each_story_says_that_it_is_invented() -> None:
    titles = [block for block in PACK.article.blocks if block.kind == "heading"][1:]
    assert all(PACK.article.quote(block).endswith("(an invented story)") for block in titles)
    assert "invented" in PACK.notice.lower()


def test_a_claim_reads_alike_in_all_its_states_and_only_the_box_decides() -> None:
    for states in CLAIMS.values():
        assert len({(one.prompt, one.topic, tuple(quote.text for quote in one.shown)) for one in states}) == 1
        assert len({one.box for one in states}) == len(states)
        assert {one.judged_by for one in states} == {"box"}
        sizes = [len(one.box.split()) for one in states]
        assert max(sizes) - min(sizes) <= 5
    sizes = {
        state: [len(one.box) for found in CLAIMS.values() for one in found if one.state == state] for state in STATES
    }
    means = [sum(found) / len(found) for found in sizes.values()]
    assert max(means) - min(means) < 5


@pytest.mark.parametrize("lesson", ["02", "03", "04"])
def test_the_exit_of_a_lesson_is_drawn_from_eight_claims_most_of_which_can_be_left_open(lesson: str) -> None:
    cards = [CLAIMS[item.id] for item in PACK.items_for(lesson, "exit")]
    assert len(cards) == 8
    assert sum(len(states) == 3 for states in cards) >= 7
    assert {item.prompt for states in cards for item in states} == {"How sure are you: does this hold up?"}
    assert all(item.sureness for states in cards for item in states)


@pytest.mark.long
def test_neighbours_are_asked_other_cards() -> None:
    for lesson in ("02", "03", "04"):
        exits = {item.id for item in PACK.items_for(lesson, "exit")}
        asked = Counter(tuple(exits & dealt(PACK, learner).keys()) for learner in LEARNERS)
        assert {len(cards) for cards in asked} == {ASKED["exit"]}
        assert len({frozenset(cards) for cards in asked}) == 28, "every two of eight"


def sets() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in PACK.items:
        found.setdefault(f"{item.lesson} {item.use}", []).append(item.id)
    return found


@pytest.mark.long
@pytest.mark.parametrize(("name", "cards"), sets().items(), ids=sets())
def test_how_many_are_flawed_is_drawn(name: str, cards: list[str]) -> None:
    asked = how_many(*name.split(), len(cards))
    drawn_ = [[one for card, one in dealt(PACK, learner).items() if card in cards] for learner in LEARNERS]
    assert {len(found) for found in drawn_} == {asked}
    counts = Counter(sum(one.is_flawed for one in found) for found in drawn_)
    assert asked > 5 or set(counts) == set(range(asked + 1)), "none and all among them"
    assert 0.38 < sum(many * seen for many, seen in counts.items()) / asked / len(drawn_) < 0.55
    for card in cards:
        mine = [one for found in drawn_ for one in found if one.card == card]
        least = 0.2 if any(one.state == "open" for one in CARDS[card]) else 0.3
        assert least < sum(one.is_flawed for one in mine) / len(mine) < 0.7


@pytest.mark.long
def test_cant_tell_is_right_often_enough_to_be_an_answer() -> None:
    """On the cards that are asked of everybody: those of lesson 01 alone, and exit cards."""
    asked = [item.id for item in PACK.items if item.use in ("solo", "exit")]
    found = [dealt(PACK, learner) for learner in LEARNERS]
    states = Counter(one[card].state for one in found for card in asked if card in one)
    assert states["open"] / states.total() > 1 / 12


@pytest.mark.long
def test_whoever_draws_finds_each_card_whole() -> None:
    for learner in LEARNERS[:60]:
        chosen = dealt(PACK, learner)
        told = drawn(PACK, chosen)
        assert [item.id for item in told.items] == [chosen[card].id if card in chosen else card for card in CARDS]
        for item in told.items:
            assert all(told.article.quote(quote.span) == quote.text for quote in item.shown)


def test_a_draw_is_the_same_everywhere() -> None:
    """What an exit code was given for must be read so for ever."""
    found = dealt(PACK, "0123456789", Draw(by_number=True))
    assert {card: found[card].id for card in ("bread-heading", "bell-finder")} == DRAWN
    found = dealt(PACK, "0123456789")
    assert {card: found[card].id for card in ("bread-heading", "bell-finder")} == {
        "bread-heading": "bread-heading-2",
        "bell-finder": "bell-finder",
    }


DRAWN = {"bread-heading": "bread-heading", "bell-finder": "bell-finder"}
