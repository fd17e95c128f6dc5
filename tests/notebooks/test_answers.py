"""Each question of each sheet: untouched it is not tried, a wrong answer gets its own words, the solution is right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from nbformat import NotebookNode

from readtwice.authoring.exercises import STUB
from readtwice.authoring.notebook_files import read_notebook
from readtwice.words import words
from tests.notebooks import COURSE, SOLUTIONS
from tests.notebooks.readers import for_readers
from tests.notebooks.wrong_answers import WRONG

pytestmark = pytest.mark.long  # each sheet is run by a kernel


SHEETS = [path.relative_to(COURSE / "solutions").as_posix() for path in SOLUTIONS]
PROBE = "print(_.outcome, _.feedback.case, _.feedback.line, sep='\\n')"
"""Runs after a question's cell, whose last line is the reply to the answer."""


class Said(NamedTuple):
    """A reply, as the probe prints it."""

    outcome: str
    case: str
    line: str


def questions(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """The cells that ask something, by grade id."""
    graded = [(cell, cell.metadata.get("nbgrader", {})) for cell in notebook.cells]
    return {meta["grade_id"]: cell for cell, meta in graded if meta.get("solution") and cell.cell_type == "code"}


def probed(notebook: NotebookNode) -> NotebookNode:
    """A sheet with a cell behind each question that prints what was said to its answer."""
    cells: list[NotebookNode] = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cells.append(nbformat.v4.new_code_cell(PROBE, id=f"probe-{cell.id}"))
    return nbformat.v4.new_notebook(cells=cells)


def replies(cells: list[NotebookNode]) -> dict[str, Said]:
    """What was said to each question's answer."""
    said: dict[str, Said] = {}
    grade_id = ""
    for cell in cells:
        if cell.id.startswith("probe-"):
            said[grade_id] = Said(*cell.outputs[0].text.rstrip("\n").split("\n"))
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    return said


def answered(sheet: str, answers: dict[str, str]) -> NotebookNode:
    """The exercise with these lines of code in place of its stubs."""
    notebook = read_notebook(COURSE / "exercises" / sheet)
    for grade_id, cell in questions(notebook).items():
        assert STUB in cell.source
        cell.source = cell.source.replace(STUB, answers[grade_id])
    return notebook


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_question_says_what_was_answered(sheet: str, tmp_path: Path) -> None:
    """By four readers: who does nothing, who is wrong, who types what is no answer, and who has the solution."""
    wrong, exercise = WRONG[sheet], COURSE / "exercises" / sheet
    sheets = {
        "untouched": read_notebook(exercise),
        "wrong": answered(sheet, {key: one.code for key, one in wrong.items()}),
        "no answer": answered(sheet, dict.fromkeys(wrong, "answer = ...")),
        "solved": read_notebook(COURSE / "solutions" / sheet),
    }
    runs = [(probed(notebook), tmp_path / who, "") for who, notebook in sheets.items()]
    found = [replies(cells) for cells in for_readers(runs, exercise.parent)]
    said = dict(zip(sheets, found, strict=True))

    assert said["untouched"]
    assert {reply.outcome for reply in said["untouched"].values()} == {"not_tried"}
    assert not [*(tmp_path / "untouched").glob("**/*")], "nothing was answered, so nothing is saved"

    assert set(said["wrong"]) == set(wrong), "each question needs a wrong answer in tests/notebooks/wrong_answers.py"
    assert {key: (reply.outcome, reply.case) for key, reply in said["wrong"].items()} == {
        key: ("not_yet", one.case) for key, one in wrong.items()
    }
    lines = [reply.line for reply in said["wrong"].values()]
    assert len(set(lines)) == len(lines), "each wrong answer gets words of its own"
    assert not set(lines) & set(words()["line"].values())

    assert {reply.outcome for reply in said["no answer"].values()} == {"cannot_be_marked"}
    assert all("Expected" in reply.line and "Ellipsis" in reply.line for reply in said["no answer"].values())

    assert said["solved"]
    assert {reply.outcome for reply in said["solved"].values()} == {"right"}
