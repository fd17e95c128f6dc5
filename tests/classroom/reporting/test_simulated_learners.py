"""What score cards and the class report say is true of learners of whom it is known how they answer.

Each learner sees the twins that their own code deals them. What is true is worked out here from the keys and answers,
apart from the code that says it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle, product
from random import Random

import pytest

from readtwice.activities.form.score_card import ScoreCard, compared, score_card
from readtwice.authoring.cues import RULES
from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.sentences import sentences
from readtwice.pack import Item, Pack, load_pack
from readtwice.pack.draw import dealt, drawn
from readtwice.record import Event
from readtwice.words import say
from tests.classroom.classes import FORM, answers_in_memory, halves_of
from tests.publish import learners
from tests.publish.learners import Answer

PACK = load_pack(FORM)
STATES = (*PACK.items, *PACK.twins)
CLASS = 28
CLASSES = 4
TAPS = {"clean": "think_so", "flawed": "think_not", "open": "cant_tell"}
SAYS = {"sure_it_holds": "clean", "think_so": "clean", "sure_not": "flawed", "think_not": "flawed", "cant_tell": "open"}


@dataclass(frozen=True)
class Learner:
    """One simulated learner: the pack as they saw it, what they answered, and the halves that they answered."""

    pack: Pack
    events: tuple[Event, ...]
    halves: Mapping[str, str]

    def card(self, occasion: str) -> ScoreCard:
        assert self.pack.form
        cards = self.pack.form.cards_of(self.halves[occasion])  # type: ignore[arg-type]
        return score_card(self.pack, cards, self.events, occasion)

    def counts(self, occasion: str) -> Counter[tuple[str, str]]:
        """How often each state got each answer, read off the events."""
        state_of = {item.id: item.state for item in STATES}
        mine = [event for event in self.events if event.occasion == occasion]
        return Counter((state_of[event.item], SAYS[event.sureness]) for event in mine)

    @property
    def verdict(self) -> str:
        return compared(self.card("before").score, self.card("after").score)[2]


@cache
def pack_of(code: str) -> Pack:
    return drawn(PACK, dealt(PACK, code))


def a_class(habit: Answer, number: int = 0) -> list[Learner]:
    found = []
    for seed in range(number * CLASS, (number + 1) * CLASS):
        pack = pack_of(f"{seed:010x}")
        ((_, events),) = answers_in_memory(pack, habit, seed, halves_of(seed)).items()
        found.append(Learner(pack, events, halves_of(seed)))
    return found


def report_on(some: list[Learner]) -> ClassReport:
    return class_report(Collected({one.events[0].learner: one.events for one in some}, ()), {FORM: PACK})


def by_rule(rule: str) -> Answer:
    """Goes by one cue, before and after."""
    said = dict(zip((item.id for item in STATES), RULES[rule](STATES), strict=True))

    def habit(item: Item, chance: Random, taught: bool) -> str:
        return TAPS[said[item.id]]

    return habit


def as_before(right: float) -> Answer:
    """Right with the same odds before and after: nothing was learned."""

    def habit(item: Item, chance: Random, taught: bool) -> str:
        is_right = chance.random() < right
        return TAPS[item.state if is_right else "flawed" if item.state == "clean" else "clean"]

    return habit


HABITS: dict[str, Answer] = {
    **{one.__name__: one for one in learners.LEARNERS},
    **{f"rule {rule}": by_rule(rule) for rule in RULES},
    "right 6 of 10": as_before(0.6),
}
HEARS = {"suspicious": "score.habit_flags", "trusting": "score.habit_keeps", "waiting": "score.habit_holds_back"}
ALL_HABITS = {say(one) for one in HEARS.values()}


@pytest.mark.parametrize("habit", HABITS)
def test_each_count_of_a_score_card_is_what_was_answered(habit: str) -> None:
    for one in a_class(HABITS[habit]):
        for occasion in one.halves:
            counts, told = one.counts(occasion), one.card(occasion).sentences
            of = {state: sum(counts[state, said] for said in TAPS) for state in TAPS}
            held = counts["clean", "open"] + counts["flawed", "open"]
            expected = [
                say("score.kept", count=counts["clean", "clean"], of=of["clean"]),
                say("score.caught", count=counts["flawed", "flawed"], of=of["flawed"]),
                say("score.false_alarms", count=counts["clean", "flawed"]),
                say("score.misses", count=counts["flawed", "clean"]),
                say("score.held_back", count=held),
            ]
            if of["open"]:
                expected.append(say("score.rightly_held_back", count=counts["open", "open"], of=of["open"]))
            assert list(told[: len(expected)]) == expected
            assert sum(of.values()) == 8


@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_is_told_to_those_who_have_it_and_to_nobody_else(habit: str) -> None:
    """Told, it is true: seven of eight cards got the one answer. Who gave it to all eight is told."""
    names = {"flawed": "suspicious", "clean": "trusting", "open": "waiting"}
    for one in a_class(HABITS[habit]):
        for occasion in one.halves:
            counts = one.counts(occasion)
            given = {said: sum(counts[state, said] for state in TAPS) for said in TAPS}
            told = ALL_HABITS & set(one.card(occasion).sentences)
            assert told <= {say(HEARS[name]) for said, name in names.items() if given[said] >= 7}
            assert told >= {say(HEARS[name]) for said, name in names.items() if given[said] == 8}


def test_who_learned_hears_so_and_who_hardened_does_not() -> None:
    told = {name: Counter(one.verdict for n in range(CLASSES) for one in a_class(HABITS[name], n)) for name in HABITS}
    everyone = CLASS * CLASSES
    assert told["learning"][say("score.compare_better")] >= 0.9 * everyone
    assert told["hardening"][say("score.compare_stricter")] >= 0.9 * everyone
    assert told["careful"][say("score.compare_same")] == everyone
    assert told["hardening"][say("score.compare_better")] == 0


def test_who_goes_on_as_before_hears_of_a_change_one_time_in_twenty_at_most() -> None:
    """All who did not change, together; each habit for itself may have its luck."""
    changed = {say("score.compare_better"), say("score.compare_worse")}
    shares = {}
    for habit in set(HABITS) - {"learning", "hardening"}:
        told = [one.verdict for number in range(CLASSES) for one in a_class(HABITS[habit], number)]
        shares[habit] = sum(one in changed for one in told) / len(told)
    assert sum(shares.values()) / len(shares) <= 0.05
    assert max(shares.values()) <= 0.1, shares


def always(*taps: str) -> Answer:
    """Answers without a look at the card: one tap after the other, again and again."""
    turns = cycle(taps)

    def habit(item: Item, chance: Random, taught: bool) -> str:
        return next(turns)

    return habit


def switching(before: Answer, after: Answer) -> Answer:
    def habit(item: Item, chance: Random, taught: bool) -> str:
        return (after if taught else before)(item, chance, taught)

    return habit


BLIND = [*((tap,) for tap in SAYS), ("sure_it_holds", "sure_not"), ("think_not", "think_so")]


@pytest.mark.long
def test_no_habit_that_is_blind_to_the_card_is_better_or_worse_than_another() -> None:
    """Of one tap for all that is never said, nor of any class; taps in turn may by chance meet what is on the cards."""
    changed, by_chance = {say("score.compare_better"), say("score.compare_worse")}, []
    for before, after in product(BLIND, repeat=2):
        some = a_class(switching(always(*before), always(*after)))
        told = sum(one.verdict in changed for one in some)
        assert not told or len(before) + len(after) > 2
        by_chance += [told] if len(before) + len(after) > 2 else []
        (line,) = [one for one in sentences(report_on(some)) if "Better, or" in one]
        assert say("report.changed.up") not in line
        assert say("report.changed.down") not in line
    assert sum(by_chance) <= 0.05 * CLASS * len(by_chance)


SAYS_ABLE = {
    say(f"report.can_do.{apart}_apart_{lean}").partition(", ")[2].partition(".")[0]: apart
    for apart in ("well", "hardly")
    for lean in ("suspicious", "trusting", "balanced")
}
"""What the first line says of a class that tells sound from flawed."""

CAN_DO = {
    "careful": "well_apart_balanced",
    "learning": "well_apart_balanced",
    "suspicious": "turns_down",
    "hardening": "turns_down",
    "trusting": "keeps",
    "waiting": "holds_back",
}
BETTER, STRICTER = say("report.changed.up"), say("report.changed.suspicious")


@pytest.mark.long
@pytest.mark.parametrize("habit", HABITS)
def test_what_the_class_report_says_is_true(habit: str) -> None:
    rose = 0
    for number in range(CLASSES):
        some = a_class(HABITS[habit], number)
        report = report_on(some)
        first, changed = sentences(report)[0], next(one for one in sentences(report) if "Better, or" in one)
        rose += BETTER in changed
        counts = sum((one.counts("after") for one in some), Counter[tuple[str, str]]())
        of = {state: sum(counts[state, said] for said in TAPS) for state in TAPS}
        now = report.measures[0].now
        assert (now.kept, now.sound, now.caught, now.flawed) == (
            *(counts["clean", "clean"], of["clean"]),
            *(counts["flawed", "flawed"], of["flawed"]),
        )
        able = [apart for words, apart in SAYS_ABLE.items() if words in first]
        if able:  # more is called flawed among flawed cards than among sound ones
            assert counts["flawed", "flawed"] / of["flawed"] > counts["clean", "flawed"] / of["clean"]
        if habit in CAN_DO:
            assert say(f"report.can_do.{CAN_DO[habit]}", when=say("report.when.after")) in first
        if habit == "hardening":
            assert STRICTER in changed
        if habit.startswith("rule ") or habit == "guessing":
            assert "well" not in able, "a guesser is not called able"
    assert rose == (CLASSES if habit == "learning" else 0)
