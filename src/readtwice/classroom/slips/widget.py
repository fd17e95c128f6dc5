"""Slips to hand out: how many, and a button that gives them as a page to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readtwice.page.base import PageWidget, script
from readtwice.page.views import View
from readtwice.record.slip import MOST_SLIPS
from readtwice.words import say

USUAL = 30
FILE = "slips.html"

MakeSheet = Callable[[int], str]
"""From a number of learners to a page. Raises ValueError where there are no such slips."""


class Slips(PageWidget):
    """Nothing is kept: the page goes to the browser and new slips are drawn each time."""

    _esm = script(__package__, "script.js")
    name = "slips"

    def __init__(self, make_sheet: MakeSheet) -> None:
        self._make_sheet = make_sheet
        super().__init__()

    def build(self) -> View:
        return {"usual": USUAL}

    def receive(self, message: dict[str, Any]) -> str:
        try:
            count = int(message["count"])
            page = self._make_sheet(count)
        except ValueError:
            return say("slips.how_many", most=f"{MOST_SLIPS:,}")
        self.hand_over(FILE, page)
        return say("slips.made", count=count, name=FILE)
