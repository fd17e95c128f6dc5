"""Files are only ever added to. Whatever happens to one, the answers that are still whole are read, and it is said."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from readtwice.record import Event, merge, read_file, read_folder, record_folder
from readtwice.record.files import MAXIMUM_BYTES, SessionFile
from tests.record.events import AN_EVENT, RECORDS, saved

DAMAGED = "Damaged lines"
CUT_OFF = "The last answer was cut off while it was being saved."
FOREIGN = "It is not a record of this course, or of a version this one cannot read."


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a record file with three answers."""
    return saved(tmp_path_factory.mktemp("record"), [AN_EVENT] * 3).read_bytes()


def reasons(path: Path) -> list[str]:
    return [notice.reason for notice in read_file(path)[1]]


def ids(path: Path) -> list[str]:
    return [event.id for event in read_file(path)[0]]


ALL = ["id0-0", "id0-1", "id0-2"]


@settings(max_examples=40)
@given(events=RECORDS)
def test_events_come_back_from_their_file(events: list[Event], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("round-trip")
    first: dict[str, Event] = {}
    for event in events:
        first.setdefault(event.id, event)
    file = SessionFile(folder)
    file.append(*events[:3])
    for event in events[3:]:
        file.append(event)
    read, notices = read_folder(folder)
    assert [event.to_line() for event in read] == [event.to_line() for event in merge(first.values())]
    forged = any(event != first[event.id] for event in events)
    assert bool(notices) == forged, "a line that claims the id of another is named, and the one written first stands"


def test_one_session_has_one_file_with_a_header_and_a_line_an_event(tmp_path: Path, record: bytes) -> None:
    path = saved(tmp_path, [AN_EVENT] * 3)
    assert list(tmp_path.iterdir()) == [path]
    assert len(path.read_bytes().splitlines()) == 4
    assert ids(path) == ALL
    assert reasons(path) == []


def test_every_truncation_loses_at_most_the_last_line_and_says_so(tmp_path: Path, record: bytes) -> None:
    path = tmp_path / "session-1.jsonl"
    for length in range(len(record)):
        path.write_bytes(record[:length])
        ends_whole = record[:length].endswith(b"}") and record[:length].count(b"\n") > 0
        whole = max(record[:length].count(b"\n") - 1 + ends_whole, 0)
        assert ids(path) == ALL[:whole], "a line whose end alone was cut counts"
        if length < record.index(b"}") + 1:
            assert reasons(path) == [FOREIGN]
        elif record[:length].endswith(b"\n") or ends_whole:
            assert reasons(path) == []
        else:
            assert reasons(path) == [CUT_OFF]


@pytest.mark.long
def test_a_flipped_byte_loses_at_most_the_line_that_it_stands_in(tmp_path: Path, record: bytes) -> None:
    path = tmp_path / "session-1.jsonl"
    version = record.index(b"1")  # the one digit that names the format: the file is then of a version we cannot read
    for place in range(len(record)):
        line = record[:place].count(b"\n")  # the header is line 0, the events are lines 1 to 3
        touched = {line, line + 1} if record[place : place + 1] == b"\n" else {line}
        safe = [one for number, one in enumerate(ALL, start=1) if number not in touched and place != version]
        for mask in (0x01, 0x20, 0x80):
            flipped = bytearray(record)
            flipped[place] ^= mask
            path.write_bytes(flipped)
            assert set(safe) <= set(ids(path)), f"byte {place} changed by {mask}"
            assert path.read_bytes() == flipped


HEADER = b'{"readtwice_record": 1, "begun": "2026-11-23T14:32:05.123Z"}\n'
EVENT = AN_EVENT.to_line().encode() + b"\n"

SET_ASIDE: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", FOREIGN),
    "a blank file": (b"\n\n\n", FOREIGN),
    "a picture": (bytes(range(256)) * 50, FOREIGN),
    "a text": (b"Dear diary,\n\ntoday I read an article.\n", FOREIGN),
    "a table": (b"id,answer\n1,clash\n", FOREIGN),
    "a notebook": (b'{"cells": [],\n "nbformat": 4}\n', FOREIGN),
    "JSON of somebody else": (b'{"a": 1}\n{"b": 2}\n', FOREIGN),
    "a header that is a list": (b"[1]\n", FOREIGN),
    "brackets without end": (b"[" * 200_000 + b"\n", FOREIGN),
    "a newer version": (HEADER.replace(b" 1", b" 2") + EVENT, FOREIGN),
    "a version in words": (HEADER.replace(b" 1", b' "new"') + EVENT, FOREIGN),
}


