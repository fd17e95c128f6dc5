"""The course on the site as its people use it: a learner's page by key, at any width, and a teacher's pages."""

from __future__ import annotations

import csv
import io
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from readtwice.pack import load_pack
from readtwice.record import Record
from readtwice.words import say, words
from tests.browser.astray import CELLS, FOCUS, SHOWN, heading, storm
from tests.browser.lab import PANEL
from tests.browser.pages import axe_findings, cut_off, named
from tests.classroom.classes import FORM, code_of, handed_in, record_of
from tests.publish import learners
from tests.publish.learners import take
from tests.site.browser import PATIENCE, Site

LESSON = "notebooks/01_contradictions.ipynb"
CONTEXT = "window.jupyterapp?.shell.currentWidget?.context"
COUNTS = """() => window.jupyterapp.shell.currentWidget.content.widgets
.filter(cell => cell.model.type === 'code').map(cell => cell.model.executionCount ?? null)"""
STORED = """async () => { const found = [];
const told = asked => new Promise(done => { asked.onsuccess = () => done(asked.result); });
for (const { name } of await indexedDB.databases()) {
  const base = await told(indexedDB.open(name));
  for (const store of base.objectStoreNames) {
    const all = base.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([told(all.getAllKeys()), told(all.getAll())]);
    keys.forEach((key, at) => found.push({ store, key: String(key), value: JSON.stringify(values[at]) }));
  }
  base.close(); }
return found; }"""
"""All that the data bases of this browser hold: store, key and value."""


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
def test_slips_and_a_gradebook_stay_in_the_browser(site: Site, page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 1300, "height": 9000})
    open_lesson(site, page, "notebooks/teacher/slips.ipynb")
    printed = named(page, say("slips.name"))
    printed.get_by_label(say("slips.count")).fill("12")
    with page.expect_download(timeout=PATIENCE) as begun:
        printed.get_by_label(say("slips.count")).press("Enter")
    slips = re.findall(r"[A-Z]+-\d\d-\w\d", Path(begun.value.path()).read_text("utf-8"))
    assert len(set(slips)) == 12

    open_lesson(site, page, "notebooks/teacher/class_report.ipynb")
    page.locator("summary", has_text="Where does all this go?").click()
    expect(page.locator(PANEL)).to_contain_text("stays in the memory of this page")
    # Under the slips one learner handed in a code, another a file.
    record, work = Record(tmp_path / "one", FORM), handed_in(tmp_path, slips[1])
    record.use_slip(slips[0])
    form = load_pack(FORM).form
    assert form
    take(record, learners.careful, [load_pack(FORM).item(card.item) for card in form.cards_of("first")], "before", FORM)
    desk = named(page, say("class_report.name"))
    desk.get_by_label(say("class_report.paste"), exact=True).fill(code_of(record, "before"))
    desk.get_by_label(say("class_report.files"), exact=True).set_input_files(work)
    desk.get_by_role("button", name=say("class_report.make")).click()
    expect(desk).to_contain_text(say("class_report.made", learners=2, rejected=0), timeout=PATIENCE)

    column = named(page, say("gradebook_column.name"))
    listed = f'Student,ID,SIS Login ID,Section,slip\n"Zander, Ada",17,ada,10b,{slips[0]}\nBo,18,bo,10b,{slips[1]}\n'
    roster = {"name": "grades.csv", "mimeType": "text/csv", "buffer": listed.encode()}
    column.get_by_label(say("gradebook_column.roster"), exact=True).set_input_files(roster)  # type: ignore[arg-type]
    column.get_by_role("button", name=say("gradebook_column.make")).click()
    expect(column.get_by_role("listitem")).to_have_count(2, timeout=PATIENCE)
    with page.expect_download(timeout=PATIENCE) as begun:
        column.get_by_role("button", name=say("gradebook_column.download", name="read-twice-canvas.csv")).click()
    rows = list(csv.reader(io.StringIO(Path(begun.value.path()).read_text("utf-8-sig"))))
    assert [(row[0], row[-1]) for row in rows[2:]] == [("Zander, Ada", "100"), ("Bo", "100")]
    assert site.saved(page) == {}, "a teacher's page saves nothing"
    kept = page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "Zander" not in kept + str(page.evaluate(STORED))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["doctor", "one_shot_projector", "live"])
