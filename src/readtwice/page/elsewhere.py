"""Answers that lie in the same folder under other work: offered where a page would else say that there are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from readtwice.marking.answer import is_readable
from readtwice.pack import Item
from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.record import Event, learners_with_slips
from readtwice.words import say


def elsewhere(sessions: Sequence[Session], occasion: str) -> list[View]:
    """Other work with answers to these packs' cards on an occasion that the learner has none to, the most recent first.

    Work under a slip is nobody's who works under another.
    """
    record = sessions[0].record
    if not record.chosen:
        return []
    items = {(one.pack.slug, item.id): item for one in sessions for item in (*one.pack.items, *one.pack.twins)}
    mine = _cards(items, record.events, occasion)
    under_slip = bool(record.codes & learners_with_slips())
    found = []
    for work in record.other_work:
        others = _cards(items, work, occasion) - mine
        if others and not (under_slip and learners_with_slips() & {event.learner for event in work}):
            found.append({"learner": work[-1].learner, "count": len(others), "last": work[-1].time})
    return found


def _cards(items: Mapping[tuple[str, str], Item], events: Iterable[Event], occasion: str) -> set[tuple[str, str]]:
    """Which cards have an answer, in whatever state each was seen."""
    there = ((event, items.get((event.pack, event.item))) for event in events if event.occasion == occasion)
    return {(event.pack, item.card) for event, item in there if item and is_readable(item, event.answer)}


def join_elsewhere(session: Session, message: dict[str, Any]) -> str:
    """The learner says that other work is theirs too. Raises ValueError or KeyError for nonsense."""
    session.record.join(str(message["learner"]))
    session.turn()
    return say("start.joined")


def hint(session: Session) -> str:
    """One sentence, where other work in the folder may hold what the learner looks for; else nothing."""
    record = session.record
    return say("elsewhere.hint") if record.chosen and record.other_work else ""
