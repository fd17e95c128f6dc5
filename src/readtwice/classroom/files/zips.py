"""Zips, read member by member in memory and within limits. Nothing is unpacked to the disk, and no name is a path."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from readtwice.words import say

MAXIMUM_FILE = 8_000_000
"""Bytes of one file, unpacked. A whole course by one learner takes well under a million."""

MAXIMUM_ZIP = 100_000_000
MAXIMUM_UNPACKED = 400_000_000
"""Of all that is in one zip together."""

MAXIMUM_MEMBERS = 20_000
MOST_IN_DIRECTORY = 100_000
"""Entries of a zip's directory, which is read whole before anything else."""

MAXIMUM_OF_ONE = 40_000_000
MOST_FILES_OF_ONE = 1_000
"""Bytes, unpacked, and files of one submission in a class's zip. Who hands in more is cut short, and nobody else."""

MAXIMUM_RATIO = 100
"""Unpacked to packed; no text of ours shrinks further. What is small anyway may."""

_SMALL = 100_000
_MEMBER, _END = b"PK\x01\x02", b"PK\x05\x06"
_LONGEST_END = 65_557
_LOCKED = 0x1
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways in which computers at schools pack. Others may ask for gigabytes of memory to begin with."""

Told = Callable[[int, str, str], None]
"""Takes the number and the name of a member, 0 and '' for the zip itself, and the reason why it is not read."""


@dataclass(slots=True)
class Budget:
    """What may still be unpacked: bytes and files."""

    bytes: int
    files: int
    is_used_up: bool = False

    def takes(self, size: int) -> bool:
        """Whether a file of so many bytes may be unpacked; if so it is counted."""
        if self.is_used_up or size > self.bytes or not self.files:
            return False
        self.bytes, self.files = self.bytes - size, self.files - 1
        return True


def of_one() -> Budget:
    """The budget of one submission."""
    return Budget(MAXIMUM_OF_ONE, MOST_FILES_OF_ONE)


def members(
    content: bytes, passed_over: Callable[[str], bool], told: Told, budget: Budget | None = None
) -> Iterator[tuple[int, str, bytes, Budget]]:
    """Number, name and content of each file in a zip, in the order of their names; what is not read is `told`.

    With each comes the budget of its submission: what lies in one folder, below the folders that all share. With
    `budget` the whole zip is part of that one submission. Names for which `passed_over` is true are neither read nor
    counted.
    """
    if _entries(content) > MOST_IN_DIRECTORY:  # asked before anything is made of them
        told(0, "", say("collect.too_many", most=f"{MAXIMUM_MEMBERS:,}"))
        return
    try:
        opened = zipfile.ZipFile(io.BytesIO(content))
        listed = sorted(
            (one for one in opened.infolist() if not (one.is_dir() or passed_over(one.filename))),
            key=lambda one: one.filename,
        )
    except Exception:  # zipfile answers damage with a dozen kinds of exception, some of them undocumented
        told(0, "", say("collect.damaged"))
        return
    if not listed:
        told(0, "", say("collect.nothing"))
    of_class, of_each = Budget(MAXIMUM_UNPACKED, MAXIMUM_MEMBERS), dict[str, Budget]()
    shared = _shared_folders([one.filename for one in listed])
    for number, member in enumerate(listed, start=1):
        reason, its = _why_not(member), budget
        if its is None:
            its = of_each.setdefault(_submission(member.filename, shared), of_one())
        if not reason:
            if its.is_used_up:
                continue
            if not its.takes(member.file_size):
                its.is_used_up = True
                reason = _too_much_of_one()
            elif not of_class.takes(member.file_size):
                full = say("collect.too_many", most=f"{MAXIMUM_MEMBERS:,}")
                told(0, "", say("collect.too_much") if of_class.files else full)
                return
        if not reason:
            try:
                with opened.open(member) as file:
                    unpacked = file.read(MAXIMUM_FILE + 1)
            except Exception:  # as above, and zlib's own
                reason = say("collect.damaged_member")
            else:
                yield number, member.filename, unpacked, its
                continue
        told(number, member.filename, reason)


def _too_much_of_one() -> str:
    return say("collect.too_much_of_one", most=MAXIMUM_OF_ONE // 1_000_000, files=MOST_FILES_OF_ONE)


def _entries(content: bytes) -> int:
    """How many entries a zip's directory has, counted where it lies: a zip inside it has a directory of its own."""
    end = content.rfind(_END, max(0, len(content) - _LONGEST_END))
    size = struct.unpack_from("<I", content, end + 12)[0] if 0 <= end <= len(content) - 22 else 0xFFFFFFFF
    start = end - size if size < end else 0  # a directory of more than four billion bytes says its size elsewhere
    return content.count(_MEMBER, start)


def _shared_folders(names: Sequence[str]) -> int:
    """How many folders all files lie in together."""
    folders = [name.replace("\\", "/").split("/")[:-1] for name in names]
    depth = 0
    while folders and all(len(one) > depth and one[depth] == folders[0][depth] for one in folders):
        depth += 1
    return depth


def _submission(name: str, shared: int) -> str:
    """What a file was handed in with: the folder that is its own, or else the file alone."""
    return name.replace("\\", "/").split("/")[shared]


def _why_not(member: zipfile.ZipInfo) -> str:
    mode = member.external_attr >> 16
    if mode and not (stat.S_ISREG(mode) or stat.S_IFMT(mode) == 0):
        return say("collect.link")
    if member.flag_bits & _LOCKED:
        return say("collect.locked")
    if member.compress_type not in _PLAIN:
        return say("collect.packing")
    if member.file_size > MAXIMUM_FILE:
        return say("collect.too_large")
    if member.file_size > max(_SMALL, MAXIMUM_RATIO * (member.compress_size + 1)):
        return say("collect.bomb")
    return ""
