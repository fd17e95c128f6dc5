"""Lessons 03 and 04 as a student works them, whole, in real JupyterLab: every card, by mouse; each kind by keyboard."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from readtwice.activities.comparison.part import Comparison, comparisons_of
from readtwice.pack import VERDICTS, Item
from readtwice.words import say
from tests.browser.by_mouse import (
    answer_by_mouse,
    button,
    cards,
    go_through,
    key,
    read_feedback,
    read_worked,
    region,
    right_parts,
    stories_by_mouse,
)
from tests.browser.drawn import charts, colours
from tests.browser.lab import PATIENCE, Lab, broken_widgets
from tests.browser.pages import IN_OUTPUTS, axe_findings, change_theme, named, press, tab_to
from tests.specimens import hegseth

pytestmark = pytest.mark.slow  # a pass with each kind of widget stands in the other files here

NOTEBOOKS = {"03": "notebooks/03_do_the_numbers_fit.ipynb", "04": "notebooks/04_check_against_data.ipynb"}
USES = {"03": ("faded", "solo"), "04": ("faded", "solo", "extra")}
STORIES = {"03": ("recall", "solo", "exit"), "04": ("recall", "exit")}
"""The sets of cards that a student answers, in the order of the page: on the article, and on short stories."""

COMPARISONS: dict[str, tuple[Comparison, ...]] = {"03": (), "04": comparisons_of(hegseth())}
PAGES: dict[str, tuple[int, tuple[int, ...]]] = {"03": (2, (6, 5)), "04": (2, (5, 5))}
CHARTS = {"03": (), "04": ("Germany’s defense spending in 2024, by who counted", "Defense spending in 2024 as a share")}


def turn_toggles(page: Page, comparison: Comparison) -> str:
    """Press every choice of every toggle; the sentence follows. Keep a choice, and return what is said of it."""
    widget = page.get_by_role("region", name=comparison.title, exact=True)
    said, sentences = widget.locator(".rt-said"), set()
    for toggle in comparison.grid.toggles:
        group = widget.get_by_role("group", name=toggle.label, exact=True)
        for choice in reversed(toggle.choices):  # ends where it began
            press_ = group.get_by_role("button", name=choice.label, exact=True)
            press_.click()
            expect(press_).to_have_attribute("aria-pressed", "true")
            sentences.add(said.text_content())
            assert widget.get_by_role("status").text_content(), "what changes is spoken"
    assert len(sentences) >= 3, f"{comparison.id}: {sentences}"
    button(widget, say("comparison.fair_to_both")).click()
    kept = widget.locator(".rt-kept-line")
    expect(kept).to_contain_text(say("comparison.fair_to_both"))
    return kept.text_content() or ""


def read_the_article(page: Page) -> None:
    reader = page.get_by_role("region", name=say("reader.name"))
    expect(reader.get_by_text("¶19", exact=True)).to_be_visible()
    button(reader, say("reader.next")).click()
    expect(reader.get_by_text("¶23", exact=True)).to_be_visible()


def the_page_before_it_runs(page: Page, lesson: str) -> None:
    """Nothing is trusted or run, and the page tells the truth: what there is to read, and that nothing is running."""
    state = page.evaluate(
        """() => window.jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code')
        .map(c => [c.model.trusted, c.model.executionCount])"""
    )
    assert not any(trusted for trusted, _ in state)
    expect(charts(page)).to_have_count(len(CHARTS[lesson]), timeout=PATIENCE)
    for title, drawing in zip(CHARTS[lesson], charts(page).all(), strict=True):
        expect(page.get_by_text(title).first).to_be_attached()
        assert drawing.get_attribute("aria-label")
        assert colours(drawing) > 2
    assert page.locator("section.rt").count() == 0
    assert broken_widgets(page) == 0
    ends, looks_back, off_the_page, reader, worked = 2, 1, 1, 1, 1
    widgets = ends + looks_back + off_the_page + reader + worked + len(USES[lesson]) + len(STORIES[lesson])
    widgets += len(COMPARISONS[lesson])
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(widgets)
    shown = page.locator(".jp-Notebook").inner_text()
    for use in ("worked", *USES[lesson]):
        for item in cards(lesson, use):
            assert item.topic in shown
            assert all(quote.text in shown for quote in item.shown)
            assert item.options[item.key].feedback not in shown, "a page that nobody ran gives no answer away"


@pytest.fixture
def page(chromium: Browser, tall_page: Page) -> Page:
    """Axe has to see the whole lesson at once."""
    return tall_page


@pytest.mark.parametrize("lesson", NOTEBOOKS)
def test_a_student_works_the_whole_lesson_by_mouse(lab: Lab, page: Page, lesson: str) -> None:
    lab.open(page, NOTEBOOKS[lesson], by_itself=False)
    the_page_before_it_runs(page, lesson)

    lab.run_all(page)
    expect(named(page, say("deck.stories.exit"))).to_be_visible()
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(0)
    sets = {use: cards(lesson, use) for use in USES[lesson]}
    read_the_article(page)
    read_worked(page, lesson)
    go_through(region(page, lesson, "faded"), sets["faded"], answer_by_mouse)
    kept = [(comparison, turn_toggles(page, comparison)) for comparison in COMPARISONS[lesson]]
    for use in USES[lesson][1:]:
        go_through(region(page, lesson, use), sets[use], answer_by_mouse)
    learner = lab.events(page)[-1].learner
    told = {item for use in STORIES[lesson] for item in stories_by_mouse(page, learner, lesson, use)}
    assert len(told) == 2 * len(STORIES[lesson])

    events = lab.events(page)
    items = [item for use in ("worked", *sets) for item in cards(lesson, use)]
    answered = {event.item for event in events if event.occasion == "lesson"}
    assert answered == told | {item.id for use in sets for item in sets[use]}
    assert {e.item for e in events if e.occasion == "estimate"} == {item.id for item in items if item.computation}
    assert {e.item for e in events if e.occasion == "talk"} == {f"comparison-{one.id}" for one, _ in kept}
    assert axe_findings(page, IN_OUTPUTS) == []
    change_theme(page, "JupyterLab Dark")
    assert axe_findings(page, IN_OUTPUTS) == []

    lab.shut_down_kernels()
    lab.open(page, NOTEBOOKS[lesson])
    lab.run_all(page)
    expect(named(page, say("deck.stories.exit"))).to_be_visible()
    for use, answered_ in sets.items():
        widget = region(page, lesson, use)
        tally = say("judge.tally", answered=len(answered_), count=len(answered_))
        expect(widget.locator(".rt-progress")).to_contain_text(tally)
        while key(widget, "previous").get_attribute("aria-disabled") == "false":
            button(widget, say("judge.previous")).click()
        go_through(widget, answered_, read_feedback)
    for comparison, line in kept:
        widget = page.get_by_role("region", name=comparison.title, exact=True)
        expect(widget.locator(".rt-kept-line")).to_have_text(line)


def snapshot(page: Page) -> str:
    """The cells as they stand: kind, text, and how often each was run."""
    cells = page.evaluate(
        """() => window.jupyterapp.shell.currentWidget.content.widgets
        .map(c => [c.model.type, c.model.sharedModel.getSource(), c.model.executionCount])"""
    )
    return json.dumps(cells)


def tab_to_key(page: Page, end: str, limit: int = 30) -> None:
    """Press Tab until the focus is on something whose key ends so."""
    for _ in range(limit):
        press(page, "Tab")
        if page.evaluate("end => (document.activeElement.dataset.key || '').endsWith(end)", end):
            return
    raise AssertionError(f"{limit} Tabs did not reach {end!r}")


def focus_is_on(page: Page, name: str) -> None:
    page.wait_for_function("name => document.activeElement.dataset.key === name", arg=name)


def go_to_card_by_keyboard(page: Page, widget: Locator, item: Item, items: tuple[Item, ...]) -> None:
    """From the text above the cards, where a reader stands, to one of them."""
    key(widget, "card").focus()
    for _ in range(items.index(item)):
        tab_to(page, say("judge.next"))
        press(page, "Enter")
        focus_is_on(page, "card")
    expect(key(widget, "card")).to_contain_text(item.topic)


def choose_by_keyboard(page: Page, codes: Sequence[str], code: str, first: str) -> None:
    tab_to_key(page, first)
    press(page, *["ArrowRight"] * codes.index(code), "Space")


def test_a_number_a_comparison_and_a_statement_by_keyboard_alone(lab: Lab, page: Page) -> None:
    lab.open(page, NOTEBOOKS["04"])
    lab.run_all(page)
    expect(named(page, say("deck.stories.exit"))).to_be_visible()
    before = snapshot(page)

    widget, items = region(page, "04", "solo"), cards("04", "solo")
    item = next(one for one in items if one.computation)
    assert item.computation
    go_to_card_by_keyboard(page, widget, item, items)
    tab_to_key(page, "slider")
    press(page, *["ArrowRight"] * 3)
    tab_to(page, say("bench.set"))
    press(page, "Enter")
    focus_is_on(page, "after-estimate")
    chosen = right_parts(item.computation, hegseth().figures)
    for name in ("take", "rate", "per_year", "divide_by"):
        field = widget.get_by_label(say(f"bench.part.{name}"), exact=True)
        if field.count():
            tab_to_key(page, f"part-{name}")
            offered = field.locator("option").evaluate_all("all => all.map(one => one.value)")
            press(page, *["ArrowDown"] * offered.index(chosen[name]))
            expect(field).to_have_value(chosen[name])
    tab_to(page, say("bench.work_out"))
    press(page, "Enter")
    focus_is_on(page, "after-work")
    tab_to(page, say("bench.use"))
    press(page, "Space")
    focus_is_on(page, "box-number")
    tab_to(page, say("bench.check"))
    press(page, "Enter")
    focus_is_on(page, "after-number")
    choose_by_keyboard(page, VERDICTS["number"], item.key, f"verdict-{item.id}-{VERDICTS['number'][0]}")
    focus_is_on(page, "after-verdict")
    expect(widget.locator(".rt-feedback:visible").last).to_contain_text(item.options[item.key].feedback)

    comparison = COMPARISONS["04"][0]
    widget = page.get_by_role("region", name=comparison.title, exact=True)
    said = widget.locator(".rt-said").text_content() or ""
    toggle = comparison.grid.toggles[-1]
    first, second = toggle.choices[:2]
    key(widget, f"{comparison.grid.toggles[0].id}-{comparison.grid.toggles[0].choices[0].id}").focus()
    tab_to_key(page, f"{toggle.id}-{first.id}")
    press(page, "ArrowRight", "Enter")
    expect(widget.locator(".rt-said")).not_to_have_text(said)
    focus_is_on(page, f"{toggle.id}-{second.id}")

    widget, items = region(page, "04", "extra"), cards("04", "extra")
    key(widget, "card").focus()
    codes = VERDICTS["statement"]
    choose_by_keyboard(page, codes, items[0].key, f"verdict-{items[0].id}-{codes[0]}")
    focus_is_on(page, "feedback")
    expect(widget.locator(".rt-feedback:visible")).to_contain_text(items[0].options[items[0].key].feedback)

    assert snapshot(page) == before, "a key reached JupyterLab"
    answered = {event.item for event in lab.events(page) if event.occasion == "lesson"}
    assert answered == {item.id, items[0].id}
