"""Two sentences and a relation find their item, in either order; what the key does not hold is never judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.hunt.mark import items_on, mark_finding, mark_hunt, partners
from readtwice.marking import Answer, Case, Outcome
from readtwice.pack import VERDICTS, Item
from readtwice.pack.item import AGREEMENTS, DISAGREEMENTS
from tests.specimens import good_pack, hegseth

PACK = hegseth()
PAIRS = [item for item in PACK.items if item.kind == "pair"]
LESSON_01 = tuple(sentence.id for sentence in PACK.article.sentences_of("b04", "b11"))

ANSWERS = st.one_of(
    st.sampled_from(VERDICTS["pair"]).map(Answer),
    st.sampled_from(DISAGREEMENTS).map(lambda relation: Answer("clash", relation)),
    st.sampled_from(AGREEMENTS).map(lambda relation: Answer("no_clash", relation)),
)


@given(st.sampled_from(PAIRS), st.data())
def test_the_order_of_the_two_sentences_never_matters(item: Item, data: st.DataObject) -> None:
    one, other = (data.draw(st.sampled_from(side)).sentence for side in item.sides)
    answer = data.draw(ANSWERS)
    assert item in items_on(PACK, one, other)
    assert items_on(PACK, one, other) == items_on(PACK, other, one)
    assert mark_finding(PACK, one, other, answer) == mark_finding(PACK, other, one, answer)


@pytest.mark.parametrize("item", PAIRS, ids=lambda item: item.id)
def test_sides_and_relation_select_an_item_that_says_right(item: Item) -> None:
    one, other = (side[0].sentence for side in item.sides)
    relation = item.relation if item.is_scored else ""
    assert mark_finding(PACK, one, other, Answer(item.key, relation)).outcome is Outcome.RIGHT


def test_one_pair_of_sentences_clashes_on_the_name_and_agrees_on_the_troops() -> None:
    name = mark_finding(PACK, "b11.s1", "b17.s1", Answer("clash", "name or role"))
    troops = mark_finding(PACK, "b17.s1", "b11.s1", Answer("no_clash", "the same in other words"))
    assert (name.case, troops.case) == (Case.HIT, Case.RIGHT_ACCEPTANCE)
    assert "Mike" in name.explanation + name.line
    assert "troops" in troops.explanation


@pytest.mark.parametrize(
    ("answer", "case"),
    [
        (Answer("clash", "date"), Case.NEAR_MISS),
        (Answer("clash"), Case.HIT),
        (Answer("no_clash", "different times"), Case.NEAR_MISS),
        (Answer("undetermined"), Case.HELD_BACK),
    ],
)
def test_where_only_the_sides_fit_the_nearest_item_answers(answer: Answer, case: Case) -> None:
    assert mark_finding(PACK, "b11.s1", "b17.s1", answer).case is case


def test_of_two_clashes_between_the_same_sentences_the_relation_selects_one() -> None:
    name = good_pack().item("mayor-b03-b04")
    day = replace(name, id="day-b03-b04", relation="date")
    pack = replace(good_pack(), items=(name, day))
    for relation in ("name or role", "date"):
        assert mark_finding(pack, "b03.s1", "b04.s2", Answer("clash", relation)).case is Case.HIT
    assert mark_finding(pack, "b03.s1", "b04.s2", Answer("clash", "number")).case is Case.NEAR_MISS


@pytest.mark.parametrize("answer", [Answer("clash", "date"), Answer("no_clash"), Answer("undetermined")])
def test_a_finding_outside_the_key_is_kept_and_not_judged(answer: Answer) -> None:
    feedback = mark_finding(PACK, "b01.s1", "b13.s1", answer)
    assert feedback.outcome is None
    assert feedback.case is Case.OWN_FINDING
    assert feedback.heading == "Not in our key. Apply the test, and keep it as yours."
    assert "Not yet" not in feedback.heading + feedback.line


def test_sentences_that_do_not_exist_are_outside_the_key_too() -> None:
    assert mark_finding(PACK, "b99.s9", "", Answer("clash")).outcome is None


# --- hunts -------------------------------------------------------------------------------------------------------


def hunt(sentence: str, choice: str | None, within: tuple[str, ...] = LESSON_01) -> object:
    return mark_hunt(PACK, sentence, tuple(other for other in within if other != sentence), choice)


@pytest.mark.parametrize(
    ("sentence", "choice", "case", "outcome"),
    [
        ("b11.s1", "b06.s1", Case.FOUND, Outcome.RIGHT),
        ("b06.s1", "b11.s1", Case.FOUND, Outcome.RIGHT),
        ("b10.s1", "b08.s1", Case.FOUND, Outcome.RIGHT),
        ("b06.s2", "b04.s2", Case.DISTRACTOR, Outcome.NOT_YET),
        ("b11.s3", "b10.s1", Case.DISTRACTOR, Outcome.NOT_YET),
        ("b08.s3", "b11.s2", Case.OVERREACH, Outcome.NOT_YET),
        ("b11.s1", "none", Case.PARTNER_EXISTS, Outcome.NOT_YET),
        ("b06.s2", "none", Case.NO_PARTNER, Outcome.RIGHT),
        ("b06.s2", "b07.s1", Case.OWN_FINDING, None),
        ("b11.s1", None, Case.NOT_TRIED, Outcome.NOT_TRIED),
    ],
)
def test_each_choice_in_a_hunt_has_its_case(sentence: str, choice: str | None, case: Case, outcome: object) -> None:
    feedback = hunt(sentence, choice)
    assert (feedback.case, feedback.outcome) == (case, outcome)


def test_a_found_partner_gets_as_rich_an_answer_as_a_judged_pair() -> None:
    feedback = hunt("b11.s1", "b06.s1")
    assert feedback.explanation
    assert len(feedback.quotes) == 2
    assert feedback.next_step


def test_the_partners_of_a_sentence_are_those_on_the_page() -> None:
    assert set(partners(PACK, "b11.s1", LESSON_01)) == {"b04.s1", "b05.s1", "b06.s1"}
    assert set(partners(PACK, "b11.s1", ("b07.s1",))) == set()
    assert partners(PACK, "b06.s2", LESSON_01) == {}


def test_a_sentence_is_never_its_own_partner() -> None:
    for sentence in LESSON_01:
        assert sentence not in partners(PACK, sentence, LESSON_01)


@given(st.sampled_from(LESSON_01), st.sampled_from(LESSON_01))
def test_partners_are_mutual(one: str, other: str) -> None:
    assert (other in partners(PACK, one, LESSON_01)) == (one in partners(PACK, other, LESSON_01))


@pytest.mark.parametrize("choice", ["b24.s1", "", "b11.s1", "None"])
def test_a_choice_that_is_not_offered_is_refused(choice: str) -> None:
    with pytest.raises(ValueError, match="is not one of the sentences to choose from"):
        hunt("b11.s1", choice)


def test_a_claim_is_no_finding() -> None:
    assert items_on(good_pack(), "b03.s2", "b03.s2") == ()
