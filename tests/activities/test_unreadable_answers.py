"""A saved answer that cannot be read is none: each card can be answered, and what is then saved is shown and counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.pack import Pack, load_pack
from readtwice.pack.item import TAPPED
from readtwice.record import Event, progress_text
from readtwice.syllabus import syllabus
from tests.specimens import hegseth

LEARNER = "a" * 10
STORIES = [load_pack(slug) for slug in syllabus().stories]
PACKS = (hegseth(), *STORIES, *(load_pack(slug) for slug in ("form-a", "form-b", "fresh-text")))


def tapped(*packs: Pack) -> list[tuple[str, str]]:
    """The lessons and uses whose cards are all answered by taps."""
    kinds: dict[tuple[str, str], set[str]] = {}
    for item in (item for pack in packs for item in pack.items if item.use in ("faded", "solo", "practice", "exit")):
        kinds.setdefault((item.lesson, item.use), set()).add(item.kind)
    return sorted(place for place, found in kinds.items() if found <= {*TAPPED})


DECKS: dict[str, Callable[[], Any]] = {
    "form before": lambda: course.form("before", "form-a"),
    "form after": lambda: course.form("after", "form-a"),
    "form fresh": lambda: course.form("fresh", "fresh-text"),
    "whole form": lambda: course.whole_form("before", "form-a", "form-b"),
    **{f"judge {place}": lambda place=place: course.judge(*place) for place in tapped(hegseth())},
    **{f"stories {place}": lambda place=place: course.stories(*place) for place in tapped(*STORIES)},
}


@pytest.fixture(autouse=True)
def _spoiled(tmp_path: Path) -> None:
    """To each card on each occasion there is an answer that another kind of card has, and that no gate can tell."""
    places = [
        (pack.slug, item, occasion)
        for pack in PACKS
        for item in (*pack.items, *pack.twins)
        for occasion in ("lesson", "before", "after", "fresh")
    ]
    (tmp_path / "session-1.jsonl").write_text(
        progress_text(
            Event(
                *(f"{n:032x}", LEARNER, slug, item.id, item.revision, occasion),
                answer=["supported" if item.kind == "pair" else "clash"],
                sureness="think_so",
                n=1,
                time="2026-11-01T10:00:00.000Z",
            )
            for n, (slug, item, occasion) in enumerate(places)
        )
    )
    assert course.begin(folder=tmp_path).record.learner == LEARNER


def send(widget: Any, **message: Any) -> None:
    widget._take(widget, {**message, "number": f"n{len(course.session().record.events)}"}, [])


@pytest.mark.parametrize("name", DECKS)
def test_each_card_of_a_deck_is_answered(name: str) -> None:
    deck = DECKS[name]()
    assert not any(deck.asked())
    is_form, before = "form" in name, len(course.session().record.events)
    for card in deck.view["cards"]:
        sureness = {"sureness": "think_so"} if is_form or card["sureness"] else {"verdict": card["verdicts"][0]}
        send(deck, type="answer", item=card["id"], **sureness)
    assert all(deck.asked())
    assert all(card["said"] for card in deck.view["cards"] if not card.get("worked"))
    assert len(course.session().record.events) == before + len(deck.asked())
    if is_form or "exit" in name:
        assert deck.view["code"]


@pytest.mark.parametrize("occasion", ["before", "after"])
def test_a_task_of_search_is_answered(occasion: str) -> None:
    task = course.search_task(occasion, "form-a")
    assert task.view["kept"] == ""
    send(task, type="open", result=task.view["results"][0]["id"])
    send(task, type="answer", sureness="think_so")
    assert task.asked() == [True]
    assert task.view["kept"]


def test_a_shelf_is_decided() -> None:
    shelf = course.shelf("no-us-troops-shelf")
    assert shelf.asked() == [False]
    send(shelf, type="open", card=shelf.view["cards"][0]["id"])
    send(shelf, type="verdict", verdict="supported")
    assert shelf.asked() == [True]
    assert shelf.view["you_said"]
