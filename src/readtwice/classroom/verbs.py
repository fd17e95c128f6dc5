"""The verbs of the teacher's notebooks. Each returns something that the notebook shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readtwice.classroom.doctor_widget import DoctorWidget
    from readtwice.classroom.live_widget import LiveView
    from readtwice.widgets.projector import Projector
    from readtwice.widgets.slips import Slips


def slips_to_print() -> Slips:
    """How many slips, and a button that gives them as a page to print."""
    from readtwice.classroom.slip_sheet import slip_sheet
    from readtwice.widgets.slips import Slips

    return Slips(slip_sheet)


def doctor() -> DoctorWidget:
    """What a lesson needs, checked: a line for each thing, and what to do. It begins by itself when it appears."""
    from readtwice.classroom.doctor_widget import DoctorWidget

    return DoctorWidget()


def project(pack: str) -> Projector:
    """The one-shot of a pack, one large card at a time, for a class with one screen.

    Counts of hands lie in a folder of their own below the saved work: they are a class's, and nobody's answers.
    Raises PackError for a pack that does not exist or has no one-shot.
    """
    from readtwice.pack import load_pack
    from readtwice.pack.compiled import PackError
    from readtwice.record import Record
    from readtwice.record.files import record_folder
    from readtwice.widgets import Session
    from readtwice.widgets.projector import Projector

    opened = load_pack(pack)
    if opened.one_shot is None:
        raise PackError(f"The pack {pack!r} has no one-shot: it needs a file one_shot.yaml.")
    record = Record(record_folder() / "projector", pack)
    record.continue_()
    return Projector(Session(opened, record))


def live() -> LiveView:
    """A class's answers as bars, from pasted codes or a shared folder, while they come in."""
    from readtwice.classroom.live_widget import LiveView

    return LiveView()
