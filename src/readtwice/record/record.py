"""One learner's record while a notebook is open: what was answered before, and saving what is answered now."""

from __future__ import annotations

import secrets
import uuid
from pathlib import Path
from typing import Any

from readtwice.record.event import Event, codes_of, event_from_line, events_of, merge, now
from readtwice.record.files import Notice, SessionFile, erase, read_bytes, read_folder, record_folder
from readtwice.record.slip import learner_of, read_slip
from readtwice.words import say


class Record:
    """Saved answers, read once when the notebook starts, and added to with every click.

    On a machine that several people share, earlier answers stay out of sight until the learner chooses: `continue_`
    takes up the most recent learner's work, `start_fresh` leaves it where it is. What is answered before the choice
    belongs to the learner either way. Answers about another pack are kept, and never mixed up with this one's.
    """

    def __init__(self, folder: Path | None = None, pack: str = "") -> None:
        self.pack = pack
        self.folder = folder or record_folder()
        self.notices: tuple[Notice, ...]
        self._events, self.notices = read_folder(self.folder)
        self._file = SessionFile(self.folder)
        self._own: list[Event] = []
        self._unsaved: list[Event] = []
        self._merged: tuple[tuple[str, int, int], tuple[Event, ...]] | None = None
        self.learner = secrets.token_hex(5)
        self.chosen = not self._events
        self.problem = ""
        self.saved_at = ""

    @property
    def earlier_work(self) -> tuple[tuple[Event, ...], ...]:
        """Each earlier learner's answers in this folder, the most recent learner first."""
        groups: list[tuple[Event, ...]] = []
        seen: set[str] = set()
        for event in sorted((e for e in self._events if e.kind == "answer"), key=lambda e: e.order, reverse=True):
            if event.learner not in seen:
                groups.append(events_of(event.learner, self._events))
                seen |= {one.learner for one in groups[-1]}
        return tuple(groups)

    @property
    def earlier(self) -> tuple[Event, ...]:
        """The answers of the most recent learner in this folder, from before this notebook started."""
        return next(iter(self.earlier_work), ())

    @property
    def events(self) -> tuple[Event, ...]:
        """This learner's answers, as they happened."""
        key = (self.learner, len(self._events), len(self._own))  # both only ever grow
        if self._merged is None or self._merged[0] != key:
            self._merged = (key, events_of(self.learner, merge(self._events, self._own)))
        return self._merged[1]

    @property
    def to_take_along(self) -> tuple[Event, ...]:
        """This learner's answers, and the joins that make them one learner's, as they happened."""
        everything = merge(self._events, self._own)
        codes = codes_of(self.learner, everything)
        return tuple(event for event in everything if event.learner in codes)

    @property
    def began_empty(self) -> bool:
        """Whether nothing lay in the folder when this notebook started."""
        return not self._events

    def continue_(self, place: int = 0) -> None:
        """Take up the work at this place of `earlier_work`; what this session saved already joins it.

        Raises ValueError for a place that does not exist.
        """
        work = self.earlier_work
        if self.chosen or not work:
            return
        if not 0 <= place < len(work):
            raise ValueError(f"there is no earlier work number {place}")
        provisional, self.learner = self.learner, work[place][-1].learner
        if self._own:
            self._save(Event(uuid.uuid4().hex, self.learner, answer=provisional, time=now(), kind="join"))
        self.chosen = True

    def start_fresh(self) -> None:
        """Leave earlier work out of sight. Nothing is removed."""
        self.chosen = True

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
        if self.chosen and not self._events and not self._own:
            self._join_open_notebook()
        before = self.answers(item, occasion, pack)
        event = Event(
            id=uuid.uuid4().hex,
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
        return self._save(event)

    def answers(self, item: str, occasion: str = "lesson", pack: str = "") -> tuple[Event, ...]:
        """This learner's answers to an item of a pack, the open one unless another is named, first to latest.

        The first scores, the latest shows.
        """
        wanted = (pack or self.pack, item, occasion)
        return tuple(event for event in self.events if (event.pack, event.item, event.occasion) == wanted)

    def latest(self, item: str, occasion: str = "lesson", pack: str = "") -> Event | None:
        """This learner's latest answer to an item, if any."""
        answers = self.answers(item, occasion, pack)
        return answers[-1] if answers else None

    def use_slip(self, slip: str) -> None:
        """Work under a printed slip: take up what was saved under it, and join to it what this session saved.

        Raises UnreadableSlip for one that cannot be right.
        """
        provisional, self.learner = self.learner, learner_of(read_slip(slip))
        if any(event.learner == provisional for event in self._own):
            self._save(Event(uuid.uuid4().hex, self.learner, answer=provisional, time=now(), kind="join"))
        self.chosen = True

    def take_in(self, content: bytes) -> int:
        """Add the answers of a progress file, and go on as the learner who answered last in it.

        Returns how many were new. Raises ValueError, with a sentence for the learner, for a file without answers.
        """
        events, _ = read_bytes(content, "")
        answers = [event for event in events if event.kind == "answer"]
        if not answers:
            raise ValueError(say("record.no_progress"))
        known = {event.id for event in (*self._events, *self._own)}
        new = [event for event in events if event.id not in known]
        provisional, self.learner = self.learner, max(answers, key=lambda event: event.order).learner
        for event in new:
            self._save(event)
        if any(event.learner == provisional for event in self._own) and provisional != self.learner:
            self._save(Event(uuid.uuid4().hex, self.learner, answer=provisional, time=now(), kind="join"))
        self.chosen = True
        return sum(event.kind == "answer" for event in new)

    def erase(self) -> None:
        """Take this learner's work out of the folder, and begin again as nobody known. Other people's work stays.

        Raises OSError where a file cannot be replaced; then nothing of that file is lost.
        """
        everything = (*self._events, *self._own)
        erase(self.folder, codes_of(self.learner, everything))
        self._events, self.notices = read_folder(self.folder)
        self._own, self._unsaved, self._merged = [], [], None
        self._file = SessionFile(self.folder)
        self.learner = secrets.token_hex(5)
        self.chosen, self.problem, self.saved_at = True, "", ""

    def _join_open_notebook(self) -> None:
        """Take up the learner of another open notebook.

        Nothing was saved here when this one started, so what is here now was saved meanwhile: by the same person.
        """
        self._events, _ = read_folder(self.folder)
        if self.earlier:
            self.learner = self.earlier[-1].learner

    def _save(self, event: Event) -> Event:
        event = event_from_line(event.to_line())  # a copy of its own, exactly as it will be read back
        self._own.append(event)
        self._unsaved.append(event)
        try:
            while self._unsaved:
                self._file.append(self._unsaved[0])
                del self._unsaved[0]
        except OSError as error:
            self.problem = say("record.not_written", folder=self.folder.name, why=error.strerror)
        else:
            self.problem = ""
            self.saved_at = event.time
        return event
