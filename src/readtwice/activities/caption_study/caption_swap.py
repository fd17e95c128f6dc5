"""Caption swap: one invented picture, told in words, under no caption and three others.

What a learner chooses never leaves the page: no message is taken, nothing is saved.
"""

from __future__ import annotations

from html import escape
from typing import Any

from readtwice.activities.caption_study.part import Scene
from readtwice.page.base import CourseWidget, script
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.words import words


class CaptionSwap(CourseWidget):
    """The scene of a pack. The last two captions, which cannot both be right, come together at the end."""

    _esm = script(__package__, "caption_swap.js")
    name = "caption_swap"

    def __init__(self, session: Session, scene: Scene) -> None:
        self._scene = scene
        super().__init__(session)

    def build(self) -> View:
        captions = {"none": "", **{name: getattr(self._scene, name) for name in ("neutral", "flattering", "hostile")}}
        return {
            "picture": self._scene.picture,
            "captions": [{"code": code, "text": text} for code, text in captions.items()],
        }

    def receive(self, message: dict[str, Any]) -> str:
        raise ValueError("this widget takes no message: nothing of it is saved")

    def static_html(self) -> str:
        say = words()["caption_swap"]
        captions = "".join(f"<li>{escape(one['text'] or say['no_caption'])}</li>" for one in self.build()["captions"])
        return (
            f"<p>{escape(say['invented'])}</p><p>{escape(say['picture'])}: {escape(self._scene.picture)}</p>"
            f"<p>{escape(say['ask'])}</p><ol>{captions}</ol>"
        )
