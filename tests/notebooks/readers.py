"""A notebook run for one reader after the other in one kernel, which starts once: each has a record of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import NotebookNode

from readtwice.authoring.notebook_files import executed

ANOTHER = """import os
os.environ["READTWICE_RECORD_DIR"] = {records!r}
get_ipython().reset(new_session=True)
from readtwice.page.open import begin
begin()
del begin
"""
"""Nothing of the reader before is left: no variable, no session, no record."""


def for_readers(runs: Sequence[tuple[NotebookNode, Path, str]], folder: Path) -> list[list[NotebookNode]]:
    """The cells of each run, with their outputs: a notebook, a reader's record, and what that reader does first."""
    whole = nbformat.v4.new_notebook()
    for number, (notebook, records, first) in enumerate(runs):
        begun = nbformat.v4.new_code_cell(ANOTHER.format(records=str(records)) + first, id=f"reader-{number}")
        cells = [NotebookNode({**cell, "id": f"r{number}-{cell.id}"[:64]}) for cell in notebook.cells]
        whole.cells += [begun, *cells]
    with TemporaryDirectory() as nobody:
        cells = executed(whole, folder, Path(nobody)).cells
    found: list[list[NotebookNode]] = []
    for cell in cells:
        if cell.id.startswith("reader-"):
            found.append([])
        else:
            cell.id = cell.id.partition("-")[2]
            found[-1].append(cell)
    return found
