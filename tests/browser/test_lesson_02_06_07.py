"""Lessons 02, 06 and 07 worked whole, by mouse, as students do: every card of every set, and the work comes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.fact_check.part import fact_checks_of, the_fact_checks_of
from readtwice.activities.timeline.match import statement_match
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.activities.voices.mark import voice_match
from readtwice.activities.voices.part import the_voices_of
from readtwice.marking.matching import Match
from readtwice.words import say
from tests.browser.by_mouse import (
    button,
    cards,
    key,
    read_worked,
    sets_by_mouse,
    stories_by_mouse,
    work_on_the_shelf,
)
from tests.browser.lab import PANEL, Lab, broken_widgets
from tests.browser.pages import axe_findings, named
from tests.notebooks import COURSE
from tests.specimens import hegseth

pytestmark = pytest.mark.slow  # a pass with each kind of widget stands in test_off_the_page.py

NOTEBOOKS = {
    "02": "notebooks/02_who_said_it_and_when.ipynb",
    "06": "notebooks/06_leave_the_page.ipynb",
    "07": "notebooks/07_publish_a_fact_check.ipynb",
}
PACK = hegseth()


def match_all(widget: Locator, matches: list[Match]) -> None:
    """Answer cards of one widget rightly, one after the other."""
    for number, match in enumerate(matches):
        if number:
            button(widget, say("judge.next")).click()
        for part in match.parts:
            key(widget, f"{match.id}-{part.name}-{part.fair[0]}").click()
        expect(widget.locator(".rt-feedback")).to_contain_text(match.why)


def run(lab: Lab, page: Page, lesson: str) -> None:
    lab.open(page, NOTEBOOKS[lesson])
    lab.run_all(page)
    expect(page.get_by_text(say("static.not_running"), exact=True)).to_have_count(0)
    assert broken_widgets(page) == 0


def saved_items(lab: Lab, page: Page) -> set[str]:
    return {event.item for event in lab.events(page)}


def calls(lesson: str, verb: str) -> list[list[str]]:
    """What a lesson names in each call of a verb."""
    source = (COURSE / NOTEBOOKS[lesson]).read_text(encoding="utf-8")
    return [re.findall(r"[\w-]+", one) for one in re.findall(rf"course\.{verb}\((.*?)\)", source)]


def test_lesson_02_whole(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page, "02")
    done: set[str] = set()
    for named_ids in calls("02", "voices"):
        voices = the_voices_of(PACK).within(tuple(named_ids))
        matches = [voice_match(PACK, voice) for voice in voices]
        more = ", ".join(dict.fromkeys(f"¶{int(voice.quote.block[1:])}" for voice in voices))
        match_all(named(page, say("voices.title", more=more)), matches)
        done |= {match.id for match in matches}
    (asked,) = calls("02", "place")
    places = [statement_match(PACK, one) for one in the_timeline_of(PACK).statements if one.id in asked]
    match_all(named(page, say("timeline.title_all")), places)
    read_worked(page, "02")
    sets_by_mouse(page, "02", ("faded", "solo"))
    learner = lab.events(page)[-1].learner
    exits = {item for use in ("recall", "exit") for item in stories_by_mouse(page, learner, "02", use)}
    assert len(exits) == 4
    order = named(page, say("order.name"))
    key(order, "check").click()
    expect(order).to_contain_text("pairs are in order")
    key(order, "show").click()
    expect(order).to_contain_text(say("order.shown"))
    expected = (
        done
        | {match.id for match in places}
        | exits
        | {item.id for use in ("faded", "solo") for item in cards("02", use)}
    )
    assert expected <= saved_items(lab, page)
    assert axe_findings(page) == []
    page.reload()
    page.wait_for_selector(f"{PANEL} .jp-Cell")
    lab.run_all(page)
    expect(named(page, say("timeline.title_all")).locator(".rt-feedback")).to_be_visible()


def test_lesson_06_whole(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page, "06")
    (worked,) = cards("06", "worked")
    shown = named(page, say("judge.one", topic=worked.topic))
    expect(shown.get_by_text(worked.steps[0])).to_be_visible()
    sets_by_mouse(page, "06", ("faded",))
    tasks = [task for (task,) in calls("06", "shelf")]
    for task in tasks:
        work_on_the_shelf(page, task)
    rows = [row for ids in calls("06", "drift") for row in ids]
    for ids in calls("06", "drift"):
        ordered = [drift_match(PACK, row) for row in the_drifts_of(PACK).rows if row.id in ids]
        match_all(named(page, say("drift.title", more=len(ids))), ordered)
    sets_by_mouse(page, "06", ("extra",))
    learner = lab.events(page)[-1].learner
    on_stories = {item for use in ("recall", "exit") for item in stories_by_mouse(page, learner, "06", use)}
    assert len(on_stories) == 4
    assert {*tasks, *(f"drift-{row}" for row in rows), *on_stories} <= saved_items(lab, page)
    assert axe_findings(page) == []


def test_lesson_07_opens_and_ends_with_cards_on_short_pieces(lab: Lab, tall_page: Page) -> None:
    page = tall_page
    run(lab, page, "07")
    builder = named(page, say("fact_check.name"))
    builder.locator('[data-key^="claim-"]').first.click()
    key(builder, "step-says").fill("It says so.")
    key(builder, "step-says").press("Tab")
    expect(builder.locator(".rt-progress, [data-key='step-says']").first).to_be_visible()
    exits = named(page, say("deck.stories.exit"))
    exits.locator(".rt-scale button").first.click()
    expect(exits.locator(".rt-feedback:visible").last).to_be_visible()
    learner = lab.events(page)[-1].learner
    done = stories_by_mouse(page, learner, "07", "recall")
    assert len(done) == 1
    assert done < saved_items(lab, page)
    assert axe_findings(page) == []


@pytest.mark.parametrize(
    "claim", [claim.id for claim in the_fact_checks_of(PACK).claims] if fact_checks_of(PACK) else []
)
def test_lesson_07_with_each_claim_of_the_menu(lab: Lab, tall_page: Page, claim: str) -> None:
    page = tall_page
    run(lab, page, "07")
    chosen = the_fact_checks_of(PACK).claim(claim)
    model = chosen.model
    widget = named(page, say("fact_check.name"))
    key(widget, f"claim-{claim}").click()
    for source in chosen.settles or chosen.offers[:2]:
        key(widget, f"use-{source}").check()
        key(widget, f"adds-{source}").fill("It helps.")
    key(widget, f"verdict-{chosen.verdict}").click()
    for name in ("says", "would_settle", "unknown", "fact_first", "claim_line", "fact_again"):
        key(widget, f"step-{name}").fill(getattr(model, name))
        key(widget, f"step-{name}").press("Tab")
    expect(widget).to_contain_text(say("fact_check.complete"))
    expect(widget.locator(".rt-problem")).to_have_count(0)
    key(widget, "model").click()
    expect(widget.locator("details dd").last).to_contain_text(model.fact_first)
    exports = named(page, say("exports.name"))
    for format in ("html", "markdown", "claimreview", "annotations"):
        with page.expect_download() as download:
            key(exports, f"export-{format}").click()
        assert download.value.path().stat().st_size > 50
    key(exports, "export-csv").click()  # a table holds what was picked, and here all was written
    expect(exports).to_contain_text(say("publish.no_marks"))
