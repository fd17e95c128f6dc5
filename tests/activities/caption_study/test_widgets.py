"""Swap test, caption swap and fair rewrite without a browser: what they show, keep, and never keep."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from readtwice.activities.caption_study.caption_swap import CaptionSwap
from readtwice.activities.caption_study.part import CaptionStudy, study_of
from readtwice.activities.caption_study.rewrite import MAXIMUM_TEXT, SHOWN, Rewrite
from readtwice.activities.caption_study.swap import SwapTest
from readtwice.page.base import CourseWidget, static
from readtwice.page.kept import TALK
from readtwice.page.session import Session
from readtwice.record import Record, read_folder
from readtwice.words import say, words
from tests.specimens import hegseth

HOSTILE = "<img src=x onerror=alert(1)> $x$ {0} Brave"


def study() -> CaptionStudy:
    found = study_of(hegseth())
    assert found is not None
    return found


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(hegseth(), Record(tmp_path / "my-work", hegseth().slug))


def saved(session: Session) -> list[tuple[str, str, Any]]:
    return [(event.item, event.occasion, event.answer) for event in read_folder(session.record.folder)[0]]


def send(widget: CourseWidget, **message: Any) -> str:
    widget._take(widget, {**message, "number": "n1"}, [])
    return str(widget.view["said"])


def text(pieces: list[dict[str, Any]], marked: bool | None = None) -> str:
    return "".join(one["text"] for one in pieces if marked is None or one["marked"] == marked)


def lines(widget: Rewrite, name: str) -> list[str]:
    (found,) = (one["lines"] for one in widget.view["found"] if one["label"] == words()["rewrite"][name])
    return list(found)


def everything(session: Session) -> list[CourseWidget]:
    made: list[CourseWidget] = [CaptionSwap(session, study().scene)]
    for one in study().captions:
        made += [SwapTest(session, one), Rewrite(session, one)]
    return made


def test_views_are_plain_json_and_each_widget_has_a_name_of_its_own(session: Session) -> None:
    found = everything(session)
    for widget in found:
        assert json.loads(json.dumps(widget.view)) == widget.view
    assert len({widget.title() for widget in found}) == len(found)


def test_a_page_that_is_not_running_says_the_same_whatever_was_answered(session: Session) -> None:
    before = bundles(session)
    send(SwapTest(session, study().caption("b12")), sounds="side")
    send(Rewrite(session, study().caption("b02")), type="check", text=HOSTILE)
    assert bundles(session) == before
    assert all(say("static.not_running") in html for html, _ in before)


def bundles(session: Session) -> list[tuple[str, str]]:
    """What the notebook's file stores of each widget, as HTML and as text."""
    found = [widget._repr_mimebundle_() for widget in everything(session)]
    return [(bundle[0]["text/html"], bundle[0]["text/plain"]) for bundle in found if bundle]


STUDY = "readtwice.activities.caption_study"


@pytest.mark.parametrize("script", ["swap.js", "caption_swap.js", "rewrite.js"])
def test_scripts_are_small_and_write_no_html(script: str) -> None:
    assert len(static(STUDY, script)) < 30_000
    assert "innerHTML" not in static(STUDY, script)


def test_the_swapped_caption_is_the_printed_one_but_for_what_was_put_in(session: Session) -> None:
    for one in study().captions:
        widget = SwapTest(session, one)
        assert widget.view["answer"] is None
        assert one.swap.note not in json.dumps(widget.view) + widget.static_html(), "it travels once one has chosen"
        send(widget, sounds="side")
        view = widget.view
        printed = hegseth().article.quote(hegseth().article.block(one.block))
        assert text(view["answer"]["printed"]) == printed
        assert text(view["answer"]["printed"], True) == "".join(
            quote.text for quote in sorted(one.added, key=lambda quote: quote.span.start)
        )
        assert text(view["swapped"]) != printed
        assert [part["text"] for part in view["swapped"] if part["marked"]] == [put.put for put in one.swap.put]


def test_the_caption_that_readers_side_with_is_swapped_where_it_praises_and_not_where_it_tells(
    session: Session,
) -> None:
    swapped = text(SwapTest(session, study().caption("b02")).view["swapped"])
    assert "resilience of the Russian people" in swapped
    assert "invasion" not in swapped, "who invaded is a fact: no other name can be put in"


def test_how_a_swapped_caption_sounds_is_kept_as_talk_and_shown_again(session: Session) -> None:
    widget = SwapTest(session, study().caption("b12"))
    assert (widget.view["kept"], widget.view["line"]) == (None, "")
    line = say("swap.kept", answer=words()["swap"]["choices"]["side"])
    assert send(widget, sounds="side") == line
    assert saved(session) == [("swap-b12", TALK, "side")]
    again = SwapTest(session, study().caption("b12")).view
    assert (again["kept"], again["line"]) == ("side", line)
    assert "outcome" not in json.dumps(again), "nothing is marked"


@pytest.mark.parametrize("message", [{}, {"sounds": "nice"}, {"sounds": ["news"]}, {"sounds": None}])
def test_what_no_swap_test_sends_is_passed_over(session: Session, message: dict[str, Any]) -> None:
    assert send(SwapTest(session, study().caption("b12")), **message) == ""
    assert saved(session) == []


