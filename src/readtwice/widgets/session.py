"""What the widgets of one notebook share: the pack, the record, and each other's news."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from readtwice.pack import Pack
from readtwice.record import Event, Record


class Session:
    """One open notebook. Widgets that show saved work ask to be told when the learner chooses, or when one saves."""

    def __init__(self, pack: Pack, record: Record) -> None:
        self.pack = pack
        self.record = record
        self._when_chosen: list[Callable[[], None]] = []
        self._when_saved: list[Callable[[], None]] = []

    def tell(self, *, chosen: Callable[[], None] | None = None, saved: Callable[[], None] | None = None) -> None:
        """Ask to be called after the learner chose Continue or Start fresh, or after an answer was saved."""
        if chosen:
            self._when_chosen.append(chosen)
        if saved:
            self._when_saved.append(saved)

    def save(self, item: str, answer: Any, **details: Any) -> Event:
        """Save an answer and tell who shows that. Details as in `Record.answer`."""
        event = self.record.answer(item, answer, **details)
        for listener in self._when_saved:
            listener()
        return event

    def choose(self, choice: str, place: int = 0) -> None:
        """`continue` (with the place of the earlier work) or `fresh`. Raises ValueError for anything else."""
        if choice == "continue":
            self.record.continue_(place)
        elif choice == "fresh":
            self.record.start_fresh()
        else:
            raise ValueError(f"{choice!r} is not a choice")
        for listener in self._when_chosen:
            listener()
