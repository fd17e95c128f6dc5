"""Keys pressed inside a widget never reach JupyterLab: no cell is run, added, moved or deleted. Only "save" does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from readtwice.words import say
from tests.browser.lab import Lab

LESSON = "notebooks/01_contradictions.ipynb"
KEYS = [
    *("Shift+Enter", "Control+Enter", "Alt+Enter", "Enter", "Escape", "Space", "Shift+Space", "Tab"),
    *"abxcvmyrizhlo1234567890",
    *("d", "d", "0", "0", "i", "i", "Shift+M", "Shift+K", "Shift+O", "Shift+L", "Delete", "Backspace"),
    *("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Shift+ArrowDown", "Shift+ArrowUp"),
    *("Control+a", "Control+z", "Control+Shift+z", "Control+Shift+ArrowDown", "Control+Shift+ArrowUp", "Control+b"),
    *("Control+Shift+Minus", "Control+m", "Alt+ArrowDown", "Alt+ArrowUp", "Control+f", "Control+Shift+c", "F9"),
]
PLACES = {
    "a sentence to choose": "[data-key='b06.s1']",
    "a field to write in": "textarea",
    "a list to choose from": "select",
    "a button of a card": "[data-key='next']",
    "a word of the article": ".rt-word",
    "a line that folds away": "summary",
    "text that took the focus": "p[data-key='card']",
}
NOTEBOOK = """() => { const { content, sessionContext } = window.jupyterapp.shell.currentWidget;
return { active: content.activeCellIndex, cells: content.widgets.map(cell => [cell.model.id,
  cell.model.sharedModel.getSource(), cell.model.executionCount ?? null]) }; }"""


@pytest.fixture
def lesson(lab: Lab, page: Page) -> Page:
    """The lesson, run, with two pins in its ledger, and every command that JupyterLab runs from now on written down."""
    lab.open(page, LESSON)
    lab.run_all(page)
    ledger = page.get_by_role("region", name=say("ledger.name"))
    for sentence in ("b06.s1", "b11.s1"):
        ledger.locator(f"[data-key='{sentence}']").click()
        ledger.locator("[data-key^='pin-']").first.click()
    expect(ledger.locator("select")).to_be_visible()
    page.evaluate(
        """() => { window.commandsRun = [];
        window.jupyterapp.commands.commandExecuted.connect((_, { id }) => window.commandsRun.push(id)); }"""
    )
    return page


def commands_run(page: Page) -> list[str]:
    run: list[str] = page.evaluate("() => window.commandsRun")
    return run


def test_no_key_reaches_jupyterlab_from_anywhere_in_a_widget(lesson: Page) -> None:
    before = lesson.evaluate(NOTEBOOK)
    for place, selector in PLACES.items():
        target = lesson.locator(f"section.rt {selector}").first
        for key in KEYS:
            target.focus()
            lesson.keyboard.press(key)
            assert commands_run(lesson) == [], f"{key} on {place}"
    lesson.wait_for_timeout(500)  # a cell that was started would be counted by now
    after = lesson.evaluate(NOTEBOOK)
    assert after["cells"] == before["cells"]


@pytest.mark.slow
def test_saving_still_works_from_inside_a_widget(lesson: Page) -> None:
    lesson.locator("section.rt textarea").first.focus()
    lesson.keyboard.press("Control+s")
    lesson.wait_for_function("() => window.commandsRun.includes('docmanager:save')")
