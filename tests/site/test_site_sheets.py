"""Every practice sheet on the site: clicked through by one who knows no key, or in code as its solution has it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from readtwice.record.event import event_from_line
from tests.browser.lab import COURSE, PANEL, broken_widgets
from tests.browser.to_the_end import Learner
from tests.site.browser import PATIENCE, Site, text_of

SHEETS = sorted((COURSE / "exercises").glob("*/*.ipynb"))
CLICKED = [path for path in SHEETS if path.stem == "practice"]
IN_CODE = [path for path in SHEETS if path.stem == "programmers"]
WRITE = """sources => { for (const cell of window.jupyterapp.shell.currentWidget.content.widgets)
if (cell.model.id in sources) cell.model.sharedModel.setSource(sources[cell.model.id]); }"""
WRITTEN = """() => Object.fromEntries(window.jupyterapp.shell.currentWidget.content.widgets
.filter(cell => cell.model.type === 'code').map(cell => [cell.model.id, cell.model.sharedModel.getSource()]))"""


def name_of(path: Path) -> str:
    return path.relative_to(COURSE).as_posix()


def saved_answers(site: Site, page: Page) -> int:
    lines = [line for text in site.saved(page).values() for line in text.splitlines()[1:]]
    return sum(event_from_line(line).kind == "answer" for line in lines)


@pytest.mark.slow
@pytest.mark.parametrize("sheet", CLICKED, ids=lambda path: path.parent.name)
def test_a_sheet_to_click_runs_by_itself_and_every_question_is_answered(
    site: Site, context: BrowserContext, sheet: Path
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 1300, "height": 3000})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{site.url}/notebooks/index.html?path={name_of(sheet)}", wait_until="commit")
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)
    assert Learner(seed=4).answer_all(page, PANEL) > 5
    assert (broken_widgets(page), wrong) == (0, [])
    page.wait_for_timeout(1000)
    assert saved_answers(site, page) > 3


@pytest.mark.slow
@pytest.mark.parametrize("sheet", IN_CODE, ids=lambda path: path.parent.name)
def test_a_sheet_in_code_is_written_run_and_kept(site: Site, page: Page, sheet: Path) -> None:
    """Written in the cells of the sheet, run, saved by key; a new page opens it as it was left."""
    solution = nbformat.read(COURSE / "solutions" / sheet.relative_to(COURSE / "exercises"), 4)
    code = {cell.id: cell for cell in solution.cells if cell.cell_type == "code"}
    site.open(page, name_of(sheet))
    expect(page.locator(f"{PANEL} > .jp-Toolbar")).to_be_visible()
    page.evaluate(WRITE, {name: cell.source for name, cell in code.items()})
    outputs = site.run_all(page)
    assert [text_of(one) for one in outputs] == [text_of(cell.outputs) for cell in code.values()]
    assert broken_widgets(page) == 0
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=PATIENCE)
    site.open(page, name_of(sheet))
    assert page.evaluate(WRITTEN) == {name: cell.source for name, cell in code.items()}
