"""Notebook files: valid, canonical, small, run in order, and nothing in them that nbval would let pass."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import nbformat
import pytest

from readtwice.authoring.exercises import generate
from readtwice.authoring.notebook_files import canonical, read_notebook, to_text, without_outputs
from tests.notebooks import COURSE, EXECUTED, EXERCISES, SOLUTIONS, name, notebooks

MAXIMUM_BYTES = 100_000
MAGIC_OR_SHELL = re.compile(r"^\s*[%!?]|^\s*\w+\s*=\s*[%!]|\?\s*$|get_ipython|os\.system|subprocess", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>|#]|\d+[.)]))")
"""Where a paragraph, an item of a list or a row of a table ends."""

SIGN_ALONE = "<span>\\$</span>"
"""A dollar sign in an element of its own, as the teacher's pages write it: no other one can pair with it."""

every_notebook = pytest.mark.parametrize("path", [*EXECUTED, *EXERCISES], ids=name)
BY_HAND = re.compile(r'<div class="by-hand">.*?</div>', re.DOTALL)
"""What only a reader without the extension sees."""

executed_notebook = pytest.mark.parametrize("path", EXECUTED, ids=name)
exercise_notebook = pytest.mark.parametrize("path", EXERCISES, ids=name)


def test_there_are_notebooks_to_look_at() -> None:
    assert EXECUTED
    assert SOLUTIONS
    assert EXERCISES


@every_notebook
def test_the_file_is_valid_canonical_and_small(path: Path) -> None:
    """Canonical includes: ids that a person chose, the python3 kernel, no widget state, no trace of an editor."""
    notebook = read_notebook(path)
    nbformat.validate(notebook)
    assert path.read_text(encoding="utf-8") == to_text(canonical(notebook)), f"run: readtwice run {name(path)}"
    assert path.stat().st_size <= MAXIMUM_BYTES
    assert notebook.metadata.kernelspec.name == "python3"
    assert "widgets" not in notebook.metadata


@every_notebook
def test_a_page_that_runs_by_itself_asks_nobody_to_run_it(path: Path) -> None:
    """How to begin by hand stands there all the same, for where the extension is missing. A sheet in code says it."""
    text = "\n".join(cell.source for cell in read_notebook(path).cells if cell.cell_type == "markdown")
    if any(cell.cell_type == "code" for cell in read_notebook(path).cells):
        assert "Run All Cells" in text
    if path.name != "programmers.ipynb":
        assert not re.search("Run All|Run menu|[*]Run[*]", BY_HAND.sub("", text))


@every_notebook
def test_no_key_can_change_a_cell_that_is_not_there_to_be_written_in(path: Path) -> None:
    """Said again without the code that locks: only the tasks of a sheet in code are open, and nothing goes away."""
    cells = read_notebook(path).cells
    assert [cell.id for cell in cells if cell.metadata.get("deletable") is not False] == []
    is_open = [cell for cell in cells if cell.metadata.get("editable") is not False]
    if path.parts[-3] not in ("solutions", "exercises"):
        assert is_open == []
    for cell in is_open:
        assert cell.metadata.nbgrader.solution, cell.id
        assert "source_hidden" not in cell.metadata.get("jupyter", {}), cell.id
    if path.name == "programmers.ipynb":
        assert is_open


