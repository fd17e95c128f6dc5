"""Floor 4: one learner's saved answers: events, files, merging, restoring, slips and result codes.

What sets of cards and result codes need is imported when it is first named: no page waits for it to open.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from readtwice.record.at_hand import main_code
from readtwice.record.event import Event, UnreadableEvent, event_from_line, events_of, merge
from readtwice.record.files import Notice, learner_at_work, read_file, read_folder, record_folder
from readtwice.record.progress import progress_text
from readtwice.record.record import Record
from readtwice.record.slip import UnreadableSlip, learner_of, learners_with_slips, new_slips, parity, read_slip, slip_of

if TYPE_CHECKING:
    from readtwice.record.card_sets import CardSet, dealt_to, form_set, known_sets, with_earlier
    from readtwice.record.result_code import Line, Result, UnreadableCode, answers_of, decode, encode, line_of

_LATER = {
    "card_sets": ("CardSet", "dealt_to", "form_set", "known_sets", "with_earlier"),
    "result_code": ("Line", "Result", "UnreadableCode", "answers_of", "decode", "encode", "line_of"),
}

__all__ = [
    "CardSet",
    "Event",
    "Line",
    "Notice",
    "Record",
    "Result",
    "UnreadableCode",
    "UnreadableEvent",
    "UnreadableSlip",
    "answers_of",
    "dealt_to",
    "decode",
    "encode",
    "event_from_line",
    "events_of",
    "form_set",
    "known_sets",
    "learner_at_work",
    "learner_of",
    "learners_with_slips",
    "line_of",
    "main_code",
    "merge",
    "new_slips",
    "parity",
    "progress_text",
    "read_file",
    "read_folder",
    "read_slip",
    "record_folder",
    "slip_of",
    "with_earlier",
]


def __getattr__(name: str) -> Any:
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(f"readtwice.record.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
