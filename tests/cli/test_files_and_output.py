"""A command that reads a file asks its size and kind; what it prints is UTF-8; an error of writing is called one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from readtwice.article import UnfitFile, files, read_plain
from readtwice.record import new_slips

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices have names on Unix alone")


def run(
    *arguments: str | Path, stdout: int | None = subprocess.PIPE, **more: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "readtwice.cli", *map(str, arguments)]
    environment = {**os.environ, **more}
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environment, timeout=60, check=False)


@pytest.mark.long
@pytest.mark.parametrize(
    "command",
    [
        "quantities {}",
        "wording {}",
        "readability {}",
        "check {folder}",
        "print {folder} -o {folder}/x.html",
        "run {}",
        "export {} --format csv -o -",
        "code {}",
        "report {}",
        "gradebook {} --roster {}",
        "items {}",
    ],
)
@pytest.mark.parametrize("kind", ["pipe", "device", "link"])
def test_no_command_waits_for_a_pipe_or_reads_a_device_for_ever(command: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "link" else "/dev/full")
    done = run(*command.format(path if kind != "device" else "/dev/zero", *["/dev/zero"], folder=tmp_path).split())
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert b"Traceback" not in told
    assert 0 < len(told) < 600


def test_a_file_has_a_size_and_a_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_bytes(b"abc")
    link.symlink_to(path)
    assert read_plain(link) == b"abc"
    with pytest.raises(UnfitFile, match="larger"):
        read_plain(path, 2)
    with pytest.raises(IsADirectoryError):
        read_plain(tmp_path)
    assert files.MAXIMUM_TEXT >= 10_000_000


@pytest.mark.long
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_what_is_printed_is_utf_8(encoding: str, tmp_path: Path) -> None:
    (slip,) = new_slips(1)
    roster, text = tmp_path / "list.csv", tmp_path / "t.txt"
    roster.write_text(f'Student,ID,Section,slip\n"Żak, Łukasz",101,Müller,{slip}\n', encoding="utf-8")
    text.write_text("They gave ₴40 billion.", encoding="utf-8")
    done = run("gradebook", text, "--roster", roster, "--format", "canvas", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "Żak, Łukasz" in done.stdout.decode("utf-8")
    done = run("quantities", text, PYTHONIOENCODING=encoding)
    assert "₴" in done.stdout.decode("utf-8")


@pytest.mark.long
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_an_error_of_writing_is_called_that(tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_text("They gave 40 billion euros.")
    full = os.open("/dev/full", os.O_WRONLY)
    for command in ("quantities", "wording", "readability"):
        done = run(command, text, stdout=full)
        assert done.returncode == 1
        assert done.stderr.decode().startswith("What this command prints cannot be written (")
        assert done.stderr.count(b"\n") == 1
    os.close(full)


def test_whoever_reads_only_the_beginning_sees_no_error(tmp_path: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = run("slips", "3000", stdout=theirs)
    os.close(theirs)
    assert done.stderr == b""
