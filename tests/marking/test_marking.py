"""Each case has its own words and outcome; only the verdict decides between hit, miss, false alarm and acceptance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readtwice.marking import Answer, Case, Outcome, case_of, mark
from readtwice.pack import VERDICTS, Item
from readtwice.pack.item import AGREEMENTS, DISAGREEMENTS, UNDETERMINED
from readtwice.words import words
from tests.specimens import good_pack, hegseth

PACK = good_pack()
CLASH, NO_CLASH, HOLDS, OPEN = (PACK.item(i) for i in ("mayor-b03-b04", "months-b03-b04", "cost-b03", "safe-b04"))
FLAWED_CLAIM = replace(HOLDS, key="not_supported")
OPEN_PAIR = replace(CLASH, key=UNDETERMINED)

CASES = [
    (CLASH, "clash", Case.HIT, Outcome.RIGHT),
    (CLASH, ("clash", "name or role"), Case.HIT, Outcome.RIGHT),
    (CLASH, ("clash", "date"), Case.NEAR_MISS, Outcome.NOT_YET),
    (CLASH, "no clash", Case.MISS, Outcome.NOT_YET),
    (CLASH, ("no clash", "aim and effect"), Case.MISS, Outcome.NOT_YET),
    (CLASH, "can't tell", Case.HELD_BACK, Outcome.NOT_YET),
    (NO_CLASH, "no clash", Case.RIGHT_ACCEPTANCE, Outcome.RIGHT),
    (NO_CLASH, ("no clash", "the same in other words"), Case.RIGHT_ACCEPTANCE, Outcome.RIGHT),
    (NO_CLASH, ("no clash", "different times"), Case.NEAR_MISS, Outcome.NOT_YET),
    (NO_CLASH, "clash", Case.FALSE_ALARM, Outcome.NOT_YET),
    (NO_CLASH, ("clash", "number"), Case.FALSE_ALARM, Outcome.NOT_YET),
    (NO_CLASH, "can't tell", Case.DISSENT, Outcome.RIGHT),
    (HOLDS, "holds up", Case.RIGHT_ACCEPTANCE, Outcome.RIGHT),
    (HOLDS, "doesn't hold up", Case.FALSE_ALARM, Outcome.NOT_YET),
    (HOLDS, "can't tell", Case.HELD_BACK, Outcome.NOT_YET),
    (FLAWED_CLAIM, "doesn't hold up", Case.HIT, Outcome.RIGHT),
    (FLAWED_CLAIM, "holds up", Case.MISS, Outcome.NOT_YET),
    (OPEN, "can't tell", Case.RIGHTLY_HELD_BACK, Outcome.RIGHT),
    (OPEN, "holds up", Case.OVERREACH, Outcome.NOT_YET),
    (OPEN, "doesn't hold up", Case.OVERREACH, Outcome.NOT_YET),
    (OPEN, "sure not", Case.OVERREACH, Outcome.NOT_YET),
    (OPEN_PAIR, ("clash", "name or role"), Case.OVERREACH, Outcome.NOT_YET),
    (CLASH, None, Case.NOT_TRIED, Outcome.NOT_TRIED),
    (CLASH, "perhaps", Case.CANNOT_BE_MARKED, Outcome.CANNOT_BE_MARKED),
]

each_item = pytest.mark.parametrize("item", hegseth().items, ids=lambda item: item.id)


@pytest.mark.parametrize(("item", "value", "case", "outcome"), CASES)
def test_each_answer_has_its_case_and_outcome(item: Item, value: object, case: Case, outcome: Outcome) -> None:
    feedback = mark(item, value, PACK)
    assert (feedback.case, feedback.outcome) == (case, outcome)


def test_each_case_of_a_kind_has_a_heading_of_its_own() -> None:
    for kind in ("pair", "claim"):
        headings = {mark(item, value).case: mark(item, value).heading for item, value, *_ in CASES if item.kind == kind}
        assert len(set(headings.values())) == len(headings)


def test_a_claim_is_never_spoken_of_as_two_sentences() -> None:
    for item, value, case, _ in CASES:
        if item.kind == "claim" and case is not Case.NEAR_MISS:
            assert "two" not in mark(item, value).heading


def test_every_case_is_known_to_the_words() -> None:
    assert {case.value for case in Case} <= set(words()["heading"])


@pytest.mark.parametrize("relation", ["", *AGREEMENTS, *DISAGREEMENTS])
@pytest.mark.parametrize("item", [CLASH, NO_CLASH], ids=["clash", "no clash"])
def test_the_verdict_alone_decides_what_counts(item: Item, relation: str) -> None:
    right, wrong = {"clash": ("clash", "no_clash"), "no_clash": ("no_clash", "clash")}[item.key]
    counted = Case.HIT if item.is_flawed else Case.RIGHT_ACCEPTANCE
    lost = Case.MISS if item.is_flawed else Case.FALSE_ALARM
    assert case_of(item, Answer(right, relation)) in {counted, Case.NEAR_MISS}
    assert case_of(item, Answer(wrong, relation)) is lost


def test_a_relation_that_was_not_given_is_held_against_nobody() -> None:
    assert case_of(CLASH, Answer("clash")) is Case.HIT


def test_a_near_miss_names_what_was_chosen_and_what_fits() -> None:
    feedback = mark(CLASH, ("clash", "date"))
    assert "“date”" in feedback.line
    assert "“name or role”" in feedback.line
    kept = mark(NO_CLASH, ("no clash", "different times")).line
    assert "clash, but" not in kept
    assert "“different times”" in kept
    assert f"“{words()['relation'][NO_CLASH.relation]}”" in kept


def test_a_dissent_gets_the_reply_that_was_written_for_it() -> None:
    assert mark(NO_CLASH, "can't tell").line == NO_CLASH.accept_dissent.say


def test_feedback_shows_the_quotes_the_reason_and_the_next_move() -> None:
    feedback = mark(HOLDS, "holds up", PACK)
    assert feedback.line == "The report has the same sum, to the crown."
    assert feedback.explanation == HOLDS.explanation
    assert feedback.quotes == HOLDS.shown
    assert feedback.next_step == HOLDS.next_step
    assert feedback.sources == ("Town of Lindow, 2026-06-30: Report of the works, 2026",)
    assert feedback.as_of == "2026-06-30"


def test_without_a_pack_no_source_is_named() -> None:
    assert mark(HOLDS, "holds up").sources == ()


def test_a_wrong_answer_shows_its_misconception_and_a_right_one_none() -> None:
    assert mark(CLASH, "no clash").misconception == "a small slip does not matter"
    assert mark(CLASH, "clash").misconception == ""


def test_what_was_not_tried_gets_the_question_and_nothing_of_the_key() -> None:
    feedback = mark(CLASH, None, PACK)
    assert feedback.next_step == CLASH.prompt
    assert (feedback.explanation, feedback.quotes, feedback.why) == ("", (), "")


# --- the key that ships ------------------------------------------------------------------------------------------


@each_item
def test_the_key_of_each_shipped_item_is_right(item: Item) -> None:
    feedback = mark(item, (item.key, item.relation) if item.relation and item.is_scored else item.key, hegseth())
    assert feedback.outcome is Outcome.RIGHT
    assert feedback.line == item.options[item.key].feedback


@each_item
def test_every_other_verdict_on_each_shipped_item_gets_its_own_line(item: Item) -> None:
    for verdict in VERDICTS[item.kind]:
        if verdict == item.key:
            continue
        feedback = mark(item, verdict, hegseth())
        if item.accept_dissent and item.accept_dissent.answer == verdict:
            assert (feedback.case, feedback.line) == (Case.DISSENT, item.accept_dissent.say)
        else:
            assert (feedback.outcome, feedback.line) == (Outcome.NOT_YET, item.options[verdict].feedback)
        assert feedback.heading.startswith("Not yet" if feedback.outcome is Outcome.NOT_YET else "A fair case")
