"""Which missed cards a lesson opens with: to look at again, at growing distances, and never to be scored again.

Spacing after Leitner: a missed card comes back in the next lesson, and once more two lessons later. What opens a lesson
and counts is asked on sentences that nobody has met; a card that was answered has told its answer. Lessons that measure
show none: looking again would teach right before.
"""

from __future__ import annotations

from collections.abc import Iterable

from readtwice.marking import read_answer
from readtwice.pack import Item
from readtwice.pack.item import TAPPED
from readtwice.record.event import Event
from readtwice.syllabus import syllabus

OCCASION = "recall-"
"""How the occasions of answers to opening cards began while they were asked; the lesson's number follows. Records hold
such answers."""

DISTANCES = (1, 3)
"""How many lessons after the miss a card comes back."""

MOST = 2
"""How many come back at one opening."""

USES = ("solo", "practice", "recall", "exit")


def to_look_at_again(items: Iterable[Item], events: Iterable[Event], lesson: str) -> list[Item]:
    """The cards of one pack that a learner missed and that come back in a lesson, those missed last first.

    `items` holds every state of cards with twins; `events` are one learner's of that pack, as they happened. The first
    attempt on each occasion tells whether a card was missed.
    """
    place = syllabus().place
    by_id = {item.id: item for item in items if item.kind in TAPPED and item.use in USES and item.is_scored}
    seen: set[tuple[str, str]] = set()
    missed: dict[str, int] = {}
    for event in events:
        item = by_id.get(event.item)
        if item is None or (event.item, event.occasion) in seen:
            continue
        seen.add((event.item, event.occasion))
        at = event.occasion.removeprefix(OCCASION) if event.occasion.startswith(OCCASION) else item.lesson
        try:
            if read_answer(item, event.answer).verdict != item.key:
                missed[item.id] = place(at)
        except ValueError:
            continue
    now = place(lesson)
    due = sorted((now - at, name) for name, at in missed.items() if now - at in DISTANCES)
    return [by_id[name] for _, name in due]
