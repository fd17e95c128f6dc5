"""A new teacher's way: a pasted text, cards and a twin by clicks, sheets, the lesson in class, and its class report."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, cut_off, named

pytestmark = pytest.mark.slow

MAKER = "notebooks/teacher/make_a_lesson.ipynb"
OPENER = "notebooks/open_a_lesson.ipynb"
REPORT = "notebooks/teacher/class_report.ipynb"
M = words()["maker"]
TEXT = """The pond at Orling

Mayor Ann Bell opened the pond in Orling on 3 May. The pond was open every day. It was closed on Mondays.

Of the 200 visitors 50 were children, or 40 percent.

Photo: Happy children swim bravely

Mayor Bell said on Tuesday that the pond in Orling belongs to everybody."""


def fold(region: Locator, name: str, place: int = 0) -> None:
    region.locator("summary", has_text=name).nth(place).click()


def told(page: Page, region: Locator, text: str) -> None:
    """The page says it, for eyes or for a screen reader."""
    expect(region.get_by_text(text).first).to_be_attached()


def add(page: Page, desk: Locator, kind: str, sentence: str, key: str, topic: str, number: int) -> None:
    desk.locator('[data-key="new-kind"]').select_option(label=M["kind"][kind])
    one = desk.locator('[data-key="new-one"]')
    one.select_option(label=one.locator("option", has_text=sentence).first.inner_text())
    desk.locator(f'[data-key="new-key-{kind}"]').select_option(label=M["verdict"][key])
    desk.locator('[data-key="new-topic"]').fill(topic)
    desk.locator('[data-key="new-add"]').click()
    expect(desk.locator(f'[data-key="card-{number:02d}-topic"]')).to_be_attached()


def test_from_a_pasted_text_to_a_report_by_clicks_alone(lab: Lab, page: Page, tmp_path: Path) -> None:
    # The teacher makes the lesson.
    lab.open(page, MAKER)
    lab.run_all(page)
    desk = named(page, M["name"])
    desk.get_by_label(M["paste"]).fill(TEXT)
    desk.get_by_role("button", name=M["read"]).click()
    told(page, desk, M["taken"])
    desk.get_by_role("button", name=M["save"]).click()
    told(page, desk, M["needs_name"])
    desk.get_by_label(M["about"]["made_by"]).fill("Ms Holm")
    desk.get_by_label(M["about"]["title"]).fill("The pond at Orling")
    desk.get_by_role("button", name=M["keep"], exact=True).first.click()
    told(page, desk, M["kept"])
    fold(desk, M["section"]["new_card"])
    add(page, desk, "claim", "It was closed on Mondays", "supported", "a day off", 1)
    add(page, desk, "claim", "belongs to everybody", "undetermined", "whose pond it is", 2)
    add(page, desk, "wording", "Happy children swim", "not_supported", "the words below a photo", 3)
    # A twin of the first card, by changing one word.
    desk.locator('summary[data-key="twins-card-01"]').click()
    box = desk.locator('[data-key="card-01-flawed-b02.s3"]')
    expect(box).to_have_value("It was closed on Mondays.")
    box.fill("It was open on Mondays.")
    desk.locator('[data-key="keep-card-01-flawed"]').click()
    expect(desk.get_by_text(M["twin_there"], exact=True).first).to_be_visible()
    for card in ("card-01", "card-02"):
        desk.locator(f'[data-key="use-{card}-exit"]').click()
        expect(desk.locator(f'[data-key="use-{card}-exit"]')).to_have_attribute("aria-pressed", "true")
    # One flawed card alone is no set, and the page says so. With a sound one beside it everything is made.
    desk.get_by_role("button", name=M["print_sheet"], exact=True).click()
    told(page, desk, say("remedy.add_clean_items"))
    add(page, desk, "claim", "Mayor Ann Bell opened", "supported", "who opened it", 4)
    sheets = {}
    for button in ("print_sheet", "print_answers", "save"):
        with page.expect_download() as download:
            desk.get_by_role("button", name=M[button], exact=True).click()
        sheets[button] = tmp_path / download.value.suggested_filename
        download.value.save_as(sheets[button])
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
    deck = named(page, say("judge.sets.exit"))
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
