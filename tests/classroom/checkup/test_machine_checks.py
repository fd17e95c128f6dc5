"""Each check of the doctor in a world in which it fails, and its line says so; and this machine, where all is well."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from readtwice.classroom.checkup import machine_checks
from readtwice.classroom.checkup.finding import STATES, Finding, broken, look, ok, summary, worst_first
from readtwice.classroom.checkup.machine_checks import (
    CHECKS,
    EXTENSIONS,
    check_clock,
    check_dictionary,
    check_disk,
    check_extensions,
    check_files,
    check_lock,
    check_memory,
    check_packs,
    check_saving,
    check_versions,
    examine,
    run_check,
)
from readtwice.record.files import course_folder
from readtwice.words import say, words
from tests.notebooks import COURSE
from tests.specimens import FORM, PACKS, copy_of


@pytest.fixture(autouse=True)
def in_the_course(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(COURSE / "notebooks")


@pytest.mark.long
def test_on_this_machine_nothing_is_broken_and_every_check_has_its_say() -> None:
    findings = examine()
    assert {one.check for one in findings} == set(CHECKS)
    assert [one.line for one in findings if one.state == "broken"] == []
    assert all(one.found for one in findings)


# --- texts and cards


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder with one sound, compiled pack."""
    copy_of(PACKS / "form-b", tmp_path)
    return tmp_path


def test_sound_packs_are_counted(packs: Path) -> None:
    assert check_packs(packs) == ok("packs", say("doctor.packs.fine", count=1))


@pytest.mark.parametrize("content", ["", "{", '{"format": 99}', "[]", "\x00"])
def test_a_damaged_pack_is_named(packs: Path, content: str) -> None:
    (packs / "form-b" / "pack.json").write_text(content)
    finding = check_packs(packs)
    assert finding.state == "broken"
    assert finding.found == say("doctor.packs.damaged", names="form-b")


def test_a_pack_that_was_never_compiled_is_damaged(packs: Path) -> None:
    copy_of(FORM, packs)
    assert check_packs(packs).found == say("doctor.packs.damaged", names="two-stories")


def test_a_pack_changed_and_not_compiled_is_stale(packs: Path) -> None:
    items = packs / "form-b" / "items" / "00" / "form.yaml"
    items.write_text(items.read_text("utf-8").replace("topic: ", "topic: once more, ", 1), "utf-8")
    finding = check_packs(packs)
    assert (finding.state, finding.found) == ("look", say("doctor.packs.stale", names="form-b"))
    assert "readtwice check --write" in finding.remedy


def test_no_packs_at_all_is_no_success(tmp_path: Path) -> None:
    assert check_packs(tmp_path).state == "broken"


# --- notebooks and practice sheets


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for folder in ("notebooks", "exercises", "solutions"):
        shutil.copytree(COURSE / folder, tmp_path / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    return tmp_path


def test_a_whole_course_is_counted(course: Path) -> None:
    finding = check_files(course)
    assert finding.state == "ok"
    assert str(len(list(course.glob("exercises/*/*.ipynb")))) in finding.found


def test_the_course_is_found_from_a_folder_inside_it(course: Path) -> None:
    assert course_folder(course / "exercises" / "01_contradictions") == course.resolve()


def test_elsewhere_it_says_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    finding = check_files()
    assert (finding.state, finding.found) == ("broken", say("doctor.files.nowhere"))


@pytest.mark.parametrize("content", [b"", b"{", b'{"cells": []}', b"\xff\xfe", b"[1]"])
def test_half_a_download_is_named(course: Path, content: bytes) -> None:
    (course / "notebooks" / "08_after.ipynb").write_bytes(content)
    assert check_files(course).found == say("doctor.files.torn", names="notebooks/08_after.ipynb")


def test_a_missing_sheet_is_named(course: Path) -> None:
    (course / "exercises" / "01_contradictions" / "practice.ipynb").unlink()
    finding = check_files(course)
    assert finding == look(
        "files", say("doctor.files.missing", names="01_contradictions/practice.ipynb"), say("doctor.files.again")
    )


def test_a_long_list_is_cut_short(course: Path) -> None:
    shutil.rmtree(course / "exercises")
    missing = len(list(course.glob("solutions/*/*.ipynb")))
    assert check_files(course).found.endswith(say("doctor.more", count=missing - machine_checks.MANY) + ".")
    shutil.rmtree(course / "solutions")
    assert check_files(course).found == say("doctor.files.no_sheets")


# --- JupyterLab

THERE: dict[str, dict[str, Any]] = {name: {} for name in EXTENSIONS}


def test_both_extensions_are_looked_for() -> None:
    assert check_extensions(THERE, []).state == "ok"


@pytest.mark.parametrize(("name", "package"), EXTENSIONS.items())
def test_a_missing_extension_is_named_by_its_package(name: str, package: str) -> None:
    finding = check_extensions({other: {} for other in EXTENSIONS if other != name}, [])
    assert finding.state == "broken"
    assert finding.remedy == say("doctor.extensions.install", names=package)


@pytest.mark.parametrize("how", ["{}", "{}:plugin"])
@pytest.mark.parametrize(("name", "package"), EXTENSIONS.items())
def test_an_extension_that_is_switched_off_is_named(name: str, package: str, how: str) -> None:
    finding = check_extensions(THERE, ["something-else", how.format(name)])
    assert (finding.state, finding.found) == ("broken", say("doctor.extensions.off", names=package))


def test_a_kernel_apart_from_its_server_sends_the_teacher_to_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jupyterlab_server.config", None)
    finding = check_extensions()
    assert (finding.state, finding.remedy) == ("look", say("doctor.extensions.see_page"))


# --- saving, disk, memory


def test_saving_is_tried_and_leaves_nothing(tmp_path: Path) -> None:
    assert check_saving(tmp_path).found == say("doctor.saving.fine", folder=tmp_path.name)
    assert list(tmp_path.iterdir()) == []
    assert check_saving(tmp_path / "my-work").found == say("doctor.saving.made", folder="my-work")
    assert not (tmp_path / "my-work").exists()


def test_a_server_that_forgets_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READTWICE_TEMPORARY", "1")
    assert check_saving(tmp_path).found == say("doctor.saving.forgets", folder=tmp_path.name)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        finding = check_saving(tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert finding.state == "broken"
    assert os.strerror(errno.EACCES) in finding.found


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "my-work").touch()
    finding = check_saving(tmp_path / "my-work")
    assert (finding.state, finding.remedy) == ("broken", say("doctor.saving.open"))


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    finding = check_saving(tmp_path)
    assert finding.state == "broken"
    assert finding.found == say("doctor.saving.closed", folder=tmp_path.name, why=os.strerror(code))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("free", "state", "shown"),
    [
        (0, "broken", "0 MB"),
        (4_000_000, "broken", "4 MB"),
        (50_000_000, "look", "50 MB"),
        (2_500_000_000, "ok", "2.5 GB"),
    ],
)
def test_room_on_the_disk(tmp_path: Path, free: int, state: str, shown: str) -> None:
    finding = check_disk(tmp_path / "not" / "yet", lambda _path: free)
    assert (finding.state, finding.found) == (state, say("doctor.disk.left", size=shown))
    assert bool(finding.remedy) == (state != "ok")


