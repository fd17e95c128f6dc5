"""Speakers in a paragraph that nobody has run or trusted: each keeps a line and a colour of its own."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from readtwice.activities.voices.part import voices_of
from tests.browser.lab import PATIENCE, Lab
from tests.specimens import hegseth

LINES = """marks => marks.map(mark => { const seen = getComputedStyle(mark);
    return [seen.borderBottomStyle, seen.borderBottomColor, seen.borderBottomWidth]; })"""


def test_lines_and_colours_are_seen_before_anything_is_run(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    lab.open(page, "notebooks/02_who_said_it_and_when.ipynb", by_itself=False)
    voices = voices_of(hegseth())
    assert voices
    marks = page.locator("u").filter(has_text=voices.voice("b10-departure").quote.text)
    marks.first.wait_for(timeout=PATIENCE)
    assert not page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.some(c => c.model.trusted)")

    block = page.locator("p").filter(has=marks)
    trump, article, again = block.locator("u").evaluate_all(LINES)
    assert trump == again
    assert trump[0] != article[0]
    assert trump[1] != article[1]
    assert trump[2] == article[2] == "3px"
    expect(block.locator("small")).to_have_text(["[Trump]", "[the article itself]", "[Trump]"])
