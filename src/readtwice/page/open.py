"""The session of the open notebook: made at its first use, one for a kernel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from readtwice.pack.found import shipped_packs
from readtwice.page.session import Session
from readtwice.record import Record
from readtwice.syllabus import syllabus
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.pack import Pack

_open: list[Session] = []


class CourseError(ValueError):
    """Something asked of the course that it cannot do. In a notebook it shows as its one sentence, not a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def session(pack: str = "") -> Session:
    """The session of this kernel, begun now if it was not yet, or if another pack is named than the one open."""
    if _open and pack in ("", _open[-1].slug):
        return _open[-1]
    return begin(pack)


def begin(pack: str = "", folder: Path | None = None) -> Session:
    """Begin a session with a pack that ships with the course: the article under study unless another is named.

    It saves into `folder`, which is found by itself if not given.

    Raises PackError for a pack that does not exist.
    """
    slug = pack or syllabus().article
    opened: Pack | str = slug
    if slug not in shipped_packs():
        from readtwice.pack import load_pack  # here, as in Session.pack

        opened = load_pack(slug)
        slug = opened.slug
    _open[:] = [Session(opened, Record(folder, slug))]
    return _open[-1]


def begin_with(pack: Pack, record: Record) -> Session:
    """Begin a session on a pack with another record than that of the folder."""
    _open[:] = [Session(pack, record)]
    return _open[-1]


def turn_to(pack: Pack, whole: Pack | None = None) -> Session:
    """From now on the page is on another pack, with the same learner's record; `whole` as of `Session.beside`."""
    _open[:] = [session().beside(pack, whole)]
    return _open[-1]


def block_range(part: str) -> tuple[str, str]:
    """The first and the last block of a part such as b04-b06. Raises CourseError for a block that is not there."""
    first, _, last = part.partition("-")
    known = {block.id for block in session().pack.article.blocks}
    for block in (first, last or first):
        if block not in known:
            raise CourseError(say("error.page.no_block", block=block, first=min(known), last=max(known)))
    return first, last or first
