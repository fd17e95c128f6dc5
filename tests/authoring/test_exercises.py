"""Exercises come from solutions: nothing of a solution is left, everything else stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.authoring.exercises import (
    SHORTEST_LEAK,
    STUB,
    TEXT_STUB,
    ExerciseError,
    exercise,
    exercise_text,
    generate,
)
from readtwice.cli import main

ANSWERED = "answer = None\n### BEGIN SOLUTION\nanswer = 'no clash'\n### END SOLUTION\ncard.check(answer)"


def graded(grade_id: str = "office", **flags: Any) -> dict[str, Any]:
    """The metadata of a solution cell, or of another kind of cell."""
    plain = {"grade": False, "solution": True, "locked": False, "task": False}
    return {"nbgrader": {"schema_version": 3, "grade_id": grade_id, **plain, **flags}}


def cell(source: str, metadata: dict[str, Any] | None = None, cell_id: str = "a", kind: str = "code") -> dict[str, Any]:
    made = {"cell_type": kind, "id": cell_id, "metadata": metadata or {}, "source": source}
    return {**made, "execution_count": 1, "outputs": []} if kind == "code" else made


def notebook(*cells: dict[str, Any]) -> nbformat.NotebookNode:
    return nbformat.from_dict({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def course(folder: Path, **sheets: nbformat.NotebookNode) -> Path:
    """A course with one unit, and a solution for each sheet."""
    (folder / "solutions/01_unit").mkdir(parents=True)
    for name, sheet in sheets.items():
        (folder / f"solutions/01_unit/{name}.ipynb").write_text(nbformat.writes(sheet), encoding="utf-8")
    return folder


def test_a_solution_becomes_one_kind_line_and_all_else_stays() -> None:
    output = {"output_type": "stream", "name": "stdout", "text": "Right."}
    answered = {**cell(ANSWERED, graded(), "card"), "outputs": [output]}
    result = exercise(notebook(cell("# Hello", cell_id="title", kind="markdown"), answered), "a")
    assert [c.id for c in result.cells] == ["title", "card"]
    assert result.cells[0].source == "# Hello"
    assert result.cells[1].source == f"answer = None\n{STUB}\ncard.check(answer)"
    assert result.cells[1].outputs == []
    assert result.cells[1].execution_count is None
    assert result.cells[1].metadata.nbgrader == graded()["nbgrader"]


def test_a_stub_stands_where_the_solution_stood_and_hidden_tests_go() -> None:
    source = (
        "def f():\n    x = 1\n    ### BEGIN SOLUTION\n    x = 2\n    ### END SOLUTION\n    return x\n"
        "### BEGIN HIDDEN TESTS\nassert f() == 2\n### END HIDDEN TESTS"
    )
    result = exercise(notebook(cell(source, graded(grade=True, points=1))), "a")
    assert result.cells[0].source == f"def f():\n    x = 1\n    {STUB}\n    return x"
    written = cell(
        "Why?\n\n### BEGIN SOLUTION\nBecause.\n### END SOLUTION", graded(grade=True, points=2), kind="markdown"
    )
    assert exercise(notebook(written), "a").cells[0].source == f"Why?\n\n{TEXT_STUB}"


@pytest.mark.parametrize(
    ("flags", "editable"),
    [
        ({}, None),
        ({"grade": True, "points": 1}, None),
        ({"solution": False, "grade": True, "points": 1}, False),
        ({"solution": False, "locked": True}, False),
        ({"solution": False}, False),
        (None, False),
    ],
)
def test_only_cells_to_write_in_can_be_changed_and_none_deleted(
    flags: dict[str, Any] | None, editable: bool | None
) -> None:
    answered = flags is not None and flags.get("solution", True)
    metadata = None if flags is None else graded(**flags)
    result = exercise(notebook(cell(ANSWERED if answered else "card.show()", metadata)), "a").cells[0].metadata
    assert (result.get("deletable"), result.get("editable")) == (False, editable)


REGION = "### BEGIN SOLUTION\nx = 1\n### END SOLUTION"
TESTS = "### BEGIN HIDDEN TESTS\nx = 1\n### END HIDDEN TESTS"


@pytest.mark.parametrize(
    ("source", "metadata", "message"),
    [
        (REGION, None, "no nbgrader metadata"),
        (REGION, graded(solution=False), "not a `solution` cell"),
        (TESTS, graded(solution=False), "not a `grade` cell"),
        ("x = 1", graded(), "without `### BEGIN SOLUTION`"),
        ("### BEGIN SOLUTION\nx = 1", graded(), "SOLUTION region is never closed"),
        ("### BEGIN SOLUTION\n" + REGION, graded(), "SOLUTION region begins inside a SOLUTION region"),
        ("### BEGIN SOLUTION\n" + TESTS, graded(grade=True, points=1), "HIDDEN TESTS region begins inside a SOLUTION"),
        ("x = 1\n### END SOLUTION", graded(), "ends that never began"),
        ("### BEGIN SOLUTION\n### END HIDDEN TESTS", graded(), "HIDDEN TESTS region ends that never began"),
        ("# BEGIN SOLUTION\nx = 1\n# END SOLUTION", graded(), "write a marker as"),
        ("### BEGIN MARK SCHEME\nx\n### END MARK SCHEME", graded(), "write a marker as"),
        ("if x:\n    ### BEGIN SOLUTION\n    x = 1\n    ### END SOLUTION", graded(), "without its region"),
        (REGION, graded("Office!"), "must say what is asked"),
        (REGION, graded("cell-a64e0c"), "must say what is asked"),
        (REGION, graded(points=1), "points if, and only if"),
        (REGION, graded(grade=True), "points if, and only if"),
        (REGION, graded(schema_version=2), "schema_version 3"),
        (REGION, graded(locked=None), "schema_version 3"),
        (REGION, graded(checksum="0"), "schema_version 3"),
        ("card.show()", graded(solution=False, task=True), "task to be a markdown cell"),
    ],
)
def test_a_solution_that_cannot_be_used_is_said_with_its_cell(
    source: str, metadata: dict[str, Any] | None, message: str
) -> None:
    with pytest.raises(ExerciseError, match=message) as caught:
        exercise(notebook(cell("1", cell_id="first"), cell(source, metadata, "second")), "unit/sheet.ipynb")
    assert str(caught.value).startswith("unit/sheet.ipynb: cell 'second': ")


def test_a_grade_id_is_used_once_and_a_written_answer_is_graded() -> None:
    with pytest.raises(ExerciseError, match="'office' is used twice"):
        exercise(notebook(cell(REGION, graded()), cell(REGION, graded(), "b")), "a")
    with pytest.raises(ExerciseError, match="both `grade` and `solution`"):
        exercise(notebook(cell("### BEGIN SOLUTION\nx\n### END SOLUTION", graded(), kind="markdown")), "a")


@pytest.mark.parametrize(
    "place",
    [
        cell("Hint: try answer = 'no clash' first.", cell_id="b", kind="markdown"),
        cell("x", {"tags": ["answer = 'no clash'"]}, "b"),
        {**cell("x", cell_id="b", kind="markdown"), "attachments": {"a.txt": {"text/plain": "answer = 'no clash'"}}},
    ],
)
def test_a_solution_line_that_stands_elsewhere_is_refused(place: dict[str, Any]) -> None:
    with pytest.raises(ExerciseError, match="reword one") as caught:
        exercise(notebook(cell(ANSWERED, graded()), place), "a")
    assert "answer = 'no clash'" in str(caught.value)


def test_generate_says_what_is_missing_not_current_or_stray(tmp_path: Path) -> None:
    sheet = notebook(cell(ANSWERED, graded()))
    folder = course(tmp_path, one=sheet, two=sheet)
    missing = ["exercises/01_unit/one.ipynb: missing", "exercises/01_unit/two.ipynb: missing"]
    assert generate(folder, write=False) == missing
    assert not (folder / "exercises").exists()
    assert generate(folder, write=True) == missing
    assert generate(folder, write=True) == []

    one, two = (folder / f"exercises/01_unit/{name}.ipynb" for name in ("one", "two"))
    right = one.read_bytes()
    one.write_bytes(right.replace(b"Your turn", b"My turn"))
    (folder / "solutions/01_unit/two.ipynb").unlink()
    checkpoint = folder / "exercises/01_unit/.ipynb_checkpoints/one-checkpoint.ipynb"
    checkpoint.parent.mkdir()
    checkpoint.write_text("{}", encoding="utf-8")
    wrong = [
        "exercises/01_unit/one.ipynb: not current",
        "exercises/01_unit/two.ipynb: stray, there is no solutions/01_unit/two.ipynb",
    ]
    assert generate(folder, write=False) == wrong
    assert one.read_bytes() != right
    assert two.exists()
    assert generate(folder, write=True) == wrong
    assert one.read_bytes() == right
    assert not two.exists()
    assert checkpoint.exists()
    assert sorted(p.name for p in one.parent.iterdir()) == [".ipynb_checkpoints", "one.ipynb"]


def test_where_one_solution_is_unusable_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = course(tmp_path, fine=notebook(cell(ANSWERED, graded())), torn=notebook(cell("### BEGIN SOLUTION")))
    assert main(["exercises", "--course", str(folder)]) == 1
    assert "torn.ipynb: cell 'a': a SOLUTION region is never closed" in capsys.readouterr().out
    assert not (folder / "exercises").exists()
    with pytest.raises(ExerciseError, match="There is no folder solutions/"):
        generate(folder / "solutions", write=True)


def test_the_command_fails_while_something_is_not_current(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(course(tmp_path, sheet=notebook(cell(ANSWERED, graded()))))
    assert main(["exercises", "--check", "--course", folder]) == 1
    assert "Run `readtwice exercises`" in capsys.readouterr().out
    assert main(["exercises", "--course", folder]) == 0
    assert main(["exercises", "--check", "--course", folder]) == 0
    assert "exercises/ is current" in capsys.readouterr().out


def test_a_solution_is_read_and_never_run(tmp_path: Path) -> None:
    trap = tmp_path / "ran"
    folder = course(tmp_path, sheet=notebook(cell(f"open({str(trap)!r}, 'w')")))
    generate(folder, write=True)
    assert not trap.exists()


LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30)
QUIET = LINE.filter(lambda line: "BEGIN" not in line and "END" not in line).map(lambda line: f"# {line}")


@st.composite
def solutions(draw: st.DrawFn) -> tuple[nbformat.NotebookNode, list[str]]:
    """A solution notebook, and the lines of its solution regions. Some lines stand outside them as well."""
    common = draw(st.lists(QUIET, min_size=1, max_size=3))
    line = st.one_of(QUIET, st.sampled_from(common))
    cells, hidden = [], []
    for number in range(draw(st.integers(1, 4))):
        regions = []
        for _ in range(draw(st.integers(1, 2))):
            before, inside = draw(st.lists(line, max_size=2)), draw(st.lists(line, max_size=3))
            regions += [*before, "### BEGIN SOLUTION", *inside, "### END SOLUTION"]
            hidden += inside
        metadata = {**graded(f"question-{number}"), "tags": draw(st.lists(line, max_size=1))}
        output = {"output_type": "stream", "name": "stdout", "text": "\n".join(hidden)}
        cells.append({**cell("\n".join(regions), metadata, f"cell-{number}"), "outputs": [output]})
    return notebook(*cells), hidden


@given(solutions())
def test_no_solution_line_survives(made: tuple[nbformat.NotebookNode, list[str]]) -> None:
    solution, hidden = made
    outside = _text_outside(solution)
    long = [line.strip() for line in hidden if len(line.strip()) >= SHORTEST_LEAK]
    if any(line in outside for line in long):
        with pytest.raises(ExerciseError, match="reword one"):
            exercise(solution, "a")
        return
    result = exercise(solution, "a")
    assert not any(line in json.dumps(result, ensure_ascii=False) for line in map(_as_json, long))
    assert [c.id for c in result.cells] == [c.id for c in solution.cells]
    assert sum(c.source.count(STUB) for c in result.cells) == sum(
        c.source.count("### BEGIN SOLUTION") for c in solution.cells
    )


@given(solutions())
def test_the_same_solution_gives_the_same_exercise(made: tuple[nbformat.NotebookNode, list[str]]) -> None:
    solution, _ = made
    before = json.dumps(solution)
    try:
        first = exercise(solution, "a")
    except ExerciseError:
        return
    assert exercise(solution, "a") == first
    assert json.dumps(solution) == before


def test_the_text_of_an_exercise_is_the_same_twice(tmp_path: Path) -> None:
    folder = course(tmp_path, sheet=notebook(cell(ANSWERED, graded())))
    sheet = folder / "solutions/01_unit/sheet.ipynb"
    assert exercise_text(sheet) == exercise_text(sheet)


def _as_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _text_outside(solution: nbformat.NotebookNode) -> str:
    """What a learner gets to see of a solution, put together by another route than the generator's."""
    parts = [STUB]
    for one in solution.cells:
        pieces = one.source.split("### BEGIN SOLUTION\n")
        parts += [pieces[0], *(piece.split("### END SOLUTION")[1] for piece in pieces[1:])]
        parts += [one.id, *one.metadata.tags, *map(str, one.metadata.nbgrader.values()), *one.metadata.nbgrader]
    return "\n".join(parts)
