"""Ten seconds: each pair of lines has a reply of its own, one is right, and nothing is ever saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice import course
from readtwice.page.open import begin
from readtwice.words import words


def test_each_pair_has_a_reply_and_one_is_right(tmp_path: Path) -> None:
    session = begin(folder=tmp_path)
    view = course.first_look().view
    assert sorted(tuple(one["pair"]) for one in view["replies"]) == [(0, 1), (0, 2), (1, 2)]
    assert [one["pair"] for one in view["replies"] if one["feedback"]["outcome"] == "right"] == [[0, 1]]
    assert len({one["feedback"]["line"] for one in view["replies"]}) == 3
    assert not session.record.events


def test_it_takes_no_message(tmp_path: Path) -> None:
    begin(folder=tmp_path)
    with pytest.raises(ValueError, match="no message"):
        course.first_look().receive({"type": "answer"})


def test_where_nothing_runs_the_lines_stand_without_the_answer(tmp_path: Path) -> None:
    begin(folder=tmp_path)
    html = str(course.first_look().static_html())
    assert all(line in html for line in words()["first_look"]["lines"])
    assert words()["first_look"]["replies"]["0-1"]["line"] not in html
