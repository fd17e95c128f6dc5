"""Keys that go astray on a page, and what of it may not change."""

from __future__ import annotations

import random

from playwright.sync_api import Page, expect

CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets.map(
  cell => [cell.model.id, cell.model.type, cell.model.sharedModel.getSource()])"""
SHOWN = """() => window.jupyterapp.shell.currentWidget.content.widgets.every(
  cell => !cell.isHidden && (cell.model.type !== 'markdown' || cell.rendered))"""
FOCUS = """index => { const { content } = window.jupyterapp.shell.currentWidget;
content.mode = 'command'; content.deselectAll();
content.activeCellIndex = index; content.widgets[index].node.focus(); }"""
FOCUSED = """() => { const { content } = window.jupyterapp.shell.currentWidget;
content.mode = 'command'; content.activeCell.node.focus(); }"""
SAVE = "() => window.jupyterapp.shell.currentWidget.context.save()"
EDITABLE = """() => window.jupyterapp.shell.currentWidget.content.widgets
.filter(cell => cell.model.getMetadata('editable') !== false).map(cell => cell.model.id)"""

HARMFUL = [
    *("d d", "x", "r", "m", "y", "a", "b", "v", "c v", "x v", "o", "z", "Shift+Z", "Shift+M", "Shift+A", "Shift+B"),
    *("1", "2", "3", "4", "5", "6", "0 0", "Shift+R", "Shift+ArrowDown d d", "Control+a d d", "Control+a x"),
    *("Control+Backspace", "Control+Shift+M", "Control+Shift+Minus", "Alt+Enter", "Shift+Enter", "Enter"),
    *("Control+Shift+ArrowUp", "Control+Shift+ArrowDown", "ArrowLeft", "Control+Shift+ArrowLeft"),
    *("Control+z", "Control+Shift+z", "Control+x", "Control+v", "Delete", "Backspace", "Enter h e l l o Escape"),
]
"""What JupyterLab reads as a command on a selected cell, some after another that prepares it."""

HARMLESS = ["ArrowDown", "ArrowUp", "ArrowRight", "j", "k", "c", "i i", "Shift+ArrowUp", "Escape", "Space", "h", "q"]


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def storm(page: Page, seed: int, count: int = 200) -> None:
    """So many key presses of all kinds, each on the cell that is selected by then."""
    chance = random.Random(seed)
    for _ in range(count):
        press(page, chance.choice(HARMFUL if chance.random() < 0.7 else HARMLESS))
        page.evaluate(FOCUSED)


def heading(page: Page) -> int:
    """The number of a heading in the middle of the page."""
    cells = page.evaluate(CELLS)
    return next(number for number, cell in enumerate(cells) if number > 2 and cell[2].startswith("## "))
