"""What a class's answers say: what it can do, what to teach, whether it got better, which cards to look at.

Forms are read here, the cards of lessons in `lesson_cards`. The figures that come out stand in `figures`;
`sentences` and `content` say them. A difference between skills or between cards is called one only where
`statistics.stand_out` finds it clear, at most one report in twenty by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from readtwice.classroom.collecting.collect import AFTER_ALL_RECORDS, Collected, how_counted
from readtwice.classroom.reporting.figures import (
    Card,
    ClassReport,
    Estimate,
    Habit,
    Measure,
    Misconception,
    OnOccasion,
    Reason,
    Skill,
    SureLevel,
    WrongWay,
    enough_answered,
    that_speaks,
)
from readtwice.classroom.reporting.first_answers import FirstAnswer, by_learner, counts_of, first_answers
from readtwice.classroom.reporting.form_sets import matched_in, sets_of
from readtwice.classroom.reporting.hand_ins import came, go_over
from readtwice.classroom.reporting.lesson_cards import answers_in_lessons, lesson_cards, recognised, taught
from readtwice.classroom.reporting.searches import searched, searches
from readtwice.classroom.reporting.twins import twins
from readtwice.pack import Pack
from readtwice.pack.form import SKILLS
from readtwice.record.card_sets import OCCASIONS
from readtwice.statistics.bearing import Bearing, bearing
from readtwice.statistics.calibration import LEVELS
from readtwice.statistics.discernment import (
    Change,
    change,
    class_area,
    class_discernment,
    direction,
)
from readtwice.statistics.items import ItemFigures, analyse, is_backwards
from readtwice.statistics.stand_out import LEVEL, Deal, clearly_worse, standings
from readtwice.syllabus import syllabus

ENOUGH_FOR_CHANGE = 3
"""So many learners must have finished both sets. Fewer show no spread, and are no class."""

SURE_AND_WRONG = 3
"""So many learners must have been sure and wrong on a card before a teacher is sent to look at it for that."""

TAUGHT = 2
"""A lesson counts as taught if at least one in so many of the learners did it."""

WELL_APART = 1.0
"""The d′ of about 7 of 10 sound cards kept and 7 of 10 flawed ones caught. Below it a class does hardly better than by
guessing, even where the interval excludes that it guessed."""


def class_report(collected: Collected, packs: Mapping[str, Pack]) -> ClassReport:
    """The report on all forms and lessons among `packs`."""
    answers = first_answers(collected, packs)
    found = list(by_measure(answers, packs))
    in_lessons, left = answers_in_lessons(collected, packs)
    by_lesson = [mine for who in in_lessons.values() for mine in who.items()]
    counted = [(one.learner, one.time) for one in answers]
    counted += [(learner, one.time) for learner, mine in by_lesson for one in mine.values()]
    done = searched(collected, packs)
    counted += [(learner, one.time) for mine in done.values() for learner, one in mine.items()]
    did = taught(collected, packs)
    measures = in_order(measure(mine, used, did, level=LEVEL / len(found)) for mine, used in found)
    lessons = lesson_cards(in_lessons, packs)
    first, used = next(((mine, used) for mine, used in found if set(measures[0].forms) <= used.keys()), ([], {}))
    first_day, last_day = first_and_last_day(time for _, time in counted)
    learners = len({learner for learner, _ in counted})
    speaking = that_speaks(measures, lessons, learners)
    heard = [one for one in measures if speaking and (one is speaking or enough_answered(one.learners, learners))]
    return ClassReport(
        learners=learners,
        measures=measures,
        lessons=lessons,
        recognised=recognised(left),
        rejected=collected.rejected,
        how_counted=tuple(how_counted(collected)),
        first_day=first_day,
        last_day=last_day,
        came=came(collected, first, sets_of(by_occasion_of(first), used), in_lessons),
        go_over=go_over(heard, lessons, packs),
        searches=searches(done),
    )


def in_order(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The one with the most learners first."""
    return tuple(sorted(measures, key=lambda one: (-one.learners, one.forms)))


