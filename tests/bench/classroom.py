"""What a teacher waits for: a class beside tools that run notebooks, ten thousand files, ten million answers."""

from __future__ import annotations

import hashlib
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.measured import Limit, Measured, run
from tests.bench.rivals import MORE_THAN_OURS, VARIABLE, autograde, find, otter_run
from tests.classroom.attack import gained
from tests.classroom.classes import progress_of, record_of
from tests.publish.learners import LEARNERS
from tests.statistics.simulated import (
    ONE_IN_TWENTY,
    POPULATIONS,
    UNCHANGED,
    UNEVEN,
    coverage,
    named,
    reliability_held,
    seen,
    told_turned,
)
from tests.statistics.tables import write_answers

READTWICE = [sys.executable, "-m", "readtwice.cli"]
CLASS, COHORT, OTTER_COPIES = 30, 10_000, 3
TIMES_FASTER = 50
RUNS = 3
SIMULATED_CLASSES = 300
ONE_LEARNER = 20_000
ATTACKS = 3000
WEAK = "number"
READ_ALL = """import json, pathlib
for path in pathlib.Path("handed-in").iterdir():
    for line in path.open():
        json.loads(line)"""
PLAIN_QUERY = """import polars
answers = polars.scan_parquet("answers.parquet")
print(answers.group_by("item").agg(polars.col("correct").mean()).collect(engine="streaming"))"""
ENGINE = """import time, polars
from readtwice.statistics.frames import ROW, count_frame
from readtwice.statistics.items import analysis_of
begun = time.perf_counter()
analysis = analysis_of(count_frame(polars.scan_parquet("answers.parquet", row_index_name=ROW), order=ROW))
print(time.perf_counter() - begun, sum(one.n for one in analysis.items))"""


def coverages() -> Iterator[str]:
    """How often the intervals of discernment hold the truth, and how often those of pooled counts would."""
    for population in POPULATIONS:
        held = coverage(population, SIMULATED_CLASSES)
        yield f"{population}: " + ", ".join(f"{figure} {share:.2f}" for figure, share in held.items())


def findings() -> Iterator[str]:
    """How often a class is told that one skill went worse: where none did, and where one is 25 points weaker."""
    for uneven in UNEVEN:
        found = [named(uneven, seed) for seed in range(SIMULATED_CLASSES)]
        wrong = sum(any(one != WEAK or not uneven.weaker for one in some) for some in found) / SIMULATED_CLASSES
        power = sum(WEAK in some for some in found) / SIMULATED_CLASSES
        yield f"{uneven}: " + (f"it is named in {power:.2f}, " if uneven.weaker else "") + f"another in {wrong:.2f}"


def gains() -> Iterator[str]:
    """How often a class is told that it got better: of the gain that is said to be usually seen, of half, of none."""
    for learners, cards in ((15, 4), (26, 4), (26, 8), (78, 4)):
        said, often = seen(learners, 1.0, SIMULATED_CLASSES, cards=cards)
        half, none = (seen(learners, gain, SIMULATED_CLASSES, cards=cards)[1] for gain in (0.5, 0.0))
        yield (
            f"{learners} learners, {2 * cards} cards, {said:.1f} more right in 100 are said to be usually seen: seen in"
            f" {often:.2f}, half of it in {half:.2f}, no gain called better in {none:.2f}"
        )


def turns() -> Iterator[str]:
    """What one learner is told who answers as before, and one who keeps and catches half as many cards more."""
    for cards in (8, 16):
        most = 0.0
        for odds in UNCHANGED:
            told = told_turned(*odds, cards, ONE_LEARNER)
            most = max(most, told["better"] + told["worse"])
            yield f"{cards} cards, keeps {odds[0]}, catches {odds[1]}, unchanged: {_turned(told)}"
        held = "held" if most <= ONE_IN_TWENTY else "NOT HELD"
        yield f"{cards} cards, unchanged: better or worse at most {most:.3f}, promised {ONE_IN_TWENTY}: {held}"
        told = told_turned(0.5, 0.4, cards, ONE_LEARNER, gain=0.5)
        yield f"{cards} cards, keeps 0.5 and catches 0.4, then 1 and 0.9: {_turned(told)}"


def _turned(told: dict[str, float]) -> str:
    return f"better {told['better']:.3f}, worse {told['worse']:.3f}"


def reliabilities() -> Iterator[str]:
    """How often the interval of KR-20 holds the truth, and how often KR-20 itself comes out below zero."""
    for learners in (10, 26):
        for spread in (0.3, 0.5, 1.0):
            held, below = reliability_held(learners, spread, SIMULATED_CLASSES)
            yield f"{learners} learners {spread:g} apart, 8 cards: held in {held:.2f}, KR-20 below zero in {below:.2f}"


