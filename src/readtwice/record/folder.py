"""All that lies in a folder of saved work: read once, then looked at again cheaply, and added to."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from readtwice.record.event import Event, UnreadableEvent, event_from_line
from readtwice.record.files import Notice, SessionFile, files_in, lines_of_folder
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
        if not same or any(sizes[path][1] < before for path, before in grown.items()):
            before = self.events
            self._read_all()
            return before.keys() != self.events.keys()
        known = len(self.events)
        for path, start in grown.items():
            if sizes[path][1] > start:
                self._read_on(path, start)
        return len(self.events) > known

    def _read_on(self, path: Path, start: int) -> None:
        """Take in the whole lines behind a place in a file. Half a line is left for the next look."""
        try:
            with path.open("rb") as file:
                file.seek(max(start - 1, 0))
                if start and file.read(1) != b"\n":  # half a line stood there when it was read
                    file.seek(start := 0)
                added = file.read()
        except OSError:
            del self._seen[path]
            return
        whole = added.rfind(b"\n") + 1
        self._seen[path] = (self._seen[path][0], start + whole)
        for line in added[:whole].split(b"\n"):
            try:
                event = event_from_line(line.decode("utf-8"))
            except (UnicodeDecodeError, UnreadableEvent):
                continue  # a header, or what is named when the folder is read anew
            if fits(event):
                self.events.setdefault(event.id, event)

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
