"""Files that a page sends in pieces: one message of a few megabytes would end the connection to the kernel."""

from __future__ import annotations

from typing import Any


class Pieces:
    """Puts pieces together in memory. Past MOST_MEGABYTES in all, everything is dropped."""

    MOST_MEGABYTES = 60

    def __init__(self) -> None:
        self._files: dict[int, tuple[str, bytearray]] = {}
        self._bytes = 0
        self._is_too_much = False

    def take(self, message: dict[str, Any]) -> str:
        """One piece: the number of its `file`, that file's `name`, and `start`, where the bytes of the buffer belong.

        A piece at 0 begins the file anew, also an empty one. Says nothing.
        """
        if self._is_too_much:  # what is still under way belongs to what was dropped
            return ""
        number, start = int(message["file"]), int(message["start"])
        if start == 0:
            _, old = self._files.get(number, ("", b""))
            self._bytes -= len(old)
            self._files[number] = (str(message["name"])[:200], bytearray())
        content = self._files[number][1]
        before = len(content)
        content[start:] = bytes(message["buffers"][0])
        self._bytes += len(content) - before
        if self._bytes > self.MOST_MEGABYTES * 1_000_000:
            self._files, self._is_too_much = {}, True
        return ""

    def files(self) -> list[tuple[str, bytes]] | None:
        """The files that have arrived since this was last asked, in their order; None where they were too much."""
        found = [(name, bytes(content)) for _, (name, content) in sorted(self._files.items())]
        was_too_much, self._is_too_much, self._files, self._bytes = self._is_too_much, False, {}, 0
        return None if was_too_much else found
