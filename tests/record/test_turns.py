"""Who works in a folder has one truth, which all open pages follow; what is whose is never guessed."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from readtwice.record import Event, Record, learner_of, progress_text, read_folder
from readtwice.record.event import NUMBER_LIMITS
from readtwice.record.folder import ASK_FILE

SLIP, OTHER_SLIP = "TEAL-27-K4", "RED-10-R4"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that moves on with every look at it."""
    ticks = count(1)
    monkeypatch.setattr(
        "readtwice.record.record.now", lambda: "2026-11-23T14:{:02d}:{:02d}.000Z".format(*divmod(next(ticks), 60))
    )


def items(record: Record) -> set[str]:
    return {event.item for event in record.events}


def answered(folder: Path, *names: str) -> Record:
    record = Record(folder)
    for name in names:
        record.answer(name, ["clash"])
    return record


def events_in(folder: Path) -> list[str]:
    return sorted(event.item for event in read_folder(folder)[0] if event.kind == "answer")


# --- one person, one folder --------------------------------------------------------------------------------------


def test_a_page_goes_on_by_itself_with_the_work_that_lies_in_the_folder(tmp_path: Path) -> None:
    first = answered(tmp_path, "one", "two")
    later = Record(tmp_path)
    assert later.chosen
    assert items(later) == {"one", "two"}
    later.answer("three", ["clash"])
    assert later.learner == first.learner
    assert len(Record(tmp_path).events) == 3


def test_nobody_reads_a_question_and_eight_lessons_are_one_record(tmp_path: Path) -> None:
    for lesson in range(8):
        answered(tmp_path, f"card-{lesson}")
    assert {event.learner for event in read_folder(tmp_path)[0]} == {Record(tmp_path).learner}
    assert len(Record(tmp_path).events) == 8


def test_joined_work_is_gone_on_with_as_one(tmp_path: Path) -> None:
    old = answered(tmp_path, "old")
    page = Record(tmp_path)
    page.start_fresh()
    page.answer("new", ["clash"])
    assert [work[0].item for work in page.other_work] == ["old"]
    page.join(old.learner)
    assert items(page) == items(Record(tmp_path)) == {"old", "new"}
    assert page.other_work == ()
    page.join(old.learner)
    assert len(list(tmp_path.iterdir())) == 2, "said twice, written once"


def test_other_work_that_is_not_there_cannot_be_taken_up_or_joined(tmp_path: Path) -> None:
    page = answered(tmp_path, "one")
    for act in (page.join, page.go_on_with):
        with pytest.raises(ValueError, match="no such work"):
            act("ffffffffff")


def test_a_fresh_start_holds_for_the_next_page_before_anything_is_answered(tmp_path: Path) -> None:
    answered(tmp_path, "of the first")
    page = Record(tmp_path)
    page.start_fresh()
    assert page.events == ()
    for later in (Record(tmp_path), Record(tmp_path)):
        assert (later.learner, later.events) == (page.learner, ())


def test_a_slip_holds_for_the_next_page_before_anything_is_answered(tmp_path: Path) -> None:
    Record(tmp_path).use_slip(SLIP)
    assert Record(tmp_path).learner == learner_of(SLIP)


def test_what_a_page_answered_before_a_fresh_start_is_moved_only_when_the_learner_says_so(tmp_path: Path) -> None:
    first = answered(tmp_path, "of the first")
    page = Record(tmp_path)
    page.answer("too early", ["clash"])
    page.start_fresh()
    page.answer("mine", ["clash"])
    assert items(page) == {"mine"}
    assert {event.item for event in page.left_behind} == {"too early"}
    page.bring_along()
    assert items(page) == items(Record(tmp_path)) == {"mine", "too early"}
    page.go_on_with(first.learner)
    assert items(page) == {"of the first"}
    assert events_in(tmp_path) == ["mine", "of the first", "too early"]


# --- open pages follow -------------------------------------------------------------------------------------------


def test_a_slip_typed_in_one_page_holds_in_all_open_pages(tmp_path: Path) -> None:
    one, other = Record(tmp_path), Record(tmp_path)
    one.answer("a", ["clash"])
    other.use_slip(SLIP)
    other.answer("b", ["clash"])
    one.answer("c", ["clash"])
    assert one.learner == other.learner == learner_of(SLIP)
    other.look()
    assert items(one) == items(other) == {"a", "b", "c"}


