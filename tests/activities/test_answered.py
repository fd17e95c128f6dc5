"""A question stays when its feedback comes, and what holds stands first wherever it is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from readtwice import course
from readtwice.marking.answer import SURENESS
from readtwice.pack import VERDICTS
from readtwice.pack.item import CLEAN, FLAWED
from readtwice.page.base import CourseWidget
from readtwice.words import say, words


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def answered(widget: CourseWidget, **message: object) -> CourseWidget:
    widget._take(widget, {**message, "number": "n1"}, [])
    return widget


def test_a_card_keeps_its_question_and_what_was_said_to_it() -> None:
    widget = course.question("us-troops-b11-b17")
    (card,) = widget.view["cards"]
    assert card["said"] == ""
    answered(widget, type="answer", item=card["id"], verdict="undetermined", hints=0)
    (after,) = widget.view["cards"]
    assert after["feedback"]
    assert after["prompt"] == card["prompt"]
    assert after["said"] == say("form.you_said", answer=words()["verdict"]["pair"]["undetermined"])


def test_a_tap_on_how_sure_one_is_stays_as_it_was_tapped() -> None:
    widget = course.stories("06", "exit")
    card = widget.view["cards"][0]
    answered(widget, type="answer", item=card["id"], verdict=None, relation=None, sureness="think_not", hints=0)
    label = words()["sureness_button"][card["kind"]]["think_not"]
    assert widget.view["cards"][0]["said"] == say("form.you_said", answer=label)


def test_shelf_and_results_say_what_was_decided_also_after_the_spoken_line() -> None:
    shelf = course.shelf("no-us-troops-shelf")
    answered(shelf, type="open", card=shelf.view["cards"][0]["id"])
    shelf._take(shelf, {"type": "verdict", "verdict": "supported", "number": "n2"}, [])
    holds = say("form.you_said", answer=words()["verdict"]["claim"]["supported"])
    assert shelf.view["you_said"] == holds
    results = course.results("ferry")
    answered(results, type="open", result=results.view["results"][0]["id"])
    results._take(results, {"type": "verdict", "verdict": "supported", "number": "n2"}, [])
    assert results.view["you_said"] == say("form.you_said", answer=words()["verdict_button"]["claim"]["supported"])


def test_what_holds_stands_first_wherever_it_is_chosen() -> None:
    for kind, clean in CLEAN.items():
        assert VERDICTS[kind][:2] == (clean, FLAWED[kind])
    for kind, taps in words()["sureness_button"].items():
        assert tuple(taps) == SURENESS, kind
    assert SURENESS[0].endswith("holds")
    assert next(iter(words()["timeline"]["fit"])) == "fits"


def test_no_page_of_a_learner_speaks_of_our_own_commands() -> None:
    for section in ("static", "start", "connection", "end"):
        assert "make " not in str({k: v for k, v in words()[section].items() if "`" in str(v)}), section


def test_a_learner_reads_no_coefficient() -> None:
    widget = course.captions("b02")
    assert "kappa" not in str(widget.view).casefold()
    assert "kappa" not in widget.static_html().casefold()


def test_too_little_is_never_called_missed_beside_a_count_of_what_was_kept() -> None:
    shown = re.sub(r"\{\w+\}", "", " ".join(texts(words()["captions"])))
    assert "missed" not in shown.casefold()


def texts(phrases: object) -> Iterator[str]:
    if isinstance(phrases, str):
        yield phrases
    for one in phrases.values() if isinstance(phrases, Mapping) else ():
        yield from texts(one)
