"""Ballots in a folder that a class shares: 28 writers at once, nothing half written, nothing hostile believed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readtwice.activities.vote.ballots import (
    CALL,
    MOST_BYTES,
    MOST_FILES,
    Ballot,
    Call,
    FolderTrouble,
    folder_of,
    new_number,
    read_ballot,
    read_ballots,
    read_call,
    write_ballot,
    write_call,
)

VOTE, ROUND = "0" * 16, "1" * 16
WRITER = """
import sys
from pathlib import Path
from readtwice.activities.vote.ballots import Ballot, write_ballot
folder, device = Path(sys.argv[1]), sys.argv[2]
for turn in range(40):
    write_ballot(folder, device, Ballot("0" * 16, "1" * 16, ("clash", "no_clash", "undetermined")[turn % 3]))
"""


@pytest.mark.long
def test_twenty_eight_writers_are_read_whole_while_they_write(tmp_path: Path) -> None:
    devices = [new_number() for _ in range(28)]
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), one]) for one in devices]
    seen: set[str] = set()
    while any(one.poll() is None for one in writers):
        for path in tmp_path.glob("readtwice-ballot-*.json"):
            assert json.loads(path.read_bytes())["readtwice_ballot"] == 1, "never half of one"
        found = read_ballots(tmp_path, VOTE)
        assert seen <= set(found), "nobody's vote goes while another takes its place"
        seen = set(found)
    assert [one.returncode for one in writers] == [0] * 28
    assert {device: one.answer for device, one in read_ballots(tmp_path, VOTE).items()} == dict.fromkeys(
        devices, "clash"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"readtwice-ballot-{one}.json" for one in devices)
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in tmp_path.iterdir()), "the teacher has another account"


def test_a_call_and_a_ballot_come_back_as_they_were_written(tmp_path: Path) -> None:
    call = Call(VOTE, ROUND, "skate-park", "marrowick-mayor", open=False)
    write_call(tmp_path, call)
    assert read_call(tmp_path) == call
    device, ballot = new_number(), Ballot(VOTE, ROUND, "no_clash")
    write_ballot(tmp_path, device, ballot)
    assert read_ballot(tmp_path, device) == ballot
    assert read_ballots(tmp_path, VOTE) == {device: ballot}
    assert read_ballots(tmp_path, "2" * 16) == {}, "what is left of another hour is not counted"


GOOD = {"readtwice_ballot": 1, "vote": VOTE, "round": ROUND, "answer": "clash"}
HOSTILE = {
    "nothing": b"",
    "no JSON": b"\xff\xfe<script>alert(1)</script>",
    "a list": b"[1]",
    "deep": b"[" * (MOST_BYTES - 1),
    "too large": json.dumps({**GOOD, "more": "x" * MOST_BYTES}).encode(),
    "another kind": json.dumps({**GOOD, "readtwice_ballot": 2}).encode(),
    "markup": json.dumps({**GOOD, "answer": "<img src=x onerror=alert(1)>"}).encode(),
    "a number": json.dumps({**GOOD, "answer": 10**400}).encode(),
    "a path": json.dumps({**GOOD, "vote": "../../etc"}).encode(),
    "half": json.dumps(GOOD).encode()[:30],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_ballot_is_not_there(tmp_path: Path, name: str) -> None:
    device = "a" * 16
    (tmp_path / f"readtwice-ballot-{device}.json").write_bytes(HOSTILE[name])
    (tmp_path / CALL).write_bytes(HOSTILE[name].replace(b"readtwice_ballot", b"readtwice_vote"))
    assert read_ballots(tmp_path, VOTE) == {}
    assert read_call(tmp_path) is None
    write_ballot(tmp_path, device, Ballot(VOTE, ROUND, "clash"))
    assert read_ballots(tmp_path, VOTE) == {device: Ballot(VOTE, ROUND, "clash")}, (
        "and the learner's own takes its place"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_links_pipes_and_folders_are_not_read_and_keep_nobody_waiting(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside.json", tmp_path / "class"
    folder.mkdir()
    outside.write_text(json.dumps(GOOD))
    (folder / f"readtwice-ballot-{'a' * 16}.json").symlink_to(outside)
    os.mkfifo(folder / f"readtwice-ballot-{'b' * 16}.json")
    (folder / f"readtwice-ballot-{'c' * 16}.json").mkdir()
    os.mkfifo(folder / CALL)
    assert read_ballots(folder, VOTE) == {}
    assert read_call(folder) is None
    write_ballot(folder, "a" * 16, Ballot(VOTE, ROUND, "no_clash"))
    assert json.loads(outside.read_text()) == GOOD, "what a link leads to is never written"


@given(st.binary(max_size=400))
def test_whatever_lies_there_never_raises(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("votes")
    (folder / CALL).write_bytes(content)
    (folder / f"readtwice-ballot-{'d' * 16}.json").write_bytes(content)
    assert read_call(folder) is None
    assert read_ballots(folder, VOTE) == {}


@pytest.mark.parametrize("device", ["", "../../../etc/x", "A" * 16, "0" * 15, "0" * 17])
def test_a_device_is_a_number_and_never_a_path(tmp_path: Path, device: str) -> None:
    with pytest.raises(ValueError, match="device"):
        write_ballot(tmp_path, device, Ballot(VOTE, ROUND))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_a_folder_that_is_none_and_one_that_is_far_too_full_are_told(tmp_path: Path) -> None:
    for name in ("", str(tmp_path / "no")):
        with pytest.raises(FolderTrouble):
            folder_of(name)
    for number in range(MOST_FILES + 1):
        (tmp_path / str(number)).touch()
    with pytest.raises(FolderTrouble, match="5,000"):
        read_ballots(tmp_path, VOTE)
