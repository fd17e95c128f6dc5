"""What came of each learner, by slip, for the teacher alone; and the card to go over again.

Nothing here is ever in the version to share, which is made from what `sharing` names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.figures import (
    Came,
    Card,
    GoOver,
    LessonCard,
    LessonCards,
    Measure,
    enough_answered,
    hardest_first,
    right_of,
    that_speak,
)
from readtwice.classroom.reporting.first_answers import FirstAnswer, by_learner
from readtwice.classroom.reporting.form_sets import SetsOfForm
from readtwice.classroom.reporting.lesson_cards import Given, Set
from readtwice.pack import Item, Pack
from readtwice.pack.checks.form import blocks_of
from readtwice.pack.draw import alone
from readtwice.pack.form import Story
from readtwice.pack.one_shot import MOST_WORDS
from readtwice.page.inert import inert
from readtwice.record import slip_of
from readtwice.statistics import score_of
from readtwice.statistics.score import turn
from readtwice.words import say

LAST = 4
"""So many characters of a code name a learner who has no slip."""


def named(learner: str) -> str:
    """A learner's slip; of a code without one its last characters. A class before it stays in front."""
    group, _, code = learner.rpartition(":")
    told = slip_of(code) or inert(f"…{code[-LAST:]}")
    return f"{inert(group)} · {told}" if group else told


def came(
    collected: Collected,
    answers: Sequence[FirstAnswer],
    sets: Sequence[SetsOfForm],
    in_lessons: Mapping[Set, Given],
) -> tuple[Came, ...]:
    """Every learner of whom anything came, by slip. `answers` and `sets` are those of the form that most answered."""
    finished: dict[str, set[str]] = {}
    for one in sets:
        finished.setdefault(one.occasion, set()).update(one.finished)
    mine = by_learner(answers)
    found = []
    for learner in collected.learners:
        theirs = mine.get(learner, [])
        on = {when: [one for one in theirs if one.occasion == when] for when in ("before", "after")}
        done = {when: learner in finished.get(when, set()) for when in on}
        scores = {when: score_of(one.given for one in some) for when, some in on.items()}
        found.append(
            Came(
                name=named(learner),
                before=_how_far(on["before"], done["before"]),
                after=_how_far(on["after"], done["after"]),
                lessons=tuple(sorted({lesson for (_, lesson, _), who in in_lessons.items() if learner in who})),
                turn=turn(scores["before"], scores["after"]) if all(done.values()) else None,
                marks={one.key: _mark(one) for one in theirs if one.occasion in on},
                right=sum(one.given.is_right for one in theirs),
                tried=len(theirs),
            )
        )
    return tuple(sorted(found, key=lambda one: one.name))


def _how_far(answers: Collection[FirstAnswer], is_done: bool) -> str:
    return "done" if is_done else "part" if answers else ""


def _mark(one: FirstAnswer) -> str:
    if one.given.is_right:
        return "right"
    return "held back" if one.given.said == "held back" else "sure and wrong" if one.given.sure else "wrong"


def go_over(measures: Sequence[Measure], lessons: Iterable[LessonCards], packs: Mapping[str, Pack]) -> GoOver | None:
    """The card for tomorrow's first ten minutes; None where no card went wrong.

    One that clearly went worse; else, of a kind of card that clearly went worse, the hardest; else the hardest of all.
    One that is only backwards, and may itself be faulty, comes last. Where no card of the first form went wrong, or its
    answers are still to come for many, one of the next; of none, one of the lessons.
    """
    for measure in measures:
        if measure.is_to_come:
            continue
        weak = {one.skill for one in measure.skills if one.is_weak}
        wrong = _answered_by_many([one for one in measure.cards if one.figures.right < one.figures.n])
        wrong.sort(key=lambda one: bool(one.reasons) and not one.went_worse)
        clear = [one for one in wrong if one.went_worse] or [one for one in wrong if one.skill in weak]
        for card in (clear or wrong)[:1]:
            figures = card.figures
            return shown_again(packs[card.pack], card.item, figures.n - figures.right, figures.n, is_clear=bool(clear))
    return _of_lessons(lessons, packs, max((one.learners for one in measures), default=0))


def _of_lessons(lessons: Iterable[LessonCards], packs: Mapping[str, Pack], most: int) -> GoOver | None:
    """The hardest card of the lesson that went worst, in the state that went worst. A lesson that few answered is
    passed over: few beside `most`, and beside those who answered another."""
    told = that_speak(lessons)
    answered = [max(one.learners for one in some) for some in told]
    enough = [some for some, count in zip(told, answered, strict=True) if enough_answered(count, max(most, *answered))]
    if not enough:
        return None
    cards = min(([card for one in some for card in one.cards] for some in enough), key=_share_right)
    states = hardest_first(cards)[0]
    right, of = right_of(states)
    if right == of:
        return None
    wrong = [one for one in states if one.right < one.learners]
    often = max(one.learners for one in wrong)
    state = min((one for one in wrong if 2 * one.learners >= often), key=lambda one: one.right / one.learners)
    among = next(one for some in enough for one in some if state in one.cards)
    card = shown_again(packs[among.pack], state.item, of - right, of, is_clear=False)
    return replace(card, among=among)


def _share_right(cards: Iterable[LessonCard]) -> float:
    right, of = right_of(cards)
    return right / of


def _answered_by_many(cards: Sequence[Card]) -> list[Card]:
    """Those with at least half as many answers as the one with most: few may see a state that is drawn."""
    most = max((card.figures.n for card in cards), default=0)
    return [card for card in cards if card.went_worse or 2 * card.figures.n >= most]


def _beside_a_vote(pack: Pack, item: Item, story: Story) -> tuple[str, ...]:
    """What of the record stands beside the card on a wall: all or, of a long one, the line that decides it."""
    assert pack.form
    if len(story.box.split()) <= MOST_WORDS:
        return story.shows
    (card,) = [one for one in pack.form.cards if pack.item(one.item).card == item.card]
    printed = pack.form.story(card.story).shows
    return tuple(line for line, first in zip(story.shows, printed, strict=True) if card.decided_by in first)


def shown_again(pack: Pack, item: Item, wrong: int, of: int, *, is_clear: bool) -> GoOver:
    """The card as it reads in its state: where it is of a form, with its story, and as it is voted on by hands."""
    told = alone(pack, item)
    form = told.form
    card = next((one for one in form.cards if one.item == item.id), None) if form else None
    story = form.story(card.story) if form and card else None
    text = tuple(told.article.quote(block) for block in blocks_of(told.article, story.part)) if story else ()
    if story:
        item = replace(
            item, box=" ".join(_beside_a_vote(pack, item, story)), prompt=say(f"report.tomorrow.ask.{item.kind}")
        )
        told = told.with_(items=tuple(item if one.id == item.id else one for one in told.items))
    return GoOver(
        item=item,
        wrong=wrong,
        of=of,
        told=told,
        part=story.part if story else "",
        is_clear=is_clear,
        story=text,
        box=story.shows if story else ((item.box,) if item.box else ()),
    )
