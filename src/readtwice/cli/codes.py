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
from readtwice.record import CardSet, Event, Result, UnreadableCode, decode, encode, known_sets, most_answered
from readtwice.record.answered import answered
from readtwice.statistics import score_of
from readtwice.words import say


def print_codes(record: Path) -> int:
    """One line for each card set with an answer: the code, then what it is about. Returns 1 where there is none."""
    try:
        learner, events = latest_work(record)
    except NoRecord as error:
        return refuse(error)
    in_their_time: dict[tuple[str, int], list[CardSet]] = {}
    for cards in known_sets():
        in_their_time.setdefault((cards.pack, cards.number), []).append(cards)
    found = [most_answered(sets, learner, events) for sets in in_their_time.values()]
    tried = [(cards, answers) for cards, answers in found if any(answers)]
    for cards, answers in tried:
        if not _stands_in_another(cards, [one for one, _ in tried]):
            code = encode(cards, learner, answers)
            told = say("command.codes.answered", name=cards.name, answered=sum(map(bool, answers)), count=len(answers))
            print(f"{code}  {told}")
    if not tried:
        print(say("command.codes.no_answers", record=record), file=sys.stderr)
    return 0 if tried else 1


def _stands_in_another(cards: CardSet, tried: list[CardSet]) -> bool:
    """Whether another set says it better: the whole form where both halves were begun, else the half alone."""
    alike = [one for one in tried if (one.pack, one.occasion) == (cards.pack, cards.occasion) and one.part]
    halves = [one for one in alike if one.part != "whole"]
    return len(halves) == (1 if cards.part == "whole" else 2) if cards.part else False


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
