"""Two sentences find their items, in either order; what the key does not hold is never judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.hunt.mark import items_on, mark_hunt, partners
from readtwice.marking import Case, Outcome
from readtwice.pack import Item
from tests.specimens import good_pack, hegseth

PACK = hegseth()
PAIRS = [item for item in PACK.items if item.kind == "pair"]
LESSON_01 = tuple(sentence.id for sentence in PACK.article.sentences_of("b04", "b11"))


@given(st.sampled_from(PAIRS), st.data())
def test_the_order_of_the_two_sentences_never_matters(item: Item, data: st.DataObject) -> None:
    one, other = (data.draw(st.sampled_from(side)).sentence for side in item.sides)
    assert item in items_on(PACK, one, other)
    assert items_on(PACK, one, other) == items_on(PACK, other, one)
    assert items_on(PACK, "b99.s9", "") == ()


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
