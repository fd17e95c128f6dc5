"""The line of result codes that a learner hands in, as its page gets it."""

from __future__ import annotations

from readtwice.page.views import View
from readtwice.record import Line
from readtwice.words import say, words

SAID = ("label", "note", "copy", "copy_link", "copied")


def line_view(line: Line) -> View:
    """The codes, and what is said around them: of a line that does not hold all, nothing that says so."""
    if not line.code:
        return {"code": "", "code_said": None}
    said = {key: words()["result_code"][key] for key in SAID}
    if line.lacks:
        said |= {**words()["result_code"]["in_part"], "label": say("result_code.in_part.label", lacks=line.lacks)}
    return {"code": line.code, "code_said": said}
