"""Caption swap: one invented picture, drawn and told in words, under no caption and three others.

What a learner chooses never leaves the page: no message is taken, nothing is saved.
"""

from __future__ import annotations

from typing import Any

from readtwice.activities.caption_study.part import Scene
from readtwice.markup import Html, each, html
from readtwice.page.base import CourseWidget, script, style
from readtwice.page.drawing import as_address
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.words import words


class CaptionSwap(CourseWidget):
    """The scene of a pack. The last two captions, which cannot both be right, come together at the end."""

    _esm = script(__package__, "caption_swap.js")
    _css = style(__package__, "style.css")
    name = "caption_swap"

    def __init__(self, session: Session, scene: Scene) -> None:
        self._scene = scene
        super().__init__(session)

    def build(self) -> View:
        captions = {"none": "", **{name: getattr(self._scene, name) for name in ("neutral", "flattering", "hostile")}}
        return {
            "picture": self._scene.picture,
            "drawing": as_address(self._scene.drawing),
            "captions": [{"code": code, "text": text} for code, text in captions.items()],
        }

    def receive(self, message: dict[str, Any]) -> str:
        raise ValueError("this widget takes no message: nothing of it is saved")

    def static_html(self) -> Html:
        say = words()["caption_swap"]
        captions = each("<li>{}</li>", (one["text"] or say["no_caption"] for one in self.build()["captions"]))
        picture = html("<p>{}</p><p>{}: {}</p>", say["invented"], say["picture"], self._scene.picture)
        return picture + html("<p>{}</p><ol>{}</ol>", say["ask"], captions)
