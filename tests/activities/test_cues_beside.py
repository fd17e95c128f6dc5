"""What is judged beside the cards of a pack is in the audit too: speakers, dates, drift, events, pages, pictures."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from readtwice.activities.timeline.mark import mark_order
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.authoring.cues import MARGIN, SMALLEST
from readtwice.pack.shuffled import shuffled_for
from tests.activities.cue_cards import (
    BEGIN,
    END,
    PAGE,
    Asked,
    cards,
    constant,
    faces,
    furthest,
    page_with,
    pages_verbs,
    points,
    sets_beside_the_cards,
    table,
)
from tests.specimens import hegseth

pytestmark = pytest.mark.long  # an audit of all that is shipped

NAMES = (
    "speakers: speaker",
    "speakers: occasion",
    "speakers: kind",
    "dates: fit",
    "dates: by",
    "drift: changed",
    "events, two by two",
    "kinds of page",
    "pictures",
)


@cache
def asked_in(name: str) -> list[Asked]:
    return sets_beside_the_cards(hegseth())[name]


def test_each_kind_is_counted_once():
    assert tuple(sets_beside_the_cards(hegseth())) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_no_face_beats_the_best_constant_answer(name):
    asked = asked_in(name)
    assert cards(asked) >= SMALLEST or name in ("dates: fit", "dates: by", "drift: changed", "pictures")
    if cards(asked) >= SMALLEST:
        assert {face: gained for face in faces(asked) if (gained := points(face, asked)) > MARGIN} == {}


@pytest.mark.parametrize("name", NAMES)
def test_no_constant_answer_settles_a_set(name):
    """Where several answers count, one of them said always would otherwise be right nearly always."""
    answer, right = constant(asked_in(name))
    assert right / cards(asked_in(name)) <= 0.8, answer


def test_a_row_of_drift_can_be_right_where_something_differs():
    """Of ten rows seven were fair short versions. What a page told before is no row any more."""
    rows = asked_in("drift: changed")
    fair = [one.card for one in rows if "nothing" in one.right]
    assert (len(fair), len(rows)) == (4, 7)


def test_an_answer_that_a_face_gives_away_is_found():
    asked = asked_in("speakers: speaker")
    told = [replace(one, right=("article" if len(one.words) > 60 else "nobody",)) for one in asked]
    assert furthest(told)[1] > MARGIN


def test_as_events_are_offered_they_stand_in_order_by_chance_alone():
    timeline = the_timeline_of(hegseth())
    for verb, named in pages_verbs():
        if verb == "timeline":
            events = {one.id: one for one in timeline.only(tuple(named))}
            right = of = 0
            for number in range(300):
                marked = mark_order([events[one] for one in shuffled_for(f"{number:05d}", "timeline-order", events)])
                right, of = right + marked.right, of + marked.of
            assert abs(100 * right / of - 50) <= 5


def test_the_table_in_the_docs_is_what_is_counted():
    """`python -m tests.activities.cue_cards` writes it anew."""
    text = PAGE.read_text("utf-8")
    assert BEGIN in text
    assert END in text
    assert page_with(table(hegseth())) == text
