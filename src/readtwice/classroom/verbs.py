"""The verbs of the teacher's notebooks. Each returns something that the notebook shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readtwice.classroom.doctor_widget import DoctorWidget
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
