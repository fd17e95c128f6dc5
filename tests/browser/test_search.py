"""The search before the course in real JupyterLab: by keyboard, without feedback; its code goes with the form's."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from readtwice.activities.results.about import MOVES
from readtwice.activities.results.part import the_pages_of
from readtwice.marking.opened import SEARCH_MOVES
from readtwice.pack import load_pack
from readtwice.record import decode
from readtwice.record.card_sets import known_sets
from readtwice.words import say
from tests.browser.forms import answer_all, run
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, cut_off, named


def test_a_search_by_keyboard_alone_is_kept_unmarked_and_travels_with_the_form(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page, "before")
    task = named(page, say("results.task_title.before"))
    task.locator("[data-key=rest]").focus()
    page.keyboard.press("Enter")
    expect(task.locator("[data-key=list]")).to_be_focused()
    for left in (1, 0):
        task.locator("[data-key^=open-]:not([aria-disabled=true])").last.focus()
        page.keyboard.press("Enter")
        expect(task.locator(".rt-card-open")).to_have_count(2 - left)
        expect(task.locator(".rt-card-open:focus")).to_have_count(1)
    assert axe_findings(page) == []
    task.locator(".rt-scale button").first.focus()
    for key in ("ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(task.locator(".rt-kept-line")).to_be_visible()
    expect(task.locator(".rt-feedback")).to_have_count(0)
    shown = task.evaluate("node => node.textContent")  # inner text is empty out of view
    held = the_pages_of(load_pack("form-a"))
    assert not any(one.why in shown for each in held.tasks for one in (*each.results, *each.states))
    assert cut_off(page, 390) == []
    answer_all(page, "before", 8)
    form = named(page, say("form.title.before"))
    cards, search = form.get_by_role("textbox", name=say("result_code.label")).input_value().split()
    assert len(cards) == 29
    assert decode(search, known_sets()).answers == ("think_so",)
    (moves,) = (event.answer for event in lab.events(page) if event.item.startswith(MOVES))
    assert isinstance(moves, list)
    assert "scanned" in moves
    assert set(moves) <= set(SEARCH_MOVES)
