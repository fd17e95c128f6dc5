"""A lesson is a page: it runs when it is opened, is read, never written to, and says where one is."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from readtwice.record import read_folder
from readtwice.syllabus import syllabus
from readtwice.words import say
from tests.browser.astray import CELLS, FOCUS, SHOWN, heading, storm
from tests.browser.lab import COURSE, PANEL, PATIENCE, Lab
from tests.browser.own_run import wait_for_own_run
from tests.browser.pages import axe_findings, change_theme, named

LESSON = "notebooks/03_do_the_numbers_fit.ipynb"
SHEET = "exercises/01_contradictions/practice.ipynb"
IN_CODE = "exercises/06_leave_the_page/programmers.ipynb"
WAYS = {"Notebook": "/notebooks/", "JupyterLab": "/lab/tree/", "JupyterLab, one page": "/doc/tree/"}
TWO_WAYS = ["Notebook", pytest.param("JupyterLab", marks=pytest.mark.slow)]
BAR = f"{PANEL} .rt-bar"

SESSIONS = "**/api/sessions*"
STATE = f"() => document.querySelector('{PANEL}')?.dataset.readtwice"
CONTEXT = "window.jupyterapp.shell.currentWidget.context"
PLACE = """() => { const { content } = window.jupyterapp.shell.currentWidget;
return [content.activeCellIndex, content.node.querySelector('.jp-WindowedPanel-outer').scrollTop]; }"""
COUNTS = """() => window.jupyterapp.shell.currentWidget.content.widgets
.filter(cell => cell.model.type === 'code').map(cell => cell.model.executionCount ?? null)"""


def open_by(lab: Lab, page: Page, way: str, notebook: str) -> None:
    reset = "?reset" if way == "JupyterLab" else ""  # without the pages that an earlier test left open there
    page.goto(f"{lab.url}{WAYS[way]}{notebook}{reset}", wait_until="commit")
    page.wait_for_selector(f"{PANEL} .jp-Cell", timeout=PATIENCE)


def wait_for_state(page: Page, state: str, patience: int = PATIENCE) -> None:
    page.wait_for_function(f"wanted => ({STATE})() === wanted", arg=state, timeout=patience)


def wait_for(page: Page, state: str, patience: int = PATIENCE) -> None:
    """A page that is ready is waited for until it is drawn: while cells still come, what stands below moves away."""
    wait_for_state(page, state, patience)
    if state == "ready":
        wait_for_own_run(page, patience)


def hold_kernels(page: Page) -> list[Route]:
    """Keep each request for a kernel back until `let_go`."""
    held: list[Route] = []
    page.route(SESSIONS, lambda one: held.append(one) if one.request.method == "POST" else one.continue_())
    return held


def let_go(page: Page, held: list[Route]) -> None:
    for one in held:
        one.continue_()
    page.unroute(SESSIONS)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("way", WAYS)
def test_one_click_and_the_lesson_is_there_and_running(lab: Lab, page: Page, way: str) -> None:
    before = (lab.folder / LESSON).read_bytes()
    open_by(lab, page, way, LESSON)
    expect(page.locator(f"{BAR} [role=status]")).to_have_text(say("lesson_page.waiting"))
    wait_for(page, "ready")
    expect(page.locator(f"{BAR} [role=status]")).to_have_text("")
    expect(named(page, say("start.name"))).to_be_visible()
    assert page.evaluate(PLACE) == [0, 0], "it stays at its top"
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    # Nothing but the lesson: no code, no prompt, no toolbar, no instruction for menus.
    for gone in (".jp-InputArea-editor", ".jp-Placeholder", ".jp-InputPrompt", ".jp-OutputPrompt", ".jp-cell-toolbar"):
        assert not any(one.is_visible() for one in page.locator(f"{PANEL} .jp-Notebook {gone}").all()), gone
    expect(page.locator(f"{PANEL} > .jp-Toolbar")).to_be_hidden()
    assert "Run All Cells" not in page.locator(f"{PANEL} .jp-Notebook").inner_text()
    if way != "JupyterLab":
        for around in ("menubar", "tablist"):
            assert not any(one.is_visible() for one in page.get_by_role(around).all()), around  # type: ignore[arg-type]
    # It is never written to.
    assert page.evaluate(f"() => {CONTEXT}.model.dirty") is False
    page.evaluate(f"() => {CONTEXT}.save()")
    assert (lab.folder / LESSON).read_bytes() == before
    if way != "JupyterLab":
        return
    # The switch shows the code, here and on the next page.
    page.get_by_role("button", name=say("lesson_page.contents")).click()
    page.get_by_label(say("lesson_page.show_code")).check()
    expect(page.locator(f"{PANEL} .jp-CodeCell .jp-InputArea-editor").first).to_be_visible()
    expect(page.locator(f"{PANEL} > .jp-Toolbar")).to_be_visible()
    open_by(lab, page, way, LESSON)
    wait_for(page, "ready")
    expect(page.locator(f"{PANEL} .jp-CodeCell .jp-InputArea-editor").first).to_be_visible()


def test_where_one_is_and_what_is_left(lab: Lab, page: Page) -> None:
    open_by(lab, page, "Notebook", "notebooks/01_contradictions.ipynb")
    wait_for(page, "ready")
    bar = page.locator(BAR)
    expect(bar).to_contain_text(say("lesson_page.left", done=0, of=10, minutes=40))
    cards = named(page, say("deck.sets.exit"))
    for _ in range(2):
        cards.locator(".rt-scale button").first.click()
        expect(cards.locator(".rt-feedback").last).to_be_visible()
        if (further := cards.locator("[data-key=next][aria-disabled=false]")).count():
            further.click()
    # Exit cards are answered, so what only was to be read before them lies behind: 2, 5, 3, 3 and 2 minutes.
    expect(bar).to_contain_text(say("lesson_page.left", done=5, of=10, minutes=25))
    opener = bar.get_by_role("button", name=say("lesson_page.contents"))
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    course = bar.get_by_role("list", name=say("lesson_page.the_course"))
    expect(course.get_by_role("listitem")).to_have_count(len(syllabus().lessons))
    expect(course.locator("[aria-current=page]")).to_have_text("1 · Does it agree with itself?")
    expect(course.get_by_role("listitem").nth(1)).to_contain_text(say("lesson_page.begun", done=2, of=14))
    steps = bar.get_by_role("list", name=say("lesson_page.this_page"))
    expect(steps.get_by_role("listitem").filter(has_text="Exit cards")).to_contain_text("✓")
    assert axe_findings(page, ".rt-bar") == []
    steps.get_by_role("button", name="Exit cards").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Exit cards")).to_be_focused()
    expect(page.get_by_role("heading", name="Exit cards")).to_be_in_viewport()
    expect(opener).to_be_in_viewport()
    page.set_viewport_size({"width": 320, "height": 700})
    opener.click()
    assert bar.evaluate("node => node.scrollWidth <= node.clientWidth && node.getBoundingClientRect().right <= 320")
    change_theme(page, "JupyterLab Dark")
    assert axe_findings(page, ".rt-bar") == []
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.click()
    course.get_by_role("link", name="2 · Who said it, and when?").click()
    page.wait_for_url("**/notebooks/notebooks/02_who_said_it_and_when.ipynb")
    wait_for(page, "ready")
    page.locator(f"{PANEL} .jp-RenderedMarkdown").get_by_role("link").filter(has_text="lesson 3:").last.click()
    page.wait_for_url("**/notebooks/notebooks/03_do_the_numbers_fit.ipynb")
    assert len(page.context.pages) == 1


def test_the_course_stands_at_the_side_in_jupyterlab(lab: Lab, page: Page) -> None:
    open_by(lab, page, "JupyterLab", "notebooks/01_contradictions.ipynb")
    wait_for(page, "ready")
    page.get_by_role("tab", name=say("lesson_page.the_course"), exact=True).click()
    side = page.locator("nav.rt-side")
    expect(side.get_by_role("listitem")).to_have_count(len(syllabus().lessons))
    expect(side.locator("[aria-current=page]")).to_have_text("1 · Does it agree with itself?")
    named(page, say("deck.sets.exit")).locator(".rt-scale button").first.click()
    expect(side.get_by_role("listitem").nth(1)).to_contain_text(say("lesson_page.begun", done=1, of=14))
    assert axe_findings(page, "nav.rt-side") == []
    side.get_by_role("link", name="2 · Who said it, and when?").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{PANEL} h1", has_text="Who said it, and when?")).to_be_visible(timeout=PATIENCE)
    wait_for(page, "ready")
    page.locator(f"{PANEL} h1").first.click()
    expect(side.locator("[aria-current=page]")).to_have_text("2 · Who said it, and when?")


def test_the_first_page_ends_with_the_whole_course(lab: Lab, page: Page) -> None:
    open_by(lab, page, "JupyterLab, one page", "notebooks/00_start_here.ipynb")
    wait_for(page, "ready")
    course = page.get_by_role("navigation", name=say("lesson_page.the_course"))
    expect(course.get_by_role("listitem")).to_have_count(len(syllabus().lessons))
    assert axe_findings(page, ".rt-map") == []
    link = course.get_by_role("link", name="1 · Does it agree with itself?")
    link.focus()  # by key: on a busy machine the page may still move between the halves of a click
    link.press("Enter")
    expect(page.locator(f"{PANEL} h1", has_text="Does it agree with itself?")).to_be_visible(timeout=PATIENCE)
    wait_for(page, "ready")


@pytest.mark.parametrize("way", TWO_WAYS)
def test_keys_and_clicks_that_went_astray_change_nothing(lab: Lab, page: Page, way: str) -> None:
    open_by(lab, page, way, LESSON)
    wait_for(page, "ready")
    before, counts = page.evaluate(CELLS), page.evaluate(COUNTS)
    page.evaluate(FOCUS, heading(page))
    storm(page, seed=16)
    page.locator(f"{PANEL} .jp-RenderedMarkdown h2").first.dblclick()
    page.locator(f"{PANEL} .jp-RenderedMarkdown h2").first.click(button="right")
    expect(page.locator(".lm-Menu")).to_have_count(0)
    assert page.evaluate(CELLS) == before
    assert page.evaluate(COUNTS) == counts, "no key ran a cell"
    assert page.evaluate(SHOWN)
    assert page.evaluate(f"() => {CONTEXT}.model.dirty") is False


def test_no_page_but_the_courses_own_runs_by_itself(lab: Lab, page: Page) -> None:
    """A changed lesson, somebody's own notebook, a sheet in code, a sheet in which somebody wrote."""
    change(lab.folder / LESSON, "course.end()", "course.end()  # and more")
    lab.open(page, LESSON)
    bar = page.locator(BAR)
    expect(bar.get_by_role("alert")).to_have_text(say("lesson_page.unasked"))
    assert page.locator("section.rt").count() == 0, "it shows what was stored"
    bar.get_by_role("button", name=say("lesson_page.run")).click()
    wait_for(page, "ready")
    expect(page.locator(f"{BAR} [role=alert]")).to_have_text("")
    expect(named(page, say("deck.sets.exit"))).to_be_visible()

    own = json.loads((COURSE / LESSON).read_text("utf-8"))
    own["cells"] = [
        own["cells"][2] | {"source": "print('mine')", "outputs": [], "metadata": {}, "execution_count": None}
    ]
    (lab.folder / "own.ipynb").write_text(json.dumps(own), "utf-8")
    for notebook in ("own.ipynb", IN_CODE):
        lab.open(page, notebook)
        page.wait_for_timeout(1000)
        assert not any(page.evaluate(COUNTS)), notebook
        expect(page.locator(BAR)).to_have_count(0)
        expect(page.locator(f"{PANEL} > .jp-Toolbar")).to_be_visible()


