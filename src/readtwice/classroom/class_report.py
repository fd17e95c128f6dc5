"""What a class's answers to forms say: discernment before and after, items, misconceptions, what to teach again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from readtwice.classroom.collect import Collected, Rejected
from readtwice.marking import mark
from readtwice.marking.answer import SURENESS
from readtwice.pack import Item, Pack
from readtwice.pack.form import SKILLS
from readtwice.publish.score_card import answered
from readtwice.record import Event, form_set
from readtwice.record.card_sets import HALVES, OCCASIONS
from readtwice.statistics import Answered
from readtwice.statistics.discernment import Discernment, area, discernment
from readtwice.statistics.items import ItemFigures, Reliability, Row, analyse

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class OnOccasion:
    """A class on one occasion: how many learners answered, and their discernment, pooled."""

    occasion: str
    learners: int
    figures: Discernment
    auc: tuple[float, Interval] | None


@dataclass(frozen=True, slots=True)
class Misconception:
    """What some learners' wrong answers have in common. `items` of at least two make it one; else `chosen` says which
    option of which item it was."""

    misconception: str
    learners: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """All figures of a report. `change` is after minus before in d′ and criterion, each with its interval, on the
    `matched` learners, who answered both to the end; `dropped` answered only one of the two. `again` counts, for each
    skill, the learners who got a card of it wrong on the last occasion, most first.
    """

    learners: int
    occasions: tuple[OnOccasion, ...]
    matched: int
    dropped: int
    change: tuple[tuple[float, Interval], tuple[float, Interval]] | None
    items: tuple[ItemFigures, ...]
    reliability: tuple[tuple[str, Reliability], ...]
    misconceptions: tuple[Misconception, ...]
    again: tuple[tuple[str, int], ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    learner: str
    occasion: str
    item: Item
    skill: str
    given: Answered
    event: Event


def class_report(collected: Collected, packs: Mapping[str, Pack]) -> ClassReport:
    """The report on all forms among `packs`. Answers to anything else are no part of it."""
    answers = list(_answers(collected, packs))
    occasions = tuple(_on(occasion, answers) for occasion in OCCASIONS if _of(answers, occasion))
    complete = {when: _complete(answers, when, packs) for when in ("before", "after")}
    matched = complete["before"] & complete["after"]
    one_only = {one.learner for one in answers if one.occasion in complete} - matched
    last = occasions[-1].occasion if occasions else ""
    return ClassReport(
        learners=len({one.learner for one in answers}),
        occasions=occasions,
        matched=len(matched),
        dropped=len(one_only),
        change=_change([one for one in answers if one.learner in matched]),
        items=analyse(_rows(answers)).items,
        reliability=_reliabilities(answers, packs),
        misconceptions=_misconceptions([one for one in answers if one.occasion == last]),
        again=_again([one for one in answers if one.occasion == last]),
        rejected=collected.rejected,
    )


def _answers(collected: Collected, packs: Mapping[str, Pack]) -> list[_Answer]:
    cards = {
        (slug, card.item): (pack.item(card.item), card.skill)
        for slug, pack in packs.items()
        if pack.form
        for card in pack.form.cards
    }
    found = []
    for learner, events in collected.learners.items():
        seen: set[tuple[str, str, str]] = set()
        for event in events:
            key = (event.pack, event.item, event.occasion)
            if key in seen or key[:2] not in cards or event.occasion not in OCCASIONS:
                continue
            item, skill = cards[key[:2]]
            given = answered(item, [event])
            if given.said and event.revision == item.revision:
                seen.add(key)
                found.append(_Answer(learner, event.occasion, item, skill, given, event))
    return found


def _of(answers: list[_Answer], occasion: str) -> list[_Answer]:
    return [one for one in answers if one.occasion == occasion]


def _on(occasion: str, answers: list[_Answer]) -> OnOccasion:
    here = _of(answers, occasion)
    ratings: dict[bool, list[int]] = {True: [], False: []}
    for one in here:
        if one.event.sureness in SURENESS and one.item.is_scored:
            ratings[one.item.is_flawed].append(SURENESS.index(one.event.sureness))
    learners = len({one.learner for one in here})
    return OnOccasion(occasion, learners, _discernment(here), area(ratings[True], ratings[False]))


def _discernment(answers: list[_Answer]) -> Discernment:
    counts = Counter((one.given.key, one.given.said) for one in answers)
    return discernment(
        hits=counts["flawed", "does not"],
        misses=counts["flawed", "holds"],
        false_alarms=counts["clean", "does not"],
        correct_acceptances=counts["clean", "holds"],
        held_back=counts["flawed", "held back"] + counts["clean", "held back"],
    )


def _halves(packs: Mapping[str, Pack]) -> list[tuple[str, str, frozenset[str]]]:
    """Each form and half that has cards, with the ids of its items; a form that is never halved as a whole."""
    found = []
    for slug, pack in packs.items():
        for half in HALVES:
            cards = pack.form.cards_of(half) if pack.form else ()  # type: ignore[arg-type]
            if cards and (half != "whole" or not pack.form.cards_of("first")):  # type: ignore[union-attr]
                found.append((slug, half, frozenset(card.item for card in cards)))
    return found


def _complete(answers: list[_Answer], occasion: str, packs: Mapping[str, Pack]) -> set[str]:
    """Who answered some half-form to the end on this occasion."""
    given: dict[str, set[str]] = {}
    for one in _of(answers, occasion):
        given.setdefault(one.learner, set()).add(one.item.id)
    halves = [items for _, _, items in _halves(packs)]
    return {learner for learner, items in given.items() if any(half <= items for half in halves)}


def _reliabilities(answers: list[_Answer], packs: Mapping[str, Pack]) -> tuple[tuple[str, Reliability], ...]:
    """Of each half that somebody finished, on each occasion, under the name of its card set."""
    found = []
    for slug, half, items in _halves(packs):
        for occasion in OCCASIONS:
            rows = _rows([one for one in _of(answers, occasion) if one.event.pack == slug and one.item.id in items])
            reliability = analyse(rows).reliability
            if reliability.learners and reliability.items == len(items):
                found.append((form_set(packs[slug], half, occasion).name, reliability))
    return tuple(found)


def _change(answers: list[_Answer]) -> tuple[tuple[float, Interval], tuple[float, Interval]] | None:
    if not answers:
        return None
    before, after = _discernment(_of(answers, "before")), _discernment(_of(answers, "after"))

    def difference(one: float, other: float, first: Interval, second: Interval) -> tuple[float, Interval]:
        half = sqrt(((first[1] - first[0]) / 2) ** 2 + ((second[1] - second[0]) / 2) ** 2)
        return other - one, (other - one - half, other - one + half)

    return (
        difference(before.d_prime, after.d_prime, before.d_prime_interval, after.d_prime_interval),
        difference(before.criterion, after.criterion, before.criterion_interval, after.criterion_interval),
    )


def _rows(answers: list[_Answer]) -> list[Row]:
    return [(f"{one.learner} {one.occasion}", one.item.id, one.given.is_right, one.event.sureness) for one in answers]


def _misconceptions(answers: list[_Answer]) -> tuple[Misconception, ...]:
    learners: dict[str, set[str]] = {}
    items: dict[str, set[str]] = {}
    for one in answers:
        if not one.given.is_right:
            shown = mark(one.item, one.event.answer).misconception
            if shown:
                learners.setdefault(shown, set()).add(one.learner)
                items.setdefault(shown, set()).add(one.item.id)
    found = [Misconception(name, len(who), tuple(sorted(items[name]))) for name, who in learners.items()]
    return tuple(sorted(found, key=lambda one: (-one.learners, one.misconception)))


def _again(answers: list[_Answer]) -> tuple[tuple[str, int], ...]:
    wrong = [one for one in answers if not one.given.is_right]
    counts = {skill: len({one.learner for one in wrong if one.skill == skill}) for skill in SKILLS}
    return tuple(sorted(((s, n) for s, n in counts.items() if n), key=lambda one: (-one[1], SKILLS.index(one[0]))))
