"""What several commands do alike at their end: say in one sentence what went wrong, and write a file."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.publish import write_text
from readtwice.words import say


def refuse(sentence: object) -> int:
    """Say on standard error what is wrong. Returns 1, the status of a command that could not do what was asked."""
    print(sentence, file=sys.stderr)
    return 1


def write_page(path: str | Path, text: str) -> int:
    """Write a whole file or none. Returns 0, or 1 where it cannot be written, which is told."""
    try:
        write_text(Path(path), text)
    except OSError as error:
        return refuse(say("command.said.cannot_write", path=path, reason=error.strerror))
    return 0
