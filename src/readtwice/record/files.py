"""Record files: one a kernel session, a header line and then a line an event. Files are only ever added to.

No file is ever changed, renamed or removed by reading. What cannot be read is named in a notice and not counted.
"""

from __future__ import annotations

import io
import json
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from readtwice.record.event import Event, UnreadableEvent, event_from_line, merge, now
from readtwice.words import say

FORMAT = 1
HEADER_KEY = "readtwice_record"
FOLDER = "my-work"
FOLDER_VARIABLE = "READTWICE_RECORD_DIR"
MAXIMUM_BYTES = 50_000_000
PATTERN = "session-*.jsonl"
LONGEST_HEADER = 10_000
"""Bytes. A header of ours has about sixty."""

MOST_DAMAGED = 20_000
"""Lines that cannot be read, after which the rest of a file is left alone."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A file, or part of one, that was left as it is and not counted, and why."""

    file: str
    reason: str


def record_folder(start: Path | None = None) -> Path:
    """Where answers are saved.

    READTWICE_RECORD_DIR where it is set; else the nearest `my-work` at or above `start` (the notebook's folder); else
    `my-work` in the course's own folder (the one that holds `notebooks`), or beside the notebook.
    """
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named).expanduser()
    here = (start or Path.cwd()).resolve()
    return (_nearest_with(FOLDER, here) or course_folder(here) or here) / FOLDER


def course_folder(start: Path | None = None) -> Path | None:
    """The nearest folder at or above `start` (the working folder) that holds `notebooks`; None where there is none."""
    return _nearest_with("notebooks", (start or Path.cwd()).resolve())


def _nearest_with(name: str, here: Path) -> Path | None:
    # unlike Path.is_dir, os.path.isdir is False for a folder that may not be looked into
    return next((folder for folder in (here, *here.parents) if os.path.isdir(folder / name)), None)


def read_file(path: Path) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    """All whole events of one record file, and notices for what could not be read."""
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):  # a pipe would be read for ever
            return (), (Notice(path.name, say("record.foreign")),)
        if status.st_size > MAXIMUM_BYTES:
            return (), (Notice(path.name, say("record.too_large")),)
        raw = path.read_bytes()
    except OSError as error:
        return (), (Notice(path.name, say("record.closed", why=error.strerror)),)
    return read_bytes(raw, path.name)


def read_bytes(raw: bytes, name: str) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    """All whole events in the content of a record file called `name`, and notices for what could not be read."""
    lines = io.BytesIO(raw)  # read one by one: millions of empty lines, split, would take fifty times their size
    last = lines.readline()
    version = _version(last)
    events: list[Event] = []
    damaged = [] if version else [1]
    if last.endswith(b"\n"):
        last = b""
        for number, line in enumerate(lines if version in (FORMAT, None) else (), start=2):
            if not line.endswith(b"\n"):
                last = line
                break
            try:
                events.append(event_from_line(line[:-1].decode("utf-8")))
            except (UnicodeDecodeError, UnreadableEvent):
                damaged.append(number)
                if len(damaged) > MOST_DAMAGED:
                    break
    if version != FORMAT and not events:
        return (), (Notice(name, say("record.foreign")),)
    notices = []
    if damaged:
        notices.append(Notice(name, say("record.damaged", count=len(damaged), first=damaged[0])))
    if last.strip():
        notices.append(Notice(name, say("record.cut_off")))
    return tuple(events), tuple(notices)


def read_folder(folder: Path) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    """All events of all record files in a folder, merged, and all notices. A folder that is not there holds none."""
    groups: list[tuple[Event, ...]] = []
    notices: list[Notice] = []
    for path in sorted(folder.glob(PATTERN)) if os.path.isdir(folder) else []:
        events, found = read_file(path)
        groups.append(events)
        notices += found
    return merge(*groups), tuple(notices)


def _version(header: bytes) -> object:
    """The format that a header names. None where it is damaged: the lines below may still be sound."""
    try:
        loaded = json.loads(header) if len(header) <= LONGEST_HEADER else None
    except (ValueError, RecursionError):
        return None
    return loaded.get(HEADER_KEY) if isinstance(loaded, dict) else None


def erase(folder: Path, codes: set[str]) -> None:
    """Take every line of these learners out of every record file. What is somebody else's, or cannot be read, stays.

    Each file is replaced as a whole or not at all; one in which nothing is left goes. Raises OSError.
    """
    for path in sorted(folder.glob(PATTERN)):
        if not path.is_file() or path.stat().st_size > MAXIMUM_BYTES:
            continue
        lines = path.read_bytes().splitlines(keepends=True)
        kept = [line for line in lines if not _is_of(line, codes)]
        if len(kept) == len(lines):
            continue
        if len(kept) <= 1:  # the header alone
            path.unlink()
            continue
        waiting = path.with_name(f".{path.name}.new")
        try:
            waiting.write_bytes(b"".join(kept))
            os.replace(waiting, path)
        finally:
            waiting.unlink(missing_ok=True)


def _is_of(line: bytes, codes: set[str]) -> bool:
    try:
        return event_from_line(line.decode("utf-8")).learner in codes
    except (UnicodeDecodeError, UnreadableEvent):
        return False


class SessionFile:
    """The file that this kernel appends to. It is made at the first event, so that looking leaves nothing behind."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path: Path | None = None

    def append(self, event: Event) -> None:
        """Write one event and wait until it is on the disk. Raises OSError; the next try then takes a new file."""
        if self.path is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            stamp = now().translate({ord(c): None for c in "-:."})
            path = self.folder / f"session-{stamp}-{secrets.token_hex(4)}.jsonl"
            lines = [json.dumps({HEADER_KEY: FORMAT, "begun": now()}), event.to_line()]
            flags = os.O_CREAT | os.O_EXCL
        else:
            path, lines, flags = self.path, [event.to_line()], 0
        data = "".join(f"{line}\n" for line in lines).encode()
        self.path = None  # a failure below leaves a torn line behind, so that this file is never added to again
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | flags, 0o644)
        try:
            while data:
                data = data[os.write(descriptor, data) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        self.path = path
