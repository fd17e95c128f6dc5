"""A learner's answers survive restarts, two notebooks, a full disk and a killed kernel."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from readtwice.record import Record, read_folder
from readtwice.record.event import MAXIMUM_LINE


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that moves on with every look at it: people do not answer twice in a millisecond, tests do."""
    ticks = count(1)
    monkeypatch.setattr("readtwice.record.record.now", lambda: f"2026-11-23T14:32:05.{next(ticks):03d}Z")


def answers_in(record: Record) -> list[object]:
    return [event.answer for event in record.events]


def continued(folder: Path) -> Record:
    record = Record(folder)
    record.continue_()
    return record


# --- answering ---------------------------------------------------------------------------------------------------


def test_an_answer_is_saved_at_once(tmp_path: Path) -> None:
    record = Record(tmp_path)
    event = record.answer("one", ["clash", "date"], revision=2, sureness="sure_not", hints=1)
    assert read_folder(tmp_path) == ((event,), ())
    assert record.saved_at == event.time
    assert record.problem == ""


def test_answers_about_another_pack_are_kept_and_never_mixed_up(tmp_path: Path) -> None:
    Record(tmp_path, "one-pack").answer("hunt-b06-s1", "none")
    other = Record(tmp_path, "another-pack")
    other.continue_()
    assert other.latest("hunt-b06-s1") is None
    assert other.answer("hunt-b06-s1", "b08.s1").n == 1
    assert [event.pack for event in other.events] == ["one-pack", "another-pack"]


def test_the_first_attempt_and_the_latest_are_both_kept(tmp_path: Path) -> None:
    record = Record(tmp_path)
    for verdict in ("clash", "undetermined", "no_clash"):
        record.answer("one", verdict)
    record.answer("two", "clash")
    record.answer("one", "clash", occasion="exit")
    assert [(event.n, event.answer) for event in record.answers("one")] == [
        (1, "clash"),
        (2, "undetermined"),
        (3, "no_clash"),
    ]
    assert record.latest("one").answer == "no_clash"
    assert record.latest("one", "exit").n == 1
    assert record.latest("three") is None


def test_the_latest_answer_shows_even_after_the_clock_was_set_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(tmp_path)
    record.answer("one", "clash")
    monkeypatch.setattr("readtwice.record.record.now", lambda: "2025-11-23T14:32:05.123Z")
    record.answer("one", "no_clash")
    assert record.latest("one").answer == "no_clash"
    assert continued(tmp_path).latest("one").answer == "no_clash"


def test_looking_leaves_no_file_behind(tmp_path: Path) -> None:
    record = Record(tmp_path / "my-work")
    record.continue_()
    record.start_fresh()
    assert (record.events, record.earlier, record.latest("one"), record.notices) == ((), (), None, ())
    assert list(tmp_path.iterdir()) == []


def test_a_saved_answer_does_not_change_with_the_list_that_it_came_from(tmp_path: Path) -> None:
    record = Record(tmp_path)
    pins = [{"who": "Anna"}]
    record.answer("ledger", pins)
    pins[0]["who"] = "Tom"
    assert record.latest("ledger").answer == [{"who": "Anna"}]


@pytest.mark.parametrize(
    "answer", [b"bytes", {1, 2}, float("nan"), "a" * MAXIMUM_LINE, [[[[[[[[[[[[1]]]]]]]]]]]], object()]
)
def test_an_answer_that_could_not_be_read_back_is_refused_and_spoils_nothing(answer: object, tmp_path: Path) -> None:
    record = Record(tmp_path)
    record.answer("one", "clash")
    with pytest.raises((TypeError, ValueError)):
        record.answer("one", answer)
    record.answer("one", "no_clash")
    assert record.problem == ""
    assert answers_in(continued(tmp_path)) == ["clash", "no_clash"]


@pytest.mark.parametrize("answer", ["half an emoji \ud83c", "\x00\u2028\u202e\n", "🎀", {"a": [None, True, 1.5]}])
def test_whatever_a_page_can_send_is_saved_and_comes_back(answer: object, tmp_path: Path) -> None:
    Record(tmp_path).answer("one", answer)
    record = continued(tmp_path)
    assert record.notices == ()
    assert answers_in(record) == [answer]


