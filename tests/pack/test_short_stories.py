"""The bank of pairs on invented stories: eight kinds of clash as twins, drawn so that nothing but reading tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from readtwice.pack import Item, load_pack
from readtwice.pack.draw import dealt, drawn, variants
from readtwice.pack.item import DISAGREEMENTS

PACK = load_pack("short-stories")
CARDS = {item.id: variants(PACK, item.id) for item in PACK.items}
LEARNERS = [f"{number * 7919:010x}" for number in range(300)]


def kind_of(item: Item) -> str:
    """The kind of clash: a heading and a caption share a relation."""
    kinds = {PACK.article.block(quote.block).kind for quote in item.shown}
    return next((kind for kind in ("heading", "caption") if kind in kinds), item.relation)


def test_each_card_has_twins_that_differ_in_few_words() -> None:
    assert len(CARDS) >= 30
    for states in CARDS.values():
        assert {"clean", "flawed"} <= {one.state for one in states}
        for one in states[1:]:
            assert one.twin
            for change in one.twin.words:
                assert max(len(change.printed.split()), len(change.told.split())) <= 7


def test_eight_kinds_of_clash_each_at_least_four_times() -> None:
    kinds = Counter(kind_of(one) for states in CARDS.values() for one in states if one.is_flawed)
    assert set(kinds) == {*DISAGREEMENTS, "heading", "caption"} - {"judgment", "heading or caption"}
    assert len(kinds) == 8
    assert min(kinds.values()) >= 4


def test_one_card_in_eight_can_be_left_open() -> None:
    can_be_open = [card for card, states in CARDS.items() if any(one.state == "open" for one in states)]
    assert 8 * len(can_be_open) >= len(CARDS)
    assert len({kind_of(PACK.item(card)) for card in can_be_open} | {"date"}) >= 4


def test_pairs_stand_in_one_paragraph_and_in_two() -> None:
    flawed = [one for states in CARDS.values() for one in states if one.is_flawed]
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
    assert "invented" in PACK.notice


def sets() -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for item in PACK.items:
        found.setdefault(f"{item.lesson} {item.use}", []).append(item.id)
    yield from found.items()


@pytest.mark.parametrize(("name", "cards"), sets(), ids=[name for name, _ in sets()])
def test_how_many_are_flawed_is_drawn(name: str, cards: list[str]) -> None:
    seen = Counter(sum(dealt(PACK, learner)[card].is_flawed for card in cards) for learner in LEARNERS)
    low, high = (0, len(cards)) if len(cards) < 4 else (len(cards) * 3 // 8, -(-len(cards) * 5 // 8))
    assert set(seen) == set(range(low, high + 1))
    for card in cards:
        least = 0.2 if any(one.state == "open" for one in CARDS[card]) else 0.35
        assert least < sum(dealt(PACK, learner)[card].is_flawed for learner in LEARNERS) / len(LEARNERS) < 0.7


def test_cant_tell_is_right_often_enough_to_be_an_answer() -> None:
    """On the cards that everybody is asked: lesson 01 alone, and its exit cards."""
    asked = [item.id for item in PACK.items if item.use in ("solo", "exit")]
    states = Counter(dealt(PACK, learner)[card].state for learner in LEARNERS for card in asked)
    assert states["open"] / states.total() > 1 / 12


def test_whoever_draws_finds_each_card_whole() -> None:
    for learner in LEARNERS[:60]:
        chosen = dealt(PACK, learner)
        told = drawn(PACK, chosen)
        assert [item.id for item in told.items] == [chosen[card].id for card in CARDS]
        for item in told.items:
            assert all(told.article.quote(quote.span) == quote.text for quote in item.shown)


def test_a_draw_is_the_same_everywhere() -> None:
    """What an exit code was given for must be read so for ever."""
    found = dealt(PACK, "0123456789")
    assert {card: found[card].id for card in ("bread-heading", "bell-finder")} == DRAWN


DRAWN = {"bread-heading": "bread-heading", "bell-finder": "bell-finder"}
