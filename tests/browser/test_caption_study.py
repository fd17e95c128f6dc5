"""Captions studied, in real JupyterLab: swap test, caption swap and fair rewrite, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, change_theme, press, tab_to

NOTEBOOK = "captions_studied.ipynb"
CELLS = ("start()", "who_does_what()", 'who_does_what("subject")', 'swap("b12")', "caption_swap()", 'rewrite("b02")')
SWAP, REWRITE = say("swap.title", where="¶12"), say("rewrite.title", where="¶2")
PICTURE = say("caption_swap.name")
SURE = words()["caption_swap"]["sure"]
SOUNDS = words()["swap"]["choices"]


def opened(lab: Lab, page: Page, theme: str = "light") -> Page:
    cells = [f"from readtwice import course\ncourse.{cell}" for cell in CELLS]
    lab.open_cells(page, NOTEBOOK, cells)
    change_theme(page, f"JupyterLab {theme.title()}")
    lab.run_all(page)
    expect(widget(page, REWRITE)).to_be_visible()
    return page


def widget(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def saved(lab: Lab, page: Page) -> list[tuple[str, str, object]]:
    return [(event.item, event.occasion, event.answer) for event in lab.events(page)]


@pytest.mark.slow
def test_by_mouse_axe_finds_nothing_and_nothing_is_wider_than_a_phone(lab: Lab, tall_page: Page) -> None:
    page = opened(lab, tall_page)
    picture = widget(page, PICTURE)
    for step, sure in enumerate("1355"):
        expect(picture.get_by_text(say("caption_swap.progress", number=step + 1, count=4), exact=True)).to_be_visible()
        picture.get_by_role("button", name=SURE[sure], exact=True).click()
    expect(picture.locator(".rt-said")).to_have_text(say("caption_swap.rose"))
    expect(picture.locator("blockquote")).to_have_count(2)
    assert saved(lab, page) == [], "nothing of the caption swap is stored"

    swap = widget(page, SWAP)
    expect(swap.locator("blockquote")).to_have_count(1)
    swap.get_by_role("button", name=SOUNDS["news"], exact=True).click()
    expect(swap.locator("blockquote")).to_have_count(2)
    expect(swap.locator("blockquote mark")).to_have_text(
        ["Ukrainian", "strategic", "strengthen", "defensive", "posture"]
    )
    swap.get_by_role("button", name=SOUNDS["side"], exact=True).click()
    expect(swap.locator(".rt-kept-line")).to_have_text(say("swap.kept", answer=SOUNDS["side"]))

    rewrite = widget(page, REWRITE)
    rewrite.get_by_role("textbox").fill("Brave <b>Ukrainians</b> on 3 tanks.")
    rewrite.get_by_role("button", name=words()["rewrite"]["check"], exact=True).click()
    expect(rewrite.locator(".rt-result")).to_contain_text("Numbers: 3.")
    expect(rewrite.locator("b")).to_have_count(0)
    rewrite.get_by_role("button", name=words()["rewrite"]["show_model"], exact=True).click()
    expect(rewrite.locator("blockquote").last).to_contain_text(words()["rewrite"]["model"])
    written = "Brave <b>Ukrainians</b> on 3 tanks."
    talk = [("swap-b12", "talk", "news"), ("swap-b12", "talk", "side"), ("rewrite-b02", "talk", written)]
    assert saved(lab, page) == talk
    assert axe_findings(page) == []
    for name in (PICTURE, SWAP, REWRITE):
        widget(page, name).evaluate("node => { node.style.width = '320px'; }")
        wide = widget(page, name).evaluate(
            """node => { const edge = node.getBoundingClientRect().right + 1;
              return [...node.querySelectorAll('*')].filter(one => !one.closest('.rt-unseen'))
                .filter(one => one.getBoundingClientRect().right > edge).map(one => one.outerHTML.slice(0, 120)); }"""
        )
        assert wide == []


def test_by_keyboard_alone_what_is_written_is_looked_at_in_a_pause_and_saved_when_left(lab: Lab, page: Page) -> None:
    opened(lab, page)
    cells, swap, rewrite = lab.cell_count(page), widget(page, SWAP), widget(page, REWRITE)
    swap.locator("[data-key='sounds-news']").focus()
    press(page, "ArrowRight", "Enter")
    expect(swap.locator(".rt-kept-line")).to_contain_text(SOUNDS["side"])
    expect(swap.locator("[data-key='sounds-side']")).to_be_focused()
    tab_to(page, SURE["1"])
    press(page, "Enter")
    expect(widget(page, PICTURE).locator("[data-key='sure-1']")).to_be_focused()
    press(page, "End", "Enter", "Enter", "Enter")
    expect(widget(page, PICTURE).get_by_role("button", name=words()["caption_swap"]["again"])).to_be_focused()

    press(page, "Tab")
    box = rewrite.get_by_role("textbox")
    expect(box).to_be_focused()
    page.keyboard.type("Ukrainians, a determined people, dd")
    expect(rewrite.locator(".rt-result")).to_contain_text("“determination”")
    expect(box).to_be_focused()
    page.keyboard.type("!")
    expect(box).to_have_value("Ukrainians, a determined people, dd!")
    press(page, "ControlOrMeta+z")
    expect(box).not_to_have_value("Ukrainians, a determined people, dd!")
    assert [item for item, _, _ in saved(lab, page)] == ["swap-b12"], "a pause saves nothing"
    left = box.input_value()
    press(page, "Tab")
    expect(rewrite.locator("[data-key='check']")).to_be_focused()
    page.wait_for_timeout(500)
    assert saved(lab, page)[1:] == [("rewrite-b02", "talk", left)]
    assert lab.cell_count(page) == cells, "a key reached JupyterLab"

    lab.restart_and_run_all(page)
    expect(box).to_have_value(left)
    expect(swap.locator("[data-key='sounds-side']")).to_have_attribute("aria-pressed", "true")


@pytest.mark.slow
def test_axe_finds_nothing_in_the_dark(lab: Lab, tall_page: Page) -> None:
    page = opened(lab, tall_page, "dark")
    widget(page, SWAP).get_by_role("button", name=SOUNDS["news"], exact=True).click()
    widget(page, REWRITE).get_by_role("textbox").fill("A tank.")
    widget(page, REWRITE).get_by_role("button", name=words()["rewrite"]["check"], exact=True).click()
    expect(widget(page, REWRITE).locator(".rt-result")).to_be_visible()
    assert axe_findings(page) == []
