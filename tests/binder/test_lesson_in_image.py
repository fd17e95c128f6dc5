"""Lesson 01 in the image, in Chromium, as a student on Binder works through it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from readtwice.pack import load_pack
from readtwice.pack.shuffled import shuffled
from readtwice.record import read_folder
from readtwice.words import say, words
from tests.binder.image import BinderLab
from tests.browser.conftest import page  # noqa: F401  (a fixture)
from tests.browser.lab import PATIENCE, Lab

LESSON = "notebooks/01_contradictions.ipynb"


@pytest.mark.slow
@pytest.mark.browser
def test_a_student_answers_a_pair_of_lesson_01(binder_lab: BinderLab, page: Page) -> None:  # noqa: F811
    record = binder_lab.home / "my-work"
    lab = Lab(binder_lab.url, binder_lab.home, record)
    lab.open(page, LESSON)
    lab.run_all(page)
    judge = page.get_by_role("region", name=say("deck.sets.solo.pair"))
    expect(judge).to_be_visible(timeout=PATIENCE)
    item = shuffled(load_pack("hegseth-nato-2025").items_for("01", "solo"))[0]
    judge.get_by_role("button", name=words()["verdict_button"]["pair"][item.key], exact=True).click()
    if item.is_scored:
        judge.get_by_role("button", name=item.relation, exact=True).click()
    expect(judge.locator(".rt-feedback").get_by_text(item.options[item.key].feedback)).to_be_visible()
    (event,) = read_folder(record)[0]
    assert event.item == item.id, "the answer lies in my-work/ of the learner's home"
