"""All that pages have a learner judge: cards, dates, speakers, drift, shelf, events to order, pieces to tell apart.

Each with its words and what decides it. A comparison is shown with all its numbers: it tells, and asks for an opinion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from readtwice.activities.comparison.part import comparisons_of
from readtwice.activities.drift.part import drifts_of
from readtwice.activities.timeline.part import timeline_of
from readtwice.activities.told_apart.part import told_apart_of
from readtwice.activities.voices.part import voices_of
from readtwice.pack import Item, Pack
from readtwice.pack.item import Quote

BY_TEXT = "the text alone"

ASKS = {
    "claim": {"holds"},
    "number": {"holds"},
    "wording": {"whose"},
    "statement": {"kind"},
    "heading": {"heading"},
    "pair": {"agree"},
    "voice": {"whose", "kind"},
    "date": {"holds"},
    "drift": {"differs", "holds"},  # it prints what the source says
    "comparison": {"holds"},
    "event": set(),
    "piece": set(),
}
"""What is asked of the words: two things that ask the same of the same words are one."""


@dataclass(frozen=True)
class Judged:
    """One thing that a learner judges or, where it `is_told`, is shown with its answer."""

    id: str
    kind: str
    words: tuple[Quote, ...]
    decided_by: frozenset[str]
    contradiction: str = ""
    is_told: bool = False

    def tells(self, later: Judged) -> bool:
        """Whether who has met this knows what the later one asks: the same of the same words, by the same evidence."""
        if self.id == later.id or (self.contradiction and self.contradiction == later.contradiction):
            return True
        if self.kind == "event":  # its line and its day are the record's own words
            return "holds" in ASKS[later.kind] and bool(self.decided_by & later.decided_by)
        if not ASKS[self.kind] & ASKS[later.kind] or not self.decided_by & later.decided_by:
            return False
        shared = [any(_overlap(one, other) for other in self.words) for one in later.words]
        return all(shared) if later.kind in ("pair", "heading") else any(shared)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _card(item: Item, *, is_told: bool = False) -> Judged:
    words = tuple(quote for side in item.sides for quote in side) or item.targets
    by = frozenset(item.evidence) if item.judged_by != "text" and item.evidence else frozenset({BY_TEXT})
    flaw = (item.entry or item.card) if item.is_flawed and item.judged_by != "shelf" else ""
    return Judged(item.id, item.kind, words, by, flaw, is_told or item.use == "worked")


def judged_by(verb: str, named: list[str], pack: Pack) -> Iterator[Judged]:
    """What a verb of a page has judged, of one article. Stories are walked with their draws, elsewhere."""
    if verb in ("judge", "numbers"):
        yield from map(_card, pack.items_for(*named))
    elif verb in ("question", "item", "shelf"):
        yield from (_card(pack.item(one)) for one in named)
    elif verb in ("voices", "voice", "who_speaks"):
        data = voices_of(pack)
        for one in data.within(tuple(named)) if verb != "voice" else (data.voice(named[0]),):
            yield Judged(f"voice {one.id}", "voice", (one.quote,), frozenset({BY_TEXT}), is_told=verb == "who_speaks")
    elif verb in ("place", "statement"):
        for date in timeline_of(pack).statements:
            if date.id in named:
                by = frozenset(date.evidence) if date.by != BY_TEXT and date.evidence else frozenset({BY_TEXT})
                yield Judged(f"date {date.id}", "date", (date.quote,), by)
    elif verb in ("drift", "drifted"):
        for row in drifts_of(pack).rows:
            if row.id in named:
                yield Judged(f"drift {row.id}", "drift", (row.quote,), frozenset({row.source}))
    elif verb in ("timeline", "order"):
        for event in timeline_of(pack).only(tuple(named)):
            yield Judged(f"event {event.id}", "event", (), frozenset({event.source}))
    elif verb == "comparison":
        for one in comparisons_of(pack):
            if one.id in named:
                taken = [number for row in (*one.grid.numbers, *one.grid.divisors) for number in (row.take, row.to)]
                yield Judged(f"comparison {one.id}", "comparison", (one.claim,), frozenset(taken), is_told=True)
    elif verb in ("kinds_of_page", "picture_past"):
        for piece in told_apart_of(pack).pieces:
            if piece.id in named:
                yield Judged(f"piece {piece.id}", "piece", (), frozenset())
