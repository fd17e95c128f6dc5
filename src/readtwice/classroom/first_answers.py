"""Each learner's first answer to each card of a form on each occasion: all that a class report counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readtwice.classroom.collect import Collected
from readtwice.marking.answer import SURENESS
from readtwice.pack import Item, Pack
from readtwice.pack.form import FormCard
from readtwice.pack.item import CLEAN, FLAWED, UNDETERMINED
from readtwice.publish.score_card import answered
from readtwice.record import Event
from readtwice.record.card_sets import OCCASIONS
from readtwice.statistics import Answered
from readtwice.statistics.counts import Response
from readtwice.statistics.discernment import LearnerCounts


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """`tap` is one of the five one-tap answers, or empty where nobody asked how sure the learner was."""

    learner: str
    occasion: str
    pack: str
    card: FormCard
    item: Item
    given: Answered
    tap: str
    event: Event

    @property
    def verdict(self) -> str:
        """The option chosen, as the item calls it."""
        return {"holds": CLEAN, "does not": FLAWED}.get(self.given.said, {}).get(self.item.kind, UNDETERMINED)

    @property
    def misconception(self) -> str:
        """What the wrong answer shows, in the pack's words; empty where it shows nothing or is right."""
        option = self.item.options.get(self.verdict)
        return option.misconception if option and not self.given.is_right else ""

    @property
    def key(self) -> str:
        """Names the item among those of all forms."""
        return f"{self.pack} {self.item.id}"

    @property
    def row(self) -> Response:
        """For item analysis: one learner on one occasion is one taker of the test."""
        sure = self.given.sure if self.tap else None
        return Response(f"{self.learner} {self.occasion}", self.key, self.given.is_right, self.verdict, sure)


def first_answers(collected: Collected, packs: Mapping[str, Pack]) -> list[FirstAnswer]:
    """What counts: first answers to the cards of forms as they are now. Anything else is passed over."""
    cards = {
        (slug, card.item): (card, pack.item(card.item))
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
            card, item = cards[key[:2]]
            given = answered(item, (event,))
            if given.said and event.revision == item.revision:
                seen.add(key)
                tap = event.sureness if event.sureness in SURENESS else ""
                found.append(FirstAnswer(learner, event.occasion, event.pack, card, item, given, tap, event))
    return found


def by_learner(answers: Iterable[FirstAnswer]) -> dict[str, list[FirstAnswer]]:
    """The answers of each learner, in the order in which learners first appear."""
    found: dict[str, list[FirstAnswer]] = {}
    for one in answers:
        found.setdefault(one.learner, []).append(one)
    return found


def counts_of(answers: Iterable[FirstAnswer]) -> LearnerCounts:
    """One learner's answers on one occasion, counted; how sure they were gives the ratings."""
    said = {(key, what): 0 for key in ("clean", "flawed", "open") for what in ("holds", "does not", "held back")}
    ratings: dict[str, list[int]] = {"clean": [], "flawed": [], "open": []}
    for one in answers:
        said[one.given.key, one.given.said] += 1
        if one.tap:
            ratings[one.given.key].append(SURENESS.index(one.tap))
    return LearnerCounts(
        hits=said["flawed", "does not"],
        misses=said["flawed", "holds"],
        false_alarms=said["clean", "does not"],
        correct_acceptances=said["clean", "holds"],
        held_back=said["clean", "held back"] + said["flawed", "held back"],
        flawed_ratings=tuple(ratings["flawed"]),
        clean_ratings=tuple(ratings["clean"]),
    )
