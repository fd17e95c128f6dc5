"""All that lies in a folder of saved work: read once, then looked at again cheaply, and added to."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from readtwice.record.event import Event, UnreadableEvent, event_from_line
from readtwice.record.files import (
    FORMAT,
    LONGEST_HEADER,
    MAXIMUM_BYTES,
    Notice,
    SessionFile,
    files_in,
    lines_of_folder,
    version_of,
)
from readtwice.record.fitting import fits
from readtwice.words import say

ASK_VARIABLE = "READTWICE_ASK_WHO"
ASK_FILE = "ask-who.txt"
"""Where this file lies, the folder is one of a machine that several people share."""


class Folder:
    """The events in a folder as far as they are known here, by their ids. Among equal ids the first one known stays."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.events: dict[str, Event] = {}
        self.notices: tuple[Notice, ...] = ()
        self._seen: dict[Path, tuple[int, int]] = {}
        self._read_all()

    def _read_all(self) -> None:
        self._seen = self._sizes()  # before reading: what is added meanwhile is read again at the next look
        events, self.notices = lines_of_folder(self.path)
        self.events = {event.id: event for event in events}

    def _sizes(self) -> dict[Path, tuple[int, int]]:
        """Each record file with its number on the disk and its size."""
        sizes = {}
        for path in files_in(self.path):
            try:
                status = os.stat(path)
            except OSError:
                continue
            sizes[path] = (status.st_ino, status.st_size)
        return sizes

    def look(self) -> bool:
        """Whether other pages have changed anything since the last look. What they added is known afterwards."""
        sizes = self._sizes()
        if sizes == self._seen:
            return False
        seen, self._seen = self._seen, sizes
        grown = {path: seen.get(path, (number, 0))[1] for path, (number, _) in sizes.items()}
        same = all(path in sizes and sizes[path][0] == number for path, (number, _) in seen.items())
        known = {*self.events}
        whole = same and all(sizes[path][1] >= before for path, before in grown.items())
        if not whole or not all(self._read_on(path, start) for path, start in grown.items() if sizes[path][1] > start):
            self._read_all()
        return known != self.events.keys()

    def _read_on(self, path: Path, start: int) -> bool:
        """Take in the whole lines behind a place in a file. Half a line is left for the next look.

        False where there is more to say of the file, or of a line: then the folder is read anew, as by a new page.
        """
        if self._seen[path][1] > MAXIMUM_BYTES:
            return False
        try:
            with path.open("rb") as file:
                header = file.readline(LONGEST_HEADER)
                start = max(start, len(header))
                file.seek(max(start - 1, 0))
                before, added = file.read(1), file.read()
        except OSError:
            del self._seen[path]
            return True
        if version_of(header) != FORMAT or before != b"\n":  # else half a line stood there when it was read
            return False
        whole = added.rfind(b"\n") + 1
        self._seen[path] = (self._seen[path][0], start + whole)
        return all(map(self._take_in, added[:whole].splitlines()))

    def _take_in(self, line: bytes) -> bool:
        try:
            event = event_from_line(line.decode("utf-8"))
        except (UnicodeDecodeError, UnreadableEvent):
            return False
        return fits(event) and self.events.setdefault(event.id, event) == event

    def know(self, events: Iterable[Event], file: SessionFile) -> None:
        """Take in what this page saved itself, and that its file has grown by it."""
        for event in events:
            self.events.setdefault(event.id, event)
        if file.path and file.written:
            self._seen[file.path] = (file.written.st_ino, file.written.st_size)

    @property
    def asks(self) -> bool:
        """Whether pages ask whose work this is, and never follow each other: for machines that several people share."""
        return asks_by_variable() or os.path.isfile(self.path / ASK_FILE)

    def ask(self, on: bool) -> None:
        """Let pages ask from now on, or no longer. Raises OSError."""
        if on:
            self.path.mkdir(parents=True, exist_ok=True)
            waiting = self.path / f".{secrets.token_hex(16)}.new"
            with waiting.open("x", encoding="utf-8") as file:
                file.write(say("record.ask_file") + "\n")
            os.replace(waiting, self.path / ASK_FILE)
        else:
            (self.path / ASK_FILE).unlink(missing_ok=True)


def asks_by_variable() -> bool:
    """Whether whoever set up the machine decided that pages ask."""
    return os.environ.get(ASK_VARIABLE, "").strip().lower() in ("1", "true", "yes", "on")