# --- Continue and Start fresh ------------------------------------------------------------------------------------


def test_in_an_empty_folder_there_is_nothing_to_choose(tmp_path: Path) -> None:
    assert Record(tmp_path).chosen


@pytest.mark.usefixtures("asking")
def test_on_a_shared_machine_earlier_answers_stay_out_of_sight_until_the_learner_chooses(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "clash")
    record = Record(tmp_path)
    assert not record.chosen
    assert record.events == ()
    assert [event.answer for event in record.earlier] == ["clash"]


def test_continue_brings_them_back(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "clash")
    record = continued(tmp_path)
    assert record.chosen
    assert answers_in(record) == ["clash"]
    assert record.answer("one", "no_clash").n == 2


def test_start_fresh_leaves_them_in_the_folder_and_out_of_sight(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "clash")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    record = Record(tmp_path)
    record.start_fresh()
    record.answer("one", "no_clash")
    assert answers_in(record) == ["no_clash"]
    assert {path: path.read_bytes() for path in before} == before


def test_continue_takes_up_the_most_recent_learner(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "of the first")
    second = Record(tmp_path)
    second.start_fresh()
    second.answer("one", "of the second")
    assert answers_in(continued(tmp_path)) == ["of the second"]


@pytest.mark.usefixtures("asking")
def test_answers_given_before_the_choice_join_what_is_continued(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "first")
    record = Record(tmp_path)
    record.answer("one", "before the choice")
    record.continue_()
    record.answer("one", "after")
    assert answers_in(record) == ["first", "before the choice", "after"]
    assert answers_in(continued(tmp_path)) == ["first", "before the choice", "after"]


@pytest.mark.usefixtures("asking")
def test_answers_given_before_the_choice_stay_after_a_fresh_start(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "of another")
    record = Record(tmp_path)
    record.answer("one", "mine")
    record.start_fresh()
    assert answers_in(record) == ["mine"]
    assert answers_in(continued(tmp_path)) == ["mine"]


@pytest.mark.usefixtures("asking")
def test_work_of_many_days_joins_day_after_day(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "day 0")
    for day in range(1, 6):
        record = Record(tmp_path)
        record.answer("one", f"day {day}")
        record.continue_()
    assert answers_in(continued(tmp_path)) == [f"day {day}" for day in range(6)]


def test_choosing_twice_changes_nothing_more(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "clash")
    record = continued(tmp_path)
    record.continue_()
    assert answers_in(record) == ["clash"]
    assert len(list(tmp_path.iterdir())) == 1
    record.start_fresh()
    fresh = record.learner
    record.start_fresh()
    assert (record.learner, answers_in(record)) == (fresh, [])
    assert len(list(tmp_path.iterdir())) == 2, "one line says that somebody else works here now"


# --- two notebooks open at once ----------------------------------------------------------------------------------


def test_two_open_notebooks_never_lose_each_others_answers(tmp_path: Path) -> None:
    one, other = Record(tmp_path), Record(tmp_path)
    for number in range(5):
        one.answer("one", f"one {number}")
        other.answer("two", f"other {number}")
    assert len(read_folder(tmp_path)[0]) == 10
    assert len(continued(tmp_path).events) == 10


def test_two_notebooks_that_continue_the_same_work_both_add_to_it(tmp_path: Path) -> None:
    Record(tmp_path).answer("one", "before")
    one, other = continued(tmp_path), continued(tmp_path)
    one.answer("one", "of one")
    other.answer("one", "of the other")
    assert set(answers_in(continued(tmp_path))) == {"before", "of one", "of the other"}


def test_a_notebook_that_was_open_first_takes_up_what_another_saved_meanwhile(tmp_path: Path) -> None:
    first, second = Record(tmp_path), Record(tmp_path)
    second.answer("one", "of the second")
    first.answer("one", "of the first")
    assert answers_in(first) == ["of the second", "of the first"]


# --- trouble with the disk ---------------------------------------------------------------------------------------


