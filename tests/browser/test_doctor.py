"""The doctor's notebook in real JupyterLab: it begins by itself, and a message goes to the kernel and back."""

from __future__ import annotations

import re
import shutil

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.classroom.checkup.machine_checks import CHECKS
from readtwice.words import say, words
from tests.browser.lab import COURSE, PATIENCE, Lab
from tests.browser.pages import axe_findings, cut_off

NOTEBOOK = "notebooks/teacher/doctor.ipynb"
ON_THE_PAGE = ("page", "storage", "address", "clocks")


def doctor(page: Page) -> Locator:
    return page.get_by_role("region", name=say("doctor.name"), exact=True)


@pytest.mark.slow
def test_it_looks_by_itself_measures_the_round_trip_and_looks_again(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    (lab.folder / "binder").mkdir(exist_ok=True)
    shutil.copy(COURSE / "binder" / "requirements.txt", lab.folder / "binder")
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    lines = doctor(page).locator(".rt-finding")
    expect(lines).to_have_count(len(CHECKS) + len(ON_THE_PAGE), timeout=PATIENCE)
    expect(doctor(page).locator(".rt-topic")).to_have_text(say("doctor.sum.ok"), timeout=PATIENCE)
    expect(doctor(page).get_by_role("status")).to_have_text(say("doctor.sum.ok"))
    back = doctor(page).locator('[data-check="page"]')
    expect(back).to_contain_text(words()["doctor"]["state"]["ok"])
    first = re.search(r"([\d,]+) milliseconds", back.inner_text())
    assert first
    assert 0 <= int(first[1].replace(",", "")) < 1000
    assert axe_findings(page) == []
    left = "() => [localStorage, sessionStorage].map(store => store.getItem('readtwice-probe'))"
    assert page.evaluate(left) == [None, None]
    # Now something breaks, and the button finds it: by keyboard.
    (lab.folder / "notebooks" / "08_after.ipynb").write_text("{")
    button = doctor(page).get_by_role("button", name=say("doctor.button"))
    button.focus()
    page.keyboard.press("Enter")
    expect(doctor(page).locator(".rt-topic")).to_have_text(say("doctor.sum.broken", count=1), timeout=PATIENCE)
    expect(button).to_be_focused()
    expect(lines.first).to_contain_text(say("doctor.files.torn", names="notebooks/08_after.ipynb"))
    assert axe_findings(page) == []
    for width in (320, 200):
        assert cut_off(page, width) == []


@pytest.mark.slow
def test_where_storage_is_shut_the_line_says_so(lab: Lab, page: Page) -> None:
    # JupyterLab itself needs storage to start, so it is shut for what is ours.
    page.add_init_script(
        """const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (key.startsWith("readtwice")) throw new DOMException("no room", "QuotaExceededError");
          set.call(this, key, value); };"""
    )
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    line = doctor(page).locator('[data-check="storage"]')
    expect(line).to_contain_text(say("doctor.storage.closed"), timeout=PATIENCE)
    expect(line).to_contain_text(say("doctor.storage.take_along"))
