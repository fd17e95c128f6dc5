"""The verbs that measure: which cards they open, and what they say of what does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice import course
from readtwice.course.open import CourseError
from readtwice.pack import load_pack
from tests.specimens import hegseth


@pytest.fixture
def session(tmp_path: Path) -> object:
    return course.begin(folder=tmp_path)


def forms_of(widget: object) -> set[str]:
    """The packs of the cards that a form shows."""
    ids = {card["id"] for card in widget.view["cards"]}  # type: ignore[attr-defined]
    return {slug for slug in ("form-a", "form-b") if ids <= {item.id for item in load_pack(slug).items}}


@pytest.mark.parametrize(
    ("learner", "first", "second"), [("000000000a", "form-a", "form-b"), ("000000000b", "form-b", "form-a")]
)
def test_whole_forms_come_in_the_order_of_the_learner_s_parity(
    session: object, learner: str, first: str, second: str
) -> None:
    session.record.learner = learner  # type: ignore[attr-defined]
    before = course.whole_form("before", "form-a", "form-b")
    after = course.whole_form("after", "form-a", "form-b")
    assert (forms_of(before), forms_of(after)) == ({first}, {second})
    assert len(before.view["cards"]) == len(after.view["cards"]) == 16


def test_a_whole_form_waits_for_the_learner_and_goes_on_with_what_was_begun(session: object, tmp_path: Path) -> None:
    session.record.learner = "000000000b"  # type: ignore[attr-defined]
    form = course.whole_form("before", "form-a", "form-b")
    begun = form.view["cards"][0]["id"]
    form._take(form, {"item": begun, "sureness": "sure_not", "number": "n"}, [])
    again = course.begin(folder=tmp_path)
    later = course.whole_form("before", "form-a", "form-b")
    assert later.view["locked"]
    again.choose("continue")
    assert forms_of(later) == {"form-b"}
    assert [card["id"] for card in later.view["cards"] if card["said"]] == [begun]


def test_a_form_saves_under_its_own_pack_into_the_same_record(session: object) -> None:
    form = course.form("before", "form-a")
    form._take(form, {"item": form.view["cards"][0]["id"], "sureness": "think_so", "number": "n"}, [])
    (event,) = session.record.events  # type: ignore[attr-defined]
    assert (event.pack, event.occasion) == ("form-a", "before")
    assert course.session().pack.slug == hegseth().slug, "the lesson's own pack stays open"


def test_an_occasion_that_does_not_exist_is_told(session: object) -> None:
    for verb in (course.form, course.form_answers):
        with pytest.raises(CourseError, match=r"There is no occasion 'later'\. There are: before, after, fresh\."):
            verb("later", "form-a")


def test_a_lesson_without_recall_cards_borrows_those_of_the_nearest_before_it(session: object) -> None:
    own = {item.id for item in hegseth().items_for("05", "recall")}
    assert {card["id"] for card in course.recall("07").view["cards"]} == own
    with pytest.raises(CourseError, match="no 'recall' items up to lesson '00'"):
        course.recall("00")


def test_who_is_who_names_what_there_is(session: object) -> None:
    table = course.who_is_who("Pete Hegseth", "NATO")
    assert [row[0] for row in table.rows] == ["Pete Hegseth", "NATO"]
    with pytest.raises(CourseError, match="There is no 'Mike Hegseth' in the glossary"):
        course.who_is_who("Mike Hegseth")


def test_the_score_card_follows_along(session: object) -> None:
    card = course.score_card("form-a", "before", "after")
    form = course.form("before", "form-a")
    assert [one["tried"] for one in card.view["sets"]] == [0, 0]
    for shown in form.view["cards"]:
        form._take(form, {"item": shown["id"], "sureness": "sure_not", "number": "n"}, [])
    assert [one["tried"] for one in card.view["sets"]] == [8, 0]
    assert card.view["sets"][0]["levels"][0] == {"sureness": "sure", "right": 4, "of": 8, "percent": 50, "promise": 100}
