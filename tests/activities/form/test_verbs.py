"""The verbs that measure: which cards they open, and what they say of what does not exist."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from readtwice import course
from readtwice.pack import Item, load_pack
from readtwice.pack.compiled import PackError
from readtwice.page.open import CourseError
from readtwice.words import say
from tests.specimens import hegseth, id_of


@pytest.fixture
def session(tmp_path: Path) -> object:
    return course.begin(folder=tmp_path)


def forms_of(widget: object) -> set[str]:
    """The packs of the cards that a form shows."""
    ids = {id_of(card) for card in widget.view["cards"]}  # type: ignore[attr-defined]
    return {slug for slug in ("form-a", "form-b") if ids <= {item.id for item in _all(slug)}}


def _all(slug: str) -> tuple[Item, ...]:
    return (*load_pack(slug).items, *load_pack(slug).twins)


def states_of(widget: object) -> Counter[str]:
    """How many cards of a form are clean, flawed and open."""
    known = {item.id: item.state for slug in ("form-a", "form-b") for item in _all(slug)}
    return Counter(known[id_of(card)] for card in widget.view["cards"])  # type: ignore[attr-defined]


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


@pytest.mark.usefixtures("asking")
def test_a_whole_form_waits_for_the_learner_and_goes_on_with_what_was_begun(session: object, tmp_path: Path) -> None:
    session.record.learner = "000000000b"  # type: ignore[attr-defined]
    form = course.whole_form("before", "form-a", "form-b")
    begun = id_of(form.view["cards"][0])
    form._take(form, {"item": begun, "sureness": "sure_not", "number": "n"}, [])
    again = course.begin(folder=tmp_path)
    later = course.whole_form("before", "form-a", "form-b")
    assert later.view["locked"]
    again.choose("continue")
    assert forms_of(later) == {"form-b"}
    assert [id_of(card) for card in later.view["cards"] if card["said"]] == [begun]


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


def test_what_a_page_of_before_named_to_be_asked_again_is_no_longer_asked(session: object) -> None:
    assert course.recall("05", "statement-advance-b24").view["cards"] == []
    with pytest.raises(CourseError, match="There is no lesson '99'"):
        course.recall("99")


def test_who_is_who_names_what_there_is(session: object) -> None:
    table = course.who_is_who("Pete Hegseth", "NATO")
    assert [row[0] for row in table.rows] == ["Pete Hegseth", "NATO"]
    with pytest.raises(CourseError, match="There is no 'Mike Hegseth' in the glossary"):
        course.who_is_who("Mike Hegseth")


def tap_all(form: object, sureness: str = "sure_not", number: str = "n") -> None:
    for shown in form.view["cards"]:  # type: ignore[attr-defined]
        form._take(form, {"item": shown["id"], "sureness": sureness, "number": number}, [])  # type: ignore[attr-defined]


def test_the_score_card_says_nothing_before_the_last_tap_after_the_course(session: object) -> None:
    card = course.score_card("form-a", "before", "after")
    waiting = {**card.view}
    assert waiting["waiting"] == say("score.waiting")
    before = course.form("before", "form-a")
    tap_all(before)
    after = course.form("after", "form-a")
    for shown in after.view["cards"]:
        assert card.view == waiting, "a count that moved would be feedback on the card just tapped"
        after._take(after, {"item": shown["id"], "sureness": "sure_it_holds", "number": "n"}, [])
    assert [one["tried"] for one in card.view["sets"]] == [8, 8]
    right = states_of(before)["flawed"]
    assert 3 <= right <= 5
    assert {**card.view["sets"][0]["levels"][0], "percent": 0} == {
        "sureness": "sure",
        "right": right,
        "of": 8,
        "percent": 0,
        "promise": 100,
    }
    assert card.view["compared"]


@pytest.mark.long
@pytest.mark.parametrize("learner", ["000000000a", "000000000b"])
def test_whole_forms_have_their_answers_and_their_score_card(session: object, learner: str) -> None:
    session.record.learner = learner  # type: ignore[attr-defined]
    before = course.whole_form("before", "form-a", "form-b")
    tap_all(before)
    reviews = {occasion: course.form_answers(occasion, "form-a", parallel="form-b") for occasion in ("before", "after")}
    card = course.score_card("form-a", "before", "after", parallel="form-b")
    assert card.view["waiting"]
    assert all(review.view["locked"] for review in reviews.values())
    after = course.whole_form("after", "form-a", "form-b")
    tap_all(after, "sure_it_holds")
    assert [one["tried"] for one in card.view["sets"]] == [16, 16]
    assert [one["sentences"][0] for one in card.view["sets"]] == [
        say("score.kept", count=0, of=states_of(before)["clean"]),
        say("score.kept", count=states_of(after)["clean"], of=states_of(after)["clean"]),
    ]
    assert [len(review.view["cards"]) for review in reviews.values()] == [16, 16]
    assert forms_of(reviews["before"]) | forms_of(reviews["after"]) == {"form-a", "form-b"}


def test_whoever_has_no_answers_from_before_still_gets_a_score_card(session: object) -> None:
    card = course.score_card("form-a", "before", "after")
    tap_all(course.form("after", "form-a"))
    assert card.view["sets"][0]["sentences"] == [say("score.nothing_yet")]
    assert card.view["sets"][1]["tried"] == 8
    assert card.view["compared"] == []


def answered_before(folder: Path) -> str:
    """Somebody answers all cards before the course, and then the page begins as somebody new. Returns their code."""
    first = course.begin(folder=folder)
    tap_all(course.form("before", "form-a"))
    course.begin(folder=folder).choose("fresh")
    return first.record.learner


@pytest.mark.parametrize("where", ["score card", "answers"])
def test_cards_answered_under_other_work_are_offered_where_a_page_would_say_there_are_none(
    where: str, tmp_path: Path
) -> None:
    code = answered_before(tmp_path)
    card, review = course.score_card("form-a", "before", "after"), course.form_answers("before", "form-a")
    tap_all(course.form("after", "form-a"), "sure_it_holds")
    before = card.view["sets"][0]
    assert before["sentences"] == [], "nothing untrue is said"
    assert [(one["learner"], one["count"]) for one in before["elsewhere"]] == [(code, 8)]
    assert review.view["elsewhere"] == before["elsewhere"]
    widget = card if where == "score card" else review
    widget._take(widget, {"type": "join", "learner": code, "number": "n"}, [])
    assert [one["tried"] for one in card.view["sets"]] == [8, 8]
    assert card.view["sets"][0]["elsewhere"] == review.view["elsewhere"] == []
    assert all(one["said"] for one in review.view["cards"])
    again = course.begin(folder=tmp_path)
    assert len(again.record.events) == 16, "and the next page knows"


def test_answers_of_before_are_offered_as_long_as_the_learner_lacks_any(tmp_path: Path) -> None:
    code = answered_before(tmp_path)
    form, card = course.form("before", "form-a"), course.score_card("form-a", "before", "after")
    review = course.form_answers("before", "form-a")
    own, *_ = [id_of(one) for one in form.view["cards"]]
    form._take(form, {"type": "answer", "item": own, "sureness": "think_so", "number": "own"}, [])
    tap_all(course.form("after", "form-a"))
    before = card.view["sets"][0]
    assert before["tried"] == 1
    assert before["sentences"], "what the learner has is told beside the offer"
    assert review.view["elsewhere"] == before["elsewhere"]
    assert [one["learner"] for one in before["elsewhere"]] == [code]
    review._take(review, {"type": "join", "learner": code, "number": "n"}, [])
    assert card.view["sets"][0]["tried"] == 8, "the half with most answers is the one of before"
    assert card.view["sets"][0]["elsewhere"] == review.view["elsewhere"] == []


def test_who_has_answered_all_cards_is_offered_nobody_s(tmp_path: Path) -> None:
    answered_before(tmp_path)
    card, review = course.score_card("form-a", "before", "after"), course.form_answers("before", "form-a")
    for occasion in ("before", "after"):
        tap_all(course.form(occasion, "form-a"), number="another click")
    assert card.view["sets"][0]["tried"] == 8
    assert card.view["sets"][0]["elsewhere"] == review.view["elsewhere"] == []


def test_nothing_is_offered_that_lies_under_another_slip(tmp_path: Path) -> None:
    course.begin(folder=tmp_path).record.use_slip("TEAL-27-K4")
    tap_all(course.form("before", "form-a"))
    course.session().record.use_slip("RED-10-R4")
    course.session().turn()
    card = course.score_card("form-a", "before", "after")
    tap_all(course.form("after", "form-a"))
    assert card.view["sets"][0]["elsewhere"] == []
    assert card.view["sets"][0]["sentences"] == [say("score.nothing_yet")]


def test_nothing_to_export_points_to_other_work_in_the_folder(tmp_path: Path) -> None:
    answered_before(tmp_path)
    for tell in (lambda: course.export("html", folder=tmp_path), lambda: course.publish_check("own")):
        try:
            told = repr(tell())
        except CourseError as error:
            told = str(error)
        assert told.endswith(say("elsewhere.hint"))


def test_a_page_on_another_pack_names_it_at_its_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path))
    course.begin()
    start = course.start("skate-park")
    assert start.session.pack.slug == "skate-park"
    assert course.start("skate-park").session is start.session, "the cell may be run again"
    assert course.start().session is start.session
    assert course.read("b03").title() == "The article: ¶3"
    assert course.read("b03", "b05").title() == "The article"
    with pytest.raises(PackError) as refused:
        course.start("nothing")
    assert refused.value._render_traceback_() == ["There is no pack named 'nothing' in this course."]
