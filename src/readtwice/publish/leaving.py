"""What of a saved answer may leave the course in a file, by name: nothing else does, whatever an event holds.

`chosen` is what a learner picked among what the course offers, kind by kind, each value compared with what is offered.
`written` is what a learner put in words of their own, in the fields named here. It leaves only in files that learners
make to take their own words along, and these say so. A new kind of answer, a new field or a value that is not offered
stays in until it is named here. `tests/publish/test_leaving.py` walks over all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from readtwice.marking import read_answer
from readtwice.marking.answer import SURENESS
from readtwice.marking.caption_key import caption_words
from readtwice.marking.fact_check import FACT_CHECK, OWN, from_answer
from readtwice.marking.matching import DRIFT, TIMELINE, VOICES, Match, drift_match, read_match, statement_match
from readtwice.marking.matching import voice_match as match_of_voice
from readtwice.marking.numbers import read_number
from readtwice.marking.ordering import ORDER
from readtwice.marking.shelf import SHELF, looked_from
from readtwice.marking.shelf import to_answer as looked_answer
from readtwice.pack import Item, Pack
from readtwice.pack.captions import TAGS
from readtwice.record import Event
from readtwice.words import words

OCCASIONS = re.compile(r"lesson|before|after|fresh|talk|estimate|recall-\d\d", re.ASCII)
"""What an answer may say of its occasion."""

PIN = ("topic", "sentence", "who", "position", "date", "number")
"""The fields of a pin in a ledger. All but the first two are the learner's own words."""

STEPS = (
    *("claim_id", "claim", "says", "would_settle", "computation", "verdict", "unknown"),
    *("fact_first", "claim_line", "fact_again"),
)
SOURCE = ("source", "adds", "address", "date")
"""The fields of a fact-check, and of one piece of its evidence."""

NO_PARTNER = "none"


def chosen(event: Event, pack: Pack) -> Any:
    """What was picked among what the course offers; None where the event is of no named kind, or holds none of it."""
    if event.kind != "answer" or event.pack not in ("", pack.slug):
        return None
    items = {item.id: item for item in pack.items}
    if event.item in items:
        return _verdict(items[event.item], event.answer)
    if event.item == ORDER:
        known = {one.id for one in pack.timeline.events} if pack.timeline else set()
        return event.answer if _are_all(event.answer, known) else None
    for prefix, read in _CHOSEN.items():
        if event.item.startswith(prefix):
            return read(event.item.removeprefix(prefix), event.answer, pack)
    return None


def written(event: Event, pack: Pack) -> Any:
    """What a learner wrote, in the fields that are named here; None where the event is of no kind that holds words."""
    if event.kind != "answer" or event.pack not in ("", pack.slug):
        return None
    prefix, _, place = event.item.partition("-")
    blocks = {block.id for block in pack.article.blocks}
    if prefix == "rewrite" and place in blocks and isinstance(event.answer, str):
        return event.answer
    if prefix == "ledger" and set(place.split("-")) <= blocks and isinstance(event.answer, list):
        return [_texts(pin, PIN) for pin in event.answer if isinstance(pin, Mapping)]
    if event.item.startswith(FACT_CHECK):
        return _fact_check(event.item.removeprefix(FACT_CHECK), event.answer, pack)
    return None


def occasion(event: Event) -> str:
    """When an answer was given, where that is one of the course's own occasions, else nothing."""
    return event.occasion if OCCASIONS.fullmatch(event.occasion) else ""


def sureness(event: Event) -> str:
    """How sure the learner said to be, where that is one of the five one-tap answers, else nothing."""
    return event.sureness if event.sureness in SURENESS else ""


def _verdict(item: Item, answer: Any) -> list[str] | None:
    try:
        read = read_answer(item, answer)
    except ValueError:
        return None
    if read.number:  # as it was read, not as it was typed
        number = read_number(read.number)
        return [f"{number.value}{'%' if number.is_percent else ''}", *([read.verdict] if read.verdict else [])]
    return read.parts or None


def _hunt(place: str, answer: Any, pack: Pack) -> str | None:
    known = {sentence.id for sentence in pack.article.sentences}
    return answer if place.replace("-", ".") in known and _is_one(answer, {*known, NO_PARTNER}) else None


def _caption(place: str, answer: Any, pack: Pack) -> list[str] | None:
    if place not in {block.id for block in pack.article.blocks} or not _are_all(answer, {*TAGS, ""}):
        return None
    return list(answer)[: len(caption_words(pack.article, place))]


def _swap(place: str, answer: Any, pack: Pack) -> str | None:
    known = {block.id for block in pack.article.blocks}
    return answer if place in known and _is_one(answer, set(words()["swap"]["choices"])) else None


def _shelf(place: str, answer: Any, pack: Pack) -> dict[str, object] | None:
    tasks = {task.item: task for task in pack.shelf.tasks} if pack.shelf else {}
    return looked_answer(looked_from(answer, tasks[place])) if place in tasks else None


def _voice(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    found = {one.id: one for one in pack.voices.quotes} if pack.voices else {}
    return _matched(match_of_voice(pack, found[place]), answer) if place in found else None


def _statement(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    found = {one.id: one for one in pack.timeline.statements} if pack.timeline else {}
    return _matched(statement_match(pack, found[place]), answer) if place in found else None


def _drift(place: str, answer: Any, pack: Pack) -> dict[str, str] | None:
    found = {one.id: one for one in pack.drifts.rows} if pack.drifts else {}
    return _matched(drift_match(pack, found[place]), answer) if place in found else None


def _matched(match: Match, answer: Any) -> dict[str, str] | None:
    return read_match(match, answer) or None


def _comparison(place: str, answer: Any, pack: Pack) -> dict[str, Any] | None:
    grids = {one.id: one.grid for one in pack.comparisons}
    if place not in grids or not isinstance(answer, Mapping):
        return None
    grid, to, by = grids[place], answer.get("to"), answer.get("by")
    if not _is_one(to, {"both", "unsure", *(side.id for side in grid.sides)}) or not isinstance(by, Mapping):
        return None
    if not all(_is_one(by.get(toggle.id), set(toggle.labels)) for toggle in grid.toggles):
        return None
    return {"to": to, "by": {toggle.id: by[toggle.id] for toggle in grid.toggles}}


_CHOSEN: dict[str, Callable[[str, Any, Pack], Any]] = {
    "hunt-": _hunt,
    "caption-": _caption,
    "swap-": _swap,
    SHELF: _shelf,
    VOICES: _voice,
    TIMELINE: _statement,
    DRIFT: _drift,
    "comparison-": _comparison,
}
"""How the ids of answers to anything but an item begin, and how each kind is read."""


def _fact_check(claim: str, answer: Any, pack: Pack) -> dict[str, Any] | None:
    known = {one.id for one in pack.fact_checks.claims} if pack.fact_checks else set()
    if claim not in {*known, OWN} or from_answer(answer) is None:
        return None
    rows = answer.get("evidence")
    evidence = [_texts(row, SOURCE) for row in (rows if isinstance(rows, list) else []) if isinstance(row, Mapping)]
    return {**_texts(answer, STEPS), "evidence": evidence}


def _texts(answer: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, str]:
    return {name: answer[name] for name in names if isinstance(answer.get(name), str)}


def _is_one(value: Any, offered: set[str]) -> bool:
    return isinstance(value, str) and value in offered


def _are_all(values: Any, offered: set[str]) -> bool:
    return isinstance(values, list) and all(_is_one(value, offered) for value in values)
