"""What a page told, or had judged, no later page has judged again: cards and all that stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from readtwice.pack.paper import PaperPart
from readtwice.syllabus import syllabus
from tests.notebooks import COURSE
from tests.notebooks.judged import ASKS, Judged, judged_by
from tests.notebooks.verbs import calls
from tests.specimens import hegseth

ANOTHER_QUESTION = {
    ("agreed-on-10-february-b08", "agreed-on-10-february-shelf"): "the box left it open; the shelf has what settles it",
    ("ammunition-in-aid-b19-b24", "one-currency-b19"): "whether both are in one money",
    ("ammunition-in-aid-b19-b24", "same-time-b19"): "whether both are for the same time",
    ("start-date-b19", "same-time-b19"): "whether both are for the same time",
    ("date budget-2024", "germany-passed-uk-shelf"): "who is ahead, not which year",
    ("two-percentages-b19-b23", "germany-inside-b23"): "whether the sum fits inside a third",
    ("germany-inside-b23", "third-b23"): "whether it is a third",
    ("third-of-what-b23", "who-counted-b23"): "who counted, not whose money",
    ("total-and-part-b24", "ammunition-in-aid-b19-b24"): "whether it fits into another sum",
    ("who-chaired-shelf", "meeting-26-shelf"): "which meeting it was, not who led it",
    ("event confirmation", "date new-chief"): "whether “new” fits a day that the card prints",
    ("event putin-call", "date further-emphasized"): "whether “further” says what came first, which the card prints",
    ("event interview", "drift guarantees"): "what he said in it, not when it was out",
    ("event meeting-26", "ammunition-b24-voice"): "who gave ammunition, not when they met",
    ("event meeting-26", "who-chaired-b24"): "who led it, not when they met",
    ("event meeting-26", "meeting-26-shelf"): "which meeting it was, not when they met",
    ("event putin-call", "spoke-with-putin-shelf"): "whether talks were to start, not when they spoke",
    ("event putin-call", "zelensky-involved-shelf"): "what part he was to have, not when they spoke",
    ("event zelensky-call", "zelensky-involved-shelf"): "what part he was to have, not when they spoke",
    ("event toretsk", "several-settlements-shelf"): "whether several places were taken, not what was said of one",
    ("iiss-pressure-b21", "drift pressure"): "what differs, not whether it holds up",
    ("power-restrictions-b24", "drift power"): "what differs, not whether it holds up",
    ("taken-advantage-b06", "drift advantage"): "what differs, not whether it holds up",
    ("troops-b17", "drift troops"): "what differs, not whether it holds up",
}
"""Pairs on the same words, decided by the same, that ask another thing of them: what the later one asks."""


def again(found: Iterable[Judged]) -> list[tuple[str, str]]:
    """What is judged after something that tells it: the earlier one, the later one."""
    met: list[Judged] = []
    hits = []
    for one in found:
        hits += [(before.id, one.id) for before in met if not one.is_told and before.tells(one)]
        met.append(one)
    return hits


def _pages() -> Iterator[Judged]:
    pack = hegseth()
    for lesson in syllabus().lessons:
        sheets = sorted(COURSE.glob(f"solutions/{lesson.notebook}/*.ipynb"))
        # What a sheet for programmers asks once more, it asks with the answer given.
        for page in (COURSE / f"notebooks/{lesson.notebook}.ipynb", *(one for one in sheets if one.stem == "practice")):
            for verb, named in calls(page):
                yield from judged_by(verb, named, pack)


def _asked_on_paper(part: PaperPart, lesson: str) -> Iterator[Judged]:
    pack, ids = hegseth(), {item.id for item in hegseth().items}
    verb = {
        "voices": "voices",
        "dates": "place",
        "drift": "drift",
        "speakers": "who_speaks",
        "shelf": "shelf",
        "order": "timeline",
        "comparisons": "comparison",
        "kinds of page": "kinds_of_page",
        "picture past": "picture_past",
    }
    if part.does == "cards":
        for one in part.of:
            yield from judged_by("item", [one], pack) if one in ids else judged_by("judge", [lesson, one], pack)
    elif part.does in verb:
        yield from judged_by(verb[part.does], list(part.of), pack)


def test_no_page_has_judged_what_was_told():
    found = list(_pages())
    assert {one.kind for one in found} >= {*ASKS} - {"statement"}
    assert sorted(set(again(found)) - ANOTHER_QUESTION.keys()) == []


def test_no_paper_has_judged_what_was_told():
    paper = hegseth().paper
    assert paper
    found = [met for one in paper.lessons for part in one.parts for met in _asked_on_paper(part, one.id)]
    assert len(found) > 140
    assert {"event", "comparison", "piece"} <= {one.kind for one in found}
    assert sorted(set(again(found)) - ANOTHER_QUESTION.keys()) == []


def test_each_pair_that_asks_another_thing_is_still_met():
    assert ANOTHER_QUESTION.keys() <= set(again(_pages()))


def test_a_year_that_was_told_among_the_dates_is_found_among_the_numbers():
    pack = hegseth()
    dates = judged_by("place", ["victory-day"], pack)
    assert again([*dates, *judged_by("item", ["caption-year-b22"], pack)]) == [("date victory-day", "caption-year-b22")]


def test_a_share_that_was_told_is_found_where_it_is_judged_by_another_yardstick():
    pack = hegseth()
    found = [one for id in ("aid-share-b19", "smaller-economy-b19") for one in judged_by("item", [id], pack)]
    assert again(found) == [("aid-share-b19", "smaller-economy-b19")]


def test_whose_word_it_is_is_the_same_question_for_speakers_and_wordings():
    pack = hegseth()
    found = [*judged_by("voices", ["b17-dictator"], pack), *judged_by("item", ["wording-dictator-b17"], pack)]
    assert again(found) == [("voice b17-dictator", "wording-dictator-b17")]


@pytest.mark.parametrize(
    ("told", "judged", "hit"),
    [
        (
            ("timeline", "summit-opens"),
            ("shelf", "summit-in-june-shelf"),
            ("event summit-opens", "summit-in-june-shelf"),
        ),
        (("timeline", "ministers"), ("timeline", "ministers"), ("event ministers", "event ministers")),
        (
            ("comparison", "germany-and-uk-defense"),
            ("item", "german-budget-b23"),
            ("comparison germany-and-uk-defense", "german-budget-b23"),
        ),
        (("drift", "call"), ("shelf", "spoke-with-putin-shelf"), ("drift call", "spoke-with-putin-shelf")),
        (("shelf", "hard-power-shelf"), ("drift", "hard-power"), ("hard-power-shelf", "drift hard-power")),
        (("kinds_of_page", "boots"), ("kinds_of_page", "boots"), ("piece boots", "piece boots")),
        (("picture_past", "eye-picture"), ("picture_past", "eye-picture"), ("piece eye-picture", "piece eye-picture")),
    ],
)
def test_what_was_told_of_an_event_a_comparison_a_source_or_a_piece_is_found(told, judged, hit):
    found = [one for verb, *named in (told, judged) for one in judged_by(verb, named, hegseth())]
    assert again(found) == [hit]


def test_a_comparison_tells_and_is_never_judged():
    assert [one.is_told for one in judged_by("comparison", ["nato-shares"], hegseth())] == [True]
