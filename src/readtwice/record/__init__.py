"""Floor 4: one learner's saved answers: events, files, merging, restoring."""

from readtwice.record.event import Event, UnreadableEvent, event_from_line, events_of, merge
from readtwice.record.files import Notice, read_file, read_folder, record_folder
from readtwice.record.progress import progress_text
from readtwice.record.record import Record

__all__ = [
    "Event",
    "Notice",
    "Record",
    "UnreadableEvent",
    "event_from_line",
    "events_of",
    "merge",
    "progress_text",
    "read_file",
    "read_folder",
    "record_folder",
]
