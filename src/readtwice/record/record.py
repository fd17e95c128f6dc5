"""One learner's record while a notebook is open: what was answered before, and saving what is answered now."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from readtwice.record.at_hand import AtHand, Work, main_code
from readtwice.record.event import NUMBER_LIMITS, Event, at_work, event_from_line, latest_turn, now, settled
from readtwice.record.files import Notice, SessionFile, erase, lines_of, record_folder
from readtwice.record.folder import Folder
from readtwice.record.slip import learner_of, learners_with_slips, read_slip
from readtwice.words import say

MOST_IN_A_LINE = 2000
"""Ids in one void line, so that it stays far below the longest line."""


class Record:
    """Saved answers, read once when the notebook starts, and added to with every click.

    The usual folder is one person's: a page goes on with the work that lies there, and whatever the learner chooses on
    one page (a slip, a fresh start, other work) is written down as a turn, which all open pages of the folder follow.

    Where the folder `asks`, several people share it: earlier answers stay out of sight until the learner chooses
    (`continue_` or `start_fresh`), and no page follows another. What is answered before the choice belongs to the
    learner either way. Answers about another pack are kept, and never mixed up with this one's.
    """

    def __init__(self, folder: Path | None = None, pack: str = "") -> None:
        self.pack = pack
        self.folder = folder or record_folder()
        self.problem = ""
        self.saved_at = ""
        self.set_aside: tuple[Notice, ...] = ()
        self._folder = Folder(self.folder)
        self._file = SessionFile(self.folder)
        self._unsaved: list[Event] = []
        self._has_saved = False
        self._message: tuple[str, int] | None = None
        self._seen: tuple[tuple[str, int], AtHand] | None = None
        self._changes = 0
        self.began_empty = not self._folder.events
        at = "" if self.asks else at_work(self._folder.events.values())
        self._turn = self._latest_turn()
        self.learner = (at if self._turn else main_code(at, self._all)) or _new_code()
        self.chosen = bool(at) or not self.other_work
        self._to_say = ""
        self._left: Work = ()
        self._begin_sitting()

    # --- what is there -------------------------------------------------------------------------------------------

    @property
    def asks(self) -> bool:
        """Whether pages of this folder ask whose work this is, and never follow each other."""
        return self._folder.asks

    def ask(self, on: bool) -> None:
        """Let pages of this folder ask from now on, or no longer. Raises OSError."""
        self._folder.ask(on)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What in the folder was left as it is and not counted."""
        return self._folder.notices

    @property
    def _all(self) -> tuple[Event, ...]:
        known = self._folder.events
        return (*known.values(), *(event for event in self._unsaved if event.id not in known))

    @property
    def _at_hand(self) -> AtHand:
        key = (self.learner, self._changes)
        if self._seen is None or self._seen[0] != key:
            self._seen = (key, AtHand(self._all, self.learner))
        return self._seen[1]

    @property
    def earlier_work(self) -> tuple[Work, ...]:
        """Each learner's answers in this folder, the most recent learner first.

        Before the choice, without what this page saved meanwhile.
        """
        return self._at_hand.works if self.chosen else self._at_hand.others

    @property
    def earlier(self) -> Work:
        """The answers of the most recent learner in this folder."""
        return next(iter(self.earlier_work), ())

    @property
    def other_work(self) -> tuple[Work, ...]:
        """The answers in this folder that are not the learner's, by learner, the most recent first."""
        return self._at_hand.others

    @property
    def codes(self) -> set[str]:
        """Every code that is this learner's."""
        return self._at_hand.codes

    @property
    def events(self) -> Work:
        """This learner's answers, as they happened."""
        return self._at_hand.answers

    @property
    def to_take_along(self) -> tuple[Event, ...]:
        """This learner's answers, and the joins that make them one learner's, as they happened."""
        return self._at_hand.along

    def answers(self, item: str, occasion: str = "lesson", pack: str = "") -> Work:
        """This learner's answers to an item of a pack, the open one unless another is named, first to latest.

        The first scores, the latest shows.
        """
        return tuple(self._at_hand.by_item.get((pack or self.pack, item, occasion), ()))

    def latest(self, item: str, occasion: str = "lesson", pack: str = "") -> Event | None:
        """This learner's latest answer to an item, if any."""
        answers = self.answers(item, occasion, pack)
        return answers[-1] if answers else None

    # --- answering -----------------------------------------------------------------------------------------------

    def answer(
        self,
        item: str,
        answer: Any,
        *,
        revision: int = 1,
        occasion: str = "lesson",
        sureness: str = "",
        hints: int = 0,
        pack: str = "",
    ) -> Event:
        """Save one answer at once and return it. It is about the open pack unless another is named.

        Where it cannot be saved, `problem` says why, and the next save tries again. Raises TypeError or ValueError for
        an answer that could not be read back.
        """
        self.look()
        event_id = self._next_id()
        if known := next((event for event in self._unsaved if event.id == event_id), self._folder.events.get(event_id)):
            return known  # the same click, sent again because its answer was lost
        before = self.answers(item, occasion, pack)
        event = Event(
            id=event_id,
            learner=self.learner,
            pack=pack or self.pack,
            item=item,
            revision=revision,
            occasion=occasion,
            answer=answer,
            sureness=sureness,
            hints=hints,
            n=len(before) + 1,
            time=max([now(), *(event.time for event in before)]),  # a clock may have been set back
        )
        turn = [self._new_turn(self.learner, self._to_say)] if self._to_say else []
        event = self._save(*turn, event)[-1]
        if not self._has_saved:
            self._has_saved = True
            self.look()  # another page may have saved its first answer at the same moment
        return event

    @contextmanager
    def message(self, name: str) -> Iterator[None]:
        """What is saved until this ends belongs to one message of a page. The same message again saves nothing new.

        An empty name is none.
        """
        self._message = (name, 0) if name else None
        try:
            yield
        finally:
            self._message = None

    def _next_id(self) -> str:
        if self._message is None:
            return uuid.uuid4().hex
        name, count = self._message
        self._message = (name, count + 1)
        return sha256(f"{name} {count}".encode()).hexdigest()[:32]

    def _save(self, *events: Event) -> tuple[Event, ...]:
        copies = tuple(event_from_line(event.to_line()) for event in events)  # exactly as they will be read back
        self._write(copies)
        return copies

    def _write(self, events: tuple[Event, ...]) -> None:
        self._unsaved += events
        self._changes += 1
        try:
            if self._unsaved:
                self._file.append(*self._unsaved)
        except OSError as error:
            self.problem = say("record.not_written", folder=self.folder.name, why=error.strerror)
        else:
            self._folder.know(self._unsaved, self._file)
            self._unsaved = []
            self._changes += 1
            self.problem = ""
            self.saved_at = events[-1].time if events else self.saved_at

    # --- whose work it is ----------------------------------------------------------------------------------------

    def look(self) -> bool:
        """Look at what other pages did, and follow what the learner chose there. Says whether other work is at hand.

        Where the folder asks, its pages go their own ways.
        """
        if self.asks or not self._folder.look():
            return False
        self._changes += 1
        before, turn = self.learner, self._latest_turn()
        if turn is not None and turn != self._turn:
            self._to_say = ""
            if turn.answer == "erase":
                self._unsaved = []
            self._turn, self.learner, self.chosen = turn, turn.learner, True
            if self.learner != before:
                self._begin_sitting()
        elif turn is None and self.began_empty:
            self._join_open_pages()
        return self.learner != before

    def _join_open_pages(self) -> None:
        """Nothing lay here when this page was opened: what is here now was saved meanwhile, by the same person."""
        answers = [event for event in settled(self._all) if event.kind == "answer"]
        learners = list(dict.fromkeys(event.learner for event in sorted(answers, key=lambda event: event.order)))
        if set(learners) <= self.codes:
            return
        self.learner = learners[0]
        if apart := [learner for learner in learners if learner not in self.codes]:
            self._save(*map(self._join, apart))

    def continue_(self, place: int = 0) -> None:
        """Take up the work at this place of `earlier_work`; what this page saved before the choice joins it.

        Raises ValueError for a place that does not exist.
        """
        work = self.earlier_work
        if not work:
            return
        if not 0 <= place < len(work):
            raise ValueError(f"there is no earlier work number {place}")
        self.go_on_with(work[place][-1].learner)

    def go_on_with(self, learner: str) -> None:
        """Take up the work that lies in the folder under a learner's code. Raises ValueError where there is none."""
        self._look_without_following()
        if not any(learner in {event.learner for event in work} for work in self.earlier_work):
            raise ValueError("there is no such work in this folder")
        if self.chosen and learner in self.codes:
            self._say("continue")
            return
        joins = [] if self.chosen else self._joins_of_sitting(learner)
        self._turn_to(learner, "continue", *joins)

    def start_fresh(self) -> None:
        """Begin as somebody new. Other work stays where it is, out of sight.

        What was answered before any choice stays with whoever begins; what was answered since a page went on by itself
        stays with that work, until `bring_along` says otherwise.
        """
        self._look_without_following()
        if not self.chosen:
            self._turn_to(self.learner, "fresh")
        elif self.events:
            left = self._of_sitting()
            self._turn_to(_new_code(), "fresh")
            self._left = left
        else:
            self._say("fresh")

    def use_slip(self, slip: str) -> None:
        """Work under a printed slip: take up what was saved under it, and what was saved since this page was opened.

        Older work, and what somebody chose to work on, stays apart until `join` says that it is the same person's.
        Raises UnreadableSlip for a slip that cannot be right.
        """
        learner = learner_of(read_slip(slip))
        self.look()
        self._turn_to(learner, "slip", *self._joins_of_sitting(learner))

    def take_in(self, content: bytes) -> int:
        """Add the answers of a progress file, and go on as the learner who answered last in it.

        Returns how many were new; `set_aside` then says what could not be read. Raises ValueError, with a sentence for
        the learner, for a file without answers.
        """
        lines, self.set_aside = lines_of(content, "")
        events = settled(lines)
        answers = [event for event in events if event.kind == "answer"]
        if not answers:
            raise ValueError(say("record.no_progress"))
        self.look()
        new = [event for event in events if event.id not in self._folder.events]
        latest = max(answers, key=lambda event: event.order).learner
        self._write(tuple(new))
        learner = main_code(latest, self._all)
        if learner not in self.codes or not self.chosen:
            self._turn_to(learner, "load", *self._joins_of_sitting(learner))
        return sum(event.kind == "answer" for event in new)

    def join(self, learner: str) -> None:
        """Other work in this folder is this learner's too. Raises ValueError where there is none under that code."""
        self._look_without_following()
        if learner in self.codes:
            return
        if not any(learner in {event.learner for event in work} for work in self.other_work):
            raise ValueError("there is no such work in this folder")
        self.chosen = True
        self._save(self._join(learner))

    @property
    def left_behind(self) -> Work:
        """What was saved on this page before a fresh start, and stayed with the work that was at hand then."""
        return self._left

    def bring_along(self) -> None:
        """What was left behind by a fresh start was this learner's: take it away from there."""
        if self._left:
            events, self._left = self._left, ()
            self._save(*self._moved(events, self.learner))

    def erase(self) -> tuple[str, ...]:
        """Take this learner's work out of the folder, and begin again as nobody known. Other people's work stays.

        Returns the names of files in which something that cannot be read was left, and may be this learner's. Raises
        OSError where a file cannot be replaced; then nothing of that file is lost.
        """
        self._look_without_following()
        left = erase(self.folder, self.codes)
        self._folder = Folder(self.folder)
        self._unsaved, self._file = [], SessionFile(self.folder)
        self._turn = self._latest_turn()
        self._turn_to(_new_code(), "erase")
        self.saved_at = ""
        return left

    def _look_without_following(self) -> None:
        """Know what others saved, before a choice that is newer than theirs."""
        if self._folder.look():
            self._changes += 1

    def _turn_to(self, learner: str, choice: str, *events: Event) -> None:
        """Work as this learner from here on, and write it down unless whoever opens a page here would do so anyway."""
        self._look_without_following()
        self._left = ()
        after = (*self._all, *events)
        self.learner, self.chosen = learner, True
        if at_work(after) != learner:
            events = (*events, self._new_turn(learner, choice))
        else:
            self._say(choice)
        if events:
            self._save(*events)
        self._begin_sitting()

    def _say(self, choice: str) -> None:
        """Somebody said whose work this is, and nothing changes: that is written down with the next answer."""
        if self._turn is None or self._turn.learner != self.learner or self._turn.answer == "erase":
            self._to_say = choice

    def _new_turn(self, learner: str, choice: str) -> Event:
        latest = self._latest_turn()
        n = min((latest.n if latest else 0) + 1, NUMBER_LIMITS["n"])
        self._to_say = ""
        self._turn = Event(uuid.uuid4().hex, learner, answer=choice, n=n, time=now(), kind="turn")
        return self._turn

    def _is_said(self) -> bool:
        """Whether somebody chose the work at hand, here or on another page; else it is there because it lay here."""
        turn = self._turn
        return bool(self._to_say) or (turn is not None and turn.learner == self.learner and turn.answer != "erase")

    def _latest_turn(self) -> Event | None:
        return latest_turn(self._all)

    def _begin_sitting(self) -> None:
        self._before = {event.id for event in self._all}
        self._changes += 1

    def _of_sitting(self) -> Work:
        """The learner's answers that were saved since this page was opened, or since somebody chose."""
        return tuple(event for event in self.events if event.id not in self._before)

    def _joins_of_sitting(self, learner: str) -> list[Event]:
        """What makes the answers of this sitting another code's, unless somebody said whose they are.

        Where all that is at hand is of this sitting, one join says it; else what is older stays where it is.
        """
        here = self._of_sitting()
        if not here or learner in self.codes or self._is_said() or self.codes & learners_with_slips():
            return []
        if len(here) == len(self.events):
            return [Event(uuid.uuid4().hex, learner, answer=self.learner, time=now(), kind="join")]
        return self._moved(here, learner)

    def _moved(self, events: Work, learner: str) -> list[Event]:
        moved = [replace(event, id=uuid.uuid4().hex, learner=learner) for event in events]
        for old in dict.fromkeys(event.learner for event in events):
            ids = [event.id for event in events if event.learner == old]
            for start in range(0, len(ids), MOST_IN_A_LINE):
                void = ids[start : start + MOST_IN_A_LINE]
                moved.append(Event(uuid.uuid4().hex, old, answer=void, time=now(), kind="void"))
        return moved

    def _join(self, other: str) -> Event:
        return Event(uuid.uuid4().hex, self.learner, answer=other, time=now(), kind="join")


def _new_code() -> str:
    return secrets.token_hex(5)
