"""What a class answered so far, as counts that may be projected: per card and choice, no names, no codes, no text.

Codes and files come in while the lesson runs. A file is read again only when it has changed; what came before stays
counted. Everything is held in memory, and nothing is written.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from threading import Lock

from readtwice.classroom.collecting.codes_in_text import CodeFinder
from readtwice.classroom.collecting.collect import Reading, files_in
from readtwice.marking.answer import SURE, SURENESS, verdict_of_sureness
from readtwice.pack import Item
from readtwice.pack.draw import filled_up
from readtwice.pack.item import CLEAN, FLAWED, UNDETERMINED
from readtwice.record import CardSet, Event, answers_of
from readtwice.words import say

MOST_FILES = 5_000
"""In a folder that is watched. A class has a few hundred at most; a whole disk has more."""

LONGEST_PASTE = 2_000_000  # characters
MOST_TROUBLES = 6
"""So many different reasons are listed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One verdict on a card: how many chose it and were sure, and how many chose it otherwise."""

    verdict: str
    sure: int
    unsure: int

    @property
    def all(self) -> int:
        return self.sure + self.unsure


@dataclass(frozen=True, slots=True)
class CardCounts:
    """One card: how many of those who were asked it have answered, and what they chose, in the order of the scale."""

    item: Item
    asked: int
    answered: int
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """The cards of one set that belong together. Both halves of a form are one group: a half that nobody handed in
    is left out. `cards` is the set of all of them."""

    key: str
    cards: CardSet
    learners: int
    counts: tuple[CardCounts, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why some of what came in was not counted, and how many times. Names neither a file nor what it holds."""

    reason: str
    times: int


class FolderTrouble(ValueError):
    """A folder that cannot be looked at; the message says so in one sentence."""


class LiveClass:
    """What has come in so far. Its methods may be called from any thread; one waits for the other."""

    def __init__(self, known: Iterable[CardSet]) -> None:
        sets = tuple(known)
        self._lock = Lock()
        self._reading = Reading(sets)
        self._seen: dict[Path, tuple[int, int]] = {}
        self._troubles: dict[str, tuple[str, ...]] = {}
        self._learn(sets)

    def know(self, known: Iterable[CardSet]) -> None:
        """Codes may be about these sets from now on. What could not be read in a folder before is read again."""
        sets = tuple(known)
        with self._lock:
            self._learn(sets)
            self._reading.know(sets)
            self._seen = {path: state for path, state in self._seen.items() if not self._troubles.get(str(path))}

    def _learn(self, sets: tuple[CardSet, ...]) -> None:
        # What learners got before cards had twins is counted with those of today; cards that are gone, by themselves.
        today = {(one.pack, item.id) for one in sets if not one.is_old for item in one.every}
        shown = (one for one in sets if not (one.is_old and {(one.pack, item.id) for item in one.items} & today))
        self._groups = _groups(tuple(replace(one, items=one.every) for one in shown))
        self._finder = CodeFinder(sets)

    def paste(self, text: str) -> None:
        """Take in the codes of a text, such as a whole chat. The same text may come again and again."""
        with self._lock:
            before = len(self._reading.rejected)
            self._reading.file("", text.encode("utf-8", "replace"))
            if text.lstrip().startswith("{"):  # somebody's progress file
                reasons = [one.reason for one in self._reading.rejected[before:]]
                self._troubles[_digest(text)] = tuple(reasons)
                return
            lines = text.split("\n")
            for found in self._finder.in_text(text):
                if found.trouble:  # the line stands for the code: in the next paste it is the same one
                    self._troubles[_digest(lines[found.number - 1])] = (found.trouble,)

    def look(self, folder: Path) -> int:
        """Read what is new or has changed in a folder, and return how many files that were.

        Raises FolderTrouble for a folder that is not there, cannot be read or is far too full.
        """
        with self._lock:
            if not os.path.isdir(folder):  # unlike Path.is_dir, False for a folder that may not be looked into
                raise FolderTrouble(say("live.no_folder"))
            files = list(islice(files_in(folder), MOST_FILES + 1))
            if len(files) > MOST_FILES:  # before any is read: somebody named a whole disk
                raise FolderTrouble(say("live.full_folder", most=f"{MOST_FILES:,}"))
            return sum(self._read(path) for path, _ in files)

    def _read(self, path: Path) -> bool:
        try:
            status = path.lstat()
        except OSError:  # it went while we looked
            return False
        state = (status.st_mtime_ns, status.st_size)
        if self._seen.get(path) == state:
            return False
        before = len(self._reading.rejected)
        self._reading.path(path, path.name, follow=False)
        self._seen[path] = state
        self._troubles[str(path)] = tuple(one.reason for one in self._reading.rejected[before:])
        return True

    def troubles(self) -> tuple[Trouble, ...]:
        """Why what could not be read was not counted, the most frequent first."""
        with self._lock:
            counts = Counter(reason for reasons in self._troubles.values() for reason in reasons)
        return tuple(Trouble(reason, times) for reason, times in counts.most_common())

    def groups(self) -> tuple[GroupCounts, ...]:
        """The counts of every group in which somebody has answered."""
        with self._lock:
            learners = self._reading.collected().learners
        by_group: dict[tuple[str, str], dict[str, list[Event]]] = {}
        for learner, events in learners.items():
            for event in events:
                place = (event.pack, event.occasion.partition("-")[0])
                by_group.setdefault(place, {}).setdefault(learner, []).append(event)
        found = (
            _counted(cards, parts, by_group.get((cards.pack, cards.occasion), {})) for cards, parts in self._groups
        )
        return tuple(group for group in found if group.learners)


