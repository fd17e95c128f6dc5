"""`readtwice code` and `readtwice decode`: a record's result codes, and what is in one."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from readtwice.cli.records import NoRecord, latest_work
from readtwice.cli.said import refuse
from readtwice.marking.answer import verdict_of_sureness
from readtwice.pack import Item
from readtwice.pack.compiled import all_packs
from readtwice.record import Event, Result, UnreadableCode, decode, known_sets, line_of, with_earlier
from readtwice.record.answered import answered
from readtwice.statistics import score_of
from readtwice.words import say


def print_codes(record: Path) -> int:
    """One line for each card set with an answer: the code, then what it is about. Returns 1 where there is none."""
    try:
        learner, events = latest_work(record)
    except NoRecord as error:
        return refuse(error)
    known = (sets for pack in all_packs().values() for sets in with_earlier(pack))
    lines = [line for sets in known if (line := line_of([sets], learner, events)).results]
    results = [one for line in lines for one in line.results]
    for line, one in zip(lines, results, strict=True):
        if not _stands_in_another(one, results):
            told = say("command.codes.answered", name=one.cards.name, answered=one.held, count=len(one.answers))
            print(f"{line.code}  {told}{f'. {line.lacks}' if line.lacks else ''}")
    if not lines:
        print(say("command.codes.no_answers", record=record), file=sys.stderr)
    return 0 if lines else 1


def _stands_in_another(result: Result, results: list[Result]) -> bool:
    """Whether another set says it better: the half alone or, where both were begun, what holds more of them and the
    whole form."""
    cards = result.cards
    alike = [one for one in results if (one.cards.pack, one.cards.occasion) == (cards.pack, cards.occasion)]
    halves = [one.held for one in alike if one.cards.part in ("first", "second")]
    whole = sum(one.held for one in alike if one.cards.part == "whole")
    is_whole = len(halves) != 1 and whole >= sum(halves)
    return bool(cards.part) and (cards.part == "whole") != is_whole


def print_decoded(code: str, *, as_json: bool) -> int:
    """What a code holds, in words or as one JSON object. Returns 1, with one sentence, for a code that is off."""
    try:
        result = decode(code, known_sets())
    except UnreadableCode as error:
        return refuse(error)
    document = described(result)
    if as_json:
        print(json.dumps(document, ensure_ascii=False, indent=1))
        return 0
    print(say("command.codes.whose", name=result.cards.name, pack=result.cards.pack, learner=result.learner))
    for card in document["cards"]:  # type: ignore[attr-defined]
        parts = [card["answer"] or say("command.codes.not_tried")]
        if card["right"] is not None:
            parts.append(say("command.codes.right" if card["right"] else "command.codes.not_right"))
        print(f"  {card['item']}: {', '.join(parts)}")
    return 0


def described(result: Result) -> dict[str, object]:
    """A result as plain values: whose, which cards, each answer and whether it was right, and the counts."""
    taps = tuple(zip(result.cards.items, result.answers, strict=True))
    cards = [answered(item, _as_events(item, tap)) for item, tap in taps]
    return {
        "learner": result.learner,
        "pack": result.cards.pack,
        "set": result.cards.name,
        "occasion": result.cards.occasion,
        "cards": [
            {"item": item.id, "answer": tap, "right": one.is_right if one.said else None}
            for (item, tap), one in zip(taps, cards, strict=True)
        ],
        "score": asdict(score_of(cards)),
    }


def _as_events(item: Item, tap: str) -> list[Event]:
    """The answer of a code, as it would stand in a record."""
    verdict = verdict_of_sureness(item.kind, tap) if tap else ""
    return [Event("code", "code", item=item.id, answer=[verdict], sureness=tap)] if tap else []
