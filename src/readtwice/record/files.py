"""Record files: one a kernel session, a header line and then a line an event. Files are only ever added to.

No file is ever changed, renamed or removed by reading. What cannot be read is named in a notice and not counted. Should
two lines claim one id, the one written first stands: the files go by their names, which begin with the time.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readtwice.pack.found import WORK, WORK_VARIABLE
from readtwice.record.event import Event, UnknownKind, UnreadableEvent, at_work, event_from_line, now, settled
from readtwice.record.fitting import fits
from readtwice.words import say

FORMAT = 1
HEADER_KEY = "readtwice_record"
FOLDER = WORK
FOLDER_VARIABLE = WORK_VARIABLE
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
    """All whole answers and joins of one record file, and notices for what could not be read. Links are not followed.

    A file that the caller names may be a link; see `read_folder` for those that lie in a folder.
    """
    events, notices = _lines_of_file(path)
    return settled(events), notices


def _lines_of_file(path: Path) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):  # a pipe would be read for ever
            return (), (Notice(path.name, say("record.foreign")),)
        if status.st_size > MAXIMUM_BYTES:
            return (), (Notice(path.name, say("record.too_large")),)
        raw = path.read_bytes()
    except OSError as error:
        return (), (Notice(path.name, say("record.closed", why=error.strerror)),)
    return lines_of(raw, path.name)


def read_bytes(raw: bytes, name: str) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    """All whole answers and joins in the content of a record file called `name`, and notices for the rest.

    For a reader with rules of its own (a class's): what no page writes, and ids that come twice, are among them.
    """
    events, notices = lines_of(raw, name, fitting=False)
    return settled(events), notices


def lines_of(raw: bytes, name: str, *, fitting: bool = True) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    """All whole events of every kind in the content of a record file called `name`, and notices for the rest.

    Where `fitting`, each id comes once, and what no page of the course writes is part of the rest.

    Programs that a file passes through may change its line ends or its encoding, and may cut the last line end.
    """
    lines = io.BytesIO(_in_our_form(raw))  # one by one: millions of empty lines, split, would take fifty times as much
    header = lines.readline()
    version, cut = version_of(header), False
    events: list[Event] = []
    by_id: dict[str, Event] = {}
    bad: dict[str, list[int]] = {"damaged": [], "newer": [], "nonsense": [], "twice": []}
    if version is None:
        lines.seek(0)  # it may be an answer, in a file that lost its header
        bad["damaged"].append(1)
    elif not header.endswith(b"\n"):
        cut = True
    for number, line in enumerate(lines if version in (FORMAT, None) else (), start=1 if version is None else 2):
        try:
            event = event_from_line(line.removesuffix(b"\n").decode("utf-8"))
        except UnknownKind:
            bad["newer" if fitting else "damaged"].append(number)
        except (UnicodeDecodeError, UnreadableEvent):
            if number == 1:
                continue  # told already
            if not line.endswith(b"\n"):
                cut = bool(line.strip())
                continue
            bad["damaged"].append(number)
            if len(bad["damaged"]) > MOST_DAMAGED:
                break
        else:
            if not fitting:
                events.append(event)
            elif not fits(event):
                bad["nonsense"].append(number)
            elif (known := by_id.setdefault(event.id, event)) is event:
                events.append(event)
            elif known != event:
                bad["twice"].append(number)
    if version != FORMAT and not events:
        return (), (Notice(name, say("record.foreign")),)
    told = ((what, places) for what, places in bad.items() if places)
    notices = [Notice(name, say(f"record.{what}", count=len(places), first=places[0])) for what, places in told]
    if cut:
        notices.append(Notice(name, say("record.cut_off")))
    return tuple(events), tuple(notices)


def _in_our_form(raw: bytes) -> bytes:
    """Lines of UTF-8 that end as ours do, whatever a mail program or an editor made of them."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raw = raw.decode("utf-16", "replace").encode("utf-8", "replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in raw else raw


def read_folder(folder: Path) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    """All answers and joins of all record files in a folder, each once, as they happened, and all notices.

    A folder that is not there holds none.
    """
    events, notices = lines_of_folder(folder)
    return tuple(sorted(settled(events), key=lambda event: event.order)), notices


def learner_at_work(folder: Path) -> str:
    """The code of the learner who works in a folder: whom somebody chose last, else who answered last; or empty."""
    return at_work(lines_of_folder(folder)[0])


def lines_of_folder(folder: Path) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    """All events of every kind of all record files in a folder, as they were written, and all notices."""
    events: dict[str, Event] = {}
    notices: list[Notice] = []
    for path in files_in(folder):
        found, told = _lines_of_file(path)
        notices += told
        twice = [event for event in found if events.setdefault(event.id, event) != event]
        if twice:
            notices.append(Notice(path.name, say("record.known", count=len(twice))))
    return tuple(events.values()), tuple(notices)


def files_in(folder: Path) -> list[Path]:
    """The record files in a folder, those that were begun first in front. Links are left out."""
    return [path for path in sorted(folder.glob(PATTERN)) if not path.is_symlink()] if os.path.isdir(folder) else []


def version_of(header: bytes) -> object:
    """The format that a header names. None where it is damaged: the lines below may still be sound."""
    try:
        loaded = json.loads(header) if len(header) <= LONGEST_HEADER else None
    except (ValueError, RecursionError):
        return None
    return loaded.get(HEADER_KEY) if isinstance(loaded, dict) else None


def erase(folder: Path, codes: set[str]) -> tuple[str, ...]:
    """Take every line of these learners out of every record file, of whatever kind it is. What is somebody else's, or
    cannot be read, stays.

    Returns the names of the files in which something of theirs may be left: a line that cannot be read, beside lines of
    theirs or with a code of theirs in it; or all of a file that is too large.

    Each file is replaced as a whole or not at all; one in which only our header is left goes. Raises OSError.

    A file is first given another name, so that nobody opens it any more to add a line. Who had it open just then sees
    after writing that it is gone, and writes again elsewhere (`SessionFile.append`). Whatever happens in between, each
    file lies in the folder whole, under a name that is read.
    """
    left = []
    for path in (one for one in files_in(folder) if one.is_file()):
        if path.stat().st_size > MAXIMUM_BYTES:
            left.append(path.name)
            continue
        raw = _read(path)
        if _without(raw, codes) is not None:
            aside = _take_out(path, codes)
            left += [aside.name] if aside.exists() and _has_unreadable(_read(aside)) else []
        elif _has_unreadable(raw, codes):
            left.append(path.name)
    return tuple(left)


def _take_out(path: Path, codes: set[str]) -> Path:
    """Returns what the file is called now; it may be gone."""
    aside = path.with_name(f"{path.stem}-{secrets.token_hex(8)}.jsonl")
    os.rename(path, aside)
    while True:
        raw = _read(aside)
        kept = _without(raw, codes)
        if kept is None:
            return aside
        waiting = path.with_name(f".{secrets.token_hex(16)}.new")
        try:
            _write(waiting, kept, os.O_CREAT | os.O_EXCL)
            if aside.stat().st_size != len(raw):
                continue
            if kept.strip() and not _is_header_alone(kept):
                os.replace(waiting, aside)
            else:
                aside.unlink()
            return aside
        finally:
            waiting.unlink(missing_ok=True)


def _without(raw: bytes, codes: set[str]) -> bytes | None:
    """The content of a file without the lines of these learners; None where it has none."""
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if raw.startswith(mark):
            body = raw[len(mark) :].decode(codec, "surrogatepass")
            left = _without(body.encode("utf-8", "surrogatepass"), codes)
            return None if left is None else mark + left.decode("utf-8", "surrogatepass").encode(codec, "surrogatepass")
    lines = raw.splitlines(keepends=True)
    kept = [line for line in lines if not _is_of(line, codes)]
    return None if len(kept) == len(lines) else b"".join(kept)


def _is_header_alone(raw: bytes) -> bool:
    return len(raw.splitlines()) == 1 and version_of(raw) == FORMAT


def _is_of(line: bytes, codes: set[str]) -> bool:
    learner = _told(line).get("learner")
    return isinstance(learner, str) and learner in codes


def _told(line: bytes) -> dict[str, Any]:
    """What a line says, whatever its kind; nothing where it is no object."""
    try:
        loaded = json.loads(_in_our_form(line))
    except (ValueError, RecursionError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _has_unreadable(raw: bytes, holding: Iterable[str] = ("",)) -> bool:
    """Whether a file has a line that says nothing to us, and holds one of these."""
    marks = [one.encode() for one in holding]
    lines = (line for line in _in_our_form(raw).splitlines() if line.strip())
    return any(mark in line for line in lines if not _told(line) for mark in marks)


def _read(path: Path) -> bytes:
    """What a file holds. Raises OSError, also for a link."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb") as file:
        return file.read()


def _write(path: Path, data: bytes, flags: int = 0) -> os.stat_result | None:
    """Add to a file, and wait until it is on the disk. Returns None where it stands no longer under its name.

    Raises OSError; half a line is taken back where the disk lets us.
    """
    flags |= os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o644)
    before, done = os.fstat(descriptor).st_size, 0
    try:
        anew = not flags & os.O_CREAT and not before  # a browser's disk does that to what is gone
        while done < len(data) and not anew:
            done += os.write(descriptor, data[done:])
        os.fsync(descriptor)
        written = os.fstat(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, before + data.rfind(b"\n", 0, done) + 1)
        raise
    finally:
        os.close(descriptor)
    if anew:
        os.unlink(path)
        return None
    with suppress(FileNotFoundError):
        return written if os.path.samestat(written, os.stat(path)) else None
    return None


class SessionFile:
    """The file that this kernel appends to. It is made at the first event, so that looking leaves nothing behind."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path: Path | None = None
        self.written: os.stat_result | None = None
        """The file as it was after the last append."""

    def append(self, *events: Event) -> None:
        """Write events and wait until they are on the disk. Raises OSError.

        The next try then goes on with the same file, or takes a new one where a torn line was left in it. A new file
        to which nothing could be written goes again, or a full disk would leave one for every click.
        """
        lines = [event.to_line() for event in events]
        path, self.path = self.path, None
        if path is not None:
            with suppress(FileNotFoundError):  # erasing took it away
                if written := self._added(path, _joined(lines)):
                    self.path, self.written = path, written
                    return
        self.folder.mkdir(parents=True, exist_ok=True)
        stamp = now().translate({ord(c): None for c in "-:."})
        path = self.folder / f"session-{stamp}-{secrets.token_hex(4)}.jsonl"
        header = json.dumps({HEADER_KEY: FORMAT, "begun": now()})
        self.written = self._added(path, _joined([header, *lines]), os.O_CREAT | os.O_EXCL)
        self.path = path

    def _added(self, path: Path, data: bytes, flags: int = 0) -> os.stat_result | None:
        try:
            return _write(path, data, flags)
        except FileExistsError:
            raise
        except OSError:
            with suppress(OSError):
                raw = _read(path)
                if flags and raw.count(b"\n") < 2:  # our new file, with nothing in it but a header
                    path.unlink()
                elif raw.endswith(b"\n") and os.access(path, os.W_OK):
                    self.path = path
            raise


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
