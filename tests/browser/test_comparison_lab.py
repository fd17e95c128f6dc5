"""The fair-comparison lab in real JupyterLab: by mouse, by keyboard alone, light, dark and narrow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.activities.comparison.part import Comparison, comparisons_of
from readtwice.colours import colour
from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, change_theme, press, tab_to
from tests.colours.contrast import rgb
from tests.specimens import hegseth

NOTEBOOK = "comparisons.ipynb"
COMPARISONS: tuple[Comparison, ...] = comparisons_of(hegseth())
AID = COMPARISONS[0]


@pytest.fixture
def labs(lab: Lab, page: Page) -> Page:
    """A page with every comparison of the article, run."""
    return opened(lab, page)


def opened(lab: Lab, page: Page, theme: str = "light") -> Page:
    cells = ["from readtwice import course\ncourse.start()", *(f"course.comparison({c.id!r})" for c in COMPARISONS)]
    lab.open_cells(page, NOTEBOOK, cells)
    change_theme(page, f"JupyterLab {theme.title()}")
    lab.run_all(page)
    expect(region(page, COMPARISONS[-1])).to_be_visible()
    return page


def region(page: Page, comparison: Comparison = AID) -> Locator:
    return page.get_by_role("region", name=comparison.title, exact=True)


def group(widget: Locator, toggle: str) -> Locator:
    (label,) = (one.label for one in AID.grid.toggles if one.id == toggle)
    return widget.get_by_role("group", name=label, exact=True)


def choose(widget: Locator, toggle: str, choice: str) -> None:
    (choices,) = (one.labels for one in AID.grid.toggles if one.id == toggle)
    group(widget, toggle).get_by_role("button", name=choices[choice], exact=True).click()


@pytest.mark.slow
def test_the_lab_by_mouse(lab: Lab, labs: Page) -> None:
    widget = region(labs)
    expect(widget.locator("blockquote")).to_contain_text("much smaller proportion")
    expect(widget.locator(".rt-said")).to_contain_text("Dollars cannot be compared with pounds")
    expect(widget.locator("svg")).to_have_count(0)
    choose(widget, "currency", "USD")
    expect(widget.locator(".rt-said")).to_contain_text("put both per year first")
    choose(widget, "period", "year")
    expect(widget.locator(".rt-said")).to_contain_text("the US sum is much larger: about 4.1 times")
    choose(widget, "per", "gdp")
    sentence = "By this measure Britain’s share is larger: about twice the US share."
    expect(widget.locator(".rt-said")).to_have_text(sentence)
    expect(widget.get_by_role("status")).to_contain_text(sentence)
    expect(widget.get_by_text("this comparison does not show it", exact=False).first).to_be_visible()
    expect(group(widget, "currency").locator("..")).to_contain_text(say("comparison.no_difference"))

    drawing = widget.get_by_role("img")
    painted = [bar.evaluate("bar => getComputedStyle(bar).fill") for bar in drawing.locator("rect").all()]
    assert [rgb(one) for one in painted] == [rgb(colour("first")), rgb(colour("second"))]
    bars = [bar.bounding_box() for bar in drawing.locator("rect").all()]
    assert bars[0] is not None
    assert bars[1] is not None
    assert bars[1]["width"] / bars[0]["width"] == pytest.approx(1.987, rel=0.01)
    assert "0.08% a year" in drawing.locator("desc").text_content()

    widget.get_by_text(say("comparison.working"), exact=True).click()
    expect(widget.locator("details")).to_contain_text("36 whole months")
    choose(widget, "counter", "governments")
    expect(widget.locator("details")).to_have_attribute("open", "")
    expect(widget.locator(".rt-note")).to_contain_text(say("comparison.reported"))
    expect(widget.locator(".rt-note")).to_contain_text("we did not read the page")
    expect(widget.locator("rect").first).to_have_attribute("fill", "none")


@pytest.mark.slow
def test_the_whole_grid_is_a_table(lab: Lab, labs: Page) -> None:
    widget = region(labs)
    expect(widget.get_by_role("table")).to_have_count(0)
    widget.get_by_role("button", name=say("comparison.show"), exact=True).click()
    table = widget.get_by_role("table", name=say("comparison.caption", title=AID.title), exact=True)
    expect(table.locator("thead th[scope=col]")).to_have_count(8)
    expect(table.locator("tbody th[scope=row]")).to_have_count(55)
    expect(table.get_by_role("cell", name=say("comparison.reported")).first).to_be_visible()
    expect(table.locator("[aria-current]")).to_contain_text("$65.9 billion")
    choose(widget, "period", "year")
    expect(table.locator("[aria-current]")).to_contain_text("$22.0 billion a year")
    widget.get_by_role("button", name=say("comparison.hide"), exact=True).click()
    expect(widget.get_by_role("table")).to_have_count(0)


def test_by_keyboard_alone_and_what_is_fair_is_kept_and_never_marked(lab: Lab, labs: Page) -> None:
    cells, widget = lab.cell_count(labs), region(labs)
    widget.locator("[data-key='counter-article']").focus()
    press(labs, "ArrowRight", "End", "Home")
    expect(widget.locator("[data-key='counter-article']")).to_be_focused()
    tab_to(labs, AID.grid.toggles[2].labels["total"])
    press(labs, "ArrowRight", "Enter")
    tab_to(labs, AID.grid.toggles[3].labels["none"])
    press(labs, "ArrowRight", "Space")
    expect(widget.locator("[data-key='per-gdp']")).to_be_focused()
    expect(widget.locator(".rt-said")).to_contain_text("Britain’s share is larger")
    tab_to(labs, say("comparison.show"))
    press(labs, "Enter")
    expect(widget.get_by_role("table")).to_be_visible()
    tab_to(labs, say("comparison.fair_to_both"))
    press(labs, "Enter")
    kept = say("comparison.fair_to_both")
    expect(widget.locator(".rt-kept-line")).to_contain_text(kept)
    expect(widget.locator(".rt-feedback")).to_have_count(0)
    assert lab.cell_count(labs) == cells, "a key reached JupyterLab"
    (event,) = lab.events(labs)
    assert (event.item, event.occasion) == (f"comparison-{AID.id}", "talk")
    by = {"counter": "article", "scope": "military", "period": "year", "per": "gdp", "currency": "printed"}
    assert event.answer == {"to": "both", "by": by}

    lab.restart_and_run_all(labs)
    expect(widget.locator(".rt-kept-line")).to_contain_text(kept)
    expect(widget.locator("[data-key='fair-both']")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing(lab: Lab, tall_page: Page, theme: str) -> None:
    opened(lab, tall_page, theme)
    for comparison in COMPARISONS:
        widget = region(tall_page, comparison)
        widget.get_by_role("button", name=say("comparison.show"), exact=True).click()
    widget = region(tall_page)
    choose(widget, "counter", "governments")
    choose(widget, "per", "gdp")
    widget.get_by_text(words()["comparison"]["working"], exact=True).click()
    assert axe_findings(tall_page) == []


@pytest.mark.slow
def test_at_320_pixels_only_the_table_scrolls(lab: Lab, labs: Page) -> None:
    labs.set_viewport_size({"width": 640, "height": 900})
    for comparison in COMPARISONS:
        widget = region(labs, comparison)
        widget.get_by_role("button", name=say("comparison.show"), exact=True).click()
        widget.get_by_text(say("comparison.working"), exact=True).click()
        widget.evaluate("node => { node.style.width = '320px'; }")
        wide = widget.evaluate(
            """node => {
              const edge = node.getBoundingClientRect().right + 1;
              return [...node.querySelectorAll('*')].filter(one => !one.closest('.rt-unseen, .rt-grid table'))
                .filter(one => one.getBoundingClientRect().right > edge).map(one => one.outerHTML.slice(0, 120));
            }"""
        )
        assert wide == []
