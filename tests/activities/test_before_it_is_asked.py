"""What a page holds before anybody answers: nothing that stands in the key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from readtwice.activities.captions.widget import CaptionTagger
from readtwice.activities.drift.mark import drift_match
from readtwice.activities.drift.part import the_drifts_of
from readtwice.activities.hunt.widget import Hunt
from readtwice.activities.shelf.part import the_shelf_of
from readtwice.activities.shelf.widget import SourceShelf
from readtwice.activities.timeline.part import the_timeline_of
from readtwice.activities.timeline.widget import Order
from readtwice.page.base import CourseWidget
from readtwice.page.matching import Matching
from readtwice.page.session import Session
from readtwice.record import Record
from tests.specimens import hegseth


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(hegseth(), Record(tmp_path / "my-work", hegseth().slug))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from strings(one)


def leaks(widget: CourseWidget, hidden: Iterable[str]) -> list[str]:
    """What of the key is in the view, also inside a longer text."""
    told = list(strings(widget.view))
    wanted = [one for one in hidden if one]
    assert wanted
    return [one for one in wanted if any(one in text for text in told)]


def test_a_shelf_keeps_its_cards_and_its_answer_to_itself(session: Session) -> None:
    shelf = the_shelf_of(session.pack)
    for task in shelf.tasks:
        item = session.pack.item(task.item)
        feedback = [option.feedback for option in item.options.values()]
        whys = [offer.why for offer in task.offers]
        cards = [
            text for offer in task.offers for text in (shelf.card(offer.card).behind, shelf.card(offer.card).others)
        ]
        assert leaks(SourceShelf(session, task), [*feedback, item.explanation, *item.hints, *whys, *cards]) == []


def test_captions_keep_their_readings(session: Session) -> None:
    reasons = [one.reason for caption in session.pack.captions for one in (*caption.first, *caption.second)]
    assert leaks(CaptionTagger(session, session.pack.captions), reasons) == []


def test_drifts_keep_their_reasons(session: Session) -> None:
    rows = the_drifts_of(session.pack).rows
    matching = Matching(session, "Cards", "How", [drift_match(session.pack, row) for row in rows])
    assert leaks(matching, [row.why for row in rows]) == []


def test_an_order_keeps_its_days(session: Session) -> None:
    assert Order(session, the_timeline_of(session.pack).events).view["dates"] == {}


def test_a_hunt_keeps_what_its_pairs_say(session: Session) -> None:
    pairs = [item.explanation for item in session.pack.items if item.kind == "pair"]
    assert leaks(Hunt(session, ["b10.s1", "b04.s2"], "b04", "b11"), pairs) == []
