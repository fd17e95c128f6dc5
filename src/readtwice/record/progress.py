"""One learner's work as one file to take along: the same format as a session file, so that it reads back as one."""

from __future__ import annotations

import json
from collections.abc import Iterable

from readtwice.record.event import Event, merge
from readtwice.record.files import FORMAT, HEADER_KEY


def progress_text(events: Iterable[Event]) -> str:
    """All events, each once, as they happened. `read_file` reads them back; the same events give the same bytes."""
    lines = [json.dumps({HEADER_KEY: FORMAT, "begun": ""}), *(event.to_line() for event in merge(events))]
    return "".join(f"{line}\n" for line in lines)
