"""One learner, led by links alone, reading nothing that is not in the way: one record, and a true score card."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from readtwice.record import read_folder
from readtwice.words import say
from tests.browser.by_mouse import form_by_key, key
from tests.browser.lab import PANEL, PATIENCE, Lab
from tests.browser.pages import named, start_of


def go_on(lab: Lab, page: Page, lesson: str, *, run: bool = True) -> None:
    """Click the link to a lesson on the open page, and run it."""
    link = page.locator(f"{PANEL} .jp-RenderedMarkdown").get_by_role("link").filter(has_text=f"lesson {int(lesson)}:")
    link.last.click()
    page.wait_for_function(
        """lesson => { const widget = window.jupyterapp.shell.currentWidget, session = widget?.sessionContext;
        return widget?.context?.path?.includes(`/${lesson}_`) && session.isReady
          && session.session?.kernel?.status === 'idle'; }""",
        arg=lesson,
        timeout=PATIENCE,
    )
    if run:
        lab.run_all(page)
        expect(page.locator(PANEL).get_by_text(say("static.not_running"), exact=True)).to_have_count(0)


def begin(lab: Lab, page: Page) -> None:
    lab.open(page, "notebooks/00_start_here.ipynb")
    lab.run_all(page)
    form_by_key(page, "before", "form-a", trusting=True)


def answer_one(page: Page) -> None:
    exit_cards = named(page, say("deck.sets.exit"))
    exit_cards.locator(".rt-scale button").first.click()
    expect(exit_cards.locator(".rt-feedback").last).to_be_visible()


def learners(lab: Lab) -> int:
    return len({event.learner for event in read_folder(lab.record)[0]})


def test_from_the_first_page_to_the_first_lesson_it_is_one_record(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    begin(lab, page)
    go_on(lab, page, "01")
    expect(start_of(page)).to_contain_text("Going on with your work.")
    answer_one(page)
    assert learners(lab) == 1
    # A slip typed on this page holds on the one that is still open.
    key(start_of(page), "more").click()
    key(start_of(page), "slip").fill("TEAL-27-K4")
    page.keyboard.press("Enter")
    expect(start_of(page)).to_contain_text(say("start.slip_used", slip="TEAL-27-K4"))
    page.locator(f"{PANEL} .jp-RenderedMarkdown").get_by_role("link", name="Start here", exact=True).click()
    expect(named(page, say("form.title.before"))).to_be_visible()


@pytest.mark.slow
def test_from_the_first_page_to_the_score_card_by_links_alone(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    begin(lab, page)
    for lesson in ("01", "02", "03", "04", "05", "06", "07", "08"):
        go_on(lab, page, lesson, run=lesson in ("01", "05", "08"))
        if lesson in ("01", "05"):
            answer_one(page)
    form_by_key(page, "after", "form-a")
    card = named(page, say("score_card.name"))
    expect(card).to_contain_text(say("score.compare_better"))
    expect(card).not_to_contain_text(say("score.nothing_yet"))
    assert learners(lab) == 1
