"""What may leave of the answers of this activity, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from readtwice.activities.shelf.about import SHELF
from readtwice.activities.shelf.mark import looked_from, to_answer
from readtwice.activities.shelf.part import shelf_of
from readtwice.article import Span
from readtwice.pack import Pack
from readtwice.page.leaving import Leaves, as_said, stands_on_item


def _chosen(place: str, answer: Any, pack: Pack) -> dict[str, object] | None:
    held = shelf_of(pack)
    tasks = {task.item: task for task in held.tasks} if held else {}
    return as_said(answer, to_answer(looked_from(answer, tasks[place]))) if place in tasks else None


def _stands(place: str, answer: Any, pack: Pack) -> Iterator[tuple[Any, tuple[Span, ...]]]:
    return stands_on_item(pack.item(place), answer)


LEAVES = {SHELF: Leaves(_chosen, stands=_stands)}
