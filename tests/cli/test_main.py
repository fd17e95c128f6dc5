"""What holds for every command: whatever is given, one sentence and a status, never a traceback."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from readtwice.cli.main import main
from readtwice.pack import PackError

cli = import_module("readtwice.cli.main")
compiled = import_module("readtwice.pack.compiled")  # in its package a function has the same name

LONGER_THAN_A_NAME = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", LONGER_THAN_A_NAME],
        ["code", LONGER_THAN_A_NAME],
        ["check", LONGER_THAN_A_NAME],
        ["export", LONGER_THAN_A_NAME, "--format", "html", "-o", "-"],
        ["gradebook", LONGER_THAN_A_NAME, "--roster", LONGER_THAN_A_NAME],
        ["print", LONGER_THAN_A_NAME, "-o", "sheet.html"],
        ["items", LONGER_THAN_A_NAME],
    ],
)
def test_a_name_that_no_file_can_have(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    assert any(capsys.readouterr())
    assert not list(tmp_path.iterdir()), "nothing is written"


def test_a_notebook_nested_without_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "deep.ipynb"
    path.write_text("[" * 200_000 + "]" * 200_000)
    assert main(["run", str(path)]) == 1
    assert "not a readable notebook" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["report", "none.txt"], ["decode", "AAAA"], ["items", "none.csv"]])
def test_a_folder_that_is_gone(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    shutil.rmtree(tmp_path / "gone")
    assert main(arguments) == 1
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (PackError("packs/form-a/pack.json is damaged."), "packs/form-a/pack.json is damaged."),
        (FileNotFoundError(2, "No such file or directory", "packs"), "packs cannot be used (No such file"),
    ],
)
def test_a_broken_installation_is_told_in_one_sentence(
    trouble: Exception, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object, **_named: object) -> None:
        raise trouble

    monkeypatch.setattr(compiled, "from_json", broken)
    compiled._load_pack.cache_clear()
    try:
        assert main(["report", __file__]) == 1
    finally:
        compiled._load_pack.cache_clear()
    shown = capsys.readouterr().err
    assert told in shown
    assert shown.count("\n") == 1


def test_stopped_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_slips", stopped)
    assert main(["slips", "3"]) == 130