def first_and_last_day(times: Iterable[str]) -> tuple[str, str]:
    """The days between which answers were saved, each empty where none has a day.

    A code has no time of its own, and the time in a file that somebody edited may name a day that never was.
    """
    named = sorted({one[:10] for one in times if one != AFTER_ALL_RECORDS})
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


def measure(
    answers: Sequence[FirstAnswer],
    packs: Mapping[str, Pack],
    did: Mapping[str, Collection[str]],
    *,
    level: float = LEVEL,
) -> Measure:
    """What some answers to some parallel forms say. Raises IndexError for no answers.

    `did` has for each lesson who did it; `level` is how often a skill or a card may be called weak by chance, 0 to 1.
    """
    by_occasion = by_occasion_of(answers)
    learners = {when: {one.learner for one in mine} for when, mine in by_occasion.items()}
    everyone = set().union(*learners.values())
    sets = sets_of(by_occasion, packs)
    matched = matched_in(sets)
    compared = sorted(matched) if len(matched) >= ENOUGH_FOR_CHANGE else []
    before, after = learners.get("before", set()), learners.get("after", set())
    last = [when for when in by_occasion if enough_answered(len(learners[when]), len(everyone))][-1]
    used = [slug for slug in packs if any(one.pack == slug for one in answers)]
    now = _on(last, by_occasion[last])
    occasions = []
    for when, mine in by_occasion.items():
        here = [one for one in mine if one.learner in matched] if compared and when != "fresh" else mine
        occasions.append(now if when == last and len(here) == len(mine) else _on(when, here))
    changed = _change(by_occasion, compared) if compared else None
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
        is_to_come=_is_to_come(before - after - learners.get("fresh", set()), everyone),
        change=changed,
        bearing=_bearing(by_occasion, compared),
        compared=changed is not None,
        better=direction(changed.d_prime_interval if changed else None),
        shift=direction(changed.criterion_interval if changed else None),
        skills=_skills(by_occasion[last], did, level),
        cards=_cards(answers, analyse(one.row for one in answers).items, packs, level),
        twins=twins(answers, packs),
        reliability=tuple(figures for one in sets for figures in one.reliabilities()),
        misconceptions=_misconceptions(by_occasion[last]),
    )


def _is_to_come(waiting: Collection[str], everyone: Collection[str]) -> bool:
    """Whether most learners of a class wait: they answered before and not since. Classes together may differ in it."""
    of, wait = (Counter(learner.rpartition(":")[0] for learner in some) for some in (everyone, waiting))
    return any(2 * wait[group] > of[group] for group in of)


def _on(occasion: str, answers: Sequence[FirstAnswer]) -> OnOccasion:
    counts = Counter[tuple[str, str]]((one.given.key, one.given.said) for one in answers)

    def tally(key: str, *said: str) -> int:
        return sum(counts[key, one] for one in said)

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

    counts = Counter((one.given.sure, one.given.is_right) for one in rated)
    found = [SureLevel(name, counts[name == "sure", True], counts[name == "sure", False]) for name in LEVELS]
    return tuple(level for level in found if level.right or level.wrong)


def _change(by_occasion: Mapping[str, Sequence[FirstAnswer]], matched: Sequence[str]) -> Change | None:
    grouped = [by_learner(by_occasion[when]) for when in ("before", "after")]
    before, after = ([counts_of(mine[learner]) for learner in matched] for mine in grouped)
    return change(before, after)


def _bearing(by_occasion: Mapping[str, Sequence[FirstAnswer]], matched: Sequence[str]) -> Bearing | None:
    """What these learners could show; of learners who answered only before, what they could were they to go on."""
    before = {who: counts_of(mine) for who, mine in by_learner(by_occasion.get("before", ())).items()}
    if not matched:
        return bearing(list(before.values())) if "after" not in by_occasion else None
    after = {who: counts_of(mine) for who, mine in by_learner(by_occasion["after"]).items()}
    return bearing([before[one] for one in matched], [after[one] for one in matched])


