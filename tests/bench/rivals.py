"""A class of thirty for nbgrader and for otter-grader: a small assignment, its copies, and how each grades them.

Both run what learners wrote, in a kernel for each copy, and so can grade code and prose; ours reads choices and never
runs anything. They are looked for on the PATH and beside each Python named in READTWICE_BENCH_PYTHON, apart from one
another by the sign that parts folders on the PATH, and nowhere else: neither is one of the course's packages.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from tests.bench.measured import Run, run

VARIABLE = "READTWICE_BENCH_PYTHON"
QUESTIONS = 3
MORE_THAN_OURS = (
    "nbgrader and otter-grader run code that learners wrote, grade it by tests, keep a database of grades or write",
    "feedback for each learner, and leave prose to a person. readtwice report reads choices, and runs nothing.",
)


def find(tool: str) -> Path | None:
    """A command of that name on the PATH or beside a named Python."""
    named = [Path(python).parent for python in os.environ.get(VARIABLE, "").split(os.pathsep) if python]
    found = shutil.which(tool, path=os.pathsep.join([*map(str, named), os.environ.get("PATH", "")]))
    return Path(found) if found else None


def _environment(tool: Path) -> dict[str, str]:
    """Its own programs first; our packages are not for it."""
    return {"PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": ""}


def autograde(nbgrader: Path, folder: Path, learners: int) -> Run:
    """`nbgrader autograde` on so many copies of an assignment, each with three questions and a line of prose."""
    course, more = folder / "course", _environment(nbgrader)
    source = course / "source" / "ps1"
    source.mkdir(parents=True)
    (course / "nbgrader_config.py").write_text('c = get_config()\nc.CourseDirectory.course_id = "bench"\n')
    nbformat.write(_with_kernel(list(_graded_cells())), source / "problem.ipynb")
    run([nbgrader, "generate_assignment", "ps1"], course, more)
    released = nbformat.read(course / "release" / "ps1" / "problem.ipynb", 4)
    for cell in released.cells:
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code":
            number = int(cell.metadata.nbgrader.grade_id.rpartition("-")[2])
            cell.source = f"def answer_{number}():\n    return {number}"
    for learner in range(learners):
        place = course / "submitted" / f"learner{learner:02}" / "ps1"
        place.mkdir(parents=True)
        nbformat.write(released, place / "problem.ipynb")
    done = run([nbgrader, "autograde", "ps1", "--create"], course, more)
    graded = list((course / "autograded").glob("*/ps1/problem.ipynb"))
    if len(graded) != learners:
        raise SystemExit(f"nbgrader graded {len(graded)} of {learners} copies:\n{done.output[-2000:]}")
    return done


def _graded_cells() -> Iterator[nbformat.NotebookNode]:
    """As nbgrader has them: a cell to fill in, and a locked one that tests it."""

    def tagged(cell: nbformat.NotebookNode, name: str, *, solution: bool, points: int = 0) -> nbformat.NotebookNode:
        cell.metadata["nbgrader"] = {
            **{"grade": bool(points), "grade_id": name, "locked": not solution, "schema_version": 3},
            **{"solution": solution, "task": False, **({"points": points} if points else {})},
        }
        return cell

    for number in range(QUESTIONS):
        code = f"def answer_{number}():\n    ### BEGIN SOLUTION\n    return {number}\n    ### END SOLUTION"
        yield tagged(new_code_cell(code), f"answer-{number}", solution=True)
        yield tagged(new_code_cell(f"assert answer_{number}() == {number}"), f"test-{number}", solution=False, points=1)
    yield tagged(new_markdown_cell("YOUR ANSWER HERE"), "prose-0", solution=True, points=1)


def otter_run(otter: Path, folder: Path, learners: int) -> Run:
    """`otter run`, once for each of so many copies of an assignment with three questions. The sum of all runs."""
    work, more = folder / "otter", _environment(otter)
    work.mkdir()
    nbformat.write(_with_kernel(list(_otter_cells())), work / "problem.ipynb")
    run([otter, "assign", "--no-run-tests", "problem.ipynb", "dist"], work, more)
    (work / "out").mkdir()
    [autograder] = (work / "dist" / "autograder").glob("*.zip")
    command = [otter, "run", "-a", autograder, "-o", work / "out", work / "dist" / "autograder" / "problem.ipynb"]
    runs = [run(command, work, more) for _ in range(learners)]
    return Run(
        sum(one.seconds for one in runs),
        sum(one.processor for one in runs),
        max(one.megabytes for one in runs),
        runs[-1].output,
    )


def _otter_cells() -> Iterator[nbformat.NotebookNode]:
    """As otter has them: raw cells that say what the cells between them are."""
    yield new_raw_cell("# ASSIGNMENT CONFIG\ninit_cell: true\nexport_cell: false")
    for number in range(QUESTIONS):
        yield new_raw_cell(f"# BEGIN QUESTION\nname: q{number}\npoints: 1")
        yield new_markdown_cell(f"Question {number}")
        yield new_raw_cell("# BEGIN SOLUTION")
        yield new_code_cell(f"answer_{number} = {number} # SOLUTION")
        yield new_raw_cell("# END SOLUTION")
        yield new_raw_cell("# BEGIN TESTS")
        yield new_code_cell(f"assert answer_{number} == {number}")
        yield new_raw_cell("# END TESTS")
        yield new_raw_cell("# END QUESTION")


def _with_kernel(cells: list[nbformat.NotebookNode]) -> nbformat.NotebookNode:
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook
