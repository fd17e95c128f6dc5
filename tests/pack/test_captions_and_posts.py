"""Cards on invented captions, posts and fact-checks: each clean and flawed, alike but for the deciding words."""

from __future__ import annotations

from collections import Counter

import pytest

from readtwice.pack import load_pack
from readtwice.pack.draw import Draw, alone, dealt, drawn, variants
from readtwice.pack.item import STATES
from readtwice.syllabus import syllabus

PACK = load_pack("captions-and-posts")
CARDS = {item.id: variants(PACK, item.id) for item in PACK.items}
LEARNERS = [f"{number * 7919:010x}" for number in range(200)]
EXITS = ("05", "06", "07")


def test_it_has_cards_to_end_three_lessons_and_to_look_back_in_three() -> None:
    assert Counter((item.lesson, item.use) for item in PACK.items) == {
        **{(lesson, "exit"): 8 for lesson in EXITS},
        ("06", "recall"): 4,
        ("07", "recall"): 4,
        ("09", "recall"): 6,
    }


def test_no_lesson_and_use_has_its_cards_in_two_packs() -> None:
    found = Counter(
        (lesson, use)
        for slug in syllabus().stories
        for lesson, use in {(item.lesson, item.use) for item in load_pack(slug).items}
    )
    assert set(found.values()) == {1}


@pytest.mark.parametrize("card", CARDS)
def test_a_card_is_clean_and_flawed_and_differs_in_its_deciding_words_alone(card: str) -> None:
    states = CARDS[card]
    assert {"clean", "flawed"} <= {one.state for one in states}
    assert len({(one.prompt, one.topic, tuple(quote.text for quote in one.shown)) for one in states}) == 1
    lengths = [len(one.box.split()) for one in states]
    assert max(lengths) - min(lengths) <= 6
    assert len({one.box for one in states}) == (len(states) if states[0].judged_by == "box" else 1)
    for one in states:
        said = [option.feedback for option in one.options.values()]
        assert all(len(text.split()) <= 35 and one.explanation in text for text in said)


def test_most_claims_can_be_left_open() -> None:
    claims = [states for states in CARDS.values() if states[0].kind == "claim"]
    assert len(claims) > 30
    assert all({one.state for one in states} == {*STATES} for states in claims)


def test_a_caption_is_marked_whole() -> None:
    blocks = {block.id: block for block in PACK.article.blocks}
    on_captions = [item for item in PACK.items if blocks[item.shown[0].block].kind == "caption"]
    assert len(on_captions) >= 9
    for item in on_captions:
        assert item.shown[0].text == PACK.article.quote(blocks[item.shown[0].block])
        assert item.box.startswith("The picture shows: ")


def test_a_box_does_not_tell_by_its_length_or_its_numbers() -> None:
    """What a guesser could read off a box: which of the states has most words, and which has a digit."""

    def most(measure: list[int]) -> int | None:
        return measure.index(max(measure)) if measure.count(max(measure)) == 1 else None

    for measured in (lambda one: len(one.box), lambda one: sum(letter.isdigit() for letter in one.box)):
        longest: Counter[str] = Counter()
        for states in CARDS.values():
            place = most([measured(one) for one in states])
            if states[0].box and place is not None:
                longest[states[place].state] += 1
        assert max(longest.values()) <= 0.6 * longest.total(), longest


@pytest.mark.parametrize("lesson", EXITS)
def test_of_two_exit_cards_none_one_or_both_are_flawed(lesson: str) -> None:
    cards = PACK.items_for(lesson, "exit")
    flawed: Counter[int] = Counter()
    asked: Counter[str] = Counter()
    states: Counter[str] = Counter()
    for learner in LEARNERS:
        told = dealt(PACK, learner)
        mine = [told[card.id] for card in cards if card.id in told]
        flawed[sum(one.is_flawed for one in mine)] += 1
        asked.update(one.card for one in mine)
        states.update(one.state for one in mine)
    assert set(flawed) == {0, 1, 2}
    assert min(flawed.values()) >= len(LEARNERS) / 10
    assert len(asked) == 8
    assert min(asked.values()) >= len(LEARNERS) / 8
    assert states["open"] / states.total() > 1 / 12


def test_whoever_draws_finds_each_card_whole() -> None:
    for learner in LEARNERS[:30]:
        chosen = dealt(PACK, learner)
        told = drawn(PACK, chosen)
        assert len(chosen) == 3 * 2 + 2 + 1 + 2
        assert {item.id for item in told.items} >= {one.id for one in chosen.values()}
        for item in told.items:
            assert all(told.article.quote(quote.span) == quote.text for quote in item.shown)


def test_a_draw_is_the_same_everywhere() -> None:
    """What an exit code was given for must be read so for ever."""
    found = [one.id for one in dealt(PACK, "0123456789", Draw(by_number=True)).values() if one.use == "exit"]
    assert found == ["stand-eyesore", "stretch-rested", "pool-close-3", "keeper-left", "check-clip-3", "check-juice-2"]
    found = [one.id for one in dealt(PACK, "0123456789").values() if one.use == "exit"]
    assert found == [
        "stretch-rested-2",
        "stand-eyesore",
        "keeper-left-2",
        "pool-close-3",
        "check-juice-2",
        "check-clip-2",
    ]


def test_the_box_of_a_state_is_what_it_says() -> None:
    states = {one.state: one for one in CARDS["run-line"]}
    assert "12 is Brandt" in states["clean"].box
    assert "12 is Kern" in states["flawed"].box
    assert {alone(PACK, one).item(one.id).box for one in states.values()} == {one.box for one in states.values()}
