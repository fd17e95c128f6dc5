"""The one file to take along holds the whole record and reads back as it was."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given

from readtwice.record import Event, merge, progress_text, read_file, read_folder
from tests.record.events import AN_EVENT, RECORDS


def read_back(text: str) -> tuple[Event, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.jsonl"
        path.write_text(text, encoding="ascii", newline="")
        events, notices = read_file(path)
    assert notices == ()
    return events


@given(RECORDS)
def test_the_record_comes_back(record: list[Event]) -> None:
    assert [one.to_line() for one in read_back(progress_text(record))] == [one.to_line() for one in merge(record)]


@given(RECORDS)
def test_the_same_answers_give_the_same_file(record: list[Event]) -> None:
    assert progress_text(reversed(record)) == progress_text(record)
    assert progress_text(read_back(progress_text(record))) == progress_text(record)


def test_the_file_may_lie_in_the_folder_of_saved_work(tmp_path: Path) -> None:
    (tmp_path / "session-taken-along.jsonl").write_text(progress_text([AN_EVENT]), encoding="ascii")
    assert read_folder(tmp_path) == ((AN_EVENT,), ())


def test_a_line_that_is_cut_off_is_told_and_the_others_are_kept(tmp_path: Path) -> None:
    text = progress_text([AN_EVENT]) + AN_EVENT.to_line()[:40]
    (tmp_path / "progress.jsonl").write_text(text, encoding="ascii")
    events, notices = read_file(tmp_path / "progress.jsonl")
    assert events == (AN_EVENT,)
    assert len(notices) == 1
