"""Take the pictures of the README that show how a lesson opens, anew: `python -m tests.opening_pictures`.

They are what a newcomer sees after one click on a link, with nothing answered yet: the front page of the site, a lesson
on the site, the same lesson on a server, and the site on a phone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from readtwice.authoring.site import make_site
from readtwice.words import say
from tests.browser.lab import CHROMIUM_ARGUMENTS, COURSE, PANEL, find_chromium, running_lab
from tests.site.browser import PATIENCE, served

TARGET = COURSE / "docs" / "pictures"
LESSON = "notebooks/01_contradictions.ipynb"
WIDE, PHONE = (1000, 800), (390, 760)
"""Pixels: a window of a laptop, made small enough to be read in a column; and a phone."""


@contextmanager
def window(browser: Browser, size: tuple[int, int]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme="light")
    try:
        yield context.new_page()
    finally:
        context.close()


def opened(page: Page, address: str) -> None:
    """Open a lesson by its link, and wait until it has run by itself and shows its first question."""
    page.goto(address, wait_until="commit")
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)
    page.locator(f"{PANEL} section.rt").first.wait_for()
    page.wait_for_timeout(1500)  # fonts, and what a widget draws last


def of_the_site(browser: Browser, url: str) -> None:
    lesson = f"{url}/notebooks/index.html?path={LESSON}"
    for size, name in ((WIDE, "opens-front-page.png"), (PHONE, "opens-front-page-phone.png")):
        with window(browser, size) as page:
            page.goto(f"{url}/index.html")
            page.screenshot(path=TARGET / name)
    with window(browser, WIDE) as page:
        opened(page, lesson)
        page.screenshot(path=TARGET / "opens-on-the-site.png")
        page.locator(f"{PANEL} .rt-bar").get_by_role("button", name=say("lesson_page.contents")).click()
        page.screenshot(path=TARGET / "opens-contents.png")


def of_a_server(browser: Browser, url: str) -> None:
    with window(browser, WIDE) as page:
        opened(page, f"{url}/notebooks/{LESSON}")
        page.screenshot(path=TARGET / "opens-on-a-server.png")


def main() -> None:
    """Take all of them, with the Chromium of this computer."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        (home / "site").mkdir()
        make_site(COURSE, home / "site" / "site", COURSE / "build" / "site-parts")
        with served(home / "site" / "site") as site:
            of_the_site(browser, site.url)
        (home / "lab").mkdir()
        with running_lab(home / "lab") as lab:
            of_a_server(browser, lab.url)
        browser.close()


if __name__ == "__main__":
    main()
