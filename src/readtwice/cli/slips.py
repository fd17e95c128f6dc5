"""`readtwice slips`: codes to hand out instead of names, one a line or as a page to print and cut up."""

from __future__ import annotations

from readtwice.classroom.slips.sheet import slip_sheet
from readtwice.cli.said import refuse, write_page
from readtwice.record import new_slips


def print_slips(count: int, output: str) -> int:
    """Print so many new slips, or write a page with them. Returns 1, with one sentence, where that cannot be."""
    try:
        if output:
            return write_page(output, slip_sheet(count))
        print("\n".join(new_slips(count)))
    except ValueError as error:
        return refuse(error)
    return 0
