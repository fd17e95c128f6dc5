"""The tasks of search of a class: verdicts on each occasion, the moves made, and both for those who did two.

One search says little of one learner; of a class it says how many looked before they opened. A card of its own kind:
it is in no figure of the cards of a form. A code holds the verdict, a progress file the moves too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readtwice.classroom.collecting.collect import Collected
from readtwice.classroom.reporting.figures import Searches
from readtwice.marking.opened import SEARCH_MOVES
from readtwice.pack import Item, Pack
from readtwice.pack.item import SEARCH
from readtwice.page.kept import MOVES
from readtwice.record.answered import answered
from readtwice.record.card_sets import OCCASIONS
from readtwice.statistics import Answered


@dataclass(slots=True)
class Search:
    """What one learner did on one occasion, and when: first answers count."""

    time: str
    given: Answered | None = None
    moves: frozenset[str] | None = None


Searched = dict[str, dict[str, Search]]
"""By occasion and learner."""


def searched(collected: Collected, packs: Mapping[str, Pack]) -> Searched:
    """The tasks of each occasion that somebody did, in the order of occasions."""
    items = {
        (slug, item.id): item
        for slug, pack in packs.items()
        for item in (*pack.items, *pack.twins)
        if item.use == SEARCH
    }
    tasks = {(slug, MOVES + item.card) for (slug, _), item in items.items()}
    by_occasion: Searched = {when: {} for when in OCCASIONS}
    for learner, events in collected.learners.items():
        for event in events:
            mine = by_occasion.get(event.occasion)
            item: Item | None = items.get((event.pack, event.item))
            if mine is None:
                continue
            if item and event.revision == item.revision:
                given = answered(item, (event,))
                if given.said:
                    one = mine.setdefault(learner, Search(event.time))
                    one.given = one.given or given
            elif (event.pack, event.item) in tasks and isinstance(event.answer, list):
                one = mine.setdefault(learner, Search(event.time))
                if one.moves is None:
                    one.moves = frozenset(move for move in SEARCH_MOVES if move in event.answer)
    return {when: mine for when, mine in by_occasion.items() if mine}


def searches(done: Searched) -> tuple[Searches, ...]:
    """What a class did, occasion by occasion."""
    return tuple(_counted(when, mine) for when, mine in done.items())


def _counted(occasion: str, mine: Mapping[str, Search]) -> Searches:
    given = [one.given for one in mine.values() if one.given]
    moved = [one.moves for one in mine.values() if one.moves is not None]
    settled, left_open = [one for one in given if one.key != "open"], [one for one in given if one.key == "open"]
    return Searches(
        occasion=occasion,
        learners=len(mine),
        right=sum(one.is_right for one in settled),
        settled=len(settled),
        rightly_held_back=sum(one.is_right for one in left_open),
        left_open=len(left_open),
        moved=len(moved),
        moves={move: sum(move in one for one in moved) for move in SEARCH_MOVES},
    )
