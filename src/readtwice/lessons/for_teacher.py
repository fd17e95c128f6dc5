"""What a teacher needs of a lesson that is open: its sheets and its answers to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readtwice.markup import Html, html
from readtwice.pack import Pack
from readtwice.page.base import PageWidget, script
from readtwice.page.views import View
from readtwice.words import say

PAPER = ("sheet", "answers")


class ForTeacher(PageWidget):
    """`printed` makes the page of the sheets or, with True, of their answers."""

    _esm = script(__package__, "for_teacher.js")
    name = "for_teacher"

    def __init__(self, pack: Pack, printed: Callable[[Pack, bool], str]) -> None:
        self._pack, self._printed = pack, printed
        super().__init__()

    def build(self) -> View:
        return {"title": self._pack.article.title, "about": list(self._pack.about)}

    def belongs_to(self) -> str:
        return self._pack.slug

    def receive(self, message: dict[str, Any]) -> str:
        is_key = PAPER.index(message["type"]) == 1
        name = f"{self._pack.slug}{'-answers' if is_key else ''}.html"
        self.hand_over(name, self._printed(self._pack, is_key))
        return say("maker.printed", name=name)

    def static_html(self) -> Html:
        return html("<p>{}</p>", self._pack.article.title)
