"""The number bench without a browser: what it offers, saves, restores and refuses."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice import course
from readtwice.activities.numbers.estimate import beside_the_answer, how_far, read_estimate, run_of, step
from readtwice.activities.numbers.widget import NumberBench
from readtwice.marking.numbers import UnreadableNumber
from readtwice.pack import Pack
from readtwice.page.open import CourseError
from readtwice.page.session import Session
from readtwice.record import Record
from readtwice.words import say, words
from tests.activities.numbers.number_items import computation, us_aid
from tests.specimens import hegseth

ITEM = "us-aid-share-solo"
SHARE = {"take": "b19.us-aid", "divide_by": "R88", "rate": "", "per_year": ""}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return hegseth()


@pytest.fixture
def session(pack: Pack, tmp_path: Path) -> Session:
    return Session(pack, Record(tmp_path / "my-work", pack.slug))


@pytest.fixture
def bench(session: Session) -> NumberBench:
    return NumberBench(session, [us_aid(session.pack), us_aid(session.pack, "faded")])


def send(bench: NumberBench, kind: str, item: str = ITEM, **message: Any) -> str:
    """What the browser would send; returns what is spoken in answer."""
    bench._take(bench, {"type": kind, "item": item, "number": "n1", **message}, [])
    said: str = bench.view["said"]
    return said


def card(bench: NumberBench) -> dict[str, Any]:
    found: dict[str, Any] = bench.view["cards"][0]
    return found


def number(bench: NumberBench) -> dict[str, Any]:
    found: dict[str, Any] = card(bench)["number"]
    return found


def saved(session: Session) -> list[tuple[str, Any]]:
    return [(event.occasion, event.answer) for event in session.record.events]


def test_a_card_from_estimate_to_verdict(bench: NumberBench, session: Session) -> None:
    assert number(bench)["estimate"] == ""
    assert send(bench, "estimate", text=" 4% ") == say("bench.estimate_set")
    assert number(bench)["estimate"] == "4%"
    said = send(bench, "work", parts=SHARE)
    assert "0.229% of GDP" in said
    assert "1 part in 436" in said
    result = number(bench)["result"]
    assert result["use"] == "0.229%"
    assert len(result["steps"]) == len(result["sources"]) == 2
    assert "The article’s own number, ¶19" in result["sources"][0]
    assert "page read" in result["sources"][1]
    assert number(bench)["reveal"] is None

    assert "17 times too big" in send(bench, "number", text=result["use"], hints=1)
    assert number(bench)["feedback"]["outcome"] == "right"
    assert number(bench)["reveal"]["perspective"] == computation(session.pack.figures).perspective
    send(bench, "verdict", verdict="not_supported", hints=1)
    assert card(bench)["feedback"]["case"] == "hit"
    assert saved(session) == [
        ("estimate", ["4%"]),
        ("lesson", ["0.229%"]),
        ("lesson", ["0.229%", "not_supported"]),
    ]
    assert session.record.events[-1].hints == 1


@pytest.mark.usefixtures("asking")
def test_it_all_comes_back_after_continue(bench: NumberBench, session: Session) -> None:
    for kind, message in (("estimate", {"text": "4"}), ("number", {"text": "0,23 %"})):
        send(bench, kind, **message)
    send(bench, "verdict", verdict="not_supported")
    again = Session(session.pack, Record(session.record.folder, session.pack.slug))
    restored = NumberBench(again, [us_aid(session.pack)])
    assert (number(restored)["estimate"], number(restored)["typed"], card(restored)["feedback"]) == ("", "", None)
    again.choose("continue")
    assert number(restored)["estimate"] == "4%"
    assert number(restored)["typed"] == "0,23 %"
    assert card(restored)["feedback"]["case"] == "hit"
    assert number(restored)["reveal"]["beside"]["guess"] == "4%"


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("work", {"parts": SHARE}),
        ("number", {"text": "0.23%"}),
        ("give_up", {}),
        ("verdict", {"verdict": "not_supported"}),
    ],
)
def test_nothing_comes_before_the_estimate(
    bench: NumberBench, session: Session, kind: str, message: dict[str, Any]
) -> None:
    assert send(bench, kind, **message) == ""
    assert saved(session) == []
    assert number(bench)["reveal"] is None


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"type": "work", "parts": {**SHARE, "take": "R88"}},
        {"type": "work", "parts": {**SHARE, "divide_by": "b19.us-aid"}},
        {"type": "work", "parts": {**SHARE, "take": ""}},
        {"type": "work", "parts": 7},
        {"type": "work", "parts": {"take": ["b19.us-aid"]}},
        {"type": "number", "text": 0.23},
        {"type": "number", "text": "9" * 61},
        {"type": "number", "text": "0.23%", "hints": "many"},
        {"type": "verdict", "verdict": "not_supported"},
        {"type": "verdict", "verdict": "clash"},
        {"type": ["number"], "text": "1"},
        {"type": "give_up", "item": "nobody"},
    ],
)
def test_a_message_that_the_page_never_sends_changes_nothing(
    bench: NumberBench, session: Session, message: dict[str, Any]
) -> None:
    send(bench, "estimate", text="4")
    before = bench.view["cards"]
    bench._take(bench, {"item": ITEM, **message}, [])
    assert bench.view["cards"] == before
    assert saved(session) == [("estimate", ["4"])]


@pytest.mark.parametrize("text", ["", "40", "-1", "four", "1,234", "holds up", "<b>4</b>", "__import__('os')"])
def test_a_text_that_is_no_estimate_is_told_and_not_saved(bench: NumberBench, session: Session, text: str) -> None:
    said = send(bench, "estimate", text=text)
    assert card(bench)["problem"] == {"step": "estimate", "text": said}
    assert said
    assert saved(session) == []
    send(bench, "estimate", text="4")
    assert card(bench)["problem"] == {}


def test_a_verdict_typed_as_a_number_is_no_verdict(bench: NumberBench, session: Session) -> None:
    send(bench, "estimate", text="4")
    send(bench, "number", text="holds up")
    assert card(bench)["problem"]["step"] == "number"
    assert saved(session) == [("estimate", ["4"])]


def test_pounds_are_told_to_be_no_answer_in_percent(bench: NumberBench) -> None:
    send(bench, "estimate", text="4")
    send(bench, "work", parts={**SHARE, "divide_by": "", "rate": "R27", "take": "b19.uk-aid"})
    result = number(bench)["result"]
    assert (result["use"], result["note"]) == (
        "",
        say("bench.other_unit", unit="dollars", asked="percentages"),
    )
    assert "Dollars cannot be divided by pounds" in send(bench, "work", parts={**SHARE, "divide_by": "R17"})
    assert number(bench)["result"] == {"refusal": bench.view["said"]}


def test_the_answer_shows_after_three_tries_or_on_request(bench: NumberBench, session: Session) -> None:
    send(bench, "estimate", text="0.25")
    assert number(bench)["may_give_up"] is False
    for tried in ("5%", "6%"):
        send(bench, "number", text=tried)
        assert (number(bench)["reveal"], number(bench)["may_give_up"]) == (None, True)
    send(bench, "number", text="7%")
    assert (bool(number(bench)["reveal"]), number(bench)["may_give_up"]) == (True, False)
    send(bench, "verdict", verdict="not_supported")
    assert saved(session)[-1] == ("lesson", ["not_supported"]), "a number that does not fit is not held against it"
    assert card(bench)["feedback"]["case"] == "hit"
    assert number(bench)["typed"] == "7%"

    faded = "us-aid-share-faded"
    send(bench, "estimate", faded, text="1")
    send(bench, "number", faded, text="5%")
    assert "You guessed 1%" in send(bench, "give_up", faded)
    assert bench.view["cards"][1]["number"]["reveal"]


def test_the_rest_of_a_worked_card_travels_when_it_is_asked_for(session: Session) -> None:
    worked = us_aid(session.pack, "worked")
    bench = NumberBench(session, [worked])
    assert (card(bench)["steps"], card(bench)["feedback"], number(bench)["reveal"]) == ([], None, None)
    assert worked.explanation not in json.dumps(bench.view)
    send(bench, "give_up", "us-aid-share-worked")
    assert card(bench)["steps"] == list(worked.steps)
    assert number(bench)["reveal"]["beside"] is None
    assert saved(session) == []


def test_a_worked_card_takes_only_an_estimate(session: Session) -> None:
    bench = NumberBench(session, [us_aid(session.pack, "worked")])
    send(bench, "give_up", "us-aid-share-worked")
    assert card(bench)["feedback"]["heading"] == say("feedback.solution", verdict=say("verdict.number.not_supported"))
    assert number(bench)["reveal"]["steps"]
    assert number(bench)["parts"] == []
    item = "us-aid-share-worked"
    for kind, message in (("number", {"text": "1"}), ("verdict", {"verdict": "supported"}), ("work", {"parts": SHARE})):
        send(bench, kind, item, **message)
    assert saved(session) == []
    send(bench, "estimate", item, text="4")
    assert number(bench)["reveal"]["beside"]["guess"] == "4%"


def test_a_claim_among_the_numbers_is_judged_at_once(session: Session) -> None:
    claim = us_aid(session.pack, kind="claim", computation=None)
    bench = NumberBench(session, [claim])
    assert "number" not in card(bench)
    for kind, message in (("estimate", {"text": "4"}), ("number", {"text": "1"}), ("work", {"parts": SHARE})):
        send(bench, kind, **message)
    assert saved(session) == []
    send(bench, "verdict", verdict="not_supported")
    assert saved(session) == [("lesson", ["not_supported"])]
    assert card(bench)["feedback"]["case"] == "hit"


def test_a_refused_number_takes_the_old_tick_away(session: Session) -> None:
    bench = NumberBench(session, [us_aid(session.pack)])
    bench.receive({"type": "estimate", "item": ITEM, "text": "2"})
    bench.receive({"type": "number", "item": ITEM, "text": "0.23 % of GDP"})
    bench.show()
    assert card(bench)["number"]["feedback"]["outcome"] == "right"
    bench.receive({"type": "number", "item": ITEM, "text": "abc"})
    bench.show()
    assert card(bench)["number"]["feedback"] is None
    assert card(bench)["problem"]["step"] == "number"


def test_other_kinds_have_no_place_on_the_bench(session: Session) -> None:
    for item in (session.pack.items[0], us_aid(session.pack, kind="claim", computation=None, sureness=True)):
        with pytest.raises(ValueError, match="no place on the number bench"):
            NumberBench(session, [item])


def test_what_is_stored_says_nothing_about_the_learner(session: Session) -> None:
    item = us_aid(session.pack, box="GDP was <29> trillion.")
    before = NumberBench(session, [item])._repr_mimebundle_()
    session.save(item.id, ["4"], occasion="estimate")
    session.save(item.id, ["0.23%", item.key])
    after = NumberBench(session, [item])._repr_mimebundle_()
    assert before
    assert after
    assert before[0]["text/html"] == after[0]["text/html"]
    html = before[0]["text/html"]
    for told in (
        say("static.not_running"),
        item.computation.ask,
        *words()["verdict_button"]["number"].values(),
        "GDP was &lt;29&gt; trillion.",
    ):
        assert told in html
    assert "0.23" not in html


@pytest.mark.parametrize("answer", [7, "x", [], ["four"], {"a": 1}, [[]], ["99999"], ["x", "clash"]])
def test_damaged_answers_show_as_none(session: Session, answer: Any) -> None:
    item = us_aid(session.pack)
    session.save(item.id, answer, occasion="estimate")
    session.save(item.id, answer)
    shown = card(NumberBench(session, [item]))
    assert (shown["number"]["estimate"], shown["feedback"]) == ("", None)


def test_the_verb_finds_the_lesson_s_numbers(monkeypatch: pytest.MonkeyPatch, session: Session) -> None:
    items = (us_aid(session.pack), us_aid(session.pack, id="claim", kind="claim", computation=None))
    pair = replace(session.pack.item("name-b06-b11"), lesson="03", use="solo")
    given = Session(replace(session.pack, items=(*items, pair)), session.record)
    monkeypatch.setattr("readtwice.activities.numbers.verbs.session", lambda: given)
    assert {one["id"] for one in course.numbers("03", "solo").view["cards"]} == {ITEM, "claim"}
    with pytest.raises(CourseError, match="no 'exit' items with a number"):
        course.numbers("03", "exit")


COMPUTATION = computation(hegseth().figures)
ENDS = st.decimals(min_value=-1000, max_value=1000, places=2)


@given(st.decimals(min_value=0, max_value=10, places=3))
def test_every_estimate_on_the_slider_gets_a_place_and_a_sentence(value: Decimal) -> None:
    assert read_estimate(COMPUTATION, f"{value}") == value
    beside = beside_the_answer(COMPUTATION, value)
    assert 0 <= beside["guess_at"] <= 100
    assert (beside["guess_at"] > beside["answer_at"]) <= (value > COMPUTATION.value)
    said = how_far(COMPUTATION, value)
    assert ("big" in said) <= (value > COMPUTATION.value)
    assert ("small" in said) <= (value < COMPUTATION.value)


@given(ENDS, ENDS)
def test_a_slider_has_between_a_hundred_and_three_hundred_steps(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    if low < high:
        made = replace(COMPUTATION, estimate_low=low, estimate_high=high)
        assert 100 <= (high - low) / step(made) <= 300


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("4", "Your guess was about 17 times too big."),
        ("0.01", "Your guess was about 23 times too small."),
        ("0.57", "Your guess was about 2.5 times too big."),
        ("0.3", "Your guess was somewhat too big."),
        ("0.2", "Your guess was somewhat too small."),
        ("0.24", "Your guess fits."),
        ("0.21", "Your guess was close."),
        ("0.23", "Your guess fits."),
        ("0", "Your guess was too small."),
    ],
)
def test_how_far_off_an_estimate_is(value: str, sentence: str) -> None:
    assert how_far(COMPUTATION, Decimal(value)) == sentence


def test_a_percent_sign_belongs_to_a_percentage() -> None:
    money = replace(COMPUTATION, unit="USD billion")
    with pytest.raises(UnreadableNumber, match="no percentage"):
        read_estimate(money, "4%")


@given(st.lists(st.decimals(min_value=0, max_value=10, places=3), max_size=6))
def test_the_run_of_guesses_counts_each_once_and_puts_it_on_its_side(values: list[Decimal]) -> None:
    run = run_of((COMPUTATION, value) for value in values)
    if len(values) < 2:
        assert run is None
        return
    assert run
    assert len(run["places"]) == len(values)
    count, near, big, small = map(int, re.findall(r"\d+", run["text"]))
    assert count == near + big + small == len(values)
    for value, place in zip(values, run["places"], strict=True):
        assert 0 <= place <= 100
        assert (place > 50) == (value > COMPUTATION.high)
        assert (place < 50) == (value < COMPUTATION.low)


def test_the_run_has_only_guesses_whose_answer_was_seen(session: Session) -> None:
    bench = NumberBench(session, [us_aid(session.pack), us_aid(session.pack, "worked")])
    send(bench, "estimate", "us-aid-share-worked", text="4")
    send(bench, "estimate", text="0.01")
    assert bench.view["run"] is None, "of the second the answer was not seen yet"
    send(bench, "number", text="0.23")
    assert bench.view["run"]["text"] == "2 guesses. Near the answer: 0. Too big: 1. Too small: 1."
    assert number(bench)["reveal"]["beside"]
