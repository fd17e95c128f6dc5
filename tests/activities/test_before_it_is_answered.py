"""What is saved before a question is answered: nothing that stands in its key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.activities import activities
from readtwice.activities.numbers.widget import NumberBench
from readtwice.pack import VERDICTS, load_pack
from readtwice.pack.draw import alone
from readtwice.pack.found import shipped_packs
from readtwice.page.base import CourseWidget
from readtwice.page.open import CourseError
from readtwice.page.session import Session
from readtwice.record import Record, read_folder
from tests.notebooks import COURSE
from tests.notebooks.verbs import calls

ON_THE_WAY = {"results-", "shelf-"}
"""Saved while somebody looks around, before there is an answer."""

ANSWERS = {
    *("caption-", "comparison-", "drift-", "hunt-", "moves-", "own-answers-", "swap-", "timeline-", "timeline-order"),
    *("told-apart-", "voices-"),
    *("fact-check-", "ledger-", "off-page-", "own-text", "rewrite-"),
}
"""Saved with an answer or an opinion; the last line are words of a learner's own, which have no key."""

NUMBERS = count()
KEYS = {"clean", "flawed", "open"}.union(*VERDICTS.values())


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from strings(one)


def send(widget: CourseWidget, **message: Any) -> None:
    widget._take(widget, {**message, "number": f"n{next(NUMBERS)}"}, [])


def look_around(widget: CourseWidget) -> None:
    """All that a page lets somebody do who does not answer: see the rest, open, ask for hints, guess, give up."""
    send(widget, type="rest")
    for shown in [*widget.view.get("results", []), *widget.view.get("cards", [])]:
        named = dict.fromkeys(("result", "card", "item", "piece"), shown["id"])
        for kind in ("open", "worth", "adds", "hint", "estimate", "work", "give_up"):
            send(widget, **named, type=kind, text="50", worth="lead", adds="nothing", parts=[])


def pages() -> Iterator[CourseWidget]:
    """What the lessons show."""
    for path in sorted((COURSE / "notebooks").glob("[0w]*.ipynb")):
        for verb, arguments in calls(path):
            try:
                widget = getattr(course, verb)(*arguments)
            except (CourseError, TypeError):
                continue  # it goes with something that the page has made before
            if isinstance(widget, CourseWidget):
                yield widget


def test_each_kind_of_answer_is_known_to_be_saved_with_the_answer_or_before() -> None:
    """A new kind fails here, until somebody says which it is."""
    assert {prefix for one in activities() for prefix in one.events} == ON_THE_WAY | ANSWERS


@pytest.mark.long
@pytest.mark.parametrize("learner", ["0000000001", "0000000002"])
def test_who_answers_nothing_finds_no_key_in_the_saved_lines(learner: str, tmp_path: Path) -> None:
    course.begin(folder=tmp_path)
    record = course.session().record
    record.start_fresh()
    record.learner = learner
    for widget in pages():
        look_around(widget)
    packs = [load_pack(slug) for slug in shipped_packs()]
    twins = {item.id for pack in packs for item in pack.twins}
    items = {item.id for pack in packs for item in pack.items}
    found = [event for event in read_folder(tmp_path)[0] if event.kind == "answer"]
    assert {prefix for prefix in ON_THE_WAY if any(one.item.startswith(prefix) for one in found)} == ON_THE_WAY
    assert {one.occasion for one in found} >= {"before", "after", "fresh", "estimate", "talk"}
    assert not [event for event in found if event.item in items and event.occasion != "estimate"], "nothing is answered"
    for event in found:
        told = {*strings(json.loads(event.to_line()))}
        assert not told & (KEYS | twins), event
        assert not [one for one in twins if event.item.endswith(f"-{one}")]


def test_an_estimate_on_a_twin_is_saved_under_its_card_and_one_under_the_twin_is_still_read(tmp_path: Path) -> None:
    pack = load_pack("one-year-of-the-book-bus")
    (twin,) = (item for item in pack.twins if item.kind == "number")
    session = Session(alone(pack, twin), Record(tmp_path, pack.slug))
    send(bench := NumberBench(session, [twin]), type="estimate", item=twin.id, text="20")
    (event,) = session.record.events
    assert event.item == twin.card
    assert bench.view["cards"][0]["number"]["estimate"]
    session.record.start_fresh()
    session.save(twin.id, ["20"], occasion="estimate")
    assert NumberBench(session, [twin]).view["cards"][0]["number"]["estimate"]
