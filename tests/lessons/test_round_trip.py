"""A lesson from a file is a page like any other: cards, bench and captions are marked, saved, counted and printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readtwice import course
from readtwice.classroom.collecting.collect import collect_contents
from readtwice.classroom.reporting.class_report import class_report
from readtwice.lessons.opener import Opener
from readtwice.lessons.zipped import zipped
from readtwice.pack import load_pack
from readtwice.pack.compiled import all_packs
from readtwice.page import open as opened
from readtwice.publish.print_pack import lessons_of, page, printed
from readtwice.record import progress_text
from readtwice.record.card_sets import known_sets
from readtwice.syllabus import syllabus
from readtwice.words import say
from tests.lessons.pond import FILES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("READTWICE_RECORD_DIR", str(tmp_path / "work"))
    opened.begin()
    yield tmp_path
    opened.begin()


def send(widget: Any, *buffers: bytes, **message: Any) -> str:
    widget._take(None, {**message, "number": f"n{len(message)}{message}"[:40]}, list(buffers))
    return str(widget.view["said"])


def brought(content: bytes) -> tuple[Opener, list[Any]]:
    """The opener after a file was given to it, and what stands below."""
    shown = course.open_lesson()
    opener, below = shown.children
    send(opener, content, type="piece", file=0, name="pond.zip", start=0)
    send(opener, type="load")
    return opener, [one for one in below.children if hasattr(one, "view")]


def test_a_lesson_opens_with_its_article_cards_bench_captions_and_exit_cards() -> None:
    opener, pages = brought(zipped(FILES))
    assert opener.view["said"] == say("lessons.opened", title="The Pond")
    assert [one.name for one in pages] == ["reader", "judge", "bench", "captions", "judge"]
    assert opener.view["here"][0] == {"slug": "pond", "title": "The Pond"}
    assert [one["slug"] for one in opener.view["here"][1:]] == [*syllabus().beside]


def test_a_file_that_is_no_lesson_gets_a_sentence_and_opens_nothing() -> None:
    opener, pages = brought(b"hello")
    assert opener.view["problem"] == opener.view["said"] == say("lessons.no_zip")
    assert pages == []


def test_a_lesson_that_is_here_opens_again_by_a_click_and_by_name() -> None:
    brought(zipped(FILES))
    opener, below = course.open_lesson().children
    assert send(opener, type="open", slug="pond") == say("lessons.opened", title="The Pond")
    assert len(below.children) > 4
    assert len(course.open_lesson("pond").children[1].children) > 4
    with pytest.raises(ValueError, match="nowhere"):
        course.open_lesson("nowhere")


def test_answers_are_the_lessons_own_and_come_back_with_it() -> None:
    _, pages = brought(zipped(FILES))
    send(pages[1], type="answer", item="open-or-not", verdict="no_clash", relation="different times", hints=0)
    words = pages[3].view["captions"][0]["words"]
    send(pages[3], type="tags", caption="b03", tags=["added"] + [""] * (len(words) - 1))
    _, again = brought(zipped(FILES))
    assert again[1].view["cards"][0]["feedback"]
    assert "added" in again[3].view["captions"][0]["tagged"]
    events = opened.session().record.events
    assert {(one.pack, one.item) for one in events} == {("pond", "open-or-not"), ("pond", "caption-b03")}


def test_a_class_report_understands_the_exit_cards_of_a_lesson_from_a_file() -> None:
    _, pages = brought(zipped(FILES))
    opened.session().record.start_fresh()
    send(pages[4], type="answer", item="closed", sureness="sure_it_holds")
    progress = progress_text(opened.session().record.events).encode()
    collected = collect_contents([("session-a.jsonl", progress)], tuple(known_sets()))
    report = class_report(collected, all_packs())
    assert report, collected.rejected
    assert collected.learners, collected.rejected
    assert any(one.pack == "pond" for one in known_sets())
    assert "pond" in {event.pack for events in collected.learners.values() for event in events}


def test_it_prints_with_the_name_of_who_made_its_key() -> None:
    brought(zipped(FILES))
    pack = load_pack("pond")
    (lesson,) = (one for one in lessons_of(pack) if one.id == "01")
    sheet, answers = page(pack, [printed(pack, lesson)]), page(pack, [printed(pack, lesson)], key=True)
    assert "The pond was open every day" in sheet
    assert "Ms Ida Holm" in answers
    assert say("lessons.whose_key", name="Ms Ida Holm")[:60] in answers
    assert say("paper.whose_key")[:60] not in answers


def test_a_file_that_was_put_into_a_shared_folder_is_offered_and_opens_by_a_click(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "For 8b.zip").write_bytes(zipped(FILES))
    (tmp_path / "shared" / "broken.zip").write_bytes(b"no zip")
    monkeypatch.setenv("READTWICE_PACKS", str(tmp_path / "shared"))
    opener, below = course.open_lesson().children
    assert opener.view["zips"] == ["For 8b.zip", "broken.zip"]
    assert send(opener, type="zip", name="broken.zip") == say("lessons.no_zip")
    assert send(opener, type="zip", name="For 8b.zip") == say("lessons.opened", title="The Pond")
    assert len(below.children) > 4
    assert send(opener, type="zip", name="../secret.zip") == ""
