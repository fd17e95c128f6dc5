"""The folder for computers without a network: the right packages for each system, and nothing of a learner's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from readtwice.authoring import offline
from readtwice.authoring.offline import PIN, SYSTEMS, OfflineError, make_folder, pins_for
from readtwice.cli import main
from readtwice.cli.main import SYSTEMS as OFFERED
from tests.notebooks import COURSE

LOCK = (COURSE / "binder/requirements.txt").read_text("utf-8")
HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"


def names(pins: str) -> set[str]:
    return {line.partition("==")[0] for line in pins.splitlines() if not line.startswith(" ")}


def nothing_fetched(lock: str, packages: Path, system: str, python: str) -> None:
    (packages / "one.whl").write_bytes(b"x" * 1_000_000)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course with things in it that must not go along; packages are not fetched."""
    monkeypatch.setattr(offline, "_fetch", nothing_fetched)
    folder = tmp_path / "course"
    for name in ("binder", "notebooks/.ipynb_checkpoints", "notebooks/my-work", "src/readtwice/__pycache__", "tests"):
        (folder / name).mkdir(parents=True)
        (folder / name / "file.txt").write_text(name)
    for name in (offline.LOCK, *offline.FILES):
        shutil.copy(COURSE / name, folder / name)
    return folder


def test_the_command_offers_the_systems_that_there_are() -> None:
    assert tuple(SYSTEMS) == OFFERED


@pytest.mark.parametrize(
    ("system", "with_these", "without_these"),
    [
        ("windows", {"pywinpty", "colorama"}, {"pexpect", "ptyprocess", "appnope"}),
        ("mac", {"pexpect", "appnope"}, {"pywinpty", "colorama"}),
        ("mac-intel", {"pexpect", "appnope"}, {"pywinpty", "colorama"}),
        ("linux", {"pexpect", "ptyprocess"}, {"pywinpty", "colorama", "appnope"}),
    ],
)
def test_each_system_gets_its_own_packages(system: str, with_these: set[str], without_these: set[str]) -> None:
    found = names(pins_for(LOCK, system, "3.12.4"))
    assert with_these <= found
    assert not without_these & found
    assert {"jupyterlab", "ipywidgets", "hatchling"} <= found


def test_some_pins_depend_on_the_release_of_one_python() -> None:
    first, last = (pins_for(LOCK, "linux", f"3.11.{release}") for release in (0, 99))
    assert first != last, "if this fails, the lock has no such pin any more and one download is enough"


@pytest.mark.parametrize("system", ["", *SYSTEMS])
def test_each_pin_keeps_all_its_hashes_and_no_marker(system: str) -> None:
    in_lock = [(Requirement(found["pin"]).name, found["hashes"]) for found in PIN.finditer(LOCK)]
    assert len(in_lock) == len(re.findall(r"^\w", LOCK, re.M)), "each line that begins a pin is read"
    for found in PIN.finditer(pins_for(LOCK, system, f"{HERE}.1")):
        assert ";" not in found["pin"]
        assert (Requirement(found["pin"]).name, found["hashes"]) in in_lock


def test_what_a_learner_opens_goes_along_and_nothing_else(course: Path, tmp_path: Path) -> None:
    made = make_folder(course, tmp_path / "stick", "windows", "3.12")
    assert (made.packages, made.megabytes) == (1, 1)
    there = {path.relative_to(tmp_path / "stick").as_posix() for path in (tmp_path / "stick").rglob("*")}
    assert {"start.py", "binder/requirements.txt", "packages/one.whl", "packages/made-for.txt"} <= there
    assert not [path for path in there if re.search(r"my-work|__pycache__|checkpoints|tests", path)]
    assert (tmp_path / "stick/packages/made-for.txt").read_text() == "windows 3.12\n"


