"""A class on the site alone: codes that links carry, and a lesson from a pasted text to its report, by clicks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from readtwice.words import say, words
from tests.browser.own_lesson import M, make_by_clicks, told
from tests.browser.pages import named
from tests.site.browser import PATIENCE, Site

pytestmark = pytest.mark.slow

START = "notebooks/00_start_here.ipynb"
MAKER = "notebooks/teacher/make_a_lesson.ipynb"
OPENER = "notebooks/open_a_lesson.ipynb"
REPORT = "notebooks/teacher/class_report.ipynb"


@pytest.fixture
def somebody_else(chromium: Browser, site: Site) -> Iterator[Callable[[], BrowserContext]]:
    """Makes the browser of another person, that has never been here."""
    made: list[BrowserContext] = []

    def one_more() -> BrowserContext:
        context = chromium.new_context(viewport={"width": 1300, "height": 1000})
        context.set_default_timeout(20_000)
        site.watch(context)
        made.append(context)
        return context

    yield one_more
    for context in made:
        context.close()


def run(site: Site, page: Page, notebook: str, name: str) -> Locator:
    """Open a page, run it, and wait for the widget of this name."""
    site.open(page, notebook)
    site.run_all(page)
    expect(named(page, name)).to_be_visible(timeout=PATIENCE)
    return named(page, name)


def by_link(page: Page, link: str, name: str) -> Locator:
    """Open a link as somebody does who was given it. The page runs by itself, or by its menu."""
    page.goto(link, wait_until="commit")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=PATIENCE)
    page.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.sessionContext?.isReady", timeout=PATIENCE)
    if not named(page, name).count():
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    expect(named(page, name)).to_be_visible(timeout=PATIENCE)
    return named(page, name)


def asked_of(page: Page) -> list[str]:
    """Every address that this page asks for from now on, as the server gets it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0] + (request.post_data or "")))
    return asked


def test_a_link_carries_a_code_from_a_learner_to_the_report_and_no_server_sees_it(
    site: Site, context: BrowserContext, somebody_else: Callable[[], BrowserContext]
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    links = []
    for _ in range(2):  # two learners on one computer, one after the other
        learner = context.new_page()
        form = run(site, learner, START, say("form.title.before"))
        for answered in range(8):
            expect(form.locator(".rt-progress")).to_contain_text(
                say("form.tally", answered=answered, count=8), timeout=PATIENCE
            )
            form.locator(".rt-scale button").first.click()
        code = form.locator("[data-key=code]")
        expect(code).to_be_visible(timeout=PATIENCE)
        form.locator("[data-key=copy-link]").click()
        expect(form.get_by_text(words()["result_code"]["copied"]).first).to_be_attached()
        link = learner.evaluate("() => navigator.clipboard.readText()")
        assert link.startswith(f"{site.url}/notebooks/")
        assert re.sub(r"\s+", ".", code.input_value().strip()) == link.partition("#readtwice=")[2]
        links.append((link, code.input_value()))
        start = named(learner, say("start.name"))
        start.locator("[data-key=more]").click()
        start.locator("[data-key=erase]").click()
        start.locator("[data-key=erase-yes]").click()
        expect(start).to_contain_text(say("start.erased"), timeout=PATIENCE)
        learner.close()
    (first, first_code), (second, second_code) = links
    assert first_code != second_code
    teacher = somebody_else().new_page()
    asked = asked_of(teacher)
    report = by_link(teacher, first, say("class_report.name"))
    box = report.get_by_role("textbox").first
    expect(box).to_have_value(first_code)
    expect(report).to_contain_text(say("class_report.by_link"))
    assert "#" not in teacher.url
    for again in (second, second, first):  # in the same tab, where a link only changes what stands behind the #
        teacher.goto(again)
        expect(box).to_have_value(f"{first_code}\n{second_code}")
        assert "#" not in teacher.url
    expect(report).to_contain_text(say("class_report.by_link_known"))
    teacher.go_back()
    teacher.go_forward()
    expect(box).to_have_value(f"{first_code}\n{second_code}")
    report.get_by_role("button", name=say("class_report.make")).click()
    expect(report).to_contain_text(say("class_report.made", learners=2, rejected=0), timeout=PATIENCE)
    assert not any(code.split()[0] in one for one in asked for code in (first_code, second_code))


def test_from_a_pasted_text_to_a_lesson_in_class_and_its_report(
    site: Site, context: BrowserContext, somebody_else: Callable[[], BrowserContext], tmp_path: Path
) -> None:
    """No file is edited by hand and no command typed; what passes from one to the other is a file, a link, a code."""
    teacher = context.new_page()
    desk = run(site, teacher, MAKER, M["name"])
    sheets = make_by_clicks(teacher, desk, tmp_path)
    assert "01-B" in sheets["print_sheet"].read_text(encoding="utf-8")
    desk.get_by_role("button", name=M["link"]).click()
    link = desk.locator("[data-key=lesson-link]").input_value()
    assert link.startswith(f"{site.url}/notebooks/index.html?path=notebooks%2Fopen_a_lesson.ipynb#readtwice-lesson=")
    codes = []
    # One learner opens the file, and one the link.
    for opens in ("file", "link"):
        learner = somebody_else().new_page()
        if opens == "file":
            opener = run(site, learner, OPENER, say("lessons.name"))
            opener.get_by_label(say("lessons.load")).set_input_files(sheets["save"])
        else:
            asked = asked_of(learner)
            opener = by_link(learner, link, say("lessons.name"))
            expect(opener).to_contain_text(say("lessons.by_link"))
            assert "#" not in learner.url
            opener.get_by_role("button", name=say("lessons.open_brought")).click()
            assert not any("readtwice-lesson" in one or link[-60:] in one for one in asked)
        told(learner, opener, say("lessons.opened", title="The pond at Orling"))
        deck = named(learner, say("deck.sets.exit"))
        expect(deck).to_be_visible(timeout=PATIENCE)
        for is_last in (False, True):
            think_so = words()["sureness_button"]["claim"]["think_so"]
            deck.get_by_role("button", name=think_so, exact=True).click()
            if not is_last:
                deck.get_by_role("button", name=words()["judge"]["next"], exact=True).click(timeout=PATIENCE)
        expect(deck.locator("[data-key=code]")).to_be_visible(timeout=PATIENCE)
        codes.append(deck.locator("[data-key=code]").input_value())
        learner.close()
    # The teacher's report knows the lesson, since it was made in this browser.
    report = run(site, teacher, REPORT, say("class_report.name"))
    report.get_by_role("textbox").first.fill("\n".join(codes))
    report.get_by_role("button", name=say("class_report.make")).click()
    expect(report.get_by_text("The pond at Orling").first).to_be_attached(timeout=PATIENCE)
    expect(report).not_to_contain_text("invented learners")
