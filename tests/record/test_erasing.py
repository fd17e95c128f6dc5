"""Erasing takes one learner's lines and nothing else, whatever lies in the folder and whoever writes meanwhile."""

from __future__ import annotations

import codecs
import json
import os
import threading
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from readtwice.page.session import Session
from readtwice.page.start import Start
from readtwice.record import Event, Record, read_folder
from readtwice.record import files as record_files
from readtwice.record.files import SessionFile, erase
from readtwice.words import say

A = Event("1" * 32, "a" * 10, item="of-a", answer=["x"], time="2026-11-02T10:00:00.000Z")
B = Event("2" * 32, "b" * 10, item="of-b", answer=["x"], time="2026-11-01T10:00:00.000Z")
HEADER = b'{"readtwice_record": 1, "begun": "x"}\n'


def line(event: Event) -> bytes:
    return event.to_line().encode() + b"\n"


def folder_with(tmp_path: Path, content: bytes) -> Path:
    (tmp_path / "session-1.jsonl").write_bytes(content)
    return tmp_path


def content(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.iterdir())]


CASES: dict[str, tuple[bytes, list[bytes]]] = {
    "others' lines": (HEADER + line(A) + line(B), [HEADER + line(B)]),
    "only mine": (HEADER + line(A), []),
    "no header": (line(A) + line(A) + line(B), [line(B)]),
    "no header, mine is first": (line(B) + line(A), [line(B)]),
    "a damaged header": (b"{{{\n" + line(A), [b"{{{\n"]),
    "damaged lines": (HEADER + b"oops \xff\n" + line(A) + b"\n", [HEADER + b"oops \xff\n\n"]),
    "a line that ends the file without a line end": (HEADER + line(B) + line(A)[:-1], [HEADER + line(B)]),
    "half a line of somebody": (HEADER + line(A) + line(B)[:-30], [HEADER + line(B)[:-30]]),
    "Windows line ends": (
        (HEADER + line(A) + line(B)).replace(b"\n", b"\r\n"),
        [(HEADER + line(B)).replace(b"\n", b"\r\n")],
    ),
    "old Mac line ends": (
        (HEADER + line(A) + line(B)).replace(b"\n", b"\r"),
        [(HEADER + line(B)).replace(b"\n", b"\r")],
    ),
    "a mark before the header": (codecs.BOM_UTF8 + HEADER + line(A) + line(B), [codecs.BOM_UTF8 + HEADER + line(B)]),
    "UTF-16": (
        (HEADER + line(A) + line(B)).decode().encode("utf-16"),
        [(HEADER + line(B)).decode().encode("utf-16")],
    ),
    "a kind of the future": (
        HEADER + line(A) + line(replace(B, kind="dream")),
        [HEADER + line(replace(B, kind="dream"))],
    ),
    "a kind of the future that is mine": (HEADER + line(replace(A, kind="dream")) + line(B), [HEADER + line(B)]),
    "a line of mine that says too little": (HEADER + b'{"learner": "aaaaaaaaaa"}\n' + line(B), [HEADER + line(B)]),
    "a format of the future": (
        b'{"readtwice_record": 2}\n' + line(A) + line(B),
        [b'{"readtwice_record": 2}\n' + line(B)],
    ),
    "a blank file": (b"\n\n", [b"\n\n"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_not_this_learners_stays_byte_for_byte(name: str, tmp_path: Path) -> None:
    before, after = CASES[name]
    erase(folder_with(tmp_path, before), {A.learner})
    assert content(tmp_path) == after


LEFT = {
    "half a line of mine": (HEADER + line(A)[:-30], True),
    "half a line beside mine": (HEADER + line(A) + b'{"learner": "\n', True),
    "half a line of somebody in their file": (HEADER + line(B) + line(B)[:-30], False),
    "whole lines": (HEADER + line(A) + line(replace(B, kind="dream")), False),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_may_be_left_of_this_learner_s_is_named(name: str, tmp_path: Path) -> None:
    before, is_left = LEFT[name]
    assert erase(folder_with(tmp_path, before), {A.learner}) == tuple(
        path.name for path in tmp_path.iterdir() if is_left
    )


def test_a_file_too_large_to_be_looked_through_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_with(tmp_path, HEADER + line(A))
    monkeypatch.setattr(record_files, "MAXIMUM_BYTES", 10)
    assert erase(tmp_path, {A.learner}) == ("session-1.jsonl",)


def test_the_page_says_erased_of_what_is(tmp_path: Path) -> None:
    folder_with(tmp_path, HEADER + line(A) + line(A)[:-30])
    start = Start(Session("hegseth-nato-2025", Record(tmp_path, "hegseth-nato-2025")))
    start._take(start, {"type": "erase", "number": "n1"}, [])
    (left,) = (path.name for path in tmp_path.iterdir() if A.learner in path.read_text())
    assert start.view["said"] == say("start.erased_in_part", files=left)


def test_a_file_in_which_nothing_is_this_learners_is_not_touched(tmp_path: Path) -> None:
    path = folder_with(tmp_path, HEADER + line(B)) / "session-1.jsonl"
    before = path.stat()
    erase(tmp_path, {A.learner})
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_answers_taken_back_from_a_learner_are_not_erased_with_that_learner(tmp_path: Path) -> None:
    old = Record(tmp_path)
    old.answer("old", ["x"])
    page = Record(tmp_path)
    page.answer("new", ["x"])
    page.use_slip("TEAL-27-K4")
    page.go_on_with(old.learner)
    page.erase()
    assert [event.item for event in read_folder(tmp_path)[0]] == ["new"]
    page.use_slip("TEAL-27-K4")
    page.erase()
    assert read_folder(tmp_path)[0] == ()


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs links")
def test_links_are_neither_read_nor_followed(tmp_path: Path) -> None:
    victim = tmp_path / "precious.jsonl"
    victim.write_bytes(HEADER + line(A) + line(B))
    folder = tmp_path / "my-work"
    folder.mkdir()
    (folder / "session-0.jsonl").symlink_to(victim)
    folder_with(folder, HEADER + line(A) + line(B))
    erase(folder, {A.learner})
    assert victim.read_bytes() == HEADER + line(A) + line(B)
    assert [event.item for event in read_folder(folder)[0]] == ["of-b"]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="needs links")
def test_nobody_can_plant_a_link_where_the_new_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    folder = tmp_path / "my-work"
    folder.mkdir()
    folder_with(folder, HEADER + line(A) + line(B))
    monkeypatch.setattr("readtwice.record.files.secrets.token_hex", lambda _: "guessed")
    (folder / ".guessed.new").symlink_to(victim)
    with pytest.raises(FileExistsError):
        erase(folder, {A.learner})
    assert victim.read_text() == "precious"
    assert {event.item for event in read_folder(folder)[0]} == {"of-a", "of-b"}, "and nothing is lost"


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", ["rename", "replace", "fsync", "open"])
def test_a_line_added_at_any_moment_of_erasing_is_not_lost(
    step: str, when: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another kernel adds a line before or after each step that erasing takes on the disk."""
    other = SessionFile(tmp_path)
    other.append(A, B)
    added: list[str] = []
    real, busy = getattr(os, step), False

    def add() -> None:
        event = replace(B, id=uuid.uuid4().hex)
        other.append(event)
        added.append(event.id)

    def around(*args: object, **kwargs: object) -> object:
        nonlocal busy
        if busy or len(added) > 5:
            return real(*args, **kwargs)
        busy = True
        if when == "before":
            add()
        result = real(*args, **kwargs)
        if when == "after":
            add()
        busy = False
        return result

    with monkeypatch.context() as patch:
        patch.setattr(record_files.os, step, around)
        erase(tmp_path, {A.learner})
    assert added
    assert {event.id for event in read_folder(tmp_path)[0]} == {*added, B.id}


def test_a_line_written_through_a_file_that_was_open_when_it_went_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, event = SessionFile(tmp_path), replace(B, id="3" * 32)
    other.append(A, B)
    write = os.write

    def erased_meanwhile(descriptor: int, data: bytes) -> int:
        monkeypatch.setattr(os, "write", write)
        erase(tmp_path, {A.learner})
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", erased_meanwhile)
    other.append(event)
    assert {one.id for one in read_folder(tmp_path)[0]} == {B.id, event.id}


@pytest.mark.usefixtures("asking")
def test_two_people_answer_and_erase_at_once_and_each_loses_only_what_was_erased(tmp_path: Path) -> None:
    for turn in range(5):
        folder = tmp_path / str(turn)
        two = Record(folder)
        for number in range(20):
            two.answer(f"a{number}", ["A" * 200])
        mine, two.learner = two.learner, "b" * 10  # the same kernel and file, another learner
        two.answer("b", ["B"])
        one = Record(folder)
        one.go_on_with(mine)
        thread = threading.Thread(target=one.erase)
        thread.start()
        acknowledged = set()
        while thread.is_alive():
            event = two.answer(f"b{len(acknowledged)}", ["B"])
            if not two.problem:
                acknowledged.add(event.id)
        thread.join()
        events = read_folder(folder)[0]
        assert acknowledged <= {event.id for event in events}
        assert {event.learner for event in events} == {"b" * 10}


def test_where_a_file_cannot_be_replaced_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_with(tmp_path, HEADER + line(A) + line(B))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    for step in ("rename", "replace", "write"):
        with monkeypatch.context() as patch:
            patch.setattr(record_files.os, step, refuse)
            with pytest.raises(PermissionError):
                erase(tmp_path, {A.learner})
        assert {event.item for event in read_folder(tmp_path)[0]} == {"of-a", "of-b"}
        assert len(list(tmp_path.iterdir())) == 1, "and nothing half done is left about"


def test_an_open_page_of_the_learner_begins_anew_after_erasing(tmp_path: Path) -> None:
    one = Record(tmp_path)
    one.answer("a", ["x"])
    other = Record(tmp_path)
    other.erase()
    one.answer("b", ["x"])
    assert one.problem == ""
    assert [event.item for event in one.events] == ["b"]
    assert one.learner == other.learner
    assert [event.item for event in read_folder(tmp_path)[0]] == ["b"]
    assert json.loads(next(tmp_path.glob("session-*")).read_text().splitlines()[0])["readtwice_record"] == 1