def test_a_foreign_answer_in_the_record_is_not_shown(session: Session) -> None:
    session.save("swap-b12", {"nice": 1}, occasion=TALK)
    session.save("rewrite-b02", 7, occasion=TALK)
    assert SwapTest(session, study().caption("b12")).view["kept"] is None
    assert Rewrite(session, study().caption("b02")).view["text"] == ""


def test_nothing_of_the_caption_swap_is_stored(session: Session) -> None:
    widget = CaptionSwap(session, study().scene)
    before = dict(widget.view)
    for message in ({"type": "sure", "step": 1, "sure": 5}, {"text": "x"}, {}):
        assert send(widget, **message) == ""
    assert {name: widget.view[name] for name in before} == before
    assert saved(session) == []
    assert not [path for path in session.record.folder.rglob("*") if path.is_file()]
    assert "ui.send" not in static(STUDY, "caption_swap.js"), "what is chosen never leaves the page"
    assert words()["caption_swap"]["invented"] in widget.static_html()


def test_the_caption_swap_goes_from_no_caption_to_two_that_oppose_each_other(session: Session) -> None:
    captions = CaptionSwap(session, study().scene).view["captions"]
    assert [one["code"] for one in captions] == ["none", "neutral", "flattering", "hostile"]
    assert captions[0]["text"] == ""


def test_a_rewrite_is_looked_at_without_saving_and_saved_when_checked(session: Session) -> None:
    widget = Rewrite(session, study().caption("b02"))
    assert widget.view["found"] == []
    written = "Brave Ukrainians with determination, on 3 tanks."
    said = say("rewrite.spoken", remaining=1, lost=2, new=2)
    assert send(widget, type="look", text=written) == said
    assert saved(session) == []
    assert lines(widget, "remaining") == ["“determination”"]
    assert lines(widget, "new") == [say("rewrite.numbers", words="3"), say("rewrite.words", words="Brave")]
    assert len(lines(widget, "lost")) == 2
    assert len(lines(widget, "asked")) == 3
    assert send(widget, type="check", text=written) == said
    assert send(widget, type="check", text=written) == said
    assert saved(session) == [("rewrite-b02", TALK, written)]
    again = Rewrite(session, study().caption("b02"))
    assert (again.view["text"], again.view["found"]) == (written, widget.view["found"])


def test_a_model_rewrite_leaves_nothing_to_say(session: Session) -> None:
    for one in study().captions:
        widget = Rewrite(session, one)
        assert send(widget, type="check", text=one.model) == say("rewrite.spoken", remaining=0, lost=0, new=0)
        nothing = [words()["rewrite"]["nothing"]]
        assert lines(widget, "remaining") == lines(widget, "lost") == nothing


def test_a_doubt_about_what_is_printed_is_told(session: Session) -> None:
    widget = Rewrite(session, study().caption("b22"))
    send(widget, type="look", text="Russian servicemen on Red Square, Victory Day.")
    assert any("224" in line for line in lines(widget, "asked"))


def test_a_text_that_is_too_long_is_told_kindly_and_not_kept(session: Session) -> None:
    widget = Rewrite(session, study().caption("b02"))
    send(widget, type="check", text="A tank.")
    long = "x" * (MAXIMUM_TEXT + 1)
    assert send(widget, type="check", text=long) == say("rewrite.too_long", length=len(long), longest=MAXIMUM_TEXT)
    assert widget.view["text"] == "A tank."
    assert [answer for _, _, answer in saved(session)] == ["A tank."]


def test_every_caption_of_the_article_has_room_in_the_box(session: Session) -> None:
    assert all(2 * len(Rewrite(session, one).view["caption"]) < MAXIMUM_TEXT for one in study().captions)


def test_hostile_text_is_text_and_many_words_are_cut_short(session: Session) -> None:
    widget = Rewrite(session, study().caption("b02"))
    send(widget, type="check", text=HOSTILE)
    assert widget.view["text"] == HOSTILE
    assert any("Brave" in line for line in lines(widget, "new"))
    send(widget, type="look", text=" ".join(f"zz{chr(97 + n)}x" for n in range(SHOWN + 3)))
    assert lines(widget, "new")[0].count(",") == SHOWN  # one more in the question itself


@pytest.mark.parametrize("message", [{"type": "look"}, {"type": "look", "text": 5}, {"type": "run", "text": "x"}, {}])
def test_what_no_rewrite_sends_is_passed_over(session: Session, message: dict[str, Any]) -> None:
    widget = Rewrite(session, study().caption("b02"))
    assert send(widget, **message) == ""
    assert saved(session) == []


def test_an_empty_box_is_no_rewrite(session: Session) -> None:
    widget = Rewrite(session, study().caption("b02"))
    send(widget, type="check", text="A tank.")
    assert send(widget, type="check", text=" ") == say("rewrite.empty")
    assert (widget.view["text"], widget.view["found"]) == (" ", [])


@pytest.mark.usefixtures("asking")
def test_start_fresh_shows_an_empty_box(tmp_path: Path) -> None:
    first = Session(hegseth(), Record(tmp_path / "my-work", hegseth().slug))
    send(Rewrite(first, study().caption("b02")), type="check", text="A tank.")
    second = Session(hegseth(), Record(tmp_path / "my-work", hegseth().slug))
    widget = Rewrite(second, study().caption("b02"))
    assert widget.view["text"] == ""
    second.choose("continue")
    assert widget.view["text"] == "A tank."