def test_every_file_that_goes_along_exists() -> None:
    assert [name for name in (*offline.FILES, *offline.FOLDERS) if not (COURSE / name).exists()] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["stick", "--python", "3.10", "--for", "windows"], "'3.10' is no Python that the course runs on"),
        (["stick", "--python", "three", "--for", "mac"], "'three' is no Python"),
        (["stick", "--python", "3.99"], f"This computer runs Python {HERE}"),
        (["course"], "course holds something already"),
        (["stick", "--course", "nowhere"], "There is no binder/requirements.txt in nowhere"),
    ],
)
def test_one_sentence_says_what_is_wrong(
    arguments: list[str],
    told: str,
    course: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["offline", "--course", str(course), *arguments]) == 1
    err = capsys.readouterr().err
    assert told in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "stick").exists()


def test_a_download_that_fails_leaves_no_half_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "", "WARNING: x\nERROR: No matching distribution found for y\n")

    monkeypatch.setattr(offline.subprocess, "run", failing)
    with pytest.raises(OfflineError, match=r"could not be fetched\. No matching distribution found for y"):
        make_folder(COURSE, tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (shutil.Error([("a", "b", "no")]), "not every file could be copied"),
    ],
)
def test_a_disk_that_is_full_is_told_and_leaves_no_half_folder(
    error: OSError,
    why: str,
    course: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(offline.shutil, "copytree", failing)
    monkeypatch.chdir(tmp_path)
    assert main(["offline", "--course", str(course), "stick"]) == 1
    assert capsys.readouterr().err == f"stick cannot be made ({why}). Check the folder and the room on the disk.\n"
    assert not (tmp_path / "stick").exists()


def test_a_folder_below_a_file_cannot_be_made_and_the_file_stays(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert main(["offline", "--course", str(course), str(tmp_path / "file/stick")]) == 1
    assert "cannot be made (Not a directory)" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("unshare") is None, reason="there is no unshare here to take the network away")
def test_the_folder_sets_up_and_runs_a_lesson_without_a_network(tmp_path: Path) -> None:
    """What notebooks/teacher/running.md promises: copied elsewhere, with a space in its path, and no network at all."""
    make_folder(COURSE, tmp_path / "made")
    laptop = shutil.copytree(tmp_path / "made", tmp_path / "school laptop")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP"))}
    away = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"])]

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        environment = clean | {"HOME": str(tmp_path), "PIP_CONFIG_FILE": os.devnull}
        return subprocess.run(
            [*away, "sh", "-c", 'ip link set lo up 2> /dev/null; exec "$@"', "sh", *command],
            cwd=laptop,
            env=environment,
            capture_output=True,
            text=True,
            timeout=500,
        )

    done = run(sys.executable, "start.py", "--set-up")
    assert (done.returncode, done.stderr) == (0, "")
    python = str(laptop / ".venv/bin/python")
    lesson = "notebooks/01_contradictions.ipynb"
    assert f"{lesson}: no change" in run(python, "-m", "readtwice.cli", "run", lesson).stdout
    assert run(sys.executable, "start.py", "--version").stdout.split()[-1].startswith("4.")


@pytest.mark.slow
@pytest.mark.parametrize(("system", "python"), [("windows", "3.11"), ("mac", "3.13")])
def test_nothing_is_missing_in_a_folder_for_another_system(system: str, python: str, tmp_path: Path) -> None:
    """Nobody has started it there yet; but what each package asks for there is in the folder."""
    make_folder(COURSE, tmp_path / "stick", system, python)
    described = [Parser().parsestr(metadata(wheel)) for wheel in (tmp_path / "stick/packages").glob("*.whl")]
    there: dict[str, list[str]] = {}
    for one in described:
        there.setdefault(canonicalize_name(one["Name"]), []).append(one["Version"])
    environment = {key: str(value) for key, value in default_environment().items()} | SYSTEMS[system][1]
    environment |= {"python_version": python, "python_full_version": f"{python}.9", "extra": ""}
    asked = {(one["Name"], wanted) for one in described for wanted in one.get_all("Requires-Dist") or []}
    assert len(asked) > 100
    for name, wanted in sorted(asked):
        requirement = Requirement(wanted)
        if requirement.marker is None or requirement.marker.evaluate(environment):
            versions = there.get(canonicalize_name(requirement.name), [])
            assert any(requirement.specifier.contains(version) for version in versions), f"{name} asks for {wanted}"


def metadata(wheel: Path) -> str:
    """What a package says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        return archive.read(name).decode()