@pytest.mark.parametrize("name", SET_ASIDE)
def test_a_foreign_file_is_set_aside_with_a_notice_and_left_as_it_is(name: str, tmp_path: Path) -> None:
    content, reason = SET_ASIDE[name]
    foreign = tmp_path / "session-0.jsonl"
    foreign.write_bytes(content)
    saved(tmp_path, [AN_EVENT])
    events, notices = read_folder(tmp_path)
    assert [event.id for event in events] == ["id0-0"]
    assert [(notice.file, notice.reason) for notice in notices] == [("session-0.jsonl", reason)]
    assert foreign.read_bytes() == content


PARTLY: dict[str, tuple[bytes, str]] = {
    "a damaged line": (HEADER + b"oops\n" + EVENT, "Damaged lines: 1, the first is line 2."),
    "a blank line": (HEADER + b"\n" + EVENT, "Damaged lines: 1, the first is line 2."),
    "a line that is not UTF-8": (HEADER + EVENT + b"\xff\xfe\n", "Damaged lines: 1, the first is line 3."),
    "a huge line": (HEADER + b'"' + b"a" * 5_000_000 + b'"\n' + EVENT, "Damaged lines: 1, the first is line 2."),
    "thousands of damaged lines": (HEADER + b"x\n" * 5000 + EVENT, "Damaged lines: 5000, the first is line 2."),
    "no header": (EVENT, "Damaged lines: 1, the first is line 1."),
    "a damaged header": (b"{{" + HEADER + EVENT, "Damaged lines: 1, the first is line 1."),
    "Windows line ends and a cut": ((HEADER + EVENT + EVENT).replace(b"\n", b"\r\n")[:-9], CUT_OFF),
}


@pytest.mark.parametrize("name", PARTLY)
def test_the_whole_lines_of_a_damaged_file_are_read_and_one_notice_tells_of_the_rest(name: str, tmp_path: Path) -> None:
    content, reason = PARTLY[name]
    path = tmp_path / "session-0.jsonl"
    path.write_bytes(content if name != "no header" else EVENT + EVENT)
    assert ids(path) == ["id0"]
    assert reasons(path) == [reason]


def test_a_file_that_is_far_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "session-0.jsonl"
    with path.open("wb") as file:
        file.truncate(MAXIMUM_BYTES + 1)
    assert reasons(path) == ["It is far larger than a record of answers."]


def test_a_folder_with_the_name_of_a_record_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "session-0.jsonl").mkdir()
    assert reasons(tmp_path / "session-0.jsonl") == ["It cannot be opened (Is a directory)."]


def test_other_files_in_the_folder_are_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert read_folder(tmp_path) == ((), ())


def test_a_folder_that_is_not_there_holds_nothing_and_is_not_made(tmp_path: Path) -> None:
    assert read_folder(tmp_path / "my-work") == ((), ())
    assert not (tmp_path / "my-work").exists()


def test_a_folder_that_may_not_be_looked_into_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "stat", refuse)
    assert read_folder(tmp_path) == ((), ())
    assert record_folder(tmp_path)


# --- writing -----------------------------------------------------------------------------------------------------


def test_a_write_that_takes_a_few_bytes_at_a_time_writes_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:7]))
    assert ids(saved(tmp_path, [AN_EVENT] * 3)) == ALL


def full_after(count: int) -> Callable[[int, bytes], int]:
    """A disk that takes so many bytes and then is full."""
    write, left = os.write, [count]

    def do(file: int, data: bytes) -> int:
        if left[0] == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = write(file, data[: left[0]])
        left[0] -= taken
        return taken

    return do


def test_half_a_line_is_taken_back_and_the_next_event_goes_to_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SessionFile(tmp_path)
    file.append(AN_EVENT)
    (path,) = tmp_path.iterdir()
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_after(10))
        with pytest.raises(OSError, match="No space"):
            file.append(AN_EVENT)
    assert path.read_bytes() == before
    file.append(AN_EVENT)
    assert read_folder(tmp_path) == ((AN_EVENT,), ())
    assert list(tmp_path.iterdir()) == [path]


def test_whole_lines_that_a_disk_took_before_it_was_full_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, others = SessionFile(tmp_path), [replace(AN_EVENT, id=f"{number:032x}") for number in range(3)]
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_after(len(AN_EVENT.to_line()) * 2 + 120))
        with pytest.raises(OSError, match="No space"):
            file.append(*others)
    events, notices = read_folder(tmp_path)
    assert (0 < len(events) < 3, notices) == (True, ())
    file.append(*others)
    assert {event.id for event in read_folder(tmp_path)[0]} == {event.id for event in others}
    assert len(list(tmp_path.iterdir())) == 1


