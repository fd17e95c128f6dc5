"""Records that earlier versions of the course wrote are read for ever."""

from __future__ import annotations

from pathlib import Path

from readtwice.record import Record, progress_text, read_folder

OLD = Path(__file__).parent / "old"
"""Two session files as the first version wrote them: two answers and a ledger, then one answer and a join."""


def test_what_the_first_version_saved_is_all_there() -> None:
    events, notices = read_folder(OLD)
    assert notices == ()
    assert sorted(event.item for event in events if event.kind == "answer") == [
        *("ledger-main", "name-b05-b11", "name-b05-b11", "occasion-b04-b06"),
    ]
    assert [event.kind for event in events].count("join") == 1


def test_it_is_gone_on_with_as_one_learner_and_taken_along(tmp_path: Path) -> None:
    events, _ = read_folder(OLD)
    record = Record(tmp_path, "hegseth-nato-2025")
    assert record.take_in(progress_text(events).encode()) == 4
    assert len(record.events) == 4, "the join is kept, so it is one learner's work"
    assert record.latest("name-b05-b11").answer == ["clash", "date"]  # type: ignore[union-attr]
    assert record.answers("name-b05-b11")[0].hints == 1
