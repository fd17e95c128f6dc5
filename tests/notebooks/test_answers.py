"""Each question of each sheet: untouched it is not tried, a wrong answer gets its own words, the solution is right."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from nbformat import NotebookNode

from readtwice.authoring.exercises import STUB
from readtwice.authoring.notebook_files import executed, read_notebook
from readtwice.words import words
from tests.notebooks import COURSE, SOLUTIONS
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


def replies(notebook: NotebookNode, folder: Path, records: Path) -> dict[str, Said]:
    """Run a whole sheet in one kernel; what is said to each question's answer."""
    probed = nbformat.v4.new_notebook()
    for cell in notebook.cells:
        probed.cells.append(cell)
        if cell.metadata.get("nbgrader", {}).get("solution"):
            probed.cells.append(nbformat.v4.new_code_cell(PROBE, id=f"probe-{cell.id}"))
    said: dict[str, Said] = {}
    grade_id = ""
    for cell in executed(probed, folder, records).cells:
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
def test_an_untouched_sheet_runs_to_its_end_and_nothing_is_tried(sheet: str, tmp_path: Path) -> None:
    path = COURSE / "exercises" / sheet
    said = replies(read_notebook(path), path.parent, tmp_path)
    assert said
    assert {reply.outcome for reply in said.values()} == {"not_tried"}
    assert not list(tmp_path.iterdir()), "nothing was answered, so nothing is saved"


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_solution_is_right(sheet: str, tmp_path: Path) -> None:
    path = COURSE / "solutions" / sheet
    said = replies(read_notebook(path), path.parent, tmp_path)
    assert said
    assert {reply.outcome for reply in said.values()} == {"right"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_wrong_answer_gets_words_of_its_own(sheet: str, tmp_path: Path) -> None:
    wrong = WRONG[sheet]
    said = replies(answered(sheet, {key: one.code for key, one in wrong.items()}), COURSE / "exercises", tmp_path)
    assert set(said) == set(wrong), "each question needs a wrong answer in tests/notebooks/wrong_answers.py"
    assert {key: (reply.outcome, reply.case) for key, reply in said.items()} == {
        key: ("not_yet", one.case) for key, one in wrong.items()
    }
    lines = [reply.line for reply in said.values()]
    assert len(set(lines)) == len(lines)
    assert not set(lines) & set(words()["line"].values())


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_is_no_answer_at_all_cannot_be_marked_and_says_what_can(sheet: str, tmp_path: Path) -> None:
    said = replies(answered(sheet, dict.fromkeys(WRONG[sheet], "answer = ...")), COURSE / "exercises", tmp_path)
    assert {reply.outcome for reply in said.values()} == {"cannot_be_marked"}
    assert all("Expected" in reply.line and "Ellipsis" in reply.line for reply in said.values())
