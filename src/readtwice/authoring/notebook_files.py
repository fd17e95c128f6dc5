"""Notebook files: their one canonical form, and running them.

Canonical means that the same notebook is always the same bytes, so that a difference in a file is a difference in
the course: JSON as nbformat writes it (keys sorted, one space of indent, a final newline), no trace of the machine or
the editor that it was saved with, and cell ids that a person chose. The first cell compares versions, and every cell
is locked: a key pressed by mistake may neither change nor delete what a lesson says, and JupyterLab saves by itself.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from readtwice.article import read_plain
from readtwice.authoring.page_links import link_neighbours
from readtwice.authoring.page_version import check_version
from readtwice.words import say

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE_INFO = {"name": "python"}

CELL_METADATA = ("deletable", "editable", "jupyter", "nbgrader", "tags")
"""What a cell may carry. Anything else is an editor's or a run's own note, and is left out."""

LOCK = ("deletable", "editable")

VIEW = "application/vnd.jupyter.widget-view+json"
"""Points to a live widget by a random id. Stored, it would change the file at every run and show nothing later."""

CELL_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}|cell-[0-9a-f]{12,}")
"""What Jupyter and nbgrader make up where nobody gave an id."""

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
"""A traceback in a notebook is coloured for a terminal."""

CELL_TIMEOUT = 60
"""Seconds for one cell, the same as the tests allow."""


class NotebookError(ValueError):
    """A notebook file that cannot be used; the message names the file, the cell and what to do."""


def read_notebook(path: Path) -> NotebookNode:
    """A notebook as plain data, never run. Raises NotebookError.

    The file itself is looked at first, because nbformat invents ids where they are missing.
    """
    try:
        text = read_plain(path).decode("utf-8").replace("\r\n", "\n")
        document = json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise NotebookError(say("error.authoring.notebook_unreadable", path=path, reason=error)) from None
    if not isinstance(document, dict) or (document.get("nbformat"), document.get("nbformat_minor")) != (4, 5):
        raise NotebookError(say("error.authoring.notebook_format", path=path))
    _check_ids(path, document.get("cells"))
    try:
        notebook: NotebookNode = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError) as error:
        raise NotebookError(
            say("error.authoring.notebook_invalid", path=path, reason=str(error).splitlines()[0])
        ) from None
    return notebook


def _check_ids(path: Path, cells: Any) -> None:
    seen: set[str] = set()
    for number, cell in enumerate(cells if isinstance(cells, list) else [], start=1):
        cell_id = cell.get("id") if isinstance(cell, dict) else None
        where = say("error.authoring.cell_numbered", path=path, number=number)
        remedy = say("error.authoring.give_id")
        if not cell_id:
            raise NotebookError(say("error.authoring.no_id", where=where, remedy=remedy))
        if not isinstance(cell_id, str) or not CELL_ID.fullmatch(cell_id) or RANDOM_ID.fullmatch(cell_id):
            raise NotebookError(say("error.authoring.id_not_chosen", where=where, cell_id=cell_id, remedy=remedy))
        if cell_id in seen:
            raise NotebookError(say("error.authoring.id_twice", where=where, cell_id=cell_id, remedy=remedy))
        seen.add(cell_id)


def canonical(notebook: NotebookNode) -> NotebookNode:
    """A copy without anything that says how, where or when the notebook was saved, locked. Outputs stay."""
    cells = [_cell(cell) for cell in notebook.cells]
    check_version(cells)
    document = {
        "cells": cells,
        "metadata": {"kernelspec": KERNELSPEC, "language_info": LANGUAGE_INFO},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    copy: NotebookNode = nbformat.from_dict(document)
    return copy


def _cell(cell: NotebookNode) -> dict[str, Any]:
    plain: dict[str, Any] = deepcopy(dict(cell))
    plain["metadata"] = _locked({name: value for name, value in plain["metadata"].items() if name in CELL_METADATA})
    for output in plain.get("outputs", []):
        for bundle in ("data", "metadata"):
            output.get(bundle, {}).pop(VIEW, None)
    return plain


def _locked(metadata: dict[str, Any]) -> dict[str, Any]:
    """The metadata with the notebook format's own words for a lock.

    A cell to write in is one that nbgrader calls a solution and that stands open. A folded one is answered by
    clicking: keys that go astray would write into it unseen.
    """
    folded = metadata.get("jupyter", {}).get("source_hidden", False)
    to_write_in = metadata.get("nbgrader", {}).get("solution", False) and not folded
    unlocked = {name: value for name, value in metadata.items() if name not in LOCK}
    return unlocked | {"deletable": False} | ({} if to_write_in else {"editable": False})


def lock(path: Path, unlock: bool = False) -> bool:
    """Write a notebook file in its canonical form, or with `unlock` without locks, for who edits it; never run it.

    Returns whether the file changed. Raises NotebookError.
    """
    notebook = canonical(_read_led(path))
    if unlock:
        for cell in notebook.cells:
            for name in LOCK:
                cell.metadata.pop(name, None)
    return _store(path, to_text(notebook))


def without_outputs(notebook: NotebookNode) -> NotebookNode:
    """A canonical copy as a learner gets it: not run, no outputs."""
    copy = canonical(notebook)
    for cell in copy.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return copy


def to_text(notebook: NotebookNode) -> str:
    """The text of the file of a canonical notebook. Raises nbformat's ValidationError."""
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook)) + "\n"


