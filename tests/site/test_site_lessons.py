"""Every notebook of the course says in a browser alone what it says on a server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Page

from tests.browser.lab import COURSE
from tests.site.browser import Site, text_of

FIRST = ("notebooks/01_contradictions.ipynb", "notebooks/05_what_the_picture_proves.ipynb", "notebooks/one_shot.ipynb")
"""In every run of `make test`. 05 measures readability and draws; the one-shot is a class's whole lesson."""

ALL = sorted(
    path.relative_to(COURSE).as_posix()
    for path in COURSE.glob("notebooks/**/*.ipynb")
    if ".ipynb_checkpoints" not in path.parts and any(cell.cell_type == "code" for cell in nbformat.read(path, 4).cells)
)
SOLUTIONS = sorted(path.relative_to(COURSE).as_posix() for path in COURSE.glob("solutions/*/*.ipynb"))


def stored(path: Path) -> list[list[tuple[str, Any]]]:
    return [text_of(cell.outputs) for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]


def put_out(site: Site, page: Page, notebook: str) -> list[list[tuple[str, Any]]]:
    site.open(page, notebook)
    return [text_of(outputs) for outputs in site.run_all(page)]


@pytest.mark.parametrize("notebook", FIRST)
def test_a_lesson_says_what_it_says_on_a_server(site: Site, page: Page, notebook: str) -> None:
    assert put_out(site, page, notebook) == stored(COURSE / notebook)


@pytest.mark.slow
@pytest.mark.parametrize("notebook", [one for one in ALL if one not in FIRST])
def test_every_notebook_says_what_it_says_on_a_server(site: Site, page: Page, notebook: str) -> None:
    if notebook.endswith("doctor.ipynb"):
        pytest.skip("the doctor says what is there, and has a test of its own")
    assert put_out(site, page, notebook) == stored(COURSE / notebook)


@pytest.mark.slow
@pytest.mark.parametrize("notebook", SOLUTIONS)
def test_a_solved_sheet_says_what_it_says_on_a_server(site: Site, page: Page, notebook: str) -> None:
    """The sheets have no stored outputs, their solutions have. They lie where the sheet lies, as a learner's do."""
    sheet = notebook.replace("solutions/", "exercises/", 1)
    site.open(page, sheet)
    solved = (COURSE / notebook).read_text("utf-8")
    page.evaluate(
        """async ([path, text]) => { await window.jupyterapp.serviceManager.contents.save(path,
        { type: 'notebook', format: 'json', content: JSON.parse(text) }); }""",
        [sheet, solved],
    )
    assert put_out(site, page, sheet) == stored(COURSE / notebook)