@pytest.mark.parametrize(("left", "state"), [(10_000_000, "broken"), (200_000_000, "look"), (900_000_000, "ok")])
def test_memory(left: int, state: str) -> None:
    finding = check_memory(95_000_000, left)
    assert (finding.state, "95 MB" in finding.found) == (state, True)


def test_memory_here_is_real_and_keeps_to_the_limit_of_a_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEM_LIMIT", raising=False)
    used, left = machine_checks._memory()
    assert used > 10_000_000
    assert left > 0
    monkeypatch.setenv("MEM_LIMIT", "1000")
    assert machine_checks._memory()[1] == 0
    assert check_memory().state == "broken"


# --- dictionary


def shadowed(folder: Path, **modules: str) -> list[str]:
    """A search path on which some packages are others than they should be."""
    for name, code in modules.items():
        (folder / f"{name}.py").write_text(code)
    return [str(folder), *sys.path]


@pytest.mark.long
def test_a_missing_dictionary(tmp_path: Path) -> None:
    finding = check_dictionary(shadowed(tmp_path, pyphen="raise ImportError"))
    assert (finding.state, finding.found) == ("look", say("doctor.dictionary.missing"))


@pytest.mark.long
def test_a_dictionary_without_a_word_in_it(tmp_path: Path) -> None:
    code = "class Pyphen:\n    def __init__(self, *a, **k): pass\n    def positions(self, word): return []\n"
    code += "    def inserted(self, word, *a): return word\nLANGUAGES = {}\ndef language_fallback(one): return one\n"
    assert check_dictionary(shadowed(tmp_path, pyphen=code)).found == say("doctor.dictionary.missing")


@pytest.mark.long
def test_shipped_counts_that_are_empty_are_missed(tmp_path: Path) -> None:
    code = "def all_counted(): return {}\n"
    place = tmp_path / "sitecustomize.py"
    place.write_text(
        f"import sys, types\nmade = types.ModuleType('readtwice.reading.syllables')\nexec({code!r}, "
        "made.__dict__)\nsys.modules['readtwice.reading.syllables'] = made\n"
    )
    assert check_dictionary([str(tmp_path), *sys.path]).found == say("doctor.dictionary.missing")


def test_a_dictionary_that_asks_the_network_is_caught_and_gets_none(tmp_path: Path) -> None:
    code = "import socket\ntry:\n    socket.create_connection(('192.0.2.1', 9), timeout=1)\n"
    code += "except OSError:\n    raise SystemExit"
    finding = check_dictionary(shadowed(tmp_path, textstat=code))
    assert (finding.state, finding.found) == ("look", say("doctor.dictionary.network"))


