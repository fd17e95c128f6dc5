"""The figures of a class report, as values: `class_report` and `lesson_cards` compute them, others say them.

They are for the teacher. What may be shared is made apart, in `sharing`, from figures that are named there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from readtwice.classroom.collecting.collect import Rejected
from readtwice.pack import Item, Pack
from readtwice.statistics.bearing import Bearing
from readtwice.statistics.calibration import Sure
from readtwice.statistics.discernment import Change, Interval
from readtwice.statistics.items import ItemFigures, Reliability
from readtwice.statistics.score import Turn

FEW_OF_THEM = 3
"""Answers of fewer than one in so many of the learners say nothing of the class: others are told."""

Direction = Literal["up", "down", "can't tell"]
Habit = Literal["turns down", "keeps", "holds back"]
Reason = Literal["most wrong", "sure and wrong", "backwards"]
WrongWay = Literal["false alarm", "miss", "held back"]


@dataclass(frozen=True, slots=True)
class SureLevel:
    """The verdicts that were given with one degree of sureness, right ones and others."""

    sureness: Sure
    right: int
    wrong: int


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
    learners: int
    kept: int
    caught: int
    false_alarms: int
    misses: int
    sound_held_back: int
    flawed_held_back: int
    not_kept: int
    not_caught: int
    rightly_held_back: int
    overreached: int
    d_prime: Estimate
    criterion: Estimate
    auc: Estimate | None
    apart: Direction
    is_well_apart: bool
    lean: Direction
    habit: Habit | None
    levels: tuple[SureLevel, ...]

    @property
    def held_back(self) -> int:
        """Answers "can't tell" on cards that can be settled."""
        return self.sound_held_back + self.flawed_held_back

    @property
    def settled(self) -> int:
        """Answers to cards that can be settled."""
        return self.sound + self.flawed

    @property
    def share_held_back(self) -> float:
        """Of answers to cards that can be settled, 0 to 1; 0 where there are none, as in the two below."""
        return self.held_back / max(1, self.settled)

    @property
    def share_turned_down(self) -> float:
        """Called flawed, sound or not."""
        return (self.caught + self.false_alarms) / max(1, self.settled)

    @property
    def share_passed(self) -> float:
        """Kept, sound or not."""
        return (self.kept + self.misses) / max(1, self.settled)

    @property
    def sound(self) -> int:
        """Answers to sound cards."""
        return self.kept + self.not_kept

    @property
    def flawed(self) -> int:
        """Answers to flawed cards."""
        return self.caught + self.not_caught


@dataclass(frozen=True, slots=True)
class SetCount:
    """Who handed in a set of cards: how many began it, and how many of them answered it to the end."""

    name: str
    learners: int
    finished: int


@dataclass(frozen=True, slots=True)
class Skill:
    """How one kind of card went: `right` of `answers`, and how many learners got such a card wrong.

    `mostly` is how, where two of three were wrong that way. `is_weak`: it clearly went worse than the other kinds, by
    the test in `statistics.stand_out`. `is_taught`: what was handed in shows that the class did the lesson behind it.
    """

    skill: str
    answers: int
    right: int
    wrong_learners: int
    mostly: WrongWay | None
    is_weak: bool
    is_taught: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One card with its figures over all occasions. `reasons` say why to look at it.

    `sure_and_wrong` of those who were wrong had said that they were sure; None where nobody was asked.
    """

    pack: str
    form: str
    half: str
    item: Item
    skill: str
    figures: ItemFigures
    sure_and_wrong: int | None
    reasons: tuple[Reason, ...] = ()

    @property
    def went_worse(self) -> bool:
        """Whether it clearly went worse than like cards; one that is only backwards may itself be faulty."""
        return bool({*self.reasons} - {"backwards"})


@dataclass(frozen=True, slots=True)
class InState:
    """`right` of `n` first answers to a card in one of STATES."""

    state: str
    n: int
    right: int


@dataclass(frozen=True, slots=True)
class Twins:
    """One card, its states side by side, over all occasions. `item` is the state that is printed. `d_prime` tells its
    flawed state from its sound one; None where there are too few answers to either.
    """

    pack: str
    form: str
    item: Item
    states: tuple[InState, ...]
    d_prime: Estimate | None


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
    learners: int
    items: tuple[str, ...]

    @property
    def is_one_option(self) -> bool:
        return len(self.items) < 2


@dataclass(frozen=True, slots=True)
class Measure:
    """What one form says, or parallel forms together: those whose blueprints are the same.

    `now` is the latest occasion, with everybody who answered then. `occasions` holds before and after for the
    `matched` learners alone, who answered a set of both to the end, wherever these are enough; `change` too.
    `compared`: whether enough learners are matched; `better` is the direction of d′, `shift` that of the criterion.
    `is_to_come`: most of a class answered before and not since, so the answers to these cards are not told yet.
    """

    forms: tuple[str, ...]
    names: tuple[str, ...]
    titles: tuple[str, ...]
    learners: int
    sets: tuple[SetCount, ...]
    now: OnOccasion
    occasions: tuple[OnOccasion, ...]
    matched: int
    only_before: int
    only_after: int
    unfinished: int
    is_to_come: bool
    change: Change | None
    bearing: Bearing | None
    compared: bool
    better: Direction
    shift: Direction
    skills: tuple[Skill, ...]
    cards: tuple[Card, ...]
    twins: tuple[Twins, ...]
    reliability: tuple[SetReliability, ...]
    misconceptions: tuple[Misconception, ...]


