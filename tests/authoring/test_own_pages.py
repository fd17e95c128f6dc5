"""The list of own pages is current, tells what runs by itself, and hashes as the script does."""

from __future__ import annotations

import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from readtwice.authoring.notebook_files import read_notebook
from readtwice.authoring.own_pages import FILE, HEAD, generate, shipped, told
from readtwice.cli import main
from readtwice.syllabus import syllabus

COURSE = Path(__file__).parents[2]
SCRIPTS = COURSE / FILE.parent


def test_the_list_is_current() -> None:
    assert generate(COURSE, write=False) == [], "run: readtwice own-pages"


def test_every_lesson_and_sheet_to_click_runs_by_itself_and_no_sheet_in_code() -> None:
    pages = told(COURSE)["pages"]
    running = {name for name, page in pages.items() if page["runs"]}
    for lesson in syllabus().lessons:
        assert f"notebooks/{lesson.notebook}.ipynb" in running
        for sheet in lesson.sheets:
            name = f"exercises/{lesson.notebook}/{sheet}.ipynb"
            assert (name in running) == (sheet == "practice"), name
    assert "notebooks/teacher/class_report.ipynb" in running
    in_code = {page["code"] for name, page in pages.items() if name not in running}
    assert not in_code & {pages[name]["code"] for name in running}


def test_any_change_of_code_is_another_page_and_a_change_of_text_is_not() -> None:
    path = COURSE / "notebooks/03_do_the_numbers_fit.ipynb"
    page = shipped(read_notebook(path), path)
    notebook = read_notebook(path)
    notebook.cells[0].source += " More."
    assert shipped(notebook, path) == page
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            changed = read_notebook(path)
            changed.cells[number].source += "\n"
            assert shipped(changed, path)["code"] != page["code"]
            del changed.cells[number]
            assert shipped(changed, path)["code"] != page["code"]


def test_what_a_learner_writes_in_changes_one_hash_alone() -> None:
    path = COURSE / "exercises/01_contradictions/practice.ipynb"
    page, notebook = shipped(read_notebook(path), path), read_notebook(path)
    (first, *_) = (cell for cell in notebook.cells if cell.cell_type == "code" and "editable" not in cell.metadata)
    first.source = "answer = {}"
    written = shipped(notebook, path)
    assert (written["code"] == page["code"], written["locked"] == page["locked"]) == (False, True)


def test_a_stale_list_is_told_and_put_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notebooks").mkdir()
    shutil.copy(COURSE / "notebooks/08_after.ipynb", tmp_path / "notebooks")
    assert main(["own-pages", "--check", "--course", str(tmp_path)]) == 1
    assert "readtwice own-pages" in capsys.readouterr().out
    assert main(["own-pages", "--course", str(tmp_path)]) == 0
    made = (tmp_path / FILE).read_text("utf-8").removeprefix(HEAD).removesuffix(";\n")
    assert list(json.loads(made)["pages"]) == ["notebooks/08_after.ipynb"]
    assert main(["own-pages", "--check", "--course", str(tmp_path)]) == 0


@pytest.mark.long
def test_the_script_hashes_as_everybody_does(tmp_path: Path) -> None:
    """In Node, which comes with the browser tests: the edges of a block, accents, signs beyond the first plane."""
    driver = pytest.importorskip("playwright._impl._driver")
    texts = [f"{'a' * size}{more}" for size in range(130) for more in ("", "é", "“💥”\n\t\\")]
    shutil.copy(SCRIPTS / "sha256.js", tmp_path / "sha256.mjs")
    (tmp_path / "run.mjs").write_text(
        'import { sha256 } from "./sha256.mjs";\n'
        'import { readFileSync } from "node:fs";\n'
        "console.log(JSON.stringify(JSON.parse(readFileSync(0)).map(sha256)));\n"
    )
    node = driver.compute_driver_executable()[0]
    run = subprocess.run(
        [node, str(tmp_path / "run.mjs")], input=json.dumps(texts).encode(), capture_output=True, check=True
    )
    assert json.loads(run.stdout) == [sha256(text.encode()).hexdigest() for text in texts]
