"""The verbs of the teacher's notebooks: what they load, how they are called, and the slips."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from readtwice import classroom
from readtwice.classroom.slip_sheet import slip_sheet
from readtwice.record import read_slip
from readtwice.widgets.slips import Slips
from readtwice.words import say
from tests.test_imports import HEAVY, loaded_by, packages

MODULES = {path.stem for path in Path(classroom.__file__).parent.glob("*.py")}


def sent(widget: Slips, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What a widget hands to the browser, from now on."""
    files: list[dict[str, Any]] = []
    monkeypatch.setattr(widget, "send", lambda content, buffers=None: files.append(content["file"]))
    return files


def test_no_verb_is_called_like_a_module() -> None:
    """Importing a module sets its name in the room, and would put itself in the verb's place."""
    assert not set(classroom.__all__) & MODULES


def test_the_room_loads_no_widgets_before_one_is_shown() -> None:
    assert not packages(loaded_by("from readtwice import classroom")) & HEAVY


def test_slips_are_a_page_to_cut_up_and_a_list_for_the_teacher() -> None:
    page = slip_sheet(30)
    slips = re.findall(r"[A-Z]{3,7}-\d\d-[A-Z]\d", page.replace("TEAL-27-K4", ""))
    assert len(slips) == 60
    assert slips[:30] == slips[30:]
    assert [read_slip(one) for one in slips] == slips
    assert "<script" not in page
    assert "default-src &#x27;none&#x27;" in page


def test_the_button_hands_over_a_page_and_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = classroom.slips_to_print()
    files = sent(widget, monkeypatch)
    widget._take(None, {"number": "1", "count": "25"}, [])
    (file,) = files
    assert file["name"] == "slips.html"
    assert widget.view["said"] == say("slips.made", count=25, name="slips.html")
    assert not re.search(r"[A-Z]{3,7}-\d\d-[A-Z]\d", str(widget.get_state()).replace("TEAL-27-K4", ""))


@pytest.mark.parametrize("count", ["", "0", "-3", "many", "100000", "1e2"])
def test_no_number_of_learners_is_told_in_one_sentence(count: str, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = classroom.slips_to_print()
    files = sent(widget, monkeypatch)
    widget._take(None, {"number": "1", "count": count}, [])
    assert files == []
    assert widget.view["said"] == say("slips.how_many")
