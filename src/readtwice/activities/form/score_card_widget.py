"""The score card on the page: counts, sureness, what to practise next; it follows along as cards are answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readtwice.page.base import CourseWidget, script, style
from readtwice.page.elsewhere import join_elsewhere
from readtwice.page.session import Session
from readtwice.page.views import View

Make = Callable[[], View]
"""All that the card shows now: `sets`, `compared`, `practise`; or `waiting` alone, while cards are open."""


class ScoreCardView(CourseWidget):
    """Shows what `make` counts, whenever an answer is saved. Where cards were answered under other work in the same
    folder, the learner can say here that it is theirs too."""

    _esm = script(__package__, "score_card.js")
    _css = style(__package__, "style.css")
    name = "score_card"
    static_phrase = "static"
    phrases = ("elsewhere",)

    def __init__(self, session: Session, make: Make) -> None:
        self._make = make
        super().__init__(session)
        session.tell(saved=self.show)

    def build(self) -> View:
        return self._make()

    def receive(self, message: dict[str, Any]) -> str:
        return join_elsewhere(self.session, message)
