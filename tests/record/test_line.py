"""What a learner hands in as a line: it holds every answer that is saved, or says how many it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.pack import load_pack
from readtwice.record import CardSet, Event, decode, known_sets, learner_of, line_of, with_earlier
from readtwice.record.card_sets import revisions_that_count
from readtwice.record.result_code import ANSWERS
from readtwice.words import say

KNOWN = tuple(known_sets())
SLIP = learner_of("TEAL-27-K4")
SETS = [
    sets
    for slug in ("short-stories", "form-a", "one-shot-cards", "fresh-text", "hegseth-nato-2025")
    for sets in with_earlier(load_pack(slug))
    if sets[0].items
]

Answers = list[tuple[str, int, int, str]]
"""Under which number, in which version of the cards, to which of them, and what."""


def events_of(sets: list[CardSet], answers: Answers) -> list[Event]:
    found = []
    for n, (number, version, place, tap) in enumerate(answers):
        cards = sets[version % len(sets)].of(number)
        item = cards.items[place % len(cards.items)]
        occasion = "recall-03" if cards.occasion == "recall" else cards.occasion
        about = (number, cards.pack, item.id, item.revision, occasion)
        found.append(Event(f"e{n:03}", *about, [item.key], tap, n=1 + n, time=f"2026-01-01T00:00:00.{n:03}Z"))
    return found


@st.composite
def work(draw: st.DrawFn) -> tuple[list[CardSet], list[Event]]:
    """Answers to one set under two numbers, in any versions, in any order."""
    sets = draw(st.sampled_from(SETS))
    numbers = st.sampled_from((f"{draw(st.integers(0, (1 << 40) - 1)):010x}", SLIP))
    one = st.tuples(numbers, st.integers(0, 5), st.integers(0, 15), st.sampled_from(ANSWERS[1:]))
    return sets, events_of(sets, draw(st.lists(one, min_size=1, max_size=20)))


@given(work())
def test_every_first_answer_is_in_the_line_or_in_its_figures(found: tuple[list[CardSet], list[Event]]) -> None:
    sets, events = found
    line, saved = line_of([sets], SLIP, events), dict[str, str]()
    for event in events:
        saved.setdefault(event.item, event.sureness)
    result = decode(line.code, KNOWN)
    held = {item.id: tap for item, tap in zip(result.cards.items, result.answers, strict=True) if tap}
    assert held.items() <= saved.items(), "as it was answered first"
    assert (say("result_code.holds", held=len(held), count=len(saved)) in line.lacks) == (held != saved)
    assert (say("result_code.earlier") in line.lacks) == (result.learner != SLIP)
    assert line.lacks.endswith(say("result_code.instead") if line.lacks else "")


@given(work())
def test_no_other_code_of_the_learner_holds_more(found: tuple[list[CardSet], list[Event]]) -> None:
    sets, events = found
    today = revisions_that_count(sets)

    def words_of(item: str, revision: int) -> tuple[str, int]:
        return item, today.get((sets[0].pack, item, revision), revision)

    given_to = {words_of(event.item, event.revision) for event in events}
    own = [cards.of(number).items for cards in sets for number in {SLIP, *(event.learner for event in events)}]
    most = max(len({words_of(item.id, item.revision) for item in items} & given_to) for items in own)
    assert decode(line_of([sets], SLIP, events).code, KNOWN).held == most


def test_what_is_all_under_the_number_of_now_needs_no_word() -> None:
    for sets in SETS:
        for version in range(len(sets)):
            every = [(SLIP, version, place, "think_so") for place in range(len(sets[version].of(SLIP).items))]
            assert line_of([sets], SLIP, events_of(sets, every)).lacks == ""


@pytest.mark.parametrize("slug", ["form-a", "short-stories"])
def test_answers_to_other_words_that_count_as_those_of_today_stand_in_one_line_with_them(slug: str) -> None:
    for sets in with_earlier(load_pack(slug)):
        cards, earlier = sets[0].of(SLIP), revisions_that_count(sets)
        then = {(item, now): revision for (_, item, revision), now in earlier.items()}
        events = events_of(sets, [(SLIP, 0, place, "think_so") for place in range(len(cards.items))])
        in_part = [replace(one, revision=then.get((one.item, one.revision), one.revision)) for one in events[::2]]
        line = line_of([sets], SLIP, [*in_part, *events[1::2]])
        assert (line.lacks, [one.cards for one in line.results]) == ("", [cards])


def states(sets: list[CardSet], number: str) -> list[str]:
    return [item.id for item in sets[0].of(number).items]


def differ(ones: list[str], others: list[str]) -> bool:
    """Whether of two hands of eight cards both the first five and the last three are not alike."""
    return ones[:5] != others[:5] and ones[5:] != others[5:]


def test_of_answers_under_two_numbers_and_in_two_sets_the_figures_are_of_the_whole_line() -> None:
    before, after = (
        next(one for one in with_earlier(load_pack("form-a")) if (one[0].part, one[0].occasion) == of)
        for of in (("first", "before"), ("second", "after"))
    )
    other = next(f"{n:010x}" for n in range(99) if differ(states(after, f"{n:010x}"), states(after, SLIP)))
    answers: Answers = [(other, 0, place, "sure_not") for place in range(8)]
    later: Answers = [(SLIP, 0, place, "think_so") for place in range(8)]
    events = [*events_of(before, answers), *events_of(after, [*answers[:5], *later[5:]])]
    line = line_of([before, after], SLIP, [replace(one, id=f"{one.occasion} {one.id}") for one in events])
    held = [one.held for one in line.results]
    assert held[0] == 8 > held[1] >= 5
    assert line.lacks == (
        f"This line holds {sum(held)} of your 16 answers. {say('result_code.earlier')} "
        "Hand in your progress file instead: it holds all."
    )