def test_of_two_choices_the_newer_one_counts_on_every_page(tmp_path: Path) -> None:
    pages = [Record(tmp_path) for _ in range(3)]
    pages[0].use_slip(SLIP)
    pages[1].use_slip(OTHER_SLIP)
    for page in (*pages, Record(tmp_path)):
        page.answer("x", ["clash"])
        assert page.learner == learner_of(OTHER_SLIP)


def test_a_choice_counts_after_the_clock_was_set_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Record(tmp_path), Record(tmp_path)
    one.use_slip(SLIP)
    monkeypatch.setattr("readtwice.record.record.now", lambda: "2020-01-01T00:00:00.000Z")
    one.use_slip(OTHER_SLIP)
    other.answer("x", ["clash"])
    assert other.learner == learner_of(OTHER_SLIP)


@pytest.mark.parametrize("n", [1_000, 1_001, 999_999, NUMBER_LIMITS["n"]])
@pytest.mark.parametrize("time", ["2020-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"])
def test_no_line_counts_so_high_that_nobody_can_choose_any_more(n: int, time: str, tmp_path: Path) -> None:
    other = answered(tmp_path, "of another")
    hostile = Event("~" * 64, other.learner, answer="continue", n=n, time=time, kind="turn")
    (tmp_path / "session-0.jsonl").write_text(f'{{"readtwice_record": 1}}\n{hostile.to_line()}\n', encoding="utf-8")
    for name in ("one", "two", "three"):
        page = Record(tmp_path)
        page.start_fresh()
        page.answer(name, ["clash"])
        assert items(Record(tmp_path)) == {name}
    page.use_slip(SLIP)
    assert Record(tmp_path).learner == learner_of(SLIP)


def test_two_pages_that_answer_first_at_the_same_moment_are_one_learner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = Record(tmp_path), Record(tmp_path)
    append = one._file.append
    monkeypatch.setattr(one._file, "append", lambda *events: (other.answer("b", ["clash"]), append(*events)))
    one.answer("a", ["clash"])
    monkeypatch.undo()
    assert items(Record(tmp_path)) == {"a", "b"}


def test_looking_where_nothing_changed_reads_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = answered(tmp_path, "one")
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("a file was opened"))
    monkeypatch.setattr(Path, "read_bytes", lambda *_: pytest.fail("a file was read"))
    assert page.look() is False
    page.answer("two", ["clash"])
    assert page.look() is False


def test_half_a_line_of_another_page_is_waited_for(tmp_path: Path) -> None:
    page, other = answered(tmp_path, "one"), Record(tmp_path)
    other.answer("two", ["clash"])
    other.answer("three", ["clash"])
    path = other._file.path
    assert path
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    page.look()
    assert items(page) == {"one", "two"}
    path.write_bytes(whole)
    page.look()
    assert items(page) == {"one", "two", "three"}
    cut = Record(tmp_path)
    path.write_bytes(whole[:-20])
    late = Record(tmp_path)
    path.write_bytes(whole)
    for one in (cut, late):
        one.look()
        assert items(one) == {"one", "two", "three"}


HEADER, FUTURE = '{"readtwice_record": 1, "begun": ""}', '{"readtwice_record": 2, "begun": ""}'
MORE = {
    "a file of ours": (HEADER, "{two}", "{three}"),
    "a file of a format of the future": (FUTURE, "{two}", "{three}"),
    "a file that lost its header": ("oops", "{two}", "{three}"),
    "a damaged line": (HEADER, "{two}\noops", "{three}"),
    "what no page writes": (HEADER, "{odd}", "{three}"),
    "a line that claims to be another": (HEADER, "{two}\n{claim}", "{three}"),
    "an answer that is known already": (HEADER, "{one}", "{three}"),
}


@pytest.mark.parametrize("name", MORE)
def test_an_open_page_counts_and_says_what_a_new_one_does(name: str, tmp_path: Path) -> None:
    page = answered(tmp_path, "one")
    (one,) = page.events
    lines = {item: replace(one, id=item * 9, item=item) for item in ("two", "three")}
    lines |= {"one": one, "odd": replace(one, id="odd", answer=[""]), "claim": replace(lines["two"], item="claim")}
    header, begun, added = MORE[name]
    path, written = tmp_path / "session-9.jsonl", header + "\n"
    for more in (begun, added):
        for item, line in lines.items():
            more = more.replace(f"{{{item}}}", line.to_line())
        path.write_text(written := f"{written}{more}\n")
        page.look()
        anew = Record(tmp_path, page.pack)
        assert items(page) == items(anew)
        assert page.notices == anew.notices


# --- slips and work without one ----------------------------------------------------------------------------------