def test_a_sheet_to_click_and_write_in_runs_and_is_saved_once_somebody_wrote(lab: Lab, page: Page) -> None:
    path = lab.folder / SHEET
    before = path.read_bytes()
    lab.open(page, SHEET)
    wait_for(page, "ready")
    page.evaluate(f"() => {CONTEXT}.save()")
    assert path.read_bytes() == before
    expect(page.locator(f"{PANEL} .rt-open-cell .jp-InputArea-editor").first).to_be_visible()
    page.evaluate(
        """() => { const { content } = window.jupyterapp.shell.currentWidget;
        content.widgets.find(cell => cell.model.id === 'first-names').model.sharedModel.setSource('answer = 1'); }"""
    )
    assert page.evaluate(f"() => {CONTEXT}.model.dirty") is True
    page.evaluate(f"() => {CONTEXT}.save()")
    assert b"answer = 1" in path.read_bytes()
    lab.open(page, SHEET)
    expect(page.locator(BAR).get_by_role("alert")).to_have_text(say("lesson_page.unasked_sheet"))
    assert page.locator(".jp-OutputArea").get_by_text("Error displaying widget").count() == 0


def test_a_kernel_that_dies_is_told_in_one_sentence_with_a_button(lab: Lab, page: Page) -> None:
    open_by(lab, page, "Notebook", LESSON)
    wait_for(page, "ready")
    lab.kill_kernel(page)
    wait_for(page, "stopped")
    bar = page.locator(BAR)
    expect(bar.get_by_role("alert")).to_have_text(say("lesson_page.stopped"))
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    bar.get_by_role("button", name=say("lesson_page.start_again")).click()
    wait_for(page, "ready")
    expect(named(page, say("deck.sets.exit"))).to_be_visible()
    # As when the server stops idle kernels: it says nothing until somebody looks.
    lab.shut_down_kernels()
    page.evaluate("() => window.jupyterapp.serviceManager.sessions.refreshRunning()")
    wait_for(page, "stopped")
    bar.get_by_role("button", name=say("lesson_page.start_again")).click()
    wait_for(page, "ready")


