"""One student, one record, the whole course from 00 to 09: what was missed comes back, and the score card is true."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say
from tests.browser.by_mouse import (
    button,
    cards,
    form_by_key,
    key,
    region,
    sets_by_mouse,
    stories_by_mouse,
    verdict_button,
    work_on_the_shelf,
)
from tests.browser.lab import COURSE, Lab, broken_widgets
from tests.browser.pages import named
from tests.specimens import hegseth

pytestmark = pytest.mark.slow

USES = {
    "01": ("faded", "solo"),
    "02": ("faded", "solo"),
    "03": ("faded", "solo"),
    "04": ("faded", "solo", "extra"),
    "05": ("faded", "solo", "extra"),
    "06": ("extra",),
    "07": (),
}
STORIES = {"01": ("faded", "solo", "exit")} | dict.fromkeys(("02", "03", "04", "05", "06", "07"), ("exit",))
"""The sets of a lesson that are on short stories."""


def open_lesson(lab: Lab, page: Page, lesson: str) -> None:
    (notebook,) = (COURSE / "notebooks").glob(f"{lesson}_*.ipynb")
    lab.shut_down_kernels()
    lab.open(page, f"notebooks/{notebook.name}")
    lab.run_all(page)
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(0)
    assert broken_widgets(page) == 0
    if lesson != "00":
        expect(named(page, say("start.name"))).to_contain_text(say("start.going_on", holds="", when="").split(".")[0])


def miss(widget: Locator) -> str:
    """Turn down a card that is sound, and be told so. Returns its id."""
    items = cards("02", "solo")
    item = next(one for one in items if one.is_clean and one.kind == "claim" and not one.accept_dissent)
    for _ in range(items.index(item)):
        key(widget, "next").click()
    verdict_button(widget, item, "not_supported").click()
    expect(widget.locator(".rt-feedback").last).to_contain_text(item.options["not_supported"].feedback)
    return item.id


def test_one_student_from_00_to_09(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    open_lesson(lab, page, "00")
    form_by_key(page, "before", "form-a", trusting=True)
    for lesson, uses in USES.items():
        open_lesson(lab, page, lesson)
        if lesson == "02":
            missed = miss(region(page, lesson, "solo"))
            uses = ("faded",)
        if lesson == "03":
            again = named(page, say("judge.look_again.name"))
            item = hegseth().item(missed)
            expect(key(again, "card")).to_contain_text(item.topic)
            expect(again.get_by_text(item.explanation, exact=True)).to_have_count(0)
            button(again, say("judge.look_again.show")).click()
            again.get_by_text(say("feedback.why"), exact=True).click()
            expect(again.get_by_text(item.explanation, exact=True)).to_be_visible()
        sets_by_mouse(page, lesson, uses)
        for use in STORIES.get(lesson, ()):
            stories_by_mouse(page, lab.events(page)[-1].learner, lesson, use)
        if lesson == "06":
            work_on_the_shelf(page, "hard-power-shelf")
        if lesson == "07":
            builder = named(page, say("fact_check.name"))
            builder.locator('[data-key^="claim-"]').first.click()
            key(builder, "step-says").fill("It says so.")
            key(builder, "step-says").press("Tab")
    open_lesson(lab, page, "08")
    form_by_key(page, "after", "form-a")
    card = named(page, say("score_card.name"))
    expect(card).to_contain_text(say("score.compare_better"))
    open_lesson(lab, page, "09")
    form_by_key(page, "fresh", "fresh-text")
    expect(named(page, say("score_card.name"))).to_contain_text(
        re.compile(re.escape(say("score.caught", count=77, of=77)).replace("77", r"(\d)", 1).replace("77", r"\1"))
    )

    events = lab.events(page)
    assert len({event.learner for event in events if event.kind == "answer"}) == 1
    assert {"before", "after", "fresh", "lesson", "talk"} <= {event.occasion for event in events}
