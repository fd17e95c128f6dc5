"""Cards on short stories: each learner's own twins, the story in reach, and no paragraph numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.activities.cards.stories import Stories
from readtwice.pack import load_pack
from readtwice.pack.draw import variants
from readtwice.pack.stories import pack_of
from readtwice.page.open import CourseError, begin
from readtwice.page.session import Session
from readtwice.record import Record, dealt_to, decode, known_sets, learner_of, with_earlier
from readtwice.words import say
from tests.specimens import HEGSETH, exit_cards, hegseth, id_of

PACK = load_pack("short-stories")
SOLO = PACK.items_for("01", "solo")


def opened(folder: Path, *, chosen: bool = True) -> Stories:
    record = Record(folder, HEGSETH)
    if chosen:
        record.start_fresh()
    return Stories(Session(hegseth(), record).beside(PACK), SOLO)


def cards(widget: Stories) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = widget.view["cards"]
    return found


def test_a_learner_sees_the_twins_that_are_theirs(tmp_path: Path) -> None:
    seen = set()
    for number in range(12):
        widget = opened(tmp_path / str(number))
        own = dealt_to(PACK, widget.session.record.learner)
        assert [id_of(card) for card in cards(widget)] == [own[item.id].id for item in SOLO]
        for card in cards(widget):
            told = widget.session.pack.item(id_of(card))
            assert [quote["where"] for quote in card["quotes"]] == ["", ""]
            story = " ".join(block["text"] for block in card["story"])
            assert all(quote.text in story for quote in told.shown)
            assert sum(block["kind"] == "heading" for block in card["story"]) == 1
        seen.add(tuple(id_of(card) for card in cards(widget)))
    assert len(seen) > 6, "neighbours cannot copy"


def test_what_is_answered_is_marked_by_its_twin_and_stays(tmp_path: Path) -> None:
    widget = opened(tmp_path)
    for card in cards(widget):
        item = widget.session.pack.item(id_of(card))
        message = {"item": item.id, "verdict": item.key, "relation": item.relation, "number": item.id}
        widget._take(widget, message if item.key != "undetermined" else {**message, "relation": None}, [])
    assert {card["feedback"]["outcome"] for card in cards(widget)} == {"right"}
    assert {quote["where"] for card in cards(widget) for quote in card["feedback"]["quotes"]} <= {""}
    assert widget.asked() == [True] * len(SOLO)
    assert widget.view["set"]["name"] == say("set_card.name", count=len(SOLO))
    assert widget.view["set"]["again"] == []
    again = Stories(widget._printed, SOLO)
    assert [card["feedback"]["outcome"] for card in cards(again)] == ["right"] * len(SOLO)


def a_form(folder: Path) -> Any:
    begin(folder=folder).record.start_fresh()
    return course.form("before", "form-a")


@pytest.mark.parametrize("show", [opened, a_form])
def test_a_page_calls_a_card_by_nothing_that_tells_its_state(tmp_path: Path, show: Callable[[Path], Any]) -> None:
    """The number that ends a twin’s id once stood in the page: -3 is open."""
    told = set()
    for number in range(6):
        widget = show(tmp_path / str(number))
        sent = json.dumps(widget.view)
        ids = {id_of(card) for card in cards(widget)}
        told |= ids
        assert not [one for one in ids if f'"{one}"' in sent]
        assert len({card["id"] for card in cards(widget)}) == len(cards(widget)) > 1
    assert {one[-2:] for one in told} >= {"-2", "-3"}


def test_a_twin_that_was_clicked_before_the_learner_was_known_is_the_one_that_counts(tmp_path: Path) -> None:
    widget = opened(tmp_path)
    shown = {id_of(card) for card in cards(widget)}
    other = next(one for item in SOLO for one in variants(PACK, item.id) if one.id not in shown)
    widget._take(widget, {"item": other.id, "verdict": "undetermined", "number": "1"}, [])
    assert other.id in {id_of(card) for card in cards(widget)}
    assert widget.session.latest(other.id, "lesson")
    before = len(widget.session.record.events)
    widget._take(widget, {"item": "no-such-card", "verdict": "clash", "number": "2"}, [])
    assert len(widget.session.record.events) == before


def test_where_nothing_runs_everybody_sees_the_same_and_no_key(tmp_path: Path) -> None:
    one, other = opened(tmp_path / "a"), opened(tmp_path / "b", chosen=False)
    assert one.static_html() == other.static_html()
    for item in SOLO:
        assert item.topic in one.static_html()
        assert item.explanation not in one.static_html()


def test_a_set_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    begin(folder=tmp_path)
    assert course.stories("01", "solo").title() != course.judge("01", "solo").title()
    with pytest.raises(CourseError, match="09"):
        course.stories("09", "solo")


@pytest.mark.parametrize(("lesson", "use", "count"), [("05", "exit", 2), ("06", "recall", 2), ("07", "recall", 1)])
def test_where_there_are_more_cards_than_are_asked_the_code_draws_which(
    tmp_path: Path, lesson: str, use: str, count: int
) -> None:
    pack = pack_of(lesson, use)
    assert pack
    items = pack.items_for(lesson, use)
    seen = set()
    for number in range(12):
        record = Record(tmp_path / str(number), HEGSETH)
        record.start_fresh()
        widget = Stories(Session(hegseth(), record).beside(pack), items)
        shown = [id_of(card) for card in cards(widget)]
        assert len(shown) == count == len(widget.asked())
        assert shown == [id_of(card) for card in cards(Stories(widget._printed, items))]
        seen |= {widget.session.pack.item(one).card for one in shown}
    assert len(seen) > count, "neighbours cannot copy"


def test_a_card_that_was_answered_stays_whatever_is_drawn(tmp_path: Path) -> None:
    pack = pack_of("05", "exit")
    assert pack
    record = Record(tmp_path, HEGSETH)
    record.start_fresh()
    items = pack.items_for("05", "exit")
    widget = Stories(Session(hegseth(), record).beside(pack), items)
    shown = {widget.session.pack.item(id_of(card)).card for card in cards(widget)}
    other = next(variants(pack, item.id)[-1] for item in items if item.id not in shown)
    widget._take(widget, {"item": other.id, "sureness": "cant_tell", "number": "1"}, [])
    assert other.id in {id_of(card) for card in cards(widget)}
    assert len(cards(widget)) == 2
    assert widget.asked().count(True) == 1


def answer_all(deck: Stories) -> None:
    while open_ones := [id_of(card) for card in cards(deck) if not card["said"]]:
        deck._take(deck, {"item": open_ones[0], "sureness": "think_not", "number": open_ones[0]}, [])


def in_line_or_told(deck: Stories) -> int:
    """How many answers the line of a finished deck holds; all, or its label names the figures."""
    result = decode(deck.view["code"], known_sets())
    held = {item.id for item, tap in zip(result.cards.items, result.answers, strict=True) if tap}
    saved = {id_of(card) for card in cards(deck)}
    assert held <= saved
    lacks = say("result_code.holds", held=len(held), count=len(saved))
    assert (lacks in deck.view["code_said"]["label"]) == (held != saved)
    is_earlier = result.learner != deck.session.record.learner
    assert (say("result_code.earlier") in deck.view["code_said"]["label"]) == is_earlier
    is_whole = held == saved and not is_earlier
    assert (deck.view["code_said"]["note"] == say("result_code.note")) == is_whole, "it says that it holds all"
    return len(held)


@pytest.mark.parametrize("lesson", ["02", "05", "06"])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_exit_cards_with_a_slip_typed_between_them_give_a_code(tmp_path: Path, lesson: str, count: int) -> None:
    for number in range(6):
        deck = exit_cards(Session(hegseth(), Record(tmp_path / str(number), HEGSETH)), lesson)
        for card in cards(deck)[:count]:
            deck._take(deck, {"item": card["id"], "sureness": "sure_not", "number": id_of(card)}, [])
        deck.session.record.use_slip("TEAL-27-K4")
        deck.show()
        answer_all(deck)
        assert in_line_or_told(deck) >= (2 if count in (0, 2) else 1)
        assert decode(deck.view["code"], known_sets()).learner == learner_of("TEAL-27-K4") or count


def test_exit_cards_that_were_dealt_otherwise_in_the_version_before_give_a_code(tmp_path: Path) -> None:
    pack = pack_of("02", "exit")
    assert pack
    sets = next(one for one in with_earlier(pack) if one[0].cards == {item.id for item in pack.items_for("02", "exit")})
    for number in range(6):
        deck = exit_cards(Session(hegseth(), Record(tmp_path / str(number), HEGSETH)))
        item, record = sets[1].of(deck.session.record.learner).items[0], deck.session.record
        record.answer(item.id, [item.key], pack=pack.slug, revision=item.revision, sureness="think_so")
        deck.show()
        answer_all(deck)
        assert in_line_or_told(deck) >= 1


def test_where_nothing_runs_a_page_has_as_many_cards(tmp_path: Path) -> None:
    pack = pack_of("05", "exit")
    assert pack
    items = pack.items_for("05", "exit")
    widget = Stories(Session(hegseth(), Record(tmp_path, HEGSETH)).beside(pack), items)
    page = str(widget.static_html())
    assert page.count("<li>") == 2
    assert items[0].box in unescape(page)