def two_versions() -> Iterator[str]:
    """What somebody gains who has two versions to share, one without one learner, for one figure."""
    for learners in (15, 27, 60):
        for ours in (True, False):
            guessed, blind, sure = gained(learners, ATTACKS, ours=ours)
            rule = "tenths with chance mixed in" if ours else "rounded to tenths and no more"
            yield (
                f"{learners} learners and {learners - 1}, {rule}: more than half right is guessed rightly in"
                f" {guessed:.3f}, without any version in {blind:.3f}; beyond doubt in {sure:.3f}"
            )


def hand_in(folder: Path, learners: int) -> Path:
    """So many progress files, each with the cards before and after: a few real ones, under other codes and ids."""
    place = folder / "handed-in"
    place.mkdir()
    real = [progress_of(record_of(folder, LEARNERS[seed % len(LEARNERS)], seed)) for seed in range(min(learners, 49))]
    for number in range(learners):
        code = f"{number:010x}"

        def other(found: re.Match[str], code: str = code) -> str:
            return f'"id": "{hashlib.md5((found[0] + code).encode()).hexdigest()}"'

        text = re.sub(r'"learner": "\w+"', f'"learner": "{code}"', real[number % len(real)])
        (place / f"progress-{number}.jsonl").write_text(re.sub(r'"id": "\w+"', other, text))
    return place


def class_of_thirty() -> Iterator[Measured | Limit | str]:
    """Marking and reporting a class of thirty, from the files to the page, against tools that run notebooks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = hand_in(folder, CLASS)
        runs = [run([*READTWICE, "report", files, "-o", folder / "page.html"], folder) for _ in range(RUNS)]
        ours = median(one.seconds for one in runs)
        yield Limit(f"readtwice report on a class of {CLASS}, whole process", ours * 1000, "ms")
        nbgrader, otter = find("nbgrader"), find("otter")
        if nbgrader:
            theirs = autograde(nbgrader, folder, CLASS)
            what = f"report on {CLASS}, against nbgrader autograde"
            yield Measured(what, ours, theirs.seconds, 1 / TIMES_FASTER)
            processor = median(one.processor for one in runs)
            yield Measured("the same in processor time", processor, theirs.processor, 1 / TIMES_FASTER)
        if otter:
            theirs = otter_run(otter, folder, OTTER_COPIES)
            what = f"a {CLASS // OTTER_COPIES}th of it, against otter run on {OTTER_COPIES} copies"
            yield Measured(what, ours * OTTER_COPIES / CLASS, theirs.seconds)
        for tool, found in (("nbgrader", nbgrader), ("otter-grader", otter)):
            if not found:
                yield f"{tool} was not found, so nothing was measured against it. {VARIABLE} may name a Python with it."
        yield "\n".join(MORE_THAN_OURS)


def cohorts() -> Iterator[Measured | Limit]:
    """Ten thousand progress files, against a process that reads the same lines and does nothing with them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = hand_in(folder, COHORT)
        bare = run([sys.executable, "-c", READ_ALL], folder)
        ours = run([*READTWICE, "report", files, "-o", folder / "page.html"], folder)
        yield Measured(f"report on {COHORT:,} files, against reading them", ours.seconds, bare.seconds, seconds=10)
        yield Limit("its processor time", ours.processor, "s")
        yield Limit("its memory at its peak", ours.megabytes, "MB", 500)


def ten_million() -> Iterator[Measured | Limit]:
    """Ten million answers in Parquet, against the plainest query over the same file. The quickest of three runs
    counts: whatever else the machine does only adds to it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answers = write_answers(folder / "answers.parquet")
        command = [*READTWICE, "items", "answers.parquet", "--json"]
        ours = [run(command, folder) for _ in range(RUNS)]
        bare = [run([sys.executable, "-c", PLAIN_QUERY], folder) for _ in range(RUNS)]
        engine = [run([sys.executable, "-c", ENGINE], folder).output.split() for _ in range(RUNS)]
        if any(int(counted) != answers for _, counted in engine):
            raise SystemExit("not every answer was counted")
        quickest = min(one.seconds for one in ours)
        what = f"readtwice items on {answers:,} answers, against a mean"
        yield Measured(what, quickest, min(one.seconds for one in bare), seconds=3)
        yield Limit("the engine and all figures alone", min(float(seconds) for seconds, _ in engine), "s", 3)
        yield Limit("its processor time", min(one.processor for one in ours), "s")
        yield Limit("its memory at its peak", min(one.megabytes for one in ours), "MB")
