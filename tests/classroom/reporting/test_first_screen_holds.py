"""The first screen over many classes: it says nothing that the lines below it deny, shows no card that is still to
come for a part of the class, and goes over what went worst."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.class_report import ENOUGH_FOR_CHANGE, class_report
from readtwice.classroom.reporting.content import content
from readtwice.classroom.reporting.figures import ClassReport, Measure, right_of, that_speak
from readtwice.classroom.reporting.first_screen import first_screen
from readtwice.classroom.reporting.page import as_page
from readtwice.classroom.reporting.parts import Large
from readtwice.classroom.reporting.pooled import report_on_classes
from readtwice.classroom.reporting.sentences import PLAIN_IN_100, headline, lines
from readtwice.words import say, words
from tests.classroom.reporting.first_screens import seen_first
from tests.classroom.reporting.simulated import (
    CARDS,
    COURSE,
    PACKS,
    Odds,
    a_class,
    better,
    nothing_learned,
    one_skill_weak,
    only_more_suspicious,
    with_exits,
)

KINDS: dict[str, tuple[Odds, float]] = {
    "nothing learned": (nothing_learned, 0),
    "better": (better, 0),
    "more suspicious": (only_more_suspicious, 0),
    "one skill weak": (one_skill_weak, 0),
    "half absent": (better, 0.5),
}
SIZES = (1, 2, 3, 8, 28, 60)
OCCASIONS = ((), ("before",), ("after",), ("before", "after"))
EXITS = {"01": 0.85, "02": 0.8, "03": 0.3}
WAITS = say("report.wait.none", until=say("report.wait.lesson", number=8))
NONE = say("report.changed.none", plain=PLAIN_IN_100)


def told(measure: Measure) -> dict[str, str]:
    names = {label: name for name, label in words()["report"]["labels"].items()}
    return {names[line.label]: line.text for line in lines(measure)}


def simulated(odds: Odds, seed: int, size: int, occasions: tuple[str, ...], *, absent: int = 0) -> Collected:
    if occasions:
        return a_class(odds, seed, size=size, occasions=occasions, absent=absent)
    return Collected(dict.fromkeys(a_class(odds, seed, size=size).learners, ()), ())


def holds(report: ClassReport) -> None:
    """What must be so of any class."""
    text, head, measure, card = seen_first(report), headline(report), report.speaking, report.go_over
    if measure and "changed" in (below := told(measure)):
        assert below["changed"].startswith(head)
        assert measure.compared is (measure.matched >= ENOUGH_FOR_CHANGE)
        if not measure.compared:
            assert (measure.better, measure.shift) == ("can't tell", "can't tell")
            assert say("report.changed.unsure") in head
        if measure.now.occasion == "after":
            assert (say("report.changed.suspicious") not in head) or measure.now.lean == "down"
            assert (say("report.changed.stricter") not in head) or measure.now.lean != "down"
    if measure and measure.is_to_come:
        assert WAITS in text
        assert card is None or card.among
    if measure is None or measure.is_to_come:
        topics = {item.topic for item in (*PACKS["form-a"].items, *PACKS["form-a"].twins) if item.card in CARDS}
        assert not any(f"“{topic}”" in text for topic in topics)
    if card and card.among:
        shares = [right_of(one for cards in some for one in cards.cards) for some in that_speak(report.lessons)]
        right, of = right_of(card.among.cards)
        assert right / of == min(right / of for right, of in shares)
        counts = [one for one in card.among.cards if one.item.card == card.item.card]
        assert right_of(counts) == (card.of - card.wrong, card.of)
        if measure is None:
            assert f"“{card.item.topic}”: {card.of - card.wrong} of {card.of} right" in head
    wrong = [one for some in report.lessons for one in some.cards if one.right < one.learners]
    assert not (wrong and say("report.tomorrow.none") in text)
    assert (say("report.care.few", count=report.learners) in text) is (report.learners < 10)
    assert bool(card) is any(isinstance(part, Large) for part in first_screen(report))


@pytest.mark.long
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_screen_holds_for_every_class(kind: str, size: int) -> None:
    odds, absent = KINDS[kind]
    for occasions, exits in product(OCCASIONS, ({}, EXITS)):
        if occasions or exits:
            collected = simulated(odds, 1, size, occasions, absent=int(absent * size))
            holds(class_report(with_exits(collected, 1, exits), COURSE))


@pytest.mark.parametrize("exits", [{}, {"01": 0.6}])
def test_no_card_of_which_half_the_class_hears_in_lesson_8_is_shown_before(exits: dict[str, float]) -> None:
    report = class_report(with_exits(a_class(one_skill_weak, 2, occasions=("before",)), 2, exits), COURSE)
    holds(report)
    assert (
        say("report.wait.begin", lesson=words()["report"]["teach"]["lesson"]["number"]) in seen_first(report) or exits
    )
    assert (report.go_over.among.lesson if report.go_over and report.go_over.among else "") == "".join(exits)
    assert say("report.wait.keep", until=say("report.wait.lesson", number=8)) in as_page(report)


def test_a_class_that_waits_keeps_its_cards_from_all_classes_together() -> None:
    done, waiting = a_class(better, 1, size=20), a_class(better, 2, size=12, occasions=("before",))
    assert class_report(done, PACKS).go_over
    own = {who: tuple(replace(one, id=f"b-{one.id}") for one in some) for who, some in waiting.learners.items()}
    together = report_on_classes({"7a": done, "7b": Collected(own, ())}, PACKS).together
    assert (together.learners, together.measures[0].now.occasion, together.go_over) == (32, "after", None)


def test_one_stray_set_before_does_not_speak_for_a_class_that_did_exit_cards() -> None:
    exits = with_exits(simulated(better, 1, 28, ()), 1, {"03": 0.3}).learners
    stray = {
        code + "a": events
        for code, events in a_class(nothing_learned, 2, size=1, occasions=("before",)).learners.items()
    }
    report = class_report(Collected(exits | stray, ()), COURSE)
    assert (report.speaking, len(report.measures)) == (None, 1)
    assert headline(report).startswith(say("report.line_label", name=say("report.lesson", number=3)))
    assert report.go_over
    assert report.go_over.of > 1


@pytest.mark.long
def test_the_plan_is_of_the_lesson_that_went_worst() -> None:
    for seed in range(30):
        report = class_report(with_exits(simulated(better, seed, 28, ()), seed, EXITS), COURSE)
        assert report.go_over
        assert report.go_over.item.lesson == "03"


@pytest.mark.long
def test_a_class_of_which_nothing_can_be_told_hears_otherwise_than_one_that_learned_nothing() -> None:
    of_few = [headline(class_report(a_class(better, seed, size=8), PACKS)) for seed in range(20)]
    assert not any(NONE in one for one in of_few)
    nothing = [headline(class_report(a_class(nothing_learned, seed, size=60), PACKS)) for seed in range(10)]
    assert sum(NONE in one for one in nothing) >= 8
    gained = [headline(class_report(a_class(better, seed), PACKS)) for seed in range(20)]
    assert not any(NONE in one for one in gained)


def test_a_class_of_which_nothing_came_is_told_so() -> None:
    classes = {"7a": a_class(better, 1, size=4), "7b": Collected({}, ())}
    found = report_on_classes(classes, PACKS)
    page = as_page(found.together, classes=found)
    assert say("report.nothing") in page[page.index(say("report.class", name="7b")) :]
    assert say("report.tomorrow.none") not in page
    assert content(found.apart["7b"])
