"""`readtwice print --pdf`: by a browser that is there; one clear sentence where there is none, or where it fails."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest

from readtwice.cli import pdf
from readtwice.cli.main import main
from readtwice.words import say
from tests.browser.lab import find_chromium


def a_browser(folder: Path, does: str) -> Path:
    """A command that gets what a browser gets."""
    folder.mkdir(exist_ok=True)
    path = folder / "chromium"
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(pdf, "ELSEWHERE", {})


PRINT = ["print", "skate-park", "--lesson", "one_shot", "--pdf", "-o"]


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_one_sentence_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PRINT, str(tmp_path / "sheet.pdf")]) == 1
    assert capsys.readouterr() == ("", say("command.print.no_browser") + "\n")
    assert not (tmp_path / "sheet.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.usefixtures("no_browser")
def test_a_browser_that_prints_nothing_leaves_what_was_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", str(a_browser(tmp_path / "bin", "exit 3")))
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF-before")
    assert main([*PRINT, str(tmp_path / "sheet.pdf")]) == 1
    assert capsys.readouterr() == ("", say("command.print.browser_failed", name="chromium") + "\n")
    assert (tmp_path / "sheet.pdf").read_bytes() == b"%PDF-before"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.usefixtures("no_browser")
def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = 'for one in "$@"; do case $one in --print-to-pdf=*) printf %s %PDF-1.4 > "${one#*=}";; esac; done'
    monkeypatch.setenv("CHROMIUM", str(a_browser(tmp_path / "bin", prints)))
    assert main([*PRINT, str(tmp_path / "nowhere" / "sheet.pdf")]) == 1
    assert "nowhere" in capsys.readouterr().err
    assert main([*PRINT, str(tmp_path / "sheet.pdf")]) == 0
    assert (tmp_path / "sheet.pdf").read_bytes() == b"%PDF-1.4"


@pytest.mark.browser
@pytest.mark.skipif(find_chromium() is None and not os.environ.get("CI"), reason="no Chromium found")
def test_both_sheets_of_a_lesson_come_as_one_file_of_ten_pages(tmp_path: Path) -> None:
    assert main([*PRINT, str(tmp_path / "sheet.pdf")]) == 0
    made = (tmp_path / "sheet.pdf").read_bytes()
    assert made.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", made)) == 10
