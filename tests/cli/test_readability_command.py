"""`readtwice readability` as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readtwice.cli.main import main

CAT = "The cat sat on the mat. The dog ate the big red hat."


@pytest.mark.long
def test_json_has_counts_and_grades(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cat.txt").write_text(CAT, encoding="utf-8")
    assert main(["readability", str(tmp_path / "cat.txt"), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {name: found[name] for name in ("sentences", "words", "syllables")} == {
        "sentences": 2,
        "words": 13,
        "syllables": 13,
    }
    assert found["flesch_kincaid_grade"] == -1.25
    assert {"flesch_reading_ease", "ari", "coleman_liau_index", "lix"} <= set(found)


def test_a_table_says_what_it_does_not_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cat.txt").write_text(CAT, encoding="utf-8")
    assert main(["readability", str(tmp_path / "cat.txt")]) == 0
    out = capsys.readouterr().out
    assert "flesch kincaid grade  -1.25" in out
    assert out.rstrip().endswith("none of them knows if a text is reliable.")


@pytest.mark.parametrize(("content", "told"), [(b"12 3", "no words"), (b"\xff\xfe", "UTF-8")])
def test_what_cannot_be_measured_is_told_in_one_sentence(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert main(["readability", str(tmp_path / "a.txt")]) == 1
    out = capsys.readouterr().out
    assert told in out
    assert out.count("\n") == 1
