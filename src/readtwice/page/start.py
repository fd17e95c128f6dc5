"""Start: whose work this is, when it was last saved, and how to take it along, bring it back or erase it."""

from __future__ import annotations

import os
from typing import Any

from readtwice.page.base import CourseWidget, script
from readtwice.page.kept import kept
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.record import Event, UnreadableSlip, learners_with_slips, progress_text, read_slip
from readtwice.record.folder import asks_by_variable
from readtwice.words import say

MAXIMUM_WORK = 6
"""How many other learners of one folder are offered; older work stays in the folder."""

FILE = "session-progress.jsonl"
"""The name of the progress file: put into `my-work`, it is read like any other session."""


class Start(CourseWidget):
    """Says whose work the page goes on with, and when it was last saved; offers what else lies in the folder.

    Where the folder asks, it asks Continue or Start fresh first. The browser keeps a mirror of the record, because some
    servers forget their disk: the script asks for the lines that it does not have yet, and brings them back where a
    folder was empty at the start.
    """

    _esm = script(__package__, "start.js")
    name = "start"
    static_phrase = "new"
    follows = False  # a choice here is newer than one on another page

    def __init__(self, session: Session) -> None:
        self._greeting = _greeting()
        record = session.record
        self._going_on = _told(record.events) if record.chosen and record.events else None
        self._once: View = {}
        self._turns = 0
        self._offered = ""
        self._sent: tuple[tuple[int, str], dict[str, Event]] = ((0, ""), {})
        super().__init__(session)
        session.tell(saved=self.show)

    def build(self) -> View:
        record = self.session.record
        work = () if record.chosen else record.earlier_work[:MAXIMUM_WORK]
        left_out = not record.chosen and len(record.earlier_work) > len(work)
        others = record.other_work if record.chosen else ()
        once, self._once = self._once, {}
        return {
            "ask": bool(work),
            "more_work": say("start.more_work", count=len(work)) if left_out else "",
            "work": [_told(answers) for answers in work],
            "greeting": self._greeting,
            "going_on": self._going_on,
            "may_be_another": bool(record.chosen and record.events and (self._going_on or self._turns)),
            "others": [_told(answers) for answers in others[:MAXIMUM_WORK]],
            "offer": next((_told(one) for one in others if self._offered in {event.learner for event in one}), None),
            "left_behind": len(record.left_behind),
            "asks": record.asks,
            "asks_for_good": asks_by_variable(),
            "saved_at": record.saved_at,
            "problem": record.problem,
            "notices": [{"file": notice.file, "reason": notice.reason} for notice in record.notices],
            "learner": record.learner,
            "codes": sorted(record.codes),
            "held": 0 if work else len(self._lines()),
            "turns": self._turns,
            "began_empty": record.began_empty,
            "by_itself": record.began_empty and not record.asks and not self._turns,
            **once,
        }

    def receive(self, message: dict[str, Any]) -> str:
        does = {
            "choose": self._choose,
            "join": self._join,
            "bring_along": self._bring_along,
            "ask": self._ask,
            "download": self._download,
            "mirror": self._mirror,
            "load": self._load,
            "slip": self._slip,
            "erase": self._erase,
        }
        return does[message.get("type", "choose")](message)

    def _choose(self, message: dict[str, Any]) -> str:
        choice, record = message["choice"], self.session.record
        if choice == "continue" and message.get("learner"):
            record.go_on_with(str(message["learner"]))
            return self._turn(say("start.continued"))
        self.session.choose(choice, int(message.get("place") or 0))
        return self._turn(say("start.continued" if choice == "continue" else "start.started_fresh"), told=True)

    def _join(self, message: dict[str, Any]) -> str:
        self.session.record.join(str(message["learner"]))
        return self._turn(say("start.joined"))

    def _bring_along(self, _message: dict[str, Any]) -> str:
        self.session.record.bring_along()
        return self._turn(say("start.joined"))

    def _ask(self, message: dict[str, Any]) -> str:
        try:
            self.session.record.ask(message["on"] is True)
        except OSError as error:
            return self._tell(say("record.not_written", folder=self.session.record.folder.name, why=error.strerror))
        return say("start.asks" if self.session.record.asks else "start.asks_no_more")

    def _download(self, _message: dict[str, Any]) -> str:
        self._once = {"file": {"name": FILE, "text": progress_text(self.session.record.to_take_along)}}
        return say("exports.made", name=FILE)

    def _lines(self) -> list[Event]:
        """What the mirror holds or is to hold, in the order in which it became known: its places never change.

        As long as the same learner's work is at hand; then the page begins again.
        """
        record = self.session.record
        now = (self._turns, record.learner)
        if self._sent[0] != now:
            self._sent = (now, {})
        for event in record.to_take_along:
            self._sent[1].setdefault(event.id, event)
        return list(self._sent[1].values())

    def _mirror(self, message: dict[str, Any]) -> str:
        since = max(0, int(message["since"]))
        header = progress_text(()).rstrip("\n")
        self._once = {"lines": [event.to_line() for event in self._lines()[since:]], "header": header, "since": since}
        return ""

    def _load(self, message: dict[str, Any]) -> str:
        record = self.session.record
        try:
            count = record.take_in(message["text"].encode("utf-8", "replace"))
        except ValueError as error:
            return self._tell(str(error))
        aside = " ".join(notice.reason for notice in record.set_aside)
        said = " ".join(filter(None, (say("start.loaded", count=count), aside and say("start.in_file", reason=aside))))
        self._turn(said)
        if message.get("by") == "browser":
            self._going_on = _told(record.events) | {"from_browser": True}
        return said

    def _slip(self, message: dict[str, Any]) -> str:
        record = self.session.record
        try:
            slip = read_slip(message["text"])
        except UnreadableSlip as error:
            return self._tell(str(error))
        before = record.codes if record.chosen else set()
        record.use_slip(slip)
        said = self._turn(say("start.slip_used", slip=slip))
        # What may be this person's too: the work that was shown just now, or what lies in a folder of one person.
        for work in record.other_work:
            codes = {event.learner for event in work}
            if not codes & learners_with_slips() and (codes & before or not (self._offered or record.asks)):
                self._offered = work[-1].learner
        return said

    def _erase(self, _message: dict[str, Any]) -> str:
        gone, codes = self.session.record.learner, sorted(self.session.record.codes)
        try:
            left = self.session.record.erase()
        except OSError as error:
            return self._tell(say("start.not_erased", why=error.strerror))
        said = say("start.erased_in_part", files=", ".join(left)) if left else say("start.erased")
        return self._turn(said, erased=gone, erased_codes=codes)

    def _turn(self, said: str, *, told: bool = False, **once: Any) -> str:
        """Another learner's work is at hand now, or more of it: every widget shows itself anew."""
        self._turns += 1
        self._greeting, self._going_on, self._offered = said, None, ""
        if not told:
            self.session.turn()
        self._once = once
        return said

    def _tell(self, trouble: str) -> str:
        self._once = {"trouble": trouble}
        return trouble

    def _show_other_work(self) -> None:
        if not self._answering:  # the learner chose on another page
            self._turns += 1
            self._greeting, self._going_on, self._offered = say("start.followed"), None, ""
        super()._show_other_work()


def _told(answers: tuple[Event, ...]) -> View:
    """What of somebody's work is shown before it is taken up."""
    return {
        "learner": answers[-1].learner,
        "holds": kept(answers),
        "count": len({(event.pack, event.item, event.occasion) for event in answers}),
        "last": answers[-1].time,
    }


def _greeting() -> str:
    """Where answers are saved and who may forget them, told before anything is answered."""
    if os.environ.get("READTWICE_TEMPORARY"):  # set where a server forgets its disk, as Binder does (binder/start)
        return say("start.new_temporary")
    return say("start.new_in_browser" if os.environ.get("READTWICE_SITE") else "start.new")  # set by `make site`
