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
from readtwice.pack import Pack
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
    pictures: Sequence[Picture] = ()
    again: Pack | None = None
    """The card to go over again, as a lesson for a projector."""


Contents = Sequence[tuple[str, bytes]]
"""What a class handed in: names and contents, where a pasted text has no name."""

MakeReport = Callable[[Contents, Sequence[Contents]], ShownReport]
"""From what a class handed in, and what the classes handed in that were kept before, to a report."""


def _as_outputs(picture: Picture) -> tuple[dict[str, Any], ...]:
    bundles = chart_of(picture).bundles()
    return tuple({"output_type": "display_data", "data": one, "metadata": {}} for one in bundles)


class ClassReportDesk(PageWidget):
    """`example` is shown until something was handed in; `example_html` where nothing is running. `project` puts a
    lesson for a projector below, in place of the one that stood there; None takes it away."""

    _esm = script(__package__, "script.js", of_a_class=True)
    _css = style(__package__, "style.css", of_a_class=True)
    name = "class_report"
    pictures = traitlets.Tuple().tag(sync=True, **widget_serialization)
    """The pictures as charts, in their order: JupyterLab draws them, and the script gives each its place."""

    def __init__(
        self, make: MakeReport, example: ShownReport, example_html: Html, project: Callable[[Pack | None], None]
    ) -> None:
        self._make, self._example, self._example_html, self._project = make, example, example_html, project
        self._shown = example
        self._drawn: ShownReport | None = None
        self._pieces = Pieces()
        self._now: Contents = ()
        self._kept: list[Contents] = []
        super().__init__()

    def _draw(self) -> None:
        """The charts of the report that is shown: of the whole, then of each class where there are several."""
        if self._shown is not self._drawn:
            self._drawn = self._shown
            self.pictures = tuple(Output(outputs=_as_outputs(one)) for one in self._shown.pictures)

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
            "project": self._again,
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
        self._project(None)
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
        self._project(None)
        return say("class_report.cleared")

    def _again(self, _message: dict[str, Any]) -> str:
        self._project(self._shown.again)
        return say("class_report.projected") if self._shown.again else ""

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
