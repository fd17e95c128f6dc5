"""`readtwice slips`: codes to hand out instead of names, one a line or as a page to print and cut up."""

from __future__ import annotations

import sys
from pathlib import Path

from readtwice.classroom.slip_sheet import slip_sheet
from readtwice.publish import write_text
from readtwice.record import new_slips


def print_slips(count: int, output: str) -> int:
    """Print so many new slips, or write a page with them. Returns 1, with one sentence, where that cannot be."""
    try:
        if output:
            write_text(Path(output), slip_sheet(count))
        else:
            print("\n".join(new_slips(count)))
    except ValueError as error:
        print(f"{str(error)[0].upper()}{str(error)[1:]}.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{output} cannot be written ({error.strerror}). Check the folder.", file=sys.stderr)
        return 1
    return 0
