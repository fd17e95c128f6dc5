"""`course.captions` and `course.caption`: the tagger of the open pack, and tags put on in code."""

from __future__ import annotations

from pathlib import Path

import pytest

from readtwice import course
from readtwice.page.open import CourseError
from tests.specimens import hegseth


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path) -> None:
    course.begin(folder=tmp_path)


def test_the_tagger_shows_all_captions_or_those_named_in_their_order() -> None:
    assert len(course.captions().view["captions"]) == 6
    assert [one["id"] for one in course.captions("b12", "b02", "b12").view["captions"]] == ["b12", "b02"]


@pytest.mark.parametrize("verb", [course.captions, course.caption])
def test_a_caption_that_there_is_not_is_told_with_those_that_there_are(verb: object) -> None:
    message = r"^There is no caption 'b03' with two readings\. There are: b02, b09, b12, b15, b20, b22\.$"
    with pytest.raises(CourseError, match=message):
        verb("b03")  # type: ignore[operator]


def test_a_pack_without_readings_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    monkeypatch.setattr(course.session(), "pack", replace(hegseth(), captions=()))
    with pytest.raises(CourseError, match=r"^This pack has no captions with two readings\.$"):
        course.captions()


def test_tags_in_code_are_marked_as_a_click_is_and_saved() -> None:
    caption = course.caption("b12")
    assert caption.words[:4] == ["Russian", "soldiers", "ride", "Akatsiya"]
    reply = caption.tag({"ride": "seen", "strategic move": "added", "in eastern Ukraine": "added"})
    assert reply.outcome == "not_yet"
    assert str(reply).splitlines()[0].startswith("Some words are worth a second look. Agreement: 2. Over-reach: 1.")
    assert "“eastern Ukraine”. Over-reach: you say added. Both of our readers say told." in str(reply)
    assert "known only if someone reliable says so" in reply._repr_html_()
    assert course.captions("b12").view["captions"][0]["spans"] == caption.show().view["captions"][0]["spans"]
    assert course.session().record.latest("caption-b12").answer[2] == "seen"


def test_all_alike_is_right() -> None:
    reply = course.caption("b09").tag(
        {
            "aftermath": "seen",
            "missile strike": "told",
            "Kharkiv, Ukraine": "told",
            "revealing the destructive force of modern warfare": "added",
        }
    )
    assert (reply.outcome, str(reply).splitlines()[0]) == (
        "right",
        "Your tags agree with ours. Agreement: 4. Over-reach: 0. Too little: 0. To talk about: 0.",
    )


def test_nothing_tagged_and_nonsense_are_told_and_not_saved() -> None:
    caption = course.caption("b12")
    assert caption.tag(None).outcome == caption.tag({}).outcome == "not_tried"
    assert caption.tag({"rides": "seen"}).outcome == "cannot_be_marked"
    assert "“ride” has two tags" in str(caption.tag({"ride": "seen", "soldiers ride": "told"}))
    assert course.session().record.events == ()


def test_a_caption_shows_as_its_words() -> None:
    assert repr(course.caption("b09")).startswith("The aftermath of a missile strike")
