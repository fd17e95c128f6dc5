"""Answers that lie in the same folder under other work: offered where a page would else say that there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readtwice.page.session import Session
from readtwice.page.views import View
from readtwice.record import Event, learners_with_slips
from readtwice.words import say


def elsewhere(sessions: Sequence[Session], occasion: str) -> list[View]:
    """Other work with answers to these packs' cards on an occasion, the most recent first; none if the learner has any.

    Work under a slip is nobody's who works under another.
    """
    record = sessions[0].record
    cards = {(one.pack.slug, item.id, occasion) for one in sessions for item in (*one.pack.items, *one.pack.twins)}
    if not record.chosen or any(_card(event) in cards for event in record.events):
        return []
    under_slip = bool(record.codes & learners_with_slips())
    found = []
    for work in record.other_work:
        held = {_card(event) for event in work} & cards
        if held and not (under_slip and learners_with_slips() & {event.learner for event in work}):
            found.append({"learner": work[-1].learner, "count": len(held), "last": work[-1].time})
    return found


def _card(event: Event) -> tuple[str, str, str]:
    return event.pack, event.item, event.occasion


def join_elsewhere(session: Session, message: dict[str, Any]) -> str:
    """The learner says that other work is theirs too. Raises ValueError or KeyError for nonsense."""
    session.record.join(str(message["learner"]))
    session.turn()
    return say("start.joined")


def hint(session: Session) -> str:
    """One sentence, where other work in the folder may hold what the learner looks for; else nothing."""
    record = session.record
    return say("elsewhere.hint") if record.chosen and record.other_work else ""
