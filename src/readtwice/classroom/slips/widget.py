"""Slips to hand out: names, a platform's list or a number goes in; a page to print comes out, and the list."""

from __future__ import annotations

from typing import Any

from readtwice.classroom.slips.assigned import MOST_NAMES, Assigned, assign_lists, assign_names
from readtwice.classroom.slips.sheet import sheet_of, slip_sheet
from readtwice.page.base import PageWidget, script, style
from readtwice.page.pieces import Pieces
from readtwice.page.views import View
from readtwice.record.slip import MOST_SLIPS
from readtwice.words import say

USUAL = 30
FILE = "slips.html"
LIST = "list-with-slips.csv"
LONGEST_NAMES = 100 * MOST_NAMES
"""Characters of pasted names."""


class Slips(PageWidget):
    """New slips are drawn each time. Names come in messages and wait in memory for the list that is taken; the view,
    and so the notebook's file, never holds one."""

    _esm = script(__package__, "script.js", of_a_class=True)
    _css = style(of_a_class=True)
    name = "slips"

    def __init__(self) -> None:
        self._pieces = Pieces()
        self._list = ""
        super().__init__()

    def build(self) -> View:
        return {"usual": USUAL, "has_list": bool(self._list)}

    def receive(self, message: dict[str, Any]) -> str:
        does = {"piece": self._pieces.take, "make": self._make, "list": self._take_list, "clear": self._clear}
        return does[message.get("type", "make")](message)

    def _make(self, message: dict[str, Any]) -> str:
        self._list = ""
        files, names = self._pieces.files(), str(message.get("names", ""))
        if files is None or len(names) > LONGEST_NAMES:
            return say("slips.too_much")
        if files or names.strip():
            try:
                return self._assigned(assign_lists(files) if files else assign_names(names))
            except ValueError as error:
                return str(error)
        try:
            count = int(message["count"])
            page = slip_sheet(count)
        except ValueError:
            return say("slips.how_many", most=f"{MOST_SLIPS:,}")
        self.hand_over(FILE, page)
        return say("slips.made", count=count, name=FILE)

    def _assigned(self, made: Assigned) -> str:
        self._list = made.table
        self.hand_over(FILE, sheet_of(made.slips))
        return " ".join([say("slips.made_named", count=len(made.slips), name=FILE), *made.notes])

    def _take_list(self, _message: dict[str, Any]) -> str:
        if not self._list:
            raise KeyError("list")
        self.hand_over(LIST, self._list)
        return say("slips.took_list", name=LIST)

    def _clear(self, _message: dict[str, Any]) -> str:
        self._pieces.files()
        self._list = ""
        return say("slips.cleared")
