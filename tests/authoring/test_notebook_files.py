"""Notebook files keep one canonical form, and running them stores outputs and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readtwice.authoring import notebook_files
from readtwice.authoring.notebook_files import (
    NotebookError,
    canonical,
    execute,
    lock,
    read_notebook,
    to_text,
    without_outputs,
    write_text,
)
from readtwice.authoring.page_version import CHECK, check
from readtwice.cli import main

LOCKED = {"deletable": False, "editable": False}
VIEW = {"application/vnd.jupyter.widget-view+json": {"model_id": "1f"}, "text/html": "<p>5</p>", "text/plain": "5"}


def code(cell_id: str, source: str, **more: Any) -> dict[str, Any]:
    cell = {
        "cell_type": "code",
        "id": cell_id,
        "metadata": {},
        "source": source,
        "execution_count": None,
        "outputs": [],
    }
    return {**cell, **more}


def save(path: Path, *cells: dict[str, Any], **more: Any) -> Path:
    document = {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_a_written_notebook_is_the_same_bytes_after_reading(tmp_path: Path) -> None:
    path = save(tmp_path / "a.ipynb", code("sum", "1 + 1\n'ü'"), {**code("say", "x"), "cell_type": "markdown"})
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["cells"][1]["outputs"], document["cells"][1]["execution_count"]
    path.write_text(json.dumps(document), encoding="utf-8")
    first = to_text(canonical(read_notebook(path)))
    write_text(path, first)
    assert to_text(canonical(read_notebook(path))) == first
    assert first.startswith('{\n "cells"')
    assert first.endswith("}\n")
    assert "ü" in first
    assert [p.name for p in tmp_path.iterdir()] == ["a.ipynb"]


def test_what_an_editor_or_a_run_leaves_behind_is_dropped(tmp_path: Path) -> None:
    noise = {"collapsed": True, "execution": {"iopub.execute_input": "12:00"}, "jupyter": {"source_hidden": True}}
    output = {"output_type": "execute_result", "execution_count": 3, "data": VIEW, "metadata": {}}
    path = save(
        tmp_path / "a.ipynb",
        code("five", "5", metadata=noise, outputs=[output], execution_count=3),
        metadata={"widgets": {"state": {}}, "kernelspec": {"name": "conda-me", "display_name": "mine"}, "vscode": {}},
    )
    notebook = canonical(read_notebook(path))
    assert notebook.metadata == {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    assert notebook.cells[0].metadata == {"jupyter": {"source_hidden": True}, **LOCKED}
    assert notebook.cells[0].outputs[0].data == {"text/html": "<p>5</p>", "text/plain": "5"}
    assert without_outputs(notebook).cells[0].outputs == []
    assert without_outputs(notebook).cells[0].execution_count is None


@pytest.mark.parametrize(
    ("cell_id", "message"),
    [
        (None, "cell 2 has no id"),
        ("3f9c01ab", "'3f9c01ab', which nobody chose"),
        ("7d3e3c2e-9f5a-4f0e-8a53-0d6a1b2c3d4e", "which nobody chose"),
        ("cell-0123456789abcdef", "which nobody chose"),
        ("My Cell", "'My Cell', which nobody chose"),
        ("first", "as a cell above it has"),
    ],
)
def test_each_cell_has_an_id_that_a_person_chose(tmp_path: Path, cell_id: str | None, message: str) -> None:
    second = code("second", "2")
    if cell_id is None:
        del second["id"]
    else:
        second["id"] = cell_id
    path = save(tmp_path / "a.ipynb", code("first", "1"), second)
    with pytest.raises(NotebookError, match=message) as caught:
        read_notebook(path)
    assert str(path) in str(caught.value)
    assert "small letters" in str(caught.value)


def test_what_is_not_a_notebook_is_said_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    with pytest.raises(NotebookError, match="not a readable notebook"):
        read_notebook(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(NotebookError, match="not a readable notebook"):
        read_notebook(path)
    with pytest.raises(NotebookError, match=r"not in notebook format 4\.5"):
        read_notebook(save(path, nbformat_minor=4))
    with pytest.raises(NotebookError, match="not a valid notebook"):
        read_notebook(save(path, code("a", "1", outputs=[{"output_type": "nonsense"}])))
    with pytest.raises(NotebookError, match="not a valid notebook"):
        read_notebook(save(path, cells=3))


@pytest.mark.long
def test_a_run_stores_outputs_and_the_next_run_changes_nothing(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.ipynb",
        code("where", "from pathlib import Path\n\nprint(Path.cwd().name)"),
        code("records", "import os\n\nlist(Path(os.environ['READTWICE_RECORD_DIR']).iterdir())"),
        code("widget", "from ipywidgets import Button\n\nButton(description='Yes')", execution_count=9),
    )
    assert execute(path) is True
    stored = path.read_text(encoding="utf-8")
    cells = read_notebook(path).cells
    assert [cell.execution_count for cell in cells] == [1, 2, 3]
    assert cells[0].outputs[0].text == f"{tmp_path.name}\n"
    assert cells[1].outputs[0].data["text/plain"] == "[]"
    assert list(cells[2].outputs[0].data) == ["text/plain"]
    assert "widget-view" not in stored
    assert execute(path) is False
    assert path.read_text(encoding="utf-8") == stored


def test_a_notebook_that_fails_is_named_and_left_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = save(tmp_path / "a.ipynb", code("fine", "x = 1"), code("wrong", "x / 0"), code("never", "x"))
    before = path.read_bytes()
    assert main(["run", str(path)]) == 1
    printed = capsys.readouterr().out
    assert f"{path}: cell 'wrong' fails." in printed
    assert "ZeroDivisionError" in printed
    assert "\x1b" not in printed
    assert path.read_bytes() == before


@pytest.mark.long
def test_a_cell_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook_files, "CELL_TIMEOUT", 1)
    path = save(tmp_path / "a.ipynb", code("endless", "while True:\n    pass"))
    with pytest.raises(NotebookError, match="cell 'endless' fails"):
        execute(path)


ANSWER = {"schema_version": 3, "grade_id": "a", "grade": True, "solution": True, "locked": False, "task": False}
GIVEN = ANSWER | {"grade": False, "solution": False, "locked": True}


@pytest.mark.parametrize(
    ("metadata", "locked"),
    [
        ({}, LOCKED),
        ({"deletable": True, "editable": True}, LOCKED),
        ({"nbgrader": GIVEN}, LOCKED),
        ({"nbgrader": ANSWER}, {"deletable": False}),
        ({"nbgrader": ANSWER, "editable": False}, {"deletable": False}),
        ({"nbgrader": ANSWER, "jupyter": {"source_hidden": True}}, LOCKED),
    ],
    ids=["a lesson", "unlocked by hand", "given", "to write in", "to write in, locked by hand", "to click"],
)
@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_a_cell_can_be_written_in_only_where_an_answer_is_written(
    tmp_path: Path, metadata: dict[str, Any], locked: dict[str, bool], kind: str
) -> None:
    cell = code("a", "x", metadata=metadata, cell_type=kind)
    if kind == "markdown":
        del cell["outputs"], cell["execution_count"]
    found = canonical(read_notebook(save(tmp_path / "a.ipynb", cell))).cells[0].metadata
    assert {name: value for name, value in found.items() if name in LOCKED} == locked


def test_locking_runs_nothing_and_can_be_undone_for_an_author(tmp_path: Path) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": "stored"}
    source = "from readtwice import course\n\ncourse.no_such_verb()"
    path = save(tmp_path / "a.ipynb", code("a", source, outputs=[output], execution_count=1))
    assert lock(path)
    locked = path.read_bytes()
    assert not lock(path)
    (cell,) = read_notebook(path).cells
    assert cell.metadata == LOCKED
    assert cell.outputs[0].text == "stored"
    assert main(["lock", "--open", str(path)]) == 0
    assert read_notebook(path).cells[0].metadata == {}
    assert main(["lock", str(path)]) == 0
    assert path.read_bytes() == locked


def test_the_first_cell_that_imports_the_course_compares_versions_and_no_other(tmp_path: Path) -> None:
    plain = "from readtwice import course\n\ncourse.start()"
    old = "from IPython.core.error import UsageError\n\nfrom readtwice import __version__ as installed\n\n"
    old += "if installed < '0.0':\n    raise UsageError('Old words.')\n\n"
    cells = [code("sum", old + "1 + 1"), code("start", old + plain), code("again", plain)]
    path = save(tmp_path / "a.ipynb", *cells)
    lock(path)
    first, start, again = (cell.source for cell in read_notebook(path).cells)
    assert (first, again) == ("1 + 1", plain)
    assert start == check(plain) + plain
    assert CHECK.sub("", start) == plain
