"""Counting one learner's cards."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.statistics import Answered, Score, levels_of, score_of
from readtwice.statistics.score import Said, turn
from tests.statistics.simulated import ONE_IN_TWENTY, UNCHANGED, all_settled, told_turned

CARDS = st.builds(
    Answered,
    st.sampled_from(["clean", "flawed", "open"]),
    st.sampled_from(["holds", "does not", "held back", ""]),
    st.booleans(),
)


def test_each_kind_of_answer_is_counted_in_its_place() -> None:
    cards = [
        Answered("clean", "holds"),
        Answered("clean", "does not"),
        Answered("clean", "held back"),
        Answered("flawed", "does not"),
        Answered("flawed", "holds"),
        Answered("flawed", ""),
        Answered("open", "held back"),
        Answered("open", "holds"),
    ]
    expected = Score(3, 3, 2, kept=1, caught=1, false_alarms=1, misses=1, held_back=1, rightly_held_back=1)
    assert score_of(cards) == Score(**{**asdict(expected), "overreached": 1, "not_tried": 1})


def asdict(score: Score) -> dict[str, int]:
    return {name: getattr(score, name) for name in Score.__dataclass_fields__}


@given(st.lists(CARDS, max_size=40))
def test_every_card_is_counted_once(cards: list[Answered]) -> None:
    score = score_of(cards)
    assert score.cards == len(cards)
    outcomes = (
        *(score.kept, score.caught, score.false_alarms, score.misses, score.held_back),
        *(score.rightly_held_back, score.overreached, score.not_tried),
    )
    assert sum(outcomes) == len(cards)
    assert score.right == sum(card.is_right for card in cards)


@given(st.lists(CARDS, max_size=40))
def test_no_order_of_the_cards_changes_anything(cards: list[Answered]) -> None:
    assert score_of(reversed(cards)) == score_of(cards)
    assert levels_of(reversed(cards)) == levels_of(cards)


@given(st.lists(CARDS, max_size=40))
def test_a_false_alarm_costs_what_a_miss_costs(cards: list[Answered]) -> None:
    swapped = {"clean": "flawed", "flawed": "clean", "open": "open"}
    said = {"holds": "does not", "does not": "holds"}
    mirrored = [Answered(swapped[card.key], said.get(card.said, card.said), card.sure) for card in cards]  # type: ignore[arg-type]
    assert score_of(mirrored).right == score_of(cards).right


@given(st.lists(CARDS, max_size=40))
def test_levels_hold_every_verdict_and_no_other_card(cards: list[Answered]) -> None:
    levels = levels_of(cards)
    assert sum(level.of for level in levels) == sum(card.said in ("holds", "does not") for card in cards)
    assert all(0 <= level.right <= level.of and 0 <= level.percent <= 100 for level in levels)
    assert [level.sureness for level in levels] == sorted((level.sureness for level in levels), key="sure think".index)


def test_a_percentage_is_rounded_half_up() -> None:
    (level,) = levels_of([Answered("clean", "holds", True)] * 5 + [Answered("flawed", "holds", True)] * 3)
    assert (level.right, level.of, level.percent, level.promise) == (5, 8, 63, 100)


def _told_by_chance(clean: tuple[int, int], flawed: tuple[int, int], odds: tuple[float, float]) -> float:
    """How likely "better" or "worse" is, exactly, where the same odds hold before and after."""
    told = 0.0
    for kept, kept_after, caught, caught_after in product(*(range(of + 1) for of in (*clean, *flawed))):
        before = all_settled(clean[0], flawed[0], kept, caught)
        after = all_settled(clean[1], flawed[1], kept_after, caught_after)
        if turn(before, after) in ("better", "worse"):
            told += _odds((kept, kept_after), clean, odds[0]) * _odds((caught, caught_after), flawed, odds[1])
    return told


def _odds(right: tuple[int, int], of: tuple[int, int], odds: float) -> float:
    return prod(comb(n, k) * odds**k * (1 - odds) ** (n - k) for k, n in zip(right, of, strict=True))


@pytest.mark.long
@pytest.mark.parametrize("odds", [*UNCHANGED, (0.625, 0.575), (0.925, 0.775), (0.325, 0.875)])
@pytest.mark.parametrize(("before", "after"), [*product((3, 4, 5), repeat=2)])
def test_who_answers_as_before_is_told_of_a_change_one_time_in_twenty_at_most(
    before: int, after: int, odds: tuple[float, float]
) -> None:
    """Of eight cards three to five are flawed, drawn for each learner; the last odds lie between those tried."""
    assert _told_by_chance((8 - before, 8 - after), (before, after), odds) <= ONE_IN_TWENTY


@pytest.mark.parametrize("odds", UNCHANGED)
def test_simulated_learners_who_did_not_change_hear_it_as_seldom(odds: tuple[float, float]) -> None:
    told = told_turned(*odds, 8, 2000)
    assert told["better"] + told["worse"] <= ONE_IN_TWENTY
    assert sum(told.values()) == pytest.approx(1)


@pytest.mark.long
def test_who_learned_much_is_told_so_and_the_whole_form_sees_more() -> None:
    half, whole = (told_turned(0.5, 0.4, cards, 1000, gain=0.5) for cards in (8, 16))
    assert half["worse"] == whole["worse"] == 0
    assert 0.6 <= half["better"] < whole["better"]


SAID: tuple[Said, ...] = ("holds", "does not", "held back")
DRAWN = ((3, 5), (4, 4), (5, 3), (2, 5), (4, 3))
"""Sound and flawed cards of a half, as they may be drawn; in the last two one card more that nothing settles."""


def _always(said: Said, drawn: tuple[int, int]) -> Score:
    clean, flawed = drawn
    return score_of([Answered("clean", said)] * clean + [Answered("flawed", said)] * flawed)


@pytest.mark.parametrize(("before", "after"), list(product(SAID, repeat=2)))
def test_one_answer_to_all_cards_is_never_better_or_worse_than_another(before: Said, after: Said) -> None:
    expected = {("holds", "does not"): "stricter", ("does not", "holds"): "milder"}
    for one, other in product(DRAWN, repeat=2):
        told = turn(_always(before, one), _always(after, other))
        assert told == ("same" if before == after else expected.get((before, after), "otherwise"))


def test_who_said_cant_tell_to_all_and_now_knows_is_better() -> None:
    for one, (clean, flawed) in product(DRAWN, repeat=2):
        waiting, able = _always("held back", one), all_settled(clean, flawed, clean, flawed)
        assert (turn(waiting, able), turn(able, waiting)) == ("better", "worse")


def test_who_now_catches_all_with_no_false_alarm_is_not_called_stricter_nor_the_reverse_milder() -> None:
    for one, (clean, flawed) in product(DRAWN, repeat=2):
        caught, kept = Score(clean, flawed, caught=flawed), Score(clean, flawed, kept=clean)
        assert turn(_always("holds", one), caught) == turn(_always("does not", one), kept) == "otherwise"


def _all_scores(clean: int, flawed: int) -> list[Score]:
    sound, faulty = ([(n, k) for n in range(of + 1) for k in range(of + 1 - n)] for of in (clean, flawed))
    return [
        Score(clean, flawed, 0, kept, caught, alarms, misses, clean + flawed - kept - alarms - caught - misses)
        for (kept, alarms), (caught, misses) in product(sound, faulty)
    ]


@pytest.mark.long
@pytest.mark.parametrize(("one", "other"), [((3, 3), (3, 3)), ((2, 5), (3, 3)), ((4, 4), (3, 5)), ((5, 3), (2, 5))])
def test_what_is_said_of_two_score_cards_is_true_of_them(one: tuple[int, int], other: tuple[int, int]) -> None:
    """All pairs of scores, "can't tell" among them."""
    for before, after in product(_all_scores(*one), _all_scores(*other)):
        kept, alarms = (_rose(before, after, name, "clean") for name in ("kept", "false_alarms"))
        caught, misses = (_rose(before, after, name, "flawed") for name in ("caught", "misses"))
        match turn(before, after):
            case "better":
                assert kept + caught > 0
                assert (caught - alarms) + (kept - misses) > 0
            case "worse":
                assert kept + caught < 0
                assert (caught - alarms) + (kept - misses) < 0
            case "stricter":
                assert min(alarms, caught) > 0 > kept
            case "milder":
                assert min(misses, kept) > 0 > caught
            case "otherwise":
                assert (kept + alarms, caught + misses) != (0, 0)


def _rose(before: Score, after: Score, name: str, of: str) -> Fraction:
    """By how much the share rose."""
    share = (Fraction(getattr(score, name), getattr(score, of)) for score in (before, after))
    return -next(share) + next(share)


BLIND = [(yes / 4, no / 4, 1 - (yes + no) / 4) for yes in range(5) for no in range(5 - yes)]
"""How often somebody says "holds", "doesn't" and "can't tell" who does not look at the card."""


@pytest.mark.long
@pytest.mark.parametrize(("one", "other"), [((3, 3), (3, 3)), ((3, 5), (5, 3)), ((4, 4), (4, 4)), ((5, 3), (4, 4))])
def test_who_goes_from_one_blind_habit_to_another_hears_of_a_change_one_time_in_twenty_at_most(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    scores, later = _all_scores(*one), _all_scores(*other)
    told = [
        (place, at)
        for (place, before), (at, after) in product(enumerate(scores), enumerate(later))
        if turn(before, after) in ("better", "worse")
    ]
    first, second = ([[_likely(score, odds) for score in some] for odds in BLIND] for some in (scores, later))
    for before, after in product(first, second):
        assert sum(before[place] * after[at] for place, at in told) <= ONE_IN_TWENTY


def _likely(score: Score, odds: tuple[float, float, float]) -> float:
    yes, no, held = odds
    clean, flawed = (score.kept, score.false_alarms, score.clean), (score.misses, score.caught, score.flawed)
    return prod(
        comb(of, some) * comb(of - some, more) * yes**some * no**more * held ** (of - some - more)
        for some, more, of in (clean, flawed)
    )
