"""The course on the site as its people use it: a learner's page by key, at any width, and a teacher's pages."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from readtwice.words import say, words
from tests.browser.astray import CELLS, FOCUS, SHOWN, heading, storm
from tests.browser.pages import axe_findings, cut_off, named
from tests.classroom.classes import code_of, record_of
from tests.publish import learners
from tests.site.browser import PATIENCE, Site

LESSON = "notebooks/01_contradictions.ipynb"
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
CONTEXT = "window.jupyterapp.shell.currentWidget.context"


def open_lesson(site: Site, page: Page, notebook: str) -> None:
    """Open a page by its link alone, and wait until it has run by itself."""
    page.goto(f"{site.url}/notebooks/index.html?path={notebook}", wait_until="commit")
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)


@pytest.mark.slow
def test_a_teacher_makes_a_report_from_codes(site: Site, page: Page, tmp_path: Path) -> None:
    codes = [code_of(record_of(tmp_path, learners.suspicious, seed, ("after",)), "after") for seed in range(5)]
    page.set_viewport_size({"width": 1300, "height": 9000})
    open_lesson(site, page, "notebooks/teacher/class_report.ipynb")
    desk = named(page, say("class_report.name"))
    table = io.StringIO()
    csv.writer(table).writerows([["Timestamp", "Paste your code"], *(["2026/11/24", code] for code in codes)])
    file = {"name": "answers.csv", "mimeType": "text/csv", "buffer": table.getvalue().encode()}
    desk.get_by_label(say("class_report.files"), exact=True).set_input_files(file)  # type: ignore[arg-type]
    desk.get_by_role("button", name=say("class_report.make")).click()
    expect(desk).to_contain_text(say("class_report.made", learners=5, rejected=0), timeout=PATIENCE)
    told = desk.locator(".rt-report-lines li").first.inner_text().split("\n")[-1]
    with page.expect_download(timeout=PATIENCE) as begun:
        desk.get_by_role("button", name=words()["class_report"]["download"]["report"]).click()
    html = Path(begun.value.path()).read_text("utf-8")
    assert told in html
    assert not any(code in html for code in codes)
    assert site.saved(page) == {}, "a teacher's page saves nothing"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["doctor", "one_shot_projector", "live"])
def test_a_teachers_page_runs_by_itself(site: Site, page: Page, name: str) -> None:
    open_lesson(site, page, f"notebooks/teacher/{name}.ipynb")
    expect(page.locator("section.rt").first).to_be_visible(timeout=PATIENCE)
    if name == "doctor":
        doctor = named(page, say("doctor.name"))
        expect(doctor.locator(".rt-finding").first).to_be_visible(timeout=PATIENCE)
        expect(doctor.locator(".rt-finding", has_text=words()["doctor"]["state"]["broken"])).to_have_count(0)


@pytest.mark.slow
def test_keys_gone_astray_change_nothing_and_the_page_is_for_everybody(site: Site, page: Page) -> None:
    open_lesson(site, page, LESSON)
    before = page.evaluate(CELLS)
    page.evaluate(FOCUS, heading(page))
    storm(page, seed=16)
    assert page.evaluate(CELLS) == before
    assert page.evaluate(SHOWN)
    assert page.evaluate(f"() => {CONTEXT}.model.dirty") is False
    page.set_viewport_size({"width": 1300, "height": 9000})
    assert axe_findings(page) == []
    assert axe_findings(page, ".rt-bar") == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert cut_off(page, 320) == []
    bar = page.locator(f"{PANEL} .rt-bar")
    assert bar.evaluate("node => node.getBoundingClientRect().right <= 320")


@pytest.mark.slow
def test_an_answer_by_keyboard_alone(site: Site, page: Page) -> None:
    open_lesson(site, page, LESSON)
    cards = named(page, say("judge.sets.exit"))
    cards.locator(".rt-scale button").first.focus()
    page.keyboard.press("Enter")
    expect(cards.locator(".rt-feedback").last).to_be_visible()


@pytest.mark.slow
def test_a_kernel_that_ends_is_told_with_a_button(site: Site, page: Page) -> None:
    open_lesson(site, page, LESSON)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.wait_for_selector(f"{PANEL}[data-readtwice=stopped]", timeout=PATIENCE)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    page.locator(f"{PANEL} .rt-bar").get_by_role("button", name=say("lesson_page.start_again")).click()
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)


@pytest.mark.slow
def test_a_newer_page_is_not_hidden_by_what_a_browser_kept(site: Site, page: Page) -> None:
    """A page is never saved, so that the site's own is what is shown, also after an update of the site."""
    open_lesson(site, page, LESSON)
    page.evaluate(f"() => {CONTEXT}.save()")
    kept = page.evaluate(
        """async () => { const found = [];
        for (const { name } of await indexedDB.databases()) {
          const base = await new Promise(done => { const asked = indexedDB.open(name);
            asked.onsuccess = () => done(asked.result); });
          for (const store of base.objectStoreNames) found.push(...await new Promise(done => {
            const asked = base.transaction(store).objectStore(store).getAllKeys();
            asked.onsuccess = () => done(asked.result.map(key => [store, String(key)])); }));
          base.close(); }
        return found; }"""
    )
    assert ["checkpoints", LESSON] in kept, "what a browser keeps is seen"
    assert ["files", LESSON] not in kept
