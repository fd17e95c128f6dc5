"""The hostile corpus: each alone in a process with little to spend, beside two good ones that must not change.

`tests/classroom/hostile/README.md` says what is in it.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readtwice.classroom.collecting.collect import Collected, collect_contents
from readtwice.pack import load_pack
from readtwice.record import encode, form_set, known_sets
from readtwice.record.result_code import ANSWERS
from readtwice.words import words
from tests.classroom.classes import FORM, code_of, progress_of, record_of, zip_of
from tests.classroom.hostile import make
from tests.publish import learners

HERE = Path(make.__file__).parent
ROOT = HERE.parents[2]
SETS = tuple(known_sets())

with (HERE / "manifest.csv").open(encoding="utf-8", newline="") as opened:
    MANIFEST = {row["id"]: row for row in csv.DictReader(opened)}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of each submission, by its id."""
    if os.name != "posix":
        pytest.skip("Windows has no fork, by which a limit is set to what one submission may use")
    work, folder = tmp_path_factory.mktemp("work"), tmp_path_factory.mktemp("hostile")
    good = folder / "good"
    good.mkdir()
    classmates = []
    for seed, habit in enumerate((learners.careful, learners.trusting)):
        record = record_of(work, habit, seed)
        classmates.append(record.learner)
        (good / f"good-{seed}.jsonl").write_text(progress_of(record))
    pack = load_pack(FORM)
    assert pack.form
    code = encode(form_set(pack, "first", "before"), make.MISCHIEF, [ANSWERS[1 + place % 5] for place in range(8)])
    corpus = make.Corpus(pack.form.cards[0].item, code, (classmates[0], classmates[1]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile sees two members of one name, as is meant
        for name, row in MANIFEST.items():
            (folder / name).mkdir()
            make.fill(folder / name, name, row["file"], corpus)
    before = sorted(path for path in folder.rglob("*"))
    command = [sys.executable, "-m", "tests.classroom.hostile.run", str(folder)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert told.returncode == 0, told.stderr
    assert sorted(path for path in folder.rglob("*")) == before, "nothing was written beside them"
    return {one["id"]: one for one in map(json.loads, told.stdout.splitlines())}


@pytest.mark.long
@pytest.mark.parametrize("name", MANIFEST)
def test_it_is_refused_or_inert_and_nobody_else_is_touched(name: str, results: dict[str, dict[str, Any]]) -> None:
    row, told, good = MANIFEST[name], results[name], results["good"]
    assert "died" not in told, told["died"]
    assert " | ".join(dict.fromkeys(told["messages"])) == row["message"]
    assert told["extra"] == int(row["learners"])
    assert all(re.fullmatch("[0-9a-f]{10}", learner) for learner in told["learners"]), "a code that says nothing"
    assert told["of the good"] == good["of the good"]
    if not int(row["counts"]):
        assert told["figures"] == good["figures"], "not one figure of the class"
    assert told["calls"] == []
    assert told["found in the page"] == []
    assert not told["bidi"]
    assert not told["canary"]
    assert told["names"] == [], "no name of a file in what may be projected"
    assert told["json"] == good["json"]


def phrase_of(key: str) -> str:
    """The phrase under a key in words, with its places open."""
    node: Any = words()
    for part in key.split("."):
        node = node[part]
    return re.sub(r"\\\{\w+(?::.*?)?\\\}", ".+", re.escape(node))


def test_the_manifest_is_whole() -> None:
    assert len(MANIFEST) >= 120
    stored = {path.name for path in (HERE / "files").iterdir()}
    assert stored.isdisjoint(make.MADE)
    assert set(MANIFEST) == stored | set(make.MADE)
    for name, row in MANIFEST.items():
        assert row["made"] == ("committed" if name in stored else "generated")
        assert row["attacks"]
        keys = row["expected"].split(" | ")
        if keys == ["inert"]:
            assert row["message"] == ""
        else:
            messages = row["message"].split(" | ")
            assert len(keys) == len(messages)
            for key, message in zip(keys, messages, strict=True):
                assert re.fullmatch(phrase_of(key), message), f"{name}: {key}"


def test_every_reason_to_refuse_stands_in_the_corpus_or_needs_a_class() -> None:
    said = {key for row in MANIFEST.values() for key in row["expected"].split(" | ")}
    reasons = {f"collect.{key}" for key in words()["collect"] if key != "kind"}
    reasons |= {f"collect.kind.{key}" for key in words()["collect"]["kind"]}
    elsewhere = {"no_file", "closed", "no_code_in_row", "rule", "repeated", "disagreeing", "other_ending"}
    elsewhere |= {"where_file", "where_member", "where_pasted", "at_line", "at_row"}
    assert reasons - said == {f"collect.{key}" for key in elsewhere}


def test_the_page_reader_sees_what_it_is_there_for() -> None:
    from tests.classroom.hostile.run import BIDI, Page

    for page in (
        "<script>1</script>",
        "<p onclick=x>",
        "<a href='java\nscript:x'>",
        "<img src=x>",
        "<meta http-equiv=refresh content=0>",
        "<iframe srcdoc=x>",
    ):
        reader = Page()
        reader.feed(page)
        assert reader.found, page
    assert BIDI.search("a\u202eb")


MISDEEDS = {
    "open": ("open('CANARY', 'w').close()", ("open CANARY",), ""),
    "write": ("open(os.devnull, 'r+').close()", ("open /dev/null",), ""),
    "program": ("os.system('true')", ("os.system",), ""),
    "code": ("exec('1')", ("compile", "exec"), ""),
    "link": ("os.path.lexists('CANARY') or os.symlink('a', 'CANARY')", ("os.symlink",), ""),
    "memory": ("bytes(run.MEMORY)", (), "MemoryError"),
    "loop": ("[None for _ in iter(int, 1)]", (), "status"),
}


@pytest.mark.long
@pytest.mark.parametrize("name", MISDEEDS)
def test_the_process_that_reads_is_caught_at(name: str, tmp_path: Path) -> None:
    code, calls, death = MISDEEDS[name]
    (tmp_path / "good").mkdir()
    script = f"""
import json, os, sys
from pathlib import Path
from tests.classroom.hostile import run
run.SECONDS = 2
true = run.collect
def collect(*given):
    os.chdir({str(tmp_path)!r})
    {code}
    return true(*given)
run.collect = collect
print(json.dumps(run.limited(Path({str(tmp_path)!r}), Path({str(tmp_path / "good")!r}))))
"""
    told = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120)
    result = json.loads(told.stdout)
    if death:
        assert death in result["died"]
    else:
        assert set(calls) <= set(result["calls"])


# --- random submissions -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def class_of_two(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Three good hand-ins of two learners: a record, and both codes of another."""
    folder = tmp_path_factory.mktemp("class")
    one, two = record_of(folder, learners.careful, 1), record_of(folder, learners.trusting, 2)
    codes = f"{code_of(two, 'before')}\n{code_of(two, 'after')}\n"
    return {"one.jsonl": progress_of(one).encode(), "two.txt": codes.encode()}


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same of a third learner, to be damaged."""
    record = record_of(tmp_path_factory.mktemp("third"), learners.guessing, 3)
    progress = progress_of(record).encode()
    code = code_of(record, "before").encode()
    return {
        "third.jsonl": progress,
        "third.txt": b"here is my code: " + code,
        "third.csv": b"Timestamp,Name,Code\n2026-11-24,Cy," + code + b"\n",
        "third.zip": zip_of(**{"a/progress.jsonl": progress, "b/code.txt": code}),
        "third.html": b"<p>" + code.replace(b"-", b"<wbr>-"),
    }


def read(files: dict[str, bytes]) -> Collected:
    return collect_contents(files.items(), SETS)


def check(hostile: dict[str, bytes], good: dict[str, bytes]) -> None:
    """The good learners' answers are the same with something hostile beside them, and what is told is safe to show."""
    alone, beside = read(good), read({**hostile, **good})
    for learner, events in alone.learners.items():
        assert beside.learners[learner] == events
    for one in beside.rejected:
        assert re.fullmatch(
            r"(file \d+ \([\w. ]+\)|pasted text \d+)(, (entry|line|row) \d+( \([\w. ]+\))?)*", one.where
        )
        assert one.reason.endswith((".", "”."))


SETTINGS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
ENDINGS = st.sampled_from(["jsonl", "zip", "txt", "csv", "html", "json", "bin", ""])


@given(st.binary(max_size=2_000), ENDINGS)
@SETTINGS
def test_random_bytes_never_raise_and_change_nobody(
    class_of_two: dict[str, bytes], content: bytes, suffix: str
) -> None:
    check({f"random.{suffix}": content}, class_of_two)


@given(st.text(max_size=400), ENDINGS)
@SETTINGS
def test_random_text_never_raises_and_changes_nobody(class_of_two: dict[str, bytes], text: str, suffix: str) -> None:
    check({f"random.{suffix}": text.encode("utf-8", "surrogatepass")}, class_of_two)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
FIELDS = ("id", "learner", "pack", "item", "revision", "occasion", "answer", "sureness", "hints", "n", "time", "kind")


@given(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=4))
@SETTINGS
def test_any_value_in_any_field_changes_nobody(class_of_two: dict[str, bytes], fields: dict[str, object]) -> None:
    corpus = make.Corpus()
    check({"made.jsonl": corpus.record(corpus.event(**fields), corpus.event())}, class_of_two)


@pytest.mark.long
@given(
    st.sampled_from(["third.jsonl", "third.txt", "third.csv", "third.zip", "third.html"]),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6),
    st.floats(0, 1),
    st.booleans(),
)
@settings(SETTINGS, max_examples=400)
def test_a_good_file_that_was_damaged_never_raises_and_changes_nobody(
    class_of_two: dict[str, bytes],
    third: dict[str, bytes],
    name: str,
    changes: list[tuple[float, int]],
    cut: float,
    is_cut: bool,
) -> None:
    content = bytearray(third[name])
    for place, value in changes:
        content[int(place * len(content))] = value
    check({name: bytes(content[: int(cut * len(content))] if is_cut else content)}, class_of_two)


@given(st.data())
@SETTINGS
def test_zips_whose_headers_lie_never_raise_and_change_nobody(
    class_of_two: dict[str, bytes], third: dict[str, bytes], data: st.DataObject
) -> None:
    content = bytearray(third["third.zip"])
    headers = [at for sign in (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06") for at in _all(sign, bytes(content))]
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.sampled_from(headers)) + data.draw(st.integers(4, 45))
        if place < len(content):
            content[place] = data.draw(st.sampled_from([0, 1, 0x7F, 0x80, 0xFF]))
    check({"third.zip": bytes(content)}, class_of_two)


def _all(sign: bytes, content: bytes) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(sign), content)]
