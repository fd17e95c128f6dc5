"""Slips: the small codes, such as TEAL-27-K4, that a teacher may hand out instead of names.

A slip has a colour, a number from 10 to 99, and two characters that catch slips of the pen. The learner's code of
40 bits is made from it, so that a teacher who keeps the list of slips can find a learner again and nobody else can
read a name out of anything. The number's parity is the code's parity: it decides who gets which half of a form first.
"""

from __future__ import annotations

import re
import secrets
from functools import cache
from hashlib import sha256

from readtwice.record.typed import characters_of
from readtwice.words import say

COLOURS = (
    *("AMBER", "AQUA", "AZURE", "BEIGE", "BLACK", "BLUE", "BRONZE", "BROWN", "COBALT", "COPPER", "CORAL", "CREAM"),
    *("CRIMSON", "CYAN", "EBONY", "EMERALD", "FAWN", "GOLD", "GREEN", "GREY", "HAZEL", "INDIGO", "IVORY", "JADE"),
    *("KHAKI", "LEMON", "LILAC", "LIME", "MAGENTA", "MAROON", "MAUVE", "MINT", "MUSTARD", "NAVY", "OCHRE", "OLIVE"),
    *("ORANGE", "PEACH", "PEARL", "PINK", "PLUM", "PURPLE", "RED", "ROSE", "RUBY", "RUST", "SAND", "SCARLET"),
    *("SILVER", "SKY", "SLATE", "TAN", "TEAL", "UMBER", "VIOLET", "WHITE", "YELLOW"),
)
EXAMPLE = "TEAL-27-K4"
"""The slip that stands in our words and guides. Nobody is given it, or a class would hold whoever tries it out too."""

MOST_SLIPS = len(COLOURS) * 90 - 1
"""All that there are but EXAMPLE."""

_LETTERS = "ABCDEFGHJKMNPQRTUVWXY"
_DIGITS = "23456789"
_SLIP = re.compile(r"([A-Z01]{3,7})([0-9OIL]{2})([A-Z]\d)", re.ASCII)
_AS_READ = str.maketrans("OIL", "011")
_COLOURS_AS_READ = {colour.translate(_AS_READ): colour for colour in COLOURS}
"""No two are alike when an O is a zero, and an I or an L a one."""


class UnreadableSlip(ValueError):
    """A slip that cannot be right; the message says so in one sentence."""


def check_characters(colour: str, number: int) -> str:
    """The letter and the digit that end a slip."""
    digest = sha256(f"slip v12 {colour} {number}".encode()).digest()
    return _LETTERS[digest[0] % len(_LETTERS)] + _DIGITS[digest[1] % len(_DIGITS)]


def read_slip(text: str) -> str:
    """A slip in its one form, such as TEAL-27-K4, from what somebody typed. Raises UnreadableSlip."""
    found = _SLIP.fullmatch(characters_of(text)) if len(text) <= 40 else None
    if found is None:
        raise UnreadableSlip(say("slip.form"))
    colour = _COLOURS_AS_READ.get(found[1].translate(_AS_READ), "")
    number, check = int(found[2].translate(_AS_READ)), found[3]
    if not colour or number < 10 or check != check_characters(colour, number):
        raise UnreadableSlip(say("slip.check"))
    return f"{colour}-{number}-{check}"


def learner_of(slip: str) -> str:
    """The learner's code of a slip: ten hexadecimal digits whose parity is that of the slip's number."""
    code = int.from_bytes(sha256(slip.encode()).digest()[:5])
    return f"{code & ~1 | int(slip.split('-')[1]) & 1:010x}"


@cache
def _slips_by_learner() -> dict[str, str]:
    return {learner_of(slip): slip for slip in _all_slips()}


@cache
def learners_with_slips() -> frozenset[str]:
    """The learner's codes of all slips that there are."""
    return frozenset(_slips_by_learner())


def slip_of(learner: str) -> str:
    """The slip that a learner's code was made from; empty for a code that was made without one."""
    return _slips_by_learner().get(learner, "")


@cache
def _all_slips() -> tuple[str, ...]:
    return tuple(
        f"{colour}-{number}-{check_characters(colour, number)}" for colour in COLOURS for number in range(10, 100)
    )


def learner_number(learner: str) -> int:
    """Ten hexadecimal digits as they are; any other code by its hash."""
    if len(learner) == 10 and set(learner) <= set("0123456789abcdef"):
        return int(learner, 16)
    return int.from_bytes(sha256(learner.encode("utf-8", "surrogatepass")).digest()[:5])


def parity(learner: str) -> int:
    """0 or 1: which half, and which form, a learner gets first."""
    try:
        return int(learner, 16) & 1
    except ValueError:
        return 0


def new_slips(count: int) -> tuple[str, ...]:
    """So many different slips in a random order. Raises ValueError for more than there are, or fewer than one."""
    if not 1 <= count <= MOST_SLIPS:
        raise ValueError(say("error.record.slip_count", most_slips=MOST_SLIPS, count=count))
    return tuple(secrets.SystemRandom().sample([slip for slip in _all_slips() if slip != EXAMPLE], count))
