"""What a teacher's notebook calls: a one-shot on one screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readtwice.activities.projector.widget import Projector
from readtwice.words import say

if TYPE_CHECKING:
    from readtwice.pack import Pack
    from readtwice.record import Record


def project(pack: str | Pack, record: Record | None = None) -> Projector:
    """The one-shot of a pack, one large card at a time, for a class with one screen. Of a lesson without one its text
    and its cards, as they are printed.

    Counts of hands lie in a folder of their own below the saved work: they are a class's, and nobody's answers.
    `record` keeps them elsewhere. Raises PackError for a pack that does not exist, and for one that only measures.
    """
    from readtwice.activities.projector.steps import one_shot_of
    from readtwice.pack import PackError, load_pack
    from readtwice.page.session import Session
    from readtwice.record import Record
    from readtwice.record.files import record_folder

    opened = load_pack(pack) if isinstance(pack, str) else pack
    if opened.one_shot is None and (opened.form or not opened.items):
        raise PackError(say("error.projector.no_one_shot", pack=opened.slug))
    if record is None:
        record = Record(record_folder() / "projector", opened.slug)
        record.continue_()
    return Projector(Session(replace(opened, one_shot=one_shot_of(opened)), record))


LESSON = {"wall": project}
