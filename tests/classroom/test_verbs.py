"""The verbs of the teacher's notebooks: what they load, how they are called, and the slips."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from readtwice import classroom
from readtwice.classroom.slips.sheet import slip_sheet
from readtwice.classroom.slips.widget import Slips
from readtwice.pack.compiled import PackError
from readtwice.record import Record, read_folder, read_slip
from readtwice.record.slip import EXAMPLE, MOST_SLIPS
from readtwice.words import say
from tests.loaded import HEAVY, loaded_by, packages

MODULES = {path.stem for path in Path(classroom.__file__).parent.iterdir()}


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
    slips = re.findall(r"[A-Z]{3,7}-\d\d-[A-Z]\d", page)
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
    assert not re.search(r"[A-Z]{3,7}-\d\d-[A-Z]\d", str(widget.get_state()).replace(EXAMPLE, ""))


@pytest.mark.parametrize("count", ["", "0", "-3", "many", "100000", "1e2"])
def test_no_number_of_learners_is_told_in_one_sentence(count: str, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = classroom.slips_to_print()
    files = sent(widget, monkeypatch)
    widget._take(None, {"number": "1", "count": count}, [])
    assert files == []
    assert widget.view["said"] == say("slips.how_many", most=f"{MOST_SLIPS:,}")


def test_a_projector_keeps_its_counts_apart_from_everybody_s_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path))
    state = [1, [[9, 14, 3]], [[0, 0, 0]]]
    for _ in range(2):  # the second time as after a restart
        projector = classroom.project("skate-park")
        projector._take(projector, {"type": "state", "card": "marrowick-mayor", "state": state, "number": "n"}, [])
    (event,) = read_folder(tmp_path / "projector")[0]
    assert event.answer == state
    assert read_folder(tmp_path) == ((), ())
    assert Record(tmp_path, "skate-park").chosen, "no learner is asked whose work that is"
    shown = [slide for slide in classroom.project("skate-park").view["slides"] if slide["id"] == "marrowick-mayor"]
    assert [slide["state"] for slide in shown] == [state]


@pytest.mark.parametrize(("slug", "told"), [("nothing", "There is no pack"), ("form-a", "nothing for a projector")])
def test_a_projector_for_what_is_not_there_is_refused_in_one_sentence(slug: str, told: str) -> None:
    with pytest.raises(PackError, match=told) as refused:
        classroom.project(slug)
    assert refused.value._render_traceback_() == [str(refused.value)]
