"""The session of the open notebook: made at its first use, one for a kernel."""

from __future__ import annotations

from pathlib import Path

from readtwice.pack import load_pack
from readtwice.record import Record
from readtwice.widgets import Session

ARTICLE = "hegseth-nato-2025"
"""The pack that lessons open unless they name another."""

FORM = "form-a"
"""The form whose halves lessons 00 and 08 ask."""

_open: list[Session] = []


class CourseError(ValueError):
    """Something asked of the course that it cannot do. In a notebook it shows as its one sentence, not a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def session(pack: str = "") -> Session:
    """The session of this kernel, begun now if it was not yet, or if another pack is named than the one open."""
    if _open and pack in ("", _open[-1].pack.slug):
        return _open[-1]
    return begin(pack or ARTICLE)


def begin(pack: str = ARTICLE, folder: Path | None = None) -> Session:
    """Begin a session with a pack that ships with the course, saving into `folder` (found by itself if not given).

    Raises PackError for a pack that does not exist.
    """
    opened = load_pack(pack)
    _open[:] = [Session(opened, Record(folder, opened.slug))]
    return _open[-1]
