"""What a class did with the cards of lessons: opening cards, half-done ones, cards to judge, exit cards, sheets.

The first answer to a card counts, marked as the learner saw it marked. Everything else that a progress file holds is
recognised by how its id begins, and named with how much of it there is: nothing that was handed in goes unmentioned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readtwice.activities import activities
from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.figures import LessonCard, LessonCards, Recognised
from readtwice.marking import Outcome, mark, read_answer
from readtwice.pack import Item, Pack
from readtwice.pack.draw import as_asked
from readtwice.pack.item import SEARCH
from readtwice.page.kept import MOVES
from readtwice.record import Event
from readtwice.record.card_sets import OCCASIONS
from readtwice.record.recall import OCCASION as RECALL
from readtwice.syllabus import syllabus

USES = ("recall", "faded", "solo", "practice", "extra", "exit")
"""What is counted, in the order of a lesson. A worked card is shown with its answer."""

AT_WORK = ("faded", "solo")
"""What everybody answers in a lesson before the exit cards."""

LESSON = "lesson"
"""The occasion of answers given in a lesson or on its sheet."""

OPENING = re.compile(re.escape(RECALL) + "[0-9]{2}")
"""The occasion of answers to the cards that open a lesson. A damaged record may name one that there is not."""

ESTIMATE = "estimate"
TALK = "talk"

KINDS = {prefix: prefix[:-1].replace("-", "_") for one in activities() for prefix in one.events if prefix.endswith("-")}
"""How the ids of all other answers begin, and what each is called in the interface words."""

COUNTED_ELSEWHERE = "form"
"""The cards of a form are counted in `class_report`, the tasks of search in `searches`."""

Set = tuple[str, str, str]
"""A pack, a lesson and a use."""


class InLesson(NamedTuple):
    """The first answer of a learner to a card: what was chosen, whether it was right, and when."""

    said: str
    is_right: bool
    time: str


Given = dict[str, dict[str, InLesson]]
"""By learner and item."""


def answers_in_lessons(
    collected: Collected, packs: Mapping[str, Pack]
) -> tuple[dict[Set, Given], dict[str, list[tuple[str, Event]]]]:
    """The first answer of each learner to each card; and, by kind, what is not counted, with whose it is."""
    items = {(slug, item.id): item for slug, pack in packs.items() for item in (*pack.items, *pack.twins)}
    given: dict[Set, Given] = {}
    left: dict[str, list[tuple[str, Event]]] = {}
    known: dict[object, tuple[str, bool] | None] = {}
    for learner, events in collected.learners.items():
        for event in events:
            item = items.get((event.pack, event.item))
            kind = _kind(event, item, items, packs)
            if kind == COUNTED_ELSEWHERE and (item is None or _marked(event, item, known)):
                continue
            kind = "" if kind == COUNTED_ELSEWHERE else kind
            is_counted = not kind and item is not None and item.use in USES
            marked = _marked(event, item, known) if is_counted and item else None
            if item is None or marked is None:
                left.setdefault(kind or "unreadable", []).append((learner, event))
            else:
                mine = given.setdefault(_place(event, item), {}).setdefault(learner, {})
                mine.setdefault(item.id, InLesson(*marked, event.time))
    return given, left


def lesson_cards(given: Mapping[Set, Given], packs: Mapping[str, Pack]) -> tuple[LessonCards, ...]:
    """The cards of all lessons in their order."""
    found = [_cards(packs[place[0]], place, who) for place, who in given.items()]
    return tuple(sorted(found, key=lambda one: (one.pack, syllabus().place(one.lesson), USES.index(one.use))))


def recognised(left: Mapping[str, Sequence[tuple[str, Event]]]) -> tuple[Recognised, ...]:
    """How much there is of each kind that is not counted. What was saved anew and again is one answer."""
    return tuple(
        Recognised(kind, len({(who, e.pack, e.item, e.occasion) for who, e in some}), len({who for who, _ in some}))
        for kind, some in sorted(left.items())
    )


def taught(collected: Collected, packs: Mapping[str, Pack]) -> dict[str, set[str]]:
    """For each lesson of the course who did it: answered an exit card, or at least half of the cards before those."""
    course = {slug for slug, pack in packs.items() if is_of_course(pack)}
    lessons = {
        (slug, item.id): item
        for slug in course
        for item in (*packs[slug].items, *packs[slug].twins)
        if item.use in (*AT_WORK, "exit")
    }
    whole = Counter(item.lesson for item in lessons.values() if item.use in AT_WORK and not item.twin)
    did: dict[str, set[str]] = {}
    for learner, events in collected.learners.items():
        answered = {(event.pack, event.item) for event in events if event.occasion == LESSON} & lessons.keys()
        done = Counter(lessons[one].lesson for one in answered if lessons[one].use in AT_WORK)
        ended = {lessons[one].lesson for one in answered if lessons[one].use == "exit"}
        for lesson in ended | {lesson for lesson, count in done.items() if 2 * count >= whole[lesson]}:
            did.setdefault(lesson, set()).add(learner)
    return did


def is_of_course(pack: Pack) -> bool:
    """A pack with one lesson alone is a story that stands for itself."""
    return len({item.lesson for item in pack.items}) > 1


def _kind(event: Event, item: Item | None, items: Mapping[tuple[str, str], Item], packs: Mapping[str, Pack]) -> str:
    """Why an answer is not counted here, as in the interface words; empty where it is."""
    if item is None and event.item.startswith(MOVES) and event.occasion in OCCASIONS:
        task = items.get((event.pack, event.item.removeprefix(MOVES)))
        if task and task.use == SEARCH and isinstance(event.answer, list):
            return COUNTED_ELSEWHERE
    if item is None:
        found = next((kind for prefix, kind in KINDS.items() if event.item.startswith(prefix)), "other")
        return "other_pack" if found == "other" and event.pack not in packs else found
    if item.use == "worked":
        return "worked"
    if event.revision != item.revision:
        return "older"
    if item.use in ("form", SEARCH):
        return COUNTED_ELSEWHERE if event.occasion in OCCASIONS else "other"
    if event.occasion == ESTIMATE:
        return "estimate"
    if event.occasion == LESSON or OPENING.fullmatch(event.occasion):
        return ""
    return "talk" if event.occasion == TALK else "other"


def _place(event: Event, item: Item) -> Set:
    """In which lesson and among which cards an answer was given. Opening cards belong to the lesson that they open."""
    if OPENING.fullmatch(event.occasion):
        return event.pack, event.occasion.removeprefix(RECALL), "recall"
    return event.pack, item.lesson, item.use


def _marked(event: Event, item: Item, known: dict[object, tuple[str, bool] | None]) -> tuple[str, bool] | None:
    """What was chosen, and whether it is right; None for what cannot be read. Few different answers come, so each is
    read once."""
    key = (event.pack, event.item, repr(event.answer))
    if key not in known:
        outcome = mark(item, event.answer).outcome
        is_read = outcome in (Outcome.RIGHT, Outcome.NOT_YET)
        known[key] = (read_answer(item, event.answer).verdict, outcome is Outcome.RIGHT) if is_read else None
    return known[key]


def _cards(pack: Pack, place: Set, who: Given) -> LessonCards:
    """The cards of one place, in the order of the pack; of opening cards those that somebody got."""
    _, lesson, use = place
    cards = []
    of_card = {item.id: item.card for item in (*pack.items, *pack.twins)}
    for item in (*pack.items, *pack.twins):
        if mine := [answers[item.id] for answers in who.values() if item.id in answers]:
            chosen = Counter(one.said for one in mine if one.said)
            cards.append(LessonCard(item, len(mine), sum(one.is_right for one in mine), chosen))
    items = pack.items_for(lesson, use)
    in_set, count = {item.id for item in items}, len(as_asked(pack, items))
    done = [len(in_set & {of_card[one] for one in answers}) >= count for answers in who.values()]
    finished = None if use == "recall" else sum(done)
    return LessonCards(pack.slug, pack.article.title, is_of_course(pack), lesson, use, len(who), finished, tuple(cards))
