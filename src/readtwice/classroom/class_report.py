"""What a class's answers to forms say: what it can do, what to teach again, whether it got better, which cards to look
at. Here are the figures; `report_sentences` and `report_content` say them, `sharing` leaves out what few learners did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readtwice.classroom.collect import AFTER_ALL_RECORDS, Collected, Rejected, how_counted
from readtwice.classroom.first_answers import FirstAnswer, by_learner, counts_of, first_answers
from readtwice.pack import Item, Pack
from readtwice.pack.form import SKILLS
from readtwice.record import form_set
from readtwice.record.card_sets import OCCASIONS
from readtwice.statistics.calibration import LEVELS, Sure
from readtwice.statistics.discernment import (
    Change,
    Interval,
    change,
    class_area,
    class_discernment,
    direction,
)
from readtwice.statistics.items import ItemFigures, Reliability, analyse

Direction = Literal["up", "down", "can't tell"]
Habit = Literal["turns down", "keeps", "holds back"]
Reason = Literal["most wrong", "sure and wrong", "backwards"]
WrongWay = Literal["false alarm", "miss", "held back"]

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


@dataclass(frozen=True, slots=True)
class Tally:
    """So many answers, given by so many learners. None: hidden, because too few learners gave them."""

    answers: int | None
    learners: int | None


@dataclass(frozen=True, slots=True)
class SureLevel:
    """The verdicts that were given with one degree of sureness, right ones and others."""

    sureness: Sure
    right: Tally
    wrong: Tally


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 percent interval."""

    value: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class OnOccasion:
    """Some learners on one occasion. `apart`: up where sound and flawed are told apart better than by chance;
    `is_well_apart` where d′ is at least WELL_APART. `lean`: down where much is called flawed, up where little is.
    `not_kept` and `not_caught` hold all other answers to sound and to flawed cards. `habit` is what nearly all answers
    were, if anything.
    """

    occasion: str
    learners: int | None
    kept: Tally
    caught: Tally
    false_alarms: Tally
    misses: Tally
    sound_held_back: Tally
    flawed_held_back: Tally
    not_kept: Tally
    not_caught: Tally
    rightly_held_back: Tally
    overreached: Tally
    d_prime: Estimate | None
    criterion: Estimate | None
    auc: Estimate | None
    apart: Direction
    is_well_apart: bool
    lean: Direction
    habit: Habit | None
    levels: tuple[SureLevel, ...]

    @property
    def held_back(self) -> int | None:
        """Answers "can't tell" on cards that can be settled."""
        sound, flawed = self.sound_held_back.answers, self.flawed_held_back.answers
        return None if sound is None or flawed is None else sound + flawed


@dataclass(frozen=True, slots=True)
class SetCount:
    """Who handed in a set of cards: how many began it, and how many of them answered it to the end."""

    name: str
    learners: int
    finished: int


@dataclass(frozen=True, slots=True)
class Again:
    """A skill and how many learners got a card of it wrong; `mostly` is how, where two of three were wrong that way."""

    skill: str
    learners: int | None
    mostly: WrongWay | None


@dataclass(frozen=True, slots=True)
class Card:
    """One card with its figures over all occasions. `options` counts who chose which. None: hidden.

    `sure_and_wrong` of those who were wrong had said that they were sure. `reasons` say why to look at the card.
    """

    pack: str
    form: str
    half: str
    item: Item
    skill: str
    figures: ItemFigures | None
    options: Mapping[str, int] | None
    sure_and_wrong: int | None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class SetReliability:
    """How reliable one set of cards was, for those who answered it to the end."""

    name: str
    pack: str
    items: frozenset[str]
    figures: Reliability


@dataclass(frozen=True, slots=True)
class Misconception:
    """What wrong answers have in common. From one item it is no misconception: those learners chose one option."""

    misconception: str
    learners: int | None
    items: tuple[str, ...]

    @property
    def is_one_option(self) -> bool:
        return len(self.items) < 2


