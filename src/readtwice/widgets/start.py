"""Start: whose work this is, and when it was last saved."""

from __future__ import annotations

import os
from html import escape
from typing import Any

from readtwice.widgets.base import CourseWidget, script
from readtwice.widgets.kept import kept
from readtwice.widgets.session import Session
from readtwice.widgets.views import View
from readtwice.words import say

MAXIMUM_WORK = 6
"""How many earlier learners of one folder are offered; older work stays in the folder."""


class Start(CourseWidget):
    """Asks Continue or Start fresh where earlier answers lie in the folder, and shows when work was last saved."""

    _esm = script("start.js")
    name = "start"

    def __init__(self, session: Session) -> None:
        # A server that forgets its disk, such as Binder, says so by this variable (binder/start).
        self._greeting = say("start.new_temporary" if os.environ.get("READTWICE_TEMPORARY") else "start.new")
        super().__init__(session)
        session.tell(saved=self.show)

    def build(self) -> View:
        record = self.session.record
        work = () if record.chosen else record.earlier_work[:MAXIMUM_WORK]
        return {
            "ask": bool(work),
            "work": [{"holds": kept(answers), "last": answers[-1].time} for answers in work],
            "greeting": self._greeting,
            "saved_at": record.saved_at,
            "problem": record.problem,
            "notices": [{"file": notice.file, "reason": notice.reason} for notice in record.notices],
        }

    def receive(self, message: dict[str, Any]) -> str:
        choice = message["choice"]
        self.session.choose(choice, int(message.get("place") or 0))
        self._greeting = say("start.continued" if choice == "continue" else "start.started_fresh")
        return self._greeting

    def static_html(self) -> str:
        return f"<p>{escape(say('start.new'))}</p>"
