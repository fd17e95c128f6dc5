"""The course as a folder for computers without a network: what a learner opens, and all packages as wheels.

Whoever gets the folder starts `start.py` in it. Packages may be fetched for another system than this one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

from readtwice.words import say

FOLDERS = ("binder", "docs", "exercises", "notebooks", "solutions", "src")
FILES = ("start.py", "pyproject.toml", "README.md", "CONTRIBUTING.md", "CORRECTIONS.md", "LICENSE", "LICENSE-CONTENT")
LEFT_OUT = ("__pycache__", ".ipynb_checkpoints", "my-work", "*.egg-info")
LOCK = "binder/requirements.txt"
PACKAGES = "packages"
MADE_FOR = "made-for.txt"
"""In the folder of packages: the system and the Python that they are for."""

SYSTEMS = {
    "windows": ("win_amd64", {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"}),
    "mac": ("macosx_11_0_arm64", {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"}),
    "mac-intel": ("macosx_11_0_x86_64", {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"}),
    "linux": ("manylinux_2_28_x86_64", {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"}),
}
"""For each system that can be asked for: the platform as pip calls it, and what the markers of the lock ask about."""

MANYLINUX = ("manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_5_x86_64", "manylinux1_x86_64")
PIN = re.compile(r"^(?P<pin>[^\s#][^\\\n]*?)\s*\\\n(?P<hashes>(?:    --hash=\S+(?: \\)?\n)+)", re.M)


class OfflineError(ValueError):
    """The folder cannot be made; the message is one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was put in the folder: how many packages, and the size of all in megabytes (10⁶ bytes)."""

    packages: int
    megabytes: int


def make_folder(course: Path, target: Path, system: str = "", python: str = "") -> Made:
    """Copy the course to `target` and fetch its packages, for this computer or for a `system` of SYSTEMS.

    `python` is a version such as 3.12; by default the one that runs this. Raises OfflineError; a target that holds
    something is left as it is.
    """
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if python and python != here and not system:
        raise OfflineError(say("error.authoring.other_python_needs_system", here=here))
    python = python or here
    if not re.fullmatch(r"3\.\d+", python) or int(python[2:]) < 11:
        raise OfflineError(say("error.authoring.no_such_python", python=python))
    if not (course / LOCK).is_file():
        raise OfflineError(say("error.authoring.no_lock", lock=LOCK, course=course))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OfflineError(say("error.authoring.folder_not_empty", target=target))
    packages = target / PACKAGES
    try:
        packages.mkdir(parents=True)
        _fetch((course / LOCK).read_text("utf-8"), packages, system, python)
        _copy(course, target)
        (packages / MADE_FOR).write_text(f"{system or sys.platform} {python}\n", "utf-8")
        size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
        return Made(len(list(packages.iterdir())) - 1, round(size / 1_000_000))
    except BaseException as error:  # whatever stops it, half a folder would look like a whole one
        shutil.rmtree(target, ignore_errors=True)
        if isinstance(error, OSError):
            why = error.strerror or say("error.authoring.not_all_copied")
            raise OfflineError(say("error.authoring.cannot_make_folder", target=target, why=why)) from None
        raise


def _copy(course: Path, target: Path) -> None:
    for name in FOLDERS:
        if (course / name).is_dir():
            shutil.copytree(course / name, target / name, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for name in FILES:
        shutil.copy2(course / name, target / name)


def pins_for(lock: str, system: str, python: str) -> str:
    """The lock without markers, for one system and Python such as 3.12.4. pip would ask them about this computer."""
    environment = {key: str(value) for key, value in default_environment().items()}
    environment |= {"python_version": python.rpartition(".")[0], "python_full_version": python}
    environment |= SYSTEMS[system][1] if system else {}
    kept = []
    for found in PIN.finditer(lock):
        requirement = Requirement(found["pin"])
        if requirement.marker is None or requirement.marker.evaluate(environment):
            requirement.marker = None
            kept.append(f"{requirement} \\\n{found['hashes']}")
    return "".join(kept)


def _fetch(lock: str, packages: Path, system: str, python: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--require-hashes"]
    command += ["--only-binary=:all:", "--no-deps", "--dest", str(packages)]
    if system:
        platforms = [SYSTEMS[system][0], *(MANYLINUX if system == "linux" else ())]
        command += [f"--platform={name}" for name in platforms]
        command += ["--implementation=cp"]
    # Some pins differ between the first and the last releases of one Python, and nobody knows which one a school has.
    wanted = {pins_for(lock, system, release): release for release in (f"{python}.0", f"{python}.99")}
    for text, release in wanted.items():
        asked = [*command, f"--python-version={release}"] if system else command
        with tempfile.TemporaryDirectory() as folder:
            pins = Path(folder) / "pins.txt"
            pins.write_text(text, "utf-8")
            done = subprocess.run([*asked, "--requirement", str(pins)], capture_output=True, text=True, check=False)
        if done.returncode:
            last = next(
                (line for line in reversed(done.stderr.splitlines()) if "ERROR" in line),
                say("error.authoring.pip_gave_no_reason"),
            )
            raise OfflineError(say("error.authoring.packages_not_fetched", last=last.removeprefix("ERROR: ")))