@pytest.mark.parametrize("way", TWO_WAYS)
def test_a_server_that_is_slow_to_say_which_kernels_there_are(lab: Lab, page: Page, way: str) -> None:
    """JupyterLab starts none then, and asks; on a busy machine this came by itself."""

    def delay(route: Route) -> None:
        time.sleep(4)
        route.continue_()

    page.route("**/api/kernelspecs*", delay)
    open_by(lab, page, way, LESSON)
    wait_for(page, "ready")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(named(page, say("deck.sets.exit"))).to_be_visible()
    counts = page.evaluate(COUNTS)
    assert counts == list(range(1, len(counts) + 1)), "each cell ran once"


@pytest.mark.parametrize("way", TWO_WAYS)
def test_no_kernel_at_all_is_one_sentence_and_a_way_to_try_again(lab: Lab, page: Page, way: str) -> None:
    def refuse(route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(status=500, body='{"message": "there is no kernel"}')
        else:
            route.continue_()

    page.route(SESSIONS, refuse)
    open_by(lab, page, way, LESSON)
    wait_for(page, "no_kernel")
    expect(page.locator(f"{BAR} [role=alert]")).to_have_text(say("lesson_page.no_kernel"))
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    page.unroute(SESSIONS)
    again = page.locator(BAR).get_by_role("button", name=say("lesson_page.try_again"))
    again.evaluate("button => button.click()")  # the window is loaded anew under it
    wait_for(page, "ready")
    expect(named(page, say("deck.sets.exit"))).to_be_visible()


@pytest.mark.parametrize("way", TWO_WAYS)
def test_its_kernel_starts_before_the_page_is_there_and_there_is_one(lab: Lab, page: Page, way: str) -> None:
    """A server that takes its time to answer: JupyterLab waits for that kernel, and starts none beside it."""
    asked: list[str] = []

    def slow(route: Route) -> None:
        asked.append(route.request.method)
        if route.request.method == "POST":
            time.sleep(5)
        route.continue_()

    page.route(SESSIONS, slow)
    page.on("request", lambda request: asked.append("page") if "/api/contents/notebooks/0" in request.url else None)
    open_by(lab, page, way, LESSON)
    wait_for(page, "ready")
    assert asked.index("POST") < asked.index("page")
    assert asked.count("POST") == 1
    with urllib.request.urlopen(f"{lab.url}/api/kernels") as answer:
        assert len(json.load(answer)) == 1
    loaded = page.evaluate(
        """async () => { const told = [];
        const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
        const asked = kernel.requestExecute({ code: "print({'start', 'course', 'judge', 'read'} & {*globals()})" });
        asked.onIOPub = message => told.push(message.content.text ?? '');
        await asked.done;
        return told.join(''); }"""
    )
    assert loaded == "{'course'}\n", "what a page imports itself, and nothing more"


@pytest.mark.parametrize("seconds", [2, pytest.param(60, marks=pytest.mark.slow)])
def test_a_slow_start_is_waited_for_also_on_the_way_to_another_page(lab: Lab, page: Page, seconds: int) -> None:
    held = hold_kernels(page)
    page.goto(f"{lab.url}/lab/tree/{LESSON}?reset", wait_until="commit")
    page.wait_for_selector(f"{BAR}", timeout=PATIENCE)
    expect(page.locator(f"{BAR} [role=status]")).to_contain_text(say("lesson_page.waiting"))
    page.evaluate("path => void window.jupyterapp.commands.execute('docmanager:open', { path })", SHEET)
    page.wait_for_timeout(1000 * seconds)
    let_go(page, held)
    wait_for(page, "ready", PATIENCE + 3000 * seconds)
    both = "() => [...document.querySelectorAll('.jp-NotebookPanel')].map(one => one.dataset.readtwice)"
    page.wait_for_function(f"() => ({both})().every(state => state === 'ready')", timeout=PATIENCE + 3000 * seconds)
    assert page.evaluate(PLACE)[1] == 0
    page.evaluate("path => void window.jupyterapp.commands.execute('docmanager:open', { path })", LESSON)
    page.wait_for_function("path => window.jupyterapp.shell.currentWidget?.context?.path === path", arg=LESSON)
    counts = page.evaluate(COUNTS)
    assert counts == list(range(1, len(counts) + 1)), "each page ran its own cells, once"


def test_nobody_waits_for_nothing_for_ever(lab: Lab, page: Page) -> None:
    """A kernel that never comes: after two minutes a sentence and a button, and it is gone on with when it comes."""
    page.clock.install()
    held = hold_kernels(page)
    open_by(lab, page, "Notebook", LESSON)
    status, trouble = page.locator(f"{BAR} [role=status]"), page.locator(f"{BAR} [role=alert]")
    expect(status).to_have_text(say("lesson_page.waiting"), timeout=PATIENCE)
    for _ in range(60):
        if held:
            break
        page.wait_for_timeout(500)
    page.clock.fast_forward(20_000)
    expect(status).to_have_text(f"{say('lesson_page.waiting')} {say('lesson_page.long')}")
    expect(trouble).to_have_text("")
    page.clock.fast_forward(120_000)
    expect(trouble).to_have_text(say("lesson_page.late"))
    expect(page.locator(BAR).get_by_role("button", name=say("lesson_page.load_again"))).to_be_visible()
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    let_go(page, held)
    wait_for_state(page, "ready")  # under a clock of the test's own, JupyterLab leaves cells below the screen undrawn
    expect(trouble).to_have_text("")
    expect(page.locator(BAR).get_by_role("button", name=say("lesson_page.load_again"))).to_be_hidden()


def test_opened_twice_it_runs_once_in_a_window_and_is_one_record(lab: Lab, page: Page) -> None:
    lab.open(page, LESSON)
    page.evaluate("() => void window.jupyterapp.commands.execute('docmanager:clone')")
    page.wait_for_function("() => document.querySelectorAll('.jp-NotebookPanel .rt-bar').length === 2")
    page.wait_for_timeout(500)
    counts = page.evaluate(COUNTS)
    assert counts == list(range(1, len(counts) + 1))
    second = page.context.new_page()
    open_by(lab, second, "Notebook", LESSON)
    wait_for(second, "ready")
    for one in (second, page):
        cards = named(one, say("deck.sets.exit")).last
        cards.locator(".rt-scale button").first.click()
        expect(cards.locator(".rt-feedback").last).to_be_visible()
    second.close()


@contextmanager
def saved_every_second(lab: Lab) -> Iterator[None]:
    """JupyterLab saves by itself every two minutes: here every second."""
    settings = lab.folder.parent / "settings" / "@jupyterlab" / "docmanager-extension" / "plugin.jupyterlab-settings"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"autosaveInterval": 1}')
    try:
        yield
    finally:
        settings.unlink()


