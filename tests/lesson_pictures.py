"""Take pictures of the lessons anew: `python -m tests.lesson_pictures` makes the ten of docs/pictures and the README.

With a folder, `python -m tests.lesson_pictures FOLDER` takes each lesson whole instead: light, dark, and on a phone of
390 pixels, for somebody to look at one by one.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from readtwice.syllabus import syllabus
from tests.browser.lab import CHROMIUM_ARGUMENTS, COURSE, PANEL, Lab, find_chromium, running_lab
from tests.browser.pages import change_theme
from tests.browser.walkers import Wrong

TARGET = COURSE / "docs" / "pictures"
README = COURSE / "notebooks" / "pictures" / "lesson-01.png"
WIDE, PHONE = 900, 390
"""Pixels across."""
MOST_BYTES = 160_000
"""Of a picture that is kept: it is one widget and not a screen, so that the file stays small."""


@contextmanager
def opened(browser: Browser, lab: Lab, notebook: str, width: int, height: int = 2600) -> Iterator[Page]:
    """A lesson as a learner's link opens it, after its own run."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{lab.url}/notebooks/notebooks/{notebook}.ipynb", wait_until="commit")
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]")
    page.wait_for_timeout(1500)  # fonts, and what a widget draws last
    try:
        yield page
    finally:
        context.close()


def widget(page: Page, name: str) -> Locator:
    return page.locator(f"{PANEL} section.rt[aria-label^='{name}']").first


def taken(found: Locator, path: Path) -> None:
    found.scroll_into_view_if_needed()
    found.page.wait_for_timeout(400)
    image = found.screenshot()
    assert len(image) <= MOST_BYTES, f"{path.name} has {len(image)} bytes"
    path.write_bytes(image)


def tap_two(page: Page) -> Locator:
    shown = widget(page, "Ten seconds")
    for place in (0, 1):
        shown.locator(f"[data-key=line-{place}]").click()
    return shown


def judged(page: Page) -> Locator:
    """A pair that clashes, judged."""
    shown = widget(page, "Half-done examples")
    shown.locator("[data-key^=verdict-][data-key$=-clash]").first.click()
    shown.locator("[data-key^=relation-]").first.click()
    return shown


def stories(page: Page) -> Locator:
    return widget(page, "Pairs from short stories")


def set_done(page: Page) -> Locator:
    shown = stories(page)
    Wrong(2).answer(shown)
    shown.evaluate("node => node.querySelectorAll('details').forEach(one => one.open = false)")
    return shown


def camera(page: Page) -> Locator:
    """A card that judges a caption, where this learner drew one."""
    shown = widget(page, "Exit cards")
    if not shown.locator("figcaption").count():
        shown.locator("[data-key=next]").click()
    return shown


def guessed(page: Page) -> Locator:
    waiting = page.locator(f"{PANEL} section.rt:has([data-key=slider])").first
    shown = widget(page, waiting.get_attribute("aria-label") or "")  # found again once it has no slider
    shown.locator("[data-key=slider]").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    shown.locator("[data-key=set]").click()
    page.wait_for_timeout(2500)
    return shown


def swapped(page: Page) -> Locator:
    return widget(page, "One picture, four captions")


BEST: tuple[tuple[str, str, int, bool, Callable[[Page], Locator]], ...] = (
    ("ten-seconds", "00_start_here", WIDE, False, tap_two),
    ("a-clash", "01_contradictions", WIDE, False, judged),
    ("a-story-drawn", "01_contradictions", WIDE, False, stories),
    ("a-story-in-the-dark", "01_contradictions", WIDE, True, stories),
    ("a-set-ends", "01_contradictions", WIDE, False, set_done),
    ("guess-then-see", "03_do_the_numbers_fit", WIDE, False, guessed),
    ("one-picture-four-captions", "05_what_the_picture_proves", WIDE, False, swapped),
    ("what-could-a-camera-show", "05_what_the_picture_proves", WIDE, False, camera),
    ("on-a-phone", "05_what_the_picture_proves", PHONE, False, camera),
    ("a-number-in-the-dark", "03_do_the_numbers_fit", WIDE, True, guessed),
)
"""Name, lesson, pixels across, whether in the dark, and what is done before it is taken."""


def best(browser: Browser, lab: Lab) -> None:
    """The ten pictures of docs/pictures, and the one of the README."""
    TARGET.mkdir(exist_ok=True)
    for name, lesson, width, dark, act in BEST:
        with opened(browser, lab, lesson, width) as page:
            change_theme(page, f"JupyterLab {'Dark' if dark else 'Light'}")
            taken(act(page), TARGET / f"{name}.png")
            print(f"{name}.png", flush=True)
        lab.shut_down_kernels()
    README.write_bytes((TARGET / "a-clash.png").read_bytes())


def whole(browser: Browser, lab: Lab, folder: Path) -> None:
    """Every lesson from top to bottom, light, dark and on a phone."""
    for one in syllabus().lessons:
        for name, width, theme in (("light", WIDE, "Light"), ("dark", WIDE, "Dark"), ("phone", PHONE, "Light")):
            with opened(browser, lab, one.notebook, width, 9000) as page:
                change_theme(page, f"JupyterLab {theme}")
                page.wait_for_timeout(800)
                page.screenshot(path=folder / f"{one.notebook}-{name}.png")
                print(f"{one.notebook}-{name}.png", flush=True)
            lab.shut_down_kernels()


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home, running_lab(Path(home)) as lab, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        if arguments:
            whole(browser, lab, Path(arguments[0]))
        else:
            best(browser, lab)


if __name__ == "__main__":
    main(sys.argv[1:])
