"""The line of result codes that a learner hands in, as its page gets it."""

from __future__ import annotations

from readtwice.page.views import View
from readtwice.record import Line
from readtwice.words import say, words


def line_view(line: Line) -> View:
    """The codes, and what is said around them: of a line that does not hold all, nothing that says so."""
    said = words()["result_code"]
    if line.lacks:
        said = {**said, **said["in_part"], "label": say("result_code.in_part.label", lacks=line.lacks)}
    return {"code": line.code, "code_said": said if line.code else {}}