def test_no_process_of_its_own_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    finding = check_dictionary()
    assert (finding.state, finding.found) == ("look", say("doctor.dictionary.not_tried", why="FileNotFoundError"))


# --- versions


def versions(**known: str) -> machine_checks.Version:
    def installed(name: str) -> str:
        if name not in known:
            raise PackageNotFoundError(name)
        return known[name]

    return installed


@pytest.mark.parametrize(
    ("needed", "have", "state"),
    [
        ("ipywidgets>=8.1,<9", "7.7.5", "broken"),
        ("anywidget>=0.11,<0.12", "", "broken"),
        ("jupyterlab>=4.6,<5", "4.2.0", "look"),
        ("nbval>=0.11", "", "look"),
        ("pyyaml>=6", "6.0.2", "ok"),
        ("pywin32>=300; sys_platform == 'nowhere'", "", "ok"),
    ],
)
def test_a_version_that_does_not_fit_is_named(needed: str, have: str, state: str) -> None:
    name = needed.partition(">")[0]
    finding = check_versions([needed], versions(**({name: have} if have else {})))
    assert finding.state == state
    if state != "ok":
        assert f"{name} is {have or say('doctor.versions.none')}, needed is" in finding.found
    assert bool(finding.remedy) == (state != "ok")


def test_an_old_python_is_named_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_checks, "OLDEST_PYTHON", (99, 0))
    assert check_versions([]).state == "broken"
    assert check_versions([]).found.startswith("Python is ")


def test_a_course_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str) -> list[str]:
        raise PackageNotFoundError

    monkeypatch.setattr(machine_checks, "requires", nothing)
    assert check_versions().found == say("doctor.versions.not_installed")


LOCK = """# Every package
altair==6.3.0 \\
    --hash=sha256:00
appnope==1.0.0 ; sys_platform == 'nowhere' \\
    --hash=sha256:00
zipp==3.1
"""


def test_what_differs_from_the_lock_is_named(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(LOCK)
    assert check_lock(lock, versions(altair="6.3.0", zipp="3.1")) == ok("lock", say("doctor.lock.fine", count=2))
    finding = check_lock(lock, versions(altair="6.2.0"))
    assert finding.state == "look"
    names = "altair is 6.2.0, tested is 6.3.0, zipp is not installed, tested is 3.1"
    assert finding.found == say("doctor.lock.differ", count=2, of=2, names=names)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\xfa", b"nothing pinned here"])
def test_without_a_lock_it_says_so(tmp_path: Path, content: bytes | None) -> None:
    lock = tmp_path / "requirements.txt"
    if content is not None:
        lock.write_bytes(content)
    assert check_lock(lock) == look("lock", say("doctor.lock.nowhere"), say("doctor.lock.see_versions"))


# --- clock


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (datetime(2026, 11, 27, 9, tzinfo=UTC), "ok"),
        (datetime(2026, 11, 27, 9, tzinfo=timezone(timedelta(hours=5, minutes=45))), "ok"),
        (datetime(1970, 1, 1, tzinfo=UTC), "look"),
        (datetime(2099, 1, 1, tzinfo=UTC), "look"),
        (datetime(2026, 11, 27, tzinfo=timezone(timedelta(hours=20))), "look"),
        (datetime(2026, 11, 27, tzinfo=timezone(timedelta(minutes=7))), "look"),
    ],
)
def test_a_clock_that_cannot_be_right(now: datetime, state: str) -> None:
    finding = check_clock(now)
    assert finding.state == state
    assert f"{now:%Y-%m-%d}" in finding.found


# --- all of it


def test_a_check_that_fails_itself_is_a_line_and_stops_nothing() -> None:
    def fails() -> Finding:
        raise RecursionError

    findings = examine({"clock": lambda: ok("clock", "fine"), "disk": fails})
    assert [one.check for one in findings] == ["disk", "clock"]
    assert findings[0].found == say("doctor.failed", why="RecursionError")


def test_the_worst_stands_first_and_equals_keep_their_order() -> None:
    findings = [ok("a", ""), look("b", "", ""), broken("c", "", ""), look("d", "", "")]
    assert [one.check for one in worst_first(findings)] == ["c", "b", "d", "a"]
    assert summary(findings) == say("doctor.sum.broken", count=1)
    assert summary(findings[:2]) == say("doctor.sum.look", count=1)
    assert summary(findings[:1]) == say("doctor.sum.ok")
    assert tuple(words()["doctor"]["state"]) == STATES


def test_a_line_says_what_was_checked_how_it_is_and_what_to_do() -> None:
    line = run_check("x", {"x": lambda: broken("saving", "It is closed.", "Do: open it.")}).line
    assert line == "Does not work · Saving answers: It is closed. Do: open it."


def test_every_check_has_its_name_among_the_words() -> None:
    assert set(CHECKS) <= set(words()["doctor"]["check"])


def test_temporary_files_of_the_system_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    examine({name: check for name, check in CHECKS.items() if name not in ("packs", "dictionary")})
    assert list(tmp_path.iterdir()) == []
