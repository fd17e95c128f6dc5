"""The plain pages in a browser: readable by everybody before anything else, and what they say cannot run."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from readtwice.words import words
from tests.browser.pages import axe_findings
from tests.site.browser import PATIENCE, Site, served

PAGES = [
    "index.html",
    "lessons/00_start_here.html",
    "lessons/01_contradictions.html",
    "lessons/vote.html",
    "teachers/guide.html",
    "teachers/running.html",
    "teachers/paper/index.html",
]
TOLD = words()["site"]["browser"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("dark", [False, True])
def test_a_page_fits_a_phone_and_axe_finds_nothing(site: Site, page: Page, name: str, dark: bool) -> None:
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site.url}/{name}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe_findings(page, "body") == []


def test_from_the_front_page_one_press_leads_to_the_course(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/index.html")
    expect(page.locator("#browser")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".start")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=PATIENCE)


def test_without_javascript_all_is_there_to_read(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}/index.html")
    expect(page.get_by_text(words()["site"]["no_script"])).to_be_visible()
    page.get_by_role("link", name="Does it agree with itself?").click()
    expect(page.get_by_text("Defense Secretary Pete Hegseth emphasized").first).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("Object.defineProperty(window, 'isSecureContext', { value: false })", "not_secure"),
        ("delete Navigator.prototype.serviceWorker", "no_worker"),
        ("delete window.WebAssembly", "too_old"),
        ("StorageManager.prototype.estimate = async () => ({ quota: 5e7, usage: 0 })", "little_room"),
    ],
)
def test_what_this_browser_cannot_do_is_told_before(site: Site, page: Page, missing: str, told: str) -> None:
    page.add_init_script(missing)
    for name in ("index.html", "lessons/one_shot.html"):
        page.goto(f"{site.url}/{name}")
        expect(page.locator("#browser")).to_have_text(TOLD[told])


@pytest.mark.parametrize(
    ("notebook", "text"),
    [
        ("notebooks/one_shot.ipynb", "lessons/one_shot.html"),
        ("exercises/01_contradictions/practice.ipynb", "practice/01_contradictions/practice.html"),
        ("notebooks/teacher/doctor.ipynb", "index.html"),
    ],
)
def test_a_link_past_the_pages_is_told_too(site: Site, page: Page, notebook: str, text: str) -> None:
    """As from a school's own platform, at an address without https: the text is there, and what to do."""
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page.goto(f"{site.url}/notebooks/index.html?path={notebook}")
    page.wait_for_url(f"{site.url}/{text}")
    expect(page.locator("#browser")).to_have_text(TOLD["not_secure"])


@pytest.mark.slow
def test_a_plain_web_server_will_do_below_any_path(built: Path, chromium: Browser) -> None:
    """Python's own server says of a module's file that it is plain text in some releases; the site mends that."""
    with served(built.parent, below="site/") as site:
        context: BrowserContext = chromium.new_context()
        site.watch(context)
        page = context.new_page()
        site.open(page, "notebooks/one_shot_invented.ipynb")
        assert site.run_all(page)
        expect(page.locator("section.rt").first).to_be_attached(timeout=PATIENCE)
        context.close()
        assert site.strangers == []
