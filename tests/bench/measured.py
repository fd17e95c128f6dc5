"""Two times side by side, how they compare, and whether that is what was promised."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """Two medians in seconds, the most that the first may be of the second, and the most that it may be at all.

    A limit is None where nothing is promised.
    """

    what: str
    ours: float
    bare: float
    most: float | None = None
    seconds: float | None = None

    @property
    def kept(self) -> bool:
        """Whether every promise holds."""
        slow = self.most is not None and self.ours / self.bare > self.most
        return not slow and (self.seconds is None or self.ours <= self.seconds)

    def __str__(self) -> str:
        ratio = self.ours / self.bare
        places = ".2f" if ratio >= 0.1 else ".4f"
        promises = [str(self.most)] if self.most is not None else []
        promises += [f"{self.seconds} s"] if self.seconds is not None else []
        verdict = f"  (at most {' and '.join(promises)}: {'yes' if self.kept else 'NO'})" if promises else ""
        return f"{self.what:52} {self.ours * 1000:8.1f} ms {self.bare * 1000:8.1f} ms  ratio {ratio:{places}}{verdict}"


@dataclass(frozen=True)
class Limit:
    """Something measured by itself, and the most that it may be; None where nothing is promised."""

    what: str
    value: float
    unit: str
    most: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the promise holds."""
        return self.most is None or self.value <= self.most

    def __str__(self) -> str:
        verdict = f"  (at most {self.most:g} {self.unit}: {'yes' if self.kept else 'NO'})" if self.most else ""
        return f"{self.what:52} {self.value:8.1f} {self.unit}{verdict}"


@dataclass(frozen=True)
class Run:
    """A whole process: seconds on the clock, seconds of processor time with all its children, peak memory, output."""

    seconds: float
    processor: float
    megabytes: float
    output: str


def run(command: Sequence[str | Path], folder: Path, more: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder. Memory is that of the command alone. Ends the bench where the command fails.

    A small process in between starts it: the peak of a process counts what its parent had when it was born.
    """
    report = folder / "measured.json"
    with open(folder / "output.txt", "w+b") as output:
        launcher = [sys.executable, "-S", "-c", _LAUNCHER, report, *command]
        done = subprocess.run(
            launcher, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **(more or {})}
        )
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))[:200]} failed:\n{text[-2000:]}")
    seconds, processor, peak = json.loads(report.read_text())
    return Run(seconds, processor, peak / (1024 if sys.platform == "linux" else 1024 * 1024), text)


_LAUNCHER = """import json, os, sys, time
begun = time.perf_counter()
child = os.fork()
if not child:
    os.execvp(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - begun
used = os.times()
with open(sys.argv[1], "w") as file:
    json.dump([seconds, used.children_user + used.children_system, usage.ru_maxrss], file)
sys.exit(os.waitstatus_to_exitcode(status) != 0)"""
