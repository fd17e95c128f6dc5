"""A class of invented learners, to show what a report looks like before there is anything to report.

Nobody answered so. The learners are drawn from one seed, so that every machine shows the same class on every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from readtwice.classroom.collecting.collect import Collected, Rejected
from readtwice.marking.answer import verdict_of_sureness
from readtwice.pack import Item, Pack
from readtwice.pack.draw import dealt
from readtwice.pack.form import Half
from readtwice.pack.stories import pack_of
from readtwice.record import Event, dealt_to, parity
from readtwice.syllabus import syllabus
from readtwice.words import say

LEARNERS = 28
DROPPED_OUT = (7, 19)
"""Learners who did only the first set."""

DAYS = {"before": "2026-01-12", "after": "2026-02-16"}

RIGHT = {
    "before": {"agreement": 0.55, "who and when": 0.5, "number": 0.35, "caption": 0.45},
    "after": {"agreement": 0.85, "who and when": 0.8, "number": 0.5, "caption": 0.75},
}
"""How often a learner gets a flawed card of each skill right; a sound one somewhat more often."""

EXIT_CARDS = (("2026-01-19", 0.75), ("2026-01-26", 0.7), ("2026-02-02", 0.45))
"""When the class handed in the exit cards of the first lessons, and how often a learner gets a flawed one right."""

SOUND = 0.12
HELD_BACK = 0.12
SURE = {True: 0.55, False: 0.4}


def example_class(pack: Pack, article: Pack | None = None) -> Collected:
    """Invented answers to both halves of a form, most of them before and after, and to some exit cards of an article.

    Raises ValueError for a pack without a form.
    """
    if pack.form is None:
        raise ValueError(f"{pack.slug} has no form")
    chance = Random(20260112)
    learners = {}
    for number in range(LEARNERS):
        learner, events = f"{number:010x}", list[Event]()
        gift = 0.3 * (chance.random() - 0.5)
        own = dealt(pack, learner)
        halves: tuple[Half, Half] = ("second", "first") if parity(learner) else ("first", "second")
        for occasion, half in zip(DAYS, halves, strict=True):
            if occasion == "before" or number not in DROPPED_OUT:
                for card in pack.form.cards_of(half):
                    able = RIGHT[occasion].get(card.skill, 0.5) + gift
                    item = own.get(card.item) or pack.item(card.item)
                    events.append(_answer(chance, learner, occasion, DAYS[occasion], pack, item, able))
        learners[learner] = events
    if article:  # drawn from a seed of their own, so that the answers to the form stay what they are
        chance = Random(20260119)
        for number, (learner, events) in enumerate(learners.items()):
            handed_in = EXIT_CARDS if number not in DROPPED_OUT else ()
            for lesson, (day, able) in zip(syllabus().practised, handed_in, strict=False):
                for asked, item in _exit_cards(article, learner, lesson.id):
                    events.append(_answer(chance, learner, "lesson", day, asked, item, able))
    ordered = {learner: tuple(sorted(events, key=lambda one: one.order)) for learner, events in learners.items()}
    return Collected(ordered, (Rejected("note-from-class.txt", say("collect.nothing")),))


def _exit_cards(article: Pack, learner: str, lesson: str) -> Iterator[tuple[Pack, Item]]:
    """Those of a lesson that a learner is asked, with their pack: the article's own, then those on invented texts."""
    for item in article.items_for(lesson, "exit"):
        yield article, item
    if article.slug == syllabus().article and (stories := pack_of(lesson, "exit")):
        for item in dealt_to(stories, learner).values():
            if (item.lesson, item.use) == (lesson, "exit"):
                yield stories, item


def _answer(chance: Random, learner: str, occasion: str, day: str, pack: Pack, item: Item, able: float) -> Event:
    is_right = chance.random() < able + SOUND * item.is_clean
    is_sure, holds_back = chance.random() < SURE[is_right], chance.random() < HELD_BACK
    says_it_holds = is_right == item.is_clean
    tap = ("sure_it_holds" if is_sure else "think_so") if says_it_holds else ("sure_not" if is_sure else "think_not")
    if (holds_back and not is_right) or (is_right and not item.is_scored):
        tap = "cant_tell"
    return Event(
        f"invented-{learner}-{occasion}-{item.id}",
        *(learner, pack.slug, item.id, item.revision, occasion),
        answer=[verdict_of_sureness(item.kind, tap)],
        sureness=tap,
        time=f"{day}T09:00:00.000Z",
    )
