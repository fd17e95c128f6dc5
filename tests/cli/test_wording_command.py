"""`readtwice wording` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readtwice.cli.main import main

TEXT = "😀 An impressive sum. He was “brave”. Critics say no."


def test_json_lists_matches_with_code_point_offsets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["wording", str(tmp_path / "a.txt"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["text"] for one in found] == ["impressive", "Critics say"]
    assert all(set(one) == {"start", "end", "text", "category", "why", "neutral"} for one in found)
    assert all(TEXT[one["start"] : one["end"]] == one["text"] for one in found)


def test_a_table_says_why_and_what_it_cannot_see(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["wording", str(tmp_path / "a.txt")]) == 0
    out = capsys.readouterr().out
    assert "impressive: tells the reader to be impressed." in out
    assert "cannot see" in out


def test_a_plain_text_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Three people voted.", encoding="utf-8")
    assert main(["wording", str(tmp_path / "a.txt")]) == 0
    assert capsys.readouterr().out == "no loaded words that the list knows\n"


def test_a_file_that_is_not_there_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["wording", "nowhere.txt"]) == 1
    assert capsys.readouterr().out == "nowhere.txt cannot be read (No such file or directory).\n"
