"""A gradebook column on a teacher's page: the teacher's list comes in and goes out with completion, as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from readtwice.widgets.base import PageWidget, script
from readtwice.widgets.pieces import Pieces
from readtwice.widgets.views import View
from readtwice.words import say, words

MOST_SLIPS = 12
"""Slips that are named where nothing was handed in; of more, the rest is left to the file."""

LESSONS = ("01", "02", "03", "04", "05", "06", "07")

MakeColumn = Callable[[str, bytes, str, str], tuple[str, Sequence[str], Sequence[str]]]
"""From the list's name and content, the platform and what was set, to a text, sentences about it, and slips of which
nothing was handed in. Raises ValueError, with a sentence for the teacher, where it cannot be made."""


class GradebookColumn(PageWidget):
    """Keeps nothing: the list comes in a message and is forgotten with it."""

    _esm = script("gradebook_column.js")
    name = "gradebook_column"

    def __init__(self, make: MakeColumn) -> None:
        self._make = make
        self._pieces = Pieces()
        super().__init__()

    def build(self) -> View:
        lessons = {number: say("gradebook_column.lesson", number=int(number)) for number in LESSONS}
        known = words()["gradebook_column"]
        return {
            "formats": [{"code": code, "label": label} for code, label in known["formats"].items()],
            "work": [{"code": code, "label": label} for code, label in (known["work"] | lessons).items()],
        }

    def receive(self, message: dict[str, Any]) -> str:
        if message["type"] == "piece":
            return self._pieces.take(message)
        files = self._pieces.files()
        if not files:
            return say("gradebook_column.no_roster")
        platform, what = str(message["format"]), str(message["what"])
        if platform not in words()["gradebook_column"]["formats"]:
            raise KeyError(platform)
        name, content = files[0]
        try:
            text, told, missing = self._make(name, content, platform, what)
        except ValueError as error:
            return str(error)
        file = f"read-twice-{platform}.{'txt' if platform == 'classroom' else 'csv'}"
        self.hand_over(file, text)
        said = [say("gradebook_column.made", name=file), *told]
        if missing:
            slips = ", ".join(missing[:MOST_SLIPS]) + (", …" if len(missing) > MOST_SLIPS else "")
            said.append(say("gradebook_column.missing", count=len(missing), slips=slips))
        return " ".join(said)

    def static_html(self) -> str:
        return f"<p>{escape(say('gradebook_column.how'))}</p>"
