"""What was found off the page: kept with its day, whose it is, and nothing else is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.activities.off_page.leaves import LEAVES
from readtwice.page.kept import FOUND, LONGEST_FOUND, found_off_page
from readtwice.publish import export
from readtwice.record import read_folder
from readtwice.words import say
from tests.specimens import hegseth

NOTE = {"typed": "U.S. defense secretary", "where": "an encyclopedia", "says": "Pete Hegseth"}


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def texts(widget: Any) -> dict[str, str]:
    return {one["name"]: one["text"] for one in widget.view["fields"]}


def send(widget: Any, found: object) -> None:
    widget._take(widget, {"type": "found", "found": found, "number": "1"}, [])


def test_what_is_written_is_kept_with_its_day_and_comes_back(tmp_path: Path) -> None:
    widget = course.found("01")
    assert texts(widget) == dict.fromkeys(NOTE, "")
    assert widget.view["kept"] == ""
    assert widget.asked() == [False]
    send(widget, NOTE)
    (event,) = read_folder(tmp_path)[0]
    assert (event.item, event.occasion, event.answer) == ("off-page-01", "talk", NOTE)
    again = course.found("01")
    assert texts(again) == NOTE
    assert again.asked() == [True]
    assert again.view["kept"] == say("off_page.kept", day=event.time[:10])
    assert texts(course.found("02")) == dict.fromkeys(NOTE, ""), "each lesson has its own"


def test_the_same_again_is_saved_once_and_emptied_is_not_kept(tmp_path: Path) -> None:
    widget = course.found("01")
    send(widget, dict.fromkeys(NOTE, ""))
    assert read_folder(tmp_path)[0] == ()
    for found in (NOTE, NOTE, dict.fromkeys(NOTE, "")):
        send(widget, found)
    assert [event.answer["says"] for event in read_folder(tmp_path)[0]] == ["Pete Hegseth", ""]
    assert widget.view["kept"] == ""
    assert widget.asked() == [False]


@pytest.mark.parametrize(
    "found", [None, "text", 3, {"typed": 3, "other": "x"}, {"says": ["x"]}, {"says": "x" * (LONGEST_FOUND + 50)}]
)
def test_anything_else_counts_as_empty_or_is_cut(found: object) -> None:
    kept = found_off_page(found)
    assert [*kept] == [*FOUND]
    assert all(len(text) <= LONGEST_FOUND for text in kept.values())
    assert kept["typed"] == ""


def test_own_words_leave_only_in_files_made_to_take_them_along() -> None:
    (leaves,) = LEAVES.values()
    assert leaves.chosen is None
    assert leaves.written is not None
    assert leaves.written("01", NOTE | {"more": "x"}, hegseth()) == NOTE
    assert leaves.written("nothing", NOTE, hegseth()) is None
    assert leaves.written("01", "text", hegseth()) is None


def test_another_learner_gets_empty_boxes() -> None:
    widget = course.found("01")
    send(widget, NOTE)
    turn = widget.view["turn"]
    course.session().record.start_fresh()
    widget._show_other_work()
    assert texts(widget) == dict.fromkeys(NOTE, "")
    assert widget.view["turn"] > turn


def test_a_find_is_offered_to_the_fact_check_and_leaves_with_its_day_only_where_it_was_ticked(tmp_path: Path) -> None:
    found = NOTE | {"where": "https://lexicon.example/defense"}
    send(course.found("01"), found)
    (event,) = read_folder(tmp_path)[0]
    builder = course.fact_check()
    builder._take(builder, {"type": "choose", "claim": "who-chaired", "number": "2"}, [])
    assert [one["id"] for one in builder.view["offers"] if "row" in one] == ["off-page-01"]
    row = builder.view["offers"][-1]["row"]
    assert row == {"adds": found["says"], "address": found["where"], "date": event.time[:10]}
    draft = {**builder.view["fact_check"], "fact_first": "A fact.", "verdict": "undetermined"}
    sends = lambda evidence: builder._take(  # noqa: E731
        builder,
        {"type": "write", "claim": "who-chaired", "fact_check": {**draft, "evidence": evidence}, "number": "3"},
        [],
    )
    sends([])
    events = course.session().record.events
    for format in ("html", "markdown", "claimreview"):
        assert "lexicon" not in export(events, hegseth(), format)
    sends([{"source": "off-page-01", **row}])
    events = course.session().record.events
    for format in ("html", "markdown", "claimreview"):
        text = export(events, hegseth(), format).replace("\\", "")
        told = [found["where"], event.time[:10]] + [found["says"]] * (format != "claimreview")  # that cites, no more
        assert all(one in text for one in told), format
        assert found["typed"] not in text
