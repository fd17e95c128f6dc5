"""On a slow line a page is there long before its kernel: who presses Run early chooses no kernel and loses no click."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import Lab

LESSON = "notebooks/01_contradictions.ipynb"
PATIENCE = 240_000
"""Milliseconds: JupyterLab itself takes half a minute over such a line."""

LATENCY = 600  # milliseconds
TWO_MEGABIT = 2_000_000 / 8  # bytes in a second

WHEN_THE_PAGE_IS_THERE = """delay => { const looking = setInterval(() => {
  const app = window.jupyterapp, widget = app?.shell.currentWidget;
  if (!widget?.content?.widgets?.length || !app.commands.isEnabled('runmenu:run-all')) return;
  clearInterval(looking);
  setTimeout(() => { window.wasReady = widget.sessionContext.isReady;
    for (let pressed = 0; pressed < 2; pressed++) app.commands.execute('runmenu:run-all'); }, delay);
}, 10); }"""
"""What the menu does on a click, so many milliseconds after a learner first could; twice, as people do."""

COUNTS = """() => window.jupyterapp.shell.currentWidget.content.widgets
.filter(cell => cell.model.type === 'code').map(cell => cell.model.executionCount)"""


@pytest.mark.parametrize(
    "delay", [0, pytest.param(1500, marks=pytest.mark.slow), pytest.param(2500, marks=pytest.mark.slow)]
)
def test_run_all_pressed_early_runs_every_cell_once_in_the_end(lab: Lab, page: Page, delay: int) -> None:
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"latency": LATENCY, "downloadThroughput": TWO_MEGABIT, "uploadThroughput": TWO_MEGABIT}
    line.send("Network.emulateNetworkConditions", {"offline": False, **slow})
    page.add_init_script(f"({WHEN_THE_PAGE_IS_THERE})({delay})")
    page.goto(f"{lab.url}/lab/tree/{LESSON}?reset", wait_until="commit", timeout=PATIENCE)
    page.wait_for_function("() => window.wasReady !== undefined", timeout=PATIENCE)
    if delay == 0:
        assert page.evaluate("() => window.wasReady") is False, "it was pressed before there was a kernel"
    page.wait_for_function(f"() => ({COUNTS})().every(count => count)", timeout=PATIENCE)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    counts = page.evaluate(COUNTS)
    assert counts == list(range(1, len(counts) + 1)), "in order, and pressed twice is still one run"


@pytest.mark.slow
def test_who_waits_can_run_and_restart_as_ever(lab: Lab, page: Page) -> None:
    lab.open(page, LESSON)
    lab.run_all(page)
    counts = page.evaluate(COUNTS)
    lab.run_all(page)
    page.wait_for_function(f"before => ({COUNTS})().every((count, n) => count > before[n])", arg=counts)
    lab.restart_and_run_all(page)
    page.wait_for_function(f"() => ({COUNTS})()[0] === 1")
