"""The caption tagger without a browser: what it shows, says and keeps, and what comes back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from readtwice.activities.captions.widget import CaptionTagger
from readtwice.marking.caption_key import CAPTION, caption_words
from readtwice.page.session import Session
from readtwice.record import Record, read_folder
from readtwice.words import say, words
from tests.specimens import hegseth

PACK = hegseth()


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(PACK, Record(tmp_path, PACK.slug))


@pytest.fixture
def tagger(session: Session) -> CaptionTagger:
    return CaptionTagger(session, PACK.captions)


def tags(block: str, **given: str) -> list[str]:
    """A tag for each word of a caption that is named."""
    return [given.get(word.text, "") for word in caption_words(PACK.article, block)]


def send(tagger: CaptionTagger, **message: Any) -> str:
    tagger._take(tagger, {**message, "number": "n1"}, [])
    return str(tagger.view["said"])


B12 = tags("b12", ride="seen", Russian="told", soldiers="told", eastern="added", strategic="told")


def test_the_words_and_what_stands_between_them_are_the_caption(tagger: CaptionTagger) -> None:
    assert [one["id"] for one in tagger.view["captions"]] == ["b02", "b09", "b12", "b15", "b20", "b22"]
    for one in tagger.view["captions"]:
        text = one["before"] + "".join(word["text"] + word["after"] for word in one["words"])
        assert text == PACK.article.quote(PACK.article.block(one["id"]))
        assert set(one["tagged"]) == {""}
        assert one["feedback"] is None


def test_a_caption_is_answered_though_small_words_have_no_tag(tagger: CaptionTagger) -> None:
    assert tagger.asked() == [False] * 6
    send(tagger, type="tags", caption="b12", tags=B12)
    assert "" in B12
    assert tagger.asked() == [one["id"] == "b12" for one in tagger.view["captions"]]


def test_nothing_of_the_key_is_in_the_page_before_an_answer(tagger: CaptionTagger) -> None:
    shown = json.dumps(tagger.view, ensure_ascii=False)
    assert all(span.reason not in shown for caption in PACK.captions for span in (*caption.first, *caption.second))


def test_it_says_that_no_photo_was_seen_and_whose_key_it_is(tagger: CaptionTagger) -> None:
    assert tagger.view["whose_key"] == [
        "We have not seen the photos. The key is our two readings of the words alone.",
        "They tag 77 of 88 words alike: 88%. Only there is anything marked.",
    ]


def test_a_check_is_answered_span_by_span_with_reasons(tagger: CaptionTagger) -> None:
    said = send(tagger, type="tags", caption="b12", tags=B12)
    assert said == ("Some words are worth a second look. Agreement: 2. Over-reach: 1. Too little: 2. To talk about: 2.")
    view = next(one for one in tagger.view["captions"] if one["id"] == "b12")
    assert view["feedback"]["outcome"] == "not_yet"
    assert [(one["outcome"], one["text"]) for one in view["spans"]] == [
        ("agreement", "Russian"),
        ("talk", "soldiers"),
        ("agreement", "ride"),
        ("missed", "Akatsiya"),
        ("talk", "self-propelled guns"),
        ("over_reach", "eastern Ukraine"),
        ("missed", "strategic move to strengthen their defensive posture"),
    ]
    _, soldiers, _, _, _, place, move = view["spans"]
    assert place["line"] == "Over-reach: you say added. Both of our readers say told."
    assert place["reasons"] == ["The place is known only if someone reliable says so."]
    assert move["line"] == "Too little: you say told. Both of our readers say added."
    assert soldiers["line"] == "Talk about it: you say told. Our two readers differ, so nothing is marked."
    assert [reason.partition(":")[0] for reason in soldiers["reasons"]] == ["One reader, told", "One reader, seen"]
    assert (
        tagger.view["summary"]
        == "Captions checked: 1. Seen or told, and not called added: 3 of 4. Added, and found: 0 of 1."
    )


def test_feedback_is_short_and_every_span_has_a_reason(tagger: CaptionTagger) -> None:
    for block in (one["id"] for one in tagger.view["captions"]):
        count = len(caption_words(PACK.article, block))
        for tag in ("seen", "added"):
            send(tagger, type="tags", caption=block, tags=[tag] * count)
            spans = next(one for one in tagger.view["captions"] if one["id"] == block)["spans"]
            for span in spans:
                assert span["reasons"]
                assert all(len(f"{span['line']} {reason}".split()) <= 35 for reason in span["reasons"])


@pytest.mark.usefixtures("asking")
def test_the_tags_of_a_caption_are_one_answer_and_come_back(tagger: CaptionTagger, tmp_path: Path) -> None:
    before = tagger._repr_mimebundle_()
    send(tagger, type="tags", caption="b12", tags=B12)
    events, notices = read_folder(tmp_path)
    assert not notices
    assert [(event.item, event.n, event.answer) for event in events] == [("caption-b12", 1, B12)]
    after = tagger._repr_mimebundle_()
    assert before is not None
    assert after is not None
    assert all(before[0][mime] == after[0][mime] for mime in ("text/html", "text/plain"))

    record = Record(tmp_path, PACK.slug)
    again = CaptionTagger(Session(PACK, record), PACK.captions)
    assert set(again.view["captions"][2]["tagged"]) == {""}, "until the learner says whose work this is"
    again.session.choose("continue")
    assert again.view["captions"][2]["tagged"] == B12
    assert again.view["captions"] == tagger.view["captions"]


def test_the_latest_tags_show(tagger: CaptionTagger) -> None:
    for given in (B12, tags("b12", ride="told")):
        send(tagger, type="tags", caption="b12", tags=given)
    assert tagger.view["captions"][2]["tagged"] == given
    assert [event.n for event in tagger.session.record.answers("caption-b12")] == [1, 2]


@pytest.mark.parametrize(
    "damaged", [7, "seen", [], ["seen"], [["seen"]] * 17, [7] * 17, ["SEEING"] * 17, {"nosuch": "seen"}, {"ride": 7}]
)
def test_saved_tags_that_do_not_fit_the_caption_show_as_none(session: Session, damaged: Any) -> None:
    session.save(f"{CAPTION}b12", damaged)
    view = CaptionTagger(session, PACK.captions).view["captions"][2]
    assert set(view["tagged"]) == {""}
    assert view["feedback"] is None


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"caption": "b12"},
        {"caption": "b03", "tags": B12},
        {"caption": "b12", "tags": ["seen"]},
        {"caption": "b12", "tags": ["true"] * 17},
        {"caption": "b12", "tags": 7},
        {"caption": ["b12"], "tags": B12},
    ],
)
def test_what_no_tagger_sends_is_not_kept(tagger: CaptionTagger, message: dict[str, Any]) -> None:
    assert send(tagger, type="tags", **message) == ""
    assert tagger.session.record.events == ()


def test_two_taggers_on_a_page_are_called_differently(session: Session) -> None:
    assert CaptionTagger(session, PACK.captions).title() == "Caption tagger"
    assert CaptionTagger(session, PACK.captions[:2]).title() == "Caption tagger: ¶2, ¶9"


def test_the_static_page_holds_the_captions_as_text_and_what_the_tags_mean(tagger: CaptionTagger) -> None:
    html = tagger.static_html()
    for caption in PACK.captions:
        assert PACK.article.quote(PACK.article.block(caption.block)) in html
    assert all(meaning in html for meaning in words()["captions"]["meaning"].values())
    assert say("captions.key") in html
    assert not re.search(r"<script|style=|onclick|<button", html)
