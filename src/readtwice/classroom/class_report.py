"""What a class's answers to forms say: what it can do, what to teach again, whether it got better, which cards to look
at. The figures that come out stand in `report_figures`. `report_sentences` and `report_content` say them; `sharing`
leaves out what few learners did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from readtwice.classroom.collect import AFTER_ALL_RECORDS, Collected, how_counted
from readtwice.classroom.first_answers import FirstAnswer, by_learner, counts_of, first_answers
from readtwice.classroom.form_sets import matched_in, sets_of
from readtwice.classroom.report_figures import (
    Again,
    Card,
    ClassReport,
    Estimate,
    Habit,
    Measure,
    Misconception,
    OnOccasion,
    Reason,
    SureLevel,
    Tally,
    WrongWay,
)
from readtwice.pack import Pack
from readtwice.pack.form import SKILLS
from readtwice.record.card_sets import OCCASIONS
from readtwice.statistics.calibration import LEVELS
from readtwice.statistics.discernment import (
    Change,
    change,
    class_area,
    class_discernment,
    direction,
)
from readtwice.statistics.items import ItemFigures, analyse

FEW_OF_THEM = 3
"""A last occasion with fewer than one in so many of the learners says nothing of the class: an earlier one is told."""

SURE_AND_WRONG = 3
"""So many learners must have been sure and wrong on a card before a teacher is sent to look at it for that."""

MANY_SKILLS = 3
"""So many skills that equally many learners got wrong are told together."""

WELL_APART = 1.0
"""The d′ of about 7 of 10 sound cards kept and 7 of 10 flawed ones caught. Below it a class does hardly better than by
guessing, even where the interval excludes that it guessed."""

STAND_OUT = 2
"""So many cards may share the highest figure and still stand out."""


def class_report(collected: Collected, packs: Mapping[str, Pack]) -> ClassReport:
    """The report on all forms among `packs`. Answers to anything else are no part of it."""
    answers = first_answers(collected, packs)
    measures = [measure(mine, used) for mine, used in by_measure(answers, packs)]
    first_day, last_day = first_and_last_day(answers)
    return ClassReport(
        learners=len({one.learner for one in answers}),
        measures=in_order(measures),
        rejected=collected.rejected,
        how_counted=tuple(how_counted(collected)),
        first_day=first_day,
        last_day=last_day,
    )


def in_order(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The one with the most learners first."""
    return tuple(sorted(measures, key=lambda one: (-(one.learners or 0), one.forms)))


def first_and_last_day(answers: Iterable[FirstAnswer]) -> tuple[str, str]:
    """The days between which answers were saved, each empty where none has a day.

    A code has no time of its own, and the time in a file that somebody edited may name a day that never was.
    """
    named = sorted({one.time[:10] for one in answers if one.time != AFTER_ALL_RECORDS})
    days = [day for day in named if _is_a_day(day)]
    return (days[0], days[-1]) if days else ("", "")


def _is_a_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def by_measure(
    answers: Sequence[FirstAnswer], packs: Mapping[str, Pack]
) -> Iterator[tuple[list[FirstAnswer], dict[str, Pack]]]:
    """The answers to each form, those to parallel forms together, and those forms."""
    for slugs in _parallel(packs):
        mine = [one for one in answers if one.pack in slugs]
        if mine:
            yield mine, {slug: packs[slug] for slug in slugs}


def _parallel(packs: Mapping[str, Pack]) -> list[tuple[str, ...]]:
    """The forms that are read together: those with the same cells, each as often clean and flawed."""
    groups: dict[frozenset[tuple[tuple[str, str], int]], list[str]] = {}
    for slug, pack in packs.items():
        if pack.form:
            cells = pack.form.cells("whole", {item.id: item for item in pack.items})
            groups.setdefault(frozenset(cells.items()), []).append(slug)
    return [tuple(group) for group in groups.values()]


def form_name(pack: Pack) -> str:
    """How people call a form, such as A."""
    assert pack.form
    return pack.form.name


def by_occasion_of(answers: Iterable[FirstAnswer]) -> dict[str, list[FirstAnswer]]:
    """The answers of each occasion that there were answers on, in the order of occasions."""
    found: dict[str, list[FirstAnswer]] = {when: [] for when in OCCASIONS}
    for one in answers:
        found[one.occasion].append(one)
    return {when: mine for when, mine in found.items() if mine}


