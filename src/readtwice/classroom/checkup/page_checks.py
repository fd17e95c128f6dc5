"""What only the page itself can tell: whether clicks come back, what the browser may store, and its clock."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from readtwice.classroom.checkup.finding import Finding, broken, look, ok
from readtwice.words import say

SLOW = 1000
"""Milliseconds from which on a click feels slow."""

CLOCKS_APART = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Browser:
    """What a page found out about itself: how long a message took to the kernel and back (milliseconds), whether it
    may store anything, where it was opened, and its clock (milliseconds since 1970)."""

    milliseconds: float
    local: bool
    session: bool
    protocol: str
    host: str
    now: float

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Browser:
        """From what the page sent. Raises ValueError, KeyError or TypeError for nonsense."""
        milliseconds, now = float(message["milliseconds"]), float(message["now"])
        if not 0 <= milliseconds < 10**7 or not 0 <= now < 10**14:
            raise ValueError("these are no times")
        texts = (str(message["protocol"])[:40], str(message["host"])[:200])
        return cls(milliseconds, message["local"] is True, message["session"] is True, *texts, now)


def page_findings(page: Browser | None, now: datetime | None = None) -> tuple[Finding, ...]:
    """What a page says of itself. None: it has not been heard of, and so nothing can be clicked."""
    if page is None:
        return (broken("page", say("doctor.page.silent"), say("doctor.page.reload")),)
    return (_round_trip(page), _storage(page), _address(page), _clocks(page, now or datetime.now().astimezone()))


def _round_trip(page: Browser) -> Finding:
    found = say("doctor.page.answers", milliseconds=f"{page.milliseconds:,.0f}")
    return look("page", found, say("doctor.page.slow")) if page.milliseconds > SLOW else ok("page", found)


def _storage(page: Browser) -> Finding:
    if page.local and page.session:
        return ok("storage", say("doctor.storage.fine"))
    return look("storage", say("doctor.storage.closed"), say("doctor.storage.take_along"))


def _address(page: Browser) -> Finding:
    host = page.host.lower().rsplit(":", 1)[0]
    if page.protocol not in ("http:", "https:") or host.endswith("googleusercontent.com"):
        return look("address", say("doctor.address.throw_away"), say("doctor.storage.take_along"))
    if os.environ.get("READTWICE_TEMPORARY"):  # Binder has several addresses and gives out any of them
        return look("address", say("doctor.address.binder"), say("doctor.storage.take_along"))
    return ok("address", say("doctor.address.fine", host=page.host))


def _clocks(page: Browser, now: datetime) -> Finding:
    apart = timedelta(milliseconds=abs(page.now - now.timestamp() * 1000))
    if apart > CLOCKS_APART:
        return look(
            "clocks", say("doctor.clocks.apart", minutes=f"{apart.total_seconds() / 60:,.0f}"), say("doctor.clock.set")
        )
    return ok("clocks", say("doctor.clocks.fine"))
