"""Learners on the site who answer all that each page asks, to its end. Nobody else is asked for anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from readtwice.record.event import event_from_line
from readtwice.words import say
from tests.browser.lab import COURSE, PANEL, broken_widgets
from tests.browser.to_the_end import Learner
from tests.site.browser import PATIENCE, Site

ALL_DONE = say("lesson_page.all_done")
LESSONS = sorted((COURSE / "notebooks").glob("[0-9][0-9]_*.ipynb"))
ALONE = sorted((COURSE / "notebooks").glob("one_shot*.ipynb"))


def work_through(site: Site, context: BrowserContext, notebook: Path, learner: Learner) -> int:
    """Open a page by its link alone and answer all that it asks. Returns how many answers the browser holds then."""
    page = context.new_page()
    page.set_viewport_size({"width": 1300, "height": 3000})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{site.url}/notebooks/index.html?path={notebook.relative_to(COURSE).as_posix()}", wait_until="commit")
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)
    assert "Run All Cells" not in page.locator(f"{PANEL} .jp-Notebook").inner_text()
    learner.answer_all(page, PANEL)
    expect(page.locator(f"{PANEL} .rt-bar")).to_contain_text(ALL_DONE, timeout=PATIENCE)
    assert (notebook.name, broken_widgets(page), wrong) == (notebook.name, 0, [])
    page.wait_for_timeout(1000)
    lines = [line for text in site.saved(page).values() for line in text.splitlines()[1:]]
    page.close()
    return sum(event_from_line(line).kind == "answer" for line in lines)


def test_the_first_page_to_its_end(site: Site, context: BrowserContext) -> None:
    assert work_through(site, context, LESSONS[0], Learner(seed=1)) >= 8


@pytest.mark.slow
def test_every_lesson_to_its_end(site: Site, context: BrowserContext) -> None:
    """One learner, one browser, eleven lessons: each adds its answers to those before."""
    learner, known = Learner(seed=16), 0
    for lesson in LESSONS:
        answers = work_through(site, context, lesson, learner)
        assert answers > known, lesson.name
        known = answers
    assert len(LESSONS) == 11


@pytest.mark.slow
@pytest.mark.parametrize("notebook", ALONE, ids=lambda path: path.stem)
def test_a_lesson_that_stands_alone_to_its_end(site: Site, context: BrowserContext, notebook: Path) -> None:
    assert work_through(site, context, notebook, Learner(seed=9)) > 0
