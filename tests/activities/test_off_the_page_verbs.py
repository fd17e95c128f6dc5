"""Speakers, dates, shelf, drift and fact-checks as a notebook calls them, and what an unknown name is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readtwice import course
from readtwice.activities.fact_check.part import the_fact_checks_of
from readtwice.activities.good_report.part import good_report_of
from readtwice.activities.shelf.part import the_shelf_of
from readtwice.activities.voices.part import the_voices_of
from readtwice.course import in_sources
from readtwice.page.open import CourseError
from tests.specimens import hegseth


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


UNKNOWN: dict[str, Callable[[], object]] = {
    "voices": lambda: course.voices("b99"),
    "voice": lambda: course.voice("nobody"),
    "who_speaks": lambda: course.who_speaks("b01"),
    "order": lambda: course.order("nothing"),
    "order, incomplete": lambda: course.order("inauguration"),
    "place": lambda: course.place("nothing"),
    "statement": lambda: course.statement("nothing"),
    "weekday": lambda: course.weekday("Thursday"),
    "drift": lambda: course.drift("nothing"),
    "drifted": lambda: course.drifted("nothing"),
    "shelf": lambda: course.shelf("nothing"),
    "look_up": lambda: course.look_up("nothing"),
    "open": lambda: course.look_up("hard-power-shelf").open("nothing"),
    "budget": lambda: course.look_up("hard-power-shelf").open("hard-power", "full-transcript", "nato-commitment"),
    "adds to a closed card": lambda: course.look_up("hard-power-shelf").adds("hard-power", "settles"),
    "adds what": lambda: course.look_up("hard-power-shelf").open("hard-power").adds("hard-power", "much"),
    "results": lambda: course.results("nothing"),
    "found": lambda: course.found("nothing"),
    "search": lambda: course.search("nothing"),
    "open a result": lambda: course.search("ferry").open("nothing"),
    "budget of results": lambda: course.search("ferry").open("line", "advert", "forum", "port"),
    "read a closed result": lambda: course.search("ferry").read("line"),
    "worth of a closed result": lambda: course.search("ferry").worth("line", "settles"),
    "worth what": lambda: course.search("ferry").open("line").worth("line", "much"),
    "source_cards": lambda: course.source_cards("nothing"),
    "publish_check": lambda: course.publish_check("nothing"),
    "write_fact_check": lambda: course.write_fact_check("nothing"),
    "write_fact_check, source": lambda: course.write_fact_check("who-chaired", {"nothing": "x"}),
    "write_fact_check, step": lambda: course.write_fact_check("who-chaired", nothing="x"),
    "draft": lambda: course.draft("nothing"),
    "export": lambda: course.export("pdf"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_name_gets_sentences_that_say_what_there_is(name: str) -> None:
    with pytest.raises(CourseError, match=r"^[A-Z“'\"][^\n]*[.]$"):
        UNKNOWN[name]()


def test_cards_are_counted_where_there_are_some() -> None:
    titles = [course.drift(*rows).view["name"] for rows in (("power",), ("power", "package"), ())]
    assert titles == ["Source and article: 1 card", "Source and article: 2 cards", "Source and article"]


def test_shares_of_words_add_up_and_each_stretch_is_labelled() -> None:
    reply = course.who_speaks("b10")
    assert reply.text.count("[Trump]") == 2
    assert "of 100)" in reply.text
    counts = [
        int(line.partition("(")[2].split(" of ")[0]) for line in reply.text.splitlines() if " of these words" in line
    ]
    assert sum(counts) == 100


def test_the_weekday_in_the_article_comes_out_as_thursday() -> None:
    assert course.weekday("2025-02-13").text.endswith("Thursday, 13 February 2025.")


def test_a_look_up_in_code_is_marked_as_clicks_are() -> None:
    right = course.look_up("hard-power-shelf").check({"open": ["hard-power"], "verdict": "holds up"})
    assert right.outcome == "right"
    assert course.look_up("hard-power-shelf").check("holds up").outcome == "not_tried", "no card was opened"
    assert course.look_up("hard-power-shelf").check().outcome == "not_tried"
    saved = course.session().record.latest("shelf-hard-power-shelf", "talk")
    assert saved
    assert saved.answer["opened"] == ["hard-power"]


def test_a_fact_check_in_code_is_told_what_it_lacks() -> None:
    assert "begin" in course.publish_check("who-chaired").text
    told = course.write_fact_check("who-chaired", verdict="not_supported", claim_line="The writer is a liar.")
    assert "Without one there is no verdict" in told.text
    assert "liar" in told.text


def test_the_good_report_numbers_each_source_once() -> None:
    report = good_report_of(hegseth())
    assert report
    text = course.good_report().text
    sources = {source for one in (report.headline, *report.sentences) for source in one.sources}
    assert f"[{len(sources)}" in text or f", {len(sources)}]" in text
    assert text.count("[") == len(report.sentences)


@pytest.mark.parametrize("draft", [draft.id for draft in the_fact_checks_of(hegseth()).drafts])  # type: ignore[union-attr]
def test_the_solution_of_a_draft_is_what_its_check_asks_for(draft: str) -> None:
    question = course.draft(draft)
    codes = [line.partition(":")[0] for line in question.solution().text.splitlines()[1:]]
    assert question.check(codes).outcome == "right"
    assert question.check([*codes, "no_such_code"]).outcome == "not_yet"
    assert question.show().rows


def test_rows_for_those_who_program_hold_what_the_pack_holds() -> None:
    pack = hegseth()
    assert len(in_sources.voices()) == len(the_voices_of(pack).quotes)
    assert [row.day for row in in_sources.events()] == sorted(row.day for row in in_sources.events())
    assert len(in_sources.cards()) == sum(len(task.offers) for task in the_shelf_of(pack).tasks)
    assert all(row.tiers and all(row.tiers) for row in in_sources.sentences())


def test_signs_and_cards_are_tables_that_hold_text_only() -> None:
    for table in (course.signs(), course.source_cards()):
        assert table.rows
        assert "<script" not in table._repr_html_()
