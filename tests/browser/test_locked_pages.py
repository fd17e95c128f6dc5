"""Keys that go astray do no harm to a page: what it says and in which order stays, also after a save."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.astray import CELLS, EDITABLE, FOCUS, HARMFUL, SAVE, SHOWN, heading, press, storm
from tests.browser.lab import PATIENCE, Lab


def saved(lab: Lab, notebook: str) -> list[list[Any]]:
    cells = json.loads((lab.folder / notebook).read_text("utf-8"))["cells"]
    return [[cell["id"], cell["cell_type"], "".join(cell["source"])] for cell in cells]


@pytest.mark.parametrize(
    "notebook",
    [
        "notebooks/01_contradictions.ipynb",
        pytest.param("exercises/03_do_the_numbers_fit/practice.ipynb", marks=pytest.mark.slow),
    ],
)
def test_each_key_leaves_a_heading_and_the_last_cell_as_they_are(lab: Lab, page: Page, notebook: str) -> None:
    lab.open(page, notebook)
    before = page.evaluate(CELLS)
    for place in (heading(page), len(before) - 1):
        for keys in (*HARMFUL, "ArrowDown Enter", "j Space"):
            page.evaluate(FOCUS, place)
            press(page, keys)
            page.wait_for_timeout(60)
            assert page.evaluate(CELLS) == before, f"{keys} on cell {place}"
            assert page.evaluate(SHOWN), f"{keys} on cell {place}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "notebook",
    [
        "notebooks/01_contradictions.ipynb",
        "notebooks/teacher/guide.ipynb",
        "exercises/06_leave_the_page/programmers.ipynb",
    ],
)
def test_a_storm_of_keys_changes_no_cell_that_is_locked(lab: Lab, page: Page, notebook: str) -> None:
    lab.open(page, notebook)
    before, answers = page.evaluate(CELLS), set(page.evaluate(EDITABLE))
    page.evaluate(FOCUS, heading(page))
    storm(page, seed=len(before))
    after = page.evaluate(CELLS)
    assert [cell[:2] for cell in after] == [cell[:2] for cell in before]
    assert [cell for cell in after if cell[0] not in answers] == [cell for cell in before if cell[0] not in answers]
    page.evaluate(SAVE)
    assert saved(lab, notebook) == after
    lab.open(page, notebook)
    assert page.evaluate(CELLS) == after
    assert page.evaluate(SHOWN)


def test_a_double_click_shows_no_source_and_dragging_moves_nothing(lab: Lab, page: Page) -> None:
    lab.open(page, "notebooks/01_contradictions.ipynb")
    before = page.evaluate(CELLS)
    page.locator(".jp-MarkdownCell .jp-RenderedHTMLCommon").first.dblclick()
    assert page.evaluate(SHOWN)
    lab.run_all(page)
    expect(page.locator(".jp-Notebook-footer")).to_be_hidden()
    page.evaluate(FOCUS, 0)
    page.locator(".jp-MarkdownCell").first.scroll_into_view_if_needed()
    first, third = (page.locator(".jp-MarkdownCell").nth(number).bounding_box() for number in (0, 2))
    assert first
    assert third
    page.mouse.move(first["x"] + 30, first["y"] + 12)
    page.mouse.down()
    for step in range(10):
        page.mouse.move(first["x"] + 30, first["y"] + 12 + (third["y"] - first["y"]) * step / 9 + 5)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert page.evaluate(CELLS) == before


def test_a_programmer_can_write_run_and_go_on_by_keyboard(lab: Lab, page: Page) -> None:
    lab.open(page, "exercises/06_leave_the_page/programmers.ipynb")
    lab.run_all(page)
    (answer,) = page.evaluate(EDITABLE)
    cells = page.evaluate(CELLS)
    place = [cell[0] for cell in cells].index(answer)
    page.evaluate(FOCUS, place)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Home")
    page.keyboard.type("print('mine', 6 * 7)\n")
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".jp-CodeCell").get_by_text("mine 42")).to_be_visible(timeout=PATIENCE)
    active = "() => window.jupyterapp.shell.currentWidget.content.activeCellIndex"
    assert page.evaluate(active) == place + 1
    page.evaluate(FOCUS, len(cells) - 1)
    for _ in range(3):
        page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(500)
    assert len(page.evaluate(CELLS)) == len(cells)
