"""Learners walk lessons to their end in a real browser, and each set ends in the card that fits them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from readtwice.syllabus import syllabus
from readtwice.words import say
from tests.browser.lab import COURSE, PANEL, PATIENCE, Lab, broken_widgets
from tests.browser.walkers import WALKERS, Careful, Walker, Wrong

ALL_DONE = say("lesson_page.all_done")
LESSONS = [COURSE / "notebooks" / f"{one.notebook}.ipynb" for one in syllabus().lessons]
PHONE: ViewportSize = {"width": 390, "height": 2400}
DESK: ViewportSize = {"width": 1300, "height": 3000}
WALKED = {("careful", "01_contradictions"): (), ("wrong", "02_who_said_it_and_when"): pytest.mark.slow}
"""Who walks which lesson in the suite. With READTWICE_WALK=all each of the five walks each lesson."""

ALL = os.environ.get("READTWICE_WALK") == "all"


def walk(lab: Lab, page: Page, lesson: Path, who: str) -> Walker:
    """Open a lesson, answer all it asks as one of the five would, and see that it ends as it should."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size(PHONE if who == "phone" else DESK)
    walker = WALKERS[who]()
    lab.open(page, f"notebooks/{lesson.name}")
    if who == "phone":
        page.evaluate("() => window.jupyterapp.commands.execute('application:toggle-left-area')")
    walker.answer_all(page, PANEL)
    expect(page.locator(f"{PANEL} .rt-bar")).to_contain_text(ALL_DONE, timeout=PATIENCE)
    last = page.locator(f"{PANEL} .jp-MarkdownCell").last
    expect(last.locator("h2")).to_contain_text("Now you can")
    assert (broken_widgets(page), errors, walker.wrong) == (0, [], [])
    return walker


@pytest.mark.parametrize(
    ("who", "lesson"),
    [
        pytest.param(who, one, id=f"{who}-{one.stem}", marks=WALKED.get((who, one.stem), pytest.mark.slow))
        for one in LESSONS
        for who in WALKERS
        if ALL or (who, one.stem) in WALKED
    ],
)
def test_a_lesson_is_walked_to_its_end(lab: Lab, page: Page, who: str, lesson: Path) -> None:
    walker = walk(lab, page, lesson, who)
    if lesson.stem[:2] in ("01", "02", "05"):
        assert walker.cards, "no set ended in a card"


def test_the_careful_and_the_wrong_are_told_opposite_things() -> None:
    careful, wrong = Careful(), Wrong()
    for walker in (careful, wrong):
        for item in [one for one in walker.items.values() if one.kind in ("pair", "claim") and one.use == "exit"][:8]:
            codes = ["sure_it_holds", "think_so", "cant_tell", "think_not", "sure_not"]
            walker.verdicts[item.id] = walker.verdict_of(item, codes[walker.pick(item, "sure", codes)])
    assert {re.findall(r"\d+", line)[0] for line in wrong.lines() if "alarms" not in line} == {"0"}
    assert all(len(set(re.findall(r"\d+", line))) == 1 for line in careful.lines())
    assert not [line for line in careful.lines() if "alarms" in line]
