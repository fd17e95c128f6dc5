"""Zips, read member by member in memory and within limits. Nothing is unpacked to the disk, and no name is a path."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Callable, Iterator

from readtwice.words import say

MAXIMUM_FILE = 8_000_000
"""Bytes of one file, unpacked. A whole course by one learner takes well under a million."""

MAXIMUM_ZIP = 100_000_000
MAXIMUM_UNPACKED = 400_000_000
"""Of all that is in one zip together."""

MAXIMUM_MEMBERS = 20_000
MAXIMUM_RATIO = 100
"""Unpacked to packed; no text of ours shrinks further. What is small anyway may."""

_SMALL = 100_000
_MEMBER = b"PK\x01\x02"
_LOCKED = 0x1
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways in which computers at schools pack. Others may ask for gigabytes of memory to begin with."""

Told = Callable[[int, str, str], None]
"""Takes the number and the name of a member, 0 and '' for the zip itself, and the reason why it is not read."""


def members(content: bytes, passed_over: Callable[[str], bool], told: Told) -> Iterator[tuple[int, str, bytes]]:
    """Number, name and content of each file in a zip, in the order of their names; what is not read is `told`.

    Names for which `passed_over` is true are neither read nor counted.
    """
    if content.count(_MEMBER) > MAXIMUM_MEMBERS:  # asked before anything is made of them
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
    left = MAXIMUM_UNPACKED
    for number, member in enumerate(listed, start=1):
        reason = _why_not(member)
        if not reason and member.file_size > left:
            told(0, "", say("collect.too_much"))
            return
        left -= 0 if reason else member.file_size
        if not reason:
            try:
                with opened.open(member) as file:
                    unpacked = file.read(MAXIMUM_FILE + 1)
            except Exception:  # as above, and zlib's own
                reason = say("collect.damaged_member")
            else:
                yield number, member.filename, unpacked
                continue
        told(number, member.filename, reason)


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
