"""The article as a place: what stands in each block is what the record says, and a click leads to where it is asked."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readtwice import course
from readtwice.course.article_map import Place, places
from readtwice.marking.caption_key import caption_words
from readtwice.marking.finding import Finding
from readtwice.pack.item import VERDICTS
from readtwice.page.open import begin
from readtwice.record import Event
from readtwice.syllabus import syllabus
from readtwice.words import say
from tests.notebooks import COURSE
from tests.specimens import hegseth


def event(item: str, answer: object, second: int = 0, pack: str = "hegseth-nato-2025") -> Event:
    time = f"2026-01-01T10:00:{second:02}.000Z"
    return Event(f"{item}-{second}", "learner", pack, item, 1, "lesson", answer, n=second + 1, time=time)


def in_block(found: tuple[Place, ...], block: str) -> Place:
    return next(place for place in found if place.block.id == block)


def test_nothing_answered_is_nothing_found_and_no_flaw_is_told() -> None:
    found = places(hegseth(), [])
    assert [place.block.id for place in found] == [block.id for block in hegseth().article.blocks]
    assert all(not place.found and not any(shown for _, shown in place.sentences) for place in found)
    assert sum(len(place.open) for place in found) > 24


def test_a_clash_is_caught_on_both_sides_and_a_slip_is_looked_at_again() -> None:
    item = hegseth().item("name-b06-b11")
    (first, second) = (side[0] for side in item.sides)
    caught = places(hegseth(), [event(item.id, ["clash"])])
    for quote in (first, second):
        here = in_block(caught, quote.block)
        assert here.counts == {Finding.CAUGHT: 1}
        assert "caught" in [shown for _, shown in here.sentences]
        assert item.id not in {one.id for one in here.open}
    missed = places(hegseth(), [event(item.id, ["clash"]), event(item.id, ["no_clash"], 1)])
    assert in_block(missed, first.block).counts == {Finding.AGAIN: 1}, "the latest answer counts"


def test_what_a_page_has_to_read_counts_as_read_once_its_lesson_is_begun() -> None:
    pack = hegseth()
    solo = next(item for item in pack.items_for("03", "solo"))
    before, after = places(pack, []), places(pack, [event(solo.id, [solo.key])])
    assert not any(shown for _, shown in in_block(before, "b24").sentences)
    assert all(shown for _, shown in in_block(after, "b24").sentences)
    assert not any(shown for _, shown in in_block(after, "b16").sentences), "lesson 3 does not read it"


def test_a_caption_is_found_word_by_word() -> None:
    pack = hegseth()
    count = len(caption_words(pack.article, "b02"))
    found = in_block(places(pack, [event("caption-b02", ["added"] * count)]), "b02").counts
    assert found[Finding.CAUGHT] > 0 < found[Finding.AGAIN], "to call all added is to catch and to raise false alarms"
    assert in_block(places(pack, [event("caption-b02", ["told"] * count)]), "b02").counts[Finding.KEPT] > 0
    for damaged in (None, "added", ["added"], [1] * count, {"x": "added"}):
        assert not in_block(places(pack, [event("caption-b02", damaged)]), "b02").counts


def test_answers_of_other_packs_and_nonsense_leave_it_empty() -> None:
    item = hegseth().item("name-b06-b11")
    for odd in (
        event(item.id, ["clash"], pack="skate-park"),
        event(item.id, {"a": [1]}),
        event("caption-b99", ["seen"]),
    ):
        assert all(not place.found for place in places(hegseth(), [odd]))


_ITEMS = [item for item in hegseth().items if item.use in ("faded", "solo", "exit", "practice")]


@given(st.lists(st.tuples(st.sampled_from(_ITEMS), st.integers(0, 2)), max_size=12))
def test_each_question_is_found_once_in_a_block_or_stays_open(answers: list[tuple[object, int]]) -> None:
    events = [
        event(item.id, [VERDICTS[item.kind][verdict]], second)  # type: ignore[attr-defined]
        for second, (item, verdict) in enumerate(answers)
    ]
    for place in places(hegseth(), events):
        assert sum(length for length, _ in place.sentences) <= place.block.end - place.block.start
        assert {one.id for one in place.open} <= {one.id for one in place.asked}
        here = {
            item.id  # type: ignore[attr-defined]
            for item, _ in answers
            if place.block.id in {quote.block for quote in item.shown}  # type: ignore[attr-defined]
        }
        assert sum(place.counts.values()) <= len(here)


def test_a_block_leads_to_its_cards_on_this_page_first_else_to_a_lesson(tmp_path: Path) -> None:
    begin(folder=tmp_path)
    cards, drawn = course.judge("01", "solo"), course.article()
    by_place = {place["where"]: place for place in drawn.view["places"]}
    assert (by_place["¶6"]["widget"], by_place["¶6"]["page"]) == (cards.place, "")
    assert by_place["¶2"]["page"] == "05_what_the_picture_proves.ipynb"
    assert by_place["¶1"]["page"] == by_place["¶1"]["widget"] == "", "nothing is asked of it"
    item = hegseth().items_for("01", "solo")[0]
    cards._take(None, {"item": item.id, "verdict": item.key, "number": "1"}, [])
    assert item.is_clean
    assert drawn.view["summary"] == say("article_map.summary", kept=1, caught=0, held=0, again=0), (
        "two blocks, one card"
    )
    assert any(place["signs"] for place in drawn.view["places"])


def test_the_parts_that_a_lesson_reads_are_those_on_its_page() -> None:
    for lesson in syllabus().lessons:
        text = (COURSE / "notebooks" / f"{lesson.notebook}.ipynb").read_text("utf-8").replace('\\"', '"')
        read = [part for call in re.findall(r"course\.read\((.*?)\)", text) for part in re.findall(r"[b\d-]+", call)]
        assert read == [*lesson.reads], lesson.id