def test_work_from_before_the_page_opened_is_offered_and_never_joined_unasked(tmp_path: Path) -> None:
    old = answered(tmp_path, "last week")
    page = Record(tmp_path)
    page.answer("today", ["clash"])
    page.use_slip(SLIP)
    assert items(page) == items(Record(tmp_path)) == {"today"}
    assert [[event.item for event in work] for work in page.other_work] == [["last week"]]
    page.join(old.learner)
    assert items(page) == {"last week", "today"}


def test_work_under_another_slip_is_another_persons(tmp_path: Path) -> None:
    page = Record(tmp_path)
    page.use_slip(SLIP)
    page.answer("first", ["clash"])
    later = Record(tmp_path)
    later.answer("second", ["clash"])
    later.use_slip(OTHER_SLIP)
    later.answer("third", ["clash"])
    assert items(later) == {"third"}
    later.use_slip(SLIP)
    assert items(later) == {"first", "second"}


def test_what_was_taken_back_from_a_learner_goes_along_with_nobody_else(tmp_path: Path) -> None:
    old = answered(tmp_path / "folder", "old")
    page = Record(tmp_path / "folder")
    page.answer("new", ["clash"])
    page.use_slip(SLIP)
    there = Record(tmp_path / "elsewhere")
    assert there.take_in(progress_text(page.to_take_along).encode()) == 1
    page.go_on_with(old.learner)
    assert {event.item for event in page.to_take_along} == {"old"}
    assert all(event.kind in ("answer", "join") for event in page.to_take_along), "a turn never leaves its folder"


def test_a_progress_file_of_somebody_else_is_no_reason_to_join(tmp_path: Path) -> None:
    home = answered(tmp_path / "home", "at home")
    text = progress_text(home.to_take_along).encode()
    answered(tmp_path / "school", "somebody's at school")
    page = Record(tmp_path / "school")
    assert page.take_in(text) == 1
    assert items(page) == items(Record(tmp_path / "school")) == {"at home"}


# --- a machine that several people share -------------------------------------------------------------------------


def test_a_switch_in_the_folder_makes_pages_ask_and_go_their_own_ways(tmp_path: Path) -> None:
    first = answered(tmp_path, "one")
    first.ask(True)
    assert (tmp_path / ASK_FILE).is_file()
    page, other = Record(tmp_path), Record(tmp_path)
    assert (page.chosen, page.events) == (False, ())
    page.use_slip(SLIP)
    other.start_fresh()
    other.answer("two", ["clash"])
    page.answer("three", ["clash"])
    assert items(page) == {"three"}
    assert items(other) == {"two"}
    page.ask(False)
    page.ask(False)
    assert Record(tmp_path).chosen


@pytest.mark.usefixtures("asking")
def test_two_people_in_one_empty_folder_of_a_shared_machine_stay_two(tmp_path: Path) -> None:
    one, other = Record(tmp_path), Record(tmp_path)
    one.answer("a", ["clash"])
    other.answer("b", ["clash"])
    assert (items(one), items(other)) == ({"a"}, {"b"})


@pytest.mark.parametrize(("value", "asks"), [("1", True), ("yes", True), ("", False), ("0", False), ("no", False)])
def test_the_variable_decides_for_the_machine(
    value: str, asks: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READTWICE_ASK_WHO", value)
    answered(tmp_path, "one")
    assert Record(tmp_path).chosen is not asks


# --- the same click again ----------------------------------------------------------------------------------------


def test_a_message_sent_again_is_saved_once_also_by_another_kernel(tmp_path: Path) -> None:
    for record in (Record(tmp_path), Record(tmp_path)):
        for _ in range(2):
            with record.message("rt1-1"):
                record.answer("a", ["clash"])
                record.answer("b", ["clash"])
    with record.message("rt1-2"):
        record.answer("a", ["clash"])
    assert [(event.item, event.n) for event in Record(tmp_path).events] == [("a", 1), ("b", 1), ("a", 2)]


def test_a_message_sent_again_while_the_disk_is_full_is_kept_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(tmp_path)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(record._file, "append", refuse)
        for _ in range(2):
            with record.message("rt1-1"):
                record.answer("a", ["clash"])
    record.answer("b", ["clash"])
    assert events_in(tmp_path) == ["a", "b"]


def test_a_large_progress_file_is_written_in_one_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = progress_text(answered(tmp_path / "a", *(f"i{number}" for number in range(50))).to_take_along)
    record, writes = Record(tmp_path / "b"), []
    append = record._file.append
    monkeypatch.setattr(record._file, "append", lambda *events: (writes.append(len(events)), append(*events)))
    assert record.take_in(text.encode()) == 50
    assert writes == [50]
