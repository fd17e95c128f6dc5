"""One saved answer, as a line of JSON.

A record is a set of events that only ever grows. Two records are merged by set union on the event id, so merging
commutes, associates and may be repeated without harm.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

MAXIMUM_LINE = 250_000
"""Characters in one line. A full ledger stays below, even with every character escaped; a longer line is not ours."""

MAXIMUM_DEPTH = 10
"""Lists in lists in an answer. A ledger has two."""

TEXT_LIMITS = {"id": 64, "learner": 64, "pack": 100, "item": 200, "occasion": 100, "sureness": 40, "time": 40}
NUMBER_LIMITS = {"revision": 1_000_000, "hints": 1_000, "n": 1_000_000}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


class UnreadableEvent(ValueError):
    """A line that is not an event of this course; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Event:
    """`kind` is `answer` or `join`. A join says that the learner code in `answer` is the same learner as `learner`.

    `time` is UTC with milliseconds, such as 2026-11-23T14:32:05.123Z. `n` counts this learner's answers to this item
    on this occasion from 1. `hints` is how many hints had been opened.
    """

    id: str
    learner: str
    pack: str = ""
    item: str = ""
    revision: int = 0
    occasion: str = ""
    answer: Any = None
    sureness: str = ""
    hints: int = 0
    n: int = 0
    time: str = ""
    kind: str = field(default="answer")

    @property
    def order(self) -> tuple[str, int, str]:
        """Sorts events as they happened; the id breaks ties, so that the order never depends on how files merged."""
        return (self.time, self.n, self.id)

    def to_line(self) -> str:
        """The event as one line of ASCII, without its line end, so that no character can spoil it."""
        return json.dumps(asdict(self), sort_keys=True)


def event_from_line(line: str) -> Event:
    """Read one line. Fields that a later version may add are passed over. Raises UnreadableEvent."""
    if len(line) > MAXIMUM_LINE:
        raise UnreadableEvent("a line is far too long")
    try:
        loaded = _DECODER.decode(line)
    except (ValueError, RecursionError):
        raise UnreadableEvent("a line is not JSON") from None
    if not isinstance(loaded, dict):
        raise UnreadableEvent("a line is not an answer")
    fields = {name: loaded[name] for name in Event.__dataclass_fields__ if name in loaded}
    for name, limit in TEXT_LIMITS.items():
        value = fields.get(name, "")
        if not isinstance(value, str) or len(value) > limit:
            raise UnreadableEvent(f"`{name}` is not a short text")
    for name, limit in NUMBER_LIMITS.items():
        value = fields.get(name, 0)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= limit:
            raise UnreadableEvent(f"`{name}` is not a count")
    if not fields.get("id") or not fields.get("learner") or not TIME.fullmatch(fields.get("time", "")):
        raise UnreadableEvent("a line has no id, learner or time")
    if fields.get("kind", "answer") not in ("answer", "join"):
        raise UnreadableEvent("a line is of an unknown kind")
    if fields.get("kind") == "join" and not isinstance(fields.get("answer"), str):
        raise UnreadableEvent("a join names no learner")
    if _is_deeper_than(MAXIMUM_DEPTH, fields.get("answer")):
        raise UnreadableEvent("an answer is nested too deeply")
    return Event(**fields)


def _is_deeper_than(limit: int, value: object) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(limit == 0 or _is_deeper_than(limit - 1, part) for part in inside)


def _refuse(name: str) -> None:
    raise ValueError(name)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no name stands twice: which of the two counts is not for us to guess."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


_DECODER = json.JSONDecoder(parse_constant=_refuse, object_pairs_hook=_once)


def merge(*groups: Iterable[Event]) -> tuple[Event, ...]:
    """All events of all groups, each once, as they happened.

    Should two different lines claim one id, the one whose line sorts first is taken, whatever the order of merging.
    """
    by_id: dict[str, Event] = {}
    for group in groups:
        for event in group:
            known = by_id.get(event.id)
            if known is None or event.to_line() < known.to_line():
                by_id[event.id] = event
    return tuple(sorted(by_id.values(), key=lambda event: event.order))


def events_of(learner: str, events: Iterable[Event]) -> tuple[Event, ...]:
    """The answers of one learner, under every code that joins say is the same learner."""
    events = tuple(events)
    codes = codes_of(learner, events)
    return tuple(event for event in events if event.kind == "answer" and event.learner in codes)


def codes_of(learner: str, events: Iterable[Event]) -> set[str]:
    """Every code that joins say is the same learner."""
    codes = {learner}
    joins = [(event.learner, event.answer) for event in events if event.kind == "join"]
    grew = True
    while grew:
        linked = {code for pair in joins if codes.intersection(pair) for code in pair}
        grew = not linked <= codes
        codes |= linked
    return codes


def now() -> str:
    """This moment in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