def test_where_half_a_line_stays_the_next_event_goes_to_a_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SessionFile(tmp_path)
    file.append(AN_EVENT)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full_after(10))
        patch.setattr(os, "ftruncate", full_after(0))
        with pytest.raises(OSError, match="No space"):
            file.append(AN_EVENT)
    file.append(AN_EVENT)
    events, notices = read_folder(tmp_path)
    assert events == (AN_EVENT,)
    assert [notice.reason for notice in notices] == [CUT_OFF]
    assert len(list(tmp_path.iterdir())) == 2


# --- where -------------------------------------------------------------------------------------------------------


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course folder with a notebook's folder deep in it, and no variable that says otherwise."""
    monkeypatch.delenv("READTWICE_RECORD_DIR", raising=False)
    (tmp_path / "course" / "notebooks" / "teacher").mkdir(parents=True)
    return tmp_path / "course"


def test_answers_go_to_the_courses_own_folder(course: Path) -> None:
    assert record_folder(course / "notebooks" / "teacher") == course / "my-work"
    assert record_folder(course) == course / "my-work"


def test_the_nearest_folder_upward_that_is_there_already_wins(course: Path) -> None:
    (course.parent / "my-work").mkdir()
    assert record_folder(course / "notebooks") == course.parent / "my-work"
    (course / "notebooks" / "my-work").mkdir()
    assert record_folder(course / "notebooks" / "teacher") == course / "notebooks" / "my-work"


def test_a_file_named_like_the_folder_is_passed_over(course: Path) -> None:
    (course / "notebooks" / "my-work").write_text("not a folder", encoding="utf-8")
    assert record_folder(course / "notebooks") == course / "my-work"


def test_outside_the_course_answers_go_beside_the_notebook(course: Path) -> None:
    elsewhere = course.parent / "elsewhere"
    elsewhere.mkdir()
    assert record_folder(elsewhere) == elsewhere / "my-work"


def test_the_notebooks_folder_is_where_the_search_begins(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course / "notebooks")
    assert record_folder() == course / "my-work"


def test_a_variable_overrules_all(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (course / "my-work").mkdir()
    monkeypatch.setenv("READTWICE_RECORD_DIR", "~/answers")
    assert record_folder(course) == Path.home() / "answers"


def test_looking_for_the_folder_makes_nothing(course: Path) -> None:
    before = sorted(course.rglob("*"))
    read_folder(record_folder(course / "notebooks"))
    assert sorted(course.rglob("*")) == before


# --- what happens to a file on its way ---------------------------------------------------------------------------

WAYS: dict[str, Callable[[bytes], bytes]] = {
    "the last line end cut": lambda raw: raw[:-1],
    "Windows line ends": lambda raw: raw.replace(b"\n", b"\r\n"),
    "Windows line ends, the last cut": lambda raw: raw.replace(b"\n", b"\r\n")[:-2],
    "old Mac line ends": lambda raw: raw.replace(b"\n", b"\r"),
    "a byte order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "UTF-16, big end first": lambda raw: b"\xfe\xff" + raw.decode().encode("utf-16-be"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_came_through_other_programs_loses_no_answer(way: str, tmp_path: Path, record: bytes) -> None:
    path = tmp_path / "session-1.jsonl"
    path.write_bytes(WAYS[way](record))
    assert (ids(path), reasons(path)) == (ALL, [])


def test_a_kind_of_the_future_is_named_and_spoils_nothing(tmp_path: Path, record: bytes) -> None:
    path = tmp_path / "session-1.jsonl"
    path.write_bytes(record + EVENT.replace(b'"answer", "learner"', b'"dream", "learner"'))
    assert (ids(path), reasons(path)) == (
        ALL,
        ["Lines that only a newer version of the course can read: 1, the first is line 5."],
    )


def test_of_two_contents_of_one_answer_the_one_written_first_stands_and_the_other_is_named(tmp_path: Path) -> None:
    forged = EVENT.replace(b'"clash"', b'"a-forged"')
    (tmp_path / "session-1.jsonl").write_bytes(HEADER + EVENT + forged)
    (tmp_path / "session-2.jsonl").write_bytes(HEADER + EVENT + forged.replace(b"forged", b"false"))
    events, notices = read_folder(tmp_path)
    assert [event.answer for event in events] == [AN_EVENT.answer]
    assert [notice.file for notice in notices] == ["session-1.jsonl", "session-2.jsonl"]


def test_a_file_that_a_browser_made_anew_after_erasing_is_not_added_to(tmp_path: Path) -> None:
    """Without its header the line would be told as damaged. A browser's disk opens what is gone as an empty file."""
    file = SessionFile(tmp_path)
    file.append(AN_EVENT)
    first = file.path
    assert first
    first.write_bytes(b"")
    file.append(AN_EVENT)
    assert not first.exists()
    assert read_folder(tmp_path) == ((AN_EVENT,), ())
