"""A button that opens a lesson from a file, and the lessons that are here already."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readtwice.lessons.opened import lessons_at_hand, open_lesson
from readtwice.lessons.zipped import MEGABYTES, NotALesson
from readtwice.markup import Html, html
from readtwice.pack import Pack, PackError, load_pack
from readtwice.pack.found import own_zips
from readtwice.page.base import PageWidget, script
from readtwice.page.pieces import Pieces
from readtwice.page.views import View
from readtwice.words import say


class Opener(PageWidget):
    """`shown` is called with each lesson that is opened here."""

    _esm = script(__package__, "opener.js")
    name = "lessons"

    def __init__(self, shown: Callable[[Pack], None] = lambda _pack: None) -> None:
        self._shown, self._pieces = shown, Pieces()
        self._problem = self._open = ""
        super().__init__()

    def build(self) -> View:
        here = [{"slug": slug, "title": title} for slug, title in lessons_at_hand().items()]
        return {"here": here, "zips": [*own_zips()], "open": self._open, "problem": self._problem}

    def receive(self, message: dict[str, Any]) -> str:
        if message["type"] == "piece":
            return self._pieces.take(message)
        self._problem = ""
        try:
            return self._opened(self._given(message))
        except (NotALesson, PackError) as problem:
            self._problem = str(problem)
        except OSError as error:
            self._problem = say("lessons.not_kept", reason=error.strerror)
        return self._problem

    def _given(self, message: dict[str, Any]) -> Pack:
        if message["type"] == "open":
            if message["slug"] not in lessons_at_hand():
                raise KeyError(message["slug"])
            return load_pack(message["slug"])
        if message["type"] == "zip":
            with own_zips()[message["name"]].open("rb") as file:
                return open_lesson(file.read(MEGABYTES * 1_000_000 + 1))
        if message["type"] != "load":
            raise ValueError("the page knows no such message")
        files = self._pieces.files()
        if not files:
            raise NotALesson(say("lessons.too_large", megabytes=MEGABYTES) if files is None else say("lessons.no_zip"))
        return open_lesson(files[0][1])

    def _opened(self, pack: Pack) -> str:
        self._open = pack.article.title
        self._shown(pack)
        return say("lessons.opened", title=pack.article.title)

    def static_html(self) -> Html:
        return html("<p>{}</p>", say("lessons.how"))
