"""`course.voices` and `course.voice`: the cards of the open pack, and answers in code saved as a click is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from readtwice import course
from readtwice.activities.voices.part import PART as VOICES
from readtwice.activities.voices.part import voices_of
from readtwice.page.open import CourseError
from tests.specimens import hegseth

CARD = "b04-own-defense"
RIGHT = {"speaker": "hegseth", "occasion": "press-conference", "kind": "opinion"}


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def saved() -> object:
    event = course.session().record.latest(f"voices-{CARD}")
    return event and event.answer


def test_the_cards_of_some_paragraphs_or_of_all_come_in_the_order_of_the_article() -> None:
    voices = voices_of(hegseth())
    assert voices
    assert [one["id"] for one in course.voices().view["cards"]] == [f"voices-{one.id}" for one in voices.quotes]
    blocks = [one["id"].split("-")[1] for one in course.voices("b13", "b06").view["cards"]]
    assert blocks == sorted(blocks)
    assert set(blocks) == {"b06", "b13"}


def test_an_answer_in_code_is_marked_and_stands_on_its_card() -> None:
    reply = course.voice(CARD).check(**RIGHT)
    assert reply.outcome == "right"
    assert saved() == RIGHT
    card = course.voices("b04").view["cards"][0]
    assert {part["name"]: part["chosen"] for part in card["parts"]} == RIGHT
    assert card["feedback"]["outcome"] == "right"


def test_the_parts_that_are_off_are_named_and_the_others_are_not() -> None:
    reply = course.voice(CARD).check(RIGHT | {"kind": "report"})
    assert reply.outcome == "not_yet"
    labels = {part["name"]: part["label"] for part in course.voices("b04").view["cards"][0]["parts"]}
    first = str(reply).splitlines()[0]
    assert labels["kind"] in str(reply)
    assert labels["speaker"] not in first


@pytest.mark.parametrize("answer", [{"speaker": "hegseth"}, RIGHT | {"kind": "rumor"}, "hegseth", None])
def test_what_is_not_a_whole_answer_is_not_saved(answer: object) -> None:
    assert course.voice(CARD).check(answer).outcome in {"not_tried", "cannot_be_marked"}
    assert saved() is None


def test_the_solution_saves_nothing_and_names_every_fair_kind() -> None:
    shown = str(course.voice("b04-crucial").solution())
    assert all(word in shown.lower() for word in ("hegseth", "opinion", "forecast"))
    assert course.session().record.latest("voices-b04-crucial") is None


def test_an_unknown_paragraph_or_card_is_told_with_those_there_are() -> None:
    with pytest.raises(CourseError, match=r"^There is no block 'b02' here\. There are: b04, b06, "):
        course.voices("b02")
    with pytest.raises(CourseError, match=r"^There is no voice 'b99' here\. There are: b04-own-defense, "):
        course.voice("b99")


@pytest.mark.parametrize("verb", [course.voices, course.voice, course.who_speaks])
def test_a_pack_without_voices_says_so(verb: Callable[[str], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course.session(), "pack", replace(hegseth(), parts=hegseth().parts.with_(VOICES, None)))
    with pytest.raises(CourseError, match=r"its pack has no voices\.yaml\.$"):
        verb("b04")
