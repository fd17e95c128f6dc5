"""Reading a file that somebody names: a plain one, of a size that can be meant. A device or a pipe would never end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from readtwice.words import say

MAXIMUM_TEXT = 20_000_000
"""Bytes of a text. A long novel has two million."""


class UnfitFile(OSError):
    """A file that is no plain one, or is far too large; `strerror` says which."""


def read_plain(path: Path, most: int = MAXIMUM_TEXT) -> bytes:
    """All bytes of a plain file; a link is followed to one. Raises UnfitFile, and OSError as for any file."""
    try:
        status = path.stat()
    except ValueError as error:  # a name that no file can have
        raise UnfitFile(errno.EINVAL, str(error), str(path)) from None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise UnfitFile(errno.EINVAL, say("error.article.no_plain_file"), str(path))
    with path.open("rb") as file:  # a file may grow, and some of a system's own say that they are empty
        content = file.read(most + 1)
    if len(content) > most:
        raise too_large(str(path), most)
    return content


def too_large(name: str, most: int) -> UnfitFile:
    """The error for a file of more than so many bytes."""
    return UnfitFile(errno.EFBIG, say("error.article.too_large", most=most // 1000000), name)
