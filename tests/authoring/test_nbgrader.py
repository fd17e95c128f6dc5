"""A teacher who uses nbgrader can point it at solutions/: it accepts them and makes the same cells as we do.

nbgrader is large and nothing else needs it, so it is in no lock. `make nbgrader` installs it in an environment of its
own and runs these tests there.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest

from readtwice.authoring.exercises import STUB, TEXT_STUB, generate
from readtwice.authoring.notebook_files import canonical, read_notebook, to_text

pytest.importorskip("nbgrader", reason="nbgrader is not installed here: make nbgrader")

COURSE = Path(__file__).parents[2]
UNITS = sorted(path.name for path in (COURSE / "solutions").iterdir() if any(path.glob("*.ipynb")))


def released_by_nbgrader(course: Path, unit: str) -> Path:
    """The folder into which nbgrader itself generates the exercises of a unit."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    settings = Config()
    settings.CourseDirectory.root = str(course)
    settings.CourseDirectory.source_directory = "solutions"
    settings.CourseDirectory.release_directory = "released"
    settings.CourseDirectory.assignment_id = unit
    settings.GenerateAssignment.no_database = True
    settings.SaveCells.enabled = False
    settings.ClearSolutions.code_stub = {"python": STUB}
    settings.ClearSolutions.text_stub = TEXT_STUB
    GenerateAssignment(coursedir=CourseDirectory(config=settings), config=settings).start()
    return course / "released" / unit


def assert_same_cells(ours: Path, theirs: Path) -> None:
    for cell, their in zip(read_notebook(ours).cells, read_notebook(theirs).cells, strict=True):
        graded = their.metadata.get("nbgrader", {})
        for noted in ("checksum", "cell_type"):  # of nbgrader's run, not of the source
            graded.pop(noted, None)
        assert cell == their


@pytest.mark.parametrize("unit", UNITS)
def test_nbgrader_makes_the_same_cells_from_our_sheets(tmp_path: Path, unit: str) -> None:
    shutil.copytree(COURSE / "solutions" / unit, tmp_path / "solutions" / unit)
    released = released_by_nbgrader(tmp_path, unit)
    ours = sorted((COURSE / "exercises" / unit).glob("*.ipynb"))
    assert [path.name for path in ours] == sorted(path.name for path in released.glob("*.ipynb"))
    for path in ours:
        assert_same_cells(path, released / path.name)


def test_nbgrader_makes_the_same_cells_of_every_kind(tmp_path: Path) -> None:
    plain = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    solution, tests = "### BEGIN SOLUTION\n{}\n### END SOLUTION", "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"
    kinds: list[tuple[str, str, dict[str, Any]]] = [
        (
            "code",
            f"def f():\n    ### BEGIN SOLUTION\n    x = 41\n    ### END SOLUTION\n    x = 1\n{tests.format('f()')}",
            {"solution": True, "grade": True, "points": 1},
        ),
        ("code", "a = 1\n" + solution.format("a = 2") + "\nb = 1\n" + solution.format("b = 2"), {"solution": True}),
        ("code", "assert f\n" + tests.format("assert f() == 41"), {"grade": True, "points": 2}),
        ("code", "print('given')", {"locked": True}),
        ("markdown", "Given.", {"locked": True}),
        (
            "markdown",
            "Why?\n\n" + solution.format("Because it says so."),
            {"solution": True, "grade": True, "points": 3},
        ),
        ("markdown", "Do something.", {"task": True}),
        ("code", "print('free')", {}),
    ]
    cells = []
    for number, (kind, source, flags) in enumerate(kinds):
        cell = nbformat.v4.new_code_cell(source) if kind == "code" else nbformat.v4.new_markdown_cell(source)
        cell.id = f"kind-{number}"
        cell.metadata = {"nbgrader": {**plain, "grade_id": f"kind-{number}", **flags}}
        cells.append(cell)
    path = tmp_path / "solutions/unit/sheet.ipynb"
    path.parent.mkdir(parents=True)
    # nbgrader keeps the locks that it finds, and adds its own: ours stand in the source already.
    path.write_text(to_text(canonical(nbformat.v4.new_notebook(cells=cells))), encoding="utf-8")
    generate(tmp_path, write=True)
    assert_same_cells(tmp_path / "exercises/unit/sheet.ipynb", released_by_nbgrader(tmp_path, "unit") / "sheet.ipynb")
