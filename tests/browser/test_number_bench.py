"""The number bench in real JupyterLab, on items made in code: by mouse, by keyboard alone, light, dark and narrow."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.words import say, words
from tests.activities.numbers import number_items
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, change_theme, cut_off, focused, press, tab_to

NOTEBOOK = "bench.ipynb"
SOLO, WORKED = say("bench.sets.solo"), say("bench.one", topic="US aid and US GDP")
CELLS = (
    "from readtwice import course\ncourse.start()",
    "from number_items import us_aid\nfrom readtwice.activities.numbers.widget import NumberBench\n"
    "pack = course.session().pack\nNumberBench(course.session(), [us_aid(pack), us_aid(pack, 'faded')])",
    "NumberBench(course.session(), [us_aid(pack, 'worked')])",
)


@pytest.fixture
def bench(lab: Lab, page: Page) -> Page:
    """A page with a bench of two cards and a worked card, run."""
    return opened(lab, page)


def opened(lab: Lab, page: Page, theme: str = "light") -> Page:
    shutil.copy(Path(number_items.__file__), lab.folder)
    lab.open_cells(page, NOTEBOOK, CELLS)
    change_theme(page, f"JupyterLab {theme.title()}")
    lab.run_all(page)
    expect(region(page, WORKED)).to_be_visible()
    return page


def region(page: Page, name: str = SOLO) -> Locator:
    return page.get_by_role("region", name=name)


def button(widget: Locator, name: str) -> Locator:
    return widget.get_by_role("button", name=name, exact=True)


def box(widget: Locator, name: str) -> Locator:
    return widget.get_by_label(say(f"bench.{name}", unit="percent of GDP"), exact=True)


def part(widget: Locator, name: str) -> Locator:
    return widget.get_by_label(say(f"bench.part.{name}"), exact=True)


def choose_the_share(widget: Locator) -> None:
    """Nothing is chosen at the start, so each list is asked."""
    expect(button(widget, say("bench.work_out"))).to_be_visible()  # the lists come with it
    for name, code in {"take": "b19.us-aid", "rate": "", "per_year": "", "divide_by": "R88"}.items():
        if part(widget, name).count():
            expect(part(widget, name)).to_have_value("?")
            part(widget, name).select_option(code)


def work_out_the_share(widget: Locator) -> None:
    box(widget, "box").fill("4")
    button(widget, say("bench.set")).click()
    choose_the_share(widget)
    button(widget, say("bench.work_out")).click()
    button(widget, say("bench.use")).click()
    button(widget, say("bench.check")).click()


@pytest.mark.slow
def test_a_card_by_mouse(lab: Lab, bench: Page) -> None:
    widget = region(bench)
    expect(box(widget, "ask_number")).to_have_count(0)
    button(widget, say("bench.set")).click()
    expect(widget.locator(".rt-problem:visible")).to_have_text(say("bench.move_first"))
    box(widget, "box").fill("40")
    button(widget, say("bench.set")).click()
    expect(widget.locator(".rt-problem:visible")).to_have_text(say("bench.outside", low="0%", high="10%"))
    box(widget, "box").fill("4")
    expect(widget.get_by_role("slider")).to_have_value("4")
    expect(widget.locator("output:visible")).to_have_text("4 percent of GDP")
    button(widget, say("bench.set")).click()

    button(widget, say("bench.work_out")).click()
    expect(widget.locator(".rt-note:visible")).to_have_text(say("bench.choose_first"))
    choose_the_share(widget)
    part(widget, "divide_by").select_option("R17")
    button(widget, say("bench.work_out")).click()
    expect(widget.locator(".rt-note:visible")).to_contain_text("Dollars cannot be divided by pounds")
    part(widget, "divide_by").select_option("R88")
    expect(widget.locator(".rt-note:visible")).to_have_count(0)
    button(widget, say("bench.work_out")).click()
    expect(widget.get_by_text("The article’s own number, ¶19")).to_be_visible()
    box(widget, "ask_number").fill("23%")
    button(widget, say("bench.check")).click()
    expect(widget.locator(".rt-feedback:visible")).to_contain_text("hundred times too big")
    expect(widget.locator(".rt-track:visible")).to_have_count(0)
    button(widget, say("bench.use")).click()
    expect(box(widget, "ask_number")).to_have_value("0.229%")
    button(widget, say("bench.check")).click()
    expect(widget.get_by_text("Your guess was about 17 times too big.").last).to_be_visible()
    expect(widget.locator(".rt-track:visible")).to_be_visible()

    button(widget, words()["verdict_button"]["number"]["not_supported"]).click()
    expect(widget.locator(".rt-feedback:visible")).to_contain_text("about a quarter of one percent")
    saved = [(event.occasion, event.answer) for event in lab.events(bench)]
    assert saved == [
        ("estimate", ["4"]),
        ("lesson", ["23%"]),
        ("lesson", ["0.229%"]),
        ("lesson", ["0.229%", "not_supported"]),
    ]
    lab.restart_and_run_all(bench)
    expect(widget.get_by_role("slider")).to_be_visible()
    expect(widget.get_by_text(say("judge.tally", answered=1, count=2))).to_be_visible()


def test_a_card_by_keyboard_alone(lab: Lab, bench: Page) -> None:
    cells, widget = lab.cell_count(bench), region(bench)
    widget.locator("[data-key='card']").focus()
    press(bench, "Tab")
    press(bench, *["ArrowRight"] * 3)
    expect(widget.locator("output:visible")).to_contain_text("percent of GDP")
    expect(box(widget, "box")).not_to_have_value("")
    press(bench, "Tab", *"bdxam", "Enter")  # each of these edits the notebook when JupyterLab hears it
    expect(box(widget, "box")).to_be_focused()
    expect(widget.locator(".rt-problem:visible")).to_be_visible()
    press(bench, "Control+a", "4", "Enter")
    expect(widget.get_by_text(say("bench.step.build"), exact=True)).to_be_focused()
    for name, code in {"take": "b19.us-aid", "rate": "", "per_year": "", "divide_by": "R88"}.items():
        press(bench, "Tab")
        for _ in range(9):  # figures stand in another order for each learner
            if part(widget, name).input_value() != code:
                press(bench, "ArrowDown")
        expect(part(widget, name)).to_have_value(code)
    press(bench, "Tab")
    assert focused(bench) == say("bench.work_out")
    press(bench, "Enter")
    bench.wait_for_function("() => document.activeElement.dataset.key === 'after-work'")
    tab_to(bench, say("bench.use"))
    press(bench, "Enter")
    expect(box(widget, "ask_number")).to_be_focused()
    press(bench, "Enter")
    bench.wait_for_function("() => document.activeElement.dataset.key === 'after-number'")
    expect(widget.get_by_role("status")).to_contain_text("17 times too big")
    tab_to(bench, words()["verdict_button"]["number"]["supported"])
    press(bench, "ArrowRight", "ArrowLeft", "ArrowRight", "Space")
    bench.wait_for_function("() => document.activeElement.dataset.key === 'after-verdict'")
    expect(widget.get_by_role("status")).to_contain_text("about a quarter of one percent")
    assert lab.cell_count(bench) == cells
    source = bench.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.widgets.map(c => c.model.sharedModel.getSource()).join()"
    )
    assert "bdxam" not in source


@pytest.mark.slow
def test_the_answer_is_shown_on_request_and_after_three_tries(bench: Page) -> None:
    widget = region(bench)
    box(widget, "box").fill("0.25")
    button(widget, say("bench.set")).click()
    expect(button(widget, say("bench.give_up"))).to_have_count(0)
    for tried in range(3):
        expect(widget.locator(".rt-track:visible")).to_have_count(0)
        box(widget, "ask_number").fill(f"{tried + 5}%")
        button(widget, say("bench.check")).click()
        expect(widget.locator(".rt-feedback:visible")).to_contain_text(f"{tried + 5}%")
    expect(widget.locator(".rt-track:visible")).to_be_visible()
    button(widget, say("judge.next")).click()
    box(widget, "box").fill("1")
    button(widget, say("bench.set")).click()
    expect(widget.locator(".rt-steps:visible").first.locator("li")).to_have_count(2)
    box(widget, "ask_number").fill("5%")
    button(widget, say("bench.check")).click()
    button(widget, say("bench.give_up")).click()
    expect(widget.locator(".rt-track:visible")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing(lab: Lab, tall_page: Page, theme: str) -> None:
    page = opened(lab, tall_page, theme)
    assert axe_findings(page) == []
    widget = region(page)
    box(widget, "box").fill("4")
    button(widget, say("bench.set")).click()
    box(widget, "ask_number").fill("what")
    button(widget, say("bench.check")).click()
    expect(widget.locator(".rt-problem:visible")).to_be_visible()
    assert axe_findings(page) == []
    button(widget, say("judge.next")).click()
    work_out_the_share(widget)
    expect(widget.locator(".rt-track:visible")).to_be_visible()
    widget.get_by_text(say("bench.our_working"), exact=True).click()
    assert axe_findings(page) == []


@pytest.mark.slow
def test_in_a_narrow_window_nothing_is_cut_off(bench: Page) -> None:
    work_out_the_share(region(bench))
    expect(region(bench).locator(".rt-track:visible")).to_be_visible()
    bench.set_viewport_size({"width": 640, "height": 900})
    for width in (320, 200):
        assert cut_off(bench, width) == []
    region(bench).locator(".rt-steps").last.evaluate("node => { node.style.minWidth = '330px'; }")
    assert cut_off(bench, 320), "what is folded away is measured too"
