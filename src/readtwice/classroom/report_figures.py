"""The figures of a class report, as values: `class_report` computes them, `sharing` hides some, others say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from readtwice.classroom.collect import Rejected
from readtwice.pack import Item
from readtwice.statistics.calibration import Sure
from readtwice.statistics.discernment import Change, Interval
from readtwice.statistics.items import ItemFigures, Reliability

Direction = Literal["up", "down", "can't tell"]
Habit = Literal["turns down", "keeps", "holds back"]
Reason = Literal["most wrong", "sure and wrong", "backwards"]
WrongWay = Literal["false alarm", "miss", "held back"]


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
