"""Learners who understand nothing and go by one cue: no score card and no class report calls them better."""

from __future__ import annotations

from random import Random

import pytest

from readtwice.activities.form.score_card import compared, score_card
from readtwice.authoring.cues import RULES
from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.class_report import class_report
from readtwice.pack import Item, load_pack
from readtwice.record import Event, learner_of
from readtwice.record.slip import COLOURS, check_characters, parity
from readtwice.words import say
from tests.classroom.classes import FORM, answers_in_memory
from tests.classroom.reporting.first_screens import LEARNERS, said_of

PACK = load_pack(FORM)
STATES = (*PACK.items, *PACK.twins)
SAYS = {"clean": "think_so", "flawed": "think_not", "open": "cant_tell"}
CLASSES = 4


def followers(rule: str, number: int) -> dict[str, tuple[Event, ...]]:
    """A class that goes by one cue before and after the course, each learner with twins of their own."""
    said = dict(zip((item.id for item in STATES), RULES[rule](STATES), strict=True))

    def habit(item: Item, chance: Random, taught: bool) -> str:
        return SAYS[said[item.id]]

    found: dict[str, tuple[Event, ...]] = {}
    for place, colour in enumerate(COLOURS[:LEARNERS], 10 + number):
        code = learner_of(f"{colour}-{place}-{check_characters(colour, place)}")
        halves = {"before": "second", "after": "first"} if parity(code) else {"before": "first", "after": "second"}
        found |= answers_in_memory(PACK, habit, place, halves, name=code)
    return found


def verdict_on(events: tuple[Event, ...], code: str) -> str:
    """What the learner's own page says of before and after."""
    assert PACK.form
    first, second = ("second", "first") if parity(code) else ("first", "second")
    before = score_card(PACK, PACK.form.cards_of(first), events, "before")  # type: ignore[arg-type]
    after = score_card(PACK, PACK.form.cards_of(second), events, "after")  # type: ignore[arg-type]
    return compared(before.score, after.score)[2]


@pytest.mark.long
@pytest.mark.parametrize("rule", sorted(RULES))
def test_who_goes_by_a_cue_is_not_called_better(rule: str) -> None:
    classes = [followers(rule, number) for number in range(CLASSES)]
    told = [verdict_on(events, code) for one in classes for code, events in one.items()]
    assert len(told) == CLASSES * LEARNERS
    assert told.count(say("score.compare_better")) <= len(told) / 20
    reports = [class_report(Collected(one, ()), {FORM: PACK}) for one in classes]
    assert not any("better" in said_of(report) for report in reports)