def write_text(path: Path, text: str) -> None:
    """Write a whole file or nothing: a reader never meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(path.name + ".new")
    try:
        waiting.write_text(text, encoding="utf-8", newline="\n")
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)


def notebooks_below(folder: Path) -> list[Path]:
    """Every notebook in a folder and below, but for copies that an editor keeps."""
    return sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def put_right(course: Path, wanted: Mapping[Path, str], write: bool) -> list[str]:
    """One line for each file, of those that are made from others, that is missing or not current; with `write`, write
    those."""
    lines = []
    for target, text in wanted.items():
        if not target.is_file() or target.read_bytes() != text.encode():
            state = "not_current" if target.is_file() else "missing"
            lines.append(f"{target.relative_to(course).as_posix()}: {say(f'command.made.{state}')}")
            if write:
                write_text(target, text)
    return lines


def executed(notebook: NotebookNode, folder: Path, records: Path) -> NotebookNode:
    """A canonical copy, run from top to bottom in `folder`, with its outputs.

    Answers are saved in, and read from, `records` and nowhere else. Raises NotebookError where a cell fails.
    """
    if all(cell.cell_type != "code" for cell in notebook.cells):
        return canonical(notebook)
    from nbclient import NotebookClient  # here, because it is slow to import and most commands never run anything
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    copy = without_outputs(notebook)
    client = NotebookClient(
        copy,
        timeout=CELL_TIMEOUT,
        kernel_name=KERNELSPEC["name"],
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,  # or one print may come in several pieces, as the clock will have it
    )
    try:
        # What the kernel itself writes to stderr is a warning about its transport; what a cell writes is an output.
        client.execute(env={**os.environ, "READTWICE_RECORD_DIR": str(records)}, stderr=subprocess.DEVNULL)
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        cell = next((cell.id for cell in copy.cells if cell.cell_type == "code" and _failed(cell)), "?")
        raise NotebookError(say("error.authoring.cell_fails", cell=cell, sub=COLOURS.sub("", str(error)))) from None
    return canonical(copy)


def _failed(cell: NotebookNode) -> bool:
    """Whether a run stopped in this cell: it raised, or it never came to an end."""
    return cell.execution_count is None or any(output.output_type == "error" for output in cell.outputs)


def execute(path: Path) -> bool:
    """Run a notebook file and store what it prints; whether the file changed. Raises NotebookError.

    It runs as for a learner who has answered nothing yet. A notebook that fails is left as it was.
    """
    notebook = _read_led(path)
    with tempfile.TemporaryDirectory(prefix="readtwice-") as records:
        try:
            text = to_text(executed(notebook, path.resolve().parent, Path(records)))
        except NotebookError as error:
            raise NotebookError(say("error.authoring.nothing_was_stored", path=path, reason=error)) from None
    return _store(path, text)


def _read_led(path: Path) -> NotebookNode:
    """A notebook of the course with its links to the lessons before and after it put right. Raises NotebookError."""
    notebook = read_notebook(path)
    link_neighbours(notebook, path)
    return notebook


def _store(path: Path, text: str) -> bool:
    if path.read_text(encoding="utf-8") == text:
        return False
    write_text(path, text)
    return True
