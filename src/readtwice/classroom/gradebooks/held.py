"""What a cell of a gradebook holds already, and whether something that was handed in may take its place.

What a platform holds is data, and perhaps a decision of the teacher's: a number is raised and never lowered, and words
such as EX or N/A stay. Who wants it otherwise has to say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?=[.,]|$)", re.ASCII)
_DIGITS = re.compile(r"([+-]?)(\d+(?:[.,]\d+)*)", re.ASCII)
_NEARLY = 0.005
"""Platforms show two decimals; what is nearer than half of the last is the same grade."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One learner's cell: the slip, its line in the list, what the platform holds, and what the work would give."""

    slip: str
    line: int
    held: str
    earned: str


def is_empty(held: str, no_grade: tuple[str, ...] = ()) -> bool:
    """Whether a cell holds nothing: blanks, or the sign by which a platform says so itself."""
    return not held.strip() or held.strip() in no_grade


def may_change(
    held: str,
    earned: str,
    worth: float,
    *,
    is_told: bool = True,
    no_grade: tuple[str, ...] = (),
    overwrite: bool = False,
) -> bool:
    """Whether what was earned takes the place of what a cell holds.

    `worth` is the number of points that `earned` is out of. Where it is not `is_told`, what is held may be out of
    another: then only a percentage tells whether it is less. With `overwrite` whatever differs gives way.
    """
    if is_empty(held, no_grade):
        return True
    if is_same(held, earned, worth):
        return False
    numbers = readings(held, worth) if is_told or held.rstrip().endswith("%") else frozenset()
    return overwrite or (bool(numbers) and max(numbers) < float(earned))


def is_same(held: str, earned: str, worth: float) -> bool:
    """Whether a cell holds the very grade that was earned, however it is written."""
    numbers = readings(held, worth)
    return bool(numbers) and all(abs(one - float(earned)) < _NEARLY for one in numbers)


def readings(text: str, worth: float) -> frozenset[float]:
    """The points that a cell may stand for; none where it is no number, two where 1.000 may be one or a thousand.

    A percentage is one of `worth`. Decimal points and commas are read, and thousands by points, commas or blanks.
    """
    text = text.strip()
    share = text.endswith("%")
    text = _GROUPED.sub(lambda match: re.sub(r"[ '’\u00a0\u202f]", "", match[0]), text.removesuffix("%").rstrip())
    found = _DIGITS.fullmatch(text)
    if found is None or len(text) > 30:
        return frozenset()
    sign, digits = found.groups()
    numbers = {float(f"{sign}{one}") for one in _written(digits)}
    return frozenset(one * worth / 100 for one in numbers) if share else frozenset(numbers)


def _written(digits: str) -> list[str]:
    """Digits with a decimal point and without thousands, in each way in which they may be meant."""
    whole, *groups = re.split("[.,]", digits)
    signs = re.findall("[.,]", digits)
    in_thousands = 0 < len(whole) <= 3 and not whole.startswith("0")
    if not signs:
        return [digits]
    ways = []
    if len(set(signs)) == 1 and in_thousands and all(len(one) == 3 for one in groups):
        ways.append(whole + "".join(groups))
    if len(signs) == 1:
        ways.append(f"{whole}.{groups[0]}")
    elif len(set(signs[:-1])) == 1 and signs[-1] != signs[0] and in_thousands and all(len(x) == 3 for x in groups[:-1]):
        ways.append(f"{whole}{''.join(groups[:-1])}.{groups[-1]}")
    return ways
