"""Nothing on the face of a card tells what it adds: not its kind, tier, address, publisher, day or words.

A guesser learns from all other tasks what cards with such a face added there, and says the same of a task it has not
seen. What it has right is set beside the best constant answer, as for the cards that are judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from readtwice.activities.shelf.part import Card, Offer, offers_for, shelf_of
from readtwice.authoring.cues import MARGIN
from readtwice.pack.pack import Source
from tests.specimens import hegseth


@dataclass(frozen=True)
class Face:
    """An offer of a task with all that can be seen of its card before it is opened."""

    task: str
    offer: Offer
    card: Card
    source: Source
    place: int


FACES: dict[str, Callable[[Face], object]] = {
    "kind of page": lambda face: face.card.kind,
    "tier": lambda face: face.source.tier,
    "publisher": lambda face: face.source.publisher,
    "host": lambda face: urlsplit(face.source.address).netloc,
    "end of the address": lambda face: urlsplit(face.source.address).netloc.rpartition(".")[2],
    "day": lambda face: face.source.date,
    "title of our own": lambda face: face.source.title.startswith("["),
    "long title": lambda face: len(face.source.title) > 50,
    "a known side": lambda face: "side" in face.card.behind,
    "an interest": lambda face: "interest" in face.card.behind,
    "one of several on one story": lambda face: "more than one" in face.card.others,
    "quotes": lambda face: "quotes" in face.card.evidence,
    "who runs it is not known": lambda face: "not known" in face.card.behind or "could not" in face.card.behind,
    "a relay or repost": lambda face: face.card.kind in ("state-media relay", "repost"),
    "place where all have one order, as on paper": lambda face: face.place,
    "the card itself": lambda face: face.card.source,
}
ASKED: dict[str, Callable[[Face], str]] = {
    "settles": lambda face: str(face.offer.adds == "settles"),
    "adds nothing": lambda face: str(face.offer.adds == "nothing"),
    "what it adds": lambda face: face.offer.adds,
}


def faces() -> list[Face]:
    pack = hegseth()
    shelf, sources = shelf_of(pack), {source.id: source for source in pack.sources}
    assert shelf
    return [
        Face(task.item, offer, shelf.card(offer.card), sources[offer.card], place)
        for task in shelf.tasks
        for place, offer in enumerate(offers_for(task))
    ]


def right_by(face_of: Callable[[Face], object], key: Callable[[Face], str], found: list[Face]) -> int:
    """How often the guesser is right on tasks that it has not learned from."""
    right = 0
    for one in found:
        others = [other for other in found if other.task != one.task]
        alike = [other for other in others if face_of(other) == face_of(one)]
        right += Counter(map(key, alike or others)).most_common(1)[0][0] == key(one)
    return right


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("face", FACES)
def test_no_face_tells_what_a_card_adds(face: str, asked: str):
    found, key = faces(), ASKED[asked]
    constant = max(Counter(map(key, found)).values())
    assert len(found) > 40
    assert 100 * (right_by(FACES[face], key, found) - constant) / len(found) <= MARGIN


@pytest.mark.parametrize("kind", ["wire copy", "own words", "official record", "transcript", "state-media relay"])
def test_a_kind_that_stands_in_several_tasks_adds_now_this_and_now_that(kind: str):
    assert len({face.offer.adds for face in faces() if face.card.kind == kind}) >= 2


def test_a_face_that_tells_is_found():
    found = [face for face in faces() if face.offer.adds != "repeats"]
    told = right_by(lambda face: face.offer.adds, ASKED["what it adds"], found)
    assert told == len(found)
