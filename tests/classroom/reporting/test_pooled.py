"""Several classes: each as alone, all together, and no slip of one with the same slip of another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readtwice.classroom.collecting.collect import Collected, collect
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.page import as_page
from readtwice.classroom.reporting.pooled import report_on_classes
from readtwice.classroom.reporting.values import as_json
from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.record import Event, known_sets, learner_of
from readtwice.words import say
from tests.classroom.classes import FORM, answers_in_memory, code_of, halves_of, progress_of, record_of
from tests.publish import learners
from tests.publish.learners import Answer

PACKS = {FORM: load_pack(FORM)}
SLIP = learner_of("TEAL-27-K4")


def a_class(habit: Answer, name: str) -> Collected:
    """Ten learners, the last under a slip that other classes use too; ids differ from class to class."""
    found: dict[str, tuple[Event, ...]] = {}
    for seed in range(10):
        code = SLIP if seed == 9 else f"{name}{seed:08x}"
        found |= answers_in_memory(PACKS[FORM], habit, seed, halves_of(seed), name=code)
    own = {who: tuple(Event(f"{name}-{e.id}", *_rest(e)) for e in events) for who, events in found.items()}
    return Collected(own, ())


def _rest(e: Event) -> tuple[object, ...]:
    return (e.learner, e.pack, e.item, e.revision, e.occasion, e.answer, e.sureness, e.time)


def test_each_class_is_as_alone_and_a_slip_in_two_is_two_learners() -> None:
    classes = {"7a": a_class(learners.learning, "aa"), "7b": a_class(learners.suspicious, "bb")}
    found = report_on_classes(classes, PACKS)
    for name, one in classes.items():
        assert as_json(found.apart[name]) == as_json(class_report(one, PACKS))
    assert (found.together.learners, found.twice, found.together.measures[0].matched) == (20, 0, 20)
    assert [one.name for one in found.together.came if "TEAL-27" in one.name] == ["7a · TEAL-27-K4", "7b · TEAL-27-K4"]
    counted = [sum(one.measures[0].occasions[1].caught for one in some) for some in (found.apart.values(),)]
    assert counted == [found.together.measures[0].occasions[1].caught]
    page = as_page(found.together, classes=found)
    assert say("report.class", name="7b") in page


def test_a_file_that_came_with_two_classes_counts_once() -> None:
    one = a_class(learners.careful, "aa")
    found = report_on_classes({"7a": one, "7b": one}, PACKS)
    assert (found.together.learners, found.twice, found.apart["7b"].learners) == (10, 10, 0)


def test_the_command_takes_folders_as_classes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place, habit in enumerate((learners.learning, learners.trusting)):
        folder = tmp_path / f"7{'ab'[place]}"
        folder.mkdir()
        for seed in range(2):
            record = record_of(tmp_path, habit, 10 * place + seed)
            (folder / f"{seed}.jsonl").write_text(progress_of(record))
    page = tmp_path / "report.html"
    paths = [str(tmp_path / "7a"), str(tmp_path / "7b")]
    assert main(["report", *paths, "--classes", "-o", str(page)]) == 0
    out = capsys.readouterr().out
    assert say("report.together", count=2, names="7a, 7b") in out
    assert say("report.class", name="7b") in out
    assert say("report.class", name="7a") in page.read_text(encoding="utf-8")
    assert main(["report", *paths, "--classes", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["learners"] == 4
    assert [one["learners"] for one in told["classes"].values()] == [2, 2]


def test_one_code_in_two_classes_is_counted_in_both(tmp_path: Path) -> None:
    code = code_of(record_of(tmp_path, learners.careful, 1), "before")
    classes = {}
    for name in ("7a", "7b"):
        (tmp_path / f"{name}.txt").write_text(code)
        classes[name] = collect([tmp_path / f"{name}.txt"], known_sets())
    assert report_on_classes(classes, PACKS).together.learners == 2