def measure(answers: Sequence[FirstAnswer], packs: Mapping[str, Pack]) -> Measure:
    """What some answers to some parallel forms say. Raises IndexError for no answers."""
    by_occasion = by_occasion_of(answers)
    learners = {when: {one.learner for one in mine} for when, mine in by_occasion.items()}
    everyone = set().union(*learners.values())
    sets = sets_of(by_occasion, packs)
    matched = matched_in(sets)
    before, after = learners.get("before", set()), learners.get("after", set())
    last = [when for when in by_occasion if FEW_OF_THEM * len(learners[when]) >= len(everyone)][-1]
    used = [slug for slug in packs if any(one.pack == slug for one in answers)]
    now = _on(last, by_occasion[last])
    occasions = []
    for when, mine in by_occasion.items():
        here = [one for one in mine if one.learner in matched] if matched and when != "fresh" else mine
        occasions.append(now if when == last and len(here) == len(mine) else _on(when, here))
    changed = _change(by_occasion, sorted(matched)) if matched else None
    again = _again(by_occasion[last])
    return Measure(
        forms=tuple(used),
        names=tuple(form_name(packs[slug]) for slug in used),
        titles=tuple(packs[slug].article.title for slug in used),
        learners=len(everyone),
        sets=tuple(count for one in sets for count in one.counts()),
        now=now,
        occasions=tuple(occasions),
        matched=len(matched),
        only_before=len(before - after),
        only_after=len(after - before),
        unfinished=len(before & after - matched),
        change=changed,
        compared=changed is not None,
        better=direction(changed.d_prime_interval if changed else None),
        shift=direction(changed.criterion_interval if changed else None),
        again=again,
        alike=len(again) >= MANY_SKILLS and len({one.learners for one in again}) == 1,
        cards=_cards(answers, analyse(one.row for one in answers).items, packs),
        reliability=tuple(figures for one in sets for figures in one.reliabilities()),
        misconceptions=_misconceptions(by_occasion[last]),
    )


def _on(occasion: str, answers: Sequence[FirstAnswer]) -> OnOccasion:
    counts: Counter[tuple[str, str]] = Counter()
    who: dict[tuple[str, str], set[str]] = {}
    for one in answers:
        cell = (one.given.key, one.given.said)
        counts[cell] += 1
        who.setdefault(cell, set()).add(one.learner)

    def tally(key: str, *said: str) -> Tally:
        cells = [(key, one) for one in said]
        return Tally(sum(counts[cell] for cell in cells), len(set().union(*(who.get(cell, set()) for cell in cells))))

    learners = [counts_of(mine) for mine in by_learner(answers).values()]
    figures, auc = class_discernment(learners), class_area(learners)
    return OnOccasion(
        occasion=occasion,
        learners=len(learners),
        kept=tally("clean", "holds"),
        caught=tally("flawed", "does not"),
        false_alarms=tally("clean", "does not"),
        misses=tally("flawed", "holds"),
        sound_held_back=tally("clean", "held back"),
        flawed_held_back=tally("flawed", "held back"),
        rightly_held_back=tally("open", "held back"),
        not_kept=tally("clean", "does not", "held back"),
        not_caught=tally("flawed", "holds", "held back"),
        overreached=tally("open", "holds", "does not"),
        d_prime=Estimate(figures.d_prime, figures.d_prime_interval),
        criterion=Estimate(figures.criterion, figures.criterion_interval),
        auc=Estimate(*auc) if auc else None,
        apart=direction(figures.d_prime_interval),
        is_well_apart=figures.d_prime >= WELL_APART,
        lean=direction(figures.criterion_interval),
        habit=_habit(answers),
        levels=_levels(answers),
    )


def _habit(answers: Sequence[FirstAnswer]) -> Habit | None:
    """What at least seven of eight answers were; the score card draws the line for one learner there too."""
    names: dict[str, Habit] = {"does not": "turns down", "holds": "keeps", "held back": "holds back"}
    said, count = Counter(one.given.said for one in answers).most_common(1)[0]
    return names[said] if 8 * count >= 7 * len(answers) else None


