"""Slips as a teacher makes them: a number, a list of names, a platform's own file; to the page that is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, cut_off

NOTEBOOK = "notebooks/teacher/slips.ipynb"


def desk(lab: Lab, page: Page) -> Locator:
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    region = page.get_by_role("region", name=say("slips.name"), exact=True)
    expect(region.get_by_role("button", name=say("slips.make"))).to_be_visible()
    return region


def test_a_list_of_names_becomes_slips_to_print_and_a_list_for_the_gradebook(lab: Lab, tall_page: Page) -> None:
    region = desk(lab, tall_page)
    region.get_by_label(say("slips.names"), exact=True).fill("Ada Zander\nBo <b>Li</b>\n\n")
    with tall_page.expect_download() as begun:
        region.get_by_role("button", name=say("slips.make")).click()
    page = Path(begun.value.path()).read_text(encoding="utf-8")
    assert page.count("<li>") == 2
    assert "Bo &lt;b&gt;Li&lt;/b&gt;" in page
    with tall_page.expect_download() as begun:
        region.get_by_role("button", name=say("slips.take_list")).click()
    header, first, second = Path(begun.value.path()).read_text(encoding="utf-8").splitlines()
    assert header == "name,slip"
    assert first.split(",")[1] in page
    assert second.split(",")[1] in page
    assert axe_findings(tall_page) == []
    assert cut_off(tall_page, 320) == []


@pytest.mark.slow
def test_choosing_twice_adds_a_file_and_a_number_gives_slips_without_names(lab: Lab, tall_page: Page) -> None:
    region = desk(lab, tall_page)
    region.get_by_label(say("slips.count")).fill("12")
    with tall_page.expect_download() as begun:
        region.get_by_label(say("slips.count")).press("Enter")
    assert Path(begun.value.path()).read_text(encoding="utf-8").count("<li>") == 12
    expect(region).to_contain_text(say("slips.made", count=12, name="slips.html"))
    field = region.get_by_label(say("slips.files"), exact=True)
    for name, text in (("10a.csv", "Student,ID,Section\nAda,1,a\n"), ("10b.csv", "Student,ID,Section\nBo,2,b\n")):
        field.set_input_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})
    with tall_page.expect_download() as begun:
        region.get_by_role("button", name=say("slips.make")).click()
    assert Path(begun.value.path()).read_text(encoding="utf-8").count("<li>") == 2
