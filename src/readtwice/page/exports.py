"""Buttons that hand the learner a file: it is made in Python and downloaded by the browser, with no server between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readtwice.markup import Html, each, html
from readtwice.page.base import CourseWidget, script
from readtwice.page.elsewhere import hint
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.words import say, words

Make = Callable[[str], tuple[str, str]]
"""From a format to a file name and its text. Raises ValueError, with a sentence for the learner, where it cannot."""


class Exports(CourseWidget):
    """One button for each format. Nothing is saved by it."""

    _esm = script(__package__, "exports.js")
    name = "exports"

    def __init__(self, session: Session, make: Make) -> None:
        self._make = make
        self._file: dict[str, str] | None = None
        super().__init__(session)

    def build(self) -> View:
        file, self._file = self._file, None
        return {
            "formats": [{"code": c, "label": label} for c, label in words()["exports"]["formats"].items()],
            "file": file,
        }

    def receive(self, message: dict[str, Any]) -> str:
        if message["format"] not in words()["exports"]["formats"]:
            raise ValueError("there is no such format")
        try:
            name, text = self._make(message["format"])
        except ValueError as error:
            return " ".join(filter(None, (str(error), hint(self.session))))
        self._file = {"name": name, "text": text}
        return say("exports.made", name=name)

    def static_html(self) -> Html:
        phrases = words()["exports"]
        return html("<p>{}</p><ul>{}</ul>", phrases["how"], each("<li>{}</li>", phrases["formats"].values()))