def test_a_teachers_page_runs_by_itself(site: Site, page: Page, name: str) -> None:
    open_lesson(site, page, f"notebooks/teacher/{name}.ipynb")
    expect(page.locator("section.rt").first).to_be_visible(timeout=PATIENCE)
    if name == "doctor":
        doctor = named(page, say("doctor.name"))
        expect(doctor.locator(".rt-finding").first).to_be_visible(timeout=PATIENCE)
        # A slow kernel hears of the page only once it has looked at all else.
        broken = doctor.locator(".rt-finding", has_text=words()["doctor"]["state"]["broken"])
        expect(broken).to_have_count(0, timeout=PATIENCE)


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
    for dark in (False, True):
        page.emulate_media(color_scheme="dark" if dark else "light")
        expect(page.locator("body")).to_have_attribute("data-jp-theme-light", str(not dark).lower())
        assert axe_findings(page) == []
        assert axe_findings(page, ".rt-bar") == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert cut_off(page, 320) == []
    bar = page.locator(f"{PANEL} .rt-bar")
    assert bar.evaluate("node => node.getBoundingClientRect().right <= 320")


@pytest.mark.slow
def test_an_answer_by_keyboard_alone(site: Site, page: Page) -> None:
    open_lesson(site, page, LESSON)
    cards = named(page, say("deck.sets.exit"))
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
def test_a_site_without_its_python_says_so_with_a_button(site: Site, page: Page) -> None:
    """As where a folder was copied in part, or a filter keeps a file away."""
    page.context.route("**/pyodide.asm.wasm*", lambda route: route.fulfill(status=404))
    page.goto(f"{site.url}/notebooks/index.html?path={LESSON}", wait_until="commit")
    bar = page.locator(f"{PANEL} .rt-bar")
    expect(bar.get_by_role("alert")).to_have_text(say("lesson_page.missing"), timeout=PATIENCE)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    page.context.unroute("**/pyodide.asm.wasm*")
    bar.get_by_role("button", name=say("lesson_page.load_again")).click()
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)
    expect(bar.locator("[role=alert]")).to_have_text("")


@pytest.mark.slow
def test_a_newer_page_is_not_hidden_by_what_a_browser_kept(site: Site, page: Page) -> None:
    """A page is never saved, so that the site's own is what is shown, also after an update of the site."""
    open_lesson(site, page, LESSON)
    page.evaluate(f"() => {CONTEXT}.save()")
    kept = [[one["store"], one["key"]] for one in page.evaluate(STORED)]
    assert ["checkpoints", LESSON] in kept, "what a browser keeps is seen"
    assert ["files", LESSON] not in kept


@pytest.mark.slow
@pytest.mark.parametrize("way", ["notebooks", "lab"])
def test_another_page_is_opened_before_the_first_is_ready(site: Site, page: Page, way: str) -> None:
    """Each page gets a Python of its own, runs its own cells once, and the first comes back as it should."""
    following = "notebooks/02_who_said_it_and_when.ipynb"
    page.goto(f"{site.url}/{way}/index.html?path={LESSON}", wait_until="commit")
    bar = page.locator(f"{PANEL} .rt-bar")
    expect(bar.locator("[role=status]")).to_contain_text(say("lesson_page.waiting"), timeout=PATIENCE)
    bar.get_by_role("button", name=say("lesson_page.contents")).click()
    course = bar.get_by_role("list", name=say("lesson_page.the_course"))
    course.get_by_role("link", name="2 · Who said it, and when?").click()
    for notebook in (following, LESSON):
        page.wait_for_function(f"path => {CONTEXT}?.path === path", arg=notebook, timeout=PATIENCE)
        page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)
        counts = page.evaluate(COUNTS)
        assert counts == list(range(1, len(counts) + 1)), f"{notebook}: each cell ran once"
        if notebook == following:
            bar.get_by_role("button", name=say("lesson_page.contents")).click()
            course.get_by_role("link", name="1 · Does it agree with itself?").click()


@pytest.mark.slow
def test_a_start_of_a_minute_is_waited_for(site: Site, page: Page) -> None:
    """A slow line: what is large comes late, it is said that this can take long, and then the lesson runs."""

    def delay(route: Route) -> None:
        time.sleep(60)
        route.continue_()

    page.context.route("**/pyodide.asm.wasm*", delay)
    page.goto(f"{site.url}/notebooks/index.html?path={LESSON}", wait_until="commit")
    status = page.locator(f"{PANEL} .rt-bar [role=status]")
    told = f"{say('lesson_page.waiting')} {say('lesson_page.long')}"
    expect(status).to_have_text(told, timeout=PATIENCE)
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE + 60_000)
    expect(status).to_have_text("")
    expect(page.locator(f"{PANEL} .rt-bar [role=alert]")).to_have_text("")
