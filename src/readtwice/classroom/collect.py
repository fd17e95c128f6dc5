"""Collect a class's work: progress files, zips of them, and texts with result codes, in any mixture.

Nothing is executed and nothing is written: archives are read member by member in memory, within limits. One bad file
never stops the class; it is listed with its reason. A record counts before a code, and of several answers to a card
the first counts, so that handing in twice changes nothing.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from readtwice.marking.answer import verdict_of_sureness
from readtwice.record import CardSet, Event, Result, UnreadableCode, decode, merge
from readtwice.record.event import codes_of
from readtwice.record.files import read_bytes
from readtwice.words import say

MAXIMUM_BYTES = 20_000_000
"""Of one file or member, unpacked."""

MAXIMUM_MEMBERS = 5_000
MAXIMUM_RATIO = 100
"""Unpacked to packed; no text of ours shrinks further."""

_AFTER_ALL_RECORDS = "9999-12-31T23:59:59.999Z"
_CODE = re.compile(
    r"(?<![\w-])(?:[0-9a-z]{4}(?:[- ][0-9a-z]{4}){4,9}|(?=[a-z]*\d)[0-9a-z]{20,40})(?![\w-])", re.ASCII | re.IGNORECASE
)
_ARCHIVES = (".zip", ".tar", ".gz", ".7z", ".rar", ".bz2", ".xz")


@dataclass(frozen=True, slots=True)
class Rejected:
    """What was not counted, where it stands, and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Collected:
    """Each learner's answers, under one code each, as they happened; and all that was not counted."""

    learners: dict[str, tuple[Event, ...]]
    rejected: tuple[Rejected, ...]


def collect(paths: Iterable[Path], known: Iterable[CardSet]) -> Collected:
    """Read everything at some paths; folders with all that is in them. `known` are the sets that codes may be about."""
    rejected = list[Rejected]()
    files = (file for path in paths for file in _files(path))
    return _collected((one for file in files for one in _contents(file, rejected)), known, rejected)


def collect_contents(contents: Iterable[tuple[str, bytes]], known: Iterable[CardSet]) -> Collected:
    """Read what is in memory already: names and bytes of uploaded files, zips too. A pasted text has no name."""
    rejected = list[Rejected]()
    return _collected((one for pair in contents for one in _unpacked(*pair, rejected)), known, rejected)


def _collected(contents: Iterable[tuple[str, bytes]], known: Iterable[CardSet], rejected: list[Rejected]) -> Collected:
    sets, events = tuple(known), list[Event]()
    for name, content in contents:
        events += _events(name, content, sets, rejected)
    return Collected(_by_learner(merge(events)), tuple(rejected))


def _files(path: Path) -> list[Path]:
    return sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def _unpacked(name: str, content: bytes, rejected: list[Rejected]) -> Iterator[tuple[str, bytes]]:
    if len(content) > MAXIMUM_BYTES:
        rejected.append(Rejected(name, say("collect.too_large")))
    elif name.lower().endswith(".zip"):
        yield from _members(name, content, rejected)
    else:
        yield name or "pasted text", content


def _contents(path: Path, rejected: list[Rejected]) -> Iterator[tuple[str, bytes]]:
    try:
        if not path.is_file():
            rejected.append(Rejected(path.name, say("collect.no_file")))
        elif path.stat().st_size > MAXIMUM_BYTES:
            rejected.append(Rejected(path.name, say("collect.too_large")))
        else:
            yield from _unpacked(path.name, path.read_bytes(), rejected)
    except OSError as error:
        rejected.append(Rejected(path.name, say("collect.closed", why=error.strerror)))


def _members(archive: str, content: bytes, rejected: list[Rejected]) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            members = [one for one in opened.infolist() if not one.is_dir()]
            if len(members) > MAXIMUM_MEMBERS:
                rejected.append(Rejected(archive, say("collect.too_many", most=MAXIMUM_MEMBERS)))
                return
            for member in members:
                name = f"{archive}: {member.filename}"
                if member.filename.lower().endswith(_ARCHIVES):
                    rejected.append(Rejected(name, say("collect.nested")))
                elif member.file_size > MAXIMUM_BYTES or member.file_size > MAXIMUM_RATIO * (member.compress_size + 1):
                    rejected.append(Rejected(name, say("collect.too_large")))
                elif member.flag_bits & 1:
                    rejected.append(Rejected(name, say("collect.locked")))
                else:
                    with opened.open(member) as file:
                        yield name, file.read(member.file_size)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        rejected.append(Rejected(archive, say("collect.damaged", why=type(error).__name__)))


def _events(name: str, content: bytes, sets: tuple[CardSet, ...], rejected: list[Rejected]) -> Iterator[Event]:
    if name.lower().endswith(".jsonl") or content.lstrip().startswith(b"{"):
        found, notices = read_bytes(content, name)
        rejected += [Rejected(name, notice.reason) for notice in notices]
        yield from found
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        rejected.append(Rejected(name, say("collect.no_text")))
        return
    count = 0
    for number, line in enumerate(text.splitlines(), start=1):
        for code in _CODE.findall(line[:100_000]):
            count += 1
            try:
                yield from _events_of(decode(code, sets))
            except UnreadableCode as error:
                rejected.append(Rejected(f"{name}:{number}", str(error)))
    if not count:
        rejected.append(Rejected(name, say("collect.nothing")))


def _events_of(result: Result) -> Iterator[Event]:
    for item, tap in zip(result.cards.items, result.answers, strict=True):
        if tap:
            answer = [verdict_of_sureness(item.kind, tap)]
            event_id = f"code-{result.learner}-{result.cards.number}-{item.id}"[:64]
            about = (result.learner, result.cards.pack, item.id, item.revision, result.cards.occasion)
            yield Event(event_id, *about, answer, tap, time=_AFTER_ALL_RECORDS)


def _by_learner(events: tuple[Event, ...]) -> dict[str, tuple[Event, ...]]:
    joins = [event for event in events if event.kind == "join"]
    name_of: dict[str, str] = {}
    by_name: dict[str, list[Event]] = {}
    for event in events:
        if event.kind != "answer":
            continue
        if event.learner not in name_of:
            codes = codes_of(event.learner, joins) if joins else {event.learner}
            name_of |= dict.fromkeys(codes, min(codes))
        by_name.setdefault(name_of[event.learner], []).append(event)
    return {name: tuple(mine) for name, mine in by_name.items()}
