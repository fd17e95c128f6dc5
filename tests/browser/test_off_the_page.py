"""Lessons 02, 06 and 07 in real JupyterLab: speakers, order, shelf, drift, fact-check and exports, as students work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.fact_check.about import FACT_CHECK
from readtwice.activities.fact_check.part import the_fact_checks_of
from readtwice.activities.shelf.about import SHELF
from readtwice.activities.timeline.about import ORDER
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.part import the_voices_of
from readtwice.pack import VERDICTS
from readtwice.record import merge, read_folder
from readtwice.words import say, words
from tests.browser.lab import Lab
from tests.browser.pages import axe_findings, change_theme, cut_off, press, tab_to
from tests.specimens import hegseth

NOTEBOOK = "off_the_page.ipynb"
TASK = "spoke-with-putin-shelf"
CALLS = (
    "course.start()",
    'course.voices("b13")',
    "course.timeline()",
    'course.drift("borders", "troops")',
    f'course.shelf("{TASK}")',
    "course.fact_check()",
    "course.exports()",
)


def opened(lab: Lab, page: Page) -> Page:
    """A page with one widget of each kind, run."""
    cells = ["from readtwice import course", *CALLS]
    lab.open_cells(page, NOTEBOOK, cells)
    lab.run_all(page)
    expect(region(page, say("exports.name"))).to_be_visible()
    return page


@pytest.fixture
def course_page(lab: Lab, tall_page: Page) -> Page:
    return opened(lab, tall_page)


def region(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def shelf(page: Page) -> Locator:
    return region(page, say("shelf.title", topic=hegseth().item(TASK).topic))


def saved(lab: Lab, page: Page, item: str) -> list[object]:
    return [event.answer for event in lab.events(page) if event.item == item]


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def test_the_shelf_by_mouse_holds_to_its_budget_and_names_the_moves(lab: Lab, course_page: Page) -> None:
    widget = shelf(course_page)
    key(widget, "verdict-supported").click()
    expect(widget.get_by_role("status")).to_have_text(say("shelf.open_first"))
    for card, adds in (("call-post", "settles"), ("call-length", "settles"), ("trump-all-land", "repeats")):
        key(widget, f"open-{card}").click()
        expect(key(widget, f"card-{card}")).to_be_focused()
        key(widget, f"adds-{card}-{adds}").click()
        expect(key(widget, f"adds-{card}-{adds}")).to_have_attribute("aria-pressed", "true")
    expect(widget).to_contain_text(say("shelf.none_left", budget=3))
    key(widget, "open-nato-commitment").click(force=True)
    expect(widget.get_by_role("status")).to_have_text(say("shelf.spent"))
    key(widget, "verdict-supported").click()
    expect(key(widget, "feedback")).to_be_focused()
    expect(widget).to_contain_text(say("shelf.voices", cards=3, voices=2))
    expect(widget).to_contain_text(say("shelf_move.weighed.made", count=3, of=3))
    assert saved(lab, course_page, TASK) == [["supported"]]
    (*_, last) = saved(lab, course_page, SHELF + TASK)
    assert last == {
        "opened": ["call-post", "call-length", "trump-all-land"],
        "said": {"call-post": "settles", "call-length": "settles", "trump-all-land": "repeats"},
        "decided": True,
    }
    key(widget, "again").click()
    expect(widget).to_contain_text(say("shelf.left", left=3, budget=3))


@pytest.mark.slow
def test_the_shelf_by_keyboard_alone(lab: Lab, course_page: Page) -> None:
    widget = shelf(course_page)
    key(widget, "open-call-post").focus()
    press(course_page, "Enter")
    expect(key(widget, "card-call-post")).to_be_focused()
    press(course_page, "Tab", "Enter")
    expect(key(widget, "adds-call-post-settles")).to_have_attribute("aria-pressed", "true")
    for _ in range(8):
        press(course_page, "Tab")
        if course_page.evaluate("document.activeElement.dataset.key").startswith("verdict-"):
            break
    right = hegseth().item(TASK)
    press(course_page, *["ArrowRight"] * VERDICTS[right.kind].index(right.key), "Enter")
    expect(key(widget, "feedback")).to_be_focused()
    assert saved(lab, course_page, TASK) == [[right.key]]


def test_speakers_and_drift_are_marked_when_the_last_question_is_answered(lab: Lab, course_page: Page) -> None:
    pack = hegseth()
    first = the_voices_of(pack).within(("b13",))[0]
    match = voice_match(pack, first)
    widget = region(course_page, say("voices.title", more="¶13"))
    for part in match.parts:
        expect(widget.locator(".rt-feedback")).to_have_count(0)
        key(widget, f"{match.id}-{part.name}-{part.fair[0]}").click()
    expect(widget.locator(".rt-feedback")).to_contain_text(first.why)
    row = next(row for row in the_drifts_of(pack).rows if row.id == "borders")
    drift = region(course_page, say("drift.title", more="2"))
    key(drift, f"{drift_match(pack, row).id}-changed-unit").click()
    expect(drift.locator(".rt-feedback")).to_contain_text(words()["drift"]["changed"]["polarity"])
    key(drift, "next").click()
    expect(drift).to_contain_text(say("matching.progress", number=2, count=2, answered=1))
    assert saved(lab, course_page, match.id) == [{part.name: part.fair[0] for part in match.parts}]


def test_events_move_by_key_by_button_and_by_dragging(lab: Lab, course_page: Page) -> None:
    pack = hegseth()
    right = [e.id for e in sorted(the_timeline_of(pack).events, key=lambda e: (e.day, e.place_in_day))]
    widget = region(course_page, say("order.name"))
    lines = widget.locator("ol > li")

    def order() -> list[str]:
        return [str(one).removeprefix("line-") for one in lines.evaluate_all("all => all.map(li => li.dataset.key)")]

    begin = order()
    lines.first.focus()
    press(course_page, "Alt+ArrowDown")
    assert order() == [begin[1], begin[0], *begin[2:]]
    expect(key(widget, f"line-{begin[0]}")).to_be_focused()
    key(widget, f"up-{begin[0]}").click()
    assert order() == begin
    lines.nth(4).drag_to(lines.nth(1))
    assert order() == [begin[0], begin[4], *begin[1:4], *begin[5:]]
    for place, event in enumerate(right):
        for _ in range(order().index(event) - place):
            key(widget, f"up-{event}").click()
    key(widget, "check").click()
    expect(widget).to_contain_text(say("order.right"))
    expect(widget).to_contain_text("Thursday, 9 January 2025")
    assert saved(lab, course_page, ORDER) == [right]


def test_a_fact_check_is_written_advised_on_kept_and_taken_along(lab: Lab, course_page: Page, tmp_path: Path) -> None:
    page, widget = course_page, region(course_page, say("fact_check.name"))
    key(widget, "claim-who-chaired").click()
    expect(widget.locator(".rt-problem").first).to_contain_text(say("fact_check_warning.no_source"))
    key(widget, "use-healey-chaired").check()
    expect(widget).not_to_contain_text(say("fact_check_warning.no_source"))
    key(widget, "verdict-not_supported").click()
    hostile = "<img src=x onerror=alert(1)> Healey chaired it."
    for name, text in {
        "adds-healey-chaired": "It names the chair.",
        "step-says": "That Rutte chaired it.",
        "step-would_settle": "A report.",
        "step-unknown": "How the mix-up came about.",
        "step-fact_first": hostile,
        "step-claim_line": "The article, by a liar, has Rutte.",
        "step-fact_again": "It was Healey.",
    }.items():
        key(widget, name).fill(text)
        key(widget, name).press("Tab")
    expect(widget).to_contain_text(say("fact_check_warning.person", word="liar"))
    expect(widget).to_contain_text(say("fact_check.complete"))
    expect(widget.get_by_text(say("fact_check.model"))).to_be_visible()
    assert page.locator("img[src='x']").count() == 0
    (*_, last) = saved(lab, course_page, FACT_CHECK + "who-chaired")
    assert isinstance(last, dict)
    assert last["fact_first"] == hostile
    exports = region(page, say("exports.name"))
    for format, name in (
        ("html", "read-twice-html.html"),
        ("claimreview", "read-twice-claimreview.json"),
        ("progress", "session-progress.jsonl"),
    ):
        with page.expect_download() as download:
            key(exports, f"export-{format}").click()
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
    assert merge(read_folder(tmp_path)[0]) == merge(lab.events(page)), "all work is in the file, and reads back"
    made = (tmp_path / "read-twice-html.html").read_text(encoding="utf-8")
    assert "<img" not in made
    assert "&lt;img src=x" in made
    assert json.loads((tmp_path / "read-twice-claimreview.json").read_text())["@type"] == "ClaimReview"
    printed = page.context.new_page()
    printed.goto((tmp_path / "read-twice-html.html").as_uri())
    expect(printed.get_by_text("It was Healey.")).to_be_visible()
    printed.close()


@pytest.mark.slow
def test_a_fact_check_by_keyboard_alone(lab: Lab, course_page: Page) -> None:
    widget = region(course_page, say("fact_check.name"))
    tab_to(course_page, the_fact_checks_of(hegseth()).claims[0].topic, limit=80)  # type: ignore[union-attr]
    press(course_page, "Enter")
    expect(key(widget, "step-says")).to_be_focused()
    course_page.keyboard.type("a dd bb says")
    press(course_page, "Tab")
    course_page.keyboard.type("settles")
    press(course_page, "Tab", "Space")
    chosen: str = course_page.evaluate("document.activeElement.dataset.key")
    assert chosen.startswith("use-"), "the sources, in the order of this learner"
    expect(key(widget, chosen)).to_be_checked()
    assert saved(lab, course_page, FACT_CHECK + "who-chaired")[-1]["says"] == "a dd bb says"  # type: ignore[index]


@pytest.mark.parametrize("theme", ["JupyterLab Light", pytest.param("JupyterLab Dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing_and_a_narrow_page_cuts_nothing_off(lab: Lab, course_page: Page, theme: str) -> None:
    change_theme(course_page, theme)
    key(region(course_page, say("fact_check.name")), "claim-who-chaired").click()
    key(shelf(course_page), "open-call-post").click()
    expect(key(shelf(course_page), "card-call-post")).to_be_focused()
    assert axe_findings(course_page) == []
    for width in (320, 200):
        assert cut_off(course_page, width) == []
