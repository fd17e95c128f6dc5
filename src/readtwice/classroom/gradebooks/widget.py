"""A gradebook column on a teacher's page: the teacher's list comes in, what will change is shown, a file goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from readtwice.classroom.gradebooks.gradebook import PLATFORMS
from readtwice.lessons.opened import lessons_at_hand
from readtwice.pack import PackError, load_pack
from readtwice.page.base import PageWidget, script, style
from readtwice.page.pieces import Pieces
from readtwice.page.views import View
from readtwice.syllabus import syllabus
from readtwice.words import say, words

MOST_SLIPS = 12
"""Slips that are named where nothing was handed in; of more, the rest is left to the file."""


@dataclass(frozen=True, slots=True)
class MadeColumn:
    """The text of a file, sentences about it, lists of cells below their headings, and the slips without work."""

    text: str
    told: Sequence[str]
    lists: Sequence[tuple[str, Sequence[str]]]
    missing: Sequence[str]


def _title(code: str) -> str:
    """What a lesson beside the course is called."""
    try:
        return load_pack(code).article.title
    except PackError:
        return code


MakeColumn = Callable[[str, bytes, str, Sequence[str], bool], MadeColumn]
"""From the list's name and content, the platform, the sets of work, and whether what is held may be replaced. Raises
ValueError, with a sentence for the teacher, where it cannot be made."""

Arrived = Callable[[], tuple[dict[str, int], Sequence[str]]]
"""How many learners handed in each set of work, and which sets to choose beforehand."""


class GradebookColumn(PageWidget):
    """The list comes in a message and is forgotten with it. What was made of it waits in memory for its download."""

    _esm = script(__package__, "script.js", of_a_class=True)
    _css = style(__package__, "style.css", of_a_class=True)
    name = "gradebook_column"

    def __init__(self, make: MakeColumn, arrived: Arrived) -> None:
        self._make = make
        self._arrived = arrived
        self._pieces = Pieces()
        self._made: tuple[str, MadeColumn] | None = None
        self._work = arrived()
        super().__init__()

    def build(self) -> View:
        lessons = {one.id: say("gradebook_column.lesson", number=one.number) for one in syllabus().practised}
        known = words()["gradebook_column"]
        learners, chosen = self._work
        labels = {code: _title(code) for code in learners} | lessons_at_hand() | known["work"] | lessons
        order = sorted(labels, key=lambda code: code not in learners)  # what arrived stands above
        work = [
            {"code": code, "label": labels[code], "learners": learners.get(code, 0), "chosen": code in chosen}
            for code in order
        ]
        file, lists = "", list[dict[str, object]]()
        if self._made:
            file, made = self._made
            lists = [{"heading": heading, "lines": list(lines)} for heading, lines in made.lists]
        return {
            "formats": [{"code": code, "label": label} for code, label in known["formats"].items()],
            "work": work,
            "file": file,
            "lists": lists,
        }

    def forget(self) -> None:
        """Drop what was made, and show what the class has handed in by now."""
        self._made, self._work = None, self._arrived()
        self.show()

    def receive(self, message: dict[str, Any]) -> str:
        if message["type"] == "piece":
            return self._pieces.take(message)
        if message["type"] == "download":
            if self._made is None:
                raise KeyError("file")
            file, made = self._made
            self.hand_over(file, made.text)
            return say("gradebook_column.made", name=file)
        self._made = None
        files = self._pieces.files()
        if not files:
            return say("gradebook_column.no_roster")
        platform, what = str(message["format"]), message["what"]
        if platform not in PLATFORMS:
            raise KeyError(platform)
        work = [what] if isinstance(what, str) else [str(one) for one in what]
        name, content = files[0]
        try:
            made = self._make(name, content, platform, work, message.get("overwrite") is True)
        except ValueError as error:
            return str(error)
        self._made = f"read-twice-{platform}{PLATFORMS[platform].suffix}", made
        said = list(made.told)
        if made.missing:
            slips = ", ".join(made.missing[:MOST_SLIPS]) + (", …" if len(made.missing) > MOST_SLIPS else "")
            said.append(say("gradebook_column.missing", count=len(made.missing), slips=slips))
        return " ".join([*said, say("gradebook_column.listed")])
