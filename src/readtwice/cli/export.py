"""`readtwice export`: from a record on the disk to one file."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.cli.records import NoRecord, latest_work
from readtwice.cli.said import refuse, write_page
from readtwice.pack import load_pack
from readtwice.publish import NothingToExport, export
from readtwice.syllabus import syllabus


def export_record(record: Path, format: str, claim_id: str, output: str) -> int:
    """Write what one learner's record holds. Problems are one sentence each on standard error; returns 0 or 1."""
    try:
        _, mine = latest_work(record)
    except NoRecord as error:
        return refuse(error)
    try:
        text = export(mine, load_pack(syllabus().article), format, claim_id)
    except NothingToExport as error:
        return refuse(error)
    if output == "-":
        sys.stdout.write(text)
        return 0
    return write_page(output, text)
