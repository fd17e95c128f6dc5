"""The report for outside the classroom. It is made from what is named here; nothing else of a class report gets in.

For each form and occasion: of ten sound cards how many were kept, of ten flawed ones how many caught. For the exit
cards of each lesson: of ten answers how many were right. All in tenths with chance mixed in, on ten learners or more,
and numbers of learners in bands (`statistics.sharing` says why). Nothing names a learner, a file, a day or a card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.class_report import by_measure, by_occasion_of, form_name
from readtwice.classroom.reporting.first_answers import FirstAnswer, by_learner, first_answers
from readtwice.classroom.reporting.form_sets import matched_in, sets_of
from readtwice.classroom.reporting.lesson_cards import Given, answers_in_lessons, is_of_course
from readtwice.pack import Pack
from readtwice.statistics.sharing import ENOUGH_TO_SHARE, band, check_shareable, may_be_off, tenths


@dataclass(frozen=True, slots=True)
class SharedOccasion:
    """One form on one occasion. `learners` is a band; `kept` and `caught` are of ten and may be off by so many."""

    occasion: str
    learners: str
    kept: int
    caught: int
    may_be_off: int


@dataclass(frozen=True, slots=True)
class SharedForm:
    """A form, or parallel forms together."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    occasions: tuple[SharedOccasion, ...]


@dataclass(frozen=True, slots=True)
class SharedLesson:
    """The exit cards of a lesson: `right` of ten answers. `title` and `is_of_course` are as in a class report."""

    lesson: str
    title: str
    is_of_course: bool
    learners: str
    right: int
    may_be_off: int


@dataclass(frozen=True, slots=True)
class SharedReport:
    """All that leaves. `learners` is a band."""

    learners: str
    forms: tuple[SharedForm, ...]
    lessons: tuple[SharedLesson, ...]


def shared_report(collected: Collected, packs: Mapping[str, Pack]) -> SharedReport:
    """What may be shared of a class. Raises TooFewToShare for fewer than ten learners."""
    answers = first_answers(collected, packs)
    in_lessons, _ = answers_in_lessons(collected, packs)
    learners = {one.learner for one in answers} | {learner for who in in_lessons.values() for learner in who}
    check_shareable(len(learners))
    forms = [_form(mine, used) for mine, used in by_measure(answers, packs)]
    lessons = [
        _lesson(packs[pack], lesson, who)
        for (pack, lesson, use), who in sorted(in_lessons.items())
        if use == "exit" and len(who) >= ENOUGH_TO_SHARE
    ]
    return SharedReport(band(len(learners)), tuple(one for one in forms if one.occasions), tuple(lessons))


def _form(answers: Sequence[FirstAnswer], packs: Mapping[str, Pack]) -> SharedForm:
    used = [slug for slug in packs if any(one.pack == slug for one in answers)]
    by_occasion = {when: by_learner(mine) for when, mine in by_occasion_of(_base(answers, packs)).items()}
    return SharedForm(
        tuple(form_name(packs[slug]) for slug in used),
        tuple(packs[slug].article.title for slug in used),
        tuple(_occasion(when, who) for when, who in by_occasion.items() if _are_enough(who)),
    )


def _base(answers: Sequence[FirstAnswer], packs: Mapping[str, Pack]) -> list[FirstAnswer]:
    """The answers of those who did both before and after; of everybody, where those are too few."""
    matched = matched_in(sets_of(by_occasion_of(answers), packs))
    if len(matched) < ENOUGH_TO_SHARE:
        return list(answers)
    return [one for one in answers if one.learner in matched or one.occasion == "fresh"]


def _are_enough(who: Mapping[str, Iterable[FirstAnswer]]) -> bool:
    """Whether enough learners answered a sound card, and enough a flawed one."""
    return all(
        sum(any(one.given.key == key for one in mine) for mine in who.values()) >= ENOUGH_TO_SHARE
        for key in ("clean", "flawed")
    )


def _occasion(occasion: str, who: Mapping[str, Sequence[FirstAnswer]]) -> SharedOccasion:
    def of_ten(key: str) -> int:
        mine = {learner: [one for one in some if one.given.key == key] for learner, some in who.items()}
        shares = {
            learner: Fraction(sum(one.given.is_right for one in some), len(some))
            for learner, some in mine.items()
            if some
        }
        rests_on = (
            f"{one.learner} {occasion} {one.key} {one.given.said} {one.tap}" for a in mine.values() for one in a
        )
        return tenths(shares, rests_on)

    return SharedOccasion(occasion, band(len(who)), of_ten("clean"), of_ten("flawed"), may_be_off(len(who)))


def _lesson(pack: Pack, lesson: str, who: Given) -> SharedLesson:
    shares = {learner: Fraction(sum(one.is_right for one in mine.values()), len(mine)) for learner, mine in who.items()}
    rests_on = (f"{learner} {item} {one.said}" for learner, mine in who.items() for item, one in mine.items())
    off = may_be_off(len(who))
    title = pack.article.title
    return SharedLesson(lesson, title, is_of_course(pack), band(len(who)), tenths(shares, rests_on), off)
