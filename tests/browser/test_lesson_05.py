"""Lesson 05 as a student works it, whole, in real JupyterLab: every card and caption, then the work comes back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.pack import VERDICTS
from readtwice.words import say, words
from tests.browser.by_mouse import (
    answer_by_mouse,
    button,
    cards,
    go_through,
    read_worked,
    region,
    stories_by_mouse,
    tag_by_mouse,
)
from tests.browser.lab import Lab, broken_widgets
from tests.browser.pages import IN_OUTPUTS, axe_findings, change_theme, named, press, tab_to

pytestmark = pytest.mark.slow  # a pass with each kind of widget stands in the other files here

NOTEBOOK = "notebooks/05_what_the_picture_proves.ipynb"
LESSON = "05"
USES = ("faded", "solo", "extra")
TAGGERS = (("b12", "b02", "b22"),)
CHARTS = 3
"""The captions side by side, the sides, and readability."""


def tagger(page: Page, blocks: tuple[str, ...]) -> Locator:
    shown = ", ".join(f"¶{int(block[1:])}" for block in blocks)
    return page.get_by_role("region", name=f"{say('captions.name')}: {shown}", exact=True)


def test_a_student_works_the_whole_lesson_by_mouse(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    lab.open(page, NOTEBOOK)
    assert broken_widgets(page) == 0
    expect(page.locator(".jp-OutputArea-output [role='graphics-document']")).to_have_count(CHARTS)
    lab.run_all(page)
    expect(named(page, say("deck.stories.exit"))).to_be_visible()
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(0)

    sets = {use: cards(LESSON, use) for use in USES}
    for blocks in TAGGERS:
        widget = tagger(page, blocks)
        for number, block in enumerate(blocks):
            if number:
                button(widget, say("captions.next")).click()
            tag_by_mouse(widget, block)
    read_worked(page, LESSON)
    for use in USES:
        go_through(region(page, LESSON, use), sets[use], answer_by_mouse)
    learner = lab.events(page)[-1].learner
    told = {item for use in ("recall", "exit") for item in stories_by_mouse(page, learner, LESSON, use)}
    assert len(told) == 4

    events = lab.events(page)
    answered = {event.item for event in events if event.occasion == "lesson"}
    tagged = {f"caption-{block}" for blocks in TAGGERS for block in blocks}
    assert answered == {item.id for use in sets for item in sets[use]} | tagged | told
    assert axe_findings(page, IN_OUTPUTS) == []
    change_theme(page, "JupyterLab Dark")
    assert axe_findings(page, IN_OUTPUTS) == []

    lab.shut_down_kernels()
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    for use, answered_ in sets.items():
        if len(answered_) == 1:  # one card has no tally
            expect(region(page, LESSON, use).locator(".rt-feedback")).to_be_visible()
            continue
        tally = say("judge.tally", answered=len(answered_), count=len(answered_))
        expect(region(page, LESSON, use).locator(".rt-progress")).to_contain_text(tally)
    for blocks in TAGGERS:
        expect(tagger(page, blocks).locator(".rt-spans")).to_be_visible()


def test_a_heading_and_a_wording_by_keyboard_alone(lab: Lab, page: Page) -> None:
    lab.open(page, NOTEBOOK)
    lab.run_all(page)
    widget = region(page, LESSON, "solo")
    expect(widget).to_be_visible()
    cells = lab.cell_count(page)
    for number, item in enumerate(cards(LESSON, "solo")[:3]):
        if number:
            tab_to(page, say("judge.next"))
            press(page, "Enter")
        else:
            widget.locator("[data-key='card']").focus()
        verdicts = VERDICTS[item.kind]
        tab_to(page, words()["verdict_button"][item.kind][verdicts[0]])
        press(page, *["ArrowRight"] * verdicts.index(item.key), "Enter")
        expect(widget.locator(".rt-feedback:visible")).to_contain_text(item.options[item.key].feedback)
    assert lab.cell_count(page) == cells
