"""What was found off the page: what was typed, where it stood, what it says. Kept with its day, and never marked."""

from __future__ import annotations

from typing import Any

from readtwice.markup import Html, html, listed
from readtwice.page.base import CourseWidget, script
from readtwice.page.kept import FOUND, LONGEST_FOUND, OFF_PAGE, TALK, found_off_page
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.words import say


class OffPage(CourseWidget):
    """Three lines to fill in after the look off the page that ends a lesson."""

    _esm = script(__package__, "script.js")
    name = "off_page"
    marks = False

    def __init__(self, session: Session, lesson: str) -> None:
        self._item, self._turns = OFF_PAGE + lesson, 0
        super().__init__(session)

    def build(self) -> View:
        kept, day = self._kept()
        return {
            "fields": [{"name": one, "text": text} for one, text in kept.items()],
            "longest": LONGEST_FOUND,
            "kept": say("off_page.kept", day=day) if any(kept.values()) else "",
            "turn": self._turns,
        }

    def asked(self) -> list[bool]:
        return [any(self._kept()[0].values())]

    def _kept(self) -> tuple[dict[str, str], str]:
        """What was written last, and its day, YYYY-MM-DD; empty fields and no day where nothing was."""
        event = self.session.latest(self._item, TALK)
        return (found_off_page(event.answer), event.time[:10]) if event else (found_off_page(None), "")

    def forget(self) -> None:
        self._turns += 1

    def receive(self, message: dict[str, Any]) -> str:
        found = found_off_page(message["found"])
        if found != self._kept()[0]:
            self.session.save(self._item, found, occasion=TALK)
        return say("off_page.saved")

    def static_html(self) -> Html:
        return html("<p>{}</p>{}", say("off_page.how"), listed(say(f"off_page.{one}") for one in FOUND))
