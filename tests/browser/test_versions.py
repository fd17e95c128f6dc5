"""In JupyterLab a page that is newer than the package says one sentence, and Run All runs nothing after it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from readtwice import __version__
from readtwice.authoring.page_version import NEEDED
from readtwice.words import say
from tests.browser.lab import Lab

LESSON = "notebooks/02_who_said_it_and_when.ipynb"
RUN_ALL = "() => window.jupyterapp.commands.execute('runmenu:run-all')"
OUTPUTS = """() => window.jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === 'code')
.map(cell => [cell.model.executionCount, cell.model.outputs.toJSON()])"""


@pytest.mark.slow
def test_run_all_on_an_old_package_stops_at_the_sentence(lab: Lab, page: Page) -> None:
    lesson = lab.folder / LESSON
    lesson.write_text(lesson.read_text("utf-8").replace(f"< {NEEDED}", "< (9, 9)"), "utf-8")
    lab.open(page, LESSON)
    sentence = say("page.needs", needed=".".join(map(str, NEEDED)), installed=__version__)
    for _ in range(4):  # a kernel that is ready fails before the other cells have come to it, now and then
        page.evaluate(RUN_ALL)
        page.wait_for_timeout(500)
        (count, (output,)), *others = page.evaluate(OUTPUTS)
        assert count
        assert output["text"] in (f"UsageError: {sentence}\n", [f"UsageError: {sentence}\n"])
        assert [other for other in others if other != [None, []]] == []
    expect(page.get_by_text("Traceback")).to_have_count(0)
