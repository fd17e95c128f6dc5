"""The teacher's pages in JupyterLab: as notebooks, linked to each other; Markdown opens as a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import COURSE, PANEL, PATIENCE, Lab

pytestmark = pytest.mark.browser


def test_the_guide_leads_to_a_lesson_page_and_on_to_the_lesson(page: Page, lab: Lab) -> None:
    lab.open(page, "notebooks/teacher/guide.ipynb")
    page.locator(PANEL).get_by_role("link", name="Leave the page").last.click()
    here = page.locator(PANEL)
    expect(here.get_by_role("heading", name="Teaching lesson 6: Leave the page")).to_be_visible(timeout=PATIENCE)
    here.get_by_role("link", name="The lesson", exact=True).click()
    expect(here.get_by_role("heading", name="6 · Leave the page")).to_be_visible(timeout=PATIENCE)


@pytest.mark.slow
def test_sums_of_money_stay_text(page: Page, lab: Lab) -> None:
    lab.open(page, "notebooks/teacher/lessons/03_do_the_numbers_fit.ipynb")
    here = page.locator(PANEL)
    expect(here.get_by_text("Two sums were in print: $65.9 billion and $66.9 billion.")).to_be_attached(
        timeout=PATIENCE
    )
    page.wait_for_timeout(1000)  # formulas are set a moment after the page
    assert here.locator("mjx-container").count() == 0


@pytest.mark.slow
def test_a_page_in_markdown_opens_rendered(page: Page, lab: Lab) -> None:
    """With the settings that Binder, `make lab` and start.py install, here as the user's own."""
    wanted = json.loads((COURSE / "binder/overrides.json").read_text("utf-8"))[
        "@jupyterlab/docmanager-extension:plugin"
    ]
    file = Path(lab.folder.parent, "settings/@jupyterlab/docmanager-extension/plugin.jupyterlab-settings")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(wanted), "utf-8")
    page.goto(f"{lab.url}/lab/tree/notebooks/teacher/care.md?reset", wait_until="commit")
    viewer = page.locator(".jp-MarkdownViewer")
    expect(viewer.get_by_role("heading", name="Rules of talk")).to_be_visible(timeout=PATIENCE)
    expect(viewer.get_by_role("table").first).to_be_visible()
    file.unlink()
