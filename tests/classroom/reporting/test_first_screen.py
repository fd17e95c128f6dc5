"""The first screen: five simulated classes are told apart from it alone, and learners by slip are the teacher's own."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.class_report import class_report
from readtwice.classroom.reporting.content import content
from readtwice.classroom.reporting.figures import ClassReport
from readtwice.classroom.reporting.first_screen import first_screen
from readtwice.classroom.reporting.hand_ins import go_over
from readtwice.classroom.reporting.page import as_page, page_of
from readtwice.classroom.reporting.parts import Large, Picture, Table, Text
from readtwice.classroom.reporting.sentences import headline, lesson_lines
from readtwice.classroom.reporting.shared_content import shared_content
from readtwice.classroom.reporting.sharing import shared_report
from readtwice.classroom.reporting.values import as_json
from readtwice.pack import Item, load_pack
from readtwice.pack.item import VERDICTS
from readtwice.record import Event, learner_of
from readtwice.words import say, words
from tests.classroom.classes import FORM, answers_in_memory
from tests.classroom.reporting.first_screens import LEARNERS, said_of, seen_first
from tests.classroom.reporting.simulated import (
    CARDS,
    PACKS,
    SLIPS,
    Odds,
    a_class,
    better,
    nothing_learned,
    one_skill_weak,
    only_more_suspicious,
)
from tests.publish import learners
from tests.publish.learners import Answer
from tests.specimens import hegseth


@pytest.mark.long
@pytest.mark.parametrize(
    ("odds", "absent", "true"),
    [
        (nothing_learned, 0, set()),
        (better, 0, {"better"}),
        (only_more_suspicious, 0, {"more suspicious"}),
        (one_skill_weak, 0, {"number is weak"}),
        (nothing_learned, LEARNERS // 2, {"half absent"}),
    ],
)
def test_five_classes_are_told_apart_from_the_first_screen_alone(odds: Odds, absent: int, true: set[str]) -> None:
    said = [said_of(class_report(a_class(odds, seed, absent=absent), PACKS)) for seed in range(20)]
    assert sum(one == true for one in said) >= 15
    assert sum(bool(one - true) for one in said) <= 3


def report_of(*habits: Answer) -> ClassReport:
    found: dict[str, tuple[Event, ...]] = {}
    for number, habit in enumerate(habits):
        found |= answers_in_memory(
            PACKS[FORM], habit, number, {"before": "first", "after": "second"}, name=learner_of(SLIPS[number])
        )
    return class_report(Collected(found, ()), PACKS)


def test_one_picture_one_sentence_then_ten_minutes() -> None:
    report = class_report(a_class(better, 1), PACKS)
    picture, sentence, *_ = first_screen(report)
    assert isinstance(picture, Picture)
    before, after = report.measures[0].occasions
    kept, caught = picture.rows
    assert (kept.before, kept.now) == (round(100 * before.kept / before.sound), round(100 * after.kept / after.sound))
    assert caught.told in picture.description
    assert isinstance(sentence, Text)
    assert sentence.look == "headline"
    page = as_page(report)
    assert page.index("<figure") < page.index('class="headline"') < page.index(words()["report"]["labels"]["tomorrow"])
    assert "<script" not in page


def test_the_card_to_go_over_shows_story_box_and_question_and_folds_its_answer() -> None:
    report = class_report(a_class(one_skill_weak, 2), PACKS)
    (large,) = [one for one in first_screen(report) if isinstance(one, Large)]
    card = report.go_over
    assert card is not None
    assert card.is_clear
    assert CARDS[card.item.card].skill == "number" or CARDS[card.item.id].skill == "number"
    assert large.story
    assert large.box
    assert large.prompt == card.item.prompt
    assert all(any(quote in text for text in (*large.story, *large.box)) for quote in large.quotes)
    page = as_page(report)
    assert page.index(large.prompt[:20]) < page.index("<details><summary>" + large.answer_label)


def test_a_card_that_only_the_best_got_wrong_did_not_clearly_go_worse() -> None:
    """It may itself be faulty: it is gone over where nothing else went wrong, and is never said to be clear."""
    (measure,) = report_of(*[learners.guessing] * 12).measures
    skills = tuple(replace(one, is_weak=False) for one in measure.skills)
    hard, *_, easy = [replace(one, reasons=()) for one in measure.cards if one.figures.right < one.figures.n]
    backwards = replace(easy, reasons=("backwards",))
    for cards, shown, is_clear in [
        ((hard, backwards), hard, False),
        ((replace(hard, reasons=("backwards",)), easy), easy, False),
        ((backwards,), easy, False),
        ((hard, replace(easy, reasons=("sure and wrong", "backwards"))), easy, True),
    ]:
        card = go_over([replace(measure, skills=skills, cards=cards)], (), PACKS)
        assert card
        assert (card.item.id, card.is_clear) == (shown.item.id, is_clear)


def test_where_all_was_right_there_is_nothing_to_go_over() -> None:
    report = report_of(*[learners.careful] * 12)
    assert report.go_over is None
    assert say("report.tomorrow.none") in seen_first(report)


def test_where_a_form_went_right_a_card_of_a_lesson_is_gone_over() -> None:
    """It said that no card went wrong, above a lesson in which one had."""
    item = (article := hegseth()).items_for("02", "solo")[0]
    found = report_of(*[learners.careful] * 12)
    wrong = answered_once(item, article.slug, wrong=True)
    handed_in = {one: (replace(wrong, learner=one, id=f"e{place}"),) for place, one in enumerate(SLIPS[:6])}
    of_lesson = class_report(Collected(handed_in, ()), {article.slug: article}).lessons
    card = go_over(found.measures, of_lesson, {**PACKS, article.slug: article})
    assert card
    assert (card.item.id, card.is_clear) == (item.id, False)


def answered_once(item: Item, pack: str, *, wrong: bool) -> Event:
    """One learner's answer to a card of a lesson."""
    said = next(one for one in VERDICTS[item.kind] if one != item.key) if wrong else item.key
    code = learner_of(SLIPS[0])
    return Event("a", code, pack, item.id, item.revision, "lesson", answer=[said], time="2026-11-30T10:00:00.000Z")


