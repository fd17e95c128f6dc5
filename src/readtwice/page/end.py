"""End: the last cell of a lesson. Run All leaves a reader at the bottom; this takes the page back to its top."""

from __future__ import annotations

from typing import Any

from readtwice.page.base import CourseWidget, script
from readtwice.page.views import View


class End(CourseWidget):
    """Returns to the top of the page. A lesson ends in its next step, so nothing is said here."""

    _esm = script(__package__, "end.js")
    name = "end"
    static_phrase = "not_running"

    def build(self) -> View:
        return {}

    def receive(self, message: dict[str, Any]) -> str:
        raise ValueError("the end sends nothing")
