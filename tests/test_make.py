"""The commands of the Makefile tell a newcomer plainly what is missing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.systems import on_posix

ROOT = Path(__file__).parent.parent

pytestmark = [on_posix, pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")]


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make in the project's folder."""
    command = ["make", "--no-print-directory", *arguments]  # these tests may themselves run inside make
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


def python_that(folder: Path, script: str) -> str:
    """A stand-in for a Python that lacks something."""
    stand_in = folder / "python"
    stand_in.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    stand_in.chmod(0o755)
    return str(stand_in)


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("exit 1", "Read Twice needs Python 3.11 or newer"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "sudo apt-get install python3-venv"),
    ],
    ids=["too old", "without venv"],
)
def test_one_sentence_says_what_is_missing(script: str, sentence: str, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    done = make(f"VENV={environment}", f"PYTHON={python_that(tmp_path, script)}", f"{environment}/.ready-python")
    assert done.returncode != 0
    assert sentence in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert not environment.exists()


@pytest.mark.parametrize("arguments", [[], ["help"]], ids=["nothing", "help"])
def test_make_alone_lists_the_commands(arguments: list[str]) -> None:
    done = make(*arguments)
    assert done.returncode == 0
    for command in ("lab", "test", "quick", "test-all", "nbgrader", "bench", "lint", "lock", "offline", "clean"):
        assert f"  make {command} " in done.stdout
