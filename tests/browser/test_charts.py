"""Every kind of chart in real JupyterLab: stored in a notebook that nobody has run or trusted, seen and heard."""

from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say
from tests.browser.drawn import BEHIND, charts, colours
from tests.browser.lab import PATIENCE, Lab
from tests.browser.pages import IN_OUTPUTS, axe_findings, change_theme
from tests.charts.specimens import IMPORTS, SPECIMENS, make
from tests.colours.contrast import contrast, rgb

NOTEBOOK = "charts.ipynb"


@pytest.fixture(scope="module")
def stored(lab_server: Lab) -> str:
    """A notebook with all specimens, run once so that their outputs are stored, then left alone."""
    notebook = new_notebook(cells=[new_code_cell(code) for code in (IMPORTS, *SPECIMENS.values())])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    NotebookClient(notebook, timeout=60).execute()
    nbformat.validate(notebook)
    nbformat.write(notebook, lab_server.folder / NOTEBOOK)
    return NOTEBOOK


def seen_text(chart: Locator) -> list[tuple[str, str, str]]:
    """Each text of a chart, which axe does not look at: its words, its colour, and the first colour behind it."""
    found: list[tuple[str, str, str]] = chart.evaluate(
        f"""node => [...node.querySelectorAll('svg text')].map(
        text => [text.textContent, getComputedStyle(text).fill, ({BEHIND})(text)])"""
    )
    return found


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_every_chart_is_seen_and_heard_before_anything_is_run(
    lab: Lab, tall_page: Page, stored: str, theme: str
) -> None:
    page = tall_page
    warnings: list[str] = []
    page.on("console", lambda message: warnings.append(message.text) if message.type == "warning" else None)
    lab.open(page, stored)
    change_theme(page, f"JupyterLab {theme.title()}")
    expect(charts(page)).to_have_count(len(SPECIMENS), timeout=PATIENCE)
    assert not page.evaluate("() => window.jupyterapp.shell.currentWidget.content.widgets.some(c => c.model.trusted)")

    made = [make(name) for name in SPECIMENS]
    for drawing, chart in zip(charts(page).all(), made, strict=True):
        assert drawing.get_attribute("aria-label") == chart.description
        assert colours(drawing) > 2
        box = drawing.bounding_box()
        assert box is not None
        assert box["width"] <= 800, f"too wide for a notebook: {chart}"
        assert "NaN" not in drawing.inner_html()
        texts = seen_text(drawing)
        assert texts
        for words, colour, below in texts:
            assert contrast(rgb(colour, under=rgb(below)), rgb(below)) >= 4.5, f"{words}: {colour} on {below}"
            assert (theme == "dark") == (sum(rgb(below)) < 1), "a chart has no card of its own"
    for chart in made:
        table = page.get_by_role("table", name=chart.table.caption, exact=True, include_hidden=True)
        assert table.locator("th[scope='col']").all_text_contents() == list(chart.table.header)
        assert table.locator("th[scope='row']").all_text_contents() == [row[0] for row in chart.table.rows]
    assert page.locator(".jp-OutputArea-output .mathjax_ignore").count() == len(made)
    assert page.locator(".jp-OutputArea-output mjx-container").count() == 0
    told = [
        text for text in warnings if not text.startswith("Plugin ")
    ]  # how long a plugin took is the machine's affair
    assert not [text for text in told if text.startswith("WARN") or "vega" in text.lower()]

    for summary in page.get_by_text(say("charts.as_table"), exact=True).all():
        summary.click()
    expect(page.get_by_role("cell", name="$65.9 billion", exact=True)).to_be_visible()
    assert axe_findings(page, IN_OUTPUTS) == []
    page.evaluate(
        """() => { const pale = document.createElement('p'); pale.textContent = 'a pale canary';
        pale.style.cssText = 'color: #999; background: #aaa';
        document.querySelector('.jp-OutputArea-output .mathjax_ignore').append(pale); }"""
    )
    assert any(finding.startswith("color-contrast") for finding in axe_findings(page, IN_OUTPUTS))