@dataclass(frozen=True, slots=True)
class LessonCard:
    """One card of a lesson: so many learners answered it, so many rightly. `chosen` counts the verdicts."""

    item: Item
    learners: int
    right: int
    chosen: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LessonCards:
    """The cards of one use in one lesson of one pack, as shown there: `use` is recall, faded, solo, exit and so on.

    `finished` is how many learners answered each of the cards that belong to it; None for opening cards, since each
    learner gets cards of their own. `is_of_course`: it is a numbered lesson, and no story that stands for itself.
    """

    pack: str
    title: str
    is_of_course: bool
    lesson: str
    use: str
    learners: int
    finished: int | None
    cards: tuple[LessonCard, ...]

    @property
    def answers(self) -> int:
        return sum(card.learners for card in self.cards)

    @property
    def right(self) -> int:
        return sum(card.right for card in self.cards)


def that_speak(lessons: Iterable[LessonCards]) -> list[tuple[LessonCards, ...]]:
    """For each lesson the cards that speak for it: its exit cards; else those asked within it; else what opened it.

    The lessons of the course come in their order, whichever packs their cards are of; stories by themselves follow.
    """
    by_lesson: dict[str, list[LessonCards]] = {}
    for one in sorted(lessons, key=lambda one: (not one.is_of_course, one.lesson)):
        by_lesson.setdefault(one.lesson if one.is_of_course else one.pack, []).append(one)
    return [
        tuple([one for one in mine if one.use == "exit"] or [one for one in mine if one.use != "recall"] or mine)
        for mine in by_lesson.values()
    ]


def enough_answered(learners: int, most: int) -> bool:
    """Whether cards that so many answered say something of a class of which `most` answered something."""
    return FEW_OF_THEM * learners >= most


def hardest_first(cards: Iterable[LessonCard]) -> list[tuple[LessonCard, ...]]:
    """The states of each card together, the card that went worst first.

    Of cards that are drawn a few may be answered by one alone: those with less than half as many answers as the card
    that most had wrong answers to are left out.
    """
    found: dict[str, list[LessonCard]] = {}
    for one in cards:
        found.setdefault(one.item.card, []).append(one)
    counted = [(right_of(states), tuple(states)) for states in found.values()]
    most = max((of for (right, of), _ in counted if right < of), default=0)
    often = [one for one in counted if 2 * one[0][1] >= most]
    return [states for _, states in sorted(often, key=lambda one: (one[0][0] / one[0][1], -one[0][1]))]


def right_of(cards: Iterable[LessonCard]) -> tuple[int, int]:
    """Right answers to some cards together, and all answers."""
    some = tuple(cards)
    return sum(card.right for card in some), sum(card.learners for card in some)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Answers that were recognised and not counted: of which kind (as in the interface words), how many, of how many
    learners."""

    kind: str
    answers: int
    learners: int


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one learner, for the teacher alone. `before` and `after` are "done", "part" or empty; `lessons` are
    those of which any card came. `turn` is None where not both sets are done. `marks` has, for each card that was
    answered before or after: right, wrong, "sure and wrong" or "held back".
    """

    name: str
    before: str
    after: str
    lessons: tuple[str, ...]
    turn: Turn | None
    marks: Mapping[str, str]
    right: int
    tried: int


@dataclass(frozen=True, slots=True)
class GoOver:
    """The card for tomorrow's first ten minutes: `wrong` of `of` answers to it were. `is_clear`: it, or its kind,
    clearly went worse than others. `told` is its pack as it reads in the state that went wrong, `part` which of its
    text is the story around the card (empty where it has none), `story` that text, `box` what its record shows.
    `among` are the cards of its lesson, where it is of one.
    """

    item: Item
    wrong: int
    of: int
    is_clear: bool
    told: Pack
    part: str
    story: tuple[str, ...]
    box: tuple[str, ...]
    among: LessonCards | None = None


@dataclass(frozen=True, slots=True)
class Searches:
    """The tasks of search on one occasion: `right` of those `settled`, that can be decided, and `rightly_held_back` of
    those `left_open`, that nothing decides. `moves` were made by so many of the `moved`, whose files hold moves.
    """

    occasion: str
    learners: int
    right: int
    settled: int
    rightly_held_back: int
    left_open: int
    moved: int
    moves: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """All figures of a report; the measure with the most learners first, lessons in their order. Days are those of
    saved answers.

    `came` is about the measure that comes first, `go_over` about the one that speaks, or about the lessons.

    `how_counted` says what counts where a learner hands in twice, and how many did.
    """

    learners: int
    measures: tuple[Measure, ...]
    lessons: tuple[LessonCards, ...]
    recognised: tuple[Recognised, ...]
    rejected: tuple[Rejected, ...]
    how_counted: tuple[str, ...]
    first_day: str
    last_day: str
    came: tuple[Came, ...] = ()
    go_over: GoOver | None = None
    searches: tuple[Searches, ...] = ()

    @property
    def speaking(self) -> Measure | None:
        """The form that the first screen is about."""
        return that_speaks(self.measures, self.lessons, self.learners)


def that_speaks(measures: Sequence[Measure], lessons: Sequence[LessonCards], learners: int) -> Measure | None:
    """The form that most answered; None where too few of the learners did, and lessons can speak instead."""
    return next((one for one in measures[:1] if not lessons or enough_answered(one.learners, learners)), None)
