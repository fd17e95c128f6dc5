"""No acknowledged answer is ever lost: a child process answers, is killed at any moment, and another goes on."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readtwice.record import Record, merge, progress_text, read_folder
from readtwice.record.files import read_bytes

pytestmark = pytest.mark.long  # processes that are killed


CHILD = """
import sys
from pathlib import Path
from readtwice.record import Record
record = Record(Path(sys.argv[1]), "pack")
record.continue_()
for line in sys.stdin:
    event = record.answer(line.strip(), [line.strip()])
    if not record.problem:
        print(event.id, flush=True)
"""


class Kernel:
    """A process that saves answers and acknowledges each."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def answer(self, *items: str) -> None:
        assert self.process.stdin
        self.process.stdin.write("".join(f"{item}\n" for item in items))
        self.process.stdin.flush()

    def acknowledged(self) -> str:
        """The next acknowledgment; empty where the process is gone."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def kill(self) -> list[str]:
        """End it without warning. Returns what it had acknowledged meanwhile."""
        self.process.kill()
        assert self.process.stdout
        rest = self.process.stdout.read().split()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            assert stream
            stream.close()
        return [one for one in rest if len(one) == 32]


def one_life(folder: Path, seed: int) -> tuple[set[str], int]:
    """Answer, kill, reload and restore at random. Returns what was acknowledged, and how often it was killed."""
    chance = random.Random(seed)
    acknowledged: set[str] = set()
    kills = chance.randint(1, 3)
    for life in range(kills):
        kernel = Kernel(folder)
        for number in range(chance.randint(1, 4)):
            kernel.answer(f"card-{life}-{number}")
            acknowledged.add(kernel.acknowledged())
        kernel.answer(*(f"late-{life}-{number}" for number in range(chance.randint(0, 30))))
        time.sleep(chance.random() * 0.01)
        acknowledged.update(kernel.kill())
        if chance.random() < 0.3:  # the last line may be torn by anything, not by us alone
            path = sorted(folder.glob("session-*.jsonl"))[-1]
            with path.open("ab") as file:
                file.write(b'{"id": "torn')
        if chance.random() < 0.3:  # a new server: the folder is gone, the learner brings the progress file
            text = progress_text(read_folder(folder)[0])
            for path in folder.glob("session-*.jsonl"):
                path.unlink()
            restored = Record(folder, "pack")
            restored.take_in(text.encode())
    return acknowledged, kills


def lives(tmp_path: Path, seeds: range) -> int:
    killed = 0
    for seed in seeds:
        folder = tmp_path / f"life-{seed}"
        folder.mkdir()
        acknowledged, kills = one_life(folder, seed)
        killed += kills
        events, _ = read_folder(folder)
        assert acknowledged <= {event.id for event in events}, f"seed {seed}"
        learners = {event.learner for event in events if event.kind == "answer"}
        assert len(learners) == 1, f"seed {seed}: who continues stays one learner"
    return killed


def test_no_acknowledged_answer_is_lost_when_a_kernel_is_killed(tmp_path: Path) -> None:
    assert lives(tmp_path, range(12)) >= 12


@pytest.mark.slow
def test_no_acknowledged_answer_is_lost_in_two_hundred_lives(tmp_path: Path) -> None:
    assert lives(tmp_path, range(1000, 1200)) >= 200


def test_a_progress_file_of_a_progress_file_is_the_same_file(tmp_path: Path) -> None:
    record = Record(tmp_path / "one", "pack")
    for number in range(5):
        record.answer(f"card-{number}", [str(number)])
    text = progress_text(record.to_take_along)
    events, notices = read_bytes(text.encode(), "progress")
    assert notices == ()
    assert progress_text(events) == progress_text(merge(events, events[::-1])) == text
