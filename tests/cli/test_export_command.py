"""`readtwice export` as a person types it."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.publish import FORMATS
from readtwice.words import say
from tests.publish.events import event, written
from tests.record.events import saved

WORK = [written(), event(2, "hunt-b11-s1", "b17.s1", occasion="lesson")]


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_written_from_a_file_and_from_its_folder_alike(tmp_path: Path, format: str) -> None:
    record = saved(tmp_path / "work", WORK)
    assert main(["export", str(record), "--format", format, "-o", str(tmp_path / "one")]) == 0
    assert main(["export", str(record.parent), "--format", format, "-o", str(tmp_path / "two")]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""


def test_a_dash_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(saved(tmp_path, WORK)), "--format", "claimreview", "-o", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["@type"] == "ClaimReview"


def test_one_claim_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = saved(tmp_path, [written(text="ONE"), written("old-borders", "OTHER", 2)])
    assert main(["export", str(record), "--format", "markdown", "--claim", "old-borders", "-o", "-"]) == 0
    out = capsys.readouterr().out
    assert "OTHER" in out
    assert "ONE" not in out


def test_of_several_learners_the_latest_is_taken_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = saved(tmp_path, [replace(written(text="EARLIER"), learner="other"), written(text="LATER", number=2)])
    assert main(["export", str(record), "--format", "markdown", "-o", "-"]) == 0
    told = capsys.readouterr()
    assert "LATER" in told.out
    assert "EARLIER" not in told.out
    assert told.err.endswith("holds the work of 2 learners. The latest is taken.\n")


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["export", *arguments]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    return told.err


def test_a_record_that_is_not_there_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(["nowhere", "--format", "csv", "-o", "-"], capsys)
    assert told == "There is no record at nowhere. Give a saved file, or the folder of saved work.\n"


def test_a_file_that_is_no_record_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Dear diary\n", encoding="utf-8")
    told = refused([str(tmp_path / "a.txt"), "--format", "csv", "-o", "-"], capsys)
    assert told.splitlines()[-1] == f"{tmp_path / 'a.txt'} holds no saved answers."


def test_nothing_to_export_writes_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = saved(tmp_path, WORK[1:])
    told = refused([str(record), "--format", "html", "-o", str(tmp_path / "page.html")], capsys)
    assert told == "There is no fact-check to export yet. Open the builder and write one.\n"
    assert not (tmp_path / "page.html").exists()


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = saved(tmp_path, WORK)
    before = sorted(os.listdir(tmp_path))
    told = refused([str(record), "--format", "html", "-o", str(tmp_path / "no" / "page.html")], capsys)
    assert told.endswith("page.html cannot be written (No such file or directory). Check the folder.\n")
    (tmp_path / "taken").mkdir()
    assert "cannot be written" in refused([str(record), "--format", "html", "-o", str(tmp_path / "taken")], capsys)
    assert sorted(os.listdir(tmp_path)) == sorted([*before, "taken"])


def test_an_unknown_format_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "x", "--format", "pdf", "-o", "-"])
    told = capsys.readouterr().err
    offered = re.search(r"choose from ([^)]*)", told)
    assert offered
    assert sorted(re.findall(r"\w+", offered[1])) == sorted(FORMATS)


def test_work_on_another_pack_leaves_too_and_what_else_there_is_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = load_pack("skate-park").items[0]
    skating = replace(event(3, item.id, [item.key], occasion="lesson"), pack="skate-park", revision=item.revision)
    assert main(["export", str(saved(tmp_path / "alone", [skating])), "--format", "csv", "-o", "-"]) == 0
    assert item.id in capsys.readouterr().out
    both = saved(tmp_path / "both", [*WORK, skating])
    assert main(["export", str(both), "--format", "csv", "-o", "-"]) == 0
    told = capsys.readouterr()
    assert item.id not in told.out
    assert told.err == say("publish.other_packs", pack="hegseth-nato-2025", others="skate-park") + "\n"
    assert main(["export", str(both), "--format", "csv", "--pack", "skate-park", "-o", "-"]) == 0
    assert item.id in capsys.readouterr().out
    assert "no-such-pack" in refused([str(both), "--format", "csv", "--pack", "no-such-pack", "-o", "-"], capsys)