def _levels(answers: Sequence[FirstAnswer]) -> tuple[SureLevel, ...]:
    """Verdicts by sureness, the surest first, where learners were asked. "Can't tell" promises nothing."""
    rated = [one for one in answers if one.tap and one.given.said != "held back"]

    who: dict[tuple[bool, bool], list[str]] = {}
    for one in rated:
        who.setdefault((one.given.sure, one.given.is_right), []).append(one.learner)

    def tally(sure: bool, right: bool) -> Tally:
        alike = who.get((sure, right), [])
        return Tally(len(alike), len(set(alike)))

    found = [SureLevel(name, tally(name == "sure", True), tally(name == "sure", False)) for name in LEVELS]
    return tuple(level for level in found if level.right.answers or level.wrong.answers)


def _change(by_occasion: Mapping[str, Sequence[FirstAnswer]], matched: Sequence[str]) -> Change | None:
    grouped = [by_learner(by_occasion[when]) for when in ("before", "after")]
    before, after = ([counts_of(mine[learner]) for learner in matched] for mine in grouped)
    return change(before, after)


def _cards(
    answers: Iterable[FirstAnswer], figures: Collection[ItemFigures], packs: Mapping[str, Pack]
) -> tuple[Card, ...]:
    """All cards that were answered, the hardest first."""
    about = {one.key: one for one in answers}
    figures = sorted(figures, key=lambda figure: (figure.facility, figure.item))
    reasons = _reasons(figures)
    found = []
    for figure in figures:
        one = about[figure.item]
        form = packs[one.pack].form
        assert form
        found.append(
            Card(
                *(one.pack, form.name, form.story(one.card.story).half, one.item, one.card.skill),
                figures=figure,
                options=figure.options,
                sure_and_wrong=figure.wrong_sure if figure.wrong_rated or figure.right == figure.n else None,
                reasons=reasons.get(figure.item, ()),
            )
        )
    return tuple(found)


def _reasons(figures: Collection[ItemFigures]) -> dict[str, tuple[Reason, ...]]:
    """Which items to look at, and why. Where more than two are alike, none of them stands out."""
    found: dict[str, list[Reason]] = {}

    def highest(reason: Reason, value: Callable[[ItemFigures], float], least: float) -> None:
        top = max(map(value, figures), default=0.0)
        alike = [one.item for one in figures if value(one) == top]
        for item in alike if top >= least and len(alike) <= STAND_OUT else ():
            found.setdefault(item, []).append(reason)

    highest("most wrong", lambda one: 1 - one.facility, 0.5)
    highest("sure and wrong", lambda one: one.wrong_sure, SURE_AND_WRONG)
    for one in figures:
        if one.advises and one.interval and one.interval[1] < 0:
            found.setdefault(one.item, []).append("backwards")
    return {item: tuple(reasons) for item, reasons in found.items()}


def _again(answers: Iterable[FirstAnswer]) -> tuple[Again, ...]:
    """Each skill with a wrong answer, the one that most learners got wrong first."""
    wrong = [one for one in answers if not one.given.is_right]
    found = []
    for skill in SKILLS:
        mine = [one for one in wrong if one.card.skill == skill]
        if mine:
            way, count = Counter(_way(one) for one in mine).most_common(1)[0]
            found.append(Again(skill, len({one.learner for one in mine}), way if 3 * count >= 2 * len(mine) else None))
    return tuple(sorted(found, key=lambda one: -(one.learners or 0)))


def _way(one: FirstAnswer) -> WrongWay:
    if one.given.said == "held back":
        return "held back"
    return "miss" if one.given.said == "holds" else "false alarm"


def _misconceptions(answers: Iterable[FirstAnswer]) -> tuple[Misconception, ...]:
    learners: dict[str, set[str]] = {}
    items: dict[str, set[str]] = {}
    for one in answers:
        if shown := one.misconception:
            learners.setdefault(shown, set()).add(one.learner)
            items.setdefault(shown, set()).add(one.item.id)
    found = [Misconception(name, len(who), tuple(sorted(items[name]))) for name, who in learners.items()]
    return tuple(sorted(found, key=lambda one: (one.is_one_option, -(one.learners or 0), one.misconception)))
