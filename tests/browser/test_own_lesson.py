"""A new teacher's way: a pasted text, cards and a twin by clicks, sheets, the lesson in class, and its class report."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.own_lesson import M, make_by_clicks, told
from tests.browser.pages import axe_findings, cut_off, named

pytestmark = pytest.mark.slow

MAKER = "notebooks/teacher/make_a_lesson.ipynb"
OPENER = "notebooks/open_a_lesson.ipynb"
REPORT = "notebooks/teacher/class_report.ipynb"


def test_from_a_pasted_text_to_a_report_by_clicks_alone(lab: Lab, page: Page, tmp_path: Path) -> None:
    # The teacher makes the lesson.
    lab.open(page, MAKER)
    lab.run_all(page)
    desk = named(page, M["name"])
    sheets = make_by_clicks(page, desk, tmp_path)
    sheet = sheets["print_sheet"].read_text(encoding="utf-8")
    assert "01-A" in sheet
    assert "01-B" in sheet
    assert "Ms Holm" in sheets["print_answers"].read_text(encoding="utf-8")
    desk.get_by_role("button", name=M["preview_projector"]).click()
    expect(named(page, say("projector.name", name="The pond at Orling"))).to_be_visible()
    desk.get_by_role("button", name=M["preview"], exact=True).click()
    expect(page.get_by_role("heading", name="The pond at Orling").first).to_be_visible()
    assert axe_findings(page) == []
    assert cut_off(page, 360) == []
    # A learner opens the file, answers the exit cards, and takes the work along.
    lab.open(page, OPENER)
    lab.run_all(page)
    opener = named(page, say("lessons.name"))
    opener.get_by_label(say("lessons.load")).set_input_files(sheets["save"])
    told(page, opener, say("lessons.opened", title="The pond at Orling"))
    expect(page.get_by_text(say("lessons.about.made_by", told="Ms Holm")).first).to_be_visible()
    deck = named(page, say("deck.sets.exit"))
    for is_last in (False, True):
        deck.get_by_role("button", name=words()["sureness_button"]["claim"]["think_so"], exact=True).click()
        if not is_last:
            deck.get_by_role("button", name=words()["judge"]["next"], exact=True).click()
    code = deck.locator("[data-key=code]")
    expect(code).to_be_visible()
    text = code.input_value()
    # The teacher's report knows the lesson.
    lab.open(page, REPORT)
    lab.run_all(page)
    report = named(page, say("class_report.name"))
    report.get_by_role("textbox").first.fill(text)
    report.get_by_role("button", name=say("class_report.make")).click()
    expect(report.get_by_text("The pond at Orling").first).to_be_attached()
