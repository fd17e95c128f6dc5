"""A learner's page to vote on: the card that the teacher shows, and a choice. A vote is no saved answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from readtwice.activities.vote.asked import choices_of, question, votable
from readtwice.activities.vote.ballots import (
    Ballot,
    Call,
    FolderTrouble,
    folder_of,
    is_number,
    named_folder,
    read_ballot,
    read_call,
    write_ballot,
)
from readtwice.page.base import PageWidget, script, style
from readtwice.page.views import View
from readtwice.words import say


class Vote(PageWidget):
    """The view holds what all see; which device this is and what it chose stays on the device and in its ballot.

    Nothing is written into a folder in which no teacher has called a vote.
    """

    _esm = script(__package__, "script.js", of_a_class=True)
    _css = style(of_a_class=True)
    name = "vote"

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._call: Call | None = None
        super().__init__()

    def build(self) -> View:
        call = self._call
        found = votable(call.pack, call.item) if call and call.item else None
        return {
            "in_browser": sys.platform == "emscripten",
            "named": bool(named_folder()),
            "joined": self._folder is not None,
            "open": bool(call and call.open),
            "round": call.round if call and found else "",
            "card": question(*found) if found else None,
            "choices": [{"code": code, "label": label} for code, label in choices_of(found[1]).items()]
            if found
            else [],
        }

    def _take(self, widget: object, content: Any, buffers: object) -> None:
        if not isinstance(content, dict) or content.get("type") != "look":
            super()._take(widget, content, buffers)
        elif is_number(content.get("device")) and self._look(content["device"]):
            self.show()  # most looks find nothing

    def receive(self, message: dict[str, Any]) -> str:
        does = {"join": self._join, "vote": self._vote}
        return does[message["type"]](message)

    def _join(self, message: dict[str, Any]) -> str:
        if not is_number(message["device"]):
            raise ValueError("that is no device")
        try:
            folder = folder_of(named_folder() or str(message["folder"]))
        except FolderTrouble as error:
            return str(error)
        self._folder = folder
        self._look(message["device"])
        return "" if self._call else say("vote.no_call")

    def _look(self, device: str) -> bool:
        """Whether what is asked is another than before. A device that is new to the vote tells that it is there."""
        if self._folder is None:
            return False
        before, self._call = self._call, read_call(self._folder)
        if self._call:
            known = read_ballot(self._folder, device)
            if known is None or known.vote != self._call.vote:
                self._write(device, Ballot(self._call.vote, self._call.round))
        return before != self._call

    def _vote(self, message: dict[str, Any]) -> str:
        device, answer = str(message["device"]), str(message["answer"])
        self._look(device)
        call = self._call
        found = votable(call.pack, call.item) if call else None
        if call is None or found is None or message["round"] != call.round or not call.open:
            return say("vote.over")
        if answer not in choices_of(found[1]):
            raise ValueError("that is no answer to this card")
        return self._write(device, Ballot(call.vote, call.round, answer)) or say("vote.voted")

    def _write(self, device: str, ballot: Ballot) -> str:
        """A sentence on what went wrong, or ''."""
        if self._folder is None:
            raise ValueError("there is no folder")
        try:
            write_ballot(self._folder, device, ballot)
        except FolderTrouble as error:
            return str(error)
        return ""
