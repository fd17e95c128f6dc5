"""The fact-check builder: a source that is taken out and put back shows what is saved, no more."""

from __future__ import annotations

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.mark import OWN
from readtwice.record import read_folder
from readtwice.words import say
from tests.browser.lab import Lab


def test_an_own_source_taken_out_and_put_back_shows_what_is_saved(lab: Lab, tall_page: Page) -> None:
    cells = [new_code_cell(code) for code in ("from readtwice import course", "course.start()", "course.fact_check()")]
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, lab.folder / "fact_check.ipynb")
    lab.open(tall_page, "fact_check.ipynb")
    lab.run_all(tall_page)
    widget = tall_page.get_by_role("region", name=say("fact_check.name"), exact=True)

    def key(name: str) -> Locator:
        return widget.locator(f"[data-key='{name}']")

    key(f"claim-{OWN}").click()
    key("use-own").check()
    written = {"own-address": "https://example.org/report", "own-date": "2025-02-12", "adds-own": "It has the date."}
    for name, text in written.items():
        key(name).fill(text)
        key(name).press("Tab")
    key("use-own").uncheck()
    expect(key("own-address")).to_have_count(0)
    key("use-own").check()
    for name in written:
        expect(key(name)).to_have_value("")
    expect(widget).to_contain_text(say("fact_check_warning.no_date"))
    for name, text in written.items():
        key(name).fill(text)
        key(name).press("Tab")
    expect(widget).not_to_contain_text(say("fact_check_warning.no_date"))
    expect(widget).not_to_contain_text(say("fact_check_warning.no_adds"))
    found, _ = read_folder(lab.record)
    (*_, last) = [event.answer for event in found if event.item == FACT_CHECK + OWN]
    address, date, adds = written.values()
    assert last["evidence"] == [{"source": OWN, "adds": adds, "address": address, "date": date}]