@dataclass(frozen=True, slots=True)
class Measure:
    """What one form says, or parallel forms together: those whose blueprints are the same.

    `now` is the latest occasion, with everybody who answered then. `occasions` holds before and after for the
    `matched` learners alone, who answered a set of both to the end, wherever there are such learners; `change` too.
    `compared`: whether there are matched learners; `better` is the direction of d′, `shift` that of the criterion.
    """

    forms: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[str, ...]
    learners: int | None
    sets: tuple[SetCount, ...]
    now: OnOccasion
    occasions: tuple[OnOccasion, ...]
    matched: int | None
    only_before: int | None
    only_after: int | None
    unfinished: int | None
    change: Change | None
    compared: bool
    better: Direction
    shift: Direction
    again: tuple[Again, ...]
    alike: bool
    cards: tuple[Card, ...]
    reliability: tuple[SetReliability, ...]
    misconceptions: tuple[Misconception, ...]
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class ClassReport:
    """All figures of a report; the measure with the most learners first. Days are those of saved answers.

    `how_counted` says what counts where a learner hands in twice, and how many did.
    """

    learners: int
    measures: tuple[Measure, ...]
    rejected: tuple[Rejected, ...]
    how_counted: tuple[str, ...]
    first_day: str
    last_day: str
    is_shared: bool = False


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


def sets_of(by_occasion: Mapping[str, Sequence[FirstAnswer]], packs: Mapping[str, Pack]) -> list[SetsOfForm]:
    """What was handed in of each form on each occasion."""
    return [SetsOfForm(pack, mine, when) for when, mine in by_occasion.items() for pack in packs.values()]


def matched_in(sets: Iterable[SetsOfForm]) -> set[str]:
    """The learners who finished a set before and a set after the course."""
    finished: dict[str, set[str]] = {when: set() for when in OCCASIONS}
    for one in sets:
        finished[one.occasion] |= one.finished
    return finished["before"] & finished["after"]


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


class SetsOfForm:
    """The answers of one occasion to one form: by whole form for those who finished it, by halves for the others."""

    def __init__(self, pack: Pack, answers: Iterable[FirstAnswer], occasion: str) -> None:
        self._pack, self.occasion = pack, occasion
        self._answers = [one for one in answers if one.pack == pack.slug]
        given = {learner: {one.item.id for one in mine} for learner, mine in by_learner(self._answers).items()}
        whole = self._items("whole")
        wholly = {learner for learner, items in given.items() if whole <= items}
        self._parts: list[tuple[str, set[str], set[str]]] = []  # a half, who began it, who finished it
        if wholly or not self._items("first"):
            began = wholly if self._items("first") else set(given)
            self._parts.append(("whole", began, wholly))
        for half in ("first", "second"):
            items = self._items(half)
            began = {learner for learner, mine in given.items() if learner not in wholly and mine & items}
            self._parts.append((half, began, {learner for learner in began if items <= given[learner]}))
        self.finished = set().union(*(finished for _, _, finished in self._parts))

    def _items(self, half: str) -> frozenset[str]:
        assert self._pack.form
        return frozenset(card.item for card in self._pack.form.cards_of(half))  # type: ignore[arg-type]

    def _name(self, half: str) -> str:
        return form_set(self._pack, half, self.occasion).name

    def counts(self) -> Iterable[SetCount]:
        """Each part that somebody began."""
        return [SetCount(self._name(half), len(began), len(done)) for half, began, done in self._parts if began]

    def reliabilities(self) -> Iterator[SetReliability]:
        """Each part that somebody finished."""
        for half, _, finished in self._parts:
            if finished:
                items = self._items(half)
                rows = [one.row for one in self._answers if one.learner in finished and one.item.id in items]
                yield SetReliability(self._name(half), self._pack.slug, items, analyse(rows).reliability)


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
