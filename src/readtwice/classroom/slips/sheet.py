"""Slips as a page to print: a sheet to cut up, and behind it the teacher's own list with room for names."""

from __future__ import annotations

from collections.abc import Sequence

from readtwice.page.standing_alone import filled
from readtwice.record import new_slips
from readtwice.words import words


def slip_sheet(count: int) -> str:
    """A page with so many new slips, all different. Raises ValueError for fewer than one or more than there are."""
    return sheet_of([("", slip) for slip in new_slips(count)])


def sheet_of(slips: Sequence[tuple[str, str]]) -> str:
    """A page with these names and slips; a name may be empty."""
    phrases = words()["slips"]
    rows = [(slip, name) for name, slip in slips]
    return filled("classroom/slips/sheet.html", title=phrases["title"], phrases=phrases, slips=rows)
