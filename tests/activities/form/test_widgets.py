"""Forms, the score card, recall and the record's own page part, without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtwice.activities.cards.recall import Recall
from readtwice.activities.form.widget import Form, cards_for
from readtwice.pack import load_pack
from readtwice.page.base import CourseWidget
from readtwice.page.session import Session
from readtwice.page.start import Start
from readtwice.record import Record, decode, known_sets, learner_of, parity, read_folder
from readtwice.record.card_sets import card_sets
from readtwice.words import say, words
from tests.specimens import form_pack, hegseth, id_of


@pytest.fixture
def session(tmp_path: Path) -> Session:
    record = Record(tmp_path / "my-work", hegseth().slug)
    record.learner = "000000000a"  # an even code: the first half comes first
    return Session(hegseth(), record).beside(form_pack())


def send(widget: CourseWidget, **message: Any) -> str:
    widget._take(widget, {**message, "number": "n1"}, [])
    return str(widget.view["said"])


def ids(form: Form) -> list[str]:
    return [id_of(card) for card in form.view["cards"]]


def answer_all(form: Form, sureness: str = "think_so") -> None:
    for item in ids(form):
        send(form, type="answer", item=item, sureness=sureness)


def again(session: Session) -> Session:
    """The same folder in a new kernel, where the learner chose to continue."""
    record = Record(session.record.folder, hegseth().slug)
    record.continue_()
    return Session(hegseth(), record).beside(form_pack())


def test_half_before_the_other_half_after(session: Session) -> None:
    before = Form(session, "before")
    assert sorted(ids(before)) == ["mill-opening", "mill-sacks"]
    answer_all(before)
    session.record.learner = before.session.record.learner
    assert sorted(ids(Form(again(session), "after"))) == ["boat-guests", "boat-hour"]


@pytest.mark.usefixtures("asking")
def test_cards_wait_until_the_learner_has_said_whose_work_it_is(session: Session) -> None:
    answer_all(Form(session, "before"))
    other = Session(hegseth(), Record(session.record.folder, hegseth().slug)).beside(form_pack())
    form = Form(other, "after")
    assert form.view["locked"] == say("form.choose_first")
    other.choose("continue")
    assert sorted(ids(form)) == ["boat-guests", "boat-hour"]


@pytest.mark.parametrize(("learner", "first"), [("000000000a", "first"), ("000000000b", "second")])
def test_the_parity_of_the_code_decides_which_half_comes_first(session: Session, learner: str, first: str) -> None:
    session.record.learner = learner
    assert cards_for(session, "before")[0] == first
    assert {cards_for(session, "before")[0], cards_for(session, "after")[0]} == {"first", "second"}


def test_a_half_that_was_begun_is_gone_on_with_whatever_the_code_becomes(session: Session) -> None:
    form = Form(session, "before")
    begun = ids(form)
    send(form, type="answer", item=begun[0], sureness="sure_not")
    session.record.use_slip("TEAL-27-K4")
    assert parity(session.record.learner) == 1
    form.show()
    assert ids(form) == begun
    assert [card["said"] for card in form.view["cards"]] == [
        "Sure: it doesn’t" if "sacks" in begun[0] else "Sure: a clash",
        "",
    ]


def test_the_first_tap_counts_and_nothing_is_said_about_it(session: Session) -> None:
    form = Form(session, "before")
    item = ids(form)[0]
    said = send(form, type="answer", item=item, sureness="sure_it_holds")
    assert said == say("form.answered", progress=say("form.tally", answered=1, count=2))
    send(form, type="answer", item=item, sureness="sure_not")
    (event,) = session.record.events
    assert (event.pack, event.occasion, event.sureness) == ("two-stories", "before", "sure_it_holds")
    shown = json.dumps(form.view, ensure_ascii=False)
    for one in form_pack().items:
        assert not any(option.feedback in shown for option in one.options.values())
        assert one.explanation not in shown
    assert '"key"' not in json.dumps(form.view["cards"])


def test_answers_come_only_after_the_last_card_after_the_course(session: Session) -> None:
    before, review = Form(session, "before"), Form(session, "before", review=True)
    answer_all(before)
    assert review.view["locked"] == say("form.locked")
    assert "cards" not in review.view
    after = Form(session, "after")
    answer_all(after)
    assert review.view["locked"] == ""
    for card in review.view["cards"]:
        item = form_pack().item(id_of(card))
        assert card["feedback"]["explanation"] == item.explanation
        assert card["decided_by"]


def test_where_a_learner_was_sure_and_off_is_shown_in_the_answers(session: Session) -> None:
    before, review = Form(session, "before"), Form(session, "before", review=True)
    answer_all(before, "sure_it_holds")
    answer_all(Form(session, "after"), "think_not")
    cards = review.view["cards"]
    flawed = [place for place, card in enumerate(cards) if form_pack().item(id_of(card)).is_flawed]
    assert review.view["surprises"] == flawed != []
    assert Form(session, "after", review=True).view["surprises"] == [], "who was not sure is not surprised"
    assert before.view["surprises"] == [], "and the cards themselves say nothing"


def test_a_card_that_was_not_tried_shows_its_answer_without_a_verdict(session: Session) -> None:
    answer_all(Form(session, "after"))
    review = Form(session, "before", review=True)
    assert {card["feedback"]["heading"] for card in review.view["cards"]} == {say("form.not_tried")}
    assert {card["feedback"]["outcome"] for card in review.view["cards"]} == {""}


def test_a_finished_set_has_a_code_that_says_what_was_answered(session: Session) -> None:
    form = Form(session, "before")
    assert form.view["code"] == ""
    answer_all(form, "sure_not")
    result = decode(form.view["code"], card_sets(form_pack()))
    assert (result.learner, result.cards.occasion, set(result.answers)) == ("000000000a", "before", {"sure_not"})


def test_after_the_lesson_one_line_holds_all_that_is_handed_in(session: Session) -> None:
    """The code of what was answered before it too, and neither where only one set was finished."""
    sets = list(card_sets(form_pack()))
    after = Form(session, "after")
    answer_all(after, "think_not")
    assert [decode(code, sets).cards.occasion for code in after.view["code"].split()] == ["after"]
    before = Form(session, "before")
    answer_all(before, "sure_not")
    line = Form(session, "after").view["code"]
    assert line.startswith(before.view["code"] + " ")
    found = [decode(code, sets) for code in line.split()]
    assert [one.cards.occasion for one in found] == ["before", "after"]
    assert [set(one.answers) for one in found] == [{"sure_not"}, {"think_not"}]
    assert {one.learner for one in found} == {"000000000a"}


def test_one_line_can_be_read_where_cards_have_twins(tmp_path: Path) -> None:
    pack = load_pack("one-shot-cards")
    record = Record(tmp_path, pack.slug)
    record.continue_()
    session, sets = Session(pack, record), list(card_sets(pack))
    codes = []
    for occasion in ("before", "after"):
        form = Form(session, occasion)
        answer_all(form, "sure_not")
        codes.append(form.view["code"])
    before, _ = codes[1].split()
    assert before == codes[0]
    assert [decode(code, sets).cards.occasion for code in codes[1].split()] == ["before", "after"]


@pytest.mark.parametrize("slug", ["one-shot-cards", "form-a"])
@pytest.mark.parametrize("count", [1, 2, 8])
def test_a_slip_typed_between_cards_loses_no_answer_of_the_line(tmp_path: Path, slug: str, count: int) -> None:
    for number in range(3):
        session = Session(hegseth(), Record(tmp_path / str(number), hegseth().slug)).beside(load_pack(slug))
        form = Form(session, "before")
        for item in ids(form)[:count]:
            send(form, type="answer", item=item, sureness="think_so")
        session.record.use_slip("TEAL-27-K4")
        form.show()
        answer_all(form, "sure_not")
        before, label = form.view["code"], form.view["code_said"]["label"]
        taps = [tap for tap in decode(before, known_sets()).answers if tap]
        assert len(taps) > len(ids(form)) // 2
        lacks = say("result_code.holds", held=len(taps), count=len(ids(form)))
        assert (lacks in label) == (len(taps) < len(ids(form)))
        after = Form(session, "after")
        answer_all(after)
        assert after.view["code"].startswith(before + " "), "the same line in the lesson after the course"
        assert (after.view["code_said"]["label"] == say("result_code.label")) == (label == say("result_code.label"))


def test_where_cards_have_no_twins_the_number_of_now_holds_all(session: Session) -> None:
    form = Form(session, "before")
    answer_all(form)
    session.record.use_slip("TEAL-27-K4")
    form.show()
    assert decode(form.view["code"], card_sets(form_pack())).learner == learner_of("TEAL-27-K4")
    assert form.view["code_said"].items() <= words()["result_code"].items()


sent = st.dictionaries(
    st.sampled_from(["type", "item", "sureness", "text", "since", "choice", "place"]),
    st.one_of(st.none(), st.text(max_size=30), st.integers(), st.lists(st.text(max_size=3)), st.just("mill-sacks")),
)


@given(sent)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_what_no_page_sends_changes_nothing(session: Session, message: dict[str, Any]) -> None:
    for widget in (Form(session, "before"), Form(session, "before", review=True), Start(session)):
        if message.get("type") != "erase":
            send(widget, **message)
    assert read_folder(session.record.folder)[0] == ()


def test_a_progress_file_carries_all_work_to_an_empty_folder(session: Session, tmp_path: Path) -> None:
    answer_all(Form(session, "before"))
    start = Start(session)
    send(start, type="download")
    text = start.view["file"]["text"]
    other = Session(hegseth(), Record(tmp_path / "elsewhere", hegseth().slug))
    there, form = Start(other), Form(other.beside(form_pack()), "before")
    assert send(there, type="load", text=text) == say("start.loaded", count=2)
    assert [bool(card["said"]) for card in form.view["cards"]] == [True, True], "every widget shows itself anew"
    assert send(there, type="load", text=text) == say("start.loaded", count=0)
    assert len(read_folder(tmp_path / "elsewhere")[0]) == 2


@pytest.mark.parametrize("text", ["", "{}", "hello\n" * 50, "\ud800", '{"readtwice_record": 1}\n'])
def test_a_file_without_answers_is_refused_in_one_sentence(session: Session, text: str) -> None:
    start = Start(session)
    assert send(start, type="load", text=text) == say("record.no_progress")
    assert start.view["trouble"] == say("record.no_progress")
    assert read_folder(session.record.folder)[0] == ()


def test_the_page_is_handed_just_the_lines_that_it_lacks(session: Session) -> None:
    start = Start(session)
    answer_all(Form(session, "before"))
    assert start.view["held"] == 2
    send(start, type="mirror", since=0)
    assert len(start.view["lines"]) == 2
    whole = "\n".join([start.view["header"], *start.view["lines"], ""])
    send(start, type="mirror", since=1)
    assert len(start.view["lines"]) == 1
    send(start, type="download")
    assert start.view["file"]["text"] == whole


def test_work_under_a_slip_joins_what_this_session_saved(session: Session) -> None:
    form, start = Form(session, "before"), Start(session)
    answer_all(form)
    assert send(start, type="slip", text="teal 27 k4") == say("start.slip_used", slip="TEAL-27-K4")
    assert session.record.learner == learner_of("TEAL-27-K4")
    assert [bool(card["said"]) for card in form.view["cards"]] == [True, True]
    assert send(start, type="slip", text="TEAL-28-K4") == say("slip.check")


def test_erasing_takes_this_learner_s_work_and_nobody_else_s(session: Session) -> None:
    answer_all(Form(session, "before"))
    other = Record(session.record.folder, hegseth().slug)
    other.start_fresh()
    other.answer("somebody-elses", ["clash"])
    theirs = Session(hegseth(), other)
    start = Start(session)
    assert send(start, type="erase") == say("start.erased")
    assert start.view["erased"] == "000000000a"
    assert [event.item for event in read_folder(theirs.record.folder)[0]] == ["somebody-elses"]
    assert session.record.events == ()
    Form(session, "before")
    session.save("after-erasing", ["x"])
    assert len(read_folder(session.record.folder)[0]) == 2


@pytest.mark.usefixtures("asking")
def test_a_card_to_look_at_again_waits_for_the_learner_and_tells_what_holds_when_it_is_opened(tmp_path: Path) -> None:
    pack = hegseth()
    missed = next(item for item in pack.items_for("02", "solo") if item.is_clean and item.kind == "claim")
    record = Record(tmp_path, pack.slug)
    record.answer(missed.id, ["not_supported"])
    later = Session(pack, Record(tmp_path, pack.slug))
    again = Recall(later, "03")
    assert again.view["cards"] == []
    static = again.static_html()
    later.choose("continue")
    (card,) = again.view["cards"]
    assert (id_of(card), card["feedback"], card["steps"], card["hint_count"]) == (missed.id, None, [], 0)
    assert missed.explanation not in json.dumps(again.view, ensure_ascii=False)
    assert again.static_html() == static
    saved = later.record.events
    send(again, type="look", item=missed.id)
    assert missed.explanation in json.dumps(again.view["cards"][0]["feedback"], ensure_ascii=False)
    assert later.record.events == saved
    assert again.asked() == []


def test_a_missed_card_on_a_short_story_comes_back_in_the_state_that_was_seen(tmp_path: Path) -> None:
    stories = load_pack("short-stories")
    twin = next(item for item in stories.twins if item.lesson == "01" and item.use == "solo" and item.is_flawed)
    record = Record(tmp_path, hegseth().slug)
    record.answer(twin.id, ["no_clash"], pack=stories.slug)
    (card,) = Recall(Session(hegseth(), record), "02").view["cards"]
    assert id_of(card) == twin.id
    told = " ".join(one["text"] for one in card["story"])
    assert all(change.told in told for change in twin.twin.words)  # type: ignore[union-attr]


def test_at_most_two_cards_come_back(tmp_path: Path) -> None:
    record = Record(tmp_path, hegseth().slug)
    for item in hegseth().items_for("01", "solo"):
        record.answer(item.id, ["clash" if item.key == "no_clash" else "no_clash"])
    assert len(Recall(Session(hegseth(), record), "02").view["cards"]) == 2
