"""Each learner's first answer to each card of a form on each occasion: all that a class report counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readtwice.classroom.collecting.collect import Collected
from readtwice.marking.answer import SURENESS
from readtwice.pack import Item, Pack
from readtwice.pack.draw import variants
from readtwice.pack.form import FormCard
from readtwice.pack.item import CLEAN, FLAWED, UNDETERMINED
from readtwice.record import Event
from readtwice.record.answered import answered
from readtwice.record.card_sets import OCCASIONS
from readtwice.statistics import Answered
from readtwice.statistics.counts import Response
from readtwice.statistics.discernment import LearnerCounts


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """`tap` is one of the five one-tap answers, or empty where nobody asked how sure the learner was.

    `row` is for item analysis: one learner on one occasion is one taker of the test.
    """

    learner: str
    occasion: str
    pack: str
    card: FormCard
    item: Item
    given: Answered
    tap: str
    time: str
    row: Response

    @property
    def key(self) -> str:
        """Names the item among those of all forms."""
        return self.row.item

    @property
    def misconception(self) -> str:
        """What the wrong answer shows, in the pack's words; empty where it shows nothing or is right."""
        option = self.item.options.get(self.row.choice)
        return option.misconception if option and not self.given.is_right else ""


def first_answers(collected: Collected, packs: Mapping[str, Pack]) -> list[FirstAnswer]:
    """What counts: first answers to the cards of forms as they are now. Anything else is passed over."""
    cards = {
        (slug, item.id): (card, item, f"{slug} {item.id}")
        for slug, pack in packs.items()
        if pack.form
        for card in pack.form.cards
        for item in variants(pack, card.item)
    }
    found, known = [], dict[object, Answered]()
    for learner, events in collected.learners.items():
        seen: set[tuple[str, str, str]] = set()
        takers = {occasion: f"{learner} {occasion}" for occasion in OCCASIONS}
        for event in events:
            key = (event.pack, event.item, event.occasion)
            if key in seen or key[:2] not in cards or event.occasion not in takers:
                continue
            card, item, name = cards[key[:2]]
            if event.revision != item.revision or not (given := _given(item, event, known)).said:
                continue
            seen.add(key)
            tap = event.sureness if event.sureness in SURENESS else ""
            chosen = {"holds": CLEAN, "does not": FLAWED}.get(given.said, {}).get(item.kind, UNDETERMINED)
            row = Response(takers[event.occasion], name, given.is_right, chosen, given.sure if tap else None)
            found.append(FirstAnswer(learner, event.occasion, event.pack, card, item, given, tap, event.time, row))
    return found


def _given(item: Item, event: Event, known: dict[object, Answered]) -> Answered:
    """What an answer says. Few different ones come from a whole school, so each is read once."""
    if not isinstance(event.answer, list) or not all(isinstance(part, str) for part in event.answer):
        return answered(item, (event,))
    key = (event.pack, event.item, tuple(event.answer), event.sureness)
    if key not in known:
        known[key] = answered(item, (event,))
    return known[key]


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
        to_open=sum(count for (key, _), count in said.items() if key == "open"),
    )
