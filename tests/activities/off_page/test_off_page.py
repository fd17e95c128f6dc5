"""What was found off the page: kept with its day, whose it is, and nothing else is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.activities.off_page.leaves import LEAVES
from readtwice.activities.off_page.widget import FIELDS, LONGEST, written
from readtwice.record import read_folder
from readtwice.words import say
from tests.specimens import hegseth

FOUND = {"typed": "U.S. defense secretary", "where": "an encyclopedia", "says": "Pete Hegseth"}


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def texts(widget: Any) -> dict[str, str]:
    return {one["name"]: one["text"] for one in widget.view["fields"]}


def send(widget: Any, found: object) -> None:
    widget._take(widget, {"type": "found", "found": found, "number": "1"}, [])


def test_what_is_written_is_kept_with_its_day_and_comes_back(tmp_path: Path) -> None:
    widget = course.found("01")
    assert texts(widget) == dict.fromkeys(FIELDS, "")
    assert widget.view["kept"] == ""
    assert widget.asked() == [False]
    send(widget, FOUND)
    (event,) = read_folder(tmp_path)[0]
    assert (event.item, event.occasion, event.answer) == ("off-page-01", "talk", FOUND)
    again = course.found("01")
    assert texts(again) == FOUND
    assert again.asked() == [True]
    assert again.view["kept"] == say("off_page.kept", day=event.time[:10])
    assert texts(course.found("02")) == dict.fromkeys(FIELDS, ""), "each lesson has its own"


def test_the_same_again_is_saved_once_and_emptied_is_not_kept(tmp_path: Path) -> None:
    widget = course.found("01")
    send(widget, dict.fromkeys(FIELDS, ""))
    assert read_folder(tmp_path)[0] == ()
    for found in (FOUND, FOUND, dict.fromkeys(FIELDS, "")):
        send(widget, found)
    assert [event.answer["says"] for event in read_folder(tmp_path)[0]] == ["Pete Hegseth", ""]
    assert widget.view["kept"] == ""
    assert widget.asked() == [False]


@pytest.mark.parametrize(
    "found", [None, "text", 3, {"typed": 3, "other": "x"}, {"says": ["x"]}, {"says": "x" * (LONGEST + 50)}]
)
def test_anything_else_counts_as_empty_or_is_cut(found: object) -> None:
    kept = written(found)
    assert [*kept] == [*FIELDS]
    assert all(len(text) <= LONGEST for text in kept.values())
    assert kept["typed"] == ""


def test_own_words_leave_only_in_files_made_to_take_them_along() -> None:
    (leaves,) = LEAVES.values()
    assert leaves.chosen is None
    assert leaves.written is not None
    assert leaves.written("01", FOUND | {"more": "x"}, hegseth()) == FOUND
    assert leaves.written("nothing", FOUND, hegseth()) is None
    assert leaves.written("01", "text", hegseth()) is None


def test_another_learner_gets_empty_boxes() -> None:
    widget = course.found("01")
    send(widget, FOUND)
    turn = widget.view["turn"]
    course.session().record.start_fresh()
    widget._show_other_work()
    assert texts(widget) == dict.fromkeys(FIELDS, "")
    assert widget.view["turn"] > turn
