"""Lesson 10 and the page that makes lessons, by keyboard alone; both in the dark and as narrow as a phone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.own_lesson import TEXT, M
from tests.browser.pages import axe_findings, change_theme, cut_off, named, press

pytestmark = pytest.mark.slow

LESSON = "notebooks/10_read_your_own_article.ipynb"
MAKER = "notebooks/teacher/make_a_lesson.ipynb"
OWN = words()["own_article"]
WRONG = "Our pond\n\nOf the 200 visitors 50 were children, or 40 percent. Visits rose from 200 to 250, by a quarter."
PICTURES = os.environ.get("PICTURES", "")
"""A folder for pictures of what these tests see, for a person to look at."""


def picture(region: Locator, name: str) -> None:
    if PICTURES:
        region.screenshot(path=Path(PICTURES) / f"{name}.png")


def to_key(page: Page, key: str, limit: int = 80) -> None:
    """Press Tab until the focus is on the control of this key."""
    for _ in range(limit):
        if page.evaluate("() => document.activeElement?.dataset.key ?? ''") == key:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{limit} Tabs did not reach {key!r}")


def in_all_lights(page: Page, region: Locator, name: str) -> None:
    """Nothing for axe to find in light or dark, nothing cut off at 390 pixels."""
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        change_theme(page, theme)
        assert axe_findings(page) == []
        picture(region, f"{name}-{theme.split()[-1].lower()}")
    assert cut_off(page, 390) == []
    picture(region, f"{name}-390")


def test_a_text_is_read_answered_and_kept_by_keyboard_alone(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    lab.open(page, LESSON)
    lab.run_all(page)
    cells = lab.cell_count(page)
    own = named(page, OWN["name"])
    own.locator("[data-key=paste]").focus()
    page.keyboard.insert_text(WRONG)
    press(page, "Tab")
    expect(own.locator("[data-key=read]")).to_be_focused()
    press(page, "Enter")
    expect(own.locator("[data-key=section-parts]")).to_be_focused()
    to_key(page, "section-numbers")
    press(page, "Enter")
    numbers = own.locator("details", has=page.locator("[data-key=section-numbers]"))
    expect(numbers).to_contain_text(f"{OWN['outcome']['does_not_fit']}: {OWN['relation']['share']}")
    expect(numbers).to_contain_text(f"{OWN['outcome']['fits']}: {OWN['relation']['change']}")
    press(page, "Tab")
    answers = numbers.get_by_role("button", name=OWN["choices"]["fits"]["does_not_fit"], exact=True)
    expect(numbers.get_by_role("button", name=OWN["choices"]["fits"]["fits"], exact=True).first).to_be_focused()
    press(page, "ArrowRight", "Enter")
    expect(answers.first).to_have_attribute("aria-pressed", "true")
    expect(answers.first).to_be_focused()
    for pressed in ("a", "d", "d", "Shift+Enter", "x", "Escape"):
        press(page, pressed)
    assert lab.cell_count(page) == cells, "no key reaches the notebook"
    in_all_lights(page, own, "lesson-10")
    lab.shut_down_kernels()
    lab.open(page, LESSON)
    lab.run_all(page)
    own.locator("[data-key=section-numbers]").click()
    expect(answers.first).to_have_attribute("aria-pressed", "true")


def test_a_lesson_is_begun_by_keyboard_alone(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    lab.open(page, MAKER)
    lab.run_all(page)
    cells = lab.cell_count(page)
    desk = named(page, M["name"])
    desk.locator("[data-key=paste]").focus()
    page.keyboard.insert_text(TEXT)
    to_key(page, "read")
    press(page, "Enter")
    expect(desk.get_by_text(M["taken"]).first).to_be_attached()
    made_by = desk.get_by_label(M["about"]["made_by"])
    for _ in range(60):
        if made_by.evaluate("node => node === document.activeElement"):
            break
        press(page, "Tab")
    page.keyboard.insert_text("Ms Holm")
    to_key(page, "save")
    press(page, "Enter")
    expect(desk.get_by_text(M["needs_name"]).first).to_be_attached()
    assert lab.cell_count(page) == cells
    in_all_lights(page, desk, "make-a-lesson")
    expect(desk).not_to_contain_text(say("maker.link"))  # a link is for the site
