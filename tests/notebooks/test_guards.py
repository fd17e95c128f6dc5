"""The guards bite: one fault put into a copy of the course turns exactly the right check red, and no other."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from readtwice.authoring import check_folder
from readtwice.authoring.exercises import generate
from readtwice.syllabus import syllabus
from tests.notebooks import COURSE

pytestmark = pytest.mark.long  # nbval and its kernels


LESSON = "notebooks/00_start_here.ipynb"
SHEET = "04_check_against_data/practice.ipynb"
PACK = f"src/readtwice/packs/{syllabus().article}"
ITEM = "one-currency-b19"
"""An item that the sheet asks: its key is what gets tampered with."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the course that may be broken."""
    for folder in ("src", "notebooks", "solutions", "exercises"):
        shutil.copytree(COURSE / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", ".ipynb_*"))
    return tmp_path


def red(tree: Path) -> set[str]:
    """What the checks of the course find wrong in a copy: cells (nbval), exercises, packs."""
    failed = {f"nbval {cell}" for cell in _nbval(tree, LESSON, f"solutions/{SHEET}")}
    failed |= {f"exercises {line}" for line in generate(tree, write=False)}
    return failed | {f"pack {problem.message}" for problem in check_folder(tree / PACK).problems}


def _nbval(tree: Path, *paths: str) -> set[str]:
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "READTWICE_RECORD_DIR": str(tree / "records")}
    options = [
        "-qq",
        "-rfE",
        "--tb=no",
        "--color=no",
        "--rootdir=.",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:hypothesispytest",
    ]
    nbval = ["--nbval", "--nbval-current-env", "--nbval-cell-timeout=60"]
    command = [sys.executable, "-m", "pytest", *options, *nbval, *paths]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return set(re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE))


def _edit(path: Path, change: Callable[[dict], None]) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _cell(path: Path, wanted: str) -> str:
    """How nbval calls the first code cell whose source holds the wanted words."""
    cells = [c for c in json.loads(path.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == "code"]
    number = next(number for number, cell in enumerate(cells) if wanted in "".join(cell["source"]))
    return f"Cell {number}"


def _code(document: dict, wanted: str) -> dict:
    cells = (cell for cell in document["cells"] if cell["cell_type"] == "code")
    return next(cell for cell in cells if wanted in "".join(cell["source"]))


def test_an_untouched_copy_is_all_green(tree: Path) -> None:
    assert red(tree) == set()


def test_a_broken_cell_turns_its_cell_red(tree: Path) -> None:
    path = tree / LESSON
    where = _cell(path, "course.end()")
    _edit(path, lambda document: _code(document, "course.end()").update(source=["course.the_end()"]))
    assert red(tree) == {f"nbval {LESSON}::{where}"}


def test_a_changed_output_turns_its_cell_red(tree: Path) -> None:
    path = tree / "solutions" / SHEET

    def change(document: dict) -> None:
        data = _code(document, ITEM)["outputs"][-1]["data"]
        data["text/plain"] = [line.replace("doesn’t hold up", "holds up") for line in data["text/plain"]]

    before = path.read_bytes()
    _edit(path, change)
    assert path.read_bytes() != before
    assert red(tree) == {f"nbval solutions/{SHEET}::{_cell(path, ITEM)}"}


@pytest.mark.slow
def test_a_stale_exercise_turns_that_exercise_red(tree: Path) -> None:
    path = tree / "exercises" / SHEET
    _edit(path, lambda document: document["cells"][0]["source"].append(" Or do not."))
    assert red(tree) == {f"exercises exercises/{SHEET}: not current"}


@pytest.mark.slow
def test_a_key_tampered_with_in_the_compiled_pack_turns_its_answer_and_the_pack_red(tree: Path) -> None:
    def change(pack: dict) -> None:
        item = next(item for item in pack["items"] if item["id"] == ITEM)
        assert item["key"] == "not_supported"
        item["key"] = "supported"

    _edit(tree / PACK / "pack.json", change)
    cell = _cell(tree / "solutions" / SHEET, ITEM)
    assert red(tree) == {f"nbval solutions/{SHEET}::{cell}", "pack the compiled pack is missing or not current"}


@pytest.mark.slow
def test_a_key_tampered_with_in_the_items_turns_the_pack_red(tree: Path) -> None:
    path = tree / PACK / "items/04/practice.yaml"
    before, item, after = path.read_text(encoding="utf-8").partition(f"- id: {ITEM}\n")
    assert item
    path.write_text(before + item + after.replace("key: not_supported", "key: supported", 1), encoding="utf-8")
    assert {line.partition(" ")[0] for line in red(tree)} == {"pack"}
