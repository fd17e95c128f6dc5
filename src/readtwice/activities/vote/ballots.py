"""The two kinds of file in a folder that a class shares: what is voted on, and one ballot for each device.

A teacher's page writes the call, each learner's page its own ballot, and both whole or not at all. Whoever may write
there may write anything: so what is read is small, a plain file, of exactly this shape, or it is not there. A ballot
holds a random number for the device and nothing on a person.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import stat
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from readtwice.page.files import write_text
from readtwice.words import say

FOLDER_VARIABLE: Final = "READTWICE_VOTE_FOLDER"
"""Where a hub names the folder once for all, nobody has to type it."""

CALL: Final = "readtwice-vote.json"
MOST_BYTES: Final = 2_000
MOST_BALLOTS: Final = 1_000
"""Devices of one vote. More are not read: nobody has so many learners in a room."""

MOST_FILES: Final = 5_000
"""In the folder. A whole disk has more."""

_FORMAT = 1
_NUMBER = re.compile(r"[0-9a-f]{16}")
_BALLOT = re.compile(r"readtwice-ballot-([0-9a-f]{16})\.json")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
"""Packs, items and answers, as the course calls them."""


class FolderTrouble(ValueError):
    """A folder that cannot be used; the message says so in one sentence."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is voted on. `vote` names the hour, `round` this vote on this card. While nothing is asked, `item` is ''."""

    vote: str
    round: str
    pack: str = ""
    item: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class Ballot:
    """A device that is there, and what it chose in a round; '' where it has not."""

    vote: str
    round: str
    answer: str = ""


def new_number() -> str:
    """Sixteen random hexadecimal digits."""
    return secrets.token_hex(8)


def is_number(text: object) -> bool:
    """Whether this is such a number: names of files are made of it."""
    return isinstance(text, str) and _NUMBER.fullmatch(text) is not None


def named_folder() -> str:
    """The folder that this place names for all, or ''."""
    return os.environ.get(FOLDER_VARIABLE, "")


def folder_of(typed: str) -> Path:
    """A folder that is there. Raises FolderTrouble."""
    name = typed[:1000].strip().strip("\"'")
    folder = Path(os.path.expanduser(name))
    if not name or not os.path.isdir(folder):
        raise FolderTrouble(say("votes.no_folder"))
    return folder


def write_call(folder: Path, call: Call) -> None:
    """Raises FolderTrouble where nothing can be written."""
    _write(folder / CALL, {"readtwice_vote": _FORMAT, **asdict(call)})


def write_ballot(folder: Path, device: str, ballot: Ballot) -> None:
    """One file for a device: a later ballot takes the place of the one before. Raises FolderTrouble."""
    if not is_number(device):
        raise ValueError("that is no device")
    _write(folder / f"readtwice-ballot-{device}.json", {"readtwice_ballot": _FORMAT, **asdict(ballot)})


def _write(path: Path, content: dict[str, Any]) -> None:
    try:
        write_text(path, json.dumps(content, sort_keys=True) + "\n")
    except OSError as error:
        raise FolderTrouble(say("votes.closed", why=error.strerror)) from None


def read_call(folder: Path) -> Call | None:
    """What is voted on there; None where nothing is, or nothing that can be read."""
    found = _read(folder / CALL, "readtwice_vote")
    if found is None:
        return None
    call = Call(*(found.get(name) for name in ("vote", "round", "pack", "item", "open")))  # type: ignore[arg-type]
    names = all(isinstance(one, str) and (one == "" or _NAME.fullmatch(one)) for one in (call.pack, call.item))
    return call if is_number(call.vote) and is_number(call.round) and names and isinstance(call.open, bool) else None


def read_ballots(folder: Path, vote: str) -> dict[str, Ballot]:
    """The ballots of one vote, by device. Raises FolderTrouble for a folder that cannot be read, or is far too full."""
    found: dict[str, Ballot] = {}
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in islice(entries, MOST_FILES + 1)]
    except OSError as error:
        raise FolderTrouble(say("votes.closed", why=error.strerror)) from None
    if len(names) > MOST_FILES:
        raise FolderTrouble(say("votes.too_full", most=f"{MOST_FILES:,}"))
    for name in sorted(names):
        device = _BALLOT.fullmatch(name)
        ballot = read_ballot(folder, device[1]) if device and len(found) < MOST_BALLOTS else None
        if device and ballot and ballot.vote == vote:
            found[device[1]] = ballot
    return found


def read_ballot(folder: Path, device: str) -> Ballot | None:
    """The ballot of a device; None where there is none that can be read."""
    found = _read(folder / f"readtwice-ballot-{device}.json", "readtwice_ballot")
    if found is None:
        return None
    vote, round, answer = (found.get(name) for name in ("vote", "round", "answer"))
    if not is_number(vote) or not is_number(round) or not isinstance(answer, str):
        return None
    return Ballot(str(vote), str(round), answer) if answer == "" or re.fullmatch(r"[a-z_]{1,40}", answer) else None


def _read(path: Path, kind: str) -> dict[str, Any] | None:
    """A small plain file with one JSON object of ours. A link, a pipe, a device and whatever is larger is not read."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        handle = os.open(path, flags)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        try:
            content = file.read(MOST_BYTES + 1)
            found = json.loads(content) if len(content) <= MOST_BYTES else None
        except (OSError, ValueError, RecursionError):
            return None
    return found if isinstance(found, dict) and found.get(kind) == _FORMAT else None
