"""Start: whose work this is, when it was last saved, and how to take it along, bring it back or erase it."""

from __future__ import annotations

import os
from html import escape
from typing import Any

from readtwice.record import UnreadableSlip, progress_text, read_slip
from readtwice.widgets.base import CourseWidget, script
from readtwice.widgets.kept import kept
from readtwice.widgets.session import Session
from readtwice.widgets.views import View
from readtwice.words import say

MAXIMUM_WORK = 6
"""How many earlier learners of one folder are offered; older work stays in the folder."""

FILE = "session-progress.jsonl"
"""The name of the progress file: put into `my-work`, it is read like any other session."""


class Start(CourseWidget):
    """Asks Continue or Start fresh where earlier answers lie in the folder, and shows when work was last saved.

    The browser keeps a mirror of the record, because some servers forget their disk: the script asks for the lines
    that it does not have yet, and offers them where a folder was empty at the start.
    """

    _esm = script("start.js")
    name = "start"

    def __init__(self, session: Session) -> None:
        # A server that forgets its disk, such as Binder, says so by this variable (binder/start).
        self._greeting = say("start.new_temporary" if os.environ.get("READTWICE_TEMPORARY") else "start.new")
        self._once: View = {}
        self._turns = 0
        super().__init__(session)
        session.tell(saved=self.show)

    def build(self) -> View:
        record = self.session.record
        work = () if record.chosen else record.earlier_work[:MAXIMUM_WORK]
        left_out = not record.chosen and len(record.earlier_work) > len(work)
        once, self._once = self._once, {}
        return {
            "ask": bool(work),
            "more_work": say("start.more_work", count=len(work)) if left_out else "",
            "work": [{"holds": kept(answers), "last": answers[-1].time} for answers in work],
            "greeting": self._greeting,
            "saved_at": record.saved_at,
            "problem": record.problem,
            "notices": [{"file": notice.file, "reason": notice.reason} for notice in record.notices],
            "learner": record.learner,
            "held": 0 if work else len(record.to_take_along),
            "turns": self._turns,
            "began_empty": record.began_empty,
            **once,
        }

    def receive(self, message: dict[str, Any]) -> str:
        does = {
            "choose": self._choose,
            "download": self._download,
            "mirror": self._mirror,
            "load": self._load,
            "slip": self._slip,
            "erase": self._erase,
        }
        return does[message.get("type", "choose")](message)

    def _choose(self, message: dict[str, Any]) -> str:
        choice = message["choice"]
        self._turns += 1
        self.session.choose(choice, int(message.get("place") or 0))
        self._greeting = say("start.continued" if choice == "continue" else "start.started_fresh")
        return self._greeting

    def _download(self, _message: dict[str, Any]) -> str:
        self._once = {"file": {"name": FILE, "text": progress_text(self.session.record.to_take_along)}}
        return say("exports.made", name=FILE)

    def _mirror(self, message: dict[str, Any]) -> str:
        since = max(0, int(message["since"]))
        lines = progress_text(self.session.record.to_take_along).splitlines()
        self._once = {"lines": lines[1 + since :], "header": lines[0], "since": since}
        return ""

    def _load(self, message: dict[str, Any]) -> str:
        try:
            count = self.session.record.take_in(message["text"].encode("utf-8", "replace"))
        except ValueError as error:
            return self._tell(str(error))
        return self._turn(say("start.loaded", count=count))

    def _slip(self, message: dict[str, Any]) -> str:
        try:
            slip = read_slip(message["text"])
        except UnreadableSlip as error:
            return self._tell(str(error))
        self.session.record.use_slip(slip)
        return self._turn(say("start.slip_used", slip=slip))

    def _erase(self, _message: dict[str, Any]) -> str:
        gone = self.session.record.learner
        try:
            self.session.record.erase()
        except OSError as error:
            return self._tell(say("start.not_erased", why=error.strerror))
        return self._turn(say("start.erased"), erased=gone)

    def _turn(self, said: str, **once: Any) -> str:
        """Another learner's work is at hand now, or more of it: every widget shows itself anew."""
        self._turns += 1
        self._greeting = said
        self.session.turn()
        self._once = once
        return said

    def _tell(self, trouble: str) -> str:
        self._once = {"trouble": trouble}
        return trouble

    def static_html(self) -> str:
        return f"<p>{escape(say('start.new'))}</p>"
