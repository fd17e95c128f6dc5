"""Shelf, matching cards, order, fact-check and exports without a browser: what they keep, and what they pass over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.mark import MAXIMUM_TEXT
from readtwice.activities.fact_check.widget import FactCheckBuilder
from readtwice.activities.results.part import pages_of
from readtwice.activities.results.widget import Results
from readtwice.activities.shelf.about import SHELF
from readtwice.activities.shelf.part import shelf_of, the_shelf_of
from readtwice.activities.shelf.widget import SourceShelf
from readtwice.activities.timeline.about import ORDER
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.activities.timeline.widget import Order
from readtwice.page.base import CourseWidget, static
from readtwice.page.exports import Exports
from readtwice.page.matching import Matching
from readtwice.page.session import Session
from readtwice.record import Record, read_folder
from readtwice.words import say
from tests.specimens import hegseth, parts_pack

HOSTILE = "<img src=x onerror=alert(1)> $x$ {0}"
SCRIPTS = (
    ("activities.results", "script.js"),
    ("activities.shelf", "script.js"),
    ("page", "matching.js"),
    ("activities.timeline", "script.js"),
    ("activities.fact_check", "script.js"),
    ("page", "exports.js"),
)


fields = st.sampled_from(["type", "card", "adds", "verdict", "order", "claim", "format", "answer"])
values = st.one_of(st.none(), st.text(), st.lists(st.text()), st.sampled_from(["open", "write", "check"]))
messages = st.dictionaries(fields, values)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(hegseth(), Record(tmp_path / "my-work", hegseth().slug))


def saved(session: Session, item: str) -> list[Any]:
    return [event.answer for event in read_folder(session.record.folder)[0] if event.item == item]


def send(widget: CourseWidget, **message: Any) -> str:
    widget._take(widget, {**message, "number": "n1"}, [])
    return str(widget.view["said"])


def make(format: str) -> tuple[str, str]:
    if format == "csv":
        raise ValueError("There is nothing yet.")
    return f"file.{format}", "text"


def all_widgets(session: Session) -> list[CourseWidget]:
    pack = session.pack
    searched = pages_of(pack)
    return [
        *([Results(session, searched.tasks[0])] if searched else []),
        SourceShelf(session, the_shelf_of(pack).tasks[0]),
        Matching(session, "Cards", "How", [drift_match(pack, row) for row in the_drifts_of(pack).rows]),
        Order(session, the_timeline_of(pack).events),
        FactCheckBuilder(session),
        Exports(session, make),
    ]


@pytest.mark.parametrize(("room", "name"), SCRIPTS)
def test_no_script_puts_text_on_the_page_as_html_or_fetches(room: str, name: str) -> None:
    source = static(f"readtwice.{room}", name)
    assert len(source) < 30_000
    for word in ("innerHTML", "insertAdjacentHTML", "outerHTML", "document.write", "fetch(", "XMLHttpRequest", "http:"):
        assert word not in source


@pytest.mark.long
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(message=messages)
def test_nonsense_is_passed_over_and_nothing_of_it_is_saved(session: Session, message: dict[str, Any]) -> None:
    for widget in all_widgets(session):
        before = len(read_folder(session.record.folder)[0]) if session.record.folder.exists() else 0
        send(widget, **message)
        assert (len(read_folder(session.record.folder)[0]) if session.record.folder.exists() else 0) == before
        json.dumps(widget.view)


def test_widgets_say_what_they_are_where_nothing_runs(session: Session) -> None:
    for widget in all_widgets(session):
        bundle = widget._repr_mimebundle_()
        assert bundle
        page = bundle[0]["text/html"]
        assert say("static.not_running") in page
        assert "mathjax_ignore" in page
        assert "<script" not in page


# --- the shelf ----------------------------------------------------------------------------------------------------


def test_closed_cards_hide_what_they_say(session: Session) -> None:
    shelf = shelf_of(session.pack)
    assert shelf
    for task in shelf.tasks:
        widget = SourceShelf(session, task)
        for card in widget.view["cards"]:
            assert set(card) == {"id", "title", "from", "date", "open", "said"}


def test_a_verdict_before_any_card_is_not_taken(session: Session) -> None:
    task = the_shelf_of(session.pack).task("hard-power-shelf")
    widget = SourceShelf(session, task)
    assert send(widget, type="verdict", verdict="supported") == say("shelf.open_first")
    assert not session.record.folder.exists()
    assert send(widget, type="open", card="hard-power") == say("shelf.opened", left=1)
    assert send(widget, type="adds", card="hard-power", adds="nothing") == say("shelf.noted")
    send(widget, type="verdict", verdict="supported")
    assert widget.view["feedback"]["outcome"] == "right"
    [open_card] = [one for one in widget.view["cards"] if one["id"] == "hard-power"]
    assert open_card["verdict"].startswith("We say")
    assert saved(session, task.item) == [["supported"]]
    assert saved(session, SHELF + task.item)[-1]["decided"] is True
    send(widget, type="again")
    assert widget.view["feedback"] is None
    assert SourceShelf(session, task).view["left"] == task.budget


# --- matching and order -------------------------------------------------------------------------------------------


def test_a_card_is_saved_when_it_is_whole_and_shown_again(session: Session) -> None:
    match = drift_match(session.pack, the_drifts_of(session.pack).rows[0])
    widget = Matching(session, "Cards", "How", [match])
    send(widget, type="answer", card=match.id, answer={})
    assert not session.record.folder.exists()
    send(widget, type="answer", card=match.id, answer={"changed": "unit"})
    assert saved(session, match.id) == [{"changed": "unit"}]
    again = Matching(session, "Cards", "How", [match]).view["cards"][0]
    assert again["parts"][0]["chosen"] == "unit"
    assert again["feedback"]["outcome"] == "not_yet"


def test_an_order_shows_its_dates_only_when_it_is_right(session: Session) -> None:
    events = the_timeline_of(session.pack).events
    right = [event.id for event in sorted(events, key=lambda event: (event.day, event.place_in_day))]
    widget = Order(session, events)
    assert widget.view["order"] != right, "the right order is not given away"
    assert send(widget, type="check", order=right[::-1]).startswith("0 of")
    assert widget.view["dates"] == {}
    assert send(widget, type="check", order=right) == say("order.right")
    assert set(widget.view["dates"]) == set(right)
    send(widget, type="check", order=right[:-1])
    assert saved(session, ORDER) == [right[::-1], right]


# --- the fact-check and the exports -------------------------------------------------------------------------------


def test_a_fact_check_is_kept_as_typed_and_cut_when_far_too_long(session: Session) -> None:
    widget = FactCheckBuilder(session)
    assert "fact_check" not in widget.view
    send(widget, type="choose", claim="who-chaired")
    assert not session.record.folder.exists()
    send(widget, type="write", claim="who-chaired", fact_check={"says": HOSTILE, "unknown": "x" * 100_000})
    (answer,) = saved(session, FACT_CHECK + "who-chaired")
    assert answer["says"] == HOSTILE
    assert len(answer["unknown"]) == MAXIMUM_TEXT
    send(widget, type="write", claim="who-chaired", fact_check=answer)
    assert len(saved(session, FACT_CHECK + "who-chaired")) == 1, "the same again is not saved again"
    assert {one["step"] for one in widget.view["warnings"]} >= {"evidence"}


def test_the_model_opens_only_when_every_step_has_something(session: Session) -> None:
    widget = FactCheckBuilder(session)
    send(widget, type="choose", claim="who-chaired")
    assert widget.view["model"] == []
    names = ("says", "would_settle", "unknown", "fact_first", "claim_line", "fact_again")
    written = {"verdict": "supported", "evidence": [{"source": "healey-chaired"}], **dict.fromkeys(names, "x")}
    send(widget, type="write", claim="who-chaired", fact_check=written)
    assert widget.view["complete"]
    assert widget.view["model"]


def test_a_file_is_handed_over_once_or_a_sentence_says_why_not(session: Session) -> None:
    widget = Exports(session, make)
    assert send(widget, type="make", format="html") == say("exports.made", name="file.html")
    assert widget.view["file"] == {"name": "file.html", "text": "text"}
    widget.show()
    assert widget.view["file"] is None
    assert send(widget, type="make", format="csv") == "There is nothing yet."
    assert widget.view["file"] is None


def test_another_pack_with_these_parts_works_too(tmp_path: Path) -> None:
    session = Session(parts_pack(), Record(tmp_path / "my-work", parts_pack().slug))
    for widget in all_widgets(session):
        json.dumps(widget.view)
