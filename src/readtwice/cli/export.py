"""`readtwice export`: from a record on the disk to one file."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.course.open import ARTICLE
from readtwice.pack import load_pack
from readtwice.publish import NothingToExport, export, write_text
from readtwice.record import events_of, read_file, read_folder


def export_record(record: Path, format: str, claim_id: str, output: str) -> int:
    """Write what one learner's record holds. Problems are one sentence each on standard error; returns 0 or 1."""
    if not record.exists():
        return _no(f"There is no record at {record}. Give a saved file, or the folder of saved work.")
    events, notices = read_folder(record) if record.is_dir() else read_file(record)
    for notice in notices:
        print(f"{notice.file}: {notice.reason}", file=sys.stderr)
    if not events:
        return _no(f"{record} holds no saved answers.")
    newest = max(events, key=lambda event: event.order)
    mine = events_of(newest.learner, events)
    others = len({event.learner for event in events} - {event.learner for event in mine})
    if others:
        print(f"{record} holds the work of {others + 1} learners. The latest is taken.", file=sys.stderr)
    try:
        text = export(mine, load_pack(ARTICLE), format, claim_id)
    except NothingToExport as error:
        return _no(str(error))
    if output == "-":
        sys.stdout.write(text)
        return 0
    try:
        write_text(Path(output), text)
    except OSError as error:
        return _no(f"{output} cannot be written ({error.strerror}). Check the folder.")
    return 0


def _no(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
