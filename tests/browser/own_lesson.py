"""A new teacher's way by clicks: a pasted text, cards, a twin and exit cards; and what is made of it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from readtwice.words import say, words

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


def make_by_clicks(page: Page, desk: Locator, folder: Path) -> dict[str, Path]:
    """From an empty desk to a lesson with four cards. Returns what was saved, by the button that saved it."""
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
        sheets[button] = folder / download.value.suggested_filename
        download.value.save_as(sheets[button])
    return sheets
