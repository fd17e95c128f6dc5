"""What a lesson needs of the machine that it runs on, one check each, without a browser.

The doctor lives in the classroom, and not with the authors, because it is a teacher who asks it, in minute five of a
lesson; and it needs nothing of the authors' room: the pack room itself knows whether a compiled pack is current.

No network is asked and nothing is left behind. Each check takes what it looks at as arguments, so that a test can
hand it a world in which something is wrong.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

import readtwice
from readtwice.activities import read_pack
from readtwice.classroom.checkup.finding import Finding, broken, look, ok, worst_first
from readtwice.pack import PackError
from readtwice.pack.compiled import compiled, from_json
from readtwice.reading.readability import readability
from readtwice.record import record_folder
from readtwice.record.files import course_folder
from readtwice.words import number, say

OLDEST_PYTHON = (3, 11)
IN_EVERY_KERNEL = ("ipywidgets", "anywidget")
"""Without one of these nothing can be clicked. Others may be missing where a server and its kernels live apart."""

SHOWN = ("jupyterlab", "notebook", "ipywidgets", "anywidget")
EXTENSIONS = {"@jupyter-widgets/jupyterlab-manager": "jupyterlab_widgets", "anywidget": "anywidget"}
"""What JupyterLab needs to show a widget, and the package that brings it."""

MANY = 5
"""So many names are listed before "and so on"."""

MEGABYTE = 1_000_000
LITTLE_DISK, NO_DISK = 100 * MEGABYTE, 5 * MEGABYTE
LITTLE_MEMORY, NO_MEMORY = 300 * MEGABYTE, 80 * MEGABYTE
"""A kernel with the course takes about 80 MB."""

WRITTEN, OUTLIVED = 2026, 2056
"""Years between which a clock is believed."""

CHILD_TIMEOUT = 60  # seconds

_SAMPLE = "The minister visited the capital on Tuesday. Reporters asked about money for the army."
_SAMPLE_COUNTS = [14, 26]
"""Words and syllables of it; some words are counted by the shipped counts, some by hyphenation."""
_NETWORK_ASKED = "readtwice-doctor: the network was asked"
_DICTIONARY = f"""
import sys
def guard(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        print({_NETWORK_ASKED!r}, file=sys.stderr)
        raise OSError("there is no network")
sys.addaudithook(guard)
from readtwice.reading.readability import readability
found = readability({_SAMPLE!r})
print(found.words, found.syllables)
"""

_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)\s*(?:;([^\\]+))?", re.MULTILINE)

Version = Callable[[str], str]
"""The installed version of a package. Raises PackageNotFoundError."""


def check_packs(folder: Path | None = None) -> Finding:
    """Whether every text and its cards load, and are compiled from what stands beside them."""
    home = folder or Path(readtwice.__file__).parent / "packs"
    packs = sorted({path.parent for name in ("article.md", "pack.json") for path in home.glob(f"*/{name}")})
    damaged, stale = [], []
    for pack in packs:
        try:
            text = (pack / "pack.json").read_text(encoding="utf-8")
            from_json(text, pack.name)
        except (OSError, UnicodeDecodeError, PackError):
            damaged.append(pack.name)
            continue
        source, problems = read_pack(pack)
        if source is None or problems or compiled(source) != text:
            stale.append(pack.name)
    if damaged or not packs:
        return broken("packs", say("doctor.packs.damaged", names=_list(damaged) or "packs"), say("doctor.packs.again"))
    if stale:
        return look("packs", say("doctor.packs.stale", names=_list(stale)), say("doctor.packs.compile"))
    return ok("packs", say("doctor.packs.fine", count=len(packs)))


def check_files(folder: Path | None = None) -> Finding:
    """Whether notebooks and practice sheets are there, each whole, and a sheet for each solution."""
    course = folder or course_folder()
    if course is None:
        return broken("files", say("doctor.files.nowhere"), say("doctor.files.go"))
    notebooks = _notebooks(course / "notebooks")
    sheets, solutions = _notebooks(course / "exercises"), _notebooks(course / "solutions")
    torn = [path for path in (*notebooks, *sheets) if not _is_notebook(path)]
    if not notebooks or torn:
        names = _list(path.relative_to(course).as_posix() for path in torn)
        return broken("files", say("doctor.files.torn", names=names or "notebooks"), say("doctor.files.again"))
    have = {path.relative_to(course / "exercises") for path in sheets}
    wanted = {path.relative_to(course / "solutions") for path in solutions}
    if missing := sorted(wanted - have):
        names = _list(path.as_posix() for path in missing)
        return look("files", say("doctor.files.missing", names=names), say("doctor.files.again"))
    if not have:
        return look("files", say("doctor.files.no_sheets"), say("doctor.files.again"))
    return ok("files", say("doctor.files.fine", notebooks=len(notebooks), sheets=len(sheets)))


def _notebooks(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def _is_notebook(path: Path) -> bool:
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(document, dict) and bool(document.get("cells"))


def check_extensions(
    installed: Mapping[str, Mapping[str, Any]] | None = None, disabled: Iterable[str] | None = None
) -> Finding:
    """Whether JupyterLab has what shows a widget, and has it switched on."""
    if installed is None or disabled is None:
        try:
            from jupyter_core.paths import jupyter_path
            from jupyterlab_server.config import get_federated_extensions, get_page_config
        except ImportError:  # kernels that live apart from their server
            return look("extensions", say("doctor.extensions.apart"), say("doctor.extensions.see_page"))
        paths = jupyter_path("labextensions")
        settings = os.path.join(sys.prefix, "share", "jupyter", "lab", "settings")
        installed = get_federated_extensions(paths)
        disabled = get_page_config(paths, settings).get("disabledExtensions", ())
    missing = [package for name, package in EXTENSIONS.items() if name not in installed]
    off = [
        package
        for name, package in EXTENSIONS.items()
        if any(one == name or one.startswith(f"{name}:") for one in disabled)
    ]
    if missing:
        remedy = say("doctor.extensions.install", names=" ".join(missing))
        return broken("extensions", say("doctor.extensions.missing", names=_list(missing)), remedy)
    if off:
        return broken("extensions", say("doctor.extensions.off", names=_list(off)), say("doctor.extensions.switch_on"))
    return ok("extensions", say("doctor.extensions.fine"))


def check_saving(folder: Path | None = None) -> Finding:
    """Whether answers can be written where they are saved. Tries it with a file that goes at once."""
    folder = folder or record_folder()
    there = next(one for one in (folder, *folder.absolute().parents) if os.path.lexists(one))
    try:
        with tempfile.NamedTemporaryFile(dir=there, prefix=".readtwice-") as probe:  # in a browser none is without name
            probe.write(b"readtwice" * 500)
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        found = say("doctor.saving.closed", folder=folder.name, why=error.strerror or type(error).__name__)
        return broken("saving", found, say("doctor.saving.open"))
    if os.environ.get("READTWICE_TEMPORARY"):
        return ok("saving", say("doctor.saving.forgets", folder=folder.name))
    if os.environ.get("READTWICE_SITE"):
        return ok("saving", say("doctor.saving.browser"))
    return ok("saving", say("doctor.saving.fine" if there == folder else "doctor.saving.made", folder=folder.name))


def check_disk(folder: Path | None = None, free: Callable[[Path], int] | None = None) -> Finding:
    """How much room is left where answers are saved. `free` gives bytes."""
    folder = folder or record_folder()
    there = next(one for one in (folder, *folder.absolute().parents) if os.path.isdir(one))
    left = (free or (lambda path: shutil.disk_usage(path).free))(there)
    found = say("doctor.disk.left", size=_size(left))
    if left < NO_DISK:
        return broken("disk", found, say("doctor.disk.make_room"))
    return look("disk", found, say("doctor.disk.make_room")) if left < LITTLE_DISK else ok("disk", found)


def check_memory(used: int | None = None, left: int | None = None) -> Finding:
    """How much memory this process takes and how much is left for the others. Both in bytes."""
    if used is None or left is None:
        used, left = _memory()
    found = say("doctor.memory.left", used=_size(used), left=_size(left))
    if left < NO_MEMORY:
        return broken("memory", found, say("doctor.memory.close"))
    return look("memory", found, say("doctor.memory.close")) if left < LITTLE_MEMORY else ok("memory", found)


def _memory() -> tuple[int, int]:
    """What this process takes, and what is left of the limit that a hub sets, or else of the machine. In bytes."""
    import psutil  # here, for nobody else needs it

    left = psutil.virtual_memory().available
    limit = os.environ.get("MEM_LIMIT", "")  # set by JupyterHub, and so by Binder, in bytes
    if limit.isascii() and limit.isdigit():
        mine = sum(
            one.info["memory_info"].rss for one in psutil.process_iter(["memory_info"]) if one.info["memory_info"]
        )
        left = min(left, max(0, int(limit) - mine))
    return psutil.Process().memory_info().rss, left


def check_dictionary(paths: Iterable[str] | None = None) -> Finding:
    """Whether syllables are counted with no network at all. A process of its own tries it, and may not connect.

    In a browser there are no processes, and a page of the site asks nobody but its own host: there it is tried here.
    """
    if sys.platform == "emscripten":
        found = readability(_SAMPLE)
        if [found.words, found.syllables] == _SAMPLE_COUNTS:
            return ok("dictionary", say("doctor.dictionary.fine"))
        return look("dictionary", say("doctor.dictionary.missing"), _reinstall())
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path if paths is None else paths))}
    try:
        child = subprocess.run(
            [sys.executable, "-c", _DICTIONARY],
            env=environment,
            capture_output=True,
            text=True,
            timeout=CHILD_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return look("dictionary", say("doctor.dictionary.not_tried", why=type(error).__name__), _reinstall())
    counts = [int(one) for one in child.stdout.split() if one.isdecimal()]
    if _NETWORK_ASKED in child.stderr:
        return look("dictionary", say("doctor.dictionary.network"), _reinstall())
    if child.returncode or counts != _SAMPLE_COUNTS:
        return look("dictionary", say("doctor.dictionary.missing"), _reinstall())
    return ok("dictionary", say("doctor.dictionary.fine"))


def check_versions(needed: Iterable[str] | None = None, installed: Version = version) -> Finding:
    """Whether Python and what the course itself asks for are there, in versions that it knows."""
    from packaging.requirements import Requirement

    try:
        asked = [Requirement(one) for one in (requires("readtwice") or () if needed is None else needed)]
    except PackageNotFoundError:
        return look("versions", say("doctor.versions.not_installed"), _reinstall())
    shown = ", ".join([f"Python {sys.version.split()[0]}", *(_named(one, installed) for one in SHOWN)])
    unfit = []
    for one in asked:
        have = _version(one.name, installed)
        if (one.marker is None or one.marker.evaluate()) and not (have and one.specifier.contains(have, True)):
            unfit.append((one, have or say("doctor.versions.none")))
    old_python = sys.version_info < OLDEST_PYTHON
    if not unfit and not old_python:
        return ok("versions", say("doctor.versions.fine", versions=shown, course=readtwice.__version__))
    what = _list(say("doctor.versions.unfit", name=o.name, have=have, want=o.specifier or "?") for o, have in unfit)
    found = say("doctor.versions.old_python", have=sys.version.split()[0]) if old_python else what
    grave = old_python or any(one.name in IN_EVERY_KERNEL for one, _ in unfit)
    return (broken if grave else look)("versions", found, _reinstall())


def check_lock(lock: Path | None = None, installed: Version = version) -> Finding:
    """Which packages are not in the version that the course was tested with."""
    from packaging.markers import Marker

    course = course_folder()
    path = lock or (course / "binder" / "requirements.txt" if course else None)
    try:
        text = path.read_text(encoding="utf-8") if path else ""
    except (OSError, UnicodeDecodeError):
        text = ""
    pins = [
        (name, wanted)
        for name, wanted, marker in _PINNED.findall(text)
        if not marker.strip() or Marker(marker.strip()).evaluate()
    ]
    if not pins:
        return look("lock", say("doctor.lock.nowhere"), say("doctor.lock.see_versions"))
    differ = [
        say("doctor.lock.one", name=name, have=_version(name, installed) or say("doctor.versions.none"), want=wanted)
        for name, wanted in pins
        if _version(name, installed) != wanted
    ]
    if differ:
        return look(
            "lock", say("doctor.lock.differ", count=len(differ), of=len(pins), names=_list(differ)), _reinstall()
        )
    return ok("lock", say("doctor.lock.fine", count=len(pins)))


def _version(name: str, installed: Version) -> str:
    try:
        return installed(name)
    except PackageNotFoundError:
        return ""


def _named(name: str, installed: Version) -> str:
    return f"{name} {_version(name, installed) or say('doctor.versions.none')}"


def _reinstall() -> str:
    return say("doctor.reinstall")


def check_clock(now: datetime | None = None) -> Finding:
    """Whether the clock of the machine that saves can be right. `now` has a time zone."""
    now = now or datetime.now().astimezone()
    offset = now.utcoffset() or timedelta()
    shown = now.strftime("%Y-%m-%d %H:%M, UTC%z")
    whole = not offset % timedelta(minutes=15)
    if not WRITTEN <= now.year < OUTLIVED or abs(offset) > timedelta(hours=14) or not whole:
        return look("clock", say("doctor.clock.off", now=shown), say("doctor.clock.set"))
    return ok("clock", say("doctor.clock.fine", now=shown))


CHECKS: Mapping[str, Callable[[], Finding]] = {
    "files": check_files,
    "packs": check_packs,
    "extensions": check_extensions,
    "saving": check_saving,
    "disk": check_disk,
    "memory": check_memory,
    "versions": check_versions,
    "lock": check_lock,
    "dictionary": check_dictionary,
    "clock": check_clock,
}
"""What is checked without a browser, what a lesson needs most first."""

IN_A_BROWSER = ("files", "packs", "saving", "dictionary", "clock")
"""What there is to check where the course itself runs in a browser: no disk, no packages, no server."""


def checks_here() -> Mapping[str, Callable[[], Finding]]:
    """The checks that make sense where this runs."""
    return {name: CHECKS[name] for name in IN_A_BROWSER} if os.environ.get("READTWICE_SITE") else CHECKS


def run_check(name: str, checks: Mapping[str, Callable[[], Finding]] = CHECKS) -> Finding:
    """One check. A check that fails itself is a finding too, and never stops the others."""
    try:
        return checks[name]()
    except Exception as error:  # whatever is wrong with this machine, a teacher gets a line and not a traceback
        return broken(name, say("doctor.failed", why=type(error).__name__), _reinstall())


def examine(checks: Mapping[str, Callable[[], Finding]] = CHECKS) -> tuple[Finding, ...]:
    """All checks that need no browser, the worst first."""
    return worst_first(run_check(name, checks) for name in checks)


def _list(names: Iterable[str]) -> str:
    every = list(names)
    more = [say("doctor.more", count=len(every) - MANY)] if len(every) > MANY else []
    return ", ".join(every[:MANY] + more)


def _size(count: int) -> str:
    if count >= 10**9:
        return say("doctor.gigabytes", count=number(f"{count / 1e9:,.1f}"))
    return say("doctor.megabytes", count=number(f"{count / MEGABYTE:,.0f}"))
