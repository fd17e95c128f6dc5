"""Which packs there are: those that ship, and others, in READTWICE_PACKS, in `packs/` beside `notebooks/`, or by path.

A pack lies in a folder of its slug. One that ships comes first, then one opened by path, then READTWICE_PACKS, then
`packs/`, then `lessons/` in the folder of saved work, where lessons opened from a file are kept: a saved answer names
its pack by the slug alone, so no folder can put another text under a shipped name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from readtwice.words import language

VARIABLE = "READTWICE_PACKS"
"""Folders of packs, or packs, separated as in PATH."""

COMPILED = "pack.json"
WORK, WORK_VARIABLE = "my-work", "READTWICE_RECORD_DIR"
LESSONS = "lessons"
"""In the folder of saved work: lessons that were opened from a file."""

MOST_ZIPS = 40
"""That are offered."""

_opened: dict[str, Path] = {}


def shipped_packs() -> tuple[str, ...]:
    """The slugs of all packs that ship with the course, in the order of the alphabet."""
    return _shipped(language())


@cache
def _shipped(spoken: str) -> tuple[str, ...]:
    packs = resources.files("readtwice") / "packs"
    folders = [folder for folder in (packs, packs / spoken) if folder.is_dir()]
    return tuple(sorted({one.name for folder in folders for one in folder.iterdir() if (one / COMPILED).is_file()}))


def is_path(name: str) -> bool:
    """Whether a pack is named by its folder rather than by its slug."""
    return "/" in name or os.sep in name or name in (".", "..")


def remember(folder: Path) -> None:
    """A pack that was opened by path is known by its slug from now on."""
    _opened[folder.resolve().name] = folder.resolve()


def own_packs() -> dict[str, Path]:
    """The folder of each compiled pack that does not ship, by slug. The first of a slug counts."""
    found = dict(_opened)
    for folder in _places():
        found.setdefault(folder.name, folder)
    return {slug: folder for slug, folder in sorted(found.items()) if (folder / COMPILED).is_file()}


def own_zips() -> dict[str, Path]:
    """Lessons that lie as one file where packs are looked for, by the file's name: put there for a class."""
    found: dict[str, Path] = {}
    for folder in _folders():
        try:
            zips = sorted(one for one in folder.iterdir() if one.suffix.lower() == ".zip" and one.is_file())
        except OSError:
            continue
        for one in zips[:MOST_ZIPS]:
            found.setdefault(one.name, one)
    return dict(sorted(found.items())[:MOST_ZIPS])


def own_slugs() -> frozenset[str]:
    """The slugs of `own_packs`, looked for once in each place: a class's records ask for them a million times."""
    try:
        here = os.getcwd()
    except OSError:  # the folder is gone
        here = ""
    named = os.environ.get(VARIABLE, ""), os.environ.get(WORK_VARIABLE, "")
    return _slugs(*named, here, tuple(_opened))


@lru_cache(maxsize=16)
def _slugs(_named: str, _work: str, _here: str, _opened: tuple[str, ...]) -> frozenset[str]:
    return frozenset(own_packs())


def _places() -> Iterator[Path]:
    for folder in _folders():
        yield from _in(folder)


def _folders() -> Iterator[Path]:
    for named in filter(None, os.environ.get(VARIABLE, "").split(os.pathsep)):
        yield Path(named)
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return
    for above in (here, *here.parents):
        if (above / "notebooks").is_dir() and (above / "packs").is_dir():
            yield above / "packs"
            break
    if work := os.environ.get(WORK_VARIABLE, ""):
        yield Path(work).expanduser() / LESSONS
        return
    for above in (here, *here.parents):
        if (above / WORK / LESSONS).is_dir():
            yield above / WORK / LESSONS
            return


def _in(folder: Path) -> Iterator[Path]:
    """The folder itself where it is a pack, else the packs in it."""
    try:
        here = folder.resolve()
        if (here / COMPILED).is_file():
            yield here
        elif here.is_dir():
            yield from sorted(one for one in here.iterdir() if (one / COMPILED).is_file())
    except OSError:  # a folder that nobody may open holds no packs
        return
