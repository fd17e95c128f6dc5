"""Writing what is exported: whole or not at all, and never over something else unasked."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


class NothingToExport(ValueError):
    """There is nothing in the record that a format holds; the message is one sentence for a person."""


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """The first of stem.suffix, stem-2.suffix, … that is not there yet."""
    path, number = folder / f"{stem}{suffix}", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem}-{number}{suffix}"
    return path


def write_text(path: Path, text: str) -> None:
    """Write a whole file: it appears at once or not at all. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
