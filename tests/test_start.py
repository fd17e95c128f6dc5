"""start.py tells plainly what is missing, and hands JupyterLab what `make lab` hands it."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def start(tmp_path: Path) -> ModuleType:
    """The script as a module, at home in a folder of its own."""
    shutil.copy(ROOT / "start.py", tmp_path)
    shutil.copytree(ROOT / "binder", tmp_path / "binder")
    spec = importlib.util.spec_from_file_location("start", tmp_path / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_kernel_learns_what_make_lab_tells_it(start: ModuleType) -> None:
    exports = re.findall(r"^export (.+)$", (ROOT / "binder/environment.sh").read_text("utf-8"), re.M)
    assert {f"{name}={value}" for name, value in start.settings().items()} == {*exports}
    assert len(exports) >= 4


def test_it_opens_the_lesson_that_make_lab_opens(start: ModuleType) -> None:
    assert f"FIRST_NOTEBOOK := {start.FIRST}\n" in (ROOT / "Makefile").read_text("utf-8")


def test_packages_for_another_python_are_told_before_anything_is_made(start: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "packages").mkdir()
    (tmp_path / "packages/made-for.txt").write_text("windows 3.99\n")
    done = subprocess.run([sys.executable, tmp_path / "start.py"], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("The packages here are for Python 3.99, and this is 3.")
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / ".venv").exists()


def test_a_newer_course_brings_its_settings_to_a_folder_that_was_set_up_before(start: ModuleType) -> None:
    start.READY.parent.mkdir()
    start.READY.write_text(f"{sys.version_info[0]}.{sys.version_info[1]} {start.HERE}", "utf-8")
    assert start.set_up() == ""
    copied = start.ENVIRONMENT / "share/jupyter/lab/settings/overrides.json"
    assert copied.read_bytes() == (ROOT / "binder/overrides.json").read_bytes()
    hidden = start.ENVIRONMENT / "etc/jupyter/jupyter_server_config.json"
    assert hidden.read_bytes() == (ROOT / "binder/file-list.json").read_bytes()


def test_a_disk_that_cannot_be_written_is_told(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(start.venv, "create", full)
    assert start.set_up().startswith("Nothing can be written in ")


def test_an_older_python_is_told(start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    class Older(tuple[int, int, int]):
        pass

    monkeypatch.setattr(start.sys, "version_info", Older((3, 9, 1)))
    assert start.main() == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err  # type: ignore[attr-defined]


def test_a_set_up_that_fails_leaves_no_mark_of_being_ready(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def failing(command: list[str], **_: object) -> None:
        made.append(command)
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(start.venv, "create", lambda *_, **__: start.ENVIRONMENT.mkdir())
    monkeypatch.setattr(start.subprocess, "run", failing)
    start.PACKAGES.mkdir()
    assert start.set_up().startswith("Setting up did not work")
    assert not start.READY.exists()
    assert "--no-index" in made[0], "with a folder of packages no network is asked"


def test_a_folder_that_was_moved_is_set_up_again(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    start.ENVIRONMENT.mkdir()
    started = []
    monkeypatch.setattr(start.venv, "create", lambda *_, **__: started.append(1))
    monkeypatch.setattr(start.subprocess, "run", lambda *_, **__: None)
    start.READY.write_text(f"{sys.version_info[0]}.{sys.version_info[1]} /another/place", "utf-8")
    assert start.set_up() == ""
    assert start.set_up() == ""
    assert started == [1]