@pytest.mark.slow
def test_an_update_by_git_meets_no_changed_file(lab: Lab, page: Page, tmp_path: Path) -> None:
    """Answered, run again, saved by hand and by itself: git finds every page as it was, and pulls a newer one."""

    def git(*command: str, folder: Path = lab.folder) -> str:
        named = ["-c", "user.name=somebody", "-c", "user.email=somebody@school.example"]
        where = ["--git-dir", str(tmp_path / "course.git"), "--work-tree", str(folder)] if folder == lab.folder else []
        done = subprocess.run(["git", *named, *where, *command], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    own, mine = lab.folder / "own.ipynb", "print('mine')"
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "source": "", "outputs": [], "execution_count": None}
    own.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    git("init", "--quiet")
    shutil.copy(COURSE / ".gitignore", tmp_path / "course.git" / "info" / "exclude")
    git("add", "--all")
    git("commit", "--quiet", "--message", "the course")
    git("clone", "--quiet", str(tmp_path / "course.git"), str(tmp_path / "newer"), folder=tmp_path)
    change(tmp_path / "newer" / LESSON, "Do the numbers fit?", "Do the numbers really fit?")
    git("commit", "--quiet", "--all", "--message", "a newer lesson", folder=tmp_path / "newer")

    with saved_every_second(lab):
        for notebook in (LESSON, SHEET):
            lab.open(page, notebook, reset=notebook == LESSON)
            wait_for(page, "ready")
            page.locator(f"{PANEL} section.rt .rt-choices button").locator("visible=true").first.click()
        page.evaluate("path => void window.jupyterapp.commands.execute('docmanager:open', { path })", LESSON)
        cards = named(page, say("deck.sets.exit"))
        cards.locator(".rt-scale button").first.click()
        expect(cards.locator(".rt-feedback").last).to_be_visible()
        page.evaluate("() => void window.jupyterapp.commands.execute('runmenu:run-all')")
        page.keyboard.press("Control+s")
        # Somebody's own notebook beside it shows that it really is saved by itself.
        page.evaluate("path => void window.jupyterapp.commands.execute('docmanager:open', { path })", own.name)
        page.wait_for_function(f"path => {CONTEXT}?.path === path && {CONTEXT}.isReady", arg=own.name)
        page.evaluate(f"text => void [...{CONTEXT}.model.cells][0].sharedModel.setSource(text)", mine)
        for _ in range(60):
            if mine in own.read_text():
                break
            page.wait_for_timeout(500)
        assert mine in own.read_text()
        page.wait_for_timeout(3000)
    assert list(read_folder(lab.record)[0])
    assert git("status", "--porcelain").split() == ["M", own.name]
    git("pull", "--quiet", "--ff-only", str(tmp_path / "newer"))
    assert "Do the numbers really fit?" in (lab.folder / LESSON).read_text("utf-8")
    own.unlink()
