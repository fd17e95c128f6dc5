"""Writing what is exported: whole or not at all, and never over something else unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class NothingToExport(ValueError):
    """There is nothing in the record that a format holds; the message is one sentence for a person."""


def _at_once(path: str, flags: int) -> int:
    """Open what is there, never make it, and do not wait for a reader; the writing itself may wait."""
    handle = os.open(path, (flags & ~(os.O_CREAT | os.O_TRUNC)) | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(handle, True)
    return handle


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """The first of stem.suffix, stem-2.suffix, … that is not there yet."""
    path, number = folder / f"{stem}{suffix}", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


def write_text(path: Path, text: str) -> None:
    """Write a whole file: it appears at once or not at all. Raises OSError.

    A device or a pipe (`/dev/null`, `/dev/stdout`) is written to and stays what it is. A pipe without a reader is an
    error: nobody would ever take what is written.
    """
    is_special = path.exists() and not path.is_file() and not path.is_dir()
    if is_special or path.absolute().parts[1:2] in (("dev",), ("proc",)):  # nothing is ever replaced there
        with open(path, "w", encoding="utf-8", newline="", opener=_at_once) as file:
            file.write(text)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
