"""The class report on a teacher's page: a paste box, a file chooser, a button, and the report below them.

What is handed in stays in memory. The view holds the report alone: pasted text and files come in messages, and what a
teacher downloads goes out in one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import traitlets
from ipywidgets import Output, widget_serialization

from readtwice.classroom.reporting.parts import Picture
from readtwice.classroom.reporting.picture import chart_of
from readtwice.markup import Html, html
from readtwice.page.base import PageWidget, script, style
from readtwice.page.pieces import Pieces
from readtwice.page.views import View
from readtwice.words import say

FILES = {"report": "class-report.html", "share": "class-report-to-share.html"}


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report as this page shows it: its parts as JSON values, and how to make each of FILES.

    `not_counted` names files, which may hold names of learners, so it is for this page alone. `pages` raise ValueError,
    with a sentence for the teacher, where a page cannot be made.
    """

    parts: Sequence[View]
    learners: int
    not_counted: Sequence[str]
    pages: dict[str, Callable[[], str]]
    picture: Picture | None = None


Contents = Sequence[tuple[str, bytes]]
"""What a class handed in: names and contents, where a pasted text has no name."""

MakeReport = Callable[[Contents, Sequence[Contents]], ShownReport]
"""From what a class handed in, and what the classes handed in that were kept before, to a report."""


class ClassReportDesk(PageWidget):
    """`example` is shown until something was handed in; `example_html` where nothing is running."""

    _esm = script(__package__, "script.js", of_a_class=True)
    _css = style(__package__, "style.css", of_a_class=True)
    name = "class_report"
    picture = traitlets.Instance(Output).tag(sync=True, **widget_serialization)
    """The picture as a chart: JupyterLab draws it, and the script gives it its place."""

    def __init__(self, make: MakeReport, example: ShownReport, example_html: Html) -> None:
        self._make, self._example, self._example_html = make, example, example_html
        self._shown = example
        self._drawn: ShownReport | None = None
        self._pieces = Pieces()
        self._now: Contents = ()
        self._kept: list[Contents] = []
        self.picture = Output()
        super().__init__()

    def _draw(self) -> None:
        """The chart of the report that is shown, in the place of the one before."""
        if self._shown is not self._drawn:
            self._drawn = self._shown
            bundles = chart_of(self._shown.picture).bundles() if self._shown.picture else ()
            self.picture.outputs = tuple(
                {"output_type": "display_data", "data": one, "metadata": {}} for one in bundles
            )

    def build(self) -> View:
        self._draw()
        how = say("report.how.label")
        is_example = self._shown is self._example
        not_counted = [] if is_example else list(self._shown.not_counted)
        return {
            "parts": list(self._shown.parts),
            "is_example": is_example,
            "how": how,
            "not_counted": not_counted,
            "kept": len(self._kept),
        }

    def receive(self, message: dict[str, Any]) -> str:
        does = {
            "piece": self._pieces.take,
            "make": self._report,
            "keep": self._keep,
            "clear": self._clear,
            "download": self._download,
        }
        return does[message["type"]](message)

    def _report(self, message: dict[str, Any]) -> str:
        handed_in = self._pieces.files()
        if handed_in is None:
            return say("class_report.too_much", most=Pieces.MOST_MEGABYTES)
        if message["text"].strip():
            handed_in = [("", message["text"].encode("utf-8", "replace")), *handed_in]
        if not handed_in:
            return say("class_report.empty")
        self._shown, self._now = self._make(handed_in, self._kept), handed_in
        if not self._shown.learners:
            return say("class_report.made_nothing")
        return say("class_report.made", learners=self._shown.learners, rejected=len(self._shown.not_counted))

    def _keep(self, _message: dict[str, Any]) -> str:
        if not self._now:
            return say("class_report.nothing_to_keep")
        self._kept, self._now = [*self._kept, self._now], ()
        return say("class_report.kept", number=len(self._kept))

    def _clear(self, _message: dict[str, Any]) -> str:
        self._pieces.files()
        self._kept, self._now = [], ()
        self._make((), ())
        self._shown = self._example
        return say("class_report.cleared")

    def _download(self, message: dict[str, Any]) -> str:
        name = FILES[message["what"]]
        try:
            page = self._shown.pages[message["what"]]()
        except ValueError as error:
            return str(error)
        self.hand_over(name, page)
        return say("class_report.downloaded", name=name)

    def static_html(self) -> Html:
        return html("<p>{}</p>{}", say("class_report.how"), self._example_html)