def _cards(
    answers: Sequence[FirstAnswer], figures: Collection[ItemFigures], packs: Mapping[str, Pack], level: float
) -> tuple[Card, ...]:
    """All cards that were answered, the hardest first."""
    about = {one.key: one for one in answers}
    figures = sorted(figures, key=lambda figure: (figure.facility, figure.item))
    reasons = _reasons(answers, figures, level)
    found = []
    for figure in figures:
        one = about[figure.item]
        form = packs[one.pack].form
        assert form
        found.append(
            Card(
                *(one.pack, form.name, form.story(one.card.story).half, one.item, one.card.skill),
                figures=figure,
                sure_and_wrong=figure.wrong_sure if figure.wrong_rated or figure.right == figure.n else None,
                reasons=reasons.get(figure.item, ()),
            )
        )
    return tuple(found)


def _reasons(
    answers: Sequence[FirstAnswer], figures: Collection[ItemFigures], level: float
) -> dict[str, tuple[Reason, ...]]:
    """Which items to look at, and why: only those that clearly differ from the other cards of the same learners.

    There are three ways to be found, so each gets a third of the level.
    """
    found: dict[str, list[Reason]] = {}
    hard = _stand_out(answers, lambda one: not one.given.is_right, level / 3)
    sure = _stand_out(answers, lambda one: one.given.sure and not one.given.is_right, level / 3)
    for one in figures:
        if one.item in hard and one.facility <= 0.5:
            found.setdefault(one.item, []).append("most wrong")
        if one.item in sure and one.wrong_sure >= SURE_AND_WRONG:
            found.setdefault(one.item, []).append("sure and wrong")
        if one.advises and is_backwards(one, level / 3 / len(figures)):
            found.setdefault(one.item, []).append("backwards")
    return {item: tuple(reasons) for item, reasons in found.items()}


def _stand_out(
    answers: Iterable[FirstAnswer], went_wrong: Callable[[FirstAnswer], bool], level: float
) -> tuple[str, ...]:
    """The cards of which a mistake is clearly more frequent than of others of their kind, sound or flawed."""
    deals: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for one in answers:
        deals.setdefault((one.row.learner, one.given.key), []).append((one.key, int(went_wrong(one))))
    asked = Counter(one.key for one in answers)
    return clearly_worse(standings(deals.values()), asked, level)


def _skills(answers: Sequence[FirstAnswer], did: Mapping[str, Collection[str]], level: float) -> tuple[Skill, ...]:
    """Each skill that was asked for, in the order of the lessons."""
    asked = Counter[str](one.card.skill for one in answers)
    weak = clearly_worse(standings(_dealt_by_skill(answers)), asked, level)
    everyone = {one.learner for one in answers}
    found = []
    for skill in (one for one in SKILLS if asked[one]):
        wrong = [one for one in answers if one.card.skill == skill and not one.given.is_right]
        way, count = Counter(_way(one) for one in wrong).most_common(1)[0] if wrong else ("miss", 0)
        who = everyone.intersection(did.get(syllabus().practises[skill], ()))
        found.append(
            Skill(
                skill,
                answers=asked[skill],
                right=asked[skill] - len(wrong),
                wrong_learners=len({one.learner for one in wrong}),
                mostly=way if wrong and 3 * count >= 2 * len(wrong) else None,
                is_weak=skill in weak,
                is_taught=TAUGHT * len(who) >= len(everyone),
            )
        )
    return tuple(found)


def _dealt_by_skill(answers: Sequence[FirstAnswer]) -> Iterator[Deal]:
    """The mistakes of each learner as chance could have dealt them among the skills.

    All that a learner did with one skill stays together, where each skill had as many sound and flawed cards. Where it
    had not, a card goes among the cards that are sound or flawed like it: they are not equally hard for everybody.
    """
    for mine in by_learner(answers).values():
        by_skill: dict[str, list[FirstAnswer]] = {}
        for one in mine:
            by_skill.setdefault(one.card.skill, []).append(one)
        makes = {tuple(sorted(one.given.key for one in some)) for some in by_skill.values()}
        if len(makes) == 1:
            yield [(skill, sum(not one.given.is_right for one in some)) for skill, some in by_skill.items()]
        else:
            for key in sorted({one.given.key for one in mine}):
                yield [(one.card.skill, int(not one.given.is_right)) for one in mine if one.given.key == key]


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
    return tuple(sorted(found, key=lambda one: (one.is_one_option, -one.learners, one.misconception)))
