"""Which version of the package a page needs, and the lines of its first code cell that compare.

Pages and package travel apart: on a hub nbgitpuller brings new pages to whatever package is installed. The lines are
plain Python, because a package that is too old has never heard of them. They know no newer package that would be
wrong: a verb goes on taking what pages gave it (docs/how_it_works.md, "Versions").
"""

from __future__ import annotations

import re
from typing import Any

from readtwice.words import say

NEEDED = (0, 2)
"""The oldest package that runs the pages of this course: it goes up with each verb that is new or takes more."""

OURS = re.compile(r"^(?:from|import) readtwice\b", re.M)
TEACHERS = re.compile(r"^from readtwice import classroom$", re.M)
CHECK = re.compile(
    r"\A(?:from [^\n]*\n+)*?from readtwice import __version__ as installed\n\nif [^\n]*:\n(?:    [^\n]*\n)+\n"
)
"""The lines as any version of this module wrote them."""


def check(source: str) -> str:
    """The lines for a cell that imports the course. IPython shows a UsageError as its one sentence.

    It stops those cells too that Run All has sent by then; the second gives the page time to send them all.
    """
    versions = {"needed": ".".join(map(str, NEEDED)), "installed": "{installed}"}
    teachers = TEACHERS.search(source)
    sentence = say("page.needs_teacher", **versions) if teachers else say("page.needs", **versions)
    return (
        "from time import sleep\n\nfrom IPython.core.error import UsageError\n\n"
        "from readtwice import __version__ as installed\n\n"
        f'if tuple(map(int, installed.split("."))) < {NEEDED}:\n    sleep(1)\n    raise UsageError(f"{sentence}")\n\n'
    )


def check_version(cells: list[dict[str, Any]]) -> None:
    """Put the lines first in the first code cell that imports the package, and leave them out everywhere else."""
    found = False
    for cell in cells:
        if cell["cell_type"] == "code":
            source = CHECK.sub("", cell["source"])
            if not found and OURS.search(source):
                source, found = check(source) + source, True
            cell["source"] = source
