"""What the widgets of one notebook share: the pack, the record, and each other's news."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from readtwice.record import Event, Record

if TYPE_CHECKING:
    from readtwice.pack import Pack


@dataclass(slots=True)
class _News:
    """What the widgets of a notebook have not been told yet; `waiting` while one of them answers a click."""

    saved: bool = False
    turned: bool = False
    waiting: bool = False


class Widget(Protocol):
    """What a page shows, under the id by which the page knows it."""

    @property
    def model_id(self) -> str | None: ...

    def asked(self) -> Sequence[bool]:
        """For each thing that the learner is asked for, whether there is an answer."""

    def holds(self) -> Iterable[str]:
        """The ids of the questions about the article that can be answered there."""

    @property
    def place(self) -> str:
        """Names it on its page, also after a restart."""


class Session:
    """One open notebook. Widgets that show saved work ask to be told when the learner chooses, or when one saves."""

    def __init__(self, pack: Pack | str, record: Record) -> None:
        """A pack that is named by its slug alone is loaded when something first asks for what it holds."""
        if isinstance(pack, str):
            self.slug = pack
        else:
            self._take(pack, pack)
        self.record = record
        self.widgets: list[Widget] = []
        self._when_chosen: list[Callable[[], None]] = []
        self._when_saved: list[Callable[[], None]] = []
        self._news = _News()

    @cached_property
    def pack(self) -> Pack:
        """The pack, as one learner reads it. Raises PackError where the slug names none."""
        from readtwice.pack import load_pack  # here, since no page waits for its pack to begin

        return load_pack(self.slug)

    @cached_property
    def whole(self) -> Pack:
        """The pack with all twins: result codes are about that one."""
        return self.pack

    def _take(self, pack: Pack, whole: Pack) -> None:
        self.slug, self.pack, self.whole = pack.slug, pack, whole

    def beside(self, pack: Pack, whole: Pack | None = None) -> Session:
        """The same notebook, record and news, with another pack: for cards on texts of their own.

        `whole` is the pack with all twins, where `pack` is as one learner reads it.
        """
        other = copy(self)  # the lists of listeners stay the same lists
        other._take(pack, whole or pack)
        return other

    def latest(self, item: str, occasion: str = "lesson") -> Event | None:
        """The learner's latest answer to an item of this pack, if any."""
        return self.record.latest(item, occasion, self.slug)

    def answers(self, item: str, occasion: str = "lesson") -> tuple[Event, ...]:
        """All of the learner's answers to an item of this pack, the oldest first."""
        return self.record.answers(item, occasion, self.slug)

    def tell(self, *, chosen: Callable[[], None] | None = None, saved: Callable[[], None] | None = None) -> None:
        """Ask to be called after the learner chose Continue or Start fresh, or after an answer was saved."""
        if chosen:
            self._when_chosen.append(chosen)
        if saved:
            self._when_saved.append(saved)

    def save(self, item: str, answer: Any, **details: Any) -> Event:
        """Save an answer and tell who shows that. Details as in `Record.answer`."""
        learner = self.record.learner
        event = self.record.answer(item, answer, pack=self.slug, **details)
        self._news.saved = True
        self._news.turned |= self.record.learner != learner
        if not self._news.waiting:
            self._tell()
        return event

    def look(self) -> None:
        """Follow what the learner chose on another page, and tell everybody."""
        self._news.turned |= self.record.look()
        if not self._news.waiting:
            self._tell()

    @contextmanager
    def answer_first(self) -> Iterator[None]:
        """Until this ends, nobody is told of what is saved: the one who clicked gets an answer before all others."""
        self._news.waiting = True
        try:
            yield
        finally:
            self._news.waiting = False
            self._tell()

    def _tell(self) -> None:
        if self._news.turned:
            self._news.turned = False
            self.turn()
        if self._news.saved:
            self._news.saved = False
            for listener in self._when_saved:
                listener()

    def choose(self, choice: str, place: int = 0) -> None:
        """`continue` (with the place of the earlier work) or `fresh`. Raises ValueError for anything else."""
        if choice == "continue":
            self.record.continue_(place)
        elif choice == "fresh":
            self.record.start_fresh()
        else:
            raise ValueError(f"{choice!r} is not a choice")
        self.turn()

    def turn(self) -> None:
        """Tell everybody that other work is at hand now, or more of it."""
        for listener in self._when_chosen:
            listener()
