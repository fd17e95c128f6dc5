"""What the site is made of and others made: fetched once by the ordinary clients, and compared with pinned hashes."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from readtwice.words import say

PYODIDE = "binder/pyodide.txt"
WHEELS = "binder/requirements-pyodide.txt"
OF_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
"""Whose wheels are taken where a package has no pure one: their Python files are the same everywhere."""

PYTHON = "3.14"
"""The Python of the pinned Pyodide."""


class SiteError(ValueError):
    """The site cannot be made; the message is one sentence that says what to do."""


def fetch_pyodide(course: Path, cache: Path) -> Path:
    """The folder below `cache` with the pinned Pyodide, fetched by npm where it is not there. Raises SiteError."""
    lock = (course / PYODIDE).read_text("utf-8")
    found = re.search(r"^pyodide==(\S+) \\\n    --hash=sha256:([0-9a-f]{64})$", lock, re.M)
    if not found:
        raise SiteError(say("error.site.no_pyodide", file=PYODIDE))
    version, digest = found.groups()
    folder = cache / f"pyodide-{version}-{digest[:12]}"
    if folder.is_dir():
        return folder
    npm = shutil.which("npm")
    if npm is None:
        raise SiteError(say("error.site.no_npm"))
    with tempfile.TemporaryDirectory(dir=cache) as name:
        done = subprocess.run(
            [npm, "pack", "--silent", f"pyodide@{version}"], cwd=name, capture_output=True, text=True, check=False
        )
        archive = Path(name) / f"pyodide-{version}.tgz"
        if done.returncode or not archive.is_file():
            raise SiteError(say("error.site.not_fetched", version=version, reason=done.stderr.strip()[-200:]))
        if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
            raise SiteError(say("error.site.another_pyodide", version=version, file=PYODIDE))
        made = Path(name) / "made"
        made.mkdir()
        with tarfile.open(archive) as tar:
            for part in OF_PYODIDE:
                content = tar.extractfile(f"package/{part}")
                if content is None:
                    raise SiteError(say("error.site.no_part", version=version, part=part, file=PYODIDE))
                (made / part).write_bytes(content.read())
        _keep(made, folder)
    return folder


def fetch_wheels(course: Path, cache: Path) -> list[Path]:
    """The pinned wheels, fetched by pip where they are not below `cache`, by name. Raises SiteError."""
    lock = course / WHEELS
    folder = cache / f"wheels-{hashlib.sha256(lock.read_bytes()).hexdigest()[:12]}"
    if not folder.is_dir():
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
        command += ["--require-hashes", "--no-deps", "--only-binary=:all:", "--implementation=cp"]
        command += [f"--python-version={PYTHON}", *(f"--platform={name}" for name in PLATFORMS)]
        with tempfile.TemporaryDirectory(dir=cache) as name:
            made = Path(name) / "made"
            command += ["--dest", str(made), "--requirement", str(lock)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                why = next((line for line in reversed(done.stderr.splitlines()) if "ERROR" in line), "No reason given.")
                raise SiteError(say("error.site.no_packages", reason=why.removeprefix("ERROR: ")))
            _keep(made, folder)
    return sorted(folder.glob("*.whl"))


def _keep(made: Path, folder: Path) -> None:
    """Put a whole folder where it is looked for. Another build may have been quicker with the same."""
    try:
        made.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