def refuse(*_: object, **__: object) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def a_few_bytes_and_then_full() -> Callable[[int, bytes], int]:
    write, calls = os.write, [0]

    def do(file: int, data: bytes) -> int:
        calls[0] += 1
        return refuse() if calls[0] > 1 else write(file, data[:20])

    return do


@pytest.mark.parametrize("disk", [refuse, a_few_bytes_and_then_full()], ids=["full", "full after a few bytes"])
def test_on_a_full_disk_answers_stay_in_memory_and_the_next_save_writes_all(
    disk: Callable[[int, bytes], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(tmp_path)
    record.answer("one", "saved")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", disk)
        record.answer("one", "not saved")
        record.answer("one", "nor this")
    assert answers_in(record) == ["saved", "not saved", "nor this"]
    assert record.problem == f"the folder {tmp_path.name} cannot be written to (No space left on device)."
    assert [event.answer for event in read_folder(tmp_path)[0]] == ["saved"]
    record.answer("one", "saved again")
    assert record.problem == ""
    assert [event.answer for event in read_folder(tmp_path)[0]] == ["saved", "not saved", "nor this", "saved again"]


@pytest.mark.long
@pytest.mark.parametrize("few", [0, 20, 100, 400], ids=lambda few: f"{few} bytes a click")
def test_a_full_disk_leaves_one_notice_and_no_files(few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, calls = os.write, [0]

    def some_and_then_full(file: int, data: bytes) -> int:
        calls[0] += 1
        return write(file, data[:few]) if few and calls[0] % 2 else refuse()

    record = Record(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", some_and_then_full)
        for number in range(174):
            record.answer("one", str(number))
    assert record.problem == f"the folder {tmp_path.name} cannot be written to (No space left on device)."
    assert len(list(tmp_path.iterdir())) <= 1
    assert read_folder(tmp_path)[1] == ()
    record.answer("one", "saved again")
    assert record.problem == ""
    assert answers_in(Record(tmp_path)) == [*map(str, range(174)), "saved again"]


@pytest.mark.parametrize("function", ["open", "fsync", "mkdir"])
def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_lost(
    function: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(tmp_path / "my-work")
    with monkeypatch.context() as patch:
        patch.setattr(os, function, refuse)
        record.answer("one", "clash")
    assert "cannot be written to" in record.problem
    assert answers_in(record) == ["clash"]
    record.answer("one", "no_clash")
    assert record.problem == ""
    assert [event.answer for event in read_folder(tmp_path / "my-work")[0]] == ["clash", "no_clash"]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "my-work").write_text("not a folder", encoding="utf-8")
    record = Record(tmp_path / "my-work")
    record.answer("one", "clash")
    assert record.problem == "the folder my-work cannot be written to (File exists)."
    assert answers_in(record) == ["clash"]


@pytest.mark.usefixtures("asking")
def test_a_join_that_could_not_be_saved_is_saved_with_the_next_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Record(tmp_path).answer("one", "first")
    record = Record(tmp_path)
    record.answer("one", "second")
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refuse)
        record.continue_()
    record.answer("one", "third")
    assert answers_in(continued(tmp_path)) == ["first", "second", "third"]


# --- killed ------------------------------------------------------------------------------------------------------

ANSWER_FOR_EVER = """
import sys
from pathlib import Path
from readtwice.record import Record

record = Record(Path(sys.argv[1]))
while True:
    print(record.answer("one", "clash" * 20).id, flush=True)
"""


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "kill") or os.name == "nt", reason="needs SIGKILL")
def test_a_killed_kernel_loses_no_answer_that_it_had_acknowledged(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", ANSWER_FOR_EVER, str(tmp_path)]
    chance = random.Random(1)
    acknowledged: set[str] = set()
    for _ in range(6):
        kernels = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(5)]
        for kernel in kernels:
            assert kernel.stdout is not None
            first = kernel.stdout.readline()
            time.sleep(chance.random() / 100)
            kernel.kill()
            *told, _torn = (first + kernel.communicate()[0]).decode().split("\n")
            acknowledged.update(told)
    saved = {event.id for event in read_folder(tmp_path)[0]}
    assert len(acknowledged) >= 30
    assert acknowledged <= saved
    assert len(list(tmp_path.iterdir())) == 30