def _groups(sets: tuple[CardSet, ...]) -> tuple[tuple[CardSet, tuple[CardSet, ...]], ...]:
    """Each set that is whole, and the parts in which it is asked: the halves of a form, or itself."""
    whole = [one for one in sets if one.part in ("", "whole") and one.items]
    return tuple((one, tuple(_halves(one, sets)) or (one,)) for one in whole)


def _halves(whole: CardSet, sets: tuple[CardSet, ...]) -> Iterable[CardSet]:
    return (
        one
        for one in sets
        if whole.part and one.part not in ("", "whole") and one.items
        if (one.pack, one.occasion) == (whole.pack, whole.occasion)
    )


def _counted(cards: CardSet, parts: tuple[CardSet, ...], learners: Mapping[str, list[Event]]) -> GroupCounts:
    taps = {learner: answers_of(cards, events) for learner, events in learners.items()}
    given = {
        learner: {item.id: tap for item, tap in zip(cards.items, mine, strict=True) if tap}
        for learner, mine in taps.items()
        if any(mine)
    }
    chosen = Counter((item_id, tap) for mine in given.values() for item_id, tap in mine.items())
    counts = []
    for part in parts:
        asked = Counter(item_id for who, mine in given.items() for item_id in _asked(part, who, mine))
        for item in (one for one in part.items if asked[one.id]):
            counts.append(_card(item, asked[item.id], {tap: chosen[item.id, tap] for tap in SURENESS}))
    key = f"{cards.pack}.{cards.number}{'.before' if cards.is_old else ''}"
    return GroupCounts(key, cards, len(given), tuple(counts))


def _asked(part: CardSet, learner: str, given: Collection[str]) -> set[str]:
    """Which items of a part a learner was asked, if they began it: all that were answered, filled up with those that
    are this learner's to as many cards as a learner is asked. Another number, or version, may have dealt others."""
    theirs = [item for item in part.items if item.id in given]
    if not theirs:
        return set()
    own, answered = part.of(learner).items, {item.card for item in theirs}
    asked = filled_up(answered, (item.card for item in own), len(own))
    return {item.id for item in (*theirs, *(one for one in own if one.card in asked - answered))}


def _card(item: Item, asked: int, taps: Mapping[str, int]) -> CardCounts:
    choices = []
    for verdict in (CLEAN[item.kind], UNDETERMINED, FLAWED[item.kind]):
        mine = {tap: n for tap, n in taps.items() if verdict_of_sureness(item.kind, tap) == verdict}
        sure = sum(n for tap, n in mine.items() if tap in SURE)
        choices.append(Choice(verdict, sure, sum(mine.values()) - sure))
    return CardCounts(item, asked, sum(taps.values()), tuple(choices))


def _digest(text: str) -> str:
    return sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()
