"""The Start box without a browser: goes on by itself, offers what else lies there, and feeds the browser's copy."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from readtwice.activities.caption_study.part import study_of
from readtwice.activities.caption_study.rewrite import Rewrite
from readtwice.activities.form.widget import Form
from readtwice.marking.answer import SURENESS
from readtwice.pack import load_pack
from readtwice.page.base import CourseWidget
from readtwice.page.session import Session
from readtwice.page.start import Start
from readtwice.record import Record, decode, known_sets, learner_of, progress_text, read_folder
from readtwice.words import say
from tests.specimens import exit_cards, hegseth, id_of

PACK = "hegseth-nato-2025"


def kernel(folder: Path) -> Session:
    return Session(hegseth(), Record(folder, PACK))


def send(widget: CourseWidget, number: str, **message: Any) -> str:
    widget._take(widget, {**message, "number": number}, [])
    return str(widget.view["said"])


def test_a_page_says_in_one_line_that_it_goes_on_and_offers_a_fresh_start(tmp_path: Path) -> None:
    first = kernel(tmp_path)
    assert (Start(first).view["going_on"], Start(first).view["may_be_another"]) == (None, False)
    for item in ("a", "b"):
        first.save(item, ["clash"])
    later = kernel(tmp_path)
    start = Start(later)
    assert start.view["ask"] is False
    assert (start.view["going_on"]["count"], start.view["going_on"]["last"]) == (2, first.record.events[-1].time)
    assert start.view["may_be_another"] is True
    assert send(start, "1", choice="fresh") == say("start.started_fresh")
    assert (start.view["going_on"], start.view["greeting"]) == (None, say("start.started_fresh"))
    assert [work["count"] for work in start.view["others"]] == [2]
    send(start, "2", type="join", learner=start.view["others"][0]["learner"])
    assert len(later.record.events) == 2


def test_lessons_open_side_by_side_keep_the_slip_of_either(tmp_path: Path) -> None:
    first, second = (Session(load_pack("form-a"), Record(tmp_path, "form-a")) for _ in range(2))
    first.record.answer("question-one", ["clash"], pack=PACK)
    one, other = Start(first), Start(second)
    judge = exit_cards(first.beside(hegseth()))
    assert send(other, "1", type="slip", text="RED-10-R4") == say("start.slip_used", slip="RED-10-R4")
    form = Form(second, "before")
    for place, card in enumerate(form.view["cards"]):
        send(form, f"f{place}", item=card["id"], sureness="think_so")
    assert decode(form.view["code"], tuple(known_sets())).learner == learner_of("RED-10-R4")
    send(judge, "2", item=judge.view["cards"][0]["id"], sureness=SURENESS[0])
    assert judge.view["answers"] == "2", "whoever clicked still gets an answer"
    assert one.view["learner"] == learner_of("RED-10-R4")
    assert one.view["greeting"] == say("start.followed")


def test_older_work_is_offered_when_a_slip_is_typed(tmp_path: Path) -> None:
    kernel(tmp_path).save("last-week", ["clash"])
    later = kernel(tmp_path)
    start = Start(later)
    send(start, "1", type="slip", text="RED-10-R4")
    assert later.record.events == ()
    assert start.view["offer"]["count"] == 1
    assert send(start, "2", type="join", learner=start.view["offer"]["learner"]) == say("start.joined")
    assert start.view["offer"] is None
    assert [event.item for event in later.record.events] == ["last-week"]
    assert later.record.learner == learner_of("RED-10-R4")


def test_what_was_written_and_not_saved_does_not_show_to_the_next_learner(tmp_path: Path) -> None:
    kernel(tmp_path).save("a", ["clash"])
    session = kernel(tmp_path)
    study = study_of(hegseth())
    assert study is not None
    start, rewrite = Start(session), Rewrite(session, study.caption("b02"))
    send(rewrite, "1", type="look", text="A draft.")
    send(start, "2", type="choose", choice="fresh")
    assert rewrite.view["text"] == ""


def test_the_switch_for_shared_machines_is_kept_in_the_folder(tmp_path: Path) -> None:
    session = kernel(tmp_path)
    session.save("a", ["clash"])
    assert send(Start(session), "1", type="ask", on=True) == say("start.asks")
    asked = Start(kernel(tmp_path))
    assert (asked.view["ask"], asked.view["asks"], asked.view["asks_for_good"]) == (True, True, False)
    send(asked, "2", type="choose", choice="continue", place=0, learner=asked.view["work"][0]["learner"])
    assert send(asked, "3", type="ask", on=False) == say("start.asks_no_more")
    assert Start(kernel(tmp_path)).view["ask"] is False


@pytest.mark.usefixtures("asking")
def test_where_the_machine_decides_the_switch_only_tells(tmp_path: Path) -> None:
    assert Start(kernel(tmp_path)).view["asks_for_good"] is True


def test_a_cut_line_in_a_progress_file_is_told(tmp_path: Path) -> None:
    home = kernel(tmp_path / "home")
    for item in ("a", "b"):
        home.save(item, ["clash"])
    text = progress_text(home.record.to_take_along)
    said = send(Start(kernel(tmp_path / "school")), "1", type="load", text=text[:-20])
    assert said == f"{say('start.loaded', count=1)} {say('start.in_file', reason=say('record.cut_off'))}"
    assert send(Start(kernel(tmp_path / "whole")), "1", type="load", text=text[:-1]) == say("start.loaded", count=2)


# --- the browser's copy ------------------------------------------------------------------------------------------


class Browser:
    """What start.js does with the lines, by the same protocol."""

    def __init__(self, start: Start) -> None:
        self.start, self.text, self.key, self.held = start, [], (), 0

    def see(self) -> None:
        view = self.start.view
        if self.key != (view["turns"], view["learner"]):
            self.key, self.held, self.text = (view["turns"], view["learner"]), 0, []
        if view.get("lines") and view["since"] == self.held:
            self.text += view["lines"]
            self.held += len(view["lines"])
        if view["held"] > self.held:
            self.start._take(None, {"type": "mirror", "since": self.held, "number": f"m{self.held}"}, [])
            self.see()

    @property
    def items(self) -> list[str]:
        return [json.loads(line)["item"] for line in self.text if json.loads(line)["kind"] == "answer"]


def test_every_answer_reaches_the_browsers_copy_once_also_after_a_file_from_a_fast_clock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = Record(tmp_path / "home", PACK)
    an_hour_on = (datetime.now(UTC) + timedelta(hours=1)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    with monkeypatch.context() as patch:
        patch.setattr("readtwice.record.record.now", lambda: an_hour_on)
        for number in range(5):
            fast.answer(f"home-{number}", ["clash"])
    session = kernel(tmp_path / "school")
    start = Start(session)
    browser = Browser(start)
    browser.see()
    session.save("before", ["clash"])
    browser.see()
    send(start, "1", type="load", text=progress_text(fast.to_take_along))
    browser.see()
    for number in range(4):
        session.save(f"school-{number}", ["clash"])
        browser.see()
    other = kernel(tmp_path / "school")
    other.save("on-another-page", ["clash"])
    session.save("last", ["clash"])
    browser.see()
    saved = [event.item for event in session.record.events]
    assert len(saved) == 12
    assert sorted(browser.items) == sorted(saved)
    again = Record(tmp_path / "restored", PACK)
    header = start.view["header"]
    again.take_in("\n".join([header, *browser.text, ""]).encode())
    assert {event.item for event in again.events} == set(saved)


# --- the same click again ----------------------------------------------------------------------------------------

CLICKS: dict[str, tuple[str, dict[str, Any]]] = {
    "judge": ('course.stories("02", "exit")', {"type": "answer", "sureness": "think_so"}),
    "form": ('course.form("before", "form-a")', {"type": "answer", "sureness": "think_so"}),
    "ledger": ('course.ledger("b04-b11")', {"type": "pin"}),
    "hunt": ('course.hunt("b04-b11", "b10.s1")', {"type": "hunt", "hunt": "b10.s1", "choice": "none"}),
    "bench": ('course.numbers("03", "solo")', {"type": "estimate"}),
    "shelf": ('course.shelf("realistic-borders-shelf")', {"type": "open"}),
    "results": ('course.results("ferry")', {"type": "open", "result": "line"}),
    "found": ('course.found("01")', {"type": "found", "found": {"says": "x"}}),
    "fact check": ("course.fact_check()", {"type": "write", "claim": "own", "fact_check": {"says": "x"}}),
    "rewrite": ('course.rewrite("b02")', {"type": "check", "text": "A tank."}),
    "order": ("course.timeline()", {"type": "check"}),
    "swap": ('course.swap("b12")', {"type": "sounds"}),
    "captions": ('course.captions("b12")', {"type": "tags", "caption": "b12"}),
}


@pytest.mark.parametrize("kind", CLICKS)
def test_a_click_sent_again_is_saved_once_in_every_widget_also_after_a_restart(kind: str, tmp_path: Path) -> None:
    from readtwice import course

    code, message = CLICKS[kind]
    saved = []
    for _ in range(2):
        course.begin(folder=tmp_path)
        widget = eval(code, {"course": course})
        view = widget.view
        full = {**message, "number": "rtab12cd-7"}
        if kind in ("judge", "form", "bench"):
            full["item"] = view["cards"][0]["id"]
        if kind == "bench":
            card = next(card for card in view["cards"] if "number" in card)
            full |= {"item": card["id"], "text": card["number"]["slider"]["min"]}
        if kind == "ledger":
            full |= {"sentence": view["sentences"][0]["id"], "topic": view["topics"][0]["id"]}
        if kind == "shelf":
            full["card"] = view["cards"][0]["id"]
        if kind == "order":
            full["order"] = sorted(view["order"])
        if kind == "swap":
            full["sounds"] = view["choices"][0]["code"]
        if kind == "captions":
            full["tags"] = ["told"] * len(view["captions"][0]["words"])
        for _ in range(2):
            widget._take(widget, json.loads(json.dumps(full)), [])
        saved.append(len(read_folder(tmp_path)[0]))
    assert saved == [1, 1]


def test_another_click_with_the_same_content_is_another_answer(tmp_path: Path) -> None:
    judge = exit_cards(kernel(tmp_path))
    card = id_of(judge.view["cards"][0])
    for number in ("rt1-1", "rt1-2"):
        send(judge, number, type="answer", item=card, sureness="think_so")
    assert [(event.item, event.n) for event in judge.session.record.events] == [(card, 1), (card, 2)]
