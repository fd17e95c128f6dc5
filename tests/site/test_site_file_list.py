"""On the site too, answers and teachers' pages stand in no list of files; who has their address opens them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.lab import PANEL
from tests.site.browser import PATIENCE, Site

LISTING = ".jp-DirListing-content"
NAMES = """async path => (await window.jupyterapp.serviceManager.contents.get(path, { content: true })).content
.map(one => one.name)"""


def test_a_site_holds_no_answers(built: Path) -> None:
    sheets = sorted((built / "files").rglob("*.ipynb"))
    assert len(sheets) > 30
    assert not (built / "files" / "solutions").exists()
    assert [one.name for one in sheets if "### BEGIN SOLUTION" in one.read_text("utf-8")] == []


@pytest.mark.slow
def test_learners_see_lessons_and_a_teacher_gets_to_the_folder_by_its_address(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/lab/index.html?path=notebooks/00_start_here.ipynb", wait_until="commit")
    page.wait_for_selector(f"{PANEL} .rt-bar", timeout=PATIENCE)
    files = page.locator(LISTING)
    expect(files.get_by_text("01_contradictions.ipynb")).to_be_visible()
    expect(files.get_by_text("teacher", exact=True)).to_have_count(0)
    assert set(page.evaluate(NAMES, "")) >= {"notebooks", "exercises"}
    assert "teacher" not in page.evaluate(NAMES, "notebooks")

    page.goto(f"{site.url}/lab/index.html?path=notebooks/teacher/class_report.ipynb", wait_until="commit")
    page.wait_for_selector(f"{PANEL} .rt-bar", timeout=PATIENCE)
    expect(files.get_by_text("doctor.ipynb", exact=True)).to_be_visible()