@executed_notebook
def test_all_cells_were_run_in_order_and_none_failed(path: Path) -> None:
    cells = [cell for cell in read_notebook(path).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    outputs = [output for cell in cells for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]
    counted = [(o.execution_count, c.execution_count) for c in cells for o in c.outputs if "execution_count" in o]
    assert all(of_output == of_cell for of_output, of_cell in counted)


@every_notebook
def test_cells_hold_plain_python_that_asks_for_nothing(path: Path) -> None:
    for cell in read_notebook(path).cells:
        if cell.cell_type == "code":
            tree = ast.parse(cell.source)  # a magic or a shell command is no Python
            calls = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
            assert not calls & {"input", "exec", "eval", "breakpoint", "exit", "quit"}, cell.id
            assert not MAGIC_OR_SHELL.search(cell.source), cell.id
            assert "NBVAL_" not in cell.source, cell.id
            assert not [tag for tag in cell.metadata.get("tags", []) if "nbval" in tag or "exception" in tag], cell.id


@pytest.mark.parametrize("path", notebooks("notebooks"), ids=name)
def test_cells_import_one_room_of_the_course(path: Path) -> None:
    """Learners' notebooks get `course`, which is light; the teacher's get `classroom`."""
    room = "classroom" if path.parent.name == "teacher" else "course"
    for cell in read_notebook(path).cells:
        if cell.cell_type == "code":
            found = {one for one in ast.walk(ast.parse(cell.source)) if isinstance(one, (ast.Import, ast.ImportFrom))}
            ours = [ast.unparse(one) for one in found if "readtwice" in ast.unparse(one)]
            assert set(ours) <= {f"from readtwice import {room}", "from readtwice import __version__ as installed"}, (
                cell.id
            )


@every_notebook
def test_links_and_pictures_lead_to_files_that_exist(path: Path) -> None:
    for cell in read_notebook(path).cells:
        if cell.cell_type == "markdown":
            for target in LINK.findall(cell.source):
                file = target.partition("#")[0]
                if file and ":" not in file:
                    assert (path.parent / file).is_file(), f"{cell.id}: {target}"


@pytest.mark.parametrize("path", sorted(COURSE.glob("notebooks/0[1-7]_*.ipynb")), ids=name)
def test_a_lesson_counts_the_new_cards_of_its_sheet_as_the_sheet_does(path: Path) -> None:
    counted = re.search(r"has (\w+) (?:new cards|more claims)", prose(path))
    if counted:
        sheet = prose(COURSE / "solutions" / path.stem / "practice.ipynb")
        assert re.search(rf"## {counted[1]} (?:new cards|more claims)", sheet, re.IGNORECASE), counted[0]


def prose(path: Path) -> str:
    return "\n".join(cell.source for cell in read_notebook(path).cells if cell.cell_type == "markdown")


def formulas(source: str) -> list[str]:
    """The blocks of a text in Markdown that JupyterLab would show as a formula, in part.

    It renders Markdown first and looks for formulas after that. So an escaped dollar sign is one again, and two of them
    in one block hold a formula between them.
    """
    plain = CODE.sub("", source).replace(SIGN_ALONE, "")
    return [block for block in BLOCK.split(plain) if block.count("$") > 1 or re.search(r"(?<!\\)\$", block)]


@every_notebook
def test_no_sum_of_money_becomes_a_formula(path: Path) -> None:
    for cell in read_notebook(path).cells:
        if cell.cell_type == "markdown":
            assert formulas(cell.source) == [], f"{cell.id}: write all but one of the signs as {SIGN_ALONE}"


@pytest.mark.parametrize(
    ("source", "count"),
    [
        (r"From \$65.9 billion to" + "\n" + r"\$66.9 billion.", 1),
        (r"- from \$1 to \$2" + "\n" + r"- \$3", 1),
        (r"| \$1 | \$2 |", 1),
        ("All of $5.", 1),
        (r"\$1 and <span>\$</span>2 and <span>\$</span>3", 0),
        (r"It cost \$1." + "\n\n" + r"It costs \$2." + "\n" + r"- \$3" + "\n" + r"1. \$4", 0),
        ("The code `$1 + $2` is code, and so is\n```\n$a $b\n```\n", 0),
    ],
)
def test_two_signs_in_one_block_are_found(source: str, count: int) -> None:
    assert len(formulas(source)) == count


@exercise_notebook
def test_an_exercise_holds_no_outputs(path: Path) -> None:
    notebook = read_notebook(path)
    assert notebook == without_outputs(notebook)


@exercise_notebook
def test_a_sheet_says_first_how_to_begin_and_where_its_lesson_is(path: Path) -> None:
    first = read_notebook(path).cells[0].source
    for wanted in ("**Run** menu", "**Run All Cells**", "../../notebooks/"):
        assert wanted in first
    assert read_notebook(path).cells[1].cell_type == "code", "what Run All starts stands right below"


def test_exercises_are_current_and_mirror_solutions() -> None:
    assert generate(COURSE, write=False) == [], "run: readtwice exercises"
    trees = [{path.relative_to(COURSE / top) for path in found} for top, found in TREES]
    assert trees[0] == trees[1]
    assert all(len(path.parts) == 2 for path in trees[0]), "a sheet is <unit>/<name>.ipynb"


TREES = (("solutions", SOLUTIONS), ("exercises", EXERCISES))
