"""Which cards open a lesson: those that this learner missed, asked again at growing distances.

Spacing after Leitner: a missed card comes back in the next lesson; answered well there, two lessons later, then four.
Whoever has missed nothing, or has no record, gets the lesson's usual cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readtwice.marking import read_answer
from readtwice.pack import Item
from readtwice.pack.item import TAPPED
from readtwice.record.event import Event
from readtwice.syllabus import syllabus

OCCASION = "recall-"
"""How the occasions of answers to opening cards begin; the lesson's number follows."""

DISTANCES = (1, 2, 4)
"""Lessons until a missed card comes back: after the miss, after one right answer, after two in a row."""

USES = ("solo", "practice", "recall", "exit")


def opening_cards(items: Iterable[Item], events: Iterable[Event], lesson: str, usual: Sequence[Item]) -> list[Item]:
    """As many cards as there are usual ones, for one learner's events of one pack, as they happened.

    What was already answered at this opening stays. At most half are flawed, as everywhere.
    """
    events = tuple(events)
    by_id = {item.id: item for item in items if item.kind in TAPPED and item.use in USES and item.is_scored}
    here = OCCASION + lesson
    answered = [event.item for event in events if event.occasion == here]
    due = sorted(
        ((late, item) for item in by_id.values() if (late := _late(item, events, lesson)) is not None),
        key=lambda one: (-one[0], syllabus().place(one[1].lesson), one[1].id),
    )
    begun = [item for item in by_id.values() if item.id in answered]
    order = list({item.id: item for item in (*(item for _, item in due), *usual, *begun)}.values())
    chosen, most = begun[:], max(1, len(usual) // 2)
    for item in order:
        full = item.is_flawed and sum(one.is_flawed for one in chosen) >= most
        if item not in chosen and not full and len(chosen) < len(usual):
            chosen.append(item)
    return [item for item in order if item in chosen]  # as it was, whatever of it has been answered


def _late(item: Item, events: tuple[Event, ...], lesson: str) -> int | None:
    """By how many lessons a missed card is due or overdue at the opening of a lesson; None where it is not."""
    place = syllabus().place
    now, last, right_in_a_row, missed = place(lesson), place(item.lesson), 0, False
    seen: set[str] = set()
    for event in events:
        if event.item != item.id or event.occasion in seen or event.occasion == OCCASION + lesson:
            continue
        seen.add(event.occasion)  # the first attempt on each occasion
        if event.occasion.startswith(OCCASION):
            last = place(event.occasion.removeprefix(OCCASION))
        try:
            right = read_answer(item, event.answer).verdict == item.key
        except ValueError:
            continue
        right_in_a_row = right_in_a_row + 1 if right else 0
        missed = missed or not right
    if not missed or right_in_a_row >= len(DISTANCES) or last >= now:
        return None
    late = now - last - DISTANCES[right_in_a_row]
    return late if late >= 0 else None
