"""Writing what is exported: whole or not at all; what is no plain file stays what it is."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from readtwice.publish import write_text

PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def test_a_file_appears_whole_and_replaces_the_one_before(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "one\n")
    write_text(tmp_path / "a.txt", "Ім’я\r\n")
    assert (tmp_path / "a.txt").read_bytes() == "Ім’я\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@PIPES
def test_a_pipe_with_a_reader_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, read, text = tmp_path / "pipe", list[bytes](), "ж" * 200_000
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)

    def all_of_it() -> None:
        with open(reader, "rb") as file:
            read.append(file.read())

    thread = threading.Thread(target=all_of_it)
    opened = os.open(pipe, os.O_WRONLY)  # until the reader waits, the pipe has a writer
    thread.start()
    write_text(pipe, text)
    os.close(opened)
    thread.join()
    assert read == [text.encode()]
    assert stat.S_ISFIFO(os.lstat(pipe).st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@PIPES
def test_a_pipe_that_nobody_reads_is_an_error_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match=os.strerror(errno.ENXIO)):
        write_text(pipe, "text")
    assert stat.S_ISFIFO(os.lstat(pipe).st_mode)


@PIPES
def test_nothing_is_made_or_replaced_among_the_devices() -> None:
    path = Path("/dev/read-twice-test")
    try:
        with pytest.raises(FileNotFoundError):
            write_text(path, "text")
        assert not os.path.lexists(path)
    finally:
        path.unlink(missing_ok=True)


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError if os.name == "posix" else PermissionError):
        write_text(tmp_path, "text")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_file_before_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text(tmp_path / "a.txt", "before")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_text(tmp_path / "a.txt", "after")
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("a.txt", "before")]
