"""Marks one by one: a hunt has both ends, a caption a mark a stretch, and nothing odd in a record stops an export."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.article import Article
from readtwice.page.inert import MAXIMUM
from readtwice.publish import export, marks_from_annotations
from readtwice.publish.annotations import marks
from tests.publish.events import HOSTILE, event, written
from tests.record.events import ANSWERS
from tests.specimens import hegseth


def words_of(spans: Any) -> list[str]:
    return [hegseth().article.quote(span) for span in spans]


def bodies(annotation: dict[str, Any], purpose: str) -> list[str]:
    return [body["value"] for body in annotation["body"] if body["purpose"] == purpose]


def annotations(*events: Any) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(export(events, hegseth(), "annotations"))["first"]["items"]
    return loaded


def test_a_hunt_marks_the_sentence_it_starts_from_and_the_one_that_was_chosen() -> None:
    article = hegseth().article
    (mark,) = marks([event(1, "hunt-b11-s1", "b17.s1")], hegseth())
    assert mark.spans == (article.sentence("b11.s1").span, article.sentence("b17.s1").span)


def test_a_hunt_without_a_partner_marks_the_sentence_it_starts_from() -> None:
    (mark,) = marks([event(1, "hunt-b11-s1", "none")], hegseth())
    assert mark.spans == (hegseth().article.sentence("b11.s1").span,)


def test_a_caption_gives_a_mark_for_each_stretch_with_one_tag() -> None:
    found = annotations(event(1, "caption-b12", ["seen", "seen", "", "told"]))
    assert [bodies(one, "classifying") for one in found] == [["seen"], ["told"]]
    assert [len(one["target"]) for one in found] == [1, 1]
    first, second = marks([event(1, "caption-b12", ["seen", "seen", "", "told"])], hegseth())
    assert words_of(first.spans) == ["Russian soldiers"]
    assert first.id != second.id


def test_a_ledger_gives_a_mark_a_pin_with_what_was_written_as_a_comment() -> None:
    pins = [
        {"topic": "a", "sentence": sentence, "who": who, "position": "", "date": "", "number": ""}
        for sentence, who in (("b04.s1", "one"), ("b06.s2", "two"))
    ]
    found = annotations(event(1, "ledger-b04-b06", pins))
    assert [bodies(one, "commenting") for one in found] == [["one"], ["two"]]


def test_a_fact_check_is_called_by_its_verdict_and_its_sentences_are_the_comment() -> None:
    (one,) = annotations(written(text="A sentence."))
    assert bodies(one, "classifying") == ["the evidence does not support it"]
    assert bodies(one, "commenting") == ["A sentence.\nA sentence.\nA sentence."]


def test_a_verdict_is_told_in_the_words_of_its_kind() -> None:
    pack = hegseth()
    item = next(item for item in pack.items if item.kind == "claim")
    (one,) = annotations(event(1, item.id, ["not_supported"]))
    assert bodies(one, "classifying") == ["doesn't hold up"]


ITEMS = st.sampled_from(
    [
        "hunt-b11-s1",
        "caption-b12",
        "rewrite-b02",
        "swap-b12",
        "ledger-b04-b06",
        "fact-check-who-chaired",
        "drift-borders",
    ]
)


@given(item=ITEMS, answer=ANSWERS, mark_id=st.text(min_size=1, max_size=20))
def test_whatever_a_record_holds_goes_out_and_comes_back(item: str, answer: Any, mark_id: str) -> None:
    from dataclasses import replace

    pack = hegseth()
    events = [event(1, "hunt-b11-s1", "none"), replace(event(2, item, answer), id=mark_id)]
    assert marks_from_annotations(export(events, pack, "annotations"), pack.article) == marks(events, pack)


def test_a_text_that_is_far_too_long_is_cut_and_says_so() -> None:
    (mark,) = marks([event(1, "rewrite-b02", "long " * 20_000)], hegseth())
    assert len(mark.answer) < MAXIMUM + 100
    assert mark.answer.endswith("[cut: 100000 characters, 2000 are kept]")


def test_words_that_are_gone_lose_their_place_and_keep_their_mark() -> None:
    pack = hegseth()
    text = export([event(1, "hunt-b11-s1", "b17.s1")], pack, "annotations")
    gone = pack.article.sentence("b11.s1")
    edited = Article("", pack.article.text[: gone.start] + pack.article.text[gone.end :], (), (), {})
    (mark,) = marks_from_annotations(text, edited)
    assert [edited.quote(span) for span in mark.spans] == words_of([pack.article.sentence("b17.s1").span])


@pytest.mark.parametrize("format", ["claimreview", "annotations"])
@pytest.mark.parametrize("text", HOSTILE)
def test_json_may_stand_inside_a_page(format: str, text: str) -> None:
    out = export([written(text=text), written("own", text, 2)], hegseth(), format)
    assert not set("<>&") & set(out)
    assert out.isascii()


@pytest.mark.parametrize("format", ["html", "markdown", "claimreview"])
def test_a_step_of_100000_characters_is_cut_and_says_so(format: str) -> None:
    out = export([written(text="x" * 100_000)], hegseth(), format).replace("\\", "")
    assert "[cut: 100000 characters, 2000 are kept]" in out


def test_markdown_has_no_address_that_a_site_would_link() -> None:
    out = export([written(text="a@b.example @name www.b.example https://b.example")], hegseth(), "markdown")
    assert "@" not in out
    assert "www." not in out
    assert "://" not in out
