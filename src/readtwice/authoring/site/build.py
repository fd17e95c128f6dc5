"""The course as a folder of static files, for any web host or none: pages to read, and the same lessons running."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from readtwice.authoring.site import app, pages, wheels
from readtwice.authoring.site.parts import WHEELS, SiteError, fetch_pyodide, fetch_wheels
from readtwice.words import say

OF_THE_KERNEL = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
KERNEL_WHEELS = ("ipykernel-6*.whl", "pyodide_kernel-*.whl")
WORKER = "service-worker.js"
MARK = "jupyter-lite.json"
"""What shows that a folder holds a site, which a new one may replace."""

FETCHED_AHEAD = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


@dataclass(frozen=True, slots=True)
class Made:
    """What was built: how many files, and the size of all in megabytes (10⁶ bytes)."""

    files: int
    megabytes: int


def make_site(course: Path, target: Path, cache: Path | None = None) -> Made:
    """Build the site of a checkout `course` in the folder `target`, which is replaced as a whole or not at all.

    What has to be fetched is kept in `cache` (by default beside the target). Raises SiteError.
    """
    course, target = course.resolve(), target.resolve()
    if not (course / WHEELS).is_file():
        raise SiteError(say("error.site.no_course", file=WHEELS, folder=course))
    if target.exists() and not (target / MARK).is_file():
        raise SiteError(say("error.site.something_else", folder=target))
    cache = (cache or target.parent / "site-parts").resolve()
    for needed in (cache, target.parent):
        needed.mkdir(parents=True, exist_ok=True)
    pyodide, fetched = fetch_pyodide(course, cache), fetch_wheels(course, cache)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:  # a folder moves within one disk only
        work, made = Path(folder), Path(folder) / "site"
        kernel = Path(sys.prefix) / OF_THE_KERNEL
        fetched += [path for pattern in KERNEL_WHEELS for path in kernel.glob(pattern)]
        fetched.append(_own_wheel(course, work))
        at_start = wheels.make(pyodide, fetched, work / "pyodide", cache)
        (work / "lite").mkdir()
        app.make(course, made, work / "lite", [one.name for one in at_start])
        (work / "pyodide").rename(made / "pyodide")
        ahead = [f"pyodide/{name}" for name in (*FETCHED_AHEAD, *(one.file for one in at_start))]
        pages.make(course, made, _megabytes(made), ahead)
        pages.lead_away(course, made)
        _write_worker(made)
        shutil.rmtree(target, ignore_errors=True)
        made.rename(target)
    return Made(len(list(_files(target))), _megabytes(target))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _megabytes(folder: Path) -> int:
    return round(sum(path.stat().st_size for path in _files(folder)) / 1_000_000)


def _write_worker(site: Path) -> None:
    """The service worker, told which files there are. Its version changes whenever one of them does."""
    (site / WORKER).unlink()
    names = [path.relative_to(site).as_posix() for path in _files(site)]
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode() + hashlib.sha256((site / name).read_bytes()).digest())
    text = (resources.files(__package__) / "static" / WORKER).read_text("utf-8")
    kept = [name for name in names if name != "start.py"]
    text = text.replace("{{ version }}", digest.hexdigest()[:16]).replace('["{{ files }}"]', json.dumps(kept))
    (site / WORKER).write_text(text, "utf-8")


def _own_wheel(course: Path, work: Path) -> Path:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--wheel-dir", str(work), str(course)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = list(work.glob("readtwice-*.whl"))
    if done.returncode or not found:
        raise SiteError(say("error.site.no_package", reason=done.stderr.strip()[-300:]))
    return found[0]
