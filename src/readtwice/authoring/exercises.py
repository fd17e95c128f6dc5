"""Exercises from solutions: solutions/<unit>/<name>.ipynb is the one source of exercises/<unit>/<name>.ipynb.

The markers and the metadata are nbgrader's own (its cell metadata schema 3), so that a teacher who uses nbgrader can
point it at solutions/ and get the same cells. The generator itself needs nbformat only, and never runs a notebook.

    answer = None
    ### BEGIN SOLUTION
    answer = "no clash"
    ### END SOLUTION

A solution region becomes STUB, so the exercise still runs from top to bottom; a hidden test region disappears. Cells
are locked as in every notebook (`notebook_files`), which nbgrader's own locks fit into.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from readtwice.authoring.notebook_files import (
    NotebookError,
    notebooks_below,
    put_right,
    read_notebook,
    to_text,
    without_outputs,
)
from readtwice.words import say

SOLUTIONS = "solutions"
EXERCISES = "exercises"

STUB = "# Your turn: set your answer here, then run this cell again."
TEXT_STUB = "*Your turn: write your answer here.*"
"""What stands in place of a solution region, in code and in prose."""

MARKER = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)")
"""As nbgrader looks for them: anywhere in a line."""

GRADE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FLAGS = ("grade", "solution", "locked", "task")

SHORTEST_LEAK = 12
"""Characters from which on a line of a solution is looked for in the exercise. Shorter ones are too common."""


class ExerciseError(ValueError):
    """A solution from which no exercise can be made; the message names the file, the cell and what to do."""


@dataclass(slots=True)
class _Cut:
    """A cell's source without its regions, and the lines that stood in them."""

    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def generate(course: Path, write: bool) -> list[str]:
    """One line for each exercise file that is missing, not current or stray; with `write`, put each of them right.

    Raises ExerciseError for a solution that cannot be used; then nothing is written.
    """
    if not (course / SOLUTIONS).is_dir():
        raise ExerciseError(say("error.authoring.no_folder", folder=SOLUTIONS, course=course))
    wanted = {
        course / EXERCISES / path.relative_to(course / SOLUTIONS): path for path in notebooks_below(course / SOLUTIONS)
    }
    texts = {target: exercise_text(source) for target, source in wanted.items()}
    lines = put_right(course, texts, write)
    for stray in notebooks_below(course / EXERCISES):
        if stray not in wanted:
            name = stray.relative_to(course / EXERCISES).as_posix()
            lines.append(say("command.exercises.stray", exercises=EXERCISES, name=name, solutions=SOLUTIONS))
            if write:
                stray.unlink()
    return lines


def exercise_text(solution: Path) -> str:
    """The text of the exercise that belongs to a solution file. The same solution always gives the same bytes.

    Raises ExerciseError.
    """
    try:
        return to_text(exercise(read_notebook(solution), str(solution)))
    except NotebookError as error:
        raise ExerciseError(str(error)) from None


def exercise(solution: NotebookNode, name: str) -> NotebookNode:
    """The exercise that belongs to a solution. Raises ExerciseError, which calls the solution by `name`."""
    result = without_outputs(solution)
    grade_ids: set[str] = set()
    removed: list[str] = []
    for cell in result.cells:
        try:
            _check_metadata(cell, grade_ids)
            cut = _cut(cell.source, TEXT_STUB if cell.cell_type == "markdown" else STUB)
            _check_regions(cell, cut)
        except ExerciseError as error:
            raise ExerciseError(say("error.authoring.cell_reason", name=name, id=cell.id, reason=error)) from None
        cell.source = "\n".join(cut.kept)
        removed += cut.removed
    if leak := _leak(result, removed):
        raise ExerciseError(say("error.authoring.solution_leaks", name=name, leak=leak))
    return result


def _cut(source: str, stub: str) -> _Cut:
    """Take the regions out of a source. Raises ExerciseError for markers that do not pair up."""
    cut = _Cut()
    open_region = ""
    for line in source.split("\n"):
        marker = MARKER.search(line)
        if marker is None:
            (cut.removed if open_region else cut.kept).append(line)
            continue
        edge, kind = marker.groups()
        if line.strip() != f"### {edge} {kind}" or kind == "MARK SCHEME":
            raise ExerciseError(say("error.authoring.marker_form", edge=edge, line=line))
        if edge == "BEGIN":
            if open_region:
                raise ExerciseError(say("error.authoring.region_inside_region", kind=kind, open_region=open_region))
            open_region = kind
            cut.kinds.add(kind)
            if kind == "SOLUTION":
                cut.kept.append(line[: len(line) - len(line.lstrip())] + stub)
        else:
            if open_region != kind:
                raise ExerciseError(say("error.authoring.region_never_began", kind=kind))
            open_region = ""
    if open_region:
        raise ExerciseError(say("error.authoring.region_never_closed", open_region=open_region))
    return cut


def _check_metadata(cell: NotebookNode, grade_ids: set[str]) -> None:
    """Hold a cell's metadata to nbgrader's schema 3, and to grade ids that say something."""
    meta = cell.metadata.get("nbgrader")
    if meta is None:
        return
    allowed = {"schema_version", "grade_id", "points", *FLAGS}
    if meta.get("schema_version") != 3 or set(meta) - allowed or not all(isinstance(meta.get(f), bool) for f in FLAGS):
        raise ExerciseError(say("error.authoring.nbgrader_metadata", flags=FLAGS))
    grade_id = meta.get("grade_id")
    if not isinstance(grade_id, str) or not GRADE_ID.fullmatch(grade_id) or grade_id.startswith("cell-"):
        raise ExerciseError(say("error.authoring.grade_id_form", grade_id=grade_id))
    if grade_id in grade_ids:
        raise ExerciseError(say("error.authoring.grade_id_twice", grade_id=grade_id))
    grade_ids.add(grade_id)
    if meta["grade"] != isinstance(meta.get("points"), int | float):
        raise ExerciseError(say("error.authoring.points_only_if_graded"))
    if cell.cell_type == "markdown" and meta["grade"] != meta["solution"] and not meta["task"]:
        raise ExerciseError(say("error.authoring.written_answer_both"))
    if meta["task"] and cell.cell_type != "markdown":
        raise ExerciseError(say("error.authoring.task_is_markdown"))


def _check_regions(cell: NotebookNode, cut: _Cut) -> None:
    """Regions stand where the metadata says so, and the cell still works without them."""
    meta = cell.metadata.get("nbgrader", {})
    if cut.kinds and not meta:
        raise ExerciseError(say("error.authoring.region_without_metadata"))
    if "SOLUTION" in cut.kinds and not meta["solution"]:
        raise ExerciseError(say("error.authoring.solution_outside_solution"))
    if "HIDDEN TESTS" in cut.kinds and not meta["grade"]:
        raise ExerciseError(say("error.authoring.tests_outside_grade"))
    if meta.get("solution") and "SOLUTION" not in cut.kinds:
        raise ExerciseError(say("error.authoring.solution_without_region"))
    if cut.kinds and cell.cell_type == "code":
        try:
            ast.parse("\n".join(cut.kept))
        except SyntaxError as error:
            raise ExerciseError(say("error.authoring.cannot_run_without_region", msg=error.msg)) from None


def _leak(result: NotebookNode, removed: list[str]) -> str:
    """The first removed line that still stands anywhere in the exercise: sources, metadata, attachments."""
    everything = "\n".join(_strings(result))
    lines = (line.strip() for line in removed)
    return next((line for line in lines if len(line) >= SHORTEST_LEAK and line in everything), "")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield str(name)
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
