"""Questions in code work out for themselves what is right, from whatever article is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readtwice import course
from readtwice.article import article_from_markdown
from readtwice.course import in_code
from readtwice.course import open as opened
from readtwice.course.open import CourseError
from readtwice.pack import Pack
from readtwice.record import Record
from readtwice.widgets import Session
from readtwice.words import words

STORY = """---
title: The bridge
---

# Jane Lee opens the bridge

Mayor Jane Lee opened the bridge in Harbour Street. In the morning, Lee thanked the builders.

![Jane Lee at the bridge in Harbour Street.](none)

Later former Mayor Jane Lee spoke of the builders and of the ferry. June Lee took the ferry.
"""


@pytest.fixture(autouse=True)
def story(tmp_path: Path) -> Iterator[None]:
    """An invented story is open, and no other test finds it open."""
    before = list(opened._open)
    opened._open[:] = [Session(Pack("story", article_from_markdown(STORY), ()), Record(tmp_path))]
    yield
    opened._open[:] = before


def test_the_article_is_there_as_data() -> None:
    text = in_code.article()
    assert text.quote(text.sentence("b02.s2")) == "In the morning, Lee thanked the builders."


def test_words_before_a_name_are_counted_everywhere() -> None:
    question = in_code.words_before("Lee")
    assert question.check({"Jane": 4, "June": 1}).outcome == "right"
    for slip in ({"Jane": 2, "June": 1}, {"Jane": 4, "June": 1, "morning,": 1}, {"Jane": 1, "June": 1}):
        assert question.check(slip).feedback.case == "value_slip"
    assert question.check({"Jane": 4}).feedback.case == "value_off"


def test_titles_are_told_as_they_stand() -> None:
    question = in_code.titles_of("Lee")
    assert question.check({"b02.s1": "Mayor Jane Lee", "b04.s1": "former Mayor Jane Lee"}).outcome == "right"
    one_wording = question.check({"b02.s1": "Mayor Jane Lee", "b04.s1": "Mayor Jane Lee"})
    assert one_wording.feedback.line == words()["code"]["titles_of"]["one_wording"]


def test_shared_words_are_long_and_in_both() -> None:
    question = in_code.shared_words("b02.s1", "b03.s1")
    assert question.check({"bridge", "harbour", "street"}).outcome == "right"
    assert question.check(["bridge", "harbour", "street", "in", "the", "jane", "lee"]).outcome == "not_yet"


def test_what_shares_most_is_read_together() -> None:
    question = in_code.read_together("b02.s1", count=1)
    assert question.check(["b03.s1"]).outcome == "right"
    assert question.check(["b02.s1"]).feedback.line == words()["code"]["read_together"]["itself"].format(start="b02.s1")
    with pytest.raises(CourseError, match="is shared for b02"):
        in_code.read_together("b02.s1", count=4)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: in_code.words_before("Nobody"),
        lambda: in_code.titles_of("Nobody"),
        lambda: in_code.shared_words("b01.s1", "b99.s1"),
        lambda: in_code.shared_words("b02.s2", "b03.s1"),
        lambda: in_code.read_together("b99.s1"),
    ],
)
def test_a_question_without_an_answer_is_refused_in_a_sentence(ask: object) -> None:
    with pytest.raises(CourseError) as caught:
        ask()
    assert len(caught.value._render_traceback_()) == 1


def test_hints_and_the_question_itself_name_what_is_asked_about() -> None:
    question = in_code.words_before("Lee")
    assert "Lee" in repr(question)
    assert "Lee" in repr(question.hint(2))
    assert repr(question.hint(9)) == repr(question.hint(3))
    assert all("{" not in repr(in_code.read_together("b02.s1", 1).hint(n)) for n in (1, 2, 3))
    assert question.check(None).outcome == "not_tried"
    assert question.check(7).outcome == "cannot_be_marked"


def test_below_a_card_not_tried_points_up_to_it(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)
    item = course.session().pack.items[0].id
    card = course.item(item)
    assert words()["line"]["not_tried"] in repr(card.check(None))
    card.show()
    assert repr(card.check(None)) == words()["sheet"]["card_above"]
    assert card.check(None).outcome == "not_tried"
    assert card.check("nonsense").outcome == "cannot_be_marked"
