"""Cards of the forms as a student answers them in a browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from readtwice.words import say
from tests.browser.lab import Lab
from tests.browser.pages import named

NOTEBOOKS = {
    "before": "notebooks/00_start_here.ipynb",
    "after": "notebooks/08_after.ipynb",
    "fresh": "notebooks/09_a_fresh_text.ipynb",
}


def run(lab: Lab, page: Page, occasion: str) -> None:
    lab.open(page, NOTEBOOKS[occasion])
    lab.run_all(page)
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(0)
    if occasion != "before":  # it goes on by itself, and says so
        expect(named(page, say("start.name"))).to_contain_text(say("start.going_on", holds="", when="").split(".")[0])


def answer_all(page: Page, occasion: str, count: int, *, place: int = 0, finished: bool = True) -> None:
    """Give every card of an occasion the same place on the scale: 0 is sure that it holds."""
    form = named(page, say(f"form.title.{occasion}"))
    for answered in range(1, count + 1):
        form.locator(".rt-scale button").nth(place).click()
        if not finished or answered < count:
            expect(form.locator(".rt-progress")).to_contain_text(f"· {answered} of ")  # not the number of the card
    if finished:
        expect(form).to_contain_text(say("form.done"))
