"""The article as a place, in real JupyterLab: from the bar of a lesson, by mouse and by keyboard alone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, named, press, tab_to

BUTTON = words()["lesson_page"]["article"]


def test_it_is_in_reach_in_a_lesson_and_leads_to_the_cards(lab: Lab, page: Page) -> None:
    lab.open(page, "notebooks/01_contradictions.ipynb")
    button = page.get_by_role("button", name=BUTTON, exact=True)
    drawn = named(page, say("article_map.name"))
    button.click()
    expect(drawn.locator(".rt-map-page > li")).to_have_count(24)
    expect(drawn.locator(".rt-map-summary")).to_have_text(say("article_map.nothing_yet"))
    assert axe_findings(page, ".rt-article") == []

    press(page, "Tab", "End")
    assert page.evaluate("() => document.activeElement.textContent").startswith("¶24")
    press(page, "Home", "ArrowDown")
    press(page, "Escape")
    expect(drawn).to_be_hidden()
    expect(button).to_be_focused()

    press(page, "Enter", "Tab", "Home", "ArrowDown", "ArrowDown", "Enter")
    expect(drawn).to_be_hidden()
    where = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    assert where in {say(f"deck.sets.{use}") for use in ("faded", "solo.pair")}


def test_it_shows_an_answer_and_opens_another_lesson(lab: Lab, page: Page) -> None:
    lab.open(page, "notebooks/01_contradictions.ipynb")
    page.get_by_role("button", name=BUTTON, exact=True).click()
    drawn = named(page, say("article_map.name"))
    expect(drawn.locator(".rt-map-sign")).to_have_count(4)  # those of the legend
    page.get_by_role("button", name=BUTTON, exact=True).click()
    cards = named(page, say("deck.sets.solo.pair"))
    cards.locator(".rt-choice").first.click()
    if cards.locator('[data-key^="relation"]').count():
        cards.locator('[data-key^="relation"]').first.click()
    expect(cards.locator("[data-key=feedback]")).to_be_visible()
    page.get_by_role("button", name=BUTTON, exact=True).click()
    expect(drawn.locator(".rt-map-page .rt-map-sign")).not_to_have_count(0)
    drawn.locator('a[data-lesson="05_what_the_picture_proves.ipynb"]').first.click()
    expect(page.locator(".lm-TabBar-tab", has_text="05_what_the_picture_proves")).to_be_visible()


def test_the_course_begins_with_ten_seconds_and_saves_nothing_of_them(lab: Lab, page: Page) -> None:
    lab.open(page, "notebooks/00_start_here.ipynb")
    first = named(page, say("first_look.name"))
    tab_to(page, words()["first_look"]["lines"][0])
    press(page, "Enter", "ArrowDown", "Enter")
    expect(first.locator(".rt-feedback")).to_have_class("rt-feedback rt-right")
    assert axe_findings(page) == []
    assert not lab.events(page)
