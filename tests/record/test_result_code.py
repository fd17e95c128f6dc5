"""Result codes: round trips, and every slip of the pen is caught and described."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readtwice.pack import load_pack
from readtwice.pack.draw import variants
from readtwice.record import (
    CardSet,
    Event,
    Result,
    UnreadableCode,
    answers_of,
    dealt_to,
    decode,
    encode,
    form_set,
    known_sets,
    with_earlier,
)
from readtwice.record.card_sets import (
    OPEN_CAME_LATER,
    PAIRS_COULD_BE_OPEN_LATER,
    card_sets,
    revisions_that_count,
    sets_in_their_time,
)
from readtwice.record.result_code import ALPHABET, ANSWERS, most_answered
from readtwice.words import say
from tests.specimens import SHIPPED, form_pack

SETS = [one for folder in SHIPPED for one in card_sets(load_pack(folder.name))] + list(card_sets(form_pack()))

LEARNERS = st.integers(0, (1 << 40) - 1).map(lambda number: f"{number:010x}")


@st.composite
def results(draw: st.DrawFn) -> Result:
    cards, learner = draw(st.sampled_from(SETS)), draw(LEARNERS)
    size = len(cards.items)
    return Result(
        learner, cards.of(learner), tuple(draw(st.lists(st.sampled_from(ANSWERS), min_size=size, max_size=size)))
    )


@given(results())
def test_what_goes_in_comes_out(result: Result) -> None:
    code = encode(result.cards, result.learner, result.answers)
    assert decode(code, SETS) == result
    assert decode(f"  {code.lower().replace('-', ' ')}\n", SETS) == result
    assert decode(code.replace("0", "O").replace("1", "l"), SETS) == result


@given(results(), st.data())
def test_one_wrong_character_is_caught_and_its_place_is_told(result: Result, data: st.DataObject) -> None:
    code = encode(result.cards, result.learner, result.answers).replace("-", "")
    place = data.draw(st.integers(0, len(code) - 1))
    other = data.draw(st.sampled_from(ALPHABET.replace(code[place], "")))
    with pytest.raises(UnreadableCode) as caught:
        decode(code[:place] + other + code[place + 1 :], SETS)
    assert str(place + 1) in str(caught.value) or "off" in str(caught.value)


@pytest.mark.long
@pytest.mark.parametrize("pack", ["form-a", "fresh-text", "hegseth-nato-2025"])
def test_any_one_wrong_character_is_told_by_its_place(pack: str) -> None:
    """Every place of three codes, each with other characters: the learner hears which one to look at."""
    cards = next(one for one in SETS if one.pack == pack and len(one.items) >= 2)
    answers = [ANSWERS[number % len(ANSWERS)] for number in range(len(cards.items))]
    code = encode(cards, "3fa1b2c4d5", answers).replace("-", "")
    for place, character in enumerate(code):
        at = ALPHABET.index(character)
        for other in (ALPHABET[at - 1], ALPHABET[at - 13]):
            with pytest.raises(UnreadableCode) as caught:
                decode(code[:place] + other + code[place + 1 :], SETS)
            assert str(caught.value) == say("code_trouble.one_off", place=place + 1)


@pytest.mark.long
@pytest.mark.parametrize("cards", SETS, ids=lambda cards: f"{cards.pack}-{cards.number}")
def test_every_truncation_of_every_card_set_s_code_is_caught_and_described(cards: CardSet) -> None:
    code = encode(cards, "3fa1b2c4d5", [ANSWERS[3]] * len(cards.items)).replace("-", "")
    for length in range(len(code)):
        with pytest.raises(UnreadableCode) as caught:
            decode(code[:length], SETS)
        told = str(caught.value)
        if length == 0:
            assert told == say("code_trouble.empty")
        elif 5 * length < 33 + 24:
            assert told == say("code_trouble.too_short", count=length)
        else:
            assert told == say("code_trouble.length", expected=len(code), count=length)


@given(results(), st.data())
def test_two_neighbours_swapped_are_caught(result: Result, data: st.DataObject) -> None:
    code = encode(result.cards, result.learner, result.answers).replace("-", "")
    place = data.draw(st.integers(0, len(code) - 2))
    assume(code[place] != code[place + 1])
    with pytest.raises(UnreadableCode):
        decode(code[:place] + code[place + 1] + code[place] + code[place + 2 :], SETS)


@given(st.text(max_size=90))
def test_any_other_text_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableCode, match=r"\A[^\n]+\Z"):
        decode(text, SETS)


@pytest.mark.parametrize("cards", SETS, ids=lambda cards: f"{cards.pack}-{cards.number}")
def test_a_code_is_short_enough_to_be_copied_by_hand(cards: CardSet) -> None:
    code = encode(cards, "f" * 10, ["sure_not"] * len(cards.items))
    groups = code.split("-")
    assert {len(group) for group in groups} == {4}
    assert len(groups) <= (6 if len(cards.items) <= 8 else 7)


def test_no_two_card_sets_can_be_taken_for_each_other() -> None:
    heads = {encode(cards, "0" * 10, [""] * len(cards.items))[:6]: cards for cards in SETS}
    assert len(heads) == len(SETS), "format, pack and set stand in the first characters and differ"


def event(
    item: str, sureness: str, n: int, revision: int = 1, occasion: str = "before", said: str = "undetermined"
) -> Event:
    return Event(f"e{n}", "a" * 10, "two-stories", item, revision, occasion, [said], sureness, 0, n, time="")


def test_the_first_answer_counts_and_other_occasions_do_not() -> None:
    cards = form_set(form_pack(), "first", "before")
    first, second = (item.id for item in cards.items)
    events = [
        event(first, "sure_not", 1, occasion="after"),
        event(first, "think_so", 2),
        event(first, "sure_not", 3),
        event(second, "sure_not", 4, revision=2),
    ]
    assert answers_of(cards, events) == ("think_so", ""), "an answer to another revision is none to this card"


def test_what_cannot_be_read_is_no_answer_to_a_card_and_the_next_one_counts() -> None:
    cards = form_set(form_pack(), "first", "before")
    first, second = (item.id for item in cards.items)
    events = [
        event(first, "", 1, said="perhaps"),
        event(first, "think_not", 2),
        event(second, "sure_not", 3, revision=2),
        event(second, "think_so", 4),
    ]
    assert answers_of(cards, events) == ("think_not", "think_so")


def test_a_code_for_other_cards_or_another_revision_is_refused_with_its_reason() -> None:
    cards = form_set(form_pack(), "first", "before")
    code = encode(cards, "0123456789", ["think_so", ""])
    with pytest.raises(UnreadableCode, match="cards that this course does not have"):
        decode(code, [])
    shorter = CardSet(cards.pack, cards.number, cards.name, cards.occasion, cards.items[::-1])
    with pytest.raises(UnreadableCode, match="another version of these cards: form T, first half, before"):
        decode(code, [shorter])


BEFORE_TWINS = [
    ("70C0-W04Z-T3CP-4TP2-S289-RYB3", "form-a", "first"),
    ("6VG2-TZ80-002N-WVT2-S288-ERNR", "form-b", "second"),
    ("70C3-BHKZ-ZZZZ-ZZX5-3SR2-YS44-YE4B", "form-a", "whole"),
    ("7S31-7R09-38NK-RJ1S-P001-AXKA", "one-shot-cards", "second"),
    ("5604-TV47-GY3R-F1WP-K52A-M999-REZH", "fresh-text", "whole"),
]
"""Codes that the version before twins made, in which each card's tap follows from its place and the pack's name."""


def test_a_code_that_was_given_before_there_were_twins_is_still_read() -> None:
    for code, slug, part in BEFORE_TWINS:
        result = decode(code, known_sets())
        cards = form_set(replace(load_pack(slug), twins=()), part, result.cards.occasion, is_old=True)
        assert result.cards == cards
        assert result.cards.is_old
        assert result.answers == tuple(ANSWERS[1 + (3 * place + len(slug)) % 5] for place in range(len(cards.items)))
        assert result.cards.items == tuple(load_pack(slug).item(item.id) for item in cards.items)


BEFORE_ALL_TWINS = {
    "5604-Y600-0000-004T-TAG7-7M90-E3QC": {
        "fresh-council-vote": "clean",
        "fresh-line-three-since": "flawed",
        "fresh-repair-bills": "clean",
        "fresh-rides-on-line-one": "flawed",
    },
    "5604-Y600-002S-FNWT-TAG7-7M9B-FBSB": {
        "fresh-first-morning": "open",
        "fresh-praise-in-may": "clean",
        "fresh-two-towns": "flawed",
        "fresh-council-vote": "clean",
    },
    "5604-Y620-0001-G74T-TAG7-7M93-KWWQ": {
        "fresh-first-morning": "flawed",
        "fresh-price-of-a-bus": "flawed",
        "fresh-praise-in-may": "clean",
        "fresh-line-three-since": "flawed",
        "fresh-waiting-people": "clean",
    },
}
"""Codes of the fresh text from when ten of its sixteen cards had twins, and the cards that did not stand as printed."""


@pytest.mark.parametrize("code", BEFORE_ALL_TWINS)
def test_a_code_that_was_given_before_all_cards_had_twins_names_what_was_its_learners_own(code: str) -> None:
    result = decode(code, known_sets())
    assert result.cards.is_old
    assert {one.card: one.state for one in result.cards.items if one.id != one.card} == BEFORE_ALL_TWINS[code]
    assert result.answers == tuple(ANSWERS[1 + place % 5] for place in range(16))


BEFORE_MORE_CARDS_COULD_BE_OPEN = [
    ("70C0-R840-0005-YXXS-W8J0-8ZBP", "ccccfoff"),
    ("70C2-PQM7-JD43-DQTD-ZPRB-DM45", "fccffcof"),
    ("70C1-NHG0-0005-YXWT-TAG7-7M91-EBSJ", "ccccfofffcfcffcf"),
    ("70C1-NHG6-WBXX-TY4T-TAG7-7M99-A8HV", "ccfoffcfccfffccf"),
    ("6VG2-AV83-E5Z1-WY1S-W8J8-QZJ7", "ccfocfcf"),
    ("6VG1-2001-C2CH-4H72-DPE4-PF9T", "cocfffff"),
    ("6VG4-RM01-C2CH-4H5E-BFMF-H37F-DW6M", "fcofffcfcocfffff"),
    ("6VG4-RM03-E5Z1-WY0T-TAG7-7M92-5Z52", "ccfocfcfffcocfcf"),
    ("5604-W740-P16B-HQGZ-TTYQ-6KC9-HW92", "ofcccccfcfcffcff"),
    ("5604-W742-23JP-QASY-ETBE-JV6B-JGE4", "ffcfffcccocfffff"),
    ("5601-W740-P16B-HQGZ-TTYQ-6KCE-KJJJ", "ofcccccfcfcffcff"),
    ("5601-W742-23JP-QASY-ETBE-JV6C-GYNM", "ffcfffcccocfffff"),
    ("7S30-QXMC-CNFA-HB4Z-C008-JM3N", "cocf"),
    ("7S32-VGR0-0005-YXXX-J004-8CVF", "cocf"),
]
"""Codes of forms that the version before made, and the first letter of each card’s state: clean, flawed or open."""

LESSONS_BEFORE_MORE_CARDS_COULD_BE_OPEN = [
    ("44A9-J2G1-C2CH-4H5P-000E-3EJV", "card-02 card-14"),
    ("44A9-J2G2-23JP-QAT4-000B-94RB", "card-08-2 card-14"),
    ("7GP9-5681-C2CH-4H5P-000D-BRH5", "noise-drawn fence-votes"),
    ("7GP9-VB41-C2CH-4H5P-0000-057R", "bread-heading bell-finder-3"),
    ("7GPA-BAG0-0005-YXWT-000A-C47B", "bell-found-2 noise-month-3"),
    ("7GPA-ZSW3-E5Z1-WY0T-000C-WBSX", "lenz-promise flats-mayor-3"),
    ("7GPB-DE42-R4RW-A4CP-0004-RCV7", "bees-role fair-order"),
    ("7GPC-1B4G-GWMC-24WP-0005-7TCE", "swim-open-2 quiet-year-3"),
    ("7GPD-5CR5-G9HJ-NAY4-0005-RZCQ", "roof-heading-2 quiet-half-3"),
]
"""Codes of cards that open and end lessons, and the states that were their learners’ own."""


@pytest.mark.parametrize(("code", "states"), BEFORE_MORE_CARDS_COULD_BE_OPEN)
def test_a_code_of_a_form_that_was_given_before_more_cards_could_be_open_is_read_as_it_was(
    code: str, states: str
) -> None:
    cards = _as_it_was(code)
    assert "".join(item.state[0] for item in cards.items) == states
    assert [item.card for item in cards.items] == [
        item.id for item in form_set(load_pack(cards.pack), cards.part, cards.occasion).items
    ]


@pytest.mark.parametrize(("code", "items"), LESSONS_BEFORE_MORE_CARDS_COULD_BE_OPEN)
def test_a_code_of_a_lesson_that_was_given_before_more_cards_could_be_open_is_read_as_it_was(
    code: str, items: str
) -> None:
    assert [item.id for item in _as_it_was(code).items] == items.split()


def _as_it_was(code: str) -> CardSet:
    """The cards of an old code, of which the answers stand in their order; today’s are others, or drawn otherwise."""
    result = decode(code, known_sets())
    assert result.cards.is_old
    first = ANSWERS.index(result.answers[0])
    assert result.answers == tuple(ANSWERS[1 + (first - 1 + place) % 5] for place in range(len(result.answers)))
    now = next(one for one in card_sets(load_pack(result.cards.pack)) if one.number == result.cards.number)
    assert now.revision != result.cards.revision
    return result.cards


BEFORE_PAIRS_COULD_BE_OPEN = [
    ("70C0-S9G0-EKFR-8NNS-W8J8-MHP4", "11221112"),
    ("70C3-CQG0-EKFX-3B0T-TAG7-7M93-3QTN", "2321111111121111"),
    ("6VG1-5GM0-EKFS-7KHS-W8JF-C4P7", "11311122"),
    ("5604-PXC0-RB54-VZ4T-TAG7-7M9C-XCXW", "2122223211221111"),
    ("7S33-C8C1-22T6-V01S-W8JD-RWBC", "22311211"),
    ("44A9-WQM1-TDZF-JPMT-0005-WYRF", "21"),
    ("7GP9-2JW0-ZMX9-77WT-0003-SW11", "22"),
    ("7GPB-9T40-ZMXD-2ZCT-000F-HWJQ", "12"),
    ("7GPC-TD00-ZMXF-ZS0T-000E-2BXX", "31"),
    ("7W2D-WCW1-BTG0-0DWT-0002-49Q8", "11"),
    ("7W2E-BF41-BTG0-ZBRT-0001-7STD", "12"),
    ("7W2E-W9C1-BTG1-Y9MT-0004-ZZM6", "23"),
    ("7W2F-ESC1-BTG2-X7GH-6V5V", "2"),
    ("7W2F-XSR1-BTG3-W5CT-0004-VYPH", "23"),
    ("7W2H-F4M1-BTG6-RZ0T-0004-XP72", "12"),
]
"""Codes that the version before made, of cards in their first words, and the place of each card’s state."""


@pytest.mark.parametrize(("code", "states"), BEFORE_PAIRS_COULD_BE_OPEN)
def test_a_code_that_was_given_before_pairs_could_be_open_is_read_as_it_was(code: str, states: str) -> None:
    result = decode(code, known_sets())
    assert result.cards.is_old
    assert "".join(item.id[-1] if item.id != item.card else "1" for item in result.cards.items) == states
    assert result.answers == tuple(ANSWERS[1 + place % 5] for place in range(len(states)))
    assert {item.revision for item in result.cards.items} == {1}


def test_a_code_about_a_card_that_a_lesson_asked_last_in_other_words_is_still_read() -> None:
    """A code that the version before made."""
    result = decode("6KYA-KDR0-J6HB-7H4T-0005-6E6A", known_sets())
    assert [item.id for item in result.cards.items] == ["talks-at-once-b10", "ammunition-b24-voice"]
    assert result.answers == ANSWERS[1:3]


def test_answers_to_earlier_words_count_in_packs_that_say_so_alone() -> None:
    """In a pack of somebody’s own, another revision may mean that another answer is right."""
    pack = load_pack("form-a")
    assert len(revisions_that_count(sets_in_their_time(pack))) >= 10
    assert revisions_that_count(sets_in_their_time(pack.with_(slug="mine"))) == {}


@pytest.mark.parametrize("slug", OPEN_CAME_LATER)
def test_what_came_later_are_open_states_of_cards_that_were_sound_or_flawed(slug: str) -> None:
    pack = load_pack(slug)
    twins = {one.id: one for one in pack.twins}
    for later in (*OPEN_CAME_LATER[slug], *PAIRS_COULD_BE_OPEN_LATER[slug]):
        assert twins[later].state == "open"
        assert len(variants(pack, twins[later].card)) == 3


@pytest.mark.parametrize(
    ("code", "learner", "answers"),
    [
        ("7HE9-V200-J6HB-7H4P-800B-GVV9", "0123456789", ("think_so", "sure_not", "cant_tell", "sure_it_holds")),
        ("7HE9-V200-002Z-EY53-P004-AQET", "00000beef1", ("sure_it_holds", "sure_not", "cant_tell", "think_so")),
    ],
)
def test_a_code_is_still_read_of_cards_that_made_room_for_some_with_twins(
    code: str, learner: str, answers: tuple[str, ...]
) -> None:
    """Codes that the version before made. The set that has their number now is another one."""
    result = decode(code, known_sets())
    assert (result.cards.is_old, result.learner, result.answers) == (True, learner, answers)
    assert [one.id for one in result.cards.items] == ["card-12", "card-13", "card-15", "card-16"]
    now = next(one for one in card_sets(load_pack(result.cards.pack)) if one.number == result.cards.number)
    assert (now.is_old, now.occasion) == (False, result.cards.occasion)
    assert not {one.id for one in now.every} & {one.id for one in result.cards.items}


@pytest.mark.long
def test_a_code_names_the_twins_that_were_its_learners_own() -> None:
    cards = form_set(load_pack("form-a"), "first", "before")
    found = set()
    for number in range(40):
        learner = f"{number * 104729:010x}"
        mine = cards.of(learner)
        dealt = dealt_to(load_pack("form-a"), learner)
        assert [item.id for item in mine.items] == [dealt[item.id].id for item in cards.items]
        result = decode(encode(mine, learner, ["think_so"] * 8), known_sets())
        assert result.cards.items == mine.items
        found.add(tuple(item.id for item in mine.items))
    assert len(found) > 30


def test_cards_now_and_before_twins_are_never_taken_for_each_other() -> None:
    heads: dict[str, CardSet] = {}
    for cards in (one for one in known_sets() if one.items):
        assert heads.setdefault(encode(cards, "0" * 10, [""] * len(cards.items))[:7], cards) == cards
    assert any(cards.is_old for cards in heads.values())


def test_work_of_before_is_told_by_a_code_of_before() -> None:
    pack = load_pack("form-a")
    now, *_, old = next(sets for sets in with_earlier(pack) if sets[0] == form_set(pack, "first", "before"))
    learner = next(f"{number:010x}" for number in range(99) if now.of(f"{number:010x}").items != old.items)
    events = [
        Event(f"e{n}", learner, pack.slug, item.id, item.revision, "before", [item.key], "think_so", 0, n, time="")
        for n, item in enumerate(old.items)
    ]
    told = most_answered((now, old), learner, events)
    assert told.cards.is_old
    assert all(told.answers)
    drawn = [
        Event(f"e{n}", learner, pack.slug, item.id, item.revision, "before", [item.key], "think_so", 0, n, time="")
        for n, item in enumerate(now.of(learner).items)
    ]
    assert most_answered((now, old), learner, drawn).cards == now.of(learner)


def test_no_two_sets_of_a_pack_have_one_number() -> None:
    for one, other in pairwise(sorted(SETS, key=lambda cards: (cards.pack, cards.number))):
        assert (one.pack, one.number) != (other.pack, other.number)


LOOK_ALIKE = str.maketrans("ABEHKMPTXY5", "АВЕНКМРТХУ５")


@given(results(), st.sampled_from("-–—‑−ー－"))
def test_a_code_is_read_in_letters_that_look_alike_and_with_any_dash(result: Result, dash: str) -> None:
    code = encode(result.cards, result.learner, result.answers)
    typed = code.translate(LOOK_ALIKE).replace("-", dash)
    assert decode(typed, SETS) == decode(typed.lower(), SETS) == decode(f"\u200b{typed}\u00ad", SETS) == result
