"""One learner on the site, from the first page to the last, answering all that each asks. Nobody else is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from readtwice.record.event import event_from_line
from readtwice.words import say
from tests.browser.lab import COURSE, broken_widgets
from tests.browser.to_the_end import Learner
from tests.site.browser import PATIENCE, Site

PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
LESSONS = sorted((COURSE / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def open_lesson(site: Site, page: Page, lesson: Path) -> None:
    page.goto(f"{site.url}/notebooks/index.html?path=notebooks/{lesson.name}", wait_until="commit")
    page.wait_for_selector(f"{PANEL}[data-readtwice=ready]", timeout=PATIENCE)


@pytest.mark.slow
def test_every_lesson_to_its_end(site: Site, context: BrowserContext) -> None:
    learner, known = Learner(seed=16), 0
    for lesson in LESSONS:
        page = context.new_page()
        page.set_viewport_size({"width": 1300, "height": 3000})
        wrong: list[str] = []
        page.on("pageerror", lambda error, wrong=wrong: wrong.append(str(error)))
        open_lesson(site, page, lesson)
        assert "Run All Cells" not in page.locator(f"{PANEL} .jp-Notebook").inner_text()
        learner.answer_all(page, PANEL)
        expect(page.locator(f"{PANEL} .rt-bar")).to_contain_text(say("lesson_page.all_done"), timeout=PATIENCE)
        assert (lesson.name, broken_widgets(page), wrong) == (lesson.name, 0, [])
        page.wait_for_timeout(1000)
        lines = [line for text in site.saved(page).values() for line in text.splitlines()[1:]]
        answers = [event for event in map(event_from_line, lines) if event.kind == "answer"]
        assert len(answers) > known, lesson.name
        known = len(answers)
        page.close()
    assert len(LESSONS) == 11
