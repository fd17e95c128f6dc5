"""What to teach: nothing where all is alike, what is weak where it is, and "again" only of what was taught."""

from __future__ import annotations

from random import Random

import pytest

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.page import as_page
from readtwice.classroom.reporting.sentences import lines, skill_lines
from readtwice.classroom.reporting.values import as_json
from readtwice.pack import Item, load_pack
from readtwice.pack.form import SKILLS
from readtwice.record import Event
from readtwice.words import say, words
from tests.classroom.classes import FORM, STORIES, answers_in_memory, halves_of, with_lesson
from tests.publish import learners
from tests.specimens import HEGSETH, hegseth

PACKS = {FORM: load_pack(FORM), HEGSETH: hegseth(), STORIES: load_pack(STORIES)}
FORM_CARDS = {card.item: card for card in PACKS[FORM].form.cards}  # type: ignore[union-attr]
LABELS = {label: name for name, label in words()["report"]["labels"].items()}


def class_of(count: int, seed: int, *, weaker: float = 0.0, skill: str = "number", when: str = "") -> Collected:
    """Learners who differ in how able and how wary they are; every card is equally hard, but for one skill."""
    found: dict[str, tuple[Event, ...]] = {}
    for number in range(count):
        chance = Random(f"{count} {seed} {number}")
        able, wary = chance.gauss(0.65, 0.15), chance.gauss(0, 0.15)

        def habit(item: Item, _chance: Random, _taught: bool, able: float = able, wary: float = wary) -> str:
            apt = able + (wary if item.is_flawed else -wary) - weaker * (FORM_CARDS[item.id].skill == skill)
            is_right = chance.random() < apt  # noqa: B023
            return "think_so" if is_right == item.is_clean else "think_not"

        halves = {one: half for one, half in halves_of(number).items() if when in ("", one)}
        found |= answers_in_memory(PACKS[FORM], habit, number, halves)
    return Collected(found, ())


def told(report: ClassReport) -> dict[str, str]:
    return {LABELS[one.label]: one.text for measure in report.measures for one in lines(measure)}


@pytest.mark.long
def test_of_150_classes_in_which_all_is_equally_hard_at_most_one_in_twenty_is_told_otherwise() -> None:
    skills = cards = 0
    for seed in range(150):
        report = class_report(class_of(28, seed), PACKS)
        said = told(report)
        assert "again" not in said
        skills += said.get("teach") != say("report.teach.alike")
        cards += said["look"] != say("report.look.none")
    assert skills <= 7
    assert cards <= 7


@pytest.mark.long
def test_a_skill_25_points_weaker_is_named_in_most_classes_and_no_other() -> None:
    reports = [told(class_report(class_of(28, seed, weaker=0.25), PACKS)) for seed in range(40)]
    lesson = words()["report"]["teach"]["lesson"]
    assert sum(lesson["number"] in one["teach"] for one in reports) >= 24
    assert sum(any(lesson[s] in one["teach"] for s in SKILLS if s != "number") for one in reports) <= 2


@pytest.mark.parametrize(
    ("lesson", "share", "when", "label"),
    [
        ("03", 1.0, "after", "again"),
        ("03", 0.6, "after", "again"),
        ("03", 0.2, "after", "teach"),
        ("02", 1.0, "after", "teach"),
        ("", 0.0, "after", "teach"),
        ("", 0.0, "before", "first"),
        ("03", 1.0, "before", "teach"),
    ],
)
def test_again_is_said_only_of_what_was_taught_before_the_cards(
    lesson: str, share: float, when: str, label: str
) -> None:
    collected = class_of(40, 1, weaker=0.45, when=when)
    report = class_report(with_lesson(collected, lesson, share) if lesson else collected, PACKS)
    said = told(report)
    name = words()["report"]["teach"]["lesson"]["number"]
    assert name in said[label]
    assert [one for one in ("again", "first", "teach") if one in said] == [label]
    (form,) = as_json(report)["forms"]
    assert form["teach"] == ["number"]
    assert form["teach_again"] == (["number"] if label == "again" else [])


def test_all_skills_are_bars_whether_alike_or_not() -> None:
    for weaker in (0.0, 0.5):
        report = class_report(class_of(30, 3, weaker=weaker, when="after"), PACKS)
        (measure,) = report.measures
        page = as_page(report)
        assert [one.skill for one in measure.skills] == ["agreement", "who and when", "number", "caption"]
        assert sum(one.answers for one in measure.skills) == 30 * 8
        for one, bar in zip(measure.skills, skill_lines(measure), strict=True):
            assert bar.count("■") + bar.count("□") == 10
            assert say("report.of", count=one.right, of=one.answers) in page
            assert words()["report"]["teach"]["lesson"][one.skill] in page
        assert (say("report.weak") in page) is bool(weaker)


def test_a_class_that_trusts_everything_is_weak_in_nothing_but_trusts() -> None:
    found: dict[str, tuple[Event, ...]] = {}
    for number in range(30):
        found |= answers_in_memory(PACKS[FORM], learners.trusting, number, halves_of(number))
    assert told(class_report(Collected(found, ()), PACKS))["teach"] == say("report.teach.alike")


def test_on_a_fresh_text_with_uneven_skills_nothing_is_made_of_a_leaning() -> None:
    """Of the fresh text one skill has more sound cards than the others: who trusts all would seem good at it."""
    pack = load_pack("fresh-text")
    found: dict[str, tuple[Event, ...]] = {}
    for number in range(60):
        found |= answers_in_memory(pack, learners.suspicious, number, {"fresh": "whole"})
    (measure,) = class_report(Collected(found, ()), {pack.slug: pack}).measures
    assert not any(one.is_weak for one in measure.skills)
    assert len({one.right / one.answers for one in measure.skills}) > 1
