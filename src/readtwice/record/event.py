"""One saved answer, as a line of JSON.

A record is a set of events that only ever grows. Two records are merged by set union on the event id, so merging
commutes, associates and may be repeated without harm.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from readtwice.words import say

MAXIMUM_LINE = 650_000
"""Characters in one line. A full ledger stays below, and a text of one's own, even with every character escaped; a
longer line is not ours."""

MAXIMUM_DEPTH = 10
"""Lists in lists in an answer. A ledger has two."""

TEXT_LIMITS = {"id": 64, "learner": 64, "pack": 100, "item": 200, "occasion": 100, "sureness": 40, "time": 40}
NUMBER_LIMITS = {"revision": 1_000_000, "hints": 1_000, "n": 1_000_000}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


KINDS = ("answer", "join", "void", "turn")


class UnreadableEvent(ValueError):
    """A line that is not an event of this course; the message says why in a few words."""


class UnknownKind(UnreadableEvent):
    """A line that a later version of the course may have written."""


@dataclass(frozen=True, slots=True)
class Event:
    """`kind` is `answer` or one of these:

    - `join`: the learner code in `answer` is the same learner as `learner`;
    - `void`: the answers whose ids stand in `answer` were saved as `learner`'s, and are not (they stand again under
      whose they are);
    - `turn`: somebody chose; from here on this folder is worked in as `learner`. `answer` says by what choice. Of two
      turns the one with the higher `n` counts. A turn never leaves its folder.

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
        return json.dumps({name: getattr(self, name) for name in _FIELDS}, sort_keys=True)


_FIELDS = tuple(Event.__dataclass_fields__)


def event_from_line(line: str) -> Event:
    """Read one line. Fields that a later version may add are passed over. Raises UnreadableEvent."""
    if len(line) > MAXIMUM_LINE:
        raise UnreadableEvent(say("error.record.line_too_long"))
    try:
        loaded = _DECODER.decode(line)
    except (ValueError, RecursionError):
        raise UnreadableEvent(say("error.record.line_not_json")) from None
    if not isinstance(loaded, dict):
        raise UnreadableEvent(say("error.record.line_not_answer"))
    fields = {name: loaded[name] for name in _FIELDS if name in loaded}
    for name, limit in TEXT_LIMITS.items():
        value = fields.get(name, "")
        if not isinstance(value, str) or len(value) > limit:
            raise UnreadableEvent(say("error.record.not_short_text", name=name))
    for name, limit in NUMBER_LIMITS.items():
        value = fields.get(name, 0)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= limit:
            raise UnreadableEvent(say("error.record.not_count", name=name))
    if not fields.get("id") or not fields.get("learner") or not TIME.fullmatch(fields.get("time", "")):
        raise UnreadableEvent(say("error.record.line_incomplete"))
    kind, answer = fields.get("kind", "answer"), fields.get("answer")
    if kind not in KINDS:
        raise UnknownKind(say("error.record.unknown_kind"))
    if kind == "join" and not isinstance(answer, str):
        raise UnreadableEvent(say("error.record.join_without_learner"))
    if kind == "void" and not (isinstance(answer, list) and all(isinstance(one, str) for one in answer)):
        raise UnreadableEvent(say("error.record.void_without_answers"))
    if _is_deeper_than(MAXIMUM_DEPTH, fields.get("answer")):
        raise UnreadableEvent(say("error.record.nested_too_deeply"))
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
    return tuple(event for event in settled(events) if event.kind == "answer" and event.learner in codes)


def settled(events: Iterable[Event]) -> tuple[Event, ...]:
    """The answers and joins that stand: no turns, and no answers that a void line takes back."""
    events = tuple(events)
    void = {(event.learner, one) for event in events if event.kind == "void" for one in event.answer}
    return tuple(
        event
        for event in events
        if event.kind == "join" or (event.kind == "answer" and (event.learner, event.id) not in void)
    )


MOST_ERASED = 1_000
"""Turns that may have been erased. One that counts further than all that lie there and so many is no page's."""


def latest_turn(events: Iterable[Event]) -> Event | None:
    """The turn that counts, if anybody ever chose. No line can count so high that no later choice comes after it."""
    turns = [event for event in events if event.kind == "turn"]
    counted = (event for event in turns if event.n <= len(turns) + MOST_ERASED)
    return max(counted, key=lambda event: (event.n, event.time, event.id), default=None)


def at_work(events: Iterable[Event]) -> str:
    """Who works where these events lie: as the latest turn says, else whoever answered last; empty for nobody."""
    events = tuple(events)
    turn = latest_turn(events)
    if turn is None:
        answers = (event for event in settled(events) if event.kind == "answer")
        turn = max(answers, key=lambda event: event.order, default=None)
    return turn.learner if turn else ""


def codes_of(learner: str, events: Iterable[Event]) -> set[str]:
    """Every code that joins say is the same learner."""
    linked: dict[str, list[str]] = {}
    for event in events:
        if event.kind == "join":
            linked.setdefault(event.learner, []).append(event.answer)
            linked.setdefault(event.answer, []).append(event.learner)
    codes, waiting = {learner}, [learner]
    while waiting:
        for code in linked.get(waiting.pop(), ()):
            if code not in codes:
                codes.add(code)
                waiting.append(code)
    return codes


def now() -> str:
    """This moment in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
