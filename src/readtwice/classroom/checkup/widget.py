"""The doctor on a page: one button, a list of findings that fills while it looks, and a round trip from the browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from readtwice.classroom.checkup.finding import Finding, summary, worst_first
from readtwice.classroom.checkup.machine_checks import checks_here, run_check
from readtwice.classroom.checkup.page_checks import Browser, page_findings
from readtwice.page.base import PageWidget, script, style
from readtwice.page.views import View
from readtwice.words import say


class DoctorWidget(PageWidget):
    """The page asks when it appears, and again at the button; nothing is looked at before that.

    The checks take seconds, so they run beside the kernel's own loop and each is shown when it is done.
    """

    _esm = script(__package__, "script.js")
    _css = style(__package__, "style.css")
    name = "doctor"
    static_phrase = "static"

    def __init__(self, checks: Mapping[str, Callable[[], Finding]] | None = None) -> None:
        self._checks = checks_here() if checks is None else checks
        self._findings: dict[str, Finding] = {}
        self._page: Browser | None = None
        self._looking: asyncio.Task[None] | None = None
        self._pong = ""
        super().__init__()

    def build(self) -> View:
        findings = worst_first((*page_findings(self._page), *self._findings.values()))
        running = self._looking is not None
        return {
            "running": running,
            "summary": "" if running or not self._findings else summary(findings),
            "pong": self._pong,
            "findings": [
                {
                    "check": one.check,
                    "state": one.state,
                    "label": say(f"doctor.state.{one.state}"),
                    "title": one.title,
                    "found": one.found,
                    "remedy": one.remedy,
                }
                for one in findings
            ],
        }

    def receive(self, message: dict[str, Any]) -> str:
        """`ping` (with a `mark`) is answered at once by the mark; `page` brings what the browser measured; `check`
        begins the checks, unless they run."""
        does = {"ping": self._ping, "page": self._hear, "check": self._check}
        does[message["type"]](message)
        return ""

    def _ping(self, message: dict[str, Any]) -> None:
        self._pong = str(message["mark"])[:40]

    def _hear(self, message: dict[str, Any]) -> None:
        self._page = Browser.from_message(message)

    def _check(self, _message: dict[str, Any]) -> None:
        if self._looking is None:
            self._findings = {}
            self._looking = asyncio.get_running_loop().create_task(self._look())

    async def _look(self) -> None:
        try:
            for name in self._checks:
                self._findings[name] = await asyncio.to_thread(run_check, name, self._checks)
                self.show()
        finally:
            self._looking = None
            self.show()
