"""A learner's work on the site: it lies in the browser, outlives what happens there, and goes when told to go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from readtwice.pack import load_pack
from readtwice.record.event import event_from_line
from readtwice.words import say, words
from tests.browser.by_mouse import key
from tests.browser.lab import PANEL
from tests.browser.pages import named, start_of
from tests.site.browser import PATIENCE, Site

NOTEBOOK = "notebooks/00_start_here.ipynb"
FORM = load_pack("form-a")
ANSWERED = 15_000
"""Milliseconds until a click is answered where kernel, page and storage share a busy machine."""


def form_of(page: Page) -> Locator:
    return named(page, say("form.title.before"))


def run(site: Site, page: Page, notebook: str = NOTEBOOK) -> None:
    site.open(page, notebook)
    site.run_all(page)
    expect(start_of(page)).to_be_visible(timeout=PATIENCE)


def answer(page: Page, place: int = 0) -> None:
    """Tap on the scale of the open card; it is answered when the tally has grown."""
    (answered,) = re.findall(r"· (\d) of 8", form_of(page).locator(".rt-progress").text_content() or "")
    form_of(page).locator(".rt-scale button").nth(place).click()
    expect_answered(page, int(answered) + 1)


def expect_answered(page: Page, count: int) -> None:
    tally = say("form.tally", answered=count, count=8)
    expect(form_of(page).locator(".rt-progress")).to_contain_text(tally, timeout=ANSWERED)


def answers(site: Site, page: Page) -> list[str]:
    """The items answered, of every line of every file that this browser holds."""
    lines = [line for text in site.saved(page).values() for line in text.splitlines()[1:]]
    return sorted(event.item for event in map(event_from_line, lines) if event.kind == "answer")


def test_answers_outlive_a_reload_a_new_kernel_and_a_second_page(site: Site, context: BrowserContext) -> None:
    """Two pages, two kernels, one browser: no answer of either is lost, and each knows those of the other."""
    first = context.new_page()
    run(site, first)
    expect(start_of(first)).to_contain_text(say("start.new_in_browser"))
    answer(first)
    answer(first)
    second = context.new_page()
    run(site, second)
    expect_answered(second, 2)
    answer(second)
    answer(first)  # by now four, one of them answered on the other page
    answer(second)
    for page in (first, second):
        run(site, page)
        expect_answered(page, len(set(answers(site, page))))
    assert len(set(answers(site, first))) >= 3
    assert len(site.saved(first)) == 2, "each kernel adds to a file of its own"


def test_work_goes_along_as_a_file_is_erased_and_comes_back(site: Site, page: Page, tmp_path: Path) -> None:
    run(site, page)
    answer(page)
    answer(page)
    had = answers(site, page)
    assert len(had) == 2
    start = start_of(page)
    key(start, "more").click()
    with page.expect_download() as begun:
        key(start, "download").click()
    begun.value.save_as(tmp_path / "work.jsonl")
    key(start, "erase").click()
    key(start, "erase-yes").click()
    expect(start).to_contain_text(say("start.erased"), timeout=ANSWERED)
    assert answers(site, page) == []
    start.locator("input[type=file]").set_input_files(tmp_path / "work.jsonl")
    expect(start).to_contain_text(say("start.loaded", count=2), timeout=ANSWERED)
    expect_answered(page, 2)
    assert answers(site, page) == had


@pytest.mark.slow
def test_a_browser_without_room_says_so_and_the_next_answer_is_kept(site: Site, page: Page) -> None:
    run(site, page)
    answer(page)
    page.evaluate(
        """() => { window.real = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; }"""
    )
    form_of(page).locator(".rt-scale button").first.click()
    told = say("start.not_saved", reason="").split(":")[0]
    expect(start_of(page)).to_contain_text(told, timeout=60_000)
    page.evaluate("() => { IDBObjectStore.prototype.put = window.real; }")
    answer(page)
    expect(start_of(page)).not_to_contain_text(told, timeout=ANSWERED)
    run(site, page)
    expect_answered(page, len(answers(site, page)))
    assert len(answers(site, page)) >= 2


@pytest.mark.slow
def test_a_browser_whose_data_are_cleared_says_so_before_and_nothing_breaks(
    site: Site, context: BrowserContext
) -> None:
    """The page that is open goes on and is saved again; a file that was taken along brings the rest back."""
    page = context.new_page()
    run(site, page)
    expect(start_of(page)).to_contain_text(say("start.new_in_browser"))
    answer(page)
    answer(page)
    had = answers(site, page)
    start = start_of(page)
    key(start, "more").click()
    with page.expect_download() as begun:
        key(start, "download").click()
    taken = begun.value.path()
    session = context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": site.url, "storageTypes": "indexeddb,local_storage"})
    form_of(page).locator(".rt-scale button").first.click()
    expect(form_of(page)).to_contain_text(say("connection.kept", count=1), timeout=PATIENCE)
    bar = page.locator(f"{PANEL} .rt-bar")
    bar.get_by_role("button", name=say("lesson_page.contents")).click()
    bar.get_by_role("button", name=say("lesson_page.start_again")).click()
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)
    expect_answered(page, 1)  # the click that was kept
    answer(page)
    expect(start_of(page)).to_contain_text(say("start.new_in_browser"))
    page.close()

    page = context.new_page()
    run(site, page)
    kept = answers(site, page)
    expect_answered(page, len(kept))
    start = start_of(page)
    key(start, "more").click()
    start.locator("input[type=file]").set_input_files(taken)
    expect_answered(page, len(had))
    start.get_by_role("button", name=say("start.mine_too")).click()
    card_of = {state.id: state.card for state in (*FORM.items, *FORM.twins)}
    expect_answered(page, len({card_of[item] for item in (*had, *kept)}))  # the other draw may have had their twins


def test_who_has_no_store_is_told_before_anything_is_answered(site: Site, page: Page) -> None:
    """As in a window that is set to store nothing: it is said on the front page, which stays there to read."""
    page.goto(site.url + "/index.html")
    told = page.locator("main")
    for line in words()["site"]["saved"]:
        expect(told).to_contain_text(line)
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(site.url + "/index.html")
    expect(page.locator("#browser")).to_have_text(words()["site"]["browser"]["no_worker"])


def test_the_second_visit_asks_the_host_for_nothing(site: Site, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(site.url + "/index.html")
    page.wait_for_function("() => navigator.serviceWorker.controller", timeout=PATIENCE)
    run(site, page)
    context.set_offline(True)
    run(site, page)
    answer(page)
    expect_answered(page, 1)
    context.set_offline(False)


@pytest.mark.slow
def test_the_whole_course_can_be_kept_and_opens_offline(site: Site, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(site.url + "/index.html")
    page.locator("#keep").click()
    expect(page.locator("#kept")).to_have_text(say("site.browser.kept"), timeout=PATIENCE)
    context.set_offline(True)
    run(site, page, "notebooks/03_do_the_numbers_fit.ipynb")
    context.set_offline(False)