def test_each_lesson_has_one_dot_in_the_order_of_the_course_by_the_cards_that_speak_for_it() -> None:
    """Exit cards of a lesson are of another pack than its others; a lesson may have been left before its end."""
    stories, article = load_pack("short-stories"), hegseth()
    exit_of_first = stories.items_for("01", "exit")[0]
    events = [
        answered_once(article.items_for("02", "solo")[0], article.slug, wrong=True),
        answered_once(article.items_for("01", "solo")[0], article.slug, wrong=True),
        answered_once(exit_of_first, stories.slug, wrong=False),
    ]
    packs = {one.slug: one for one in (stories, article)}
    report = class_report(Collected({learner_of(SLIPS[0]): tuple(events)}, ()), packs)
    (picture,) = [one for one in first_screen(report) if isinstance(one, Picture)]
    lessons = [say("report.lesson", number=number) for number in (1, 2)]
    assert [(one.label, one.now) for one in picture.rows] == [(lessons[0], 100), (lessons[1], 0)]
    assert (picture.title, *picture.legend) == (say("report.picture.title_lessons"), say("report.picture.right_other"))
    assert headline(report).startswith(say("report.line_label", name=lessons[1])), "it says of which lesson"
    assert [line.label for line in lesson_lines(report)] == [say("report.line_label", name=one) for one in lessons]
    assert report.go_over is not None
    assert report.go_over.item.lesson == "02"


@pytest.mark.parametrize("kind", ["pair", "claim", "number", "wording"])
def test_where_no_exit_card_was_answered_the_hardest_other_card_is_gone_over(kind: str) -> None:
    """It said that no card went wrong."""
    pack = hegseth()
    item = next(one for one in pack.items if one.kind == kind and one.use == "solo")
    event = answered_once(item, pack.slug, wrong=True)
    report = class_report(Collected({event.learner: (event,)}, ()), {pack.slug: pack})
    assert report.go_over is not None
    assert (report.go_over.item.id, report.go_over.wrong, report.go_over.of) == (item.id, 1, 1)
    assert "1 of 1 was wrong" in seen_first(report)
    (picture,) = [one for one in first_screen(report) if isinstance(one, Picture)]
    assert picture.legend == (say("report.picture.right_other"),)


def test_slips_stand_in_the_teachers_report_and_never_in_what_is_shared() -> None:
    collected = a_class(better, 3, absent=4)
    report = class_report(collected, PACKS)
    assert [one.name for one in report.came] == sorted(SLIPS)
    by_name = {one.name: one for one in report.came}
    assert [by_name[slip].after for slip in SLIPS[:5]] == ["", "", "", "", "done"]
    assert all(len(one.marks) == one.tried for one in report.came)
    grid = [part for part in content(report) if isinstance(part, Table) and part.look == "grid"]
    assert [len(one.rows) for one in grid] == [LEARNERS, LEARNERS]
    shares = [one.right / one.tried for one in report.came]
    first, last = (next(one for one in report.came if one.name == grid[1].rows[at][0].text) for at in (0, -1))
    assert (first.right / first.tried, last.right / last.tried) == (min(shares), max(shares))
    assert all(slip in as_page(report) for slip in SLIPS)
    shared = page_of(shared_content(shared_report(collected, PACKS)))
    assert not any(slip in shared or slip.split("-")[0] + "-" in shared for slip in SLIPS)


def test_one_learner_is_called_better_by_the_same_rule_as_on_their_own_page() -> None:
    report = report_of(learners.learning, learners.hardening, learners.careful, learners.trusting)
    became = {one.name: one.turn for one in report.came}
    assert [became[slip] for slip in SLIPS[:4]] == ["better", "stricter", "same", "same"]


def test_a_reliability_below_zero_is_explained_and_none_is_told_of_few() -> None:
    def patchy(item: Item, chance: Random, taught: bool) -> str:
        return (
            learners.careful(item, chance, taught)
            if chance.random() < 0.5
            else learners.suspicious(item, chance, taught)
        )

    few = as_json(report_of(*[patchy] * 9))["reliability"]
    assert all(one["kr20"] is None and one["kr20_interval"] is None for one in few)
    assert say("report.how.no_reliability", enough=10) in as_page(report_of(*[patchy] * 9))
    many = report_of(*[patchy] * 12)
    told = [one.figures for one in many.measures[0].reliability]
    assert all(one.interval for one in told if one.kr20 is not None)
    is_below = any(one.kr20 is not None and one.kr20 < 0 for one in told)
    assert (say("report.how.below_zero") in as_page(many)) is is_below


def test_what_the_class_could_have_shown_is_said_with_its_own_numbers() -> None:
    report = class_report(a_class(nothing_learned, 5), PACKS)
    found = report.measures[0].bearing
    assert found is not None
    assert f"With {LEARNERS} learners and 8 cards, under {found.seen_from} more right in 100" in as_page(report)
    assert as_json(report)["forms"][0]["can_show"]["seen_from"] == found.seen_from
