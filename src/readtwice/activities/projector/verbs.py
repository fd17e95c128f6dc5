"""What a teacher's notebook calls: a one-shot on one screen."""

from __future__ import annotations

from readtwice.activities.projector.widget import Projector
from readtwice.words import say


def project(pack: str) -> Projector:
    """The one-shot of a pack, one large card at a time, for a class with one screen.

    Counts of hands lie in a folder of their own below the saved work: they are a class's, and nobody's answers.
    Raises PackError for a pack that does not exist or has no one-shot.
    """
    from readtwice.activities.projector.widget import Projector
    from readtwice.pack import load_pack
    from readtwice.pack.compiled import PackError
    from readtwice.page.session import Session
    from readtwice.record import Record
    from readtwice.record.files import record_folder

    opened = load_pack(pack)
    if opened.one_shot is None:
        raise PackError(say("error.projector.no_one_shot", pack=pack))
    record = Record(record_folder() / "projector", pack)
    record.continue_()
    return Projector(Session(opened, record))
