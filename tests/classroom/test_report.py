"""From what a class hands in, in any mixture, to a report that says what is true of the class."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtwice.classroom.class_report import ClassReport, class_report
from readtwice.classroom.collect import collect, collect_contents
from readtwice.classroom.report_page import as_json, as_page, sentences
from readtwice.cli.main import main
from readtwice.pack import load_pack
from readtwice.record import Record, known_sets
from readtwice.words import say
from tests.classroom.classes import FORM, code_of, progress_of, record_of, zip_of
from tests.publish import learners
from tests.publish.learners import Answer

SETS = tuple(known_sets())
PACKS = {FORM: load_pack(FORM)}


def report_on(*paths: Path) -> ClassReport:
    return class_report(collect(paths, SETS), PACKS)


def class_of(folder: Path, learner: Answer, count: int = 30) -> Path:
    """A folder of progress files of so many learners of one habit."""
    handed_in = folder / "handed-in"
    handed_in.mkdir()
    for seed in range(count):
        record = record_of(folder, learner, seed)
        (handed_in / f"progress-{seed}.jsonl").write_text(progress_of(record))
    return handed_in


def test_thirty_suspicious_learners_are_called_so_in_the_first_three_lines(tmp_path: Path) -> None:
    report = report_on(class_of(tmp_path, learners.suspicious))
    first = " ".join(sentences(report)[:3])
    assert say("report.suspicious") in first
    assert say("report.not_apart") in first
    assert say("report.cannot_tell") in first
    assert report.learners == report.matched == 30
    on = {one.occasion: one for one in report.occasions}
    assert (on["after"].figures.hits, on["after"].figures.false_alarms) == (120, 120)
    assert on["after"].figures.criterion_interval[1] < 0


def test_thirty_who_learned_tell_apart_better_than_before(tmp_path: Path) -> None:
    report = report_on(class_of(tmp_path, learners.learning))
    assert say("report.better") in sentences(report)[2]
    assert say("report.apart") in sentences(report)[1]
    assert report.again == ()


def test_thirty_who_only_hardened_are_not_called_better(tmp_path: Path) -> None:
    report = report_on(class_of(tmp_path, learners.hardening))
    third = sentences(report)[2]
    assert say("report.cannot_tell") in third
    assert say("report.stricter") in third


def test_the_trusting_are_called_trusting_and_told_what_to_teach_again(tmp_path: Path) -> None:
    report = report_on(class_of(tmp_path, learners.trusting))
    assert say("report.trusting") in sentences(report)[1]
    assert dict(report.again) == dict.fromkeys(("agreement", "who and when", "number", "caption"), 30)
    named = {one.misconception: one for one in report.misconceptions}
    assert named["a number in print has been checked"].learners == 30
    assert len(named["a number in print has been checked"].items) >= 2


def test_any_mixture_counts_each_learner_and_each_answer_once(tmp_path: Path) -> None:
    one, two, three, four = (record_of(tmp_path, learners.careful, seed) for seed in range(4))
    folder = tmp_path / "handed-in"
    folder.mkdir()
    (folder / "one.jsonl").write_text(progress_of(one))
    (folder / "one (1).jsonl").write_text(progress_of(one))
    (folder / "two.zip").write_bytes(zip_of(**{"a/two.jsonl": progress_of(two), "one-again.jsonl": progress_of(one)}))
    chat = f"10:02 Sir: here it is {code_of(three, 'before').lower()} thanks\n10:03 {code_of(three, 'after')}\n"
    (folder / "chat.txt").write_text(chat)
    form = f'Timestamp,Paste your code\n2026-11-24 10:01,"{code_of(four, "before")}"\n2026,{code_of(one, "before")}\n'
    (folder / "responses.csv").write_text(form)
    report = report_on(folder)
    assert report.rejected == ()
    assert report.learners == 4
    on = {each.occasion: each for each in report.occasions}
    assert (on["before"].learners, on["after"].learners) == (4, 3)
    assert (report.matched, report.dropped) == (3, 1)
    assert on["before"].figures.hits == on["before"].figures.correct_acceptances == 16


def test_what_is_in_memory_is_read_like_what_is_on_disk(tmp_path: Path) -> None:
    folder = class_of(tmp_path, learners.guessing, 4)
    code = code_of(record_of(tmp_path, learners.careful, 9), "before")
    (folder / "chat.txt").write_text(code)
    held = {path.name: path.read_bytes() for path in sorted(folder.glob("*.jsonl"))}
    contents = [("class.zip", zip_of(**held)), ("", f"my code: {code}".encode())]
    assert as_json(class_report(collect_contents(contents, SETS), PACKS)) == as_json(report_on(folder))


def test_no_order_of_handing_in_changes_the_report(tmp_path: Path) -> None:
    folder = class_of(tmp_path, learners.guessing, 5)
    paths = sorted(folder.iterdir())
    assert as_json(report_on(*paths)) == as_json(report_on(*paths[::-1]))


def test_a_second_try_does_not_count(tmp_path: Path) -> None:
    record = record_of(tmp_path, learners.trusting, 1)
    before = as_json(report_on(record.folder))
    for item in load_pack(FORM).items:
        record.answer(item.id, [item.key], occasion="before", sureness="sure_not", pack=FORM)
        record.answer(item.id, [item.key], occasion="after", sureness="sure_not", pack=FORM)
    after = report_on(record.folder)
    assert [one.figures.misses for one in after.occasions] == [one["misses"] for one in before["discernment"]]


HOSTILE = {
    "bomb.zip": zip_of(bomb=b"0" * 15_000_000),
    "nested.zip": zip_of(**{"inner.zip": zip_of(x="y")}),
    "slip.zip": zip_of(**{"../../etc/passwd": "no code", "/abs": "no code"}),
    "broken.zip": b"PK\x03\x04 not a zip",
    "many.zip": zip_of(**{f"f{n}": "x" for n in range(5_001)}),
    "deep.jsonl": b"[" * 100_000,
    "numbers.jsonl": b'{"readtwice_record": 1}\n{"id": "a", "learner": "b", "n": NaN}\n',
    "surrogate.jsonl": b'{"readtwice_record": 1}\n{"id": "\\ud800", "learner": 5}\n',
    "page.html": b"<script>alert(1)</script>",
    "picture.png": b"\x89PNG\r\n\x1a\n\x00\xff\xfe",
    "empty.txt": b"",
    "forged.txt": b"AAAA-AAAA-AAAA-AAAA-AAAA-AAAA",
    "other-course.jsonl": b'{"course": "another"}\n',
    "code.py": b"import os; os.system('true')",
    "<img src=x onerror=alert(1)>.txt": b"x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_one_bad_file_is_listed_with_its_reason_and_the_class_goes_on(name: str, tmp_path: Path) -> None:
    folder = class_of(tmp_path, learners.careful, 2)
    (folder / name).write_bytes(HOSTILE[name])
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    begun = time.monotonic()
    report = report_on(folder)
    page = as_page(report)
    assert time.monotonic() - begun < 10
    assert report.learners == 2
    assert report.rejected, "it is listed"
    assert all(one.reason.endswith((".", "”.")) and one.where for one in report.rejected)
    assert "<script" not in page
    assert "<img" not in page
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@given(st.binary(max_size=400), st.sampled_from([".jsonl", ".zip", ".txt", ".csv"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
def test_random_bytes_never_stop_the_class(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"random{suffix}"
    path.write_bytes(content)
    report = report_on(path)
    assert report.learners == 0
    assert "<script" not in as_page(report)


def test_what_a_learner_wrote_stands_nowhere_in_the_page(tmp_path: Path) -> None:
    record = record_of(tmp_path, learners.careful, 1)
    record.answer("fact-check-x", ["SECRET <b>words</b>"], occasion="talk")
    assert "SECRET" not in as_page(report_on(record.folder))
    assert "SECRET" not in json.dumps(as_json(report_on(record.folder)))


def test_the_command_writes_a_page_that_stands_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, page = class_of(tmp_path, learners.suspicious, 3), tmp_path / "report.html"
    assert main(["report", str(folder), "-o", str(page)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert say("report.suspicious") in " ".join(shown[:3])
    text = page.read_text(encoding="utf-8")
    assert "Content-Security-Policy" in text
    assert "http:" not in text
    assert "https:" not in text
    assert main(["report", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["learners"] == 3
    assert {"items", "reliability", "discernment", "misconceptions", "rejected"} <= set(told)
    assert {"hits", "misses", "false_alarms", "correct_acceptances", "held_back", "d_prime", "criterion", "auc"} <= set(
        told["discernment"][0]
    )


def test_nothing_handed_in_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path / "nothing.jsonl")]) == 1
    told = capsys.readouterr()
    assert say("report.nothing") in told.out
    assert say("collect.no_file") in told.err


def test_an_empty_record_of_one_learner_has_no_figures(tmp_path: Path) -> None:
    Record(tmp_path, FORM)
    assert report_on(tmp_path).occasions == ()
